/** What others say in passing, made fit to be heard: whole remarks instead of letters, and no drumfire of reactions. */
import type { Other, Person } from '../editor/board.ts'
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import type { Pauses } from './announcer.ts'

export interface Hearing {
  hear(others: readonly Other[]): void
  destroy(): void
}

export interface Ears {
  said(person: Person, words: string): void
  reacted(person: Person, kind: ReactionKind): void
}

/** Words that have not changed for so long are what was meant. */
const SETTLED_MS = 1_200
/** One person's reactions are told so often at most. */
const REACTIONS_MS = 3_000

export function createHearing(ears: Ears, pauses: Pauses, now: () => number): Hearing {
  const remarks = new Map<number, { readonly words: string; readonly pause: unknown }>()
  const counts = new Map<number, number | undefined>()
  const reactedAt = new Map<string, number>()

  const hearRemark = ({ tab, person, pointing: { chat = '' } }: Other) => {
    const known = remarks.get(tab)
    if (known?.words === chat) return
    pauses.stop(known?.pause)
    const pause = chat ? pauses.start(() => ears.said(person, chat), SETTLED_MS) : undefined
    remarks.set(tab, { words: chat, pause })
  }
  const hearReaction = ({ tab, person, pointing: { reaction } }: Other) => {
    const isNew = !counts.has(tab)
    const before = counts.get(tab)
    if (reaction ?? isNew) counts.set(tab, reaction?.count)
    if (isNew || !reaction || reaction.count === before) return
    if (now() - (reactedAt.get(person.id) ?? Number.NEGATIVE_INFINITY) < REACTIONS_MS) return
    reactedAt.set(person.id, now())
    ears.reacted(person, reaction.kind)
  }
  const forget = (tab: number) => {
    pauses.stop(remarks.get(tab)?.pause)
    remarks.delete(tab)
    counts.delete(tab)
  }
  return {
    hear: others => {
      for (const other of others) {
        hearRemark(other)
        hearReaction(other)
      }
      const tabs = new Set(others.map(({ tab }) => tab))
      for (const tab of [...remarks.keys()]) if (!tabs.has(tab)) forget(tab)
    },
    destroy: () => [...remarks.keys()].forEach(forget),
  }
}
