/** The four sides of a note: which one looks at another note, and where on it a link leaves or enters. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import type { Side } from './editor.ts'

export const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom']

export const OUT: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** Centres farther apart than this are beside each other. */
const SIDEWAYS = 208

/** The side of a note that looks at another one. */
export function sideFacing(from: Rect, to: Rect): Side {
  const a = centreOf(from)
  const b = centreOf(to)
  if (Math.abs(b.x - a.x) > SIDEWAYS) return b.x > a.x ? 'right' : 'left'
  return b.y > a.y ? 'bottom' : 'top'
}

/** Does the side itself run up and down? */
export const isUpright = (side: Side) => side === 'left' || side === 'right'

/** A point on a side, `along` it from its middle and `out` from it. */
export function portAt(rect: Rect, side: Side, along = 0, out = 0): Point {
  const { x, y } = centreOf(rect)
  const { x: dx, y: dy } = OUT[side]
  return {
    x: x + dx * (rect.width / 2 + out) + (dx === 0 ? along : 0),
    y: y + dy * (rect.height / 2 + out) + (dy === 0 ? along : 0),
  }
}
