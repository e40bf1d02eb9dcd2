/** Timers whose time passes only when a test says so. */
import type { Timers } from './timers.ts'

export interface FakeTimers extends Timers {
  /** Lets `ms` pass, running what falls due in its order. */
  pass(ms: number): void
  /** In how many ms the next thing falls due. */
  next(): number
}

export function fakeTimers(start = 1_000): FakeTimers {
  let now = start
  const due = new Set<{ at: number; run: () => void }>()
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => void due.delete(entry)
    },
    next: () => Math.min(...[...due].map(entry => entry.at)) - now,
    pass(ms) {
      const end = now + ms
      for (;;) {
        const [next] = [...due].filter(entry => entry.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        due.delete(next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}
