import { expect, test } from 'vitest'
import type { TimeMark } from './timing.ts'
import { tellMarks } from './timing.ts'

/** A timer of so many seconds, of which some are over already, on a clock that a test moves. */
function timer(seconds: number, { over = 0 } = {}) {
  let left = (seconds - over) * 1_000
  let due: { at: number; run: () => void } | undefined
  const heard: string[] = []
  const name = (mark: TimeMark) => (mark.kind === 'last' ? `${mark.seconds}` : mark.kind)
  const stop = tellMarks(
    seconds * 1_000,
    () => left,
    (ms, run) => {
      due = { at: left - ms, run }
      return () => {
        due = undefined
      }
    },
    mark => heard.push(name(mark)),
  )
  const pass = (ms: number) => {
    const to = left - ms
    while (due && due.at >= to) {
      const { at, run } = due
      due = undefined
      left = Math.min(left, at)
      run()
    }
    left = to
  }
  return { heard, pass, stop, jump: (ms: number) => (left -= ms), waits: () => due !== undefined }
}

test('[B6] half, one minute, the last ten seconds and the end are told, each once', () => {
  const { heard, pass, waits } = timer(600)
  pass(299_000)
  expect(heard).toEqual([])
  pass(1_000)
  expect(heard).toEqual(['half'])
  pass(240_000)
  expect(heard).toEqual(['half', 'minute'])
  pass(100_000)
  expect(heard).toEqual(['half', 'minute', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'end'])
  expect(waits()).toBe(false)
})

test('[B6] who comes late hears only what is ahead', () => {
  const { heard, pass } = timer(600, { over: 400 })
  pass(195_000)
  expect(heard).toEqual(['minute', '10', '9', '8', '7', '6', '5'])
})

test('[B6] a short step has no half and no minute of its own', () => {
  const { heard, pass } = timer(60)
  pass(60_000)
  expect(heard).toEqual(['10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'end'])
})

test('[B6] a tab that slept tells nothing of what it missed, and goes on', () => {
  const { heard, jump, pass } = timer(600)
  jump(545_000)
  pass(0)
  expect(heard).toEqual([])
  pass(45_000)
  expect(heard).toEqual(['10'])
})

test('[B6] [P20] a clock that is put right by minutes finds its marks, though timers know nothing of it', () => {
  let passed = 0
  let ahead = 0
  let due: { at: number; run: () => void } | undefined
  const heard: string[] = []
  tellMarks(
    480_000,
    () => 480_000 - passed - ahead,
    (ms, run) => {
      due = { at: passed + ms, run }
      return () => undefined
    },
    mark => heard.push(mark.kind === 'last' ? `${mark.seconds}` : mark.kind),
  )
  const passes = (to: number) => {
    for (let next = due; next && next.at <= to; next = due) {
      due = undefined
      passed = next.at
      next.run()
    }
    passed = to
  }
  passes(20_000)
  ahead = 449_000
  passes(31_000)
  expect(heard).toEqual(['10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'end'])
})

test('[B6] a timer that is stopped says nothing more', () => {
  const { heard, pass, stop } = timer(600)
  stop()
  pass(600_000)
  expect(heard).toEqual([])
})
