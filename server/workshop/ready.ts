/** Done with the step: said by each for themselves, kept by the server, so that it holds on all their devices and after a reload. */
import { z } from 'zod'
import { Refusal } from '../routes/route.ts'
import { command } from './command.ts'
import type { Row, WorkshopState } from './state.ts'
import { runOf } from './state.ts'

export const readyCommands = {
  ready: command({
    summary: 'Says that I am done with the running step, or not yet after all.',
    floor: 'observer',
    body: z.object({ run: z.string().min(1).max(64), ready: z.boolean() }),
    run({ state, me }, { run, ready }) {
      if (runOf(state)?.id !== run) throw new Refusal(409, 'stale', 'This step does not run any more.')
      const key = me?.person.id ?? ''
      if (state.ready.has(key) === ready) return { rows: [] }
      return { rows: [{ part: 'ready', key, value: ready ? run : null }] }
    },
  }),
} as const

/** With the step goes who was done with it. */
export const forgetReady = ({ ready }: WorkshopState): readonly Row[] =>
  [...ready.keys()].map((key): Row => ({ part: 'ready', key, value: null }))
