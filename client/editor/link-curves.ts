/** The curves of links in board units: where they leave and enter notes, and how they go from one to the other. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { centreOf, distance } from '../../shared/base/geometry.ts'
import type { Link } from '../../shared/canvas/records.ts'
import type { Curve, Side } from './editor.ts'
import type { Joined, KeptWays } from './led-links.ts'
import { leadAround } from './led-links.ts'
import { isUpright, OUT, portAt, sideFacing } from './sides.ts'

/** The tip of a head stays this far off the note. */
const TIP_GAP = 1
const SPREAD = 18
const SIDE_ROOM = 88
const MIN_REACH = 36
const REACH = 0.42

/** Leaves and enters at right angles to the sides. */
function curveBetween(start: Point, startSide: Side, tip: Point, tipSide: Side): Curve {
  const reach = Math.max(MIN_REACH, distance(start, tip) * REACH)
  const off = (point: Point, side: Side): Point => ({
    x: point.x + OUT[side].x * reach,
    y: point.y + OUT[side].y * reach,
  })
  return [[start, off(start, startSide), off(tip, tipSide), tip]]
}

interface End {
  readonly side: Side
  readonly rect: Rect
  readonly far: Rect
  readonly out: number
  along: number
}

/** What stands on the sheet, around which links are led, and the ways that were found before. */
export interface Around {
  readonly papers: readonly Rect[]
  readonly kept?: KeptWays
}

/**
 * Curves of the links whose both notes stand somewhere, by id. Ends on one side of a note are spread in the order of
 * their far ends.
 */
export function linkCurves(
  links: Iterable<Pick<Link, 'id' | 'from' | 'to'>>,
  rectOf: (note: string) => Rect | undefined,
  { papers, kept }: Around = { papers: [] },
): ReadonlyMap<string, Curve> {
  const sides = new Map<string, End[]>()
  const endOf = (note: string, rect: Rect, far: Rect, out: number): End => {
    const side = sideFacing(rect, far)
    const end = { side, rect, far, out, along: 0 }
    const key = `${side} ${note}`
    const ends = sides.get(key)
    if (ends) ends.push(end)
    else sides.set(key, [end])
    return end
  }
  const pairs: { id: string; from: End; to: End }[] = []
  for (const { id, from, to } of links) {
    const a = rectOf(from)
    const b = rectOf(to)
    if (a && b && from !== to) pairs.push({ id, from: endOf(from, a, b, 0), to: endOf(to, b, a, TIP_GAP) })
  }
  for (const ends of sides.values()) spread(ends)
  const joined = pairs.map((pair): Joined => ({ ...pair, curve: curveOf(pair.from, pair.to) }))
  return new Map([
    ...joined.map(({ id, curve }) => [id, curve] as const),
    ...(papers.length > 0 ? leadAround(joined, papers, kept) : []),
  ])
}

const curveOf = (from: End, to: End): Curve =>
  curveBetween(
    portAt(from.rect, from.side, from.along, from.out),
    from.side,
    portAt(to.rect, to.side, to.along, to.out),
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
