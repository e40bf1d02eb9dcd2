/** A document that lost something: until when, and until what has come back, it takes from anyone what others wrote. */

/** What nobody brought back in a day is given up: foreign writing is refused again, and the log folds. */
const DAY_MS = 86_400_000

export interface Healing {
  /** Only a client's word says that something was lost; otherwise a row on disk was damaged. */
  readonly isDoubted: boolean
  /** Sequence up to which something may be missing. */
  readonly upTo: number
  readonly since: number
  /** Somebody who had seen all up to there came back, and what they have is here. */
  readonly isFilled: boolean
}

export const beginHealing = (cause: Pick<Healing, 'isDoubted' | 'upTo' | 'since'>): Healing => ({
  ...cause,
  isFilled: false,
})

/** Somebody has seen more: more may be missing. */
export const missesMore = (healing: Healing, upTo: number): Healing =>
  upTo > healing.upTo ? { ...healing, upTo, isFilled: false } : healing

/** Who came back had seen all up to `seen`, and nothing of theirs is missing any more. */
export const filledBy = (healing: Healing, seen: number): Healing =>
  seen >= healing.upTo ? { ...healing, isFilled: true } : healing

export const isOver = ({ isFilled, since }: Healing, now: number): boolean => isFilled || now - since >= DAY_MS
