/** Lines of a list without the signs in front of them: what somebody writes or pastes, on its way to a note each. */

/** Marks of direction may stand before all. Word writes its bullets in a part of Unicode that is nobody's. */
const BULLET = /^[\u200e\u200f\u061c]*(?:[-*+•◦▪▫■□●○▸►‣⁃∙·–—→✓✔☐☑☒\uf0a7\uf0b7]|\p{Nd}{1,3}[.)])(?:\s+|$)/u
const BOX = /^\[[ xX]?\]\s+/

export const isItem = (line: string): boolean => BULLET.test(line.trimStart())

/** What the line says. */
export const withoutBullet = (line: string): string => line.trim().replace(BULLET, '').replace(BOX, '').trim()

/** Something that can be seen. */
export const hasWords = (text: string): boolean => /[^\s\p{Cf}\p{Cc}]/u.test(text)

/** The lines of a text that say something. */
export const linesOf = (text: string): readonly string[] =>
  text.split('\n').flatMap(line => {
    const words = withoutBullet(line)
    return hasWords(words) ? [words] : []
  })

/** No longer is a line that somebody puts on a list. */
const LONGEST_ITEM = 80

/** Somebody makes a list here: three short lines or more, or two that begin like one. */
export function isList(text: string): boolean {
  const lines = linesOf(text)
  if (lines.length < 2 || lines.some(({ length }) => length > LONGEST_ITEM)) return false
  return lines.length > 2 || text.split('\n').filter(hasWords).every(isItem)
}
