import { expect, test } from 'vitest'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { restOf } from '../../shared/workshop/timer.ts'
import { timesOf } from './agenda-times.ts'

const MINUTE = 60_000
const START = 1_700_000_000_000

const steps = [10, 20, 30].map((minutes, order) => ({ ...BLANK_PLAN, minutes, order, id: `step${order}` }))

const ran = (step: number, from: number, to: number) => ({
  ...{ id: `ran${from}`, step: `step${step}`, order: step, title: '', round: null, skipped: false },
  ...{
    startedAt: START + from * MINUTE,
    endedAt: START + to * MINUTE,
    plannedMs: (steps[step]?.minutes ?? 0) * MINUTE,
  },
})

/** The second step runs since `from`, and it is `at` now. */
function running(from: number, at: number, { ranFor = [ran(0, 0, from)], more = 0 } = {}) {
  const plan = { ...BLANK_PLAN, minutes: 20 }
  const run = {
    ...{ id: 'run', seq: 2, step: 'step1', order: 1, plan, startedAt: START + from * MINUTE },
    ...{ totalMs: (20 + more) * MINUTE, pausedAt: null, pausedMs: 0, round: null },
  }
  const now = START + at * MINUTE
  const { endsAt, behind } = timesOf({ steps, run, rest: restOf(run, now), ran: ranFor, now })
  return { endsIn: (endsAt - now) / MINUTE, behind }
}

test('[B3] before the start the agenda says what it takes and when it would end', () => {
  expect(timesOf({ steps, run: undefined, rest: undefined, ran: [], now: START })).toEqual({
    ...{ minutes: 60, endsAt: START + 60 * MINUTE, behind: undefined },
  })
})

test('[B3] on time, ahead and behind: by what earlier steps took, and by more time for this one', () => {
  expect(running(10, 15)).toEqual({ endsIn: 45, behind: 0 })
  expect(running(7, 10)).toEqual({ endsIn: 47, behind: -3 })
  expect(running(14, 15)).toEqual({ endsIn: 49, behind: 4 })
  expect(running(10, 15, { more: 5 })).toEqual({ endsIn: 50, behind: 5 })
})

test('[B3] overtime puts the session behind as it passes', () => {
  expect(running(10, 36)).toEqual({ endsIn: 30, behind: 6 })
})

test('[B3] another session of the same board, hours ago, counts for nothing', () => {
  expect(running(10, 15, { ranFor: [ran(0, -300, -200), ran(1, -200, -100), ran(0, 0, 10)] })).toEqual({
    ...{ endsIn: 45, behind: 0 },
  })
})
