/** Notes in hands, mine and others': which are lifted, from where, and how far. When a hand opens they settle from where they were seen last. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { around, movedBy } from '../../shared/base/geometry.ts'
import { glideMs } from '../../shared/workshop/pace.ts'
import type { Drag, Other, Person } from '../editor/board.ts'
import type { Hand } from '../editor/editor.ts'
import { MOST_IDS } from '../editor/pointing.ts'
import { mix } from './easing.ts'
import type { Sight, Sights } from './sights.ts'
import { rectOf } from './sights.ts'

/** Nobody's tab: mine. */
const ME = -1

interface Grip {
  readonly person: Person | undefined
  /** Each note with the place at which it was grasped: what the document says meanwhile does not move it. */
  readonly notes: Map<string, Point>
  count: number
  by: Point
  from: Point
  since: number
  /** Of very many the ids as they were told, and the box round all of them where they were grasped. */
  told: string
  box: Rect | undefined
}

export interface Hold {
  /** Undefined: it is I. */
  readonly person: Person | undefined
  readonly notes: readonly { readonly note: Sight; readonly at: Point }[]
  /** How many notes it is, seen or not. */
  readonly count: number
  /** Round all of them, when they are more than anybody could look at. */
  readonly box: Rect | undefined
}

export interface Hands {
  /** Takes up my hand. Answers whether a note was grasped or let go. */
  feel(hand: Hand, now: number): boolean
  /** Takes up the hands of others. Answers the same, and until when something glides. */
  hear(others: readonly Other[], now: number): { readonly changed: boolean; readonly until: number }
  has(id: string): boolean
  readonly isHolding: boolean
  at(now: number): readonly Hold[]
}

export function createHands(sights: Sights): Hands {
  const grips = new Map<number, Grip>()
  const held = new Set<string>()
  let glide = glideMs(1)

  /** What is to be seen of these notes: a closed group is held once. */
  const papersOf = (ids: readonly string[]) => [...new Set(ids.flatMap(id => sights.get(id) ?? []))]

  const byOf = (grip: Grip, now: number): Point => {
    const part = grip.person ? Math.min(1, (now - grip.since) / glide) : 1
    return { x: mix(grip.from.x, grip.by.x, part), y: mix(grip.from.y, grip.by.y, part) }
  }
  const release = (grip: Grip, ids: Iterable<string>, now: number) => {
    const by = byOf(grip, now)
    for (const id of ids) {
      const base = grip.notes.get(id)
      grip.notes.delete(id)
      held.delete(id)
      if (base) sights.setOff(id, { x: base.x + by.x, y: base.y + by.y }, now)
    }
  }
  const boxRound = (grip: Grip, ids: readonly string[]): Rect | undefined =>
    around(papersOf(ids).map(sight => ({ ...rectOf(sight), ...grip.notes.get(sight.id) })))
  const grasp = (grip: Grip, ids: readonly string[]): boolean => {
    let changed = false
    for (const { id } of papersOf(ids)) {
      // What I grasp is in my hand, whoever else pulls at it.
      if (!grip.person && !grip.notes.has(id)) {
        for (const other of grips.values()) other.notes.delete(id)
        held.delete(id)
      }
      const sight = grip.notes.has(id) || held.has(id) ? undefined : sights.get(id)
      if (!sight) continue
      grip.notes.set(id, { x: sight.atX, y: sight.atY })
      held.add(id)
      changed = true
    }
    return changed
  }
  const follow = (
    tab: number,
    person: Person | undefined,
    drag: Pick<Drag, 'ids' | 'more'> & { by: Point },
    now: number,
  ) => {
    const grip = grips.get(tab) ?? newGrip(person, drag.by, now)
    grips.set(tab, grip)
    if (grip.by.x !== drag.by.x || grip.by.y !== drag.by.y) {
      grip.from = byOf(grip, now)
      grip.by = drag.by
      grip.since = now
    }
    grip.count = drag.ids.length + (drag.more ?? 0)
    const isBundle = grip.count > MOST_IDS
    const told = isBundle ? drag.ids.join() : ''
    if (told !== grip.told) grip.box = isBundle ? boxRound(grip, drag.ids) : undefined
    grip.told = told
    // Of another's bundle one note travels: who lifts some and leaves others would show what nobody does.
    const lifted = isBundle && person ? drag.ids.slice(0, 1) : drag.ids
    const wanted = new Set(papersOf(lifted).map(({ id }) => id))
    const gone = [...grip.notes.keys()].filter(id => !wanted.has(id))
    release(grip, gone, now)
    return grasp(grip, lifted) || gone.length > 0
  }
  const open = (tab: number, now: number): boolean => {
    const grip = grips.get(tab)
    if (!grip) return false
    grips.delete(tab)
    release(grip, [...grip.notes.keys()], now)
    return true
  }

  return {
    feel: (hand, now) =>
      hand.kind === 'drag' ? follow(ME, undefined, { ids: hand.ids, by: hand.by }, now) : open(ME, now),
    hear: (others, now) => {
      const there = new Set<number>([ME])
      glide = glideMs(others.length + 1)
      let changed = false
      for (const { tab, person, pointing } of others) {
        const { drag } = pointing
        if (!drag) continue
        there.add(tab)
        const by = { x: drag.by[0], y: drag.by[1] }
        if (follow(tab, person, { ...drag, by }, now)) changed = true
      }
      for (const tab of [...grips.keys()]) if (!there.has(tab) && open(tab, now)) changed = true
      const times = [...grips.values()].flatMap(({ person, since }) => (person ? [since + glide] : []))
      return { changed, until: Math.max(0, ...times) }
    },
    has: id => held.has(id) || held.has(sights.get(id)?.id ?? id),
    get isHolding() {
      return held.size > 0
    },
    at: now =>
      [...grips.values()].map(grip => {
        const by = byOf(grip, now)
        const notes = [...grip.notes].flatMap(([id, base]) => {
          const note = sights.get(id)
          return note ? [{ note, at: { x: base.x + by.x, y: base.y + by.y } }] : []
        })
        return { person: grip.person, notes, count: grip.count, box: grip.box && movedBy(grip.box, by) }
      }),
  }
}

const newGrip = (person: Person | undefined, by: Point, since: number): Grip => ({
  person,
  notes: new Map(),
  count: 0,
  by,
  from: by,
  since,
  told: '',
  box: undefined,
})
