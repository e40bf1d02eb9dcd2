/** Which way a text runs, and when it has to be kept apart from what stands around it. */
import { expect, test } from 'vitest'
import { directionOf, isolated, runsAgainst } from './direction.ts'

test('a text runs as its first letter does', () => {
  expect(directionOf('Website')).toBe('ltr')
  expect(directionOf('12 מנויים')).toBe('rtl')
  expect(directionOf('… عملاء')).toBe('rtl')
  expect(directionOf('')).toBe('ltr')
})

test('only what runs the other way is kept apart', () => {
  expect(isolated('Ana', 'ltr')).toBe('Ana')
  expect(isolated('12 %', 'rtl')).toBe('12 %')
  expect(isolated('سلمى', 'rtl')).toBe('سلمى')
  expect(isolated('سلمى', 'ltr')).toBe('\u2068سلمى\u2069')
  expect(isolated('Ana', 'rtl')).toBe('\u2068Ana\u2069')
  expect(runsAgainst('متجر Spotify', 'ltr')).toBe(true)
  expect(runsAgainst('متجر Spotify', 'rtl')).toBe(true)
})
