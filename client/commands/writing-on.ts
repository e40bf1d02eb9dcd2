/** Commands of the note being written: the next one is begun, or a note is made of each of its lines. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { AddedNote } from '../editor/deeds/deeds.ts'
import type { Editor } from '../editor/editor.ts'
import { linesOf } from '../editor/list-lines.ts'
import { mayI } from '../editor/may.ts'
import type { Command, Context } from './command.ts'
import { chosenNote } from './in-mind.ts'

/** The note to go on from: the one being written, else the one chosen. */
const lastNote = (context: Context) => {
  const id = context.editor.writing.value
  return id === undefined ? chosenNote(context) : context.editor.board.canvas.value.notes.get(id)
}

/** A new note of the area, with the pen in it. */
export function addIn(context: Context, area: Area, note?: AddedNote): void {
  if (area === 'parking') context.editor.parkingOpen.set(true)
  context.editor.writeNew(area, note)
  showWritten(context)
}

function showWritten({ editor }: Context): void {
  if (editor.writing.value !== undefined) editor.reveal(editor.writing.value)
}

/**
 * Writing on from the note being written, as on a list: kept, and the next one begun. An empty one ends it instead. In
 * the outline Enter keeps and Tab goes on, as everywhere in lists.
 */
const belowAndBeside: readonly Command[] = (
  [
    ['below', 'Below', 'Enter'],
    ['beside', 'Beside', 'Tab'],
  ] as const
).map(([way, name, key]) => ({
  id: `note.${way}`,
  title: `command.note${name}`,
  group: 'notes',
  keys: [key],
  scope: 'field',
  when: ({ editor, shell }) =>
    !shell.outlineOpen && editor.writing.value !== undefined && (way === 'below' || lastWords(editor) !== ''),
  run: context => {
    const { editor } = context
    const last = lastNote(context)
    const ends = lastWords(editor) === '' || !mayI(editor.board, 'add')
    editor.endWriting()
    if (last && !ends)
      addIn(context, last.place[0], {
        color: last.color,
        next: { to: last.id, way },
        ...(last.paper && { paper: last.paper }),
      })
  },
}))

const lastWords = ({ writing, board }: Editor): string =>
  board.canvas.value.notes.get(writing.value ?? '')?.text.trim() ?? ''

/** Each line a note, and all of them chosen. */
export function splitNote(editor: Editor, id: string): void {
  editor.endWriting()
  const others = editor.splitNote(id)
  if (others.length === 0) return
  editor.select([id, ...others])
  editor.reveal(id)
}

export const writingOn: readonly Command[] = [
  {
    id: 'note.next',
    title: 'command.nextNote',
    group: 'notes',
    keys: ['Mod+Enter'],
    scope: 'writing',
    right: 'add',
    when: context => lastNote(context) !== undefined,
    run: context => {
      const last = lastNote(context)
      if (!last) return
      context.editor.endWriting()
      context.editor.writeNew(last.place[0], { color: last.color })
      showWritten(context)
    },
  },
  ...belowAndBeside,
  {
    id: 'note.split',
    title: 'command.split',
    group: 'notes',
    keys: ['Mod+Shift+Enter'],
    scope: 'writing',
    right: 'add',
    icon: 'list',
    when: context => linesOf(lastNote(context)?.text ?? '').length > 1,
    run: context => {
      const note = lastNote(context)
      if (note) splitNote(context.editor, note.id)
    },
  },
]
