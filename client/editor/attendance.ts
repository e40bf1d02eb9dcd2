/** Whose hand is up and who is done, as far as the server tells me, of those who are here. */
import type { HandsNotice, ReadyNotice } from '../../shared/wire/messages.ts'
import type { Attending, Person, Readiness } from './board.ts'

/** What the server told last. */
export interface Told {
  readonly ready?: ReadyNotice | undefined
  readonly hands?: HandsNotice | undefined
}

/** Everybody once, in the order in which they stand there, of whom the first is me. */
export function attendingOf(here: readonly Person[], { ready, hands }: Told): readonly Attending[] {
  const people = new Map(here.map(person => [person.id, person]))
  const [me] = here
  const isReady = ({ id }: Person): boolean => (id === me?.id ? ready?.mine : ready?.people?.includes(id)) ?? false
  const up = new Map(hands?.up)
  return [...people.values()].map(person => {
    const handAt = up.get(person.id)
    return {
      person,
      ...(ready && isReady(person) && { ready: ready.run }),
      ...(handAt !== undefined && { handAt }),
    }
  })
}

/** What the server told, with my own word that it does not know yet. */
export function withHand(
  told: HandsNotice | undefined,
  { person, isUp, at }: { readonly person: string; readonly isUp: boolean; readonly at: number },
): HandsNotice {
  const up = told?.up ?? []
  if (up.some(([id]) => id === person) === isUp) return { kind: 'hands', up }
  return { kind: 'hands', up: isUp ? [...up, [person, at]] : up.filter(([id]) => id !== person) }
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
