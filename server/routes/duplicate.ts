/** A board once more: with its canvas and agenda, without its people. */
import { z } from 'zod'
import { duplicateBoard } from '../commands/duplicate-board.ts'
import { madeBoardOf } from './boards.ts'
import type { Route } from './route.ts'
import { notFound, Refusal, route } from './route.ts'

export const duplicateRoutes: readonly Route[] = [
  route({
    method: 'post',
    path: '/api/boards/:board/duplicate',
    summary:
      'Makes another board with this one’s canvas, agenda, settings and speaker notes, and links of its own. With `notes: false` its canvas is empty. People, rounds and ballots stay where they are.',
    access: 'facilitator',
    body: z
      .object({ title: z.string().trim().max(200).optional(), notes: z.boolean().default(true) })
      .strict()
      .default({ notes: true }),
    answers: {
      201: 'The board and its links. The secrets are shown only here.',
      403: 'Not a facilitator, or boards are made by operators only.',
      404: 'Unknown.',
      429: 'Too many boards from this address.',
      503: 'Storage takes nothing at the moment.',
    },
    async run({ server, me, body, address, origin }) {
      if (server.storage.operators().length > 0)
        throw new Refusal(403, 'operatorOnly', 'Boards are made by whoever runs this server.')
      if (!server.newBoards.take(address, server.now()))
        throw new Refusal(429, 'tooMany', 'Too many boards were made from your address. Try again in a minute.')
      const made = await duplicateBoard(me.person.board, body, server)
      if (!made) throw notFound()
      return { status: 201, json: madeBoardOf(made, origin) }
    },
  }),
]
