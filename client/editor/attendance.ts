/** Who is ready and whose hand is up, of what the tabs of all people say. Of one person the latest word of any tab counts. */
import type { Attending, Person } from './board.ts'

/** A word that a later one of the same person takes back. */
interface Word {
  readonly on: boolean
  /** Server time, ms. */
  readonly at: number
}

/** What a tab says of its person in the session. Lives in presence. */
export interface AttendanceState {
  /** Done with the step, by its run. */
  readonly ready?: Word & { readonly run: string }
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

/** Everybody once, in the order of the tabs. A word from the future is one of now: nobody gets ahead by it. */
export function attendingOf(tabs: readonly Tab[], now: number): readonly Attending[] {
  const people = new Map<string, Tab>()
  for (const { person, state } of tabs) {
    const known = people.get(person.id)?.state
    const ready = later(known?.ready, state.ready)
    const hand = later(known?.hand, state.hand)
    people.set(person.id, { person, state: { ...(ready && { ready }), ...(hand && { hand }) } })
  }
  const lowered = loweredBy(tabs)
  return [...people.values()].map(({ person, state: { ready, hand } }) => {
    const isUp = hand?.on === true && (lowered.get(person.id) ?? 0) < hand.at
    return {
      person,
      ...(ready?.on && { ready: ready.run }),
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

/** How many are done with a run, of those who work in it: participants who are here. */
export function readyIn(attending: readonly Attending[], run: string): { readonly ready: number; readonly of: number } {
  const working = attending.filter(({ person }) => person.role === 'participant')
  return { ready: working.filter(each => each.ready === run).length, of: working.length }
}
