/** Asks the server for an image of a board. */

/** The file of an image; `none` if the server has none, undefined if it could not be asked. */
export async function bringImage(board: string, hash: string): Promise<Blob | 'none' | undefined> {
  try {
    const response = await fetch(`/api/boards/${board}/images/${hash}`, { credentials: 'same-origin' })
    if (response.ok) return await response.blob()
    return response.status === 404 ? 'none' : undefined
  } catch {
    return undefined
  }
}
