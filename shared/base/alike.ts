/** Letters that are written another way without being another letter to whoever types in a hurry. */
export const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
  ...{ ٱ: 'ا', ة: 'ه', ى: 'ي', ک: 'ك', ی: 'ي', ـ: '' },
}

const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'gu')
/** Accents, Hebrew points, Arabic vowels. Marks that are letters stay. */
const LAID_ON = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu

/** Without capitals, accents and widths: two spellings of a word are one. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(LAID_ON, '')
    .replace(ALIKE_LETTERS, letter => ALIKE[letter] ?? letter)
