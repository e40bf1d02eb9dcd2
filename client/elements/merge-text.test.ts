import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeText } from './merge-text.ts'

describe('a composed text meets what others typed meanwhile', () => {
  test.each([
    ['before mine', 'abc', 'abcX', 'Yabc', 'YabcX', 5],
    ['behind mine', 'abc', 'Xabc', 'abcY', 'XabcY', 1],
    ['at the same place', 'ab', 'aXb', 'aYb', 'aYXb', 3],
    ['they took away what stood before', 'hello world', 'hello world!', 'world', 'world!', 6],
    ['they took away what I replaced', 'abc', 'aXc', 'ac', 'aXc', 2],
    ['they wrote inside what I replaced', 'abcdef', 'aXf', 'abcYdef', 'aXYf', 2],
    ['both replaced the same', 'abc', 'aXc', 'aYc', 'aYXc', 3],
    ['they emptied it', 'abc', 'abcX', '', 'X', 1],
  ])('%s', (_, base, mine, theirs, text, caret) => {
    expect(mergeText(base, mine, theirs)).toEqual({ text, caret })
  })

  test('if only one of us changed it, that change is the result', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (base, other) => {
        expect(mergeText(base, other, base).text).toBe(other)
        expect(mergeText(base, base, other).text).toBe(other)
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  test('whatever both typed is in the result', () => {
    const edit = fc.record({ at: fc.nat(20), remove: fc.nat(6) })
    const apply = (base: string, { at, remove }: { at: number; remove: number }, insert: string): string =>
      base.slice(0, at) + insert + base.slice(at + remove)
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,20}$/), edit, edit, (base, a, b) => {
        const merged = mergeText(base, apply(base, a, 'MINE'), apply(base, b, '12345')).text
        expect(merged).toContain('MINE')
        expect(merged).toContain('12345')
      }),
      { numRuns: 1000, seed: 2 },
    )
  })
})
