/** The server's time on this device: measured in round trips, ticking on a clock that nobody sets. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { ClockAnswer } from '../../shared/wire/messages.ts'
import type { Timers } from './timers.ts'

/** Questions in one measurement; the answer that came back fastest says it best. */
const QUESTIONS = 5
const AGAIN_MS = 60_000

export interface ServerClockOptions {
  readonly timers: Timers
  /** The device's own idea of the time, ms since 1970: shown until the server has answered once. */
  readonly wallTime: () => number
  /** Sends a question; false when there is no line. */
  readonly ask: (asked: number) => boolean
}

export class ServerClock {
  readonly #options: ServerClockOptions
  /** Server time less monotonic time. */
  #offset: number
  #isMeasured = false
  /** Questions have numbers, not times: a number is exact on the wire. */
  #asked = 0
  #askedAt = 0
  #left = 0
  #best: { readonly roundTrip: number; readonly offset: number } | undefined
  #stopAgain: Unsubscribe = () => undefined

  constructor(options: ServerClockOptions) {
    this.#options = options
    this.#offset = options.wallTime() - options.timers.now()
  }

  /** The server's time in whole ms since 1970, as places are stamped with it. */
  now(): number {
    return Math.round(this.#options.timers.now() + this.#offset)
  }

  /** Measures now, and from now on once a minute. Questions still under way are given up. */
  measure(): void {
    this.#stopAgain()
    this.#stopAgain = this.#options.timers.after(AGAIN_MS, () => this.measure())
    this.#left = QUESTIONS
    this.#best = undefined
    this.#ask()
  }

  answer({ asked, serverTime }: ClockAnswer): void {
    if (asked !== this.#asked || this.#left === 0) return
    const now = this.#options.timers.now()
    const roundTrip = now - this.#askedAt
    if (!this.#best || roundTrip < this.#best.roundTrip)
      this.#best = { roundTrip, offset: serverTime - (this.#askedAt + roundTrip / 2) }
    this.#left--
    // The first answer ever is better than this device's own clock; later ones wait for the best of five.
    if (this.#left === 0 || !this.#isMeasured) this.#offset = this.#best.offset
    this.#isMeasured = true
    if (this.#left > 0) this.#ask()
  }

  stop(): void {
    this.#stopAgain()
    this.#left = 0
  }

  #ask(): void {
    this.#asked++
    this.#askedAt = this.#options.timers.now()
    if (!this.#options.ask(this.#asked)) this.#left = 0
  }
}
