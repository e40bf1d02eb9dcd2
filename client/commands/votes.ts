/** Commands of dot voting. */
import { mayI } from '../editor/may.ts'
import type { Command, Context } from './command.ts'
import { chosenGroup, chosenNote } from './in-mind.ts'

/** What a dot is meant for: a closed group as a whole, or the one note that is chosen. */
function candidate(context: Context): string | undefined {
  const group = chosenGroup(context)
  const id = group?.closed ? group.id : chosenNote(context)?.id
  return id !== undefined && context.editor.voting.isCandidate(id) ? id : undefined
}

const mayVote = ({ editor }: Context): boolean =>
  editor.voting.now.value?.isVoter === true && mayI(editor.board, 'vote')

const dots: readonly Command[] = (
  [
    ['giveDot', 'D', 'plus', 1],
    ['takeDot', 'Shift+D', 'minus', -1],
  ] as const
).map(([name, key, icon, more]) => ({
  id: `vote.${name}`,
  title: `command.${name}`,
  group: 'notes',
  keys: [key],
  icon,
  when: context => mayVote(context) && candidate(context) !== undefined,
  run: context => {
    const id = candidate(context)
    if (id !== undefined) context.editor.giveDots(id, more)
  },
}))

export const voteCommands: readonly Command[] = [
  ...dots,
  {
    id: 'vote.done',
    title: 'command.voteDone',
    group: 'board',
    keys: [],
    icon: 'check',
    isOn: ({ editor }) => editor.voting.now.value?.isDone === true,
    when: mayVote,
    run: ({ editor }) => editor.voting.finish(editor.voting.now.value?.isDone !== true),
  },
  {
    id: 'vote.results',
    title: 'command.voteResults',
    group: 'board',
    keys: [],
    icon: 'list',
    when: ({ editor }) => editor.voting.results.value.length > 0,
    run: ({ shell }) => shell.openResults(),
  },
]
