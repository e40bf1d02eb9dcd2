/** HTML from outside as tags and the words between them: nothing of it becomes an element, not even of a document apart. */

/** What is in these is not to be read. */
const SILENT: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template', 'noscript'])

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text with its entities resolved; those that nobody needs on a clipboard stay as they are. */
export const unentity = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (all: string, ten, sixteen, name) => {
    if (typeof name === 'string') return NAMED[name.toLowerCase()] ?? all
    const code = typeof ten === 'string' ? Number(ten) : Number.parseInt(String(sixteen), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })

/** Words as a page shows them: entities resolved, any white as one space. */
export const wordsOf = (text: string): string => unentity(text.replace(/\s+/g, ' '))

/** Lines without white at their ends, none of them empty. */
export const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

export interface Piece {
  /** Words between tags, as they stand in the source; of a tag what stands in it. */
  readonly text: string
  /** In small letters, with a slash in front at its end; undefined for words. */
  readonly tag?: string
}

/** Where a tag that begins here ends; what stands in quotes does not end it. -1 where it never does. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const letter = html[at]
    if (letter === '>') return at
    if (letter !== '"' && letter !== "'") continue
    at = html.indexOf(letter, at + 1)
    if (at < 0) return -1
  }
  return -1
}

/** Tags and the words between them, in one go from front to end: what comes from outside may be bent on purpose. */
export function* piecesOf(html: string): Generator<Piece> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open !== at) yield { text: html.slice(at, open < 0 ? undefined : open) }
    if (open < 0) return
    const isComment = html.startsWith('<!--', open)
    const end = isComment ? html.indexOf('-->', open) : endOfTag(html, open)
    if (end < 0) return
    at = end + (isComment ? 3 : 1)
    const tag = /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase()
    if (tag === undefined || isComment) continue
    yield { text: html.slice(open, end), tag }
    if (!SILENT.has(tag)) continue
    const closing = new RegExp(`</${tag}`, 'gi')
    closing.lastIndex = at
    const closed = closing.exec(html)
    if (!closed) return
    at = closed.index
  }
}
