/** Which notes a search for the other end of a link finds, the likeliest first, and which note lacks a link to a segment. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { INTERCONNECTIONS } from '../../shared/canvas/interconnections.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { findNotes } from '../commands/find.ts'

/** Pairs of blocks of which a change in the first asks for a look at the second, in the order in which to look. */
const TOUCHING = INTERCONNECTIONS.map(({ from, to }) => `${from} ${to}`)

/** Notes that fit, the closest first; of those that fit alike the ones whose block this one's touches. */
export function linkChoices(
  notes: readonly Note[],
  typed: string,
  { from, most }: { readonly from: Area; readonly most: number },
) {
  const turnOf = ({ place: [area] }: Note) => {
    const at = TOUCHING.indexOf(`${from} ${area}`)
    return at < 0 ? TOUCHING.length : at
  }
  return findNotes(
    [...notes].sort((a, b) => turnOf(a) - turnOf(b)),
    typed,
    most,
  )
}

/** Does its block touch Customer Segments, while no link joins the note to one of them? */
export function lacksSegment({ notes, links }: Pick<Canvas, 'notes' | 'links'>, { id, place: [area] }: Note): boolean {
  const isSegment = (note: string) => notes.get(note)?.place[0] === 'customerSegments'
  return (
    TOUCHING.includes(`${area} customerSegments`) &&
    notes.all().some(note => isSegment(note.id)) &&
    !links.all().some(({ from, to }) => (from === id && isSegment(to)) || (to === id && isSegment(from)))
  )
}
