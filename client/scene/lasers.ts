/** Lasers, mine and others': each point is seen from when it was heard of, less its age, until it has faded. No drawing here. */
import type { Other, SeenLaser, Spot } from '../editor/board.ts'
import { LASER_MS } from '../editor/gestures/shine-laser.ts'

/** Nobody's tab: mine. */
const ME = -1

export interface Ray {
  readonly anchor: Spot
  /** From the anchor, in units; `rest` is what is left of it, 1 when fresh. */
  readonly points: readonly { readonly x: number; readonly y: number; readonly rest: number }[]
}

export interface Lasers {
  /** Takes up what was heard. Answers until when something fades. */
  hear(mine: SeenLaser | undefined, others: readonly Other[], now: number): number
  at(now: number): readonly Ray[]
}

interface Track {
  readonly laser: SeenLaser
  readonly since: number
}

export function createLasers(): Lasers {
  const tracks = new Map<number, Track>()
  const hear = (tab: number, laser: SeenLaser, now: number) => {
    const known = tracks.get(tab)
    if (!known || !isSame(known.laser, laser)) tracks.set(tab, { laser, since: now })
  }
  return {
    hear: (mine, others, now) => {
      const shining = new Map(others.flatMap(({ tab, pointing: { laser } }) => (laser ? [[tab, laser] as const] : [])))
      if (mine) shining.set(ME, mine)
      for (const [tab, laser] of shining) hear(tab, laser, now)
      for (const tab of tracks.keys()) if (!shining.has(tab)) tracks.delete(tab)
      return Math.max(0, ...[...tracks.values()].map(({ since }) => since + LASER_MS))
    },
    at: now =>
      [...tracks.values()].flatMap(({ laser: { anchor, trail }, since }) => {
        const points = trail.flatMap((x, i) => {
          const [y = 0, age = 0] = trail.slice(i + 1, i + 3)
          const rest = 1 - (now - since + age) / LASER_MS
          return i % 3 === 0 && rest > 0 ? [{ x, y, rest }] : []
        })
        return points.length > 1 ? [{ anchor, points }] : []
      }),
  }
}

const isSame = (a: SeenLaser, b: SeenLaser): boolean =>
  a.trail.length === b.trail.length &&
  a.trail.every((part, i) => part === b.trail[i]) &&
  a.anchor.every((part, i) => part === b.anchor[i])
