/** Where everybody is to look: brought there once, or led until whoever leads lets go. */
import { z } from 'zod'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { command } from './command.ts'
import type { CommandContext } from './command.ts'
import { NOW } from './state.ts'

const FOCUS = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('areas'), areas: z.array(z.enum(AREAS)).max(AREAS.length) }),
  z.strictObject({ kind: z.literal('note'), note: z.string().min(1).max(64) }),
])
const LOOK = z.object({ focus: FOCUS.describe('Areas (none: the whole canvas), or a note.') })

/** Only people ask for this. */
const asker = ({ me }: CommandContext): string => me?.person.id ?? ''

export const attentionCommands = {
  bring: command({
    summary: 'Brings every screen to some areas or a note, once.',
    floor: 'facilitator',
    body: LOOK,
    run: (context, { focus }) => ({
      rows: [{ part: 'bring', key: NOW, value: { id: context.newId(), by: asker(context), focus, at: context.now } }],
    }),
  }),
  'control.take': command({
    summary:
      'Leads every screen: participants see what the facilitator shows and can do nothing else, until it is let go.',
    floor: 'facilitator',
    body: LOOK,
    run: (context, { focus }) => ({
      rows: [{ part: 'control', key: NOW, value: { by: asker(context), focus, since: context.now } }],
    }),
  }),
  'control.release': command({
    summary: 'Lets everybody go. Any facilitator may, whoever leads.',
    floor: 'facilitator',
    body: z.object({}),
    run: ({ state }) => ({ rows: state.control.has(NOW) ? [{ part: 'control', key: NOW, value: null }] : [] }),
  }),
} as const
