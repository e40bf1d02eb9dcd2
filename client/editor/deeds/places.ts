/** Which wishes a hand writes: where dropped notes are put, and where the arrows put one. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { clamp, overlaps } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { GAP, NOTE, PADDING, PARKING, STEP, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import type { ShownPlaces, Size } from '../../../shared/canvas/placement.ts'
import { byWish, sizeOf, wishInside } from '../../../shared/canvas/placement.ts'
import type { Place } from '../../../shared/canvas/records.ts'
import type { Way } from '../navigation.ts'
import { nextThatWay } from '../navigation.ts'
import type { Drop } from './deeds.ts'
import type { ShownCanvas } from '../shown.ts'

/** Where areas and notes stand is all that a drop needs to know. */
type Standing = Pick<ShownCanvas, 'areaRect' | 'seatOf' | 'closedOver' | 'notesWithin'>

interface Room {
  readonly width: number
  readonly height: number
}

export const roomOf = (shown: Standing, area: Area): Room => {
  const { width, height } = shown.areaRect(area)
  return area === 'parking' ? { width: PARKING.open, height } : { width, height }
}

/** A wish at this point of an area, brought inside it, in whole units. */
export const placeAt = (shown: ShownCanvas, area: Area, point: Point, at: number, size: Size = NOTE): Place =>
  wishAt(area, point, roomOf(shown, area), at, size)

/** A free place may lie below what is shown: the area then grows. */
export const placeAtDepth = (area: Area, { x, y }: Point, at: number): Place => [area, x, y, Math.round(at)]

function wishAt(area: Area, point: Point, room: Room, at: number, size: Size): Place {
  const inside = wishInside(point, room, size)
  return [area, Math.round(inside.x), Math.round(inside.y), Math.round(at)]
}

/**
 * Where notes come to lie that were dragged by so much. When the one under the pointer stays in its area, all stay in
 * theirs; else all go to the area below it. They keep their arrangement as far as the area is wide. A closed
 * group is dropped as the one paper it is: all of its notes go as far as the first of them.
 */
export function droppedPlaces(
  shown: Standing,
  wishOf: (id: string) => Place | undefined,
  { ids, grabbed, by, over }: Drop,
  at: number,
): ReadonlyMap<string, Place> {
  const homeOf = (id: string) => wishOf(id)?.[0]
  const stay = homeOf(grabbed) === over
  const byArea = new Map<Area, Landed[]>()
  for (const [id, held] of papersOf(shown, ids)) {
    const rect = shown.seatOf(id)
    const area = stay ? homeOf(id) : over
    if (!rect || !area) continue
    const origin = shown.areaRect(area)
    const { width, height } = rect
    const landed = {
      held,
      size: { width, height },
      point: { x: rect.x + by.x - origin.x, y: rect.y + by.y - origin.y },
    }
    byArea.set(area, [...(byArea.get(area) ?? []), landed])
  }
  const places = new Map<string, Place>()
  for (const [area, landed] of byArea) {
    const { room, shift } = settled(shown, area, landed)
    for (const { held, point, size } of landed) {
      const place = wishAt(area, { x: point.x + shift.x, y: point.y + shift.y }, room, at, size)
      for (const [id, wish] of shiftedTo(place, held, wishOf)) places.set(id, wish)
    }
  }
  return places
}

/** The papers in a hand: a note by itself, or a closed group by the first of its notes in the hand. */
export function papersOf(shown: Standing, ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const papers = new Map<string, string[]>()
  const firsts = new Map<string, string>()
  for (const id of ids) {
    const group = shown.closedOver(id)
    const first = (group !== undefined && firsts.get(group)) || id
    if (group !== undefined) firsts.set(group, first)
    papers.set(first, [...(papers.get(first) ?? []), id])
  }
  return papers
}

/** Notes that are put down at one time stand in reading order, so the first of them comes to lie at the place. */
export function shiftedTo(
  [area, x, y, at]: Place,
  ids: readonly string[],
  wishOf: (id: string) => Place | undefined,
): readonly (readonly [string, Place])[] {
  const wishes = ids.flatMap(id => {
    const wish = wishOf(id)
    return wish ? [{ id, place: wish }] : []
  })
  const first = [...wishes].sort(byWish)[0]?.place ?? [area, x, y, at]
  const by = { x: x - first[1], y: y - first[2] }
  return wishes.map(({ id, place }) => [id, [area, place[1] + by.x, place[2] + by.y, at]] as const)
}

interface Landed {
  readonly held: readonly string[]
  readonly point: Point
  readonly size: Size
}

/**
 * A handful is brought inside the area, or the area has the depth of it: it will grow. If others stand where that would
 * bring it, it stays where it was let go, and the area grows as far.
 */
function settled(
  shown: Standing,
  area: Area,
  landed: readonly Landed[],
): { readonly room: Room; readonly shift: Point } {
  const { width, height } = roomOf(shown, area)
  const top = Math.min(...landed.map(({ point }) => point.y))
  const end = Math.max(...landed.map(({ point, size }) => point.y + size.height))
  const inside = { width, height: Math.max(height, TITLE_ROW + end - top + PADDING) }
  const shift = shiftInside(landed, inside)
  if (landed.length === 1 || shift.y >= 0 || !meetsOthers(shown, area, landed, shift)) return { room: inside, shift }
  const below = { width, height: end + PADDING }
  return { room: below, shift: shiftInside(landed, below) }
}

function meetsOthers(shown: Standing, area: Area, landed: readonly Landed[], shift: Point): boolean {
  const held = new Set(landed.flatMap(each => each.held))
  const { x, y } = shown.areaRect(area)
  return landed.some(({ point, size }) =>
    shown.notesWithin({ x: x + point.x + shift.x, y: y + point.y + shift.y, ...size }).some(id => !held.has(id)),
  )
}

const AT_LEAST: Point = { x: Number.NEGATIVE_INFINITY, y: Number.NEGATIVE_INFINITY }
const AT_MOST: Point = { x: Number.POSITIVE_INFINITY, y: Number.POSITIVE_INFINITY }

/** How far a handful must be shifted to lie inside as a whole; what is larger than the area begins at its upper left. */
function shiftInside(landed: readonly Landed[], room: Room): Point {
  const xs = landed.map(({ point }) => point.x)
  const low = { x: Math.min(...xs), y: Math.min(...landed.map(({ point }) => point.y)) }
  const high = {
    x: Math.max(...xs),
    y: Math.max(...landed.map(({ point, size }) => point.y + size.height - NOTE.height)),
  }
  const first = wishInside(AT_LEAST, room)
  const last = wishInside(AT_MOST, room)
  return {
    x: clamp(0, first.x - low.x, Math.max(first.x - low.x, last.x - high.x)),
    y: clamp(0, first.y - low.y, Math.max(first.y - low.y, last.y - high.y)),
  }
}

/**
 * The places after a note went one step that way in its area. It trades with its neighbour there: each takes the
 * other's spot and the time of that spot, so that nothing else moves. Without a neighbour it goes by one slot.
 */
export function steppedPlaces(
  shown: ShownCanvas,
  note: { readonly id: string; readonly place: Place },
  way: Way,
  others: ReadonlyMap<string, Place>,
): ReadonlyMap<string, Place> {
  const [area] = note.place
  const places = shown.placesIn(area)
  const here = places.get(note.id)
  if (!here) return new Map()
  const mine = rectIn(here)
  const rects = [...places].filter(([id]) => id !== note.id).map(([id, at]) => [id, rectIn(at)] as const)
  const near = rects.filter(([, rect]) => isLevel(mine, rect, way))
  const neighbour = nextThatWay(mine, way, near)
  if (neighbour) return tradedPlaces(shown, note, { id: neighbour, place: others.get(neighbour) ?? note.place })
  const { x, y } = OFFSETS[way]
  const beyond = { x: here.x + x * STEP.x, y: here.y + y * STEP.y }
  const to = placeAt(shown, area, beyond, note.place[3], sizeOf(here))
  return to[1] === here.x && to[2] === here.y ? new Map() : new Map([[note.id, to]])
}

const OFFSETS: Readonly<Record<Way, Point>> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
}

export const rectIn = (at: NonNullable<ReturnType<ShownPlaces['get']>>): Rect => ({ x: at.x, y: at.y, ...sizeOf(at) })

/** In the same row, or the same column. */
const isLevel = (a: Rect, b: Rect, way: Way): boolean =>
  way === 'left' || way === 'right'
    ? a.y < b.y + b.height && b.y < a.y + a.height
    : a.x < b.x + b.width && b.x < a.x + a.width

type Placed = { readonly id: string; readonly place: Place }

export function tradedPlaces(shown: ShownCanvas, a: Placed, b: Placed): ReadonlyMap<string, Place> {
  const [area] = a.place
  const places = shown.placesIn(area)
  const here = places.get(a.id)
  const there = places.get(b.id)
  // A closed group trades with nobody: its place is that of several notes.
  if (!here || !there || shown.closedOver(a.id) !== undefined || shown.closedOver(b.id) !== undefined) return new Map()
  return new Map([
    [a.id, [area, there.x, there.y, b.place[3]]],
    [b.id, [area, here.x, here.y, a.place[3]]],
  ])
}

/** The nearest free spot beside or below a note, slot by slot; undefined when that row or column is full. */
export function freeSpotFrom(
  shown: ShownCanvas,
  area: Area,
  { to, way }: { readonly to: string; readonly way: 'beside' | 'below' },
): Point | undefined {
  const places = shown.placesIn(area)
  const here = places.get(to)
  if (!here) return undefined
  const { width, height } = roomOf(shown, area)
  const step = way === 'beside' ? { x: STEP.x, y: 0 } : { x: 0, y: STEP.y }
  const fits = ({ x, y }: Point) => x + NOTE.width + PADDING <= width && y + NOTE.height + PADDING <= height
  const isFree = (spot: Point) => ![...places.values()].some(each => overlaps(rectIn(each), { ...spot, ...NOTE }))
  const { x, y } = here
  let spot = way === 'beside' ? { x: x + STEP.x, y } : { x, y: y + sizeOf(here).height + GAP }
  while (fits(spot) && !isFree(spot)) spot = { x: spot.x + step.x, y: spot.y + step.y }
  return fits(spot) ? spot : undefined
}

/** Where a copy goes: beside what it copies if the area is wide enough, else below. */
export function placeBeside(shown: ShownCanvas, [area]: Place, id: string, at: number): Place | undefined {
  const paper = shown.paperOf(id)
  const here = paper === undefined ? undefined : shown.placesIn(area).get(paper)
  if (!here) return undefined
  const size = sizeOf(here)
  const fits = here.x + STEP.x + size.width + PADDING <= roomOf(shown, area).width
  const beside = fits ? { x: here.x + STEP.x, y: here.y } : { x: here.x, y: here.y + size.height + GAP }
  return placeAt(shown, area, beside, at, size)
}
