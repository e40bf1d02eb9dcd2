/** The curves of links in board units: where they leave and enter notes, and how far a point is from them. Painted by the scene, met by the hit test. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { centreOf, clamp, distance } from '../../shared/base/geometry.ts'
import type { Link } from '../../shared/canvas/records.ts'
import type { Curve, Side } from './editor.ts'

/** The tip of a head stays this far off the note. */
const TIP_GAP = 1
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

/** Leaves and enters at right angles to the sides. */
function curveBetween(start: Point, startSide: Side, tip: Point, tipSide: Side): Curve {
  const reach = Math.max(MIN_REACH, distance(start, tip) * REACH)
  const off = (point: Point, side: Side): Point => ({
    x: point.x + OUT[side].x * reach,
    y: point.y + OUT[side].y * reach,
  })
  return [start, off(start, startSide), off(tip, tipSide), tip]
}

interface End {
  readonly side: Side
  readonly rect: Rect
  readonly far: Rect
  along: number
}

/** Curves of the links whose both notes stand somewhere, by id. Ends on one side of a note are spread in the order of their far ends. */
export function linkCurves(
  links: Iterable<Pick<Link, 'id' | 'from' | 'to'>>,
  rectOf: (note: string) => Rect | undefined,
): ReadonlyMap<string, Curve> {
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
  return new Map(joined.map(({ id, from, to }) => [id, curveOf(from, to)]))
}

const curveOf = (from: End, to: End): Curve =>
  curveBetween(
    portAt(from.rect, from.side, from.along),
    from.side,
    portAt(to.rect, to.side, to.along, TIP_GAP),
    to.side,
  )

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
export function curveInHand(from: Rect, to: Point | Rect): Curve {
  const isNote = 'width' in to
  const far = isNote ? to : { ...to, width: 0, height: 0 }
  const side = sideFacing(from, far)
  const farSide = sideFacing(far, from)
  return curveBetween(portAt(from, side), side, portAt(far, farSide, 0, isNote ? TIP_GAP : 0), farSide)
}

/** The point at `t` (0 the start, 1 the tip). */
export function pointOn([start, leave, arrive, tip]: Curve, t: number): Point {
  const u = 1 - t
  const a = u * u * u
  const b = 3 * u * u * t
  const c = 3 * u * t * t
  const d = t * t * t
  return {
    x: a * start.x + b * leave.x + c * arrive.x + d * tip.x,
    y: a * start.y + b * leave.y + c * arrive.y + d * tip.y,
  }
}

/** Which way the head points, as a vector of length one. */
export function headingOf([, , arrive, tip]: Curve): Point {
  const length = distance(arrive, tip) || 1
  return { x: (tip.x - arrive.x) / length, y: (tip.y - arrive.y) / length }
}

/** A rectangle that holds the whole line. */
export function boundsOf(curve: Curve): Rect {
  const xs = curve.map(({ x }) => x)
  const ys = curve.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

const PIECES = 24

/** How far a point is from the curve, in board units, to within two units. */
export function distanceTo(curve: Curve, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  let a = curve[0]
  for (let i = 1; i <= PIECES; i++) {
    const b = pointOn(curve, i / PIECES)
    const length = distance(a, b)
    const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length)
    const t = clamp(along, 0, 1)
    nearest = Math.min(nearest, distance(point, { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }))
    a = b
  }
  return nearest
}
