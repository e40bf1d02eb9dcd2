/** Whose hand is up, of what the tabs of all people say: of one person the latest word of any tab counts. And who is done, as far as the server tells me. */
import type { ReadyNotice } from '../../shared/wire/messages.ts'
import type { Attending, Person, Readiness } from './board.ts'

/** A word that a later one of the same person takes back. */
interface Word {
  readonly on: boolean
  /** Server time, ms. */
  readonly at: number
}

/** What a tab says of its person in the session. Lives in presence. */
export interface AttendanceState {
  readonly hand?: Word
  /** By a facilitator: whose hand was lowered, and when. */
  readonly lowered?: Readonly<Record<string, number>>
}

export interface Tab {
  readonly person: Person
  readonly state: AttendanceState
}

/** Presence has 2 KB for everything. */
const MOST_LOWERED = 30

const later = <W extends Word>(a: W | undefined, b: W | undefined): W | undefined => (!a || (b && b.at > a.at) ? b : a)

/** Everybody once, in the order of the tabs, of which the first is mine. A word from the future is one of now: nobody gets ahead by it. */
export function attendingOf(tabs: readonly Tab[], now: number, told?: ReadyNotice): readonly Attending[] {
  const people = new Map<string, Tab>()
  for (const { person, state } of tabs) {
    const hand = later(people.get(person.id)?.state.hand, state.hand)
    people.set(person.id, { person, state: { ...(hand && { hand }) } })
  }
  const lowered = loweredBy(tabs)
  const [mine] = tabs
  const isReady = ({ id }: Person): boolean =>
    (id === mine?.person.id ? told?.mine : told?.people?.includes(id)) ?? false
  return [...people.values()].map(({ person, state: { hand } }) => {
    const isUp = hand?.on === true && (lowered.get(person.id) ?? 0) < hand.at
    return {
      person,
      ...(told && isReady(person) && { ready: told.run }),
      ...(isUp && { handAt: Math.min(hand.at, now) }),
    }
  })
}

function loweredBy(tabs: readonly Tab[]): ReadonlyMap<string, number> {
  const all = tabs
    .filter(({ person }) => person.role === 'facilitator')
    .flatMap(({ state }) => Object.entries(state.lowered ?? {}))
  const latest = new Map<string, number>()
  for (const [id, at] of all) latest.set(id, Math.max(at, latest.get(id) ?? 0))
  return latest
}

/** The same with this hand lowered; the oldest are forgotten. */
export function withLowered(
  lowered: Readonly<Record<string, number>>,
  person: string,
  at: number,
): Readonly<Record<string, number>> {
  const rest = Object.entries(lowered).filter(([id]) => id !== person)
  return Object.fromEntries([...rest, [person, at] as const].slice(-MOST_LOWERED))
}

/** Hands that are up, the first first. */
export const handsUp = (attending: readonly Attending[]): readonly (Attending & { readonly handAt: number })[] =>
  attending
    .flatMap(each => (each.handAt === undefined ? [] : [{ ...each, handAt: each.handAt }]))
    .sort((a, b) => a.handAt - b.handAt || (a.person.id < b.person.id ? -1 : 1))

export const readinessOf = ({ run, ready, of }: ReadyNotice): Readiness => ({ run, ready, of })

/** What the server told, with my own word that it does not know yet. Only participants are counted. */
export function withReady(
  told: ReadyNotice,
  { run, isReady }: { readonly run: string; readonly isReady: boolean },
  { role }: Pick<Person, 'role'>,
): ReadyNotice {
  if (told.run !== run || told.mine === isReady) return told
  const more = role === 'participant' ? (isReady ? 1 : -1) : 0
  return { ...told, mine: isReady, ready: Math.max(0, told.ready + more) }
}
