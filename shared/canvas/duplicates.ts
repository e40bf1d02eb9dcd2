/** Notes of one block that say nearly the same: told by shared words and by shared runs of three letters. Nothing is changed by it. */
import { ALIKE } from '../base/alike.ts'
import type { Note } from './records.ts'

export interface Duplicates {
  /** Ids, the one that came first in what was given first. */
  readonly pair: readonly [string, string]
  /** From `LIKE` to 1: the same words in any order, case, spelling of accents and punctuation. */
  readonly likeness: number
}

/** Notes are a pair from this likeness on: of two words one may have another ending, of five one may be another. */
const LIKE = 0.72
/** Very long texts are compared by their beginnings. */
const MOST_LETTERS = 1_000

/** The closest pairs first, of equal ones in the order of the notes. The same everywhere: no locale, no chance. */
export function nearDuplicates(notes: Compared): readonly Duplicates[] {
  const printOf = printer()
  const byBlock = new Map<string, Print[]>()
  for (const [order, { id, text, place }] of notes.entries()) {
    const print = printOf(id, order, text)
    const block = byBlock.get(place[0])
    if (block) block.push(print)
    else byBlock.set(place[0], [print])
  }
  return [...byBlock.values()]
    .flatMap(pairsAmong)
    .sort((a, b) => b.likeness - a.likeness || a.first - b.first || a.second - b.second)
    .map(({ pair, likeness }) => ({ pair, likeness }))
}

type Compared = readonly Pick<Note, 'id' | 'text' | 'place'>[]

/** Asked again and again, with a list for each block: only a list that is another one now is compared anew. */
export function duplicateFinder(): (lists: readonly Compared[]) => readonly Duplicates[] {
  const kept = new WeakMap<Compared, readonly Duplicates[]>()
  const foundIn = (list: Compared): readonly Duplicates[] => {
    const found = kept.get(list) ?? nearDuplicates(list)
    kept.set(list, found)
    return found
  }
  return lists => lists.flatMap(foundIn).sort((a, b) => b.likeness - a.likeness)
}

/** What a note is known by: its words and its runs of three letters, as numbers that stand for them. */
interface Print {
  readonly id: string
  readonly order: number
  readonly words: readonly number[]
  readonly trigrams: readonly number[]
  /** Words with figures: "Phase 1" is never nearly "Phase 2". */
  readonly figures: string
}

const WORD = /[\p{L}\p{N}]+/gu
const MARKS = /\p{M}/gu
const FIGURE = /\p{N}/u
/** "The" of Arabic, written together with its word. */
const ARTICLE = /^ال(?=.{3})/u

/** Words come again and again: each is taken apart once. */
function printer(): (id: string, order: number, text: string) => Print {
  const numbers = new Map<string, number>()
  const numberOf = (feature: string): number => {
    const known = numbers.get(feature) ?? numbers.size
    numbers.set(feature, known)
    return known
  }
  const parts = new Map<string, readonly number[]>()
  const partsOf = (word: string): readonly number[] => {
    const known = parts.get(word) ?? trigramsOf(word).map(numberOf)
    parts.set(word, known)
    return known
  }
  return (id, order, text) => {
    const words = [...new Set(wordsOf(text))]
    const figures = words.filter(word => FIGURE.test(word))
    return {
      ...{ id, order, words: words.map(word => numberOf(`=${word}`)) },
      trigrams: [...new Set(words.flatMap(partsOf))],
      figures: figures.sort().join(' '),
    }
  }
}

/** Without case, marks and punctuation, letters that are alike as one. */
function wordsOf(text: string): readonly string[] {
  const bare = text.slice(0, MOST_LETTERS).normalize('NFKD').replace(MARKS, '').toLowerCase()
  const words = bare.replace(ODD, letter => ALIKE[letter] ?? letter).match(WORD) ?? []
  return words.map(word => word.replace(ARTICLE, ''))
}
const ODD = /[^\0-\x7f]/gu

/** Each run of three letters of a word; its beginning counts as one, its end does not, where endings are. */
function trigramsOf(word: string): readonly string[] {
  const letters = [' ', ...word]
  if (letters.length < 3) return [letters.join('')]
  return letters.slice(2).map((letter, i) => `${letters[i]}${letters[i + 1]}${letter}`)
}

interface Found extends Duplicates {
  readonly first: number
  readonly second: number
}

/** Only notes that share a feature are compared: each feature knows who has it. */
function pairsAmong(prints: readonly Print[]): readonly Found[] {
  const sharedWords = sharing(prints.length)
  const sharedTrigrams = sharing(prints.length)
  const found: Found[] = []
  for (const [i, print] of prints.entries()) {
    const words = sharedWords(i, print.words)
    const trigrams = sharedTrigrams(i, print.trigrams)
    // The inner loop: who shares nothing is passed over before anything is looked at.
    for (let j = 0; j < i; j++) {
      const shared = trigrams[j] ?? 0
      const other = shared === 0 ? undefined : prints[j]
      if (!other) continue
      const likeness = Math.max(
        dice(words[j] ?? 0, print.words.length, other.words.length),
        dice(shared, print.trigrams.length, other.trigrams.length),
      )
      if (likeness >= LIKE && other.figures === print.figures)
        found.push({ pair: [other.id, print.id], likeness, first: other.order, second: print.order })
    }
  }
  return found
}

const dice = (shared: number, one: number, other: number): number => (2 * shared) / (one + other)

/** Asked of each in turn: how many of its features each of those before it has. */
function sharing(count: number): (i: number, features: readonly number[]) => Uint16Array {
  const having: (number[] | undefined)[] = []
  const counts = new Uint16Array(count)
  return (i, features) => {
    counts.fill(0)
    for (const feature of features) {
      const before = having[feature]
      if (before) {
        for (const j of before) counts[j] = (counts[j] ?? 0) + 1
        before.push(i)
      } else having[feature] = [i]
    }
    return counts
  }
}
