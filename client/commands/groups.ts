/** Commands that put notes together and let them go. */
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { groupOf, membersOf } from '../../shared/canvas/groups.ts'
import type { Command, Context } from './command.ts'
import { chosenGroup, chosenIds, chosenNotes } from './in-mind.ts'

/** Are there notes to put together: several on the canvas, and one is enough where only one can be chosen? */
function canGroup(context: Context): boolean {
  const canvas = context.editor.board.canvas.value
  // What one writes for oneself is in no group: those are everybody's.
  const notes = chosenNotes(context).filter(({ id }) => !isPrivate(canvas, id))
  const first = notes[0]
  const { groups } = canvas
  const group = first && groupOf(groups, first)
  if (group && notes.every(note => note.group === group.id)) return false
  return notes.length > (context.shell.outlineOpen ? 0 : 1)
}

export const groupCommands: readonly Command[] = [
  {
    id: 'group.make',
    title: 'command.group',
    group: 'notes',
    keys: ['G'],
    right: 'group',
    on: 'selection',
    icon: 'group',
    when: canGroup,
    run: context => {
      const { editor, shell } = context
      const id = editor.groupNotes(chosenIds(context))
      const canvas = editor.board.canvas.value
      if (id === undefined) return
      editor.select(membersOf(canvas, id).map(note => note.id))
      if (!canvas.groups.get(id)?.title) shell.askGroupName(id)
    },
  },
  {
    id: 'group.name',
    title: 'command.nameGroup',
    group: 'notes',
    keys: [],
    right: 'group',
    on: 'selection',
    icon: 'tag',
    when: context => chosenGroup(context) !== undefined,
    run: context => {
      const group = chosenGroup(context)
      if (group) context.shell.askGroupName(group.id)
    },
  },
  {
    id: 'group.fold',
    title: 'command.foldGroup',
    group: 'notes',
    keys: ['Alt+G'],
    right: 'group',
    on: 'selection',
    icon: 'chevrons-down-up',
    when: context => chosenGroup(context) !== undefined,
    run: context => {
      const group = chosenGroup(context)
      if (group?.closed) context.editor.openGroup(group.id)
      else if (group) context.editor.closeGroup(group.id)
    },
  },
  {
    id: 'group.ungroup',
    title: 'command.ungroup',
    group: 'notes',
    keys: ['Shift+G'],
    right: 'group',
    on: 'selection',
    icon: 'ungroup',
    when: context => {
      const { groups } = context.editor.board.canvas.value
      return chosenNotes(context).some(note => groupOf(groups, note) !== undefined)
    },
    /** A whole group is let go; of some of its notes only these leave it. */
    run: context => {
      const group = chosenGroup(context)
      if (group) context.editor.ungroup(group.id)
      else context.editor.leaveGroup(chosenIds(context))
    },
  },
]
