/** Private and voting rounds, as steps open and close them. What is in them is the business of `drafts` and `ballots`. */
import type { Round, Run } from '../../shared/workshop/session.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import type { CommandContext } from './command.ts'
import { draftHooks } from './drafts.ts'
import type { Row, WorkshopState } from './state.ts'
import type { VoteTold } from './vote-hooks.ts'
import { voteHooks, voteTold } from './vote-hooks.ts'

/** What else a round of this kind writes when it opens or closes, in the same commit. */
export interface RoundHooks {
  opened(round: Round, plan: StepPlan, context: CommandContext): readonly Row[]
  closed(round: Round, context: CommandContext): readonly Row[]
}

const HOOKS: Readonly<Record<Round['kind'], RoundHooks>> = { private: draftHooks, vote: voteHooks }

const kindOf = ({ visibility, vote }: StepPlan): Round['kind'] | undefined =>
  vote ? 'vote' : visibility === 'private' ? 'private' : undefined

export interface Opened {
  readonly round: Round
  readonly rows: readonly Row[]
}

/** The round that a step opens, if it does. Who goes back to a private step that was not revealed goes on with its round. */
export function openRound(run: Pick<Run, 'id' | 'step' | 'plan'>, context: CommandContext): Opened | undefined {
  const { plan } = run
  const kind = kindOf(plan)
  if (!kind) return undefined
  const before = kind === 'private' ? unrevealed(run.step, context.state) : undefined
  const round: Round = before
    ? { ...before, run: run.id, state: 'open', closedAt: null }
    : {
        ...{ id: context.newId(), kind, run: run.id, canvas: 'main', state: 'open' },
        ...{ names: plan.names, vote: plan.vote, openedAt: context.now, closedAt: null, title: plan.title },
      }
  return { round, rows: [{ part: 'round', key: round.id, value: round }, ...HOOKS[kind].opened(round, plan, context)] }
}

function unrevealed(step: string | null, state: WorkshopState): Round | undefined {
  const rounds = [...state.ran.values()].filter(ran => step !== null && ran.step === step).map(ran => ran.round)
  return [...state.round.values()].find(
    each => each.kind === 'private' && each.state === 'closed' && rounds.includes(each.id),
  )
}

/** Leaving a step ends the input of its round, unless it stays open until a time to come. */
export function leaveRound(id: string | null, context: CommandContext): readonly Row[] {
  const until = id === null ? undefined : context.state.round.get(id)?.until
  return until !== undefined && until > context.now ? [] : closeRound(id, context)
}

/** Rounds that were open until now are over. */
export const closeDueRounds = (context: CommandContext): readonly Row[] =>
  openRounds(context.state)
    .filter(({ until }) => until !== undefined && until <= context.now)
    .flatMap(({ id }) => closeRound(id, context))

export const openRounds = ({ round }: WorkshopState): readonly Round[] =>
  [...round.values()].filter(({ state }) => state === 'open')

/** How far the open votes are, as everybody may know. */
export const votesTold = (state: WorkshopState): readonly VoteTold[] =>
  openRounds(state).flatMap(round => voteTold(round, state) ?? [])

/** Ends the input of a round; nothing, if that was over before. */
export function closeRound(id: string | null, context: CommandContext): readonly Row[] {
  const round = id === null ? undefined : context.state.round.get(id)
  if (round?.state !== 'open') return []
  const closed: Round = { ...round, state: 'closed', closedAt: context.now }
  return [{ part: 'round', key: round.id, value: closed }, ...HOOKS[round.kind].closed(closed, context)]
}
