/** Codes that are typed instead of a link. */
import { z } from 'zod'
import type { Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

const TYPED = z.string().min(1).max(40)

export const codeRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/boards/:board/code',
    summary: 'Shows the code of the board, or renews the one that is shown: it lives for a minute from each asking.',
    access: 'facilitator',
    body: z.object({ code: TYPED.optional() }).strict().default({}),
    answers: {
      200: 'The code, the participant link that it stands for, its end, and for how long it lives unasked.',
      403: 'Not a facilitator.',
      404: 'Unknown, or not a member.',
    },
    async run({ server, me, origin }) {
      const { secret, ...shown } = await server.codes.show(me.person.board)
      return { status: 200, json: { ...shown, url: `${origin}/b/${me.person.board}#${secret}` } }
    },
  }),
  route({
    method: 'delete',
    path: '/api/boards/:board/code',
    summary: 'Ends the code of the board. Who has typed it has ten more minutes to give a name.',
    access: 'facilitator',
    answers: { 204: 'Ended.', 403: 'Not a facilitator.', 404: 'Unknown, or not a member.' },
    async run({ server, me }) {
      await server.codes.end(me.person.board)
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/codes',
    summary: 'What a code stands for. Spaces, dashes and small letters do no harm.',
    access: 'anyone',
    body: z.object({ code: TYPED }).strict(),
    answers: { 200: 'The board and the secret of its link.', 404: 'No such code now.', 429: 'Too many wrong codes.' },
    run({ server, body, address }) {
      const found = server.codes.open(body.code, address)
      if (found === 'tooMany')
        throw new Refusal(429, 'tooMany', 'Too many codes that open nothing were typed. Try again in a minute.')
      if (found === 'unknown') throw notFound()
      return { status: 200, json: found }
    },
  }),
]
