/** What somebody wants to know of a document, read anew only when it has changed: many ask at once, or again and again. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Rooms } from '../rooms/rooms.ts'

interface Kept<T> {
  /** Epoch and row of the document that was read. */
  readonly at: string
  readonly value: T | undefined
}

export class ReadOnce<T> {
  readonly #rooms: () => Rooms
  readonly #look: (document: BoardDocument) => T
  readonly #kept = new Map<string, Kept<T>>()

  constructor(rooms: () => Rooms, look: (document: BoardDocument) => T) {
    this.#rooms = rooms
    this.#look = look
  }

  /** By the name of the document; undefined when there is none. */
  on(name: string): T | undefined {
    const rooms = this.#rooms()
    const { document, isCommitting = false } = rooms.open(name) ?? {}
    const at = `${document?.epoch}/${document?.sequence}`
    const kept = this.#kept.get(name)
    if (kept?.at === at && !isCommitting) return kept.value
    const value = rooms.read(name, this.#look)
    if (!isCommitting) this.#kept.set(name, { at, value })
    return value
  }

  /** Nothing of a document is kept while nobody asks. */
  forget(name: string): void {
    this.#kept.delete(name)
  }
}
