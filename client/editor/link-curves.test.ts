/** The curves of links, checked by their numbers. */
import { expect, test } from 'vitest'
import type { Rect } from '../../shared/base/geometry.ts'
import { boundsOf, distanceTo, headingOf, pointOn, tipOf } from './curves.ts'
import { curveInHand, linkCurves } from './link-curves.ts'
import { sideFacing } from './sides.ts'

const note = (x: number, y: number): Rect => ({ x, y, width: 208, height: 128 })
const rects: Readonly<Record<string, Rect>> = {
  middle: note(1000, 500),
  right: note(1500, 500),
  farRight: note(1900, 700),
  above: note(1100, 100),
  left: note(400, 520),
}
const rectOf = (id: string) => rects[id]
const link = (from: string, to: string) => ({ id: `${from}-${to}`, from, to })
const only = (from: string, to: string) => {
  const curve = linkCurves([link(from, to)], rectOf).get(`${from}-${to}`)
  if (!curve) throw new Error('no curve')
  return curve
}

test('[B10] a link leaves sideways when the centres are more than a note apart, else up or down', () => {
  expect(sideFacing(note(0, 0), note(209, 900))).toBe('right')
  expect(sideFacing(note(0, 0), note(208, 900))).toBe('bottom')
  expect(sideFacing(note(0, 0), note(-209, 0))).toBe('left')
  expect(sideFacing(note(0, 900), note(100, 0))).toBe('top')
})

test('[B10] a link starts on the side, ends with its tip one unit off the note, and enters at a right angle', () => {
  const [[start, leave, arrive, tip]] = only('middle', 'right')
  expect(start).toEqual({ x: 1208, y: 564 })
  expect(tip).toEqual({ x: 1499, y: 564 })
  expect(arrive.y).toBe(tip.y)
  expect(leave.x).toBeCloseTo(1208 + 291 * 0.42)
  expect(headingOf(only('middle', 'right'))).toEqual({ x: 1, y: 0 })
  expect(headingOf(only('middle', 'above'))).toEqual({ x: 0, y: -1 })
  expect(headingOf(only('middle', 'left'))).toEqual({ x: -1, y: 0 })
})

test('[B10] ends on one side are spread in the order of their far ends, around the middle', () => {
  const curves = linkCurves([link('middle', 'farRight'), link('middle', 'right')], rectOf)
  expect(curves.get('middle-farRight')?.[0][0].y).toBe(564 + 9)
  expect(curves.get('middle-right')?.[0][0].y).toBe(564 - 9)
})

test('[B10] many ends on one side stay within it', () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ id: `${i}`, from: `n${i}`, to: 'middle' }))
  const curves = linkCurves(many, id => rects[id] ?? note(3000, Number(id.slice(1)) * 200))
  const ys = [...curves.values()].map(curve => tipOf(curve).y)
  expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(88)
  expect(new Set(ys).size).toBe(20)
})

test('[B10] a link whose note is nowhere, or to itself, has no curve', () => {
  expect(linkCurves([link('middle', 'gone'), link('right', 'right')], rectOf).size).toBe(0)
})

test('[B10] the hit test finds a point on the curve, and measures how far another is', () => {
  const curve = only('left', 'farRight')
  for (const t of [0, 0.13, 0.5, 0.77, 1]) expect(distanceTo(curve, pointOn(curve, t))).toBeLessThan(2)
  const straight = only('middle', 'right')
  expect(distanceTo(straight, { x: 1300, y: 600 })).toBeCloseTo(36)
  expect(distanceTo(straight, { x: 1100, y: 564 })).toBeCloseTo(108)
})

test('a curve lies within its bounds', () => {
  const curve = only('left', 'above')
  const { x, y, width, height } = boundsOf(curve)
  for (let t = 0; t <= 1; t += 0.05) {
    const p = pointOn(curve, t)
    expect(p.x >= x && p.y >= y && p.x <= x + width && p.y <= y + height).toBe(true)
  }
})

test('[B10] a link in hand ends at the pointer, and off the note it would join', () => {
  expect(tipOf(curveInHand(note(0, 0), { x: 600, y: 70 }))).toEqual({ x: 600, y: 70 })
  expect(tipOf(curveInHand(note(0, 0), note(600, 0)))).toEqual({ x: 599, y: 64 })
})
