/** Which notes are two rows high. All screens must agree, or placement would not. */

/** More than this is tall. Counted, not measured, so that all screens agree whatever their fonts. */
const LONG = 120
/** What a line that ends early takes of a note is about this. */
const LINE = 20

function isLong(text: string): boolean {
  if (text.length <= LONG / LINE) return false
  let length = 0
  for (let i = 0; i < text.length && length <= LONG; i++) length += roomOf(text.charCodeAt(i))
  return length > LONG
}

const roomOf = (code: number): number => (code === NEW_LINE ? LINE : code >= WIDE_FROM && isWide(code) ? 2 : 1)
const NEW_LINE = 0x0a

/** Signs of Chinese, Japanese and Korean are twice as wide; an emoji has two units by itself. */
const WIDE_FROM = 0x1100
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0xd7ff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
]
const isWide = (code: number): boolean => WIDE.some(([from, to]) => code >= from && code <= to)

/** Does a note take two rows? One with an image has that above its words. */
export const isTall = ({ text, image }: { readonly text: string; readonly image?: string | undefined }): boolean =>
  image !== undefined || isLong(text)
