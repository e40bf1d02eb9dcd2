/** Letters that are written another way without being another letter to whoever types in a hurry. */
export const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
  ...{ ٱ: 'ا', ة: 'ه', ى: 'ي', ک: 'ك', ی: 'ي', ـ: '' },
}
