/** Reactions on their way up: which float where, and how far they have come. No drawing here. */
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import type { Other, Person, SeenReaction, Spot } from '../editor/board.ts'

/** From the cursor upwards, and the end of that in which they fade. */
const FLOAT_MS = 1_600
const FADE_MS = 500
const RISE_PX = 64
/** Of one tab no sooner after the other, whatever it sends; and of all at most so many. */
const PAUSE_MS = 250
const MOST = 40

export interface Floating {
  readonly kind: ReactionKind
  readonly person: Person
  readonly at: Spot
  /** CSS pixels above its spot. */
  readonly up: number
  readonly alpha: number
}

export interface Floats {
  /** Mine. Answers until when it floats. */
  rise(person: Person, reaction: SeenReaction, now: number): number
  /** Those of others. A tab that is seen for the first time may have reacted long before. */
  hear(others: readonly Other[], now: number): number
  at(now: number, options: { readonly still: boolean }): readonly Floating[]
}

interface Float {
  readonly person: Person
  readonly reaction: SeenReaction
  readonly since: number
}

export function createFloats(): Floats {
  let floats: readonly Float[] = []
  /** By tab: the last count, and when something of it rose. */
  const known = new Map<number, { readonly count: number | undefined; readonly at: number }>()

  const rise = (person: Person, reaction: SeenReaction, now: number): number => {
    floats = [...floats.filter(({ since }) => now - since < FLOAT_MS), { person, reaction, since: now }].slice(-MOST)
    return now + FLOAT_MS
  }
  return {
    rise,
    hear: (others, now) => {
      let until = 0
      for (const { tab, person, pointing } of others) {
        const { reaction } = pointing
        const before = known.get(tab)
        if (!before) known.set(tab, { count: reaction?.count, at: Number.NEGATIVE_INFINITY })
        else if (reaction && reaction.count !== before.count && now - before.at >= PAUSE_MS) {
          known.set(tab, { count: reaction.count, at: now })
          until = rise(person, reaction, now)
        }
      }
      const tabs = new Set(others.map(({ tab }) => tab))
      for (const tab of known.keys()) if (!tabs.has(tab)) known.delete(tab)
      return until
    },
    at: (now, { still }) =>
      floats.flatMap(({ person, reaction: { kind, at }, since }) => {
        const age = now - since
        if (age >= FLOAT_MS) return []
        const alpha = still ? 1 : Math.min(1, (FLOAT_MS - age) / FADE_MS)
        return [{ kind, person, at, up: still ? 0 : RISE_PX * easedOut(age / FLOAT_MS), alpha }]
      }),
  }
}

const easedOut = (part: number): number => 1 - (1 - part) ** 2
