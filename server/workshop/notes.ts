/** Speaker notes of steps, for facilitators: rows that no document ever shows. */
import { z } from 'zod'
import { Refusal } from '../routes/route.ts'
import { command } from './command.ts'

const MAX_LENGTH = 10_000

export const noteCommands = {
  'notes.set': command({
    summary: 'Writes the speaker notes of a step; empty ones are none.',
    floor: 'facilitator',
    body: z.object({ step: z.string().min(1).max(64), text: z.string().max(MAX_LENGTH) }),
    run(context, { step, text }) {
      if (!context.steps().some(each => each.id === step))
        throw new Refusal(404, 'noStep', 'The agenda has no such step any more.')
      return { rows: [{ part: 'notes', key: step, value: text || null }] }
    },
  }),
} as const
