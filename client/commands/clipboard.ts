/** Commands of the clipboard. Their keys are the browser's own, so that they also work where a page may not ask for it. */
import type { Command } from './command.ts'
import { chosenNotes } from './in-mind.ts'

export const clipboardCommands: readonly Command[] = [
  {
    id: 'note.copy',
    title: 'command.copy',
    group: 'notes',
    keys: ['Mod+C'],
    byBrowser: true,
    icon: 'copy',
    when: context => chosenNotes(context).length > 0,
    run: ({ shell }) => shell.copy('copy'),
  },
  {
    id: 'note.copyMarkdown',
    title: 'command.copyMarkdown',
    group: 'notes',
    keys: [],
    icon: 'copy',
    when: context => chosenNotes(context).length > 0,
    run: ({ shell }) => shell.copy('markdown'),
  },
  {
    id: 'note.cut',
    title: 'command.cut',
    group: 'notes',
    keys: ['Mod+X'],
    byBrowser: true,
    right: 'delete',
    on: 'selection',
    icon: 'scissors',
    when: context => chosenNotes(context).length > 0,
    run: ({ shell }) => shell.copy('cut'),
  },
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
