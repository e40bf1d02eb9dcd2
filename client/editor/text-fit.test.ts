/** Fitting text, with letters that are all half an em wide. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitText, lineAt, lineHeightOf, SIZES, wrapText } from './text-fit.ts'

const BOX = { width: 182, height: 95 }
const half = (text: string) => [...text].length * 0.5
const fit = (text: string) => fitText(text, BOX, half)
const linesOf = (text: string) => fit(text).lines.map(line => line.text)

test('[B9] a short text stands at the largest size', () => {
  const { size, lineHeight, lines, isCut } = fit('No ads')
  expect({ size, lineHeight, isCut }).toEqual({ size: 22, lineHeight: 26, isCut: false })
  expect(lines).toEqual([{ text: 'No ads', start: 0, width: 66 }])
})

test('[B9] lines break at words, and remember where they begin', () => {
  expect(fit('Offline listening, better sound').lines).toEqual([
    { text: 'Offline', start: 0, width: 77 },
    { text: 'listening,', start: 8, width: 110 },
    { text: 'better sound', start: 19, width: 132 },
  ])
})

test('[B9] the size goes down until the height fits, and no further', () => {
  // 4 lines at 22 are 104 high; at 20 they are 92.
  const text = 'aaaaaaaaaaaa bbbbbbbbbbbb cccccccccccc dddddddddddd'
  expect(fit(text).size).toBe(20)
  expect(fit(text).lines).toHaveLength(4)
})

test('[B9] the size goes down until the longest word fits', () => {
  // 19 letters: 209 wide at 22, 180.5 at 19.
  expect(fit('a recommendations_engine').size).toBe(16)
  expect(fit('abcdefghijklmnopqrs').size).toBe(19)
})

test('[B9] what fits at no size is cut with an ellipsis within the box', () => {
  const { size, lines, isCut, lineHeight } = fit('word '.repeat(80))
  expect({ size, isCut }).toEqual({ size: 14, isCut: true })
  expect(lines.length * lineHeight).toBeLessThanOrEqual(95)
  expect(lines.at(-1)?.text.endsWith('…')).toBe(true)
  expect(lines.at(-1)?.width).toBeLessThanOrEqual(182)
})

test('[B9] a word longer than any line is broken between letters, never inside one', () => {
  expect(linesOf('x'.repeat(40))).toEqual(['x'.repeat(26), 'x'.repeat(14)])
  const family = '👩‍👩‍👧‍👦'
  const lines = linesOf(family.repeat(12))
  expect(lines.join('')).toBe(family.repeat(12))
  for (const line of lines) expect(line.length % family.length).toBe(0)
})

test('line breaks are kept, also empty ones and one at the end', () => {
  expect(linesOf('one\n\ntwo')).toEqual(['one', '', 'two'])
  expect(linesOf('one\n')).toEqual(['one', ''])
  expect(linesOf('')).toEqual([''])
  expect(fit('one\n\ntwo').lines.map(line => line.start)).toEqual([0, 4, 5])
})

test('a line may break after a hyphen between letters, not before a number', () => {
  expect(wrapText('self-service now', 60, 10, half).map(line => line.text)).toEqual(['self-service', 'now'])
  expect(wrapText('self-service', 40, 10, half).map(line => line.text)).toEqual(['self-', 'service'])
  expect(wrapText('minus covid-19', 40, 10, half).map(line => line.text)).toEqual(['minus', 'covid-19'])
})

test('scripts without spaces break between words, and closing marks stay with theirs', () => {
  const lines = wrapText('顧客は価値を求める。', 50, 10, text => [...text].length)
  expect(lines.map(line => line.text).join('')).toBe('顧客は価値を求める。')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line.text.startsWith('。')).toBe(false)
})

test('a place in the text is found in its line', () => {
  const shown = fit('Offline listening, better sound')
  expect(lineAt(shown, 0)?.text).toBe('Offline')
  expect(lineAt(shown, 8)?.text).toBe('listening,')
  expect(lineAt(shown, 31)?.text).toBe('better sound')
})

test('[B9] any text: nothing is lost unless it is cut, every line fits, starts are true, no larger size would do', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'i', ' ', ' ', '\n', '-', 'é', '語', 'ש', '👍🏽'),
    maxLength: 120,
  })
  fc.assert(
    fc.property(text, text => {
      const { size, lines, isCut, lineHeight } = fit(text)
      expect(lines.length * lineHeight).toBeLessThanOrEqual(BOX.height)
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(BOX.width + 1e-9)
      if (isCut) return
      const bare = (t: string) => t.replace(/\s/gu, '')
      expect(bare(lines.map(line => line.text).join(''))).toBe(bare(text))
      for (const line of lines) expect(text.startsWith(line.text.trimEnd(), line.start)).toBe(true)
      const larger = SIZES[SIZES.indexOf(size as 22) - 1]
      if (larger) {
        const there = wrapText(text, BOX.width, larger, half)
        const words = text.split(/\s|(?<=\p{L}-)/u)
        const fits = there.length * lineHeightOf(larger) <= BOX.height
        expect(fits && words.every(word => half(word) * larger <= BOX.width)).toBe(false)
      }
    }),
    { seed: 7, numRuns: 400 },
  )
})
