/** Goes where something is: to an area, a note or a person, on the canvas or in the outline, whichever is open. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Pointing } from '../editor/board.ts'
import type { Context } from './command.ts'

export function showArea({ editor, shell }: Context, area: Area): void {
  if (shell.outlineOpen) shell.goTo(area)
  else editor.look('block', area)
}

/** Chooses a note and shows it, large enough to be read. */
export function showNote({ editor, shell }: Context, id: string): void {
  const area = editor.board.canvas.value.notes.get(id)?.place[0]
  if (!area) return
  editor.select([id])
  if (shell.outlineOpen) return shell.goTo(area, id)
  if (editor.level.value === 'whole' || !editor.shown.noteRect(id)) editor.look('block', area)
  editor.reveal(id)
}

/** Goes to what they write or have chosen, else to where they point; to the list of people when neither is known. */
export function showPerson(context: Context, person: string): void {
  const pointing = context.editor.board.presence.others.value.find(other => other.person.id === person)?.pointing
  const area = areaPointedAt(context, pointing)
  if (area) showArea(context, area)
  else context.shell.openPeople()
}

function areaPointedAt({ editor }: Context, pointing: Pointing = {}): Area | undefined {
  const { caret, selection = [], cursor } = pointing
  const { notes } = editor.board.canvas.value
  const held = [caret?.note, ...selection].flatMap(id => (id === undefined ? [] : (notes.get(id) ?? [])))[0]
  if (held) return held.place[0]
  return cursor && cursor[0] !== 'desk' ? cursor[0] : undefined
}
