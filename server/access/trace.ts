/** When somebody came, went and last did something, as this process saw it: moments only, never of what, and kept nowhere. */

/** A line that drops and comes back sooner is no coming: who was idle still is. */
const BACK_MS = 15_000

export class Trace {
  #lines = 0
  #leftAt: number | undefined
  #actedAt: number | undefined

  /** One person, however many tabs. */
  get isHere(): boolean {
    return this.#lines > 0
  }

  /** When the last of their lines ended; undefined while they are here, and before they were. */
  get leftAt(): number | undefined {
    return this.isHere ? undefined : this.#leftAt
  }

  get actedAt(): number | undefined {
    return this.#actedAt
  }

  came(now: number): void {
    if (this.#lines++ === 0 && (this.#leftAt === undefined || now - this.#leftAt >= BACK_MS)) this.acted(now)
  }

  left(now: number): void {
    if (--this.#lines === 0) this.#leftAt = now
  }

  /** They wrote, or pointed somewhere else. */
  acted(now: number): void {
    this.#actedAt = now
  }
}
