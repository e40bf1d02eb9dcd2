import { expect, test } from 'vitest'
import { firstName, initials } from './people-names.ts'

test.each([
  ['Ana Kovač', 'AK'],
  ['  ana maria  kovač ', 'AK'],
  ['Ben', 'B'],
  ['Жанна Іванова', 'ЖІ'],
  ['田中 芽衣', '田芽'],
  ['سلمى حداد', 'س\u200cح'],
  ['👩‍🚀', '👩'],
  ['', ''],
])('the initials of %j are %j', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('the first name is what stands before the first space', () => {
  expect(firstName('  Mei Tanaka')).toBe('Mei')
  expect(firstName('Mei')).toBe('Mei')
})
