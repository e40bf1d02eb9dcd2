/** Commands: what the server does once, however often it is asked with the same id. */
import { z } from 'zod'
import { fromJSON } from '../../shared/canvas/json.ts'
import { canvasName } from '../rooms/names.ts'
import { WORKSHOP_COMMANDS } from '../workshop/commands.ts'
import { replace } from './canvases.ts'
import type { Call, Route } from './route.ts'
import { notFound, route } from './route.ts'

const ID = z.string().min(1).max(100)

const PUT_BACK = z
  .object({
    id: ID,
    command: z.literal('putBack'),
    canvas: z.string().max(64).default('main'),
    version: z.string().max(64),
  })
  .strict()

const WORKSHOP = Object.entries(WORKSHOP_COMMANDS).map(([name, { body, summary }]) =>
  z.strictObject({ id: ID, command: z.literal(name), ...body.shape }).describe(summary),
)

const COMMAND = z.discriminatedUnion('command', [PUT_BACK, ...WORKSHOP])

/** Puts a kept version back. */
async function putBack(call: Call<unknown>, body: z.infer<typeof PUT_BACK>): Promise<unknown> {
  const { server, me } = call
  const key = `${me.person.id}:${body.id}`
  const known = server.storage.answer(me.person.board, key)
  if (known !== undefined) return JSON.parse(known) as unknown
  const doc = canvasName(me.person.board, body.canvas)
  const version = server.storage.versions(doc).find(each => each.id === body.version)
  const content = version && fromJSON(JSON.parse(version.content) as unknown)
  if (!content?.ok) throw notFound()
  const answer = await replace(
    { ...call, params: { ...call.params, canvas: body.canvas } },
    content.content,
    'put back',
  )
  const json = 'json' in answer ? answer.json : {}
  await server.rooms.tick.write([
    { kind: 'answer', board: me.person.board, key, at: server.now(), answer: JSON.stringify(json) },
  ])
  return json
}

export const commandRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/boards/:board/commands',
    summary:
      'Runs a command once, however often it is sent with the same id. `putBack` puts a kept version back; all others are the session’s.',
    access: 'observer',
    body: COMMAND,
    answers: {
      200: 'What the command answers.',
      400: 'No such command, or not what it takes.',
      403: 'Your role or the running step does not allow it.',
      404: 'What it is about is not there.',
      409: 'The session has moved on since you looked (`stale`; what runs stands beside), or it makes no sense now.',
    },
    async run(call) {
      const { server, me, body } = call
      if (body.command === 'putBack')
        return { status: 200, json: await putBack(call, body as z.infer<typeof PUT_BACK>) }
      const { id, command: name, ...rest } = body
      const command = WORKSHOP_COMMANDS[name]
      if (!command) throw notFound()
      return { status: 200, json: await server.workshops.run(me, { id, command, body: rest }) }
    },
  }),
  route({
    method: 'get',
    path: '/api/boards/:board/speaker-notes',
    summary: 'What facilitators noted for themselves, by step.',
    access: 'facilitator',
    answers: { 200: 'The notes.', 403: 'Not a facilitator.', 404: 'Unknown.' },
    run: ({ server, me }) => ({
      status: 200,
      json: { notes: Object.fromEntries(server.workshops.of(me.person.board).notes) },
    }),
  }),
]
