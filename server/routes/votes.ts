/** What one may ask of a vote: what I gave, and for facilitators who has dots left. Of what others gave nothing. */
import { mineIn, standingOf } from '../workshop/open-vote.ts'
import type { OpenVote } from '../workshop/open-vote.ts'
import type { Call, Route } from './route.ts'
import { notFound, route } from './route.ts'

function voteAsked({ server, me, params }: Call<unknown>): OpenVote {
  const vote = server.workshops.voteOf(me.person.board, params['round'] ?? '')
  if (!vote) throw notFound()
  return vote
}

export const voteRoutes: readonly Route[] = [
  route({
    method: 'get',
    path: '/api/boards/:board/rounds/:round/mine',
    summary: 'My own ballot in an open vote, and what is left of it.',
    access: 'observer',
    answers: { 200: 'The ballot.', 404: 'Unknown, or closed.' },
    run(call) {
      const { server, me } = call
      const areaOf = server.workshops.areaOf(me.person.board)
      return { status: 200, json: mineIn(voteAsked(call), me.person.id, areaOf) }
    },
  }),
  route({
    method: 'get',
    path: '/api/boards/:board/rounds/:round/standing',
    summary: 'Who has finished an open vote, and who has dots left. Nothing of what was voted.',
    access: 'facilitator',
    answers: { 200: 'The people.', 403: 'Not a facilitator.', 404: 'Unknown, or closed.' },
    run(call) {
      const { server, me } = call
      return { status: 200, json: standingOf(voteAsked(call), server.workshops.areaOf(me.person.board)) }
    },
  }),
]
