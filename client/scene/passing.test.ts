/** Lasers and reactions between their messages. */
import { expect, test } from 'vitest'
import type { Other, Pointing } from '../editor/board.ts'
import { createFloats } from './floats.ts'
import { createLasers } from './lasers.ts'

const other = (pointing: Pointing, tab = 1): Other => ({
  tab,
  person: { id: `p${tab}`, name: `P ${tab}`, color: 'jade', role: 'participant' },
  pointing,
})
const laser = (trail: readonly number[]): Pointing => ({ laser: { anchor: ['desk', 0, 0], trail } })
const reacts = (count: number, tab = 1): Other => other({ reaction: { kind: 'idea', count, at: ['desk', 0, 0] } }, tab)

test('each point of a laser fades in 600 ms from its own beginning', () => {
  const lasers = createLasers()
  expect(lasers.hear(undefined, [other(laser([0, 0, 300, 10, 0, 0]))], 1_000)).toBe(1_600)
  expect(lasers.at(1_000)[0]?.points.map(({ rest }) => rest)).toEqual([0.5, 1])
  expect(lasers.at(1_240)[0]?.points.map(({ rest }) => Math.round(rest * 10))).toEqual([1, 6])
  expect(lasers.at(1_300)).toEqual([])
})

test('the same laser said again does not shine anew, and mine shines beside it', () => {
  const lasers = createLasers()
  const trail = [0, 0, 0, 10, 0, 0]
  lasers.hear(undefined, [other(laser(trail))], 0)
  lasers.hear({ anchor: ['desk', 5, 5], trail }, [other(laser([...trail]))], 500)
  expect(lasers.at(500)).toHaveLength(2)
  expect(lasers.at(700)).toHaveLength(1)
  lasers.hear(undefined, [], 800)
  expect(lasers.at(800)).toEqual([])
})

test('a reaction rises and fades; one that was there before me does not', () => {
  const floats = createFloats()
  expect(floats.hear([reacts(7)], 0)).toBe(0)
  expect(floats.at(1, { still: false })).toEqual([])
  expect(floats.hear([reacts(8)], 1_000)).toBe(2_600)
  const [begin] = floats.at(1_000, { still: false })
  const [later] = floats.at(2_400, { still: false })
  expect([begin?.up, begin?.alpha]).toEqual([0, 1])
  expect(later?.up).toBeGreaterThan(50)
  expect(later?.alpha).toBeCloseTo(0.4)
  expect(floats.at(2_600, { still: false })).toEqual([])
})

test('under reduced motion it stands where it is, and goes', () => {
  const floats = createFloats()
  floats.rise(reacts(1).person, { kind: 'love', count: 1, at: ['desk', 0, 0] }, 0)
  expect(floats.at(1_500, { still: true })[0]).toMatchObject({ up: 0, alpha: 1 })
  expect(floats.at(1_600, { still: true })).toEqual([])
})

test('[T20] a tab that drums is heard four times a second, and a hundred of them float forty at most', () => {
  const floats = createFloats()
  floats.hear([other({})], 0)
  for (let i = 1; i <= 100; i++) floats.hear([reacts(i)], i * 10)
  expect(floats.at(1_000, { still: false }).length).toBeLessThanOrEqual(4)
  const crowd = Array.from({ length: 100 }, (_, tab) => tab + 10)
  floats.hear(
    crowd.map(tab => other({}, tab)),
    2_000,
  )
  floats.hear(
    crowd.map(tab => reacts(1, tab)),
    2_300,
  )
  expect(floats.at(2_300, { still: false })).toHaveLength(40)
})
