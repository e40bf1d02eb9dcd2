/** What somebody pastes or drops as text, read into notes: lines, cells, and the blocks that something beside them names. */
import { areaNamed, areaTitled } from '../../shared/canvas/block-names.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { hasWords, isItem, withoutBullet } from '../editor/list-lines.ts'
import type { Rows } from './cells.ts'
import { barredCells, fileCells, savedCells, tabbedCells, titleRow } from './cells.ts'
import { cleanText } from './clean-text.ts'
import type { CopiedNotes } from './copied.ts'
import { readCopied } from './copied.ts'
import { tableIn } from './html-table.ts'
import { textIn } from './html-text.ts'
import { readCanvas } from './read-canvas.ts'

/** As the clipboard has it; empty where it has none. */
export interface Brought {
  readonly text: string
  readonly html: string
}

export interface PastedNote {
  readonly text: string
  /** The block that a heading above it, or a cell beside it, names. */
  readonly area?: Area
}

export type Pasted =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'tooMuch' }
  | { readonly kind: 'notes'; readonly notes: readonly PastedNote[] }
  /** A whole canvas, as Markdown or JSON. */
  | { readonly kind: 'canvas'; readonly content: CanvasContent }
  /** Notes that were copied on a board. */
  | ({ readonly kind: 'copied' } & CopiedNotes)

/** Characters. A canvas's notes are surely less, and one update holds no more. */
const MOST_TEXT = 1_000_000

export function readPasted({ text, html }: Brought, by: ImportedBy): Pasted {
  const page = html.length > MOST_TEXT * 4 ? '' : html
  const copied = readCopied(page)
  if (copied) return { kind: 'copied', ...copied }
  const table = tableIn(page)?.map(row => row.map(cleanText))
  // Some programs give the page and no text beside it.
  const all = hasWords(text) || table ? text : textIn(page)
  if (all.length > MOST_TEXT) return { kind: 'tooMuch' }
  const clean = cleanText(all)
  const canvas = readCanvas(new TextEncoder().encode(clean), by)
  if (canvas.ok && canvas.content.notes.length > 0) return { kind: 'canvas', content: canvas.content }
  return notesIn(table ?? barredCells(clean) ?? savedCells(clean) ?? tabbedCells(clean))
}

/** What a file says that is no canvas: lines, or the cells of a table if that is what it calls itself. */
export function readWords(text: string, { isTable }: { readonly isTable: boolean }): Pasted {
  const clean = cleanText(text)
  if (clean.length > MOST_TEXT) return { kind: 'tooMuch' }
  return notesIn(isTable ? fileCells(clean) : (barredCells(clean) ?? savedCells(clean) ?? tabbedCells(clean)))
}

function notesIn(rows: Rows): Pasted {
  const notes = rows.some(row => row.filter(hasWords).length > 1) ? notesOfTable(rows) : notesOfLines(rows)
  if (notes.length === 0) return { kind: 'nothing' }
  return notes.length > LIMITS.notes ? { kind: 'tooMuch' } : { kind: 'notes', notes }
}

// Cells ----------------------------------------------------------------------------------------------------------------

const note = (text: string, area: Area | undefined): readonly PastedNote[] => {
  const words = text.trim()
  return hasWords(words) ? [area ? { text: words, area } : { text: words }] : []
}

/** Each cell is a note, but those that name the blocks of the others in their row, or below them. */
function notesOfTable(rows: Rows): readonly PastedNote[] {
  const filled = rows.filter(row => row.some(hasWords))
  const [first = [], ...below] = filled
  const titled = titleRow(filled)
  // What stands above the titles of the columns is one for the whole.
  if (titled > 0) return notesBelow(filled, titled)
  const column = blockColumn(filled)
  if (column) {
    let area: Area | undefined
    return (column.hasTitle ? below : filled).flatMap(row => {
      // A merged cell is written once and holds for the rows below.
      area = areaNamed(row[column.at] ?? '') ?? area
      return row.flatMap((text, i) => (i === column.at ? [] : note(text, area)))
    })
  }
  const isNamed = first.filter(hasWords).length > 1 && first.every(title => !hasWords(title) || areaNamed(title))
  return below.length > 0 && isNamed ? notesBelow(filled, 0) : filled.flatMap(notesOfRow)
}

const notesOfRow = (row: readonly string[]): readonly PastedNote[] => row.flatMap(text => note(text, undefined))

/** Each cell goes to the block that the title of its column names. */
function notesBelow(rows: Rows, titled: number): readonly PastedNote[] {
  const areas = rows[titled]?.map(areaNamed) ?? []
  return [
    ...rows.slice(0, titled).flatMap(notesOfRow),
    ...rows.slice(titled + 1).flatMap(row => row.flatMap((text, i) => note(text, areas[i]))),
  ]
}

/** The first column in which nothing stands but names of blocks; a title above it may be another word. */
function blockColumn(rows: Rows): { readonly at: number; readonly hasTitle: boolean } | undefined {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (let at = 0; at < width; at++) {
    const [first = '', ...others] = rows.map(row => row[at] ?? '')
    const cells = others.filter(hasWords)
    const isNamed = areaNamed(first) !== undefined
    // Under one of several titles there may be nothing yet; that does not make it a column of names.
    const hasNames = cells.length > 0 || (isNamed && titleRow(rows) !== 0)
    if (hasNames && cells.every(cell => areaNamed(cell))) return { at, hasTitle: !isNamed && hasWords(first) }
  }
  return undefined
}

// Lines ----------------------------------------------------------------------------------------------------------------

interface Line {
  readonly text: string
  /** With a bullet in front, or indented. */
  readonly isItem: boolean
  readonly afterBlank: boolean
}

function notesOfLines(rows: Rows): readonly PastedNote[] {
  const texts = rows.map(row => row.find(hasWords) ?? '')
  const lines = texts.flatMap((text, i): Line[] => {
    if (!hasWords(text)) return []
    // A number in front may be that of a block.
    const isIndented = rows[i]?.[0] !== text || /^\s/.test(text)
    const isBullet = isItem(text) && !/^\p{Nd}/u.test(text)
    return [{ text, isItem: isIndented || isBullet, afterBlank: i > 0 && !hasWords(texts[i - 1] ?? '') }]
  })
  const headings = headingsAmong(lines)
  const sorted = notesUnder(lines, headings)
  return sorted.length > 0 ? sorted : notesUnder(lines, new Map())
}

function notesUnder(lines: readonly Line[], headings: ReadonlyMap<Line, Area>): readonly PastedNote[] {
  let area: Area | undefined
  return lines.flatMap(line => {
    const heading = headings.get(line)
    area = heading ?? area
    // What a cell holds has its own lines; no sign in front of the first means a list there.
    const words = line.text.includes('\n') ? line.text : withoutBullet(line.text)
    return heading ? [] : note(headings.size > 0 ? words.replace(/^#{1,6}\s+/, '') : words, area)
  })
}

/** No name of a block is longer, with what marks it. */
const LONGEST_HEADING = 60

/** Marked as a heading: by `#`, by stars, by a colon at its end. */
const MARKED = /^#{1,6}\s|^(?:\*\*|__).*(?:\*\*|__):?$|[:：]$/

/**
 * Lines that name a block and are meant as headings. "Users" may be a note as well: a name that is marked by nothing
 * counts only where the text begins with one, and where it is whole, stands above bullets, or apart from what is before.
 */
function headingsAmong(lines: readonly Line[]): ReadonlyMap<Line, Area> {
  const marked = new Map<Line, Area>()
  const all = new Map<Line, Area>()
  let isSure = false
  for (const [i, line] of lines.entries()) {
    const area = line.text.length <= LONGEST_HEADING ? areaNamed(line.text) : undefined
    if (!area) continue
    const next = lines[i + 1]
    const isMarked = MARKED.test(line.text.trim())
    const isPlain = !line.isItem && (areaTitled(line.text) !== undefined || next?.isItem === true)
    const isSetApart = (i === 0 || line.afterBlank) && next !== undefined && !next.afterBlank
    if (isMarked) marked.set(line, area)
    if (isMarked || isPlain || (isSetApart && !line.isItem)) all.set(line, area)
    isSure ||= isPlain
  }
  const [first] = lines
  return first && all.has(first) && (isSure || all.size > 1) ? all : marked
}
