/** A canvas that comes back as text has lost its ids: notes that say the same in the same block are taken to be the same. */
import { headingTag } from './markdown-groups.ts'
import type { CanvasContent, Group, Link, Note, Place } from './records.ts'

const keyOf = (note: Note): string => JSON.stringify([note.place[0], note.text])

/**
 * Gives the notes of `next` (from Markdown) the ids, places and marks of equal notes of `before`; the rest are new.
 * A note whose neighbours changed order takes its new place, so that the file's order is what people see. Segments and
 * headings are the file's; links, groups and actions too where it names any, for a file without them seldom means that
 * there are none.
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
  const places = placesInOrder(pairs.filter(({ note }) => inOrder.has(note.place[0])))
  const oldHeadings = new Set(Object.keys(before.about.headings).map(headingTag))
  const groupIds = sameGroups(next.groups, before.groups, pairs)
  const namesActions = next.notes.some(note => note.action)
  const notes = pairs.map(({ note, same }): Note => {
    const segments = note.segments.map(segment => ids.get(segment) ?? segment).sort()
    const { name: _, group: was, action: known, ...rest } = same ?? note
    const place = places.get(note) ?? note.place
    const tags = [...new Set([...(same?.tags.filter(tag => !oldHeadings.has(tag)) ?? []), ...note.tags])].sort()
    const group = next.groups.length > 0 ? groupIds.get(note.group ?? '') : was
    const action = namesActions ? note.action : known
    const marks = { ...(note.name && { name: note.name }), ...(group && { group }), ...(action && { action }) }
    return { ...rest, place, segments, tags, ...marks }
  })
  const here = new Set(notes.map(note => note.id))
  return {
    ...next,
    notes,
    links:
      next.links.length > 0
        ? sameLinks(next.links, before.links, ids)
        : before.links.filter(link => here.has(link.from) && here.has(link.to)),
    groups:
      next.groups.length > 0
        ? next.groups.map(group => ({ ...group, id: groupIds.get(group.id) ?? group.id }))
        : before.groups,
    strokes: before.strokes,
  }
}

/** The links of a file between notes by their real ids; one that is there already keeps its own. */
function sameLinks(links: readonly Link[], before: readonly Link[], ids: ReadonlyMap<string, string>): readonly Link[] {
  const nameOf = ({ from, to, label }: Link) => JSON.stringify([from, to, label])
  const known = new Map(before.map(link => [nameOf(link), link]))
  return links.map(link => {
    const found = { ...link, from: ids.get(link.from) ?? link.from, to: ids.get(link.to) ?? link.to }
    const same = known.get(nameOf(found))
    known.delete(nameOf(found))
    return same ?? found
  })
}

/** The ids of the file's groups: each is the one that the first of its notes was in, if no other is that already. */
function sameGroups(
  groups: readonly Group[],
  before: readonly Group[],
  pairs: readonly Pair[],
): ReadonlyMap<string, string> {
  const free = new Map(before.map(group => [group.id, group]))
  const ids = new Map<string, string>()
  for (const { id, block } of groups) {
    const first = pairs.find(({ note, same }) => note.group === id && free.get(same?.group ?? '')?.block === block)
    const was = first?.same?.group
    if (was !== undefined) free.delete(was)
    ids.set(id, was ?? id)
  }
  return ids
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

interface Pair {
  readonly note: Note
  readonly same: Note | undefined
}

const isBefore = (a: Place, b: Place): boolean => a[2] < b[2] || (a[2] === b[2] && a[1] < b[1])

/** Known notes where they were; a new one in its slot if that comes in the order of the file, else a little after the one before it. */
function placesInOrder(pairs: readonly Pair[]): ReadonlyMap<Note, Place> {
  const places = new Map<Note, Place>()
  const next = new Map<string, Place>()
  const nextKnown = pairs.toReversed().map(({ note, same }) => {
    const found = next.get(note.place[0])
    if (same) next.set(note.place[0], same.place)
    return found
  })
  const last = new Map<string, Place>()
  for (const [i, { note, same }] of pairs.entries()) {
    const [area] = note.place
    const place = same?.place ?? placeBetween(last.get(area), nextKnown.at(-1 - i), note.place)
    places.set(note, place)
    last.set(area, place)
  }
  return places
}

function placeBetween(before: Place | undefined, after: Place | undefined, wish: Place): Place {
  const [area, , , at] = wish
  if ((!before || isBefore(before, wish)) && (!after || isBefore(wish, after))) return wish
  if (before) return [area, before[2] === after?.[2] ? (before[1] + after[1]) / 2 : before[1] + 1, before[2], at]
  return after ? [area, after[1] - 1, after[2], at] : wish
}
