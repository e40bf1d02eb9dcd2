/** What stands in a note's text besides words: tags (`#…`, of any alphabet) and addresses that may be opened. */
import type { Note } from './records.ts'

const TAG = /(?<![\p{L}\p{N}_/&#])#([\p{L}\p{M}\p{N}_-]*\p{L}[\p{L}\p{M}\p{N}_-]*)/gu

/** Tags in the order they are written, each once, in small letters and without `#`. `#1` is a number, no tag. */
export const tagsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(TAG), ([, tag = '']) => tag.toLowerCase())),
]

/** Of a note: those in its words, and those that came with a file. */
export const tagsOf = ({ text, tags }: Pick<Note, 'text' | 'tags'>): readonly string[] => [
  ...tagsIn(text),
  ...tags.map(tag => tag.toLowerCase()),
]

const ADDRESS = /\b(?:https?:\/\/|mailto:)[^\s<>"“”„«»]+/giu
/** What ends a sentence around an address is none of it. */
const AFTER = /[.,;:!?'’)\]}]+$/u
/** There is a host, or somebody's box. */
const WHOLE = /^(?:https?:\/\/[^/?#]|mailto:[^@]+@.)/iu

/** Addresses in the order they are written, each once: of the web and of mail, nothing that could run. */
export const addressesIn = (text: string): readonly string[] => [
  ...new Set(
    Array.from(text.matchAll(ADDRESS), ([found]) => found.replace(AFTER, '')).filter(address => WHOLE.test(address)),
  ),
]
