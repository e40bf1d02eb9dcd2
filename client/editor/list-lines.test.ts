import { expect, test } from 'vitest'
import { isList, linesOf } from './list-lines.ts'

test.each<readonly [text: string, isList: boolean]>([
  ['Hosts\nGuests\nCities', true],
  ['- Hosts\n- Guests', true],
  ['1. Hosts\n\n2. Guests', true],
  ['Hosts\nin cities', false],
  ['Hosts', false],
  ['', false],
  [`Hosts\nGuests\n${'long '.repeat(20)}`, false],
])('[B14] a list or not: %j', (text, expected) => {
  expect(isList(text)).toBe(expected)
})

test('[B14] lines without what stands in front of them, and without those that say nothing', () => {
  expect(linesOf('• Hosts\n\n  - [x] Guests\n-\n\u200b')).toEqual(['Hosts', 'Guests'])
})
