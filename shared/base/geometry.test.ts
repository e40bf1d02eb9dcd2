/** Points and rectangles, where their edges are concerned. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from './geometry.ts'
import { around, centreOf, clamp, contains, distance, overlaps, rectBetween } from './geometry.ts'

const square: Rect = { x: 10, y: 20, width: 100, height: 50 }
const whole = fc.integer({ min: -50, max: 50 })
const point = fc.record({ x: whole, y: whole })
const rect = fc.record({
  x: whole,
  y: whole,
  width: fc.integer({ min: 1, max: 50 }),
  height: fc.integer({ min: 1, max: 50 }),
})

test('a rectangle holds its left and upper edge, not its right and lower one', () => {
  expect(contains(square, { x: 10, y: 20 })).toBe(true)
  expect(contains(square, { x: 110, y: 30 })).toBe(false)
  expect(contains(square, { x: 30, y: 70 })).toBe(false)
})

test('rectangles that only touch do not overlap; overlapping is mutual, and means a point in common', () => {
  expect(overlaps(square, { x: 110, y: 20, width: 5, height: 5 })).toBe(false)
  fc.assert(
    fc.property(rect, rect, (a, b) => {
      const corner = { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y) }
      expect(overlaps(a, b)).toBe(overlaps(b, a))
      expect(overlaps(a, b)).toBe(contains(a, corner) && contains(b, corner))
    }),
    { seed: 1 },
  )
})

test('the rectangle between two corners is the same from whichever corner it was drawn', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const drawn = rectBetween(a, b)
      expect(rectBetween(b, a)).toEqual(drawn)
      expect(rectBetween({ x: a.x, y: b.y }, { x: b.x, y: a.y })).toEqual(drawn)
      expect(distance(centreOf(drawn), a)).toBeCloseTo(distance(centreOf(drawn), b))
    }),
    { seed: 1 },
  )
})

test('a clamped value stays within, and keeps what is within', () => {
  expect([clamp(-1, 0, 10), clamp(4, 0, 10), clamp(11, 0, 10)]).toEqual([0, 4, 10])
})

test('a centre is as far from all corners', () => {
  expect(centreOf(square)).toEqual({ x: 60, y: 45 })
  expect(distance({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5)
})

test('several rectangles lie in one, none in none', () => {
  expect(around([square, { ...square, x: 400, y: 300 }])).toEqual({ x: 10, y: 20, width: 490, height: 330 })
  expect(around([])).toBeUndefined()
})
