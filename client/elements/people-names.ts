/** Names as they are shown where there is little room. */
import { directionOf } from '../../shared/base/direction.ts'

export const firstName = (name: string): string => name.trim().split(/\s+/u)[0] ?? name

const firstLetter = (part: string | undefined): string => (part ? ([...part][0] ?? '') : '')

/** First letters of the first and the last name, in any script. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/u).filter(Boolean)
  const letters = parts.length > 1 ? firstLetter(parts[0]) + firstLetter(parts.at(-1)) : firstLetter(parts[0])
  // Arabic letters side by side would join into a word.
  return directionOf(letters) === 'rtl' ? [...letters].join('\u200c') : letters.toLocaleUpperCase()
}
