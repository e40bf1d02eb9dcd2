/** What is looked for, read from what was typed: words, `#tag` and `@author`, all of which a note must have. */
import { folded } from '../../shared/base/alike.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { tagsOf } from '../../shared/canvas/signs.ts'

export interface Terms {
  readonly words: readonly string[]
  /** The beginnings of tags, and of a name of the author. */
  readonly tags: readonly string[]
  readonly authors: readonly string[]
}

/** Undefined when nothing is asked: a `#` alone is the beginning of a question. */
export function termsOf(text: string): Terms | undefined {
  const terms = folded(text).split(/\s+/u)
  const after = (sign: string) => terms.flatMap(term => (term.startsWith(sign) && term.length > 1 ? term.slice(1) : []))
  const words = terms.filter(term => term !== '' && !/^[#@]/u.test(term))
  const [tags, authors] = [after('#'), after('@')]
  return words.length + tags.length + authors.length > 0 ? { words, tags, authors } : undefined
}

/** A note is a new one when it changes, so what was folded of it stays true. */
const known = new WeakMap<Note, { readonly text: string; readonly tags: readonly string[] }>()

function foldedNote(note: Note) {
  const kept = known.get(note)
  if (kept) return kept
  const made = { text: folded(note.text), tags: tagsOf(note).map(folded) }
  known.set(note, made)
  return made
}

/** Has the note, written by somebody of this name, all that is looked for? */
export function hasTerms(note: Note, author: string, { words, tags, authors }: Terms): boolean {
  const plain = foldedNote(note)
  if (!words.every(word => plain.text.includes(word))) return false
  if (!tags.every(tag => plain.tags.some(each => each.startsWith(tag)))) return false
  if (authors.length === 0) return true
  const names = folded(author).split(/\s+/u)
  return authors.every(begun => names.some(name => name.startsWith(begun)))
}
