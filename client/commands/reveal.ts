/** Commands of the reveal: all notes of a private round, those of a block, or of one person after the other. */
import { AREAS } from '../../shared/canvas/blocks.ts'
import { say } from '../words/words.ts'
import type { Command } from './command.ts'

const blocks = AREAS.map((area): Command => ({
  id: `reveal.${area}`,
  title: 'command.revealBlock',
  values: () => ({ block: say(`area.${area}`) }),
  group: 'session',
  keys: [],
  icon: 'eye',
  when: ({ editor: { revealing, board } }) => revealing.may('all') && (board.progress.value?.blocks[area] ?? 0) > 0,
  run: ({ editor }) => void editor.revealing.reveal({ block: area }),
}))

export const revealCommands: readonly Command[] = [
  {
    id: 'reveal.all',
    title: 'command.revealAll',
    group: 'session',
    keys: ['Shift+R'],
    icon: 'eye',
    when: ({ editor: { revealing } }) => revealing.may('all'),
    run: ({ editor }) => void editor.revealing.ask(),
  },
  {
    id: 'reveal.next',
    title: 'command.revealNext',
    group: 'session',
    keys: ['Shift+E'],
    icon: 'users',
    when: ({ editor: { revealing } }) => revealing.may('person') && revealing.count() > 0,
    run: ({ editor }) => void editor.revealing.revealNext(),
  },
  {
    id: 'reveal.parts',
    title: 'reveal.parts',
    titleNow: ({ editor }) => (editor.revealing.partsOpen.value ? 'reveal.partsHide' : 'reveal.parts'),
    group: 'session',
    keys: [],
    icon: 'list',
    when: ({ editor: { revealing } }) => revealing.may('all') && revealing.count() > 0,
    run: ({ editor }) => editor.revealing.turnParts(),
  },
  ...blocks,
]
