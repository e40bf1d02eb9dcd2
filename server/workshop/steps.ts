/** Steps of a session: started, left, paused and made longer. What runs is a copy, so that editing the agenda disturbs nothing. */
import { z } from 'zod'
import { stepAfter, stepBefore } from '../../shared/workshop/agenda.ts'
import type { Ran, Run } from '../../shared/workshop/session.ts'
import type { Step, StepPlan } from '../../shared/workshop/step.ts'
import { isPlan, planOf, STEP_LIMITS } from '../../shared/workshop/step.ts'
import { extendedMs, msOf } from '../../shared/workshop/timer.ts'
import { Refusal } from '../routes/route.ts'
import type { Change, CommandContext } from './command.ts'
import { command, runSeen, theRun } from './command.ts'
import { forgetHands } from './hands.ts'
import { forgetReady } from './ready.ts'
import { leaveRound, openRound } from './rounds.ts'
import type { Row, WorkshopState } from './state.ts'
import { NOW } from './state.ts'

const SEQ = z.number().int().min(0)
const SEEN = z.object({ seq: SEQ.describe('The `seq` of what runs, as seen; 0 where nothing runs.') })
const PLAN = z.record(z.string(), z.unknown()).refine(isPlan, 'not the plan of a step')

const MINUTES = z
  .number()
  .int()
  .min(-STEP_LIMITS.minutes)
  .max(STEP_LIMITS.minutes)
  .refine(minutes => minutes !== 0, 'more or fewer, not none')

const nextSeq = (state: WorkshopState): number => (state.seq.get(NOW) ?? 0) + 1

/** The rows that a change of what runs leaves, whatever else. */
function running(run: Run): readonly Row[] {
  return [
    { part: 'run', key: NOW, value: run },
    { part: 'seq', key: NOW, value: run.seq },
  ]
}

/** Those in the bin too: what is taken out of it again is nothing new. */
const notesOnCanvas = ({ look }: CommandContext): readonly string[] =>
  look('main', document => [...document.getMap('notes').keys()]) ?? []

/** Begins a step of the agenda, or one that is put in between. */
function begin(
  context: CommandContext,
  what: { readonly step: string | null; readonly order: number | null; readonly plan: StepPlan },
  left: readonly Row[],
): Change {
  const first = { ...what, id: context.newId() }
  const opened = openRound(first, context)
  const run: Run = {
    ...first,
    seq: nextSeq(context.state),
    startedAt: context.now,
    totalMs: msOf(what.plan.minutes),
    pausedAt: null,
    pausedMs: 0,
    round: opened?.round.id ?? null,
  }
  const rows: readonly Row[] = [
    ...left,
    ...(opened?.rows ?? []),
    ...running(run),
    { part: 'before', key: NOW, value: notesOnCanvas(context) },
    { part: 'ended', key: NOW, value: null },
  ]
  return { rows, answer: { run } }
}

const beginStep = (context: CommandContext, step: Step, left: readonly Row[]): Change =>
  begin(context, { step: step.id, order: step.order, plan: planOf(step) }, left)

/** What runs is over: it goes among what ran, and its round takes nothing more. */
function leave(run: Run | undefined, context: CommandContext, { skipped = false } = {}): readonly Row[] {
  if (!run) return []
  const ran: Ran = {
    id: run.id,
    step: run.step,
    order: run.order,
    title: run.plan.title,
    startedAt: run.startedAt,
    endedAt: context.now,
    plannedMs: msOf(run.plan.minutes),
    round: run.round,
    skipped,
  }
  return [{ part: 'ran', key: run.id, value: ran }, ...leaveRound(run.round, context), ...forgetReady(context.state)]
}

function end(left: readonly Row[], { state, now }: CommandContext): Change {
  const rows: readonly Row[] = [
    ...left,
    ...forgetHands(state),
    { part: 'run', key: NOW, value: null },
    { part: 'seq', key: NOW, value: nextSeq(state) },
    { part: 'control', key: NOW, value: null },
    { part: 'bring', key: NOW, value: null },
    { part: 'before', key: NOW, value: null },
    { part: 'ended', key: NOW, value: now },
  ]
  return { rows, answer: { run: null } }
}

/** On in the agenda; after its last step the session is over. Where nothing runs, the first step begins. */
function goOn(run: Run | undefined, context: CommandContext, how: { readonly skipped?: boolean } = {}): Change {
  const steps = context.steps()
  const next = stepAfter(steps, run ?? { step: null, order: null })
  if (!next && !run) throw new Refusal(409, 'noStep', 'The agenda has no step to begin with.')
  const left = leave(run, context, how)
  return next ? beginStep(context, next, left) : end(left, context)
}

/** The running one, changed in its time. */
function retimed(run: Run, change: Partial<Run>, { state }: CommandContext): Change {
  const changed: Run = { ...run, ...change, seq: nextSeq(state) }
  return { rows: running(changed), answer: { run: changed } }
}

function stepAsked(context: CommandContext, id: string): Step {
  const step = context.steps().find(each => each.id === id)
  if (!step) throw new Refusal(404, 'noStep', 'The agenda has no such step any more.')
  return step
}

/** The time of a step that goes on by itself is up; nothing, if somebody was quicker. */
export function advance(context: CommandContext, run: Run): Change {
  return goOn(run, context)
}

export const stepCommands = {
  'step.start': command({
    summary: 'Starts a step of the agenda (`step`), or one that is put in between (`plan`).',
    floor: 'facilitator',
    body: SEEN.extend({ step: z.string().min(1).max(64).optional(), plan: PLAN.optional() }),
    run(context, { seq, step, plan }) {
      const run = runSeen(context, seq)
      if ((step === undefined) === (plan === undefined))
        throw new Refusal(400, 'badRequest', 'Say which step of the agenda, or give the plan of one, not both.')
      if (step !== undefined) {
        const asked = stepAsked(context, step)
        return beginStep(context, asked, leave(run, context))
      }
      return begin(context, { step: null, order: run?.order ?? null, plan: plan as StepPlan }, leave(run, context))
    },
  }),
  'step.next': command({
    summary: 'Goes on to the next step of the agenda; after the last one the session ends.',
    floor: 'facilitator',
    body: SEEN,
    run: (context, { seq }) => goOn(runSeen(context, seq), context),
  }),
  'step.back': command({
    summary: 'Goes back to the step before, which takes input again.',
    floor: 'facilitator',
    body: SEEN,
    run(context, { seq }) {
      const run = theRun(context, seq)
      const before = stepBefore(context.steps(), run)
      if (!before) throw new Refusal(409, 'noStep', 'This is the first step of the agenda.')
      return beginStep(context, before, leave(run, context))
    },
  }),
  'step.skip': command({
    summary: 'Leaves the running step as one that was skipped, and goes on to the next.',
    floor: 'facilitator',
    body: SEEN,
    run: (context, { seq }) => goOn(theRun(context, seq), context, { skipped: true }),
  }),
  'step.pause': command({
    summary: 'Stops the clock of the running step.',
    floor: 'facilitator',
    body: SEEN,
    run(context, { seq }) {
      const run = theRun(context, seq)
      return run.pausedAt === null ? retimed(run, { pausedAt: context.now }, context) : { rows: [], answer: { run } }
    },
  }),
  'step.resume': command({
    summary: 'Lets the clock go on.',
    floor: 'facilitator',
    body: SEEN,
    run(context, { seq }) {
      const run = theRun(context, seq)
      if (run.pausedAt === null) return { rows: [], answer: { run } }
      const pausedMs = run.pausedMs + Math.max(0, context.now - run.pausedAt)
      return retimed(run, { pausedAt: null, pausedMs }, context)
    },
  }),
  'step.extend': command({
    summary: 'Gives the running step more minutes, or fewer. When its time is up they count from now.',
    floor: 'facilitator',
    body: SEEN.extend({ minutes: MINUTES }),
    run(context, { seq, minutes }) {
      const run = theRun(context, seq)
      return retimed(run, { totalMs: extendedMs(run, minutes, context.now) }, context)
    },
  }),
  'session.end': command({
    summary: 'Ends the session: no step runs, and the board is open.',
    floor: 'facilitator',
    body: SEEN,
    run: (context, { seq }) => end(leave(theRun(context, seq), context), context),
  }),
} as const
