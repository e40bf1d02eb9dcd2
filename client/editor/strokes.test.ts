/** Strokes as geometry: simplified without being seen to be, outlined alike for board and picture. */
import { describe, expect, test } from 'vitest'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import { anchorInside, boundsOf, inkPoints, isCrossed, outlineOf, simplified, storedPoints } from './strokes.ts'

const line = (points: readonly number[]) => ({ points, width: 3, kind: 'pen' }) as const
const arc = Array.from({ length: 200 }, (_, i) => ({
  x: 100 * Math.cos(i / 60),
  y: 100 * Math.sin(i / 60),
  pressure: 0.5,
}))

describe('points', () => {
  test('go through storage and back within a quarter of a unit', () => {
    const back = inkPoints(line(storedPoints(arc)))
    expect(back).toHaveLength(arc.length)
    for (const [i, { x, y }] of back.entries()) {
      expect(Math.abs(x - (arc[i]?.x ?? 0))).toBeLessThanOrEqual(0.125)
      expect(Math.abs(y - (arc[i]?.y ?? 0))).toBeLessThanOrEqual(0.125)
    }
  })
  test('of the first version are pairs, pressed evenly', () => {
    expect(inkPoints({ points: [0, 0, 12.5, -4], width: 3 })).toEqual([
      { x: 0, y: 0, pressure: 0.5 },
      { x: 12.5, y: -4, pressure: 0.5 },
    ])
  })
  test('that make no whole point are left out, and a mad pressure is none', () => {
    expect(inkPoints(line([1, 2, 500, 7]))).toEqual([{ x: 1, y: 2, pressure: 1 }])
    expect(inkPoints(line([]))).toEqual([])
  })
})

describe('simplifying', () => {
  test('keeps ends and line within the tolerance, with far fewer points', () => {
    const few = simplified(arc, 0.4)
    expect(few.length).toBeLessThan(40)
    expect([few[0], few.at(-1)]).toEqual([arc[0], arc.at(-1)])
    const thin = { points: storedPoints(few), width: 1, kind: 'pen' } as const
    for (const point of arc) expect(isCrossed(thin, point, point, 0.2)).toBe(true)
  })
  test('a straight line is its ends, but for where it was pressed', () => {
    const straight = [0, 1, 2, 3, 4].map(x => ({ x: x * 10, y: 0, pressure: x === 2 ? 1 : 0.5 }))
    expect(simplified(straight, 0.4).some(({ pressure }) => pressure === 1)).toBe(true)
    expect(
      simplified(
        straight.map(point => ({ ...point, pressure: 0.5 })),
        0.4,
      ),
    ).toHaveLength(2)
  })
})

describe('outlines', () => {
  test('are the data of a closed path, without a number that is none', () => {
    const random = seeded(7)
    for (let run = 0; run < 10; run++) {
      const points = Array.from({ length: random(30) * 3 }, () => random(400) - 200)
      const data = outlineOf(line(points))
      expect(data).not.toMatch(/NaN|Infinity|undefined/)
      if (points.length > 0) expect(data).toMatch(/^M.*Z$/)
    }
  })
  test('a dot is a dot', () => {
    expect(outlineOf(line([0, 0, 50]))).toMatch(/^M.+Z$/)
  })
  test('lie within the bounds', () => {
    const stroke = line(storedPoints(arc))
    const { x, y, width, height } = boundsOf(stroke)
    const numbers =
      outlineOf(stroke)
        .match(/-?[\d.]+/g)
        ?.map(Number) ?? []
    for (let i = 0; i < numbers.length; i += 2) {
      expect(numbers[i]).toBeGreaterThanOrEqual(x)
      expect(numbers[i]).toBeLessThanOrEqual(x + width)
      expect(numbers[i + 1]).toBeGreaterThanOrEqual(y)
      expect(numbers[i + 1]).toBeLessThanOrEqual(y + height)
    }
  })
})

test('a line is crossed where the way goes through it, not where only its box is', () => {
  const diagonal = line([0, 0, 50, 200, 200, 50])
  expect(isCrossed(diagonal, { x: 0, y: 100 }, { x: 200, y: 100 }, 4)).toBe(true)
  expect(isCrossed(diagonal, { x: 150, y: 20 }, { x: 190, y: 60 }, 4)).toBe(false)
})

test('an anchor from a larger block is brought inside the smaller one', () => {
  const block = { x: 0, y: 0, width: 480, height: 448 }
  expect(anchorInside(['channels', 40, 900], block)).toEqual({ x: 40, y: 448 })
  expect(anchorInside(['channels', 40, 90], block)).toEqual({ x: 40, y: 90 })
})
