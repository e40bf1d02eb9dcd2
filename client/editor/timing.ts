/** What is worth hearing of a running timer: half of it, the last minute, the last ten seconds one by one, and its end. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { After } from './parts.ts'

export type TimeMark =
  | { readonly kind: 'half'; readonly minutes: number }
  | { readonly kind: 'minute' }
  | { readonly kind: 'last'; readonly seconds: number }
  | { readonly kind: 'end' }

interface Due {
  readonly leftMs: number
  readonly mark: TimeMark
}

const SECOND = 1_000
const MINUTE = 60 * SECOND
const LAST_SECONDS = 10
/** The half of what is shorter is nobody's news. */
const WORTH_HALVING = 2 * MINUTE
/** Marks that passed longer ago than this, as in a tab that slept, are told no more. */
const STALE_MS = 3 * SECOND
/** Looked at again so often: a device that slept, or whose time is corrected, has its timers late. */
const LOOK_MS = SECOND

/** The marks of a timer of so many ms, the first first. */
function marksOf(totalMs: number): readonly Due[] {
  const half: Due = { leftMs: totalMs / 2, mark: { kind: 'half', minutes: totalMs / 2 / MINUTE } }
  const last = Array.from({ length: LAST_SECONDS }, (_, i): Due => {
    const seconds = LAST_SECONDS - i
    return { leftMs: seconds * SECOND, mark: { kind: 'last', seconds } }
  })
  return [
    ...(totalMs > WORTH_HALVING ? [half] : []),
    ...(totalMs > MINUTE ? [{ leftMs: MINUTE, mark: { kind: 'minute' } } as const] : []),
    ...last.filter(({ leftMs }) => leftMs < totalMs),
    { leftMs: 0, mark: { kind: 'end' } },
  ]
}

/**
 * Tells each mark when it comes; `leftMs` is asked again each time, as the server's time may be corrected. What lies
 * behind at the start is not told. Ends itself after the end.
 */
export function tellMarks(
  totalMs: number,
  leftMs: () => number,
  after: After,
  tell: (mark: TimeMark) => void,
): Unsubscribe {
  const first = leftMs()
  const due = marksOf(totalMs).filter(mark => mark.leftMs < first)
  let stop: Unsubscribe = () => undefined
  const wait = () => {
    const [next] = due
    if (next) stop = after(Math.max(1, Math.min(LOOK_MS, leftMs() - next.leftMs)), arrive)
  }
  const arrive = () => {
    const left = leftMs()
    for (let next = due[0]; next && next.leftMs >= left; next = due[0]) {
      due.shift()
      if (next.leftMs - left < STALE_MS) tell(next.mark)
    }
    wait()
  }
  wait()
  return () => stop()
}
