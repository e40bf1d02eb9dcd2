/** Which notes count as nearly the same, and which do not; and what looking for them costs. */
import { expect, test } from 'vitest'
import { leastCost } from '../../e2e/support/pace.ts'
import { SPOTIFY } from './examples/spotify.ts'
import type { Area } from './blocks.ts'
import { duplicateFinder, nearDuplicates } from './duplicates.ts'
import { fromMarkdown } from './markdown.ts'
import { seeded } from './rehearsal.ts'

const notes = (texts: readonly string[], area: Area = 'channels') =>
  texts.map((text, i) => ({ id: `${area} ${i}`, text, place: [area, 0, 0, 0] as const }))
const arePair = (...texts: readonly [string, string]) => nearDuplicates(notes(texts)).length === 1

test.each([
  ['the same words', 'Web shop', 'Web shop'],
  ['case and punctuation', 'Web shop!', '“WEB-SHOP”'],
  ['written together', 'Web shop', 'Webshop'],
  ['order', 'Online shop for bikes', 'Bikes: online shop'],
  ['an ending', 'Monthly subscription', 'Monthly subscriptions'],
  ['another form', 'Paying subscribers', 'Subscribers who pay'],
  ['a slip of the hand', 'Recommendation engine', 'Recomendation engine'],
  ['a word more', 'Social media', 'Our social media'],
  ['accents', 'Café à emporter', 'Cafe a emporter'],
  ['German: compounds', 'Kunden-Service', 'Kundenservice'],
  ['German: sharp s', 'Straßenhändler', 'Strassenhändler'],
  ['German: endings', 'Treue Stammkunden', 'Treuer Stammkunde'],
  ['Arabic: vowels', 'الدَّعم السَّريع', 'الدعم السريع'],
  ['Arabic: the article', 'التسويق الرقمي', 'تسويق رقمي'],
  ['Arabic: ways to write a letter', 'أسعار مخفضة', 'اسعار مخفضه'],
  ['Greek: the last letter', 'ΠΕΛΆΤΕΣ', 'πελάτες'],
  ['Japanese', '月額サブスクリプション', '月額のサブスクリプション'],
  ['figures that agree', 'Phase 1: pilots', 'Pilots (phase 1)'],
])('nearly the same: %s', (_why, a, b) => {
  expect(arePair(a, b)).toBe(true)
  expect(arePair(b, a)).toBe(true)
})

test.each([
  ['other things', 'Free listeners', 'Paying listeners'],
  ['one word in common', 'Marketing campaigns', 'Marketing and user acquisition'],
  ['short words', 'Cars', 'Cards'],
  ['figures', 'Phase 1', 'Phase 2'],
  ['prices', '9.99 a month', '4.99 a month'],
  ['nothing', '', ''],
  ['only punctuation', '…', '—'],
  ['German', 'Neukunden', 'Bestandskunden'],
  ['Arabic', 'عملاء جدد', 'عملاء دائمون'],
  ['two scripts', 'Website', 'موقع'],
])('not the same: %s', (_why, a, b) => {
  expect(arePair(a, b)).toBe(false)
})

test('only notes of one block are a pair; the closest come first, then in the order of the notes', () => {
  const here = notes(['Web shop', 'Radio', 'Webshop', 'Radio', 'Fairs', 'Radio'])
  const found = nearDuplicates([...here, ...notes(['Radio'], 'keyResources')])
  expect(found.map(({ pair }) => pair.map(id => id.slice(-1)).join(' '))).toEqual(['1 3', '1 5', '3 5', '0 2'])
  expect(nearDuplicates(here)).toEqual(found)
})

test('the examples have no near-duplicates', () => {
  const read = fromMarkdown(SPOTIFY, { newId: () => `${Math.random()}`, now: 0, author: '' })
  expect(read.ok && nearDuplicates(read.content.notes)).toEqual([])
})

test('asked again, only the block that changed is compared, and pairs come in the same order', () => {
  let read = 0
  const watched = (texts: readonly string[], area: Area) =>
    notes(texts, area).map(({ text, ...note }) => ({
      ...note,
      get text() {
        read++
        return text
      },
    }))
  const lists = [
    watched(['Radio', 'Web shop', 'radio'], 'channels'),
    watched(['Brand', 'Our brand', 'brand'], 'keyResources'),
  ]
  const find = duplicateFinder()
  const first = find(lists)
  expect(first).toEqual(nearDuplicates(lists.flat()))
  read = 0
  expect(find(lists)).toEqual(first)
  expect(read).toBe(0)
  const [channels = [], resources = []] = lists
  expect(find([channels, [...resources].slice(0, 1)])).toEqual(
    first.filter(({ pair }) => pair[0].startsWith('channels')),
  )
  expect(read).toBe(1)
})

/** Notes in the words of the example. */
function many(count: number) {
  const words = [...new Set(SPOTIFY.match(/[a-z]+/giu) ?? [])]
  const random = seeded(5)
  const phrase = () => Array.from({ length: 2 + random(6) }, () => words[random(words.length)] ?? '').join(' ')
  return notes(Array.from({ length: count }, phrase))
}

test('500 notes in one block are compared within two frames, and a very long note costs no more than its beginning', () => {
  const crowd = many(500)
  expect(leastCost(() => nearDuplicates(crowd), 33)).toBeLessThan(33)
  const long = notes(Array.from({ length: 50 }, (_, i) => `${'word '.repeat(2_000)}${i}`))
  expect(leastCost(() => nearDuplicates(long), 60)).toBeLessThan(60)
})
