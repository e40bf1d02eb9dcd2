/** Typed letters find what people mean: in their order of closeness, without case and marks, in German and Arabic too. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, marksOf, scoreOf, typedWords } from './match.ts'

const score = (typed: string, text: string, { scattered = true } = {}) =>
  scoreOf(typedWords(typed), fold(text), { scattered })
const marksIn = (typed: string, text: string) => marksOf(typedWords(typed), fold(text), { scattered: true })
/** The texts that fit, the closest first. */
const ranked = (typed: string, ...texts: readonly string[]) =>
  texts
    .flatMap(text => {
      const found = score(typed, text)
      return found === undefined ? [] : [{ text, score: found }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)
/** The text with what fits in brackets. */
const marked = (typed: string, text: string) =>
  [...marksIn(typed, text)]
    .reverse()
    .reduce((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, text)

test('what begins the text comes before what begins a word, that before an inside, that before scattered letters', () => {
  expect(ranked('rev', 'Run every video', 'Prevent', 'Show revenue', 'Revenue Streams', 'Costs')).toEqual([
    'Revenue Streams',
    'Show revenue',
    'Prevent',
    'Run every video',
  ])
})

test('of two that fit alike the earlier one is better', () => {
  expect(ranked('app', 'Phones with an app', 'An app')).toEqual(['An app', 'Phones with an app'])
})

test('every word has to fit, in any order', () => {
  expect(score('seg cust', 'Customer Segments')).toBeDefined()
  expect(score('seg cash', 'Customer Segments')).toBeUndefined()
  expect(score('  ', 'Customer Segments')).toBe(0)
})

test('the letters that fit are marked, together where they touch', () => {
  expect(marked('rev', 'Revenue Streams')).toBe('[Rev]enue Streams')
  expect(marked('seg cust', 'Customer Segments')).toBe('[Cust]omer [Seg]ments')
  expect(marked('kp', 'Key Partnerships')).toBe('[K]ey [P]artnerships')
  expect(marked('key partn', 'Key Partnerships')).toBe('[Key] [Partn]erships')
})

test('scattered letters begin a word and stand near each other', () => {
  expect(score('ey', 'Key Partnerships')).toBeDefined()
  expect(score('yp', 'Key Partnerships')).toBeUndefined()
  expect(score('at', `A ${'long '.repeat(10)} text`)).toBeUndefined()
  expect(score('kp', 'Key Partnerships', { scattered: false })).toBeUndefined()
})

test('case and marks do not matter, on either side', () => {
  expect(marked('schlussel', 'Schlüsselpartner')).toBe('[Schlüssel]partner')
  expect(marked('schlüssel', 'Schlu\u0308sselpartner')).toBe('[Schlu\u0308ssel]partner')
  expect(marked('gross', 'Große Kunden')).toBe('[Groß]e Kunden')
  expect(marked('GROSSE', 'Große Kunden')).toBe('[Große] Kunden')
  expect(marked('cafe', 'Un café')).toBe('Un [café]')
})

test('Arabic is found with and without its vowels and whichever alef', () => {
  expect(marked('احمد', 'أحمد')).toBe('[أحمد]')
  expect(marked('قنوات', 'قَنَوات البيع')).toBe('[قَنَوات] البيع')
  expect(marked('شركه', 'الشركة')).toBe('ال[شركة]')
  expect(marked('البيع', 'قنوات البيـــع')).toBe('قنوات [البيـــع]')
})

test('whatever is typed, marks lie in the text, in order and apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.string({ unit: 'grapheme' }), (typed, text) => {
      const marks = marksIn(typed, text)
      const ends = [0, ...marks.flat(), text.length]
      expect(ends.every((end, i) => i === 0 || (ends[i - 1] ?? 0) <= end)).toBe(true)
      for (const [from, to] of marks) expect(from).toBeLessThan(to)
    }),
  )
})

test('a text is found by any part of itself', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [from, to] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y)
      expect(score(text.slice(from, to), text)).toBeDefined()
    }),
  )
})

test('marks that are letters are not dropped: a vowel of Hindi is no accent', () => {
  expect(score('कि', 'का')).toBeUndefined()
  expect(score('हिन्दी', 'हिन्दी में')).toBeDefined()
})
