/** A file that is no canvas but lines, or a table as programs save it: read as if it had been pasted. */
import type { Readable } from './paste.ts'
import type { ReadCanvas } from './read-canvas.ts'
import { LARGEST_FILE, textOf } from './read-canvas.ts'
import { readWords } from './read-pasted.ts'

export type WordsFile = Pick<File, 'name' | 'type' | 'size' | 'arrayBuffer'>

const TABLE = /\.(?:csv|tsv|tab)$/i
const TABLE_TYPE = /^text\/(?:csv|tab-separated-values)$/

const isTable = ({ name, type }: Pick<WordsFile, 'name' | 'type'>): boolean => TABLE.test(name) || TABLE_TYPE.test(type)

/** Who writes headings means a canvas, and wants to hear where it goes wrong. */
const HEADING = /^ {0,3}#{1,6}\s/m

/** Notes from a file that was not read as a canvas; undefined where it holds none, or means to be one. */
export async function readWordsFile(file: WordsFile, read: ReadCanvas): Promise<Readable | undefined> {
  const isNone = read.ok || file.size > LARGEST_FILE
  if (isNone || !(read.problem.kind === 'notACanvas' || read.problem.kind === 'notText')) return undefined
  const text = wordsOf(new Uint8Array(await file.arrayBuffer()), file)
  if (text === undefined || /^\s*[[{]/.test(text)) return undefined
  if (!isTable(file) && HEADING.test(text)) return undefined
  const pasted = readWords(text, { isTable: isTable(file) })
  return pasted.kind === 'nothing' || pasted.kind === 'tooMuch' ? undefined : pasted
}

/** Spreadsheets still save tables in the letters of their system: a byte each, of which none is a control. */
const wordsOf = (bytes: Uint8Array, file: Pick<WordsFile, 'name' | 'type'>): string | undefined =>
  textOf(bytes) ?? (isTable(file) ? textOf(bytes, 'windows-1252') : undefined)
