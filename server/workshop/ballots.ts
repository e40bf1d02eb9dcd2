/** Votes as commands: dots are given and taken back, a voter is done, a facilitator closes a round or keeps it open longer. */
import { z } from 'zod'
import type { CastFault } from '../../shared/workshop/ballots.ts'
import type { Round } from '../../shared/workshop/session.ts'
import { STEP_LIMITS } from '../../shared/workshop/step.ts'
import { Refusal } from '../routes/route.ts'
import type { CommandContext } from './command.ts'
import { command } from './command.ts'
import type { OpenVote } from './open-vote.ts'
import { ballotKey, ballotRow, castIn, finishIn, mineIn, voteOf } from './open-vote.ts'
import { closeRound } from './rounds.ts'
import type { Row } from './state.ts'

/** So long may a vote stay open, from now. */
const LONGEST_MS = 90 * 86_400_000

const WHY: Readonly<Record<CastFault, string>> = {
  number: 'Dots are whole numbers, from 0.',
  gone: 'There is no such note on the canvas now, or it lies in a closed group.',
  notVoted: 'The block in which this note lies is not voted.',
  perNote: 'So many dots on one note are not allowed.',
  perBlock: 'No dots are left for this block.',
  noneLeft: 'No dots are left.',
}

function roundAsked({ state }: CommandContext, id: string): Round {
  const round = state.round.get(id)
  if (round?.kind === 'vote' && round.state === 'open') return round
  if (round?.kind === 'vote') throw new Refusal(409, 'closed', 'This vote is closed.')
  throw new Refusal(404, 'noRound', 'There is no such vote.')
}

/** The vote, if it is open and the caller may vote in it. */
function voteAsked(context: CommandContext, id: string): { readonly vote: OpenVote; readonly me: string } {
  const vote = voteOf(roundAsked(context, id), context.state)
  const me = context.me?.person.id ?? ''
  if (!vote?.roster.includes(me))
    throw new Refusal(403, 'notVoter', 'You came after this vote had begun, and have no dots in it.')
  return { vote, me }
}

const given = (vote: OpenVote, person: string): Row => ({
  part: 'ballot',
  key: ballotKey(vote.round, person),
  value: ballotRow(vote, person),
})

/** What the voter is told, and nobody keeps: of a vote that is closed by now nothing is left to tell. */
function tellMine(context: CommandContext, { round: id }: { readonly round: string }) {
  const round = context.state.round.get(id)
  const vote = round && voteOf(round, context.state)
  return vote && context.me ? mineIn(vote, context.me.person.id, context.areaOf(round.canvas)) : {}
}

const ROUND = z.object({ round: z.string().min(1).max(64) })

export const voteCommands = {
  'vote.cast': command({
    summary: 'Puts so many dots of mine on a note or a closed group of an open vote; 0 takes them back.',
    floor: 'participant',
    body: ROUND.extend({ note: z.string().min(1).max(64), dots: z.number().int().min(0).max(STEP_LIMITS.dots) }),
    tell: tellMine,
    run(context, { round, ...cast }) {
      const { vote, me } = voteAsked(context, round)
      const next = castIn(vote, me, cast, context.areaOf('main'))
      if (typeof next === 'string') throw new Refusal(409, next, WHY[next])
      return { rows: [given(next, me)] }
    },
  }),
  'vote.done': command({
    summary: 'Says that I have finished voting, or not yet after all.',
    floor: 'participant',
    body: ROUND.extend({ done: z.boolean() }),
    tell: tellMine,
    run(context, { round, done }) {
      const { vote, me } = voteAsked(context, round)
      return { rows: [given(finishIn(vote, me, done), me)] }
    },
  }),
  'vote.close': command({
    summary: 'Closes a vote, whoever has not finished; its results are shown to everybody, and its ballots are gone.',
    floor: 'facilitator',
    body: ROUND,
    run(context, { round }) {
      roundAsked(context, round)
      return { rows: closeRound(round, context) }
    },
  }),
  'vote.extend': command({
    summary: 'Gives everybody more dots, or keeps a vote open until a time (ms), whatever step runs meanwhile.',
    floor: 'facilitator',
    body: ROUND.extend({
      dots: z.number().int().min(1).max(STEP_LIMITS.dots).optional(),
      until: z.number().int().optional(),
    }),
    run(context, { round: id, dots, until }) {
      const round = roundAsked(context, id)
      const { vote } = round
      if (!vote || (dots === undefined && until === undefined))
        throw new Refusal(400, 'badRequest', 'Say how many dots everybody has, or until when the vote is open.')
      // Nobody loses dots that they gave already.
      if (dots !== undefined && dots < vote.dots)
        throw new Refusal(409, 'fewer', 'An open vote can give more dots, not fewer.')
      if (until !== undefined && (until <= context.now || until > context.now + LONGEST_MS))
        throw new Refusal(400, 'badTime', 'A vote stays open until a time to come, within 90 days.')
      const value: Round = {
        ...round,
        ...(dots !== undefined && { vote: { ...vote, dots } }),
        ...(until !== undefined && { until }),
      }
      return { rows: [{ part: 'round', key: id, value }] }
    },
  }),
} as const
