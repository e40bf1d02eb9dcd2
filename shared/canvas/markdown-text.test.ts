import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeLines, escapeName, escapeToken, readTokens, unescape } from './markdown-text.ts'

test.each([
  ['words {Hosts}', ['Hosts']],
  ['words {Hosts} {= Ours}', ['= Ours', 'Hosts']],
  ['{Hosts}', ['Hosts']],
  ['{Hosts} words', []],
  ['words{Hosts}', []],
  ['words \\{Hosts}', []],
  ['words {Hosts\\}', []],
  ['words {a \\} b}', ['a \\} b']],
  ['a {Hosts} {b {Guests}', ['Guests']],
  ['a {b} c} {Guests}', ['Guests']],
  ['a {Hosts', []],
])('the tokens at the end of "%s" are %j, last first', (line, tokens) => {
  expect(readTokens(line).map(token => token.raw)).toEqual(tokens)
})

test('plain text stands as it is', () => {
  for (const text of [
    'Booking commission: about 3% from hosts, 6-12% from guests',
    '*new* & _old_ <b> [x](y) a{b}',
    '5 - 3',
  ])
    expect(escapeLines(text)).toEqual([text])
})

test('what would mean something else is escaped', () => {
  expect(escapeLines('- a\n# b\n\n c \n{d}\n')).toEqual(['\\- a', '\\# b', '', '&#32;c&#32;', '\\{d\\}&#10;'])
  expect(escapeName('#2')).toBe('\\#2')
  expect(escapeName('C #')).toBe('C \\#')
  expect(escapeToken('= a}')).toBe('\\= a\\}')
  expect(unescape('&#0128512; &#55296; &amp; \\a \\\\')).toBe('😀 &#55296; &amp; \\a \\')
})

test('any name comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), name => {
      expect(unescape(escapeName(name))).toBe(name)
      expect(unescape(escapeToken(name))).toBe(name)
      expect(readTokens(`a {${escapeToken(name)}}`).map(token => token.raw)).toEqual([escapeToken(name)])
    }),
    { seed: 3, numRuns: 300 },
  )
})
