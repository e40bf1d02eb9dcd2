/** Which notes are in a group. Asked anew whenever it matters: a note that left its group's block is no member. */
import type { Area } from './blocks.ts'
import type { Group, Note } from './records.ts'

/** Live groups by their ids: a canvas's collection, or a map. */
export interface GroupsById {
  get(id: string): Group | undefined
}

export const NO_GROUPS: GroupsById = new Map<string, Group>()

type Grouped = Pick<Note, 'place'> & { readonly group?: string | undefined }

/** The live group that a note is in: of its own block only. */
export function groupOf(groups: GroupsById, { group: id, place }: Grouped): Group | undefined {
  const group = id === undefined ? undefined : groups.get(id)
  return group?.block === place[0] ? group : undefined
}

/** A group as it is shown: with its notes, in the order in which they are given. */
export interface GroupOfNotes {
  readonly group: Group
  readonly notes: readonly Note[]
}

/** The groups that have notes among these, in the order of their first ones. A group without any is not shown. */
export function groupsAmong(groups: GroupsById, notes: readonly Note[]): readonly GroupOfNotes[] {
  const found = new Map<string, { readonly group: Group; readonly notes: Note[] }>()
  for (const note of notes) {
    const group = groupOf(groups, note)
    if (!group) continue
    const entry = found.get(group.id)
    if (entry) entry.notes.push(note)
    else found.set(group.id, { group, notes: [note] })
  }
  return [...found.values()]
}

/** The live notes of a group, in the order of the canvas's own list. */
export function membersOf(
  { notes, groups }: { readonly notes: { all(): readonly Note[] }; readonly groups: GroupsById },
  id: string,
): readonly Note[] {
  return notes.all().filter(note => note.group === id && groupOf(groups, note) !== undefined)
}

/** The one block that all of these lie in; undefined when there is none such. */
export function blockOf(notes: readonly Pick<Note, 'place'>[]): Area | undefined {
  const block = notes[0]?.place[0]
  return notes.every(({ place }) => place[0] === block) ? block : undefined
}
