import { expect, test } from 'vitest'
import { dueAt, extendedMs, restOf } from './timer.ts'

const MINUTE = 60_000
const run = { startedAt: 1_000, totalMs: 10 * MINUTE, pausedAt: null, pausedMs: 0 }

test('[B6] a step has its minutes less what went by; after that it counts up', () => {
  expect(restOf(run, 1_000)).toEqual({ elapsedMs: 0, leftMs: 10 * MINUTE, isOver: false, isPaused: false })
  expect(restOf(run, 1_000 + 3 * MINUTE)).toMatchObject({ elapsedMs: 3 * MINUTE, leftMs: 7 * MINUTE })
  expect(restOf(run, 1_000 + 10 * MINUTE)).toMatchObject({ leftMs: 0, isOver: true })
  expect(restOf(run, 1_000 + 12 * MINUTE)).toMatchObject({ leftMs: -2 * MINUTE, isOver: true })
  expect(restOf({ ...run, totalMs: 0 }, 1e9)).toMatchObject({ leftMs: null, isOver: false })
})

test('[B6] a clock that is behind shows the full time, never more', () => {
  expect(restOf(run, 0)).toMatchObject({ elapsedMs: 0, leftMs: 10 * MINUTE })
})

test('[B6] a pause stands still, and is not counted afterwards', () => {
  const paused = { ...run, pausedAt: 1_000 + 2 * MINUTE, pausedMs: MINUTE }
  expect(restOf(paused, 1e9)).toMatchObject({ elapsedMs: MINUTE, leftMs: 9 * MINUTE, isPaused: true })
  expect(dueAt(paused)).toBeNull()
  expect(dueAt({ ...run, pausedMs: MINUTE })).toBe(1_000 + 11 * MINUTE)
  expect(dueAt({ ...run, totalMs: 0 })).toBeNull()
})

test.each([
  ['five more, with time left', run, 5, 3, 15],
  ['one less', run, -1, 3, 9],
  ['less than what is left: it is up now', run, -9, 3, 3],
  ['five more when it is two minutes over: five from now', run, 5, 12, 17],
  ['none can be taken when it is over', run, -5, 12, 12],
  ['none can be taken from a step without a limit', { ...run, totalMs: 0 }, -5, 12, 0],
  ['five for a step without a limit: from now', { ...run, totalMs: 0 }, 5, 12, 17],
])('[B6] %s', (_what, timed, minutes, elapsed, total) => {
  expect(extendedMs(timed, minutes, 1_000 + elapsed * MINUTE)).toBe(total * MINUTE)
})

test('[B6] taking away leaves a limit, also at once after the start; a day is the most', () => {
  expect(extendedMs(run, -10, 1_000)).toBe(1)
  expect(extendedMs(run, 480, 1_000 + 24 * 60 * MINUTE)).toBe(24 * 60 * MINUTE)
})
