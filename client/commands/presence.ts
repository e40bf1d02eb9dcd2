/** Commands of being here with others: following them, and what is said without a note. */
import { REACTIONS } from '../../shared/workshop/remarks.ts'
import type { Command, Context, Family } from './command.ts'

const REACT: Family = { title: 'family.react', keys: [`Q 1–${REACTIONS.length}`] }

const ICONS = {
  agree: 'thumbs-up',
  love: 'heart',
  idea: 'lightbulb',
  question: 'circle-question-mark',
  laugh: 'smile',
} as const satisfies Readonly<Record<(typeof REACTIONS)[number], string>>

const reactions: readonly Command[] = REACTIONS.map((kind, i) => ({
  id: `presence.react.${kind}`,
  title: `command.react.${kind}`,
  group: 'people',
  keys: [`Q ${i + 1}`],
  family: REACT,
  icon: ICONS[kind],
  right: 'react',
  when: () => true,
  run: ({ editor }) => editor.react(kind),
}))

const othersHere = ({ editor: { board } }: Context) =>
  board.here.value.filter(person => person.id !== board.me.value.id)

export const presenceCommands: readonly Command[] = [
  ...reactions,
  {
    // Where the bar has no room for its button.
    id: 'presence.react',
    title: 'menu.react',
    group: 'people',
    keys: [],
    icon: 'smile',
    right: 'react',
    unlisted: true,
    when: () => true,
    run: ({ shell }) => shell.openMenu('react'),
  },
  {
    id: 'presence.chat',
    title: 'command.chat',
    group: 'people',
    keys: ['I'],
    icon: 'message-square',
    right: 'react',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.openRemark()
    },
  },
  {
    id: 'presence.follow',
    title: 'command.follow',
    group: 'people',
    keys: [],
    icon: 'users',
    when: context => othersHere(context).length > 0,
    run: (context, person) => {
      const [only, ...more] = othersHere(context)
      const id = person ?? (more.length === 0 ? only?.id : undefined)
      if (id === undefined) context.shell.openPeople()
      else context.editor.follow(id)
    },
  },
  {
    id: 'presence.unfollow',
    title: 'command.unfollow',
    group: 'people',
    keys: [],
    icon: 'x',
    when: ({ editor }) => editor.following.value !== undefined,
    run: ({ editor }) => editor.unfollow(),
  },
]
