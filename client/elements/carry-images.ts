/** Images of notes that come from another board: brought from there and kept here, by somebody who is at both. */
import { isImageHash } from '../../shared/canvas/image-file.ts'
import { readCopied } from '../files/copied.ts'
import type { Brought } from '../files/read-pasted.ts'
import type { Server } from './server.ts'

export interface CarryGround {
  /** The board they come to. */
  readonly board: string
  readonly server: Pick<Server, 'putImage'>
  bring(board: string, hash: string): Promise<Blob | 'none' | undefined>
  /** It takes a moment, as images do. */
  begins(): void
}

/** What is on a clipboard may be made by anybody, and this becomes part of an address. */
const BOARD = /^[\w-]{1,64}$/
/** At a time. */
const ABREAST = 4

/** Hashes of the images that are here now. Which of them could not come is said by who pastes the notes. */
export async function carryImages({ html }: Brought, ground: CarryGround): Promise<ReadonlySet<string>> {
  const copied = readCopied(html)
  const came = new Set<string>()
  if (!copied || copied.board === ground.board || !BOARD.test(copied.board)) return came
  const hashes = [...new Set(copied.content.notes.flatMap(({ image }) => (isImageHash(image) ? [image] : [])))]
  if (hashes.length > 0) ground.begins()
  const carry = async (hash: string) => {
    const file = await ground.bring(copied.board, hash)
    if (file instanceof Blob && (await ground.server.putImage(ground.board, hash, file)).ok) came.add(hash)
  }
  for (let i = 0; i < hashes.length; i += ABREAST) await Promise.all(hashes.slice(i, i + ABREAST).map(carry))
  return came
}
