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
