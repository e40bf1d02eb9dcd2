/** Examples come as text, which has no colours: paper by block, and on the customer's side by segment. */
import type { Area } from '../blocks.ts'
import type { CanvasContent, Note, NoteColor } from '../records.ts'

const BY_AREA: Readonly<Partial<Record<Area, NoteColor>>> = {
  channels: 'leaf',
  revenueStreams: 'straw',
  keyResources: 'lagoon',
  keyActivities: 'lagoon',
  keyPartnerships: 'lagoon',
  costStructure: 'rose',
}

/** Colours of the first segments, in reading order; further ones begin again. */
const BY_SEGMENT: readonly NoteColor[] = ['sky', 'straw', 'apricot', 'lilac']

/** The same content on coloured paper. */
export function painted(content: CanvasContent): CanvasContent {
  const segments = content.notes.filter(note => note.place[0] === 'customerSegments').map(note => note.id)
  const colorOf = (note: Note): NoteColor => {
    const segment = note.place[0] === 'customerSegments' ? note.id : note.segments[0]
    const index = segment === undefined ? -1 : segments.indexOf(segment)
    const own = index < 0 ? undefined : BY_SEGMENT[index % BY_SEGMENT.length]
    return BY_AREA[note.place[0]] ?? own ?? 'straw'
  }
  return { ...content, notes: content.notes.map(note => ({ ...note, color: colorOf(note) })) }
}
