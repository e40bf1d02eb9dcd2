/** Commands of the clipboard. Their keys are the browser's own, so that they also work where a page may not ask for it. */
import type { Command } from './command.ts'

export const clipboardCommands: readonly Command[] = [
  {
    id: 'board.paste',
    title: 'command.paste',
    group: 'notes',
    keys: ['Mod+V'],
    byBrowser: true,
    right: 'add',
    icon: 'clipboard',
    when: () => true,
    run: context => {
      context.editor.endWriting()
      context.shell.paste(context)
    },
  },
]
