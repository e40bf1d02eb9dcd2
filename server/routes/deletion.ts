/** Deleting a board, and taking it back. */
import { z } from 'zod'
import { deleteBoard, undeleteBoard } from '../commands/board-life.ts'
import { SECRET } from './boards.ts'
import type { Call, Route } from './route.ts'
import { countWrong, notFound, Refusal, refusalOf, route } from './route.ts'

/** Throws unless the call comes from an owner: by their session, or by a secret that makes one. */
function askOwner(call: Call<{ readonly secret?: string | undefined }>): void {
  const { server, params, cookie, body } = call
  const board = params['board'] ?? ''
  const known = server.access.deletedFor(board, cookie) ?? server.access.bySession(board, cookie)?.person
  if (known?.owner) return
  const opening = body.secret === undefined ? undefined : server.access.opening(board, body.secret)
  if (opening?.kind === 'deleted' && opening.owner) return
  if (opening?.kind === 'open' && server.access.makesOwner(opening.link)) return
  if (opening?.kind === 'closed') throw refusalOf(opening)
  if (known || (opening && opening.kind !== 'unknown'))
    throw new Refusal(403, 'forbidden', 'Only an owner can take the board back.')
  if (opening) countWrong(call)
  throw notFound()
}

export const deletionRoutes: readonly Route[] = [
  route({
    method: 'delete',
    path: '/api/boards/:board',
    summary: 'Deletes the board for everybody. For a week an owner can take it back; then all of it goes.',
    access: 'owner',
    answers: { 200: 'When it was deleted, and when it goes.', 403: 'Not an owner.', 404: 'Unknown.' },
    run: async ({ server, me }) => ({ status: 200, json: await deleteBoard(me.person.board, server) }),
  }),
  route({
    method: 'post',
    path: '/api/boards/:board/undelete',
    summary: 'Takes a deleted board back, for an owner by session or by the secret of an owner link.',
    access: 'anyone',
    body: z.object({ secret: SECRET.optional() }).strict().default({}),
    answers: {
      200: 'It is there as it was.',
      403: 'Not an owner.',
      404: 'Unknown, or gone.',
      410: 'That link opens nothing any more.',
      429: 'Too many wrong links.',
    },
    async run(call) {
      const board = call.params['board'] ?? ''
      askOwner(call)
      if (!(await undeleteBoard(board, call.server))) throw notFound()
      return { status: 200, json: { board } }
    },
  }),
]
