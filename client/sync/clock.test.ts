/** The server's time, on lines of any delay and devices of any clock. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restOf } from '../../shared/workshop/timer.ts'
import { ServerClock } from './clock.ts'
import { fakeTimers } from './fake-timers.ts'

const HOUR = 3_600_000
const SERVER_START = Date.UTC(2026, 4, 1)

/** A clock on a device that is `wrong` ms off, over a line with these delays there and back. */
function onLine(delays: readonly (readonly [there: number, back: number])[], wrong = 0) {
  const timers = fakeTimers()
  const started = timers.now()
  const serverTime = () => SERVER_START + timers.now() - started
  let questions = 0
  const clock: ServerClock = new ServerClock({
    timers,
    wallTime: () => serverTime() + wrong,
    ask: asked => {
      const [there, back] = delays[questions++ % delays.length] ?? [0, 0]
      timers.after(there, () => {
        const answer = { asked, serverTime: Math.round(serverTime()) }
        timers.after(back, () => clock.answer(answer))
      })
      return true
    },
  })
  return { timers, clock, error: () => clock.now() - serverTime(), asked: () => questions }
}

test('[P20] a device a day ahead or behind shows the server time after the first answer', () => {
  for (const wrong of [24 * HOUR, -24 * HOUR]) {
    const { clock, timers, error } = onLine([[20, 20]], wrong)
    expect(error()).toBe(wrong)
    clock.measure()
    timers.pass(40)
    expect(Math.abs(error())).toBeLessThanOrEqual(1)
  }
})

test('[P20] the fastest of five round trips counts: one slow way does not shift the time', () => {
  const { clock, timers, error, asked } = onLine([
    [400, 5],
    [300, 10],
    [6, 4],
    [5, 500],
    [200, 5],
  ])
  clock.measure()
  timers.pass(5_000)
  expect(asked()).toBe(5)
  expect(Math.abs(error())).toBeLessThanOrEqual(2)
})

test('[P20] with up to 100 ms of jitter the time is right within 50 ms', () => {
  const delay = fc.integer({ min: 1, max: 100 })
  fc.assert(
    fc.property(fc.array(fc.tuple(delay, delay), { minLength: 5, maxLength: 5 }), delays => {
      const { clock, timers, error } = onLine(delays, 17 * HOUR)
      clock.measure()
      timers.pass(1_001)
      expect(Math.abs(error())).toBeLessThanOrEqual(50)
    }),
    { seed: 20, numRuns: 200 },
  )
})

test('the time is whole: the gate takes no fractions in a place', () => {
  const clock = new ServerClock({ timers: fakeTimers(0.4), wallTime: () => 1_000.2, ask: () => false })
  expect(clock.now()).toBe(1_000)
})

test('it is measured again each minute', () => {
  const { clock, timers, asked } = onLine([[10, 10]])
  clock.measure()
  timers.pass(59_000)
  expect(asked()).toBe(5)
  timers.pass(2_000)
  expect(asked()).toBe(10)
  clock.stop()
  timers.pass(600_000)
  expect(asked()).toBe(10)
})

test('an answer to a question that was given up changes nothing', () => {
  const { clock, timers, error } = onLine([[10, 10]])
  clock.measure()
  timers.pass(200)
  const before = error()
  clock.answer({ asked: 1, serverTime: 5 })
  clock.answer({ asked: 5, serverTime: 5 })
  expect(error()).toBe(before)
})

test('[B6] two devices a day wrong, one ahead and one behind, show rests of a step that differ by less than a second', () => {
  const run = { startedAt: SERVER_START, totalMs: 600_000, pausedAt: null, pausedMs: 0 }
  const ways = [
    [24 * HOUR, [180, 20]],
    [-24 * HOUR, [20, 180]],
  ] as const
  const people = ways.map(([wrong, delays]) => onLine([delays], wrong))
  for (const { clock } of people) clock.measure()
  for (let minute = 0; minute < 12; minute++) {
    for (const { timers } of people) timers.pass(60_000)
    const rests = people.map(({ clock }) => restOf(run, clock.now()).leftMs ?? NaN)
    const [one = NaN, other = NaN] = rests
    expect(Math.abs(one - other)).toBeLessThanOrEqual(1_000)
    expect(Math.abs(one - (600_000 - (minute + 1) * 60_000))).toBeLessThanOrEqual(1_000)
  }
  // Control: by their own clocks they are a day apart.
  const untold = ways.map(([wrong, delays]) => restOf(run, onLine([delays], wrong).clock.now()).leftMs ?? NaN)
  expect(Math.abs((untold[0] ?? NaN) - (untold[1] ?? NaN))).toBeGreaterThan(23 * HOUR)
})
