/**
 * How any text stands in our Markdown and comes back letter by letter. A backslash before punctuation and numbered
 * entities mean what they mean in CommonMark; all else, emphasis included, is text as it stands. Everything here takes
 * time in proportion to its input: files come from outside.
 */

const entity = (text: string): string => `&#${text.charCodeAt(0)};`
const entities = (text: string): string => text.replace(/[^]/g, entity)

/** Puts a backslash before bare braces. */
const escapeBraces = (escaped: string): string =>
  escaped.replace(/(\\.)|[{}]/g, (found: string, pair: string | undefined) => pair ?? `\\${found}`)

function escapeLine(line: string): string {
  const safe = line
    .replace(/\\/g, '\\\\')
    .replace(/&(?=#\d{1,7};)/g, '\\&')
    .replace(/\r|^[ \t]|[ \t]$/g, entity)
  const open = /^(?:[-*+]|#{1,6})(?:[ \t]|$)/.test(safe) ? `\\${safe}` : safe
  return readTokens(open).length > 0 ? escapeBraces(open) : open
}

/** The lines of a note. Empty lines at its ends, which would be lost, become entities. */
export function escapeLines(text: string): string[] {
  let start = 0
  let end = text.length
  while (start < end && text[start] === '\n') start++
  while (end > start && text[end - 1] === '\n') end--
  const lines = text.slice(start, end).split('\n').map(escapeLine)
  const last = lines.length - 1
  return lines.map(
    (line, i) => (i === 0 ? entities(text.slice(0, start)) : '') + line + (i === last ? entities(text.slice(end)) : ''),
  )
}

/** A title, heading, name or label: one line whatever it holds, and never `#2`, which is a number. */
export function escapeName(name: string): string {
  const line = escapeLine(name).replace(/\n/g, entity)
  return (/^[#=]/.test(line) ? `\\${line}` : line).replace(/(^|[ \t])(?=#+$)/, '$1\\')
}

/** A name between braces, where `!` would be something to do. */
export const escapeToken = (name: string): string => escapeBraces(escapeName(name)).replace(/^!(?= |$)/, '\\!')

/** The twin of all of these. */
export const unescape = (raw: string): string =>
  raw.replace(/\\([!-/:-@[-`{-~])|&#(\d{1,7});/g, (all: string, mark: string | undefined, code: string | undefined) => {
    if (mark !== undefined) return mark
    const point = Number(code)
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : all
  })

const isBlank = (letter: string | undefined): boolean => letter === ' ' || letter === '\t'

export function trimBlanks(line: string): string {
  let start = 0
  let end = line.length
  while (isBlank(line[start])) start++
  while (end > start && isBlank(line[end - 1])) end--
  return line.slice(start, end)
}

/** A ` {Name}` at the end of a line, as written between the braces, and the line before it. */
export interface Token {
  readonly raw: string
  readonly before: string
}

/** The tokens at the end of a line, last first: each opens after a blank and holds no bare brace. */
export function readTokens(line: string): readonly Token[] {
  const found: { raw: string; start: number }[] = []
  let start = -1
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]
    if (letter === '}' && start >= 0) {
      found.push({ raw: line.slice(start + 1, i), start })
      start = -1
    } else if (letter === '{' || (start < 0 && !isBlank(letter))) {
      // Words, or a brace that opens nothing: what came before does not stand at the end.
      const opens = letter === '{' && (i === 0 || isBlank(line[i - 1]))
      if (!opens || start >= 0) found.length = 0
      start = opens ? i : -1
    }
    if (letter === '\\') i++
  }
  return start >= 0 ? [] : found.reverse().map(({ raw, start }) => ({ raw, before: trimBlanks(line.slice(0, start)) }))
}
