/** A note in the hand is drawn a little towards where notes would stand in line: slots of the grid, and edges of its neighbours. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { movedBy, overlaps } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { GAP, PADDING, STEP, TITLE_ROW } from '../../shared/canvas/layouts.ts'
import type { Shown } from './editor.ts'

/** A line along which edges lie: at this x it runs down, at this y across. Board units. */
export type Guide =
  | { readonly x: number; readonly from: number; readonly to: number }
  | { readonly y: number; readonly from: number; readonly to: number }

export interface Snapped {
  /** How far the notes are dragged now. */
  readonly by: Point
  /** Along the edges that the note under the pointer then shares with its neighbours. */
  readonly guides: readonly Guide[]
}

/** How near is near: pixels, but never more than the gap between notes, that one may stand anywhere. */
const NEAR_PX = 6
/** Notes farther away than this are no neighbours. */
const REACH = { x: 4 * STEP.x, y: 4 * STEP.y } as const

type Grounds = Pick<Shown, 'areaRect' | 'seatOf' | 'paperOf' | 'notesWithin'>

export interface Held {
  readonly ids: readonly string[]
  /** The one under the pointer: it leads, the others keep their distance from it. */
  readonly grabbed: string
  readonly by: Point
  readonly over: Area
}

export function snapped(shown: Grounds, { ids, grabbed, by, over }: Held, zoom: number): Snapped {
  const seat = shown.seatOf(grabbed)
  if (!seat) return { by, guides: [] }
  const box = movedBy(seat, by)
  const area = shown.areaRect(over)
  const others = neighbours(shown, area, box, new Set(ids))
  const near = Math.min(NEAR_PX / zoom, GAP)
  const x = nearest(box.x, stopsAcross(area, box, others), near)
  const y = nearest(box.y, stopsDown(area, box, others), near)
  const at = { ...box, x: x ?? box.x, y: y ?? box.y }
  return { by: { x: by.x + at.x - box.x, y: by.y + at.y - box.y }, guides: guidesAlong(at, others) }
}

/** Papers of the area that lie around the box and stay where they are. */
function neighbours(shown: Grounds, area: Rect, box: Rect, held: ReadonlySet<string>): readonly Rect[] {
  const around = {
    x: box.x - REACH.x,
    y: box.y - REACH.y,
    width: box.width + 2 * REACH.x,
    height: box.height + 2 * REACH.y,
  }
  return shown.notesWithin(around).flatMap(id => {
    const rect = held.has(id) || shown.paperOf(id) !== id ? undefined : shown.seatOf(id)
    return rect && overlaps(rect, area) ? [rect] : []
  })
}

/** Where the left edge may come to lie inside the area: under or over a neighbour, a gap beside one on its level, or in a column. */
function stopsAcross(area: Rect, box: Rect, others: readonly Rect[]): readonly number[] {
  const beside = others
    .filter(({ y, height }) => y < box.y + box.height && box.y < y + height)
    .flatMap(({ x, width }) => [x + width + GAP, x - GAP - box.width])
  const stops = [...others.map(({ x }) => x), ...beside, nearestSlot(box.x, area.x + PADDING, STEP.x)]
  return stops.filter(x => x >= area.x + PADDING && x + box.width <= area.x + area.width - PADDING)
}

/** Where the upper edge may. A note of two rows may end where its neighbour does. */
function stopsDown(area: Rect, box: Rect, others: readonly Rect[]): readonly number[] {
  const below = others
    .filter(({ x, width }) => x < box.x + box.width && box.x < x + width)
    .flatMap(({ y, height }) => [y + height + GAP, y - GAP - box.height])
  const level = others.flatMap(({ y, height }) => [y, y + height - box.height])
  return [...level, ...below, nearestSlot(box.y, area.y + TITLE_ROW, STEP.y)]
}

const nearestSlot = (at: number, first: number, step: number): number =>
  first + step * Math.max(0, Math.round((at - first) / step))

/** The nearest stop, of equal ones the first. */
function nearest(at: number, stops: readonly number[], near: number): number | undefined {
  let best: number | undefined
  for (const stop of stops)
    if (Math.abs(stop - at) <= near && (best === undefined || Math.abs(stop - at) < Math.abs(best - at))) best = stop
  return best
}

/** One line a direction: at the edge where both begin, else where both end. */
function guidesAlong(box: Rect, others: readonly Rect[]): readonly Guide[] {
  const sharing = (edgeOf: (rect: Rect) => number) => others.filter(rect => edgeOf(rect) === edgeOf(box))
  const left = sharing(({ x }) => x)
  const top = sharing(({ y }) => y)
  const bottom = sharing(({ y, height }) => y + height)
  const guides: Guide[] = []
  if (left.length > 0) guides.push({ x: box.x, ...reachOf([box, ...left], ({ y, height }) => [y, y + height]) })
  const level = top.length > 0 ? top : bottom
  const y = top.length > 0 ? box.y : box.y + box.height
  if (level.length > 0) guides.push({ y, ...reachOf([box, ...level], ({ x, width }) => [x, x + width]) })
  return guides
}

function reachOf(rects: readonly Rect[], spanOf: (rect: Rect) => readonly [number, number]) {
  const ends = rects.flatMap(spanOf)
  return { from: Math.min(...ends), to: Math.max(...ends) }
}
