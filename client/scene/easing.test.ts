/** The easing curve and the way of a camera. */
import { expect, test } from 'vitest'
import { cameraBetween, ease } from './easing.ts'

test('the ease starts at rest, arrives at rest, and never goes back', () => {
  expect(ease(-1)).toBe(0)
  expect(ease(0)).toBe(0)
  expect(ease(1)).toBe(1)
  expect(ease(2)).toBe(1)
  let last = 0
  for (let t = 0; t <= 1; t += 0.01) {
    expect(ease(t)).toBeGreaterThanOrEqual(last)
    last = ease(t)
  }
})

test('the ease is the look’s curve: points of cubic-bezier(.2, .7, .2, 1)', () => {
  // At t = .5 the curve stands at x = .275, y = .7625.
  expect(ease(0.275)).toBeCloseTo(0.7625, 4)
  // At t = .25: x = .128125, y = .4515625.
  expect(ease(0.128125)).toBeCloseTo(0.4515625, 4)
})

test('a camera on its way keeps one point of the board in place', () => {
  const stage = { width: 1000, height: 600 }
  const from = { x: 0, y: 0, zoom: 0.5 }
  const to = { x: 500, y: 300, zoom: 2 }
  // The point that both cameras show at the same place of the stage.
  const fixed = { x: 2000 / 3, y: 400 }
  const at = (c: typeof from) => [(fixed.x - c.x) * c.zoom, (fixed.y - c.y) * c.zoom]
  for (const part of [0.1, 0.5, 0.9]) {
    const [x, y] = at(cameraBetween(from, to, stage, part))
    expect(x).toBeCloseTo(at(from)[0] ?? 0)
    expect(y).toBeCloseTo(at(from)[1] ?? 0)
  }
  expect(cameraBetween(from, to, stage, 1)).toBe(to)
})
