/** What stands under which heading in a Markdown export, and by what names its segments are then known. */
import type { Area } from './blocks.ts'
import { AREAS } from './blocks.ts'
import { byReading } from './canvas.ts'
import type { CanvasContent, Note } from './records.ts'
import { firstLine, openSegmentNames } from './segment-names.ts'

/**
 * A heading that names no segment is kept in `about` under `<block>:<n>`; its notes carry this tag. (Not a `segment:`
 * member: those are left out where they point to nothing.)
 */
export const headingTag = (key: string): string => `heading-${key.replace(':', '-')}`

/** What a note is listed under: a segment, or the words of a kept heading. */
export type Home = { readonly segment: Note } | { readonly words: string }

const keyOf = (home: Home): string => ('segment' in home ? `segment ${home.segment.id}` : `words ${home.words}`)

/**
 * Segments whose name no reader could find out from their text and the headings; it is then written beside the text.
 * Names elsewhere than in Customer Segments are always written.
 */
function writtenNames(notes: readonly Note[], segments: readonly Note[]): ReadonlySet<Note> {
  const means = openSegmentNames(segments.map(note => ({ note, text: note.text })))
  const used = new Set(notes.flatMap(note => note.segments))
  const tells = (note: Note, name: string) =>
    used.has(note.id) && name !== note.text && name !== firstLine(note.text) && means(name)?.note === note
  const named = notes.filter((note): note is Note & { name: string } => Boolean(note.name))
  const among = new Set(segments)
  const written = new Set<Note>(named.filter(note => !among.has(note) || !tells(note, note.name)))
  const taken = new Set(named.filter(note => among.has(note) && written.has(note)).map(note => note.name))
  return new Set(named.filter(note => written.has(note) || taken.has(note.name)))
}

/** Notes under one heading; loose ones have no home. */
interface Group {
  readonly home: Home | undefined
  readonly notes: Note[]
}

/** Everything that has to be known before the first line can be written. */
export function compose(content: CanvasContent) {
  const notes = [...content.notes].sort(byReading)
  const segments = notes.filter(note => note.place[0] === 'customerSegments')
  const written = writtenNames(notes, segments)
  const means = openSegmentNames(
    segments.map(note => ({ note, text: note.text, alias: written.has(note) ? note.name : undefined })),
  )
  const homeOfWords = (words: string): Home => {
    const segment = means(words)?.note
    return segment ? { segment } : { words }
  }
  const kept = Object.entries(content.about.headings).filter(([, words]) => words)
  const byTag = new Map(kept.map(([key, words]) => [headingTag(key), homeOfWords(words)]))
  const byId = new Map(segments.map((segment): [string, Home] => [segment.id, { segment }]))
  /** Note → its number in its block, from 1, in the order of the file. */
  const number = new Map<string, number>()

  /** Where a note is listed, and what else it names: segments in their order, then kept headings by their words. */
  const homesOf = (note: Note): { readonly home: Home | undefined; readonly others: readonly Home[] } => {
    const marks = [...note.segments.map(id => byId.get(id)), ...note.tags.map(tag => byTag.get(tag))]
    const distinct = new Map(marks.flatMap(home => (home ? [[keyOf(home), home] as const] : [])))
    const rank = (home: Home) => ('segment' in home ? (number.get(home.segment.id) ?? 0) : segments.length + 1)
    const all = [...distinct.values()].sort((a, b) => rank(a) - rank(b) || (keyOf(a) < keyOf(b) ? -1 : 1))
    // Segments are not listed below segments: their order is what all other lists go by.
    const home = note.place[0] === 'customerSegments' ? all.find(each => 'words' in each) : all[0]
    return { home, others: all.filter(each => each !== home) }
  }

  /** Loose notes first, then groups by their first note, then headings below which nothing stands. */
  const groupsOf = (area: Area): readonly Group[] => {
    const groups = new Map<string, Group>([['', { home: undefined, notes: [] }]])
    const group = (home: Home | undefined): Group => {
      const key = home ? keyOf(home) : ''
      const found = groups.get(key) ?? { home, notes: [] }
      groups.set(key, found)
      return found
    }
    const here = notes.filter(note => note.place[0] === area)
    for (const note of here) group(homesOf(note).home).notes.push(note)
    const own = kept.filter(([key]) => key.startsWith(`${area}:`)).sort(([a], [b]) => numberIn(a) - numberIn(b))
    const named = [...own.map(([, words]) => homeOfWords(words)), ...here.flatMap(note => homesOf(note).others)]
    for (const home of named) if ('words' in home) group(home)
    return [...groups.values()].filter(({ home, notes }) => home || notes.length > 0)
  }

  const groups = new Map<Area, readonly Group[]>()
  // Customer Segments are first among the areas, so that their numbers are known to all others.
  for (const area of AREAS) {
    const found = groupsOf(area)
    groups.set(area, found)
    for (const [i, note] of found.flatMap(group => group.notes).entries()) number.set(note.id, i + 1)
  }
  return { groups, homesOf, means, number, written }
}

export type Composition = ReturnType<typeof compose>

const numberIn = (key: string): number => Number(key.slice(key.indexOf(':') + 1)) || 0
