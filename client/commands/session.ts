/** Commands of a session: facilitators lead through the agenda, everybody may look at it. */
import { stepAfter, stepBefore } from '../../shared/workshop/agenda.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import type { Run } from '../../shared/workshop/session.ts'
import { hidesPointers } from '../../shared/workshop/step.ts'
import type { Command, Context } from './command.ts'
import { doubtsNow } from './doubts.ts'

const leads = ({ editor }: Context): boolean => editor.board.me.value.role === 'facilitator'
const runOf = ({ editor }: Context): Run | undefined => editor.session.run.value
const leadsRunning = (context: Context): boolean => leads(context) && runOf(context) !== undefined

const isPaused = (context: Context): boolean => typeof runOf(context)?.pausedAt === 'number'

/** The step of the agenda before or after what runs. */
function stepBeside({ editor }: Context, beside: typeof stepAfter | typeof stepBefore) {
  const run = editor.session.run.value
  return run && beside(editor.session.steps.value, run)
}

/** Names the change that I saw, so that two facilitators who press at once take one step. */
function lead({ editor }: Context, name: string, ask: Readonly<Record<string, unknown>> = {}): void {
  void editor.session.lead(name, { seq: editor.session.run.value?.seq ?? 0, ...ask })
}

/** Leaves the running step, once the facilitator knows what speaks against it. */
function leave(context: Context, name: string, ask: Readonly<Record<string, unknown>> = {}): void {
  context.editor.endWriting()
  const { id, plan } = runOf(context) ?? {}
  const doubt = (dashboard?: Dashboard) =>
    context.shell.askToLeave(doubtsNow(context, dashboard), () => {
      // Another facilitator may have left it meanwhile.
      if (runOf(context)?.id === id) lead(context, name, ask)
    })
  // In private and in silence no caret is seen.
  if (plan && plan.vote === null && hidesPointers(plan)) void context.editor.board.dashboard().then(doubt)
  else doubt()
}

/** Starts a step of the agenda, from wherever the session is. */
export function startStep(context: Context, step: string): void {
  if (runOf(context)) leave(context, 'step.start', { step })
  else lead(context, 'step.start', { step })
}

const extendBy = (minutes: number, id: string): Command => ({
  id: `session.${id}`,
  title: minutes > 0 ? 'command.moreTime' : 'command.lessTime',
  values: () => ({ count: Math.abs(minutes) }),
  group: 'session',
  keys: [],
  icon: minutes > 0 ? 'plus' : 'minus',
  when: context => leadsRunning(context) && (runOf(context)?.totalMs ?? 0) > 0,
  run: context => lead(context, 'step.extend', { minutes }),
})

export const sessionCommands: readonly Command[] = [
  {
    id: 'session.agenda',
    title: 'command.agenda',
    group: 'session',
    keys: ['A'],
    icon: 'list-checks',
    when: () => true,
    run: ({ editor, shell }) => {
      editor.endWriting()
      shell.toggleAgenda()
    },
  },
  {
    id: 'session.step',
    title: 'command.step',
    group: 'session',
    keys: ['Shift+A'],
    icon: 'timer',
    when: context => runOf(context) !== undefined,
    run: ({ shell }) => shell.toggleStep(),
  },
  {
    id: 'session.start',
    title: 'command.startSession',
    group: 'session',
    keys: [],
    icon: 'play',
    when: context => leads(context) && !runOf(context) && context.editor.session.steps.value.length > 0,
    run: context => {
      const [first] = context.editor.session.steps.value
      if (first) lead(context, 'step.start', { step: first.id })
    },
  },
  {
    id: 'session.next',
    title: 'command.nextStep',
    group: 'session',
    keys: [']'],
    icon: 'chevron-right',
    when: context => leadsRunning(context) && stepBeside(context, stepAfter) !== undefined,
    run: context => leave(context, 'step.next'),
  },
  {
    id: 'session.back',
    title: 'command.previousStep',
    group: 'session',
    keys: ['['],
    icon: 'chevron-left',
    when: context => leadsRunning(context) && stepBeside(context, stepBefore) !== undefined,
    run: context => leave(context, 'step.back'),
  },
  {
    id: 'session.skip',
    title: 'command.skipStep',
    group: 'session',
    keys: [],
    icon: 'skip-forward',
    when: context => leadsRunning(context) && stepBeside(context, stepAfter) !== undefined,
    run: context => leave(context, 'step.skip'),
  },
  {
    id: 'session.pause',
    title: 'command.pauseStep',
    titleNow: context => (isPaused(context) ? 'command.resumeStep' : 'command.pauseStep'),
    group: 'session',
    keys: ['Shift+T'],
    icon: 'pause',
    when: leadsRunning,
    run: context => lead(context, isPaused(context) ? 'step.resume' : 'step.pause'),
  },
  extendBy(1, 'more1'),
  extendBy(5, 'more5'),
  extendBy(-1, 'less1'),
  {
    id: 'session.end',
    title: 'command.endSession',
    group: 'session',
    keys: [],
    icon: 'x',
    when: leadsRunning,
    run: context => leave(context, 'session.end'),
  },
  {
    id: 'session.report',
    title: 'command.report',
    group: 'session',
    keys: [],
    icon: 'file-text',
    when: () => true,
    run: ({ shell }) => shell.openReport(),
  },
  {
    id: 'session.sound',
    title: 'command.mute',
    titleNow: ({ shell }) => (shell.sound.isOn.value ? 'command.mute' : 'command.unmute'),
    group: 'session',
    keys: [],
    icon: 'bell-off',
    when: () => true,
    run: ({ shell }) => shell.sound.set(!shell.sound.isOn.value),
  },
]
