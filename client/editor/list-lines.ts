/** Lines of a list without the signs in front of them: what somebody writes or pastes, on its way to a note each. */

/** Marks of direction may stand before all. Word writes its bullets in a part of Unicode that is nobody's. */
const BULLET = /^[\u200e\u200f\u061c]*(?:[-*+•◦▪▫■□●○▸►‣⁃∙·–—→✓✔☐☑☒\uf0a7\uf0b7]|\p{Nd}{1,3}[.)])(?:\s+|$)/u
const BOX = /^\[[ xX]?\]\s+/

export const isItem = (line: string): boolean => BULLET.test(line.trimStart())

/** What the line says. */
export const withoutBullet = (line: string): string => line.trim().replace(BULLET, '').replace(BOX, '').trim()

/** Something that can be seen. */
export const hasWords = (text: string): boolean => /[^\s\p{Cf}\p{Cc}]/u.test(text)
