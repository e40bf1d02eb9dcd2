/** What is typed into the find bar, and the notes that have it. */
import { expect, test } from 'vitest'
import { folded } from '../../shared/base/alike.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { hasTerms, termsOf } from './find-terms.ts'

const note = (text: string, tags: readonly string[] = []) => ({ text, tags }) as unknown as Note
const finds = (asked: string, text: string, author = '', tags: readonly string[] = []): boolean => {
  const terms = termsOf(asked)
  return terms !== undefined && hasTerms(note(text, tags), author, terms)
}

test.each([
  ['cafe', 'Café crème'],
  ['CAFÉ', 'cafe\u0301'],
  ['grosse', 'Größe zählt'],
  ['lodz', 'Łódź'],
  ['istanbul', 'İSTANBUL'],
  ['سلام', 'سَلَامٌ'],
  ['احمد', 'أحمد'],
  ['ＡＢＣ', 'abc'],
  ['हिन्दी', 'हिन्दी में'],
  ['한국', '한국어'],
  ['b a', 'Alpha, then Beta'],
])('[B14] "%s" finds "%s"', (asked, text) => {
  expect(finds(asked, text)).toBe(true)
})

test('[B14] every word must be there, and marks that are letters are not dropped', () => {
  expect(finds('alpha gamma', 'Alpha, then Beta')).toBe(false)
  expect(finds('कि', 'का')).toBe(false)
})

test('[B14] tags and authors are found by their beginnings, in the words or brought by a file', () => {
  expect(finds('#ris', 'Late trains #Risk')).toBe(true)
  expect(finds('#risk', 'Risk')).toBe(false)
  expect(finds('#größe', 'x #GROSSE')).toBe(true)
  expect(finds('#gro', 'x #Größe')).toBe(true)
  expect(finds('#old', 'x', '', ['Old'])).toBe(true)
  expect(finds('@lov', 'x', 'Ada Lovelace')).toBe(true)
  expect(finds('@lace', 'x', 'Ada Lovelace')).toBe(false)
  expect(finds('late #risk @ada', 'Late trains #risk', 'Ada')).toBe(true)
  expect(finds('late #risk @ben', 'Late trains #risk', 'Ada')).toBe(false)
})

test('[B14] a sign alone asks for nothing yet', () => {
  for (const asked of ['', '  ', '#', '@', ' # @ ']) expect(termsOf(asked)).toBeUndefined()
  expect(folded('STRASSE')).toBe(folded('Straße'))
})
