/** Which way an arrow key goes in a row of things: rows run as the page is read, so from the right in Arabic. */

const ALONG: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowLeft: -1 }
const DOWN: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** 1 to the next, -1 to the one before, 0 for any other key. `across` lets up and down go through it too. */
export function wayOf(
  { key }: Pick<KeyboardEvent, 'key'>,
  row: Element,
  { across = false }: { readonly across?: boolean } = {},
): 1 | 0 | -1 {
  const along = ALONG[key]
  if (along) return row.matches(':dir(rtl)') ? (-along as 1 | -1) : along
  return (across ? DOWN[key] : undefined) ?? 0
}
