/** Culling against a plain filter over everything. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from '../../shared/base/geometry.ts'
import { addInSight, firstFrom } from './culling.ts'

const SIZE = { width: 208, height: 128 }

test('[B9] exactly the notes that touch the view are found', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 10 }), y: fc.integer({ min: 0, max: 200 }) })
  const views = fc.record({
    x: fc.integer({ min: -300, max: 2500 }),
    y: fc.integer({ min: -300, max: 30_000 }),
    width: fc.integer({ min: 1, max: 2000 }),
    height: fc.integer({ min: 1, max: 2000 }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 80 }), views, (places, view) => {
      const rects: Rect[] = places
        .map(({ x, y }) => ({ x: x * 224, y: y * 144, ...SIZE }))
        .sort((a, b) => a.y - b.y || a.x - b.x)
      const found: Rect[] = []
      addInSight(rects, SIZE, view, found)
      const touches = (r: Rect) =>
        r.x <= view.x + view.width && r.x + r.width >= view.x && r.y <= view.y + view.height && r.y + r.height >= view.y
      expect(found).toEqual(rects.filter(touches))
    }),
    { seed: 3, numRuns: 300 },
  )
})

test('the cost does not depend on how many there are', () => {
  let asked = 0
  const items = Array.from({ length: 20_000 }, (_, i) => ({
    x: 0,
    get y() {
      asked++
      return i * 144
    },
  }))
  addInSight(items, SIZE, { x: 0, y: 1_400_000, width: 500, height: 500 }, [])
  expect(asked).toBeLessThan(40)
})

test('the first index is found at the ends too', () => {
  const items = [0, 0, 144, 288].map(y => ({ x: 0, y }))
  expect([-5, 0, 1, 288, 289].map(top => firstFrom(items, top))).toEqual([0, 0, 2, 3, 4])
})
