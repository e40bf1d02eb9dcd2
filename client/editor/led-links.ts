/** Links that would run beneath notes are led around them. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { around, contains, overlaps } from '../../shared/base/geometry.ts'
import { STEP } from '../../shared/canvas/layouts.ts'
import type { Gate } from './corridors.ts'
import { wayBetween } from './corridors.ts'
import { boundsOf, pointOn } from './curves.ts'
import type { Curve, Side } from './editor.ts'
import { rounded, spreadLanes } from './lanes.ts'
import { portAt, SIDES } from './sides.ts'

export interface LinkEnd {
  readonly rect: Rect
  /** The side that looks at the other note, and where on it: units from its middle. */
  readonly side: Side
  readonly along: number
  /** How far off the note. */
  readonly out: number
}

export interface Joined {
  readonly id: string
  readonly from: LinkEnd
  readonly to: LinkEnd
  /** The shortest, as nothing stood there. */
  readonly curve: Curve
}

/** Ways that were found, by link, with what stood there then: found again only where that changed. */
export type KeptWays = Map<string, { readonly key: string; readonly way: readonly Point[] | undefined }>

/** Links times notes: of more none is led, as nobody could follow them, and it takes time. */
const MOST = 80_000
const MOST_KEPT = 500
/** About so far apart a curve is looked at. Units. */
const LOOK = 8
/** So far around its two notes a link may go out of its way. */
const DETOUR = STEP.x
/** Another side than the one that looks at the other note counts as so much longer. */
const OTHER_SIDE = 40

/** Curves of those that are led, by id. */
export function leadAround(
  links: readonly Joined[],
  notes: readonly Rect[],
  kept: KeptWays = new Map(),
): ReadonlyMap<string, Curve> {
  if (links.length * notes.length > MOST) return new Map()
  if (kept.size > MOST_KEPT) kept.clear()
  const led = links.flatMap(link => {
    const way = isCovered(link, notes) ? wayOf(link, notes, kept) : undefined
    return way ? [{ id: link.id, way }] : []
  })
  const ways = spreadLanes(
    led.map(({ way }) => way),
    notes,
  )
  return new Map(
    led.flatMap(({ id }, i) => {
      const curve = rounded(ways[i] ?? [])
      return curve ? [[id, curve] as const] : []
    }),
  )
}

const isSame = (a: Rect, b: Rect): boolean => a.x === b.x && a.y === b.y

/** Does it run beneath a note that it does not join? */
function isCovered({ from, to, curve }: Joined, notes: readonly Rect[]): boolean {
  const { x, y, width, height } = boundsOf(curve)
  // A straight line has no height.
  const bounds = { x, y, width: width + 1, height: height + 1 }
  const near = notes.filter(note => overlaps(note, bounds) && !isSame(note, from.rect) && !isSame(note, to.rect))
  if (near.length === 0) return false
  const count = Math.ceil((width + height) / LOOK)
  const points = Array.from({ length: count + 1 }, (_, i) => pointOn(curve, i / count))
  return points.some(point => near.some(note => contains(note, point)))
}

function wayOf({ id, from, to }: Joined, notes: readonly Rect[], kept: KeptWays): readonly Point[] | undefined {
  const { x, y, width, height } = around([from.rect, to.rect])
  const reach = { x: x - DETOUR, y: y - DETOUR, width: width + 2 * DETOUR, height: height + 2 * DETOUR }
  const near = notes.filter(note => overlaps(note, reach))
  const [leaves, enters] = [gatesOf(from), gatesOf(to)]
  const key = printOf([...[...leaves, ...enters].map(({ at }) => at), ...near])
  const before = kept.get(id)
  if (before?.key === key) return before.way
  const way = wayBetween(leaves, enters, near)
  kept.set(id, { key, way })
  return way
}

/** Places as one short text, other for others. */
function printOf(places: readonly (Point | Rect)[]): string {
  let [one, other] = [0, 0]
  const mix = (value: number) => {
    one = Math.imul(one ^ Math.round(value * 16), 0x9e3779b1) >>> 0
    other = (Math.imul(other, 31) + Math.round(value * 16)) | 0
  }
  for (const place of places) {
    mix(place.x)
    mix(place.y)
    if ('height' in place) mix(place.height)
  }
  return `${places.length} ${one} ${other}`
}

const gatesOf = ({ rect, side, along, out }: LinkEnd): readonly Gate[] =>
  SIDES.map(each => {
    const { x, y } = portAt(rect, each, each === side ? along : 0, out)
    // Lines are the same lines only in whole units.
    return { side: each, at: { x: Math.round(x), y: Math.round(y) }, extra: each === side ? 0 : OTHER_SIDE }
  })
