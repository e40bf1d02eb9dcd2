/** Commands about the page around the canvas. */
import type { Command } from './command.ts'

export const boardCommands: readonly Command[] = [
  {
    id: 'board.outline',
    title: 'command.outline',
    group: 'board',
    keys: ['O'],
    icon: 'list',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      if (shell.outlineOpen) shell.closeOutline()
      else shell.openOutline()
    },
  },
  {
    id: 'board.bin',
    title: 'command.bin',
    group: 'board',
    keys: ['Shift+B'],
    icon: 'trash-2',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.toggleBin()
    },
  },
  {
    id: 'board.share',
    title: 'command.share',
    group: 'board',
    keys: [],
    icon: 'link',
    when: ({ editor }) => editor.board.me.value.role === 'facilitator',
    run: ({ shell }) => shell.openShare(),
  },
  {
    id: 'board.device',
    title: 'command.device',
    group: 'board',
    keys: [],
    icon: 'qr-code',
    when: () => true,
    run: ({ shell }) => shell.openDevice(),
  },
  {
    id: 'board.keys',
    title: 'command.keys',
    group: 'board',
    keys: ['?'],
    icon: 'keyboard',
    when: () => true,
    run: ({ shell }) => shell.openKeys(),
  },
]
