/** A text from outside as a note may hold it: one sign for a new line, and none that nobody sees but that does something. */

const NEW_LINE = /\r\n?|[\u0085\u2028\u2029\v\f]/g

/**
 * Controls but tab and new line; what turns the letters after it around, for good; stand-ins for things that are not
 * there; halves of signs. Joiners, marks of direction, isolates and tags stay: scripts and emoji are made with them.
 */
const JUNK =
  /[\0-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffc\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

export const cleanText = (text: string): string => text.replace(NEW_LINE, '\n').replace(JUNK, '')
