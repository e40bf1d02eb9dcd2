/** Which notes a search for the other end of a link finds, the likeliest first. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { INTERCONNECTIONS } from '../../shared/canvas/interconnections.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { findNotes } from '../commands/find.ts'

/** Pairs of blocks of which a change in the first asks for a look at the second. */
const TOUCHING = new Set(INTERCONNECTIONS.map(({ from, to }) => `${from} ${to}`))

/** Notes that fit, the closest first; of those that fit alike the ones whose block this one's touches. */
export function linkChoices(
  notes: readonly Note[],
  typed: string,
  { from, most }: { readonly from: Area; readonly most: number },
) {
  const touches = ({ place: [area] }: Note) => Number(TOUCHING.has(`${from} ${area}`))
  return findNotes(
    [...notes].sort((a, b) => touches(b) - touches(a)),
    typed,
    most,
  )
}
