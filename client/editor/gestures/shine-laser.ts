/** The laser under my pointer: its last moments go out through presence, each point with its age. */
import type { Point } from '../../../shared/base/geometry.ts'
import { distance } from '../../../shared/base/geometry.ts'
import type { SeenLaser } from '../board.ts'
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import { spotAt } from '../pointing.ts'
import type { Gesture } from './gesture.ts'

/** A point of the line is gone after this time. */
export const LASER_MS = 600
/** Pixels: less than this from the last point is no news. */
const LEAST_STEP = 3
/** Presence has 2 KB for everything: a point takes at most 16 letters. */
const MOST_POINTS = 40

interface Lit extends Point {
  readonly at: number
}

export function shineLaser({ board, shown, view, hand, laser, after, pointOf }: Parts, start: Press): Gesture {
  let lit: readonly Lit[] = []
  const now = () => board.now()

  function shine(press: Press): void {
    const point = pointOf(press)
    board.presence.set({ cursor: spotAt(shown, point) })
    const last = lit.at(-1)
    if (last && distance(last, point) < LEAST_STEP / view.camera.value.zoom) return
    lit = [...lit, { ...point, at: now() }].filter(({ at }) => now() - at < LASER_MS).slice(-MOST_POINTS)
    const seen = seenLaser(lit, now(), point => spotAt(shown, point))
    laser.set(seen)
    board.presence.set({ laser: seen })
  }
  function stop(): void {
    hand.set({ kind: 'nothing' })
    const mine = laser.value
    after(LASER_MS, () => {
      if (start.pointer === 'touch') board.presence.set({ cursor: null })
      if (laser.value !== mine) return
      laser.set(undefined)
      board.presence.set({ laser: null })
    })
  }
  laser.set(undefined)
  hand.set({ kind: 'laser' })
  shine(start)
  return { move: shine, end: stop, cancel: stop }
}

/** All from one spot, so that the line keeps its shape wherever that spot stands on another screen. */
function seenLaser(lit: readonly Lit[], now: number, spotOf: (point: Point) => SeenLaser['anchor']): SeenLaser {
  const from = lit[0] ?? { x: 0, y: 0 }
  const trail = lit.flatMap(({ x, y, at }) => [Math.round(x - from.x), Math.round(y - from.y), Math.round(now - at)])
  return { anchor: spotOf(from), trail }
}
