/** The reveal as a facilitator leads it: all at once, a block, a person, or one person after the other. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import type { Board, Progress } from './board.ts'
import type { Session } from './workshop.ts'

export type Chosen = { readonly all: true } | { readonly block: Area } | { readonly person: string }

/** What speaks against revealing all now: so many write, so many are away. */
export type RevealDoubts = Pick<Dashboard, 'writing' | 'waiting'>

/** How many notes wait, by person. */
export type Waiting = Readonly<Partial<Record<string, number>>>

export interface Revealing {
  /** Set while a facilitator is asked whether to reveal all the same. */
  readonly doubts: Watchable<RevealDoubts | undefined>
  /** Whose notes wait, as far as I may know. */
  readonly waiting: Watchable<Waiting>
  /** Blocks and people are offered, each by itself. */
  readonly partsOpen: Watchable<boolean>
  /** Notes that wait; none while no private round is to be revealed. */
  count(): number
  /** May I lead it, and is there a round? Only of a round that knows names a person can be revealed. */
  may(what: 'all' | 'person'): boolean
  /** Reveals all, if nothing speaks against it; else `doubts` says what, until it is revealed or put off. */
  ask(): Promise<void>
  putOff(): void
  reveal(chosen: Chosen): Promise<void>
  /** The next person whose notes wait: it is their turn then. */
  revealNext(): Promise<void>
  turnParts(): void
  destroy(): void
}

export function leadReveal({ board, session }: { readonly board: Board; readonly session: Session }): Revealing {
  const doubts = new Value<RevealDoubts | undefined>(undefined)
  const waiting = new Value<Waiting>({})
  const partsOpen = new Value(false)
  const { progress, privateRound } = board
  const round = () => privateRound.value?.id ?? progress.value?.round
  const leads = () => board.me.value.role === 'facilitator'
  const known = (): Progress | undefined => (progress.value?.round === round() ? progress.value : undefined)
  /** Where names are hidden facilitators alone may ask for them. */
  const askWaiting = async (): Promise<Waiting> => {
    const told = known()?.people
    const { people = [] } = (!told && leads() && (await board.dashboard())) || {}
    waiting.set(told ?? Object.fromEntries(people.flatMap(({ id, hidden = 0 }) => (hidden > 0 ? [[id, hidden]] : []))))
    return waiting.value
  }
  const reveal = async (chosen: Chosen) => {
    doubts.set(undefined)
    const id = round()
    if (id !== undefined) await session.lead('round.reveal', { round: id, ...chosen })
  }
  const stops = [
    progress.subscribe(() => partsOpen.value && void askWaiting()),
    privateRound.subscribe(() => doubts.set(undefined)),
  ]
  return {
    ...{ doubts, waiting, partsOpen, reveal },
    count: () => Object.values(known()?.blocks ?? {}).reduce<number>((sum, count) => sum + (count ?? 0), 0),
    may: what => leads() && round() !== undefined && (what === 'all' || privateRound.value?.names !== 'never'),
    ask: async () => {
      const dashboard = await board.dashboard()
      const writing = privateRound.value?.state === 'open' ? (dashboard?.writing ?? 0) : 0
      const away = dashboard?.waiting ?? 0
      if (writing + away === 0) await reveal({ all: true })
      else doubts.set({ writing, waiting: away })
    },
    putOff: () => doubts.set(undefined),
    revealNext: async () => {
      const { reveal: last } = board.workshop.value.session.value
      const nameOf = (id: string) => board.people.value.get(id)?.name ?? ''
      const person = nextTurn(await askWaiting(), last?.round === round() ? last?.person : null, nameOf)
      if (person !== undefined) await reveal({ person })
    },
    turnParts: () => {
      partsOpen.set(!partsOpen.value)
      if (partsOpen.value) void askWaiting()
    },
    destroy: () => {
      for (const stop of stops) stop()
    },
  }
}

/** By name, round and round, from whose turn it is; who has nothing is passed over. */
export function nextTurn(
  waiting: Waiting,
  turn: string | null | undefined,
  nameOf: (id: string) => string,
): string | undefined {
  const placeOf = (id: string) => `${nameOf(id)} ${id}`
  const order = Object.keys(waiting)
    .filter(id => id !== turn && (waiting[id] ?? 0) > 0)
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  const after = turn ? order.find(id => placeOf(id) > placeOf(turn)) : undefined
  // Who had their turn and wrote on is last.
  return after ?? order[0] ?? (turn && (waiting[turn] ?? 0) > 0 ? turn : undefined)
}
