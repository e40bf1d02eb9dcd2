/** What a vote writes when it opens and when it closes, and what everybody may know of it meanwhile. */
import { ROLE_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Totals } from '../../shared/workshop/ballots.ts'
import type { CommandContext } from './command.ts'
import { ballotKey, progressOf, resultsOf, totalsIn, voteOf } from './open-vote.ts'
import type { RoundHooks } from './rounds.ts'
import type { Row, WorkshopState } from './state.ts'

/** Everybody who may vote when the round opens, here or not. Who joins later cannot: nobody votes twice by coming again. */
function rosterOf({ members, state }: CommandContext): readonly string[] {
  return [...members().values()]
    .filter(({ isRemoved, person }) => !isRemoved && ROLE_RIGHTS[person.role].vote !== 'none')
    .map(({ person }) => person.id)
    .filter(id => !state.waiting.has(id))
}

/** The whole of a closed round is its results: the ballots go in the same commit, and with them who gave what. */
function countedRows(round: Round, { state }: CommandContext): readonly Row[] {
  const vote = voteOf(round, state)
  if (!vote) return []
  const gone = vote.roster.filter(person => vote.given.has(person)).map(person => ballotKey(round.id, person))
  return [
    { part: 'results', key: round.id, value: resultsOf(vote) },
    { part: 'roster', key: round.id, value: null },
    ...gone.map((key): Row => ({ part: 'ballot', key, value: null })),
  ]
}

export const voteHooks: RoundHooks = {
  opened: (round, _plan, context) => [{ part: 'roster', key: round.id, value: rosterOf(context) }],
  closed: countedRows,
}

/** How many have finished; the totals only where everybody sees them while the vote is open. */
export interface VoteTold {
  readonly round: string
  readonly done: number
  readonly of: number
  readonly totals?: Totals
}

export function voteTold(round: Round, state: WorkshopState): VoteTold | undefined {
  const vote = voteOf(round, state)
  return vote && { round: round.id, ...progressOf(vote), ...(vote.settings.live && { totals: totalsIn(vote) }) }
}
