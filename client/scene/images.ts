/** Images of notes, brought when they are first painted and kept no larger than notes show them: a board has 200 at most. */

/** Pixels of the longer side: twice what a note has room for. */
const SIDE = 400
/** After the line failed, before it is tried again. */
const AGAIN_MS = 5_000

/** The file of an image; `none` if the server has none, undefined if it could not be asked. */
export type BringImage = (hash: string) => Promise<Blob | 'none' | undefined>

export interface Images {
  /** Undefined while it is not here; `none`, if this board has no such image. */
  of(hash: string): ImageBitmap | 'none' | undefined
}

export function createImages(bring: BringImage, arrived: () => void, now: () => number): Images {
  const known = new Map<string, ImageBitmap | 'none'>()
  /** Asked for, and when it may be asked for again. */
  const asked = new Map<string, number>()

  async function ask(hash: string): Promise<void> {
    asked.set(hash, Infinity)
    const brought = await bring(hash)
    const found = brought instanceof Blob ? await decode(brought) : brought
    if (!found) {
      asked.set(hash, now() + AGAIN_MS)
      return
    }
    known.set(hash, found)
    arrived()
  }

  return {
    of: hash => {
      const found = known.get(hash)
      if (!found && (asked.get(hash) ?? 0) <= now()) void ask(hash)
      return found
    },
  }
}

async function decode(file: Blob): Promise<ImageBitmap | 'none'> {
  try {
    const whole = await createImageBitmap(file)
    const scale = SIDE / Math.max(whole.width, whole.height)
    if (scale >= 1) return whole
    const sized = (side: number) => Math.max(1, Math.round(side * scale))
    const small = await createImageBitmap(whole, {
      resizeWidth: sized(whole.width),
      resizeHeight: sized(whole.height),
      resizeQuality: 'high',
    })
    whole.close()
    return small
  } catch {
    return 'none'
  }
}
