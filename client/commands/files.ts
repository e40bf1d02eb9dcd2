/** Commands that take the canvas out as a file, and bring one in. */
import type { Command } from './command.ts'

export const fileCommands: readonly Command[] = [
  {
    id: 'board.import',
    title: 'command.importFile',
    group: 'board',
    keys: [],
    right: 'add',
    icon: 'upload',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openImport()
    },
  },
  {
    id: 'board.example',
    title: 'command.example',
    group: 'board',
    keys: [],
    right: 'add',
    icon: 'layout-grid',
    when: ({ editor }) => editor.board.canvas.value.notes.size === 0,
    run: ({ shell }) => shell.openExample(),
  },
  {
    id: 'board.export',
    title: 'command.exportCanvas',
    group: 'board',
    keys: [],
    icon: 'download',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openExport()
    },
  },
]
