/** When a board was last used, to the day: what the host's retention goes by. */
import { dayOf } from './days.ts'
import type { Entry, Storage } from '../storage/storage.ts'

export class BoardUse {
  readonly #storage: Storage
  readonly #now: () => number
  /** Board → day that is known to be on disk, so that a day's other frames ask nobody. */
  readonly #written = new Map<string, number>()
  #day = 0

  constructor(options: { readonly storage: Storage; readonly now: () => number }) {
    this.#storage = options.storage
    this.#now = options.now
  }

  /** What is to be written when somebody comes or writes: once a day, a row; else nothing. */
  follow(board: string): readonly Entry[] {
    const today = dayOf(this.#now())
    if (today !== this.#day) this.#written.clear()
    this.#day = today
    if (this.#written.get(board) === today) return []
    const stored = this.#storage.board(board)
    if (stored && stored.usedAt < today) return [{ kind: 'changeBoard', board, change: { usedAt: today } }]
    this.#written.set(board, today)
    return []
  }
}
