/** Cells in pasted text: as spreadsheets put them on the clipboard, with tabs, and as they save them, with commas (RFC 4180). */
import { areaNamed } from '../../shared/canvas/block-names.ts'

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

/** `always`: quotes around a cell are never words of it. */
function read(text: string, separator: string, { always }: { readonly always: boolean }): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]]
  let at = 0
  while (at <= text.length) {
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
 * over, or a block's name at its head or beside each row.
 */
export function savedCells(text: string): Rows | undefined {
  if (text.includes('\t')) return undefined
  for (const separator of SEPARATORS) {
    const rows = read(text, separator, { always: true }).filter(row => row.length > 1 || row[0]?.text.trim())
    const [head = []] = rows
    const isEven = rows.length > 1 && head.length > 1 && rows.every(row => row.length === head.length)
    if (isEven && !rows.some(isProse) && (isQuoted(rows) || namesBlocks(rows))) return textsOf(rows)
  }
  return undefined
}

const isProse = (row: readonly Cell[]): boolean => row.some(({ text }, i) => i > 0 && /^\s/.test(text))

const isQuoted = (rows: readonly (readonly Cell[])[]): boolean =>
  rows.flat().some(({ needsQuotes }) => needsQuotes) || rows.flat().every(({ hadQuotes }) => hadQuotes)

function namesBlocks(rows: readonly (readonly Cell[])[]): boolean {
  const [head = [], ...below] = rows
  const isName = (cell: Cell | undefined) => cell !== undefined && areaNamed(cell.text) !== undefined
  return head.some(isName) || head.some((_, at) => below.every(row => isName(row[at])))
}
