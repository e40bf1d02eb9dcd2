/** The arithmetic of the camera, checked by numbers and by random cameras. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, keptInSight, MARGIN, seenBy, showing, toBoard, toScreen, zoomedAround } from './camera.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const point = fc.record({ x: number(-5_000, 5_000), y: number(-5_000, 5_000) })
const camera = fc.record({ x: number(-3_000, 3_000), y: number(-3_000, 3_000), zoom: number(0.1, 4) })
const stage = { width: 1_388, height: 808 }

test('what is on the screen and back is where it was', () => {
  fc.assert(
    fc.property(camera, point, (c, p) => {
      const there = toBoard(c, toScreen(c, p))
      expect(there.x).toBeCloseTo(p.x, 6)
      expect(there.y).toBeCloseTo(p.y, 6)
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('zooming keeps the point under the pointer, between 20 and 400 %', () => {
  fc.assert(
    fc.property(camera, point, number(0.01, 100), (c, at, factor) => {
      const next = zoomedAround(c, at, factor)
      const under = toBoard(next, at)
      expect(under.x).toBeCloseTo(toBoard(c, at).x, 6)
      expect(under.y).toBeCloseTo(toBoard(c, at).y, 6)
      expect(next.zoom).toBeLessThanOrEqual(4)
      expect(next.zoom).toBeGreaterThanOrEqual(Math.min(0.2, c.zoom))
    }),
    { seed: 2, numRuns: 200 },
  )
})

test('a fit that lies below 20 % is not left by zooming out', () => {
  expect(zoomedAround({ x: 0, y: 0, zoom: 0.12 }, { x: 0, y: 0 }, 0.5).zoom).toBe(0.12)
})

test('a fitted rectangle lies in the middle with a margin', () => {
  const rect = { x: 100, y: 50, width: 2_400, height: 1_344 }
  const c = fitted(rect, stage)
  const { x, y } = toScreen(c, rect)
  expect(x).toBeCloseTo(MARGIN, 6)
  expect(y).toBeCloseTo((stage.height - rect.height * c.zoom) / 2, 6)
})

test('a rectangle too high to be read is shown from its top, as wide as it fits', () => {
  const tall = { x: 480, y: 0, width: 480, height: 10_000 }
  const c = fitted(tall, stage, { readable: 0.62 })
  expect(c.zoom).toBe(0.62)
  expect(toScreen(c, tall).y).toBeCloseTo(MARGIN, 6)
  expect(fitted({ ...tall, width: 4_000 }, stage, { readable: 0.62 }).zoom).toBeCloseTo((1_388 - 24) / 4_000, 6)
})

test('the sheet cannot be lost out of sight', () => {
  const sheet = { x: 0, y: 0, width: 2_400, height: 1_344 }
  fc.assert(
    fc.property(camera, c => {
      const seen = seenBy(keptInSight(c, sheet, stage), stage)
      const shared = Math.min(seen.x + seen.width, 2_400) - Math.max(seen.x, 0)
      expect(shared * c.zoom).toBeGreaterThan(79)
    }),
    { seed: 3, numRuns: 100 },
  )
})

test('a note out of sight is brought in by the shortest way; one in sight moves nothing', () => {
  const c = { x: 0, y: 0, zoom: 1 }
  const note = { x: 1_500, y: 100, width: 208, height: 128 }
  expect(showing(c, note, stage)).toEqual({ x: 1_500 + 208 + MARGIN - 1_388, y: 0, zoom: 1 })
  expect(showing(c, { ...note, x: 600 }, stage)).toEqual(c)
  expect(showing({ ...c, x: 2_000 }, note, stage).x).toBe(1_500 - MARGIN)
})
