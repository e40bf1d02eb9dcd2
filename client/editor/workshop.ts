/** The session as one person sees it: what runs and how long still, the agenda around it, and what of that is news. */
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import { inOrder } from '../../shared/workshop/agenda.ts'
import type { Run } from '../../shared/workshop/session.ts'
import type { Right } from '../../shared/workshop/rights.ts'
import type { Step } from '../../shared/workshop/step.ts'
import type { Rest } from '../../shared/workshop/timer.ts'
import { restOf } from '../../shared/workshop/timer.ts'
import type { Board, CommandOutcome } from './board.ts'
import type { Saying } from './editor.ts'
import type { After } from './parts.ts'
import type { TimeMark } from './timing.ts'
import { tellMarks } from './timing.ts'

export type SessionNews =
  /** Another step, or the same one anew; also the one that runs when I come. */
  | { readonly kind: 'began'; readonly run: Run }
  | { readonly kind: 'ended' }
  | { readonly kind: 'paused' | 'resumed' }
  | { readonly kind: 'extended'; readonly minutes: number }
  | TimeMark

/** "Step 4 of 12"; a step that is not in the agenda has no number. */
export interface Numbered {
  readonly number: number
  readonly of: number
}

export interface Session {
  /** The running step, undefined on an open board. */
  readonly run: Watchable<Run | undefined>
  /** The agenda in its order. */
  readonly steps: Watchable<readonly Step[]>
  readonly news: Observable<SessionNews>
  /** How long the running step still has, by the server's time. */
  rest(): Rest | undefined
  numberOf(step: string | null): Numbered | undefined
  /** Asks the server for a step of the session; what is not taken is said. */
  lead(name: string, ask: Readonly<Record<string, unknown>>): Promise<boolean>
  /** Says that I am done with the step, or not yet after all; what is not taken is said. */
  ready(run: string, isReady: boolean): Promise<boolean>
  /** Mine, or that of a `person`, which facilitators lower. */
  hand(up: boolean, person?: string): Promise<boolean>
  destroy(): void
}

/**
 * Does the running step leave this to facilitators? Then it is not offered to others. What a private step takes from the
 * canvas alone is: it goes elsewhere.
 */
export function isTakenAway(
  { board, session }: { readonly board: Pick<Board, 'me'>; readonly session: Session },
  right: Right,
): boolean {
  return board.me.value.role !== 'facilitator' && session.run.value?.plan.rights[right] === 'none'
}

const MINUTE = 60_000

interface Ground {
  readonly board: Pick<Board, 'workshop' | 'now' | 'command' | 'attendance'>
  readonly after: After
  say(saying: Saying): void
}

export function followSession({ board, after, say }: Ground): Session {
  const { workshop } = board
  const now = () => board.now()
  const run = new Value<Run | undefined>(undefined)
  const steps = new Value<readonly Step[]>([])
  const news = new Signal<SessionNews>()
  let halved = ''
  let stopMarks: Unsubscribe = () => undefined

  const rest = () => run.value && restOf(run.value, now())
  const watchTime = () => {
    stopMarks()
    const { value } = run
    if (!value || value.totalMs === 0 || value.pausedAt !== null) return
    stopMarks = tellMarks(
      value.totalMs,
      () => restOf(value, now()).leftMs ?? 0,
      after,
      mark => {
        // A step that was made longer has a half once more, which is no news.
        if (mark.kind === 'half' && halved === value.id) return
        if (mark.kind === 'half') halved = value.id
        news.tell(mark)
      },
    )
  }
  const readRun = () => {
    const next = workshop.value.session.value.run
    const last = run.value
    if (next === last || (next && last && next.id === last.id && next.seq === last.seq)) return
    run.set(next)
    watchTime()
    const told = changeOf(last, next)
    if (told) news.tell(told)
  }
  const readSteps = () => steps.set(inOrder(workshop.value.steps.all()))

  const hear = (): Unsubscribe => {
    const ends = [workshop.value.session.subscribe(readRun), workshop.value.steps.subscribe(readSteps)]
    return () => {
      for (const end of ends) end()
    }
  }
  let unhear = hear()
  const stop = workshop.subscribe(() => {
    unhear()
    unhear = hear()
    readSteps()
    readRun()
  })
  readSteps()
  readRun()
  /** What I said of myself either holds, or I hear that it does not. */
  const isDone = (outcome: CommandOutcome): boolean => {
    if (outcome.kind === 'done') return true
    say({ kind: 'notLed', why: outcome.kind === 'unreachable' ? 'unreachable' : 'failed' })
    return false
  }

  return {
    run,
    steps,
    news,
    rest,
    numberOf: id => {
      const at = steps.value.findIndex(step => step.id === id)
      return at < 0 ? undefined : { number: at + 1, of: steps.value.length }
    },
    lead: async (name, ask) => {
      const outcome = await board.command(name, ask)
      if (outcome.kind !== 'done') say({ kind: 'notLed', why: whyNot(outcome) })
      return outcome.kind === 'done'
    },
    ready: async (id, isReady) => {
      const outcome = await board.attendance.ready(id, isReady)
      // The step went just then, and with it the question.
      return outcome.kind === 'refused' && outcome.code === 'stale' ? false : isDone(outcome)
    },
    hand: async (up, person) =>
      isDone(await (person === undefined ? board.attendance.raiseHand(up) : board.attendance.lowerHand(person))),
    destroy: () => {
      stopMarks()
      unhear()
      stop()
    },
  }
}

function whyNot(
  outcome: Exclude<CommandOutcome, { readonly kind: 'done' }>,
): 'stale' | 'role' | 'unreachable' | 'failed' {
  if (outcome.kind === 'unreachable') return 'unreachable'
  return outcome.code === 'stale' || outcome.code === 'role' ? outcome.code : 'failed'
}

function changeOf(last: Run | undefined, next: Run | undefined): SessionNews | undefined {
  if (!next) return { kind: 'ended' }
  if (last?.id !== next.id) return { kind: 'began', run: next }
  if ((last.pausedAt === null) !== (next.pausedAt === null))
    return { kind: next.pausedAt === null ? 'resumed' : 'paused' }
  const minutes = (next.totalMs - last.totalMs) / MINUTE
  return minutes === 0 ? undefined : { kind: 'extended', minutes }
}
