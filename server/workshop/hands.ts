/** Whose hand is up: kept by the server, so that it stays up over a reload, a lost line and a restart, and told to everybody who is there. */
import { z } from 'zod'
import type { Peer } from '../rooms/peer.ts'
import { Refusal } from '../routes/route.ts'
import { command } from './command.ts'
import type { Row, WorkshopState } from './state.ts'

/** A hand is of one sitting: who comes back another day does not find theirs still up. */
const SITTING_MS = 8 * 3_600_000

/** In the order in which they went up: storage has them by person. */
const handsUp = ({ hand }: WorkshopState, now: number): readonly (readonly [string, number])[] =>
  [...hand].filter(([, at]) => now < at + SITTING_MS).sort(([, a], [, b]) => a - b)

const down = (person: string): Row => ({ part: 'hand', key: person, value: null })

export const handCommands = {
  hand: command({
    summary: 'Raises my hand or lowers it; facilitators lower that of a `person`.',
    floor: 'observer',
    body: z.object({ up: z.boolean(), person: z.string().min(1).max(64).optional() }),
    run({ state, me, now }, { up, person }) {
      const mine = me?.person.id ?? ''
      const whose = person ?? mine
      if (whose !== mine && (up || me?.person.role !== 'facilitator'))
        throw new Refusal(403, 'role', 'A hand is raised by whose it is, and lowered by them or a facilitator.')
      const raised = new Set(handsUp(state, now).map(([id]) => id))
      if (raised.has(whose) === up) return { rows: [] }
      const old = [...state.hand.keys()].filter(id => !raised.has(id))
      return { rows: [...old.map(down), up ? { part: 'hand', key: whose, value: now } : down(whose)] }
    },
  }),
} as const

/** With the session goes whose hand was up. */
export const forgetHands = ({ hand }: WorkshopState): readonly Row[] => [...hand.keys()].map(down)

export function tellHands(state: WorkshopState, peers: Iterable<Peer>, now: number): void {
  const up = handsUp(state, now)
  for (const peer of peers) peer.notify({ kind: 'hands', up })
}
