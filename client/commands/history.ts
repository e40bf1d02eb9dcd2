/** Undo and redo, which are mine alone. */
import type { Command } from './command.ts'

export const historyCommands: readonly Command[] = [
  {
    id: 'history.undo',
    title: 'command.undo',
    group: 'history',
    keys: ['Mod+Z'],
    scope: 'writing',
    icon: 'undo-2',
    when: ({ editor }) => editor.board.history.value.canUndo,
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'history.redo',
    title: 'command.redo',
    group: 'history',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    scope: 'writing',
    icon: 'redo-2',
    when: ({ editor }) => editor.board.history.value.canRedo,
    run: ({ editor }) => editor.redo(),
  },
]
