/** Which way writing runs. */

export type Direction = 'ltr' | 'rtl'

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** As HTML's `dir=auto`: the first letter of a strong direction decides. */
export function directionOf(text: string): Direction {
  const first = /\p{L}/u.exec(text)
  return first && RTL.test(first[0]) ? 'rtl' : 'ltr'
}

/** Has it letters that run the other way than what stands around it? */
export function runsAgainst(text: string, direction: Direction): boolean {
  if (direction === 'ltr') return RTL.test(text)
  return (text.match(/\p{L}/gu) ?? []).some(letter => !RTL.test(letter))
}

const [ISOLATE, POP] = ['\u2068', '\u2069']

/** The text so that it can stand amid others without turning their order; as it is where it cannot. */
export const isolated = (text: string, direction: Direction): string =>
  runsAgainst(text, direction) ? `${ISOLATE}${text}${POP}` : text
