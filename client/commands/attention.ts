/** Commands of being in a session together: done with the step, a hand, and where everybody is to look. */
import { areaInSight, chosenNote } from './in-mind.ts'
import type { Focus } from '../../shared/workshop/session.ts'
import type { Attending } from '../editor/board.ts'
import type { Command, Context } from './command.ts'

const facilitates = ({ editor: { board } }: Context): boolean => board.me.value.role === 'facilitator'
const session = ({ editor: { board } }: Context) => board.workshop.value.session.value
const mine = ({ editor: { board } }: Context): Attending | undefined =>
  board.attendance.value.find(({ person }) => person.id === board.me.value.id)
const isReady = (context: Context): boolean => {
  const { run } = session(context)
  return run !== undefined && mine(context)?.ready === run.id
}
/** Who is done voting says so with the vote. */
const isAsked = (context: Context): boolean => {
  const { run } = session(context)
  return run !== undefined && run.plan.vote === null
}
const hasHandUp = (context: Context): boolean => mine(context)?.handAt !== undefined
const holdsControl = (context: Context): boolean => session(context).control?.by === context.editor.board.me.value.id

/** What I have chosen, else what I look at. */
function focusInMind(context: Context): Focus {
  const { focus, level } = context.editor
  const note = chosenNote(context)?.id ?? focus.value.note
  if (note !== undefined) return { kind: 'note', note }
  const area = focus.value.area ?? (level.value === 'free' ? areaInSight(context) : undefined)
  return { kind: 'areas', areas: area ? [area] : [] }
}

export const attentionCommands: readonly Command[] = [
  {
    id: 'session.ready',
    title: 'command.ready',
    titleNow: context => (isReady(context) ? 'command.notReady' : 'command.ready'),
    group: 'people',
    keys: ['R'],
    icon: 'check',
    when: isAsked,
    isOn: isReady,
    run: context => {
      const { run } = session(context)
      if (run) void context.editor.session.ready(run.id, !isReady(context))
    },
  },
  {
    id: 'session.hand',
    title: 'command.hand',
    titleNow: context => (hasHandUp(context) ? 'command.handDown' : 'command.hand'),
    group: 'people',
    keys: ['U'],
    icon: 'hand',
    when: () => true,
    isOn: hasHandUp,
    run: context => void context.editor.session.hand(!hasHandUp(context)),
  },
  {
    id: 'session.bring',
    title: 'command.bring',
    group: 'people',
    keys: ['F'],
    icon: 'crosshair',
    when: facilitates,
    run: context => void context.editor.board.command('bring', { focus: focusInMind(context) }),
  },
  {
    id: 'session.control',
    title: 'command.control',
    titleNow: context => (holdsControl(context) ? 'command.release' : 'command.control'),
    group: 'people',
    keys: ['Shift+F'],
    icon: 'presentation',
    when: facilitates,
    isOn: holdsControl,
    run: context => {
      const { board } = context.editor
      if (holdsControl(context)) void board.command('control.release')
      else void board.command('control.take', { focus: focusInMind(context) })
    },
  },
]
