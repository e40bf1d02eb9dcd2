/** The time of a running step: pure arithmetic over the server's time, the same on every screen. */
import type { Run } from './session.ts'

const MINUTE_MS = 60_000
/** However often it is extended. */
const MOST_MS = 24 * 60 * MINUTE_MS

export interface Rest {
  readonly elapsedMs: number
  /** Below 0 is overtime; null: without a limit. */
  readonly leftMs: number | null
  readonly isOver: boolean
  readonly isPaused: boolean
}

type Timed = Pick<Run, 'startedAt' | 'totalMs' | 'pausedAt' | 'pausedMs'>

/** `now`: the server's time, ms. */
export function restOf(run: Timed, now: number): Rest {
  const elapsedMs = Math.max(0, (run.pausedAt ?? now) - run.startedAt - run.pausedMs)
  const leftMs = run.totalMs === 0 ? null : run.totalMs - elapsedMs
  return { elapsedMs, leftMs, isOver: leftMs !== null && leftMs <= 0, isPaused: run.pausedAt !== null }
}

/** When the time will be up if nobody does anything; null: never. */
export const dueAt = ({ startedAt, totalMs, pausedAt, pausedMs }: Timed): number | null =>
  totalMs === 0 || pausedAt !== null ? null : startedAt + pausedMs + totalMs

export const msOf = (minutes: number): number => minutes * MINUTE_MS

/**
 * The total after `minutes` more, or fewer. Minutes that are given when the time is up, or when there was no limit, count
 * from now; taken away is at most what is left, and nothing where there is no limit.
 */
export function extendedMs(run: Timed, minutes: number, now: number): number {
  if (run.totalMs === 0 && minutes < 0) return 0
  const { elapsedMs } = restOf(run, now)
  const from = Math.max(run.totalMs, elapsedMs)
  return Math.min(MOST_MS, Math.max(Math.ceil(elapsedMs), 1, from + msOf(minutes)))
}
