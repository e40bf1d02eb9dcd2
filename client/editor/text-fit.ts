/** Fits a note's text into its box: the largest size at which its words fit, or the smallest and an ellipsis. Knows widths only by asking. */
import type { Direction } from '../../shared/base/direction.ts'
import { directionOf } from '../../shared/base/direction.ts'

/** Width of a piece of text in em, at any size the same. */
export type Measure = (text: string) => number

export interface Line {
  readonly text: string
  /** Where it begins in the whole text (UTF-16 units). */
  readonly start: number
  /** In units. */
  readonly width: number
}

export interface Fit {
  readonly size: number
  readonly lineHeight: number
  readonly lines: readonly Line[]
  /** Not all of it is shown. */
  readonly isCut: boolean
  readonly direction: Direction
}

export interface Box {
  readonly width: number
  readonly height: number
}

/** Sizes of note text, in units. */
export const SIZES = [22, 21, 20, 19, 18, 16, 14] as const
export const lineHeightOf = (size: number): number => Math.round(size * 1.16)

/** No note shows more than this many letters, however thin. */
const LONGEST_SHOWN = 600
const ELLIPSIS = '…'

/** A piece that is not broken if it fits a line: a word, its punctuation, and the spaces after it. */
interface Piece {
  readonly text: string
  readonly start: number
  /** With the spaces after it, in em; they may hang over the edge. */
  readonly width: number
  readonly bare: number
  readonly endsParagraph: boolean
}

export function fitText(text: string, box: Box, measure: Measure, sizes: readonly number[] = SIZES): Fit {
  const pieces = piecesOf(text.slice(0, LONGEST_SHOWN), measure)
  const direction = directionOf(text)
  const smallest = sizes.at(-1) ?? 14
  for (const size of sizes) {
    const lineHeight = lineHeightOf(size)
    const most = Math.floor(box.height / lineHeight)
    const isLast = size === smallest
    if (!isLast && pieces.some(piece => piece.bare * size > box.width)) continue
    const lines = wrap(pieces, box.width / size, isLast ? measure : undefined, most + 1)
    const isCut = lines.length > most || (lines.length === most && text.length > LONGEST_SHOWN)
    if (isCut && !isLast) continue
    const kept = isCut ? withEllipsis(lines.slice(0, most), box.width / size, measure) : lines
    return { size, lineHeight, lines: kept.map(line => ({ ...line, width: line.width * size })), isCut, direction }
  }
  return { size: smallest, lineHeight: lineHeightOf(smallest), lines: [], isCut: false, direction }
}

/** Lines of a text at one size, without a limit to their number. */
export function wrapText(text: string, width: number, size: number, measure: Measure): readonly Line[] {
  const lines = wrap(piecesOf(text, measure), width / size, measure, Number.POSITIVE_INFINITY)
  return lines.map(line => ({ ...line, width: line.width * size }))
}

/** Widths of these lines are in em. Words that fit no line are broken only where `measure` is given. */
function wrap(pieces: readonly Piece[], width: number, measure: Measure | undefined, most: number): Line[] {
  const lines: Line[] = []
  let text = ''
  let start = pieces[0]?.start ?? 0
  let wide = 0
  let bare = 0
  const end = (next: number) => {
    lines.push({ text: text.trimEnd(), start, width: bare })
    text = ''
    wide = 0
    bare = 0
    start = next
  }
  for (const piece of pieces) {
    if (lines.length >= most) return lines
    for (const part of measure && piece.bare > width ? broken(piece, width, measure) : [piece]) {
      if (text && wide + part.bare > width) end(part.start)
      bare = wide + part.bare
      text += part.text
      wide += part.width
    }
    if (piece.endsParagraph) end(piece.start + piece.text.length)
  }
  if (text || lines.length === 0 || pieces.at(-1)?.endsParagraph) end(start)
  return lines
}

/** Spaces and line breaks end a piece; so do hyphens between letters, and word borders in scripts without spaces. */
function piecesOf(text: string, measure: Measure): Piece[] {
  const pieces: Piece[] = []
  const whole = /[^\s]*[^\S\n]*\n?/gu
  for (const [found] of text.matchAll(whole)) {
    if (!found) continue
    const start = pieces.length > 0 ? endOf(pieces.at(-1)) : 0
    const word = found.trimEnd()
    const parts = partsOf(word)
    let at = start
    for (const [i, part] of parts.entries()) {
      const isLast = i === parts.length - 1
      const own = isLast ? found.slice(at - start) : part
      const shown = own.replace('\n', '')
      const bare = measure(part)
      const width = shown.length > part.length ? bare + measure(' ') * (shown.length - part.length) : bare
      pieces.push({ text: own, start: at, bare, width, endsParagraph: isLast && found.endsWith('\n') })
      at += own.length
    }
  }
  return pieces
}

const endOf = (piece: Piece | undefined): number => (piece ? piece.start + piece.text.length : 0)

/** Scripts whose words are not set apart by spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A hyphen or dash after a letter, when something follows that is no digit. */
const AFTER_HYPHEN = /(?<=\p{L}[-‐–—])(?=[^\d])/u
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}\u30FC]/u
const OPENS = /[\p{Ps}\p{Pi}]$/u

function partsOf(word: string): string[] {
  if (!UNSPACED.test(word)) return word.split(AFTER_HYPHEN)
  const parts: string[] = []
  for (const { segment } of wordSegmenter().segment(word)) {
    const before = parts.at(-1)
    if (before !== undefined && (CLOSES.test(segment) || OPENS.test(before))) parts[parts.length - 1] = before + segment
    else parts.push(segment)
  }
  return parts
}

let words: Intl.Segmenter | undefined
let letters: Intl.Segmenter | undefined
const wordSegmenter = () => (words ??= new Intl.Segmenter(undefined, { granularity: 'word' }))
const letterSegmenter = () => (letters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' }))
const lettersOf = (text: string): string[] => [...letterSegmenter().segment(text)].map(({ segment }) => segment)

/** A word that fits no line, in parts that do. */
function broken(piece: Piece, width: number, measure: Measure): Piece[] {
  const parts: Piece[] = []
  const word = piece.text.trimEnd()
  let text = ''
  let start = piece.start
  for (const letter of lettersOf(word)) {
    if (text && measure(text + letter) > width) {
      const wide = measure(text)
      parts.push({ text, start, bare: wide, width: wide, endsParagraph: false })
      start += text.length
      text = ''
    }
    text += letter
  }
  const bare = measure(text)
  const rest = text + piece.text.slice(word.length)
  return [...parts, { text: rest, start, bare, width: bare + piece.width - piece.bare, endsParagraph: false }]
}

/** The same lines, the last with an ellipsis for what follows. */
function withEllipsis(lines: readonly Line[], width: number, measure: Measure): Line[] {
  const last = lines.at(-1)
  if (!last) return []
  const kept = lettersOf(last.text)
  while (kept.length > 0 && measure(kept.join('').trimEnd() + ELLIPSIS) > width) kept.pop()
  const text = kept.join('').trimEnd() + ELLIPSIS
  return [...lines.slice(0, -1), { ...last, text, width: measure(text) }]
}

/** The text, or as much of it as fits into so many em, with an ellipsis. */
export function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return letters.length > 0 ? `${letters.join('').trimEnd()}…` : ''
}

/** The line that shows a place in the text, for carets; places in what was cut stand at its end. */
export function lineAt(fit: Fit, index: number): Line | undefined {
  let found: Line | undefined
  for (const line of fit.lines) if (line.start <= index) found = line
  return found ?? fit.lines[0]
}
