/** Which segment a heading means. A heading is often shorter than the segment's note: "Hosts", "Hosts: owners and renters". */

export interface NamedSegment {
  readonly text: string
  /** A name given beside the text, which a heading may use. */
  readonly alias?: string | undefined
}

const WORD = /^[\p{L}\p{N}\p{M}_]/u

/** The first line, which stands for a text of several. */
export const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

/** Text → the one segment that has it; null where several have. */
function byText<T>(segments: readonly T[], textOf: (segment: T) => string | undefined): ReadonlyMap<string, T | null> {
  const found = new Map<string, T | null>()
  for (const segment of segments) {
    const text = textOf(segment)
    if (text) found.set(text, found.has(text) ? null : segment)
  }
  return found
}

/**
 * Answers for a heading the one segment it means: by its alias, its text, its first line, its text in other capitals,
 * or because the text begins with the heading as whole words (M25). Where several fit equally well, it means none.
 */
export function openSegmentNames<T extends NamedSegment>(segments: readonly T[]): (heading: string) => T | undefined {
  const fold = (text: string) => text.toLowerCase()
  const exact = [
    byText(segments, segment => segment.alias),
    byText(segments, segment => segment.text),
    byText(segments, segment => firstLine(segment.text)),
  ]
  const folded = byText(segments, segment => fold(segment.text))
  const inOrder = segments
    .map(segment => ({ segment, low: fold(segment.text) }))
    .sort((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : 0))
  const known = new Map<string, T | undefined>()

  const find = (heading: string): T | undefined => {
    for (const map of exact) {
      const found = map.get(heading)
      if (found !== undefined) return found ?? undefined
    }
    const low = fold(heading)
    const same = folded.get(low)
    if (same !== undefined) return same ?? undefined
    let beginning: T | undefined
    for (let i = firstFrom(inOrder, low); inOrder[i]?.low.startsWith(low); i++) {
      const { segment, low: text = '' } = inOrder[i] ?? {}
      if (WORD.test(text.slice(low.length, low.length + 2))) continue
      if (beginning) return undefined
      beginning = segment
    }
    return beginning
  }
  return heading => {
    if (!heading) return undefined
    if (!known.has(heading)) known.set(heading, find(heading))
    return known.get(heading)
  }
}

/** The first entry that is not before `low`. */
function firstFrom(inOrder: readonly { readonly low: string }[], low: string): number {
  let start = 0
  let end = inOrder.length
  while (start < end) {
    const middle = (start + end) >> 1
    if ((inOrder[middle]?.low ?? '') < low) start = middle + 1
    else end = middle
  }
  return start
}
