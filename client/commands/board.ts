/** Commands about the page around the canvas. */
import { LANGUAGE_IDS, LANGUAGES } from '../words/languages.ts'
import type { Command } from './command.ts'
import { THEME_CHOICES } from './command.ts'

const themes: readonly Command[] = THEME_CHOICES.map(choice => ({
  id: `board.theme.${choice}`,
  title: `theme.${choice}`,
  group: 'board',
  keys: [],
  when: () => true,
  isOn: ({ shell }) => shell.theme.choice.value === choice,
  run: ({ shell }) => shell.theme.choose(choice),
}))

const languages: readonly Command[] = LANGUAGE_IDS.map(id => ({
  id: `board.language.${id}`,
  title: 'page.language',
  values: () => ({ name: LANGUAGES[id].name }),
  lang: id,
  group: 'board',
  keys: [],
  when: () => true,
  isOn: ({ shell }) => shell.language.current === id,
  run: ({ shell }) => shell.language.choose(id),
}))

export const boardCommands: readonly Command[] = [
  {
    id: 'board.palette',
    title: 'command.palette',
    group: 'board',
    keys: ['Mod+K'],
    scope: 'writing',
    icon: 'search',
    unlisted: true,
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openPalette()
    },
  },
  {
    id: 'board.outline',
    title: 'command.outline',
    group: 'board',
    keys: ['O'],
    icon: 'list',
    titleNow: ({ shell }) => (shell.outlineOpen ? 'bar.canvas' : 'command.outline'),
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
    id: 'board.duplicates',
    title: 'command.duplicates',
    group: 'notes',
    keys: [],
    icon: 'copy',
    when: ({ editor }) => editor.board.canvas.value.notes.size > 1,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openDuplicates()
    },
  },
  {
    id: 'board.people',
    title: 'command.people',
    group: 'board',
    keys: [],
    icon: 'users',
    when: () => true,
    run: ({ shell }) => shell.openPeople(),
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
    id: 'board.copy',
    title: 'command.copyBoard',
    group: 'board',
    keys: [],
    icon: 'copy',
    when: ({ editor }) => editor.board.me.value.role === 'facilitator',
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openBoardCopy()
    },
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
  {
    id: 'board.menu',
    title: 'command.menu',
    group: 'board',
    keys: ['Shift+F10', 'ContextMenu'],
    unlisted: true,
    when: () => true,
    run: ({ shell }) => shell.openMenu(),
  },
  ...themes,
  ...languages,
]
