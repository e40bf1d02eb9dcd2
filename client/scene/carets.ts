/** Carets of others, and how fresh they are: a name stands over a caret while its person types. */
import type { Caret } from '../../shared/canvas/caret.ts'
import type { Other, Person } from '../editor/board.ts'

const NAMED_MS = 2_000

export interface OthersCaret {
  readonly caret: Caret
  readonly person: Person
  readonly named: boolean
}

export interface Carets {
  hear(others: readonly Other[], now: number): void
  at(now: number): readonly OthersCaret[]
  /** When the next name goes; undefined when none stands. */
  next(now: number): number | undefined
}

export function createCarets(): Carets {
  const kept = new Map<number, { caret: Caret; said: string; person: Person; since: number }>()
  return {
    hear: (others, now) => {
      const there = new Set<number>()
      for (const { tab, person, pointing } of others) {
        const { caret } = pointing
        if (!caret) continue
        there.add(tab)
        const said = JSON.stringify(caret)
        const known = kept.get(tab)
        kept.set(tab, { caret, said, person, since: known?.said === said ? known.since : now })
      }
      for (const tab of kept.keys()) if (!there.has(tab)) kept.delete(tab)
    },
    at: now => [...kept.values()].map(({ caret, person, since }) => ({ caret, person, named: now - since < NAMED_MS })),
    next: now => {
      const times = [...kept.values()].map(({ since }) => since + NAMED_MS).filter(time => time > now)
      return times.length > 0 ? Math.min(...times) : undefined
    },
  }
}
