/** What the agenda's times add up to: how long it takes, when it ends, and whether the session is ahead of it or behind. */
import type { Ran, Run } from '../../shared/workshop/session.ts'
import type { Step } from '../../shared/workshop/step.ts'
import type { Rest } from '../../shared/workshop/timer.ts'

const MINUTE = 60_000

export interface AgendaTimes {
  readonly minutes: number
  /** Server time, ms; of a running session when its last step will end, else when it would, begun now. */
  readonly endsAt: number
  /** Whole minutes that this session has used more than planned; below 0: fewer. Undefined while none runs. */
  readonly behind: number | undefined
}

interface Session {
  readonly steps: readonly Step[]
  readonly run: Run | undefined
  readonly rest: Rest | undefined
  /** What ever ran. */
  readonly ran: readonly Ran[]
  readonly now: number
}

export function timesOf({ steps, run, rest, ran, now }: Session): AgendaTimes {
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0)
  if (!run || !rest) return { minutes, endsAt: now + minutes * MINUTE, behind: undefined }
  const at = steps.findIndex(({ id }) => id === run.step)
  const ahead = steps.slice(at + 1).reduce((sum, step) => sum + step.minutes, 0)
  const left = Math.max(0, rest.leftMs ?? 0)
  const before = thisSession(ran, run.startedAt)
  const used = before.reduce((sum, { startedAt, endedAt }) => sum + endedAt - startedAt, 0)
  const planned = before.reduce((sum, { plannedMs }) => sum + plannedMs, 0)
  const plannedNow = run.plan.minutes * MINUTE
  // A step that still has time is expected to take all of it; one that was extended, as much longer.
  const expectedNow = run.plan.minutes === 0 ? 0 : Math.max(rest.elapsedMs, run.totalMs) - plannedNow
  return { minutes, endsAt: now + left + ahead * MINUTE, behind: Math.round((used - planned + expectedNow) / MINUTE) }
}

/** One step begins when the one before ends; a gap is the time between two sessions. */
const GAP_MS = 1_000

/** Of all that ran the last chain without a gap, up to `until`. */
function thisSession(ran: readonly Ran[], until: number): readonly Ran[] {
  const last: Ran[] = []
  let begin = until
  for (const each of [...ran].sort((a, b) => b.startedAt - a.startedAt)) {
    if (begin - each.endedAt > GAP_MS) break
    last.unshift(each)
    begin = each.startedAt
  }
  return last
}
