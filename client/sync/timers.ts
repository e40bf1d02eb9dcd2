/** Time as sync knows it: a clock that never goes back, and calls that come later. A parameter, so that tests own the time. */
import type { Unsubscribe } from '../../shared/base/observable.ts'

export interface Timers {
  /** Monotonic, ms, from any origin. */
  now(): number
  after(ms: number, run: () => void): Unsubscribe
}

export const realTimers: Timers = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
