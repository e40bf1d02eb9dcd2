/** Images of a board: each kept once by its hash, within limits, and swept when nothing on the board named it for long. */
import { createHash } from 'node:crypto'
import type { ImageHead } from '../../shared/canvas/image-file.ts'
import { IMAGE_LIMITS, readImageHead } from '../../shared/canvas/image-file.ts'
import { imagesNamed } from '../../shared/canvas/images-named.ts'
import { DAY_MS, dayOf } from '../access/days.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { ImageFacts, Storage, StoredBoard, StoredImage } from '../storage/storage.ts'

export interface ImagesOptions {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly now: () => number
}

export type Put = 'kept' | 'notImage' | 'wrongHash' | 'moves' | 'tooLarge' | 'full'

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export class Images {
  readonly #options: ImagesOptions
  /** On their way to the disk, by board: they count, or many at a time would pass the limit together. */
  readonly #coming = new Map<string, Map<string, number>>()

  constructor(options: ImagesOptions) {
    this.#options = options
  }

  /** An image whose bytes are still those of its name. */
  get(board: string, hash: string): StoredImage | undefined {
    const image = this.#options.storage.image(board, hash)
    return image && sha256(image.bytes) === hash ? image : undefined
  }

  /** Resolves when it is on disk. What is there already is not written again. */
  async put(board: string, hash: string, bytes: Uint8Array): Promise<Put> {
    const { rooms, now } = this.#options
    const head = readImageHead(bytes)
    if (!head?.whole) return 'notImage'
    if (head.moves) return 'moves'
    if (!isSmall(head)) return 'tooLarge'
    if (sha256(bytes) !== hash) return 'wrongHash'
    if (this.get(board, hash)) {
      await rooms.tick.write([{ kind: 'wantImage', board, hash, at: now() }])
      // A sweep may have taken it in that moment.
      if (this.#options.storage.images(board).some(each => each.hash === hash)) return 'kept'
    }
    if (!this.#hasRoom(board, hash, bytes.length)) return 'full'
    const { type, width, height } = head
    const done = this.#comes(board, hash, bytes.length)
    try {
      await rooms.tick.write([{ kind: 'image', image: { board, hash, type, width, height, at: now(), bytes } }])
    } finally {
      done()
    }
    return 'kept'
  }

  #hasRoom(board: string, hash: string, size: number): boolean {
    const kept = this.#options.storage.images(board).map(each => [each.hash, each.size] as const)
    const all = new Map([...kept, ...(this.#coming.get(board) ?? []), [hash, size] as const])
    const total = [...all.values()].reduce((sum, each) => sum + each, 0)
    return all.size <= IMAGE_LIMITS.count && total <= IMAGE_LIMITS.total
  }

  #comes(board: string, hash: string, size: number): () => void {
    const coming = this.#coming.get(board) ?? new Map<string, number>()
    this.#coming.set(board, coming.set(hash, size))
    return () => {
      coming.delete(hash)
      if (coming.size === 0) this.#coming.delete(board)
    }
  }

  /** Once a day for a board that is used, and when time is up for one that is not: who is named stays, who is not goes. */
  async sweep(board: StoredBoard): Promise<void> {
    const { storage, rooms, now } = this.#options
    const today = dayOf(now())
    const due = storage.images(board.id).filter(image => isDue(image, board, today))
    if (due.length === 0) return
    const named = this.#namedAt(board.id)
    for (const { hash, at } of due)
      if (named.has(hash)) await rooms.tick.write([{ kind: 'wantImage', board: board.id, hash, at: today }])
      else if (isUp(at, today)) await rooms.tick.write([{ kind: 'endImage', board: board.id, hash, at }])
  }

  /** What notes name, those in the bin too, and what kept versions name. */
  #namedAt(board: string): ReadonlySet<string> {
    const { storage, rooms } = this.#options
    return new Set(
      storage
        .documents(board)
        .flatMap(name => [
          ...(rooms.read(name, imagesNamed) ?? []),
          ...storage.versions(name).flatMap(({ content }) => content.match(/[0-9a-f]{64}/g) ?? []),
        ]),
    )
  }
}

const isSmall = ({ width, height }: ImageHead): boolean =>
  Math.min(width, height) > 0 && Math.max(width, height) <= IMAGE_LIMITS.side

const isUp = (at: number, today: number): boolean => today - at > IMAGE_LIMITS.unnamedDays * DAY_MS

const isDue = ({ at }: ImageFacts, { usedAt }: StoredBoard, today: number): boolean =>
  isUp(at, today) || (at < today && usedAt >= dayOf(at))
