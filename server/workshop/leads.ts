/** Boards whose screens are led, and since when whoever leads is gone: nobody stays led by somebody who is not there. */
import type { WorkshopState } from './state.ts'
import { NOW } from './state.ts'

/** A line may drop, and a page be loaded again. */
const GONE_MS = 15_000

interface Lead {
  readonly by: string
  readonly seenAt: number
}

export interface Led {
  readonly board: string
  readonly by: string
}

export class Leads {
  readonly #leads = new Map<string, Lead>()

  /** Takes up what a board has come to. Who leads counts as seen when they began, and when the server did. */
  note(board: string, state: WorkshopState, now: number): void {
    const by = state.control.get(NOW)?.by
    if (by === undefined) this.#leads.delete(board)
    else if (this.#leads.get(board)?.by !== by) this.#leads.set(board, { by, seenAt: now })
  }

  forget(board: string): void {
    this.#leads.delete(board)
  }

  /** Those that are to end now. */
  gone(now: number, isHere: (led: Led) => boolean): readonly Led[] {
    return [...this.#leads].flatMap(([board, { by, seenAt }]) => {
      const isSeen = isHere({ board, by })
      if (isSeen) this.#leads.set(board, { by, seenAt: now })
      return !isSeen && now - seenAt >= GONE_MS ? [{ board, by }] : []
    })
  }
}
