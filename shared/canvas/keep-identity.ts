/** A canvas that comes back as text has lost its ids: notes that say the same in the same block are taken to be the same. */
import type { CanvasContent, Note } from './records.ts'

const keyOf = (note: Note): string => JSON.stringify([note.place[0], note.text])

/**
 * Gives the notes of `next` (from Markdown) the ids, places and marks of equal notes of `before`; the rest are new.
 * A note whose neighbours changed order takes its new place, so that the file's order is what people see.
 */
export function keepIdentity(next: CanvasContent, before: CanvasContent): CanvasContent {
  const known = new Map<string, Note[]>()
  for (const note of before.notes) known.set(keyOf(note), [...(known.get(keyOf(note)) ?? []), note])
  const ids = new Map<string, string>()
  const pairs = next.notes.map(note => {
    const same = known.get(keyOf(note))?.shift()
    ids.set(note.id, same?.id ?? note.id)
    return { note, same }
  })
  const inOrder = keepsOrder(pairs.flatMap(({ same }) => (same ? [same] : [])))
  const notes = pairs.map(({ note, same }): Note => {
    const segments = note.segments.map(segment => ids.get(segment) ?? segment).sort()
    if (!same) return { ...note, segments }
    const { name: _, ...rest } = same
    const place = inOrder.has(same.place[0]) ? same.place : note.place
    return { ...rest, place, segments, ...(note.name ? { name: note.name } : {}) }
  })
  const here = new Set(notes.map(note => note.id))
  return {
    ...next,
    notes,
    links: before.links.filter(link => here.has(link.from) && here.has(link.to)),
    groups: before.groups,
    strokes: before.strokes,
  }
}

/** Areas whose known notes stand in the new file in the order of their places. */
function keepsOrder(notes: readonly Note[]): ReadonlySet<string> {
  const last = new Map<string, Note>()
  const areas = new Set(notes.map(note => note.place[0] as string))
  for (const note of notes) {
    const [area, x, y] = note.place
    const before = last.get(area)
    if (before && (before.place[2] > y || (before.place[2] === y && before.place[1] >= x))) areas.delete(area)
    last.set(area, note)
  }
  return areas
}
