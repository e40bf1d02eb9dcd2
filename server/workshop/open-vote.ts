/** An open vote as the server keeps it: who may vote, what they gave, and what it comes to. No storage, no clock: values only. */
import type { AreaOf, Ballot, Cast, CastFault } from '../../shared/workshop/ballots.ts'
import { castFault, leftOf, NO_DOTS, spentIn, totalsOf, withCast } from '../../shared/workshop/ballots.ts'
import type { Results, Round } from '../../shared/workshop/session.ts'
import type { VoteSettings } from '../../shared/workshop/step.ts'
import type { BallotRow } from './ballot-row.ts'
import type { WorkshopState } from './state.ts'

/** What one voter has given so far. */
interface Given {
  readonly ballot: Ballot
  readonly isDone: boolean
}

export interface OpenVote {
  readonly round: string
  readonly title: string
  readonly settings: VoteSettings
  /** Everybody who may vote: frozen when the round opens, so that nobody votes twice by joining again. */
  readonly roster: readonly string[]
  /** By person; who gave nothing and is not done has none. */
  readonly given: ReadonlyMap<string, Given>
}

const NOTHING_GIVEN: Given = { ballot: NO_DOTS, isDone: false }

const givenBy = (vote: OpenVote, person: string): Given => vote.given.get(person) ?? NOTHING_GIVEN

const withGiven = (vote: OpenVote, person: string, given: Given): OpenVote => ({
  ...vote,
  given: new Map(vote.given).set(person, given),
})

/** The vote with these dots in the ballot of a voter, or why they cannot be there. */
export function castIn(vote: OpenVote, person: string, cast: Cast, areaOf: AreaOf): OpenVote | CastFault {
  const { ballot, isDone } = givenBy(vote, person)
  const fault = castFault(vote.settings, ballot, cast, areaOf)
  return fault ?? withGiven(vote, person, { ballot: withCast(ballot, cast), isDone })
}

export const finishIn = (vote: OpenVote, person: string, isDone: boolean): OpenVote =>
  withGiven(vote, person, { ...givenBy(vote, person), isDone })

/** What a person is told of a round, and nobody else. */
export function mineIn(vote: OpenVote, person: string, areaOf: AreaOf) {
  const { ballot, isDone } = givenBy(vote, person)
  const isVoter = vote.roster.includes(person)
  const { dots, areas } = leftOf(vote.settings, ballot, areaOf)
  return { mine: [...ballot], left: isVoter ? dots : 0, leftIn: isVoter ? areas : [], isVoter, isDone }
}

/** How many have finished, which says nothing of what they gave. */
export function progressOf({ roster, given }: OpenVote): { readonly done: number; readonly of: number } {
  return { done: roster.filter(person => given.get(person)?.isDone).length, of: roster.length }
}

/** For facilitators: also who has how many dots left. Of what was voted nothing. */
export function standingOf(vote: OpenVote, areaOf: AreaOf) {
  const people = vote.roster.map(id => {
    const { ballot, isDone } = givenBy(vote, id)
    return { id, isDone, left: leftOf(vote.settings, ballot, areaOf).dots }
  })
  return { ...progressOf(vote), withLeft: people.filter(({ left }) => left > 0).length, people }
}

const ballotsOf = ({ given }: OpenVote): readonly Ballot[] => [...given.values()].map(({ ballot }) => ballot)

/** What all of it comes to now. */
export const totalsIn = (vote: OpenVote) => totalsOf(ballotsOf(vote))

export function resultsOf(vote: OpenVote): Results {
  const ballots = ballotsOf(vote).filter(ballot => ballot.size > 0)
  const totals = totalsOf(ballots)
  const names = totals.flatMap(([note]) =>
    vote.roster.flatMap(person => {
      const dots = givenBy(vote, person).ballot.get(note)
      return dots === undefined ? [] : [[note, person, dots] as const]
    }),
  )
  return {
    ...{ round: vote.round, title: vote.title, totals },
    ...{ voters: ballots.length, of: vote.roster.length, dots: ballots.reduce((sum, each) => sum + spentIn(each), 0) },
    ...(vote.settings.named && { names }),
  }
}

// As rows -----------------------------------------------------------------------------------------------------------

export const ballotKey = (round: string, person: string): string => `${round}/${person}`

export function ballotRow(vote: OpenVote, person: string): BallotRow {
  const { ballot, isDone } = givenBy(vote, person)
  return { dots: [...ballot], isDone }
}

/** The vote of a round, from its rows; undefined when it is closed. */
export function voteOf(
  { id, title, vote }: Pick<Round, 'id' | 'title' | 'vote'>,
  { roster: rosters, ballot }: Pick<WorkshopState, 'roster' | 'ballot'>,
): OpenVote | undefined {
  const roster = rosters.get(id)
  if (!vote || !roster) return undefined
  const given = roster.flatMap((person): [string, Given][] => {
    const row = ballot.get(ballotKey(id, person))
    return row ? [[person, { ballot: new Map(row.dots), isDone: row.isDone }]] : []
  })
  return { round: id, title, settings: vote, roster, given: new Map(given) }
}
