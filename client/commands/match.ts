/** How well typed letters fit a text, and which of its letters they are: beginnings of words before insides, insides before scattered letters. */
import { folded } from '../../shared/base/alike.ts'

/** Letters of a text, as UTF-16 offsets. */
export type Span = readonly [from: number, to: number]

/** A text as it is compared: without case and marks, each letter knowing where it stood. */
export interface Folded {
  readonly letters: string
  /** Offsets in the text; none: letter for letter. */
  readonly places?: readonly number[]
  readonly length: number
}

const PLAIN = /^[\0-\x7f]*$/

export function fold(text: string): Folded {
  if (PLAIN.test(text)) return { letters: text.toLowerCase(), length: text.length }
  let letters = ''
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    const bare = folded(sign)
    for (let i = 0; i < bare.length; i++) places.push(at)
    letters += bare
    at += sign.length
  }
  return { letters, places, length: text.length }
}

const TEXT_BEGINS = 4
const WORD_BEGINS = 3
const INSIDE = 2
const SCATTERED = 1
/** An early fit is better than a late one, but never better than a closer one. */
const A_POINT = 1000
/** Scattered letters stand within a stretch so many times as long as they are. */
const STRETCH = 6

const LETTER = /[\p{L}\p{N}]/u
/** Most letters are plain, and a table answers for them several times faster. */
const PLAIN_LETTER: readonly boolean[] = Array.from({ length: 128 }, (_, code) =>
  LETTER.test(String.fromCharCode(code)),
)
const beginsWord = (letters: string, at: number): boolean =>
  at === 0 || !(PLAIN_LETTER[letters.charCodeAt(at - 1)] ?? LETTER.test(letters[at - 1] ?? ''))

interface Fit {
  readonly points: number
  readonly at: number
  readonly marks: readonly Span[]
}

function fitTogether(letters: string, word: string): Fit | undefined {
  let at = letters.indexOf(word)
  if (at < 0) return undefined
  const first = at
  while (at >= 0 && !beginsWord(letters, at)) at = letters.indexOf(word, at + 1)
  const points = at === 0 ? TEXT_BEGINS : at > 0 ? WORD_BEGINS : INSIDE
  const from = at < 0 ? first : at
  return { points, at: from, marks: [[from, from + word.length]] }
}

/** From the beginning of a word on, all letters in their order. */
function fitScattered(letters: string, word: string): Fit | undefined {
  if (word.length < 2) return undefined
  const [begin = ''] = word
  for (let at = letters.indexOf(begin); at >= 0; at = letters.indexOf(begin, at + 1)) {
    const marks = beginsWord(letters, at) ? followOn(letters, word, at) : undefined
    if (marks) return { points: SCATTERED, at, marks }
  }
  return undefined
}

function followOn(letters: string, word: string, at: number): readonly Span[] | undefined {
  const end = at + STRETCH * word.length
  const marks: Span[] = []
  let from = at
  for (const letter of word) {
    const found = letters.indexOf(letter, from)
    if (found < 0 || found >= end) return undefined
    marks.push([found, found + 1])
    from = found + 1
  }
  return marks
}

/** Scattered letters are for short names: in a long text they would find anything. */
export interface MatchOptions {
  readonly scattered: boolean
}

const fit = (letters: string, word: string, { scattered }: MatchOptions): Fit | undefined =>
  fitTogether(letters, word) ?? (scattered ? fitScattered(letters, word) : undefined)

/** Every typed word has to fit somewhere. Undefined when one does not; nothing typed fits anything. */
export function scoreOf(typed: readonly string[], { letters }: Folded, options: MatchOptions): number | undefined {
  let score = 0
  for (const word of typed) {
    const found = fit(letters, word, options)
    if (!found) return undefined
    score += found.points * A_POINT - Math.min(found.at, A_POINT - 1)
  }
  return score
}

/** The letters that fit, in order and apart from each other. */
export function marksOf(typed: readonly string[], text: Folded, options: MatchOptions): readonly Span[] {
  const marks = typed.flatMap(word => fit(text.letters, word, options)?.marks ?? [])
  return joined(marks.map(mark => placeIn(text, mark)))
}

/** What someone typed, as words to match. */
export const typedWords = (typed: string): readonly string[] => fold(typed).letters.split(/\s+/u).filter(Boolean)

function placeIn({ places, length }: Folded, [from, to]: Span): Span {
  if (!places) return [from, to]
  // A letter that became two is marked as one, with the marks that stand over it.
  const last = places[to - 1] ?? 0
  return [places[from] ?? 0, places.slice(to).find(place => place > last) ?? length]
}

function joined(marks: readonly Span[]): readonly Span[] {
  const together: Span[] = []
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = together.at(-1)
    if (last && from <= last[1]) together[together.length - 1] = [last[0], Math.max(last[1], to)]
    else together.push([from, to])
  }
  return together
}
