/** The show of a reveal: in order, short however much there is, and none where motion is not wanted. */
import { expect, test } from 'vitest'
import { createTurning, WHOLE_MS } from './turning.ts'

const ids = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`)

test('[B4] each turns over when it is its turn: on its edge half way, then open', () => {
  const turning = createTurning(() => false)
  turning.begin(ids(3), 1000)
  const at = (id: string, ms: number) => turning.turnOf(id, 1000 + ms)
  expect(at('n0', 0)).toEqual({ side: 'back', width: 1 })
  expect(at('n0', 100)?.side).toBe('back')
  expect(at('n0', 110)?.width).toBeCloseTo(0)
  expect(at('n0', 120)?.side).toBe('front')
  expect(at('n0', 220)).toBeUndefined()
  expect(at('n2', 79)).toEqual({ side: 'back', width: 1 })
  expect(at('n2', 240)?.side).toBe('front')
  expect(at('n2', 300)).toBeUndefined()
  expect(at('other', 0)).toBeUndefined()
})

test('[B4] three hundred take no longer than thirteen: the rest turns together', () => {
  const turning = createTurning(() => false)
  const end = turning.begin(ids(300), 0)
  expect(end).toBe(WHOLE_MS)
  expect(WHOLE_MS).toBeLessThanOrEqual(700)
  expect(turning.turnOf('n299', WHOLE_MS - 1)).toEqual(turning.turnOf('n12', WHOLE_MS - 1))
  expect(ids(300).every(id => turning.turnOf(id, end) === undefined)).toBe(true)
})

test('[B4] a second reveal amid the first leaves that one its time', () => {
  const turning = createTurning(() => false)
  turning.begin(['a'], 0)
  expect(turning.begin(['b'], 100)).toBe(100 + WHOLE_MS)
  expect([turning.turnOf('a', 150)?.side, turning.turnOf('b', 150)?.side]).toEqual(['front', 'back'])
})

test('[B4] where motion is not wanted all lie open at once', () => {
  const turning = createTurning(() => true)
  expect(turning.begin(['a'], 5)).toBe(5)
  expect(turning.turnOf('a', 5)).toBeUndefined()
})
