/** The letters that fit are told from the others, and are there to be seen. */
import { expect, test } from 'vitest'
import { partsOf } from './marked.ts'

const read = (...[text, marks]: Parameters<typeof partsOf>) =>
  partsOf(text, marks)
    .map(part => (part.fits ? `[${part.text}]` : part.text))
    .join('')

test('what fits is told from what does not, from the first letter to the last', () => {
  expect(read('Revenue Streams', [[0, 3]])).toBe('[Rev]enue Streams')
  expect(read('Key Resources', [[4, 13]])).toBe('Key [Resources]')
  expect(read('Key', [])).toBe('Key')
})

test('a long text begins a little before what fits', () => {
  const text = `${'word '.repeat(20)}found at last`
  expect(read(text, [[100, 105]])).toBe('… word word word [found] at last')
  expect(read('x'.repeat(60), [[55, 60]])).toBe(`${'x'.repeat(55)}[xxxxx]`)
})
