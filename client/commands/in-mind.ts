/** What a command is about when it names nothing: the notes chosen, the area and the note someone has in mind. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import { groupOf, membersOf } from '../../shared/canvas/groups.ts'
import type { Group, Link, Note } from '../../shared/canvas/records.ts'
import type { Context } from './command.ts'

export function chosenNotes({ editor }: Context): readonly Note[] {
  const { value } = editor.selection
  if (value.kind !== 'notes') return []
  return [...value.ids].flatMap(id => editor.board.canvas.value.notes.get(id) ?? [])
}

export const chosenIds = (context: Context): readonly string[] => chosenNotes(context).map(({ id }) => id)

/** The one note chosen; undefined when there are none or several. */
export function chosenNote(context: Context): Note | undefined {
  const [note, ...more] = chosenNotes(context)
  return more.length === 0 ? note : undefined
}

/** More than one paper is: several notes, or a closed group and others. */
export const areSeveralChosen = (context: Context): boolean =>
  new Set(chosenNotes(context).map(({ id }) => context.editor.shown.paperOf(id) ?? id)).size > 1

/** The group whose notes are all chosen, and nothing else. An open group of one note is that note. */
export function chosenGroup(context: Context): Group | undefined {
  const notes = chosenNotes(context)
  const canvas = context.editor.board.canvas.value
  const group = notes[0] && groupOf(canvas.groups, notes[0])
  if (!group || notes.some(note => groupOf(canvas.groups, note) !== group)) return undefined
  if (notes.length === 1 && !group.closed) return undefined
  return membersOf(canvas, group.id).length === notes.length ? group : undefined
}

export function chosenLink({ editor }: Context): Link | undefined {
  const { value } = editor.selection
  return value.kind === 'link' ? editor.board.canvas.value.links.get(value.id) : undefined
}

const hoveredArea = ({ editor, shell }: Context): Area | undefined => {
  const { value } = editor.hover
  if (shell.outlineOpen) return undefined
  if (value.kind === 'area') return value.area
  if (value.kind === 'group') return editor.board.canvas.value.groups.get(value.id)?.block
  return value.kind === 'note' ? editor.board.canvas.value.notes.get(value.id)?.place[0] : undefined
}

const areaAsked = ({ spot }: Context): Area | undefined => (spot && spot[0] !== 'desk' ? spot[0] : undefined)

/** The area someone has in mind: the one asked for, else the one looked at, else the one pointed at, else that of what is chosen. */
export const areaInMind = (context: Context): Area | undefined =>
  areaAsked(context) ?? context.editor.focus.value.area ?? hoveredArea(context) ?? chosenNotes(context)[0]?.place[0]

/** The same with what is chosen first: for what is done to what is there. */
export const areaOfChosen = (context: Context): Area | undefined =>
  chosenNotes(context)[0]?.place[0] ?? areaInMind(context)

/** The area in the middle of the stage. */
export function areaInSight({ editor }: Context): Area | undefined {
  const { width, height } = editor.stage.value
  return editor.shown.areaAt(editor.toBoard(centreOf({ x: 0, y: 0, width, height })))
}

/** The note chosen or being written, else the one pointed at. */
export function noteInMind(context: Context): string | undefined {
  const { editor } = context
  const { value } = editor.hover
  return editor.writing.value ?? chosenNote(context)?.id ?? (value.kind === 'note' ? value.id : undefined)
}
