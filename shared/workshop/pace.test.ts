/** The pace of pointers in rooms of all sizes. */
import { expect, test } from 'vitest'
import { glideMs, pauseMs } from './pace.ts'

test('a few point 25 times a second, sixty five times, and no crowd is louder than a fifth above ten people', () => {
  expect([1, 10, 60, 400].map(pauseMs)).toEqual([40, 40, 200, 200])
  const heard = Array.from({ length: 60 }, (_, i) => ((i + 1) * 1000) / pauseMs(i + 1))
  expect(Math.max(...heard)).toBeLessThanOrEqual(300)
})

test('a glide lasts until the next message is there', () => {
  for (const tabs of [1, 10, 35, 60]) expect(glideMs(tabs)).toBe(pauseMs(tabs) + 40)
})
