/** What a page says, as text: for a clipboard that has nothing but HTML. Items have a bullet, headings a hash, cells a tab between them. */
import { piecesOf, tidyLines, wordsOf } from './html-pieces.ts'

const BREAKS =
  /^\/?(?:br|p|div|li|ul|ol|tr|table|h[1-6]|section|article|blockquote|pre|dd|dt|header|footer|figure|figcaption|hr)$/

export function textIn(html: string): string {
  let text = ''
  for (const piece of piecesOf(html)) {
    const { tag } = piece
    if (tag === undefined) text += wordsOf(piece.text)
    else if (BREAKS.test(tag)) text += `\n${tag === 'li' ? '- ' : /^h\d/.test(tag) ? '# ' : ''}`
    else if (tag === 'td' || tag === 'th') text += '\t'
  }
  return tidyLines(text)
}
