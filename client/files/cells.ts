/** Cells in pasted text: as spreadsheets put them on the clipboard, with tabs, and as they save them, with commas (RFC 4180). */
import { areaNamed, areaTitled } from '../../shared/canvas/block-names.ts'
import { hasWords } from '../editor/list-lines.ts'

export type Rows = readonly (readonly string[])[]

interface Cell {
  readonly text: string
  /** What stands in its quotes could not stand without them. */
  readonly needsQuotes: boolean
  readonly hadQuotes: boolean
}

/** Where a cell that opens with a quote closes; -1 where the quote is one of its letters. */
function closingOf(text: string, from: number, separator: string): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  const next = text[at + 1]
  return at >= 0 && (next === undefined || next === separator || next === '\n') ? at : -1
}

function endOf(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) if (text[at] === separator || text[at] === '\n') return at
  return text.length
}

interface Reading {
  /** Quotes around a cell are never words of it. */
  readonly always: boolean
  /** Spaces behind a separator are no words either. */
  readonly spaced?: boolean
}

function read(text: string, separator: string, { always, spaced = false }: Reading): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]]
  let at = 0
  while (at <= text.length) {
    while (spaced && text[at] === ' ') at++
    const closing = text[at] === '"' ? closingOf(text, at + 1, separator) : -1
    const quoted = text.slice(at + 1, closing)
    const needsQuotes = closing >= 0 && (quoted.includes(separator) || /\n|""/.test(quoted))
    const hadQuotes = needsQuotes || (always && closing >= 0)
    const end = hadQuotes ? closing + 1 : endOf(text, at, separator)
    rows.at(-1)?.push({ text: hadQuotes ? quoted.replaceAll('""', '"') : text.slice(at, end), needsQuotes, hadQuotes })
    if (text[end] === '\n') rows.push([])
    at = end + 1
  }
  return rows
}

const textsOf = (rows: readonly (readonly Cell[])[]): Rows => rows.map(row => row.map(({ text }) => text))

/** Rows of cells, as spreadsheets write them: those with a tab, a new line or a quote in them stand in quotes. */
export const tabbedCells = (text: string): Rows => textsOf(read(text, '\t', { always: false }))

/** Where the comma is part of a figure, programs save with semicolons. */
const SEPARATORS = [',', ';'] as const

/**
 * Rows of cells of a saved table; undefined for words that only have commas: those are followed by spaces, and there
 * are not as many of them in each line. A table has as many cells in each of its rows, and quotes that it needs, or all
 * over, or a block's name at its head or beside each row. Written by hand, with spaces, it has to say so more clearly.
 */
export function savedCells(text: string): Rows | undefined {
  if (text.includes('\t')) return undefined
  for (const separator of SEPARATORS) {
    const rows = filled(read(text, separator, { always: true }))
    if (isEven(rows) && !rows.some(isProse) && (needsQuotes(rows) || isQuoted(rows) || namesBlocks(rows)))
      return textsOf(rows)
    const bare = filled(read(text, separator, { always: true, spaced: true }))
    if (isEven(bare) && (isQuoted(bare) || isPlainlySorted(textsOf(bare)))) return textsOf(bare)
  }
  return undefined
}

/** The same of a file that says by its name that it is a table: with the separator that makes more cells of it. */
export function fileCells(text: string): Rows {
  const [rows = []] = [...SEPARATORS, '\t']
    .map(separator => filled(read(text, separator, { always: true, spaced: true })))
    .sort((a, b) => b.flat().length - a.flat().length)
  return textsOf(rows)
}

const filled = (rows: readonly (readonly Cell[])[]) => rows.filter(row => row.length > 1 || row[0]?.text.trim())

const isEven = (rows: readonly (readonly Cell[])[]): boolean => {
  const width = rows[0]?.length ?? 0
  return rows.length > 1 && width > 1 && rows.every(row => row.length === width)
}

const isProse = (row: readonly Cell[]): boolean => row.some(({ text }, i) => i > 0 && /^\s/.test(text))

const needsQuotes = (rows: readonly (readonly Cell[])[]): boolean => rows.flat().some(cell => cell.needsQuotes)
const isQuoted = (rows: readonly (readonly Cell[])[]): boolean => rows.flat().every(cell => cell.hadQuotes)

function namesBlocks(rows: readonly (readonly Cell[])[]): boolean {
  const [head = [], ...below] = rows
  const isName = (cell: Cell | undefined) => cell !== undefined && areaNamed(cell.text) !== undefined
  return head.some(isName) || head.some((_, at) => below.every(row => isName(row[at]))) || titleRow(textsOf(rows)) >= 0
}

/** "Users, who pay" is a sentence: only whole names beside the rows count, or nothing but names above them. */
function isPlainlySorted(rows: Rows): boolean {
  const [head = [], ...below] = rows
  const isWhole = (cell = '') => areaTitled(cell) !== undefined
  return (
    titleRow(rows) >= 0 ||
    head.some((first, at) => below.every(row => isWhole(row[at])) && (below.length > 1 || isWhole(first)))
  )
}

/** A title of the whole may stand above the titles of the columns. */
const MOST_ABOVE = 3

/** The row in which nothing stands but names of blocks, two or more, with rows below it; -1 where there is none. */
export function titleRow(rows: Rows): number {
  const at = rows.findIndex(row => row.filter(hasWords).length > 1)
  const names = rows[at]?.filter(hasWords) ?? []
  const areas = new Set(names.map(areaNamed))
  return at <= MOST_ABOVE && at < rows.length - 1 && areas.size > 1 && !areas.has(undefined) ? at : -1
}

/** A line that is nothing but dashes between bars. */
const RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/

/** Rows of cells of a table in Markdown: bars between them, and a rule below the first row. */
export function barredCells(text: string): Rows | undefined {
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  const [head = '', rule = '', ...below] = lines
  if (below.length === 0 || !rule.includes('|') || !RULE.test(rule)) return undefined
  const rows = [head, ...below]
  return rows.every(row => row.includes('|')) ? rows.map(cellsBetweenBars) : undefined
}

const cellsBetweenBars = (row: string): readonly string[] =>
  row
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(cell =>
      cell
        .replaceAll('\\|', '|')
        .replace(/<br\s*\/?>/gi, '\n')
        .trim(),
    )
