/** The curves of links in board units: where they leave and enter notes, and how far a point is from them. Painted by the scene, met by the hit test. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { centreOf, clamp, distance } from '../../shared/base/geometry.ts'
import type { Link } from '../../shared/canvas/records.ts'
import type { Side } from './editor.ts'

export interface LinkCurve {
  readonly id: string
  readonly start: Point
  readonly control1: Point
  readonly control2: Point
  /** Where the line ends, at the foot of the head's notch. */
  readonly end: Point
  /** Which way the head points, in radians, 0 to the right. */
  readonly headAngle: number
}

/** From the end of the line to the tip of the head; the tip stays one unit off the note. */
export const HEAD_REACH = 10
const HEAD_GAP = HEAD_REACH + 1
const SIDEWAYS = 208
const SPREAD = 18
const SIDE_ROOM = 88
const MIN_REACH = 36
const REACH = 0.42

const OUT: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
}

/** The side of a note that looks at another one. */
export function sideFacing(from: Rect, to: Rect): Side {
  const a = centreOf(from)
  const b = centreOf(to)
  if (Math.abs(b.x - a.x) > SIDEWAYS) return b.x > a.x ? 'right' : 'left'
  return b.y > a.y ? 'bottom' : 'top'
}

const isUpright = (side: Side) => side === 'left' || side === 'right'

/** A point on a side, `along` it from its middle and `out` from it. */
export function portAt(rect: Rect, side: Side, along = 0, out = 0): Point {
  const { x, y } = centreOf(rect)
  const { x: dx, y: dy } = OUT[side]
  return {
    x: x + dx * (rect.width / 2 + out) + (dx === 0 ? along : 0),
    y: y + dy * (rect.height / 2 + out) + (dy === 0 ? along : 0),
  }
}

function curve(id: string, start: Point, startSide: Side, end: Point, endSide: Side): LinkCurve {
  const reach = Math.max(MIN_REACH, distance(start, end) * REACH)
  const out1 = OUT[startSide]
  const out2 = OUT[endSide]
  return {
    id,
    start,
    control1: { x: start.x + out1.x * reach, y: start.y + out1.y * reach },
    control2: { x: end.x + out2.x * reach, y: end.y + out2.y * reach },
    end,
    headAngle: Math.atan2(-out2.y, -out2.x),
  }
}

interface End {
  readonly side: Side
  readonly rect: Rect
  readonly far: Rect
  along: number
}

/** Curves of the links whose both notes stand somewhere. Ends on one side of a note are spread in the order of their far ends. */
export function linkCurves(
  links: Iterable<Pick<Link, 'id' | 'from' | 'to'>>,
  rectOf: (note: string) => Rect | undefined,
): readonly LinkCurve[] {
  const sides = new Map<string, End[]>()
  const endOf = (note: string, rect: Rect, far: Rect): End => {
    const side = sideFacing(rect, far)
    const end = { side, rect, far, along: 0 }
    const key = `${side} ${note}`
    const ends = sides.get(key)
    if (ends) ends.push(end)
    else sides.set(key, [end])
    return end
  }
  const joined: { id: string; from: End; to: End }[] = []
  for (const { id, from, to } of links) {
    const a = rectOf(from)
    const b = rectOf(to)
    if (a && b && from !== to) joined.push({ id, from: endOf(from, a, b), to: endOf(to, b, a) })
  }
  for (const ends of sides.values()) spread(ends)
  return joined.map(({ id, from, to }) =>
    curve(
      id,
      portAt(from.rect, from.side, from.along),
      from.side,
      portAt(to.rect, to.side, to.along, HEAD_GAP),
      to.side,
    ),
  )
}

function spread(ends: End[]): void {
  const upright = isUpright(ends[0]?.side ?? 'left')
  const order = ({ far }: End) => (upright ? centreOf(far).y : centreOf(far).x)
  ends.sort((a, b) => order(a) - order(b))
  const step = Math.min(SPREAD, SIDE_ROOM / ends.length)
  ends.forEach((end, i) => {
    end.along = (i - (ends.length - 1) / 2) * step
  })
}

/** The curve of a link that is being drawn from a note to a point, or to the note it would join. */
export function curveInHand(from: Rect, to: Point | Rect): LinkCurve {
  const isNote = 'width' in to
  const far = isNote ? to : { ...to, width: 0, height: 0 }
  const side = sideFacing(from, far)
  const endSide = sideFacing(far, from)
  return curve('', portAt(from, side), side, portAt(far, endSide, 0, isNote ? HEAD_GAP : 0), endSide)
}

/** The point at `t` (0 the start, 1 the end). */
export function pointOn({ start, control1, control2, end }: LinkCurve, t: number): Point {
  const u = 1 - t
  const a = u * u * u
  const b = 3 * u * u * t
  const c = 3 * u * t * t
  const d = t * t * t
  return {
    x: a * start.x + b * control1.x + c * control2.x + d * end.x,
    y: a * start.y + b * control1.y + c * control2.y + d * end.y,
  }
}

/** A rectangle that holds the whole curve, head included. */
export function boundsOf({ start, control1, control2, end }: LinkCurve): Rect {
  const xs = [start.x, control1.x, control2.x, end.x]
  const ys = [start.y, control1.y, control2.y, end.y]
  const x = Math.min(...xs) - HEAD_GAP
  const y = Math.min(...ys) - HEAD_GAP
  return { x, y, width: Math.max(...xs) + HEAD_GAP - x, height: Math.max(...ys) + HEAD_GAP - y }
}

const PIECES = 24

/** How far a point is from the curve, in board units, to within two units. */
export function distanceTo(link: LinkCurve, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  let a = link.start
  for (let i = 1; i <= PIECES; i++) {
    const b = pointOn(link, i / PIECES)
    const length = distance(a, b)
    const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length)
    const t = clamp(along, 0, 1)
    nearest = Math.min(nearest, distance(point, { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }))
    a = b
  }
  return nearest
}
