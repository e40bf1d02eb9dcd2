/** How segments share a stripe. */
import { expect, test } from 'vitest'
import { PRINTS, restOf, sharesOf, shownOf } from './stripes.ts'

test('[B10] one segment has the whole stripe', () => {
  expect(sharesOf([2], 126)).toEqual([{ print: 2, again: false, y: 0, height: 126 }])
  expect(sharesOf([], 126)).toEqual([])
})

test('[B10] several share the height in legend order with bare gaps, and fill it', () => {
  const shares = sharesOf([0, 1, 4], 126)
  expect(shares.map(share => share.print)).toEqual([0, 1, 4])
  const [a, b, c] = shares
  expect(b && a ? b.y - (a.y + a.height) : 0).toBeCloseTo(2.5)
  expect(c && b ? c.y - (b.y + b.height) : 0).toBeCloseTo(2.5)
  expect(c ? c.y + c.height : 0).toBeCloseTo(126)
})

test('[B10] four are shown; of more than four, three, and the rest is counted', () => {
  expect(shownOf([0, 1, 2, 3])).toHaveLength(4)
  expect(restOf([0, 1, 2, 3])).toBe(0)
  expect(shownOf([0, 1, 2, 3, 4])).toEqual([0, 1, 2])
  expect(restOf([0, 1, 2, 3, 4])).toBe(2)
})

test('[B10] a ninth segment wears the first print again, with a line', () => {
  expect(PRINTS).toHaveLength(8)
  expect(sharesOf([8], 126)).toEqual([{ print: 0, again: true, y: 0, height: 126 }])
})

test('[B10] a print goes on in even steps down to the height that is asked for', () => {
  expect(PRINTS[0].path(126)).toBe('M0 0h14v126h-14z')
  expect(PRINTS[3].path(25)).toBe('M0 1h14v6h-14zM0 13h14v6h-14zM0 25h14v6h-14z')
})
