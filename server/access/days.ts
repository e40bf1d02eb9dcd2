/** Days: of grace for a deleted board, and of use. */
export const DAY_MS = 86_400_000

/** So long after its deletion a board can be taken back; then all of it goes. */
export const GRACE_MS = 7 * DAY_MS

export const goneAtOf = (deletedAt: number): number => deletedAt + GRACE_MS

/** The beginning of a day: all that is kept of when a board was used. */
export const dayOf = (at: number): number => at - (at % DAY_MS)
