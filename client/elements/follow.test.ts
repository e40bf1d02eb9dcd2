import { expect, test } from 'vitest'
import { besideOf } from './follow.ts'

const stage = { width: 1000, height: 600 }
const bar = { width: 400, height: 44 }
const camera = { x: 0, y: 0, zoom: 1 }
const note = { x: 100, y: 100, width: 208, height: 128 }

test('a bar stands below what it is about', () => {
  expect(besideOf(note, camera, stage, bar)).toEqual({ x: 92, y: 244 })
})

test('at the lower edge it stands above', () => {
  expect(besideOf({ ...note, y: 460 }, camera, stage, bar)).toEqual({ x: 92, y: 400 })
})

test('it never leaves the stage, at any zoom', () => {
  for (const zoom of [0.2, 1, 4])
    for (const x of [-500, 0, 900, 3000])
      for (const y of [-500, 0, 580, 3000]) {
        const at = besideOf({ ...note, x, y }, { x: 0, y: 0, zoom }, stage, bar)
        expect(at.x).toBeGreaterThanOrEqual(8)
        expect(at.x + bar.width).toBeLessThanOrEqual(992)
        expect(at.y).toBeGreaterThanOrEqual(8)
        expect(at.y + bar.height).toBeLessThanOrEqual(592)
      }
})
