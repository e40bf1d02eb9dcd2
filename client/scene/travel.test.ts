/** When the shown camera travels, and when it follows at once. */
import { expect, test } from 'vitest'
import { createTravel } from './travel.ts'

const stage = { width: 1000, height: 500 }
const home = { x: 0, y: 0, zoom: 1 }
const away = { x: 100, y: 0, zoom: 1, travels: true }

test('a hand is followed at once', () => {
  const travel = createTravel(home)
  expect(travel.head({ x: 7, y: 0, zoom: 1 }, 0, 320)).toBe(0)
  expect(travel.at(0, stage)).toEqual({ x: 7, y: 0, zoom: 1 })
})

test('a look is travelled to, and arrived at in time', () => {
  const travel = createTravel(home)
  expect(travel.head(away, 1000, 320)).toBe(1320)
  expect(travel.at(1000, stage).x).toBeCloseTo(0)
  const half = travel.at(1160, stage).x
  expect(half > 50 && half < 100).toBe(true)
  expect(travel.at(1320, stage)).toBe(away)
})

test('a look during a travel sets off from what is shown; a hand ends the travel', () => {
  const travel = createTravel(home)
  travel.head(away, 0, 320)
  const seen = travel.at(100, stage)
  travel.head({ ...home, travels: true }, 100, 320)
  expect(travel.at(100, stage).x).toBeCloseTo(seen.x)
  travel.head({ x: 5, y: 5, zoom: 2 }, 150, 320)
  expect(travel.at(151, stage)).toEqual({ x: 5, y: 5, zoom: 2 })
})

test('under reduced motion nothing travels', () => {
  const travel = createTravel(home)
  expect(travel.head(away, 0, 0)).toBe(0)
  expect(travel.at(0, stage)).toBe(away)
})
