import { expect, test } from 'vitest'
import { clockText, pressureOf, shareGone, untilNextFigure } from './clock.ts'

const rest = (leftMs: number | null, elapsedMs = 60_000, isPaused = false) => ({
  ...{ leftMs, elapsedMs, isPaused },
  isOver: leftMs !== null && leftMs <= 0,
})

test('[B6] the clock counts down to nothing, and then up', () => {
  expect([600_000, 599_999, 348_000, 347_001, 1, 0, -999, -1_000, -42_500].map(left => clockText(rest(left)))).toEqual([
    ...['10:00', '10:00', '05:48', '05:48', '00:01', '00:00', '00:00', '+0:01', '+0:42'],
  ])
  expect(clockText(rest(3_723_000))).toBe('1:02:03')
  expect(clockText(rest(-3_723_000))).toBe('+1:02:03')
})

test('[B6] a step without a limit counts what has passed', () => {
  expect(clockText(rest(null, 61_500))).toBe('01:01')
  expect(pressureOf(rest(null))).toBe('open')
  expect(shareGone(rest(null))).toBe(0)
})

test('[B6] figures change when a second is over, before and after the end', () => {
  for (const left of [5_400, 5_000, 400, 0, -400, -1_400]) {
    const until = untilNextFigure(rest(left))
    expect(until).toBeGreaterThan(0)
    expect(until).toBeLessThanOrEqual(1_000)
    if (left > 0 || left <= -1_000) {
      expect(clockText(rest(left - until + 1))).toBe(clockText(rest(left)))
      expect(clockText(rest(left - until - 1))).not.toBe(clockText(rest(left)))
    }
  }
})

test('[B6] the look turns at a fifth and at a twentieth of the time, extensions counted', () => {
  const at = (left: number, total = 600_000) => pressureOf(rest(left, total - left))
  expect([600_000, 120_001, 120_000, 30_001, 30_000, 1, 0, -1].map(left => at(left))).toEqual([
    ...['calm', 'calm', 'soon', 'soon', 'last', 'last', 'over', 'over'],
  ])
  expect(at(120_000, 900_000)).toBe('soon')
  expect(pressureOf(rest(30_000, 570_000, true))).toBe('paused')
  expect(shareGone(rest(150_000, 450_000))).toBe(0.75)
  expect(shareGone(rest(-150_000, 750_000))).toBe(1)
})
