/** What one may ask of votes: what I gave, for facilitators who has dots left, and what those that are over came to. */
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { areaName } from '../../shared/canvas/blocks.ts'
import type { Called, ResultFormat } from '../../shared/workshop/vote-files.ts'
import { latestFirst, RESULT_FILES, resultsText } from '../../shared/workshop/vote-files.ts'
import { canvasName } from '../rooms/names.ts'
import { mineIn, standingOf } from '../workshop/open-vote.ts'
import type { OpenVote } from '../workshop/open-vote.ts'
import type { Call, Route } from './route.ts'
import { notFound, route } from './route.ts'

function voteAsked({ server, me, params }: Call<unknown>): OpenVote {
  const vote = server.workshops.voteOf(me.person.board, params['round'] ?? '')
  if (!vote) throw notFound()
  return vote
}

/** What was voted, by its words and where it lies now. */
function calledOn({ server, me }: Call<unknown>): Called {
  const { board } = me.person
  const found = server.rooms.read(canvasName(board, 'main'), document => {
    const { notes, groups } = openCanvas(document)
    return new Map([
      ...groups.all().map(({ id, title, block }) => [id, { text: title, area: block }] as const),
      ...notes.all().map(({ id, text, place: [area] }) => [id, { text, area }] as const),
    ])
  })
  return {
    candidate: id => found?.get(id),
    person: id => server.access.members(board).get(id)?.person.name ?? '',
    area: areaName,
  }
}

const results = Object.entries(RESULT_FILES).map(([format, { extension, type }]) =>
  route({
    method: 'get',
    path: `/api/boards/:board/votes.${extension}`,
    summary: 'What the votes came to that are over, the latest first.',
    access: 'observer',
    answers: { 200: 'The votes.', 404: 'Unknown, or not a member.' },
    run(call) {
      const state = call.server.workshops.of(call.me.person.board)
      const over = latestFirst([...state.results.values()], [...state.round.values()])
      return { status: 200, type, text: resultsText(format as ResultFormat, over, calledOn(call)) }
    },
  }),
)

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
  ...results,
]
