import { expect, test } from 'vitest'
import type { Rect } from '../../shared/base/geometry.ts'
import { NOTE, STEP } from '../../shared/canvas/layouts.ts'
import { heapsOf, nameStrip, outlineOf } from './group-outline.ts'

const at = (column: number, row: number): Rect => ({ x: STEP.x * column, y: STEP.y * row, ...NOTE })
const length = (edges: ReturnType<typeof outlineOf>): number =>
  edges.reduce((sum, [a, b]) => sum + Math.abs(a.x - b.x) + Math.abs(a.y - b.y), 0)

test('[B23] neighbours stand together, whatever the order they come in; what lies apart is a heap of its own', () => {
  const heaps = heapsOf([at(0, 1), at(3, 3), at(1, 0), at(0, 0)])
  expect(heaps).toEqual([[at(0, 0), at(1, 0), at(0, 1)], [at(3, 3)]])
  // A later one may join two heaps.
  expect(heapsOf([at(0, 0), at(2, 0), at(0, 1), at(1, 1), at(2, 1)])).toHaveLength(1)
})

test('[B23] the line goes once round a heap, twelve units off, and through none of its notes', () => {
  const around = (width: number, height: number) => 2 * (width + 24 + height + 24)
  expect(length(outlineOf([at(0, 0)]))).toBe(around(NOTE.width, NOTE.height))
  expect(length(outlineOf([at(0, 0), at(1, 0)]))).toBe(around(STEP.x + NOTE.width, NOTE.height))
  // An angle has the outline of the square around it.
  const square = around(STEP.x + NOTE.width, STEP.y + NOTE.height)
  expect(length(outlineOf([at(0, 0), at(1, 0), at(0, 1)]))).toBe(square)
  expect(length(outlineOf([at(0, 0), at(1, 0), at(0, 1), at(1, 1)]))).toBe(square)
})

test('[B23] the name stands on the line above the first note, from far on the line below the first of the last row', () => {
  const isOn = ({ y, height }: Rect, line: number) => y < line && line < y + height
  const heap = [at(1, 1), at(2, 1), at(1, 2)]
  const near = nameStrip(heap, 1)
  expect([near.x, isOn(near, STEP.y - 12)]).toEqual([STEP.x, true])
  expect(near.y + near.height).toBeLessThan(STEP.y)
  const far = nameStrip(heap, 0.55)
  const end = 2 * STEP.y + NOTE.height
  expect([far.x, isOn(far, end + 12)]).toEqual([STEP.x, true])
  expect(far.y).toBeGreaterThan(end)
})
