/** The segments of a canvas in their order: the notes of Customer Segments as they are read. Their place picks their print, everywhere. */
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { byReading } from '../../shared/canvas/canvas.ts'
import type { Note } from '../../shared/canvas/records.ts'

/** Legend order. The same on all screens, whatever their layout. */
export const segmentsAmong = (notes: readonly Note[]): readonly Note[] =>
  notes.filter(note => note.place[0] === 'customerSegments').sort(byReading)

export const segmentsOf = (canvas: Canvas): readonly Note[] => segmentsAmong(canvas.notes.all())

/** Each segment's place in the legend, by id. */
export const orderOf = (segments: readonly Note[]): ReadonlyMap<string, number> =>
  new Map(segments.map(({ id }, i) => [id, i]))

export const segmentOrder = (canvas: Canvas): ReadonlyMap<string, number> => orderOf(segmentsOf(canvas))

/** The prints a note wears, in legend order: of the segments it belongs to, and its own if it is one. */
export const printsOf = (note: Note, order: ReadonlyMap<string, number>): readonly number[] =>
  printsOfAll([note], order)

/** The prints of several notes as one paper, each once. */
export function printsOfAll(notes: readonly Note[], order: ReadonlyMap<string, number>): readonly number[] {
  const places = new Set<number>()
  for (const note of notes)
    for (const id of [...note.segments, note.id]) {
      const place = order.get(id)
      if (place !== undefined) places.add(place)
    }
  return [...places].sort((a, b) => a - b)
}
