/** As much of a text as a note holds. */
import { LIMITS } from '../../shared/canvas/schema.ts'

/** Never between the halves of one sign. */
export const cut = (text: string): string =>
  isTooLong(text) ? text.slice(0, LIMITS.noteLength).replace(/[\uD800-\uDBFF]$/, '') : text

export const isTooLong = (text: string): boolean => text.length > LIMITS.noteLength
