/**
 * Where notes are shown: the one pure function from wishes to places, so that all screens agree and nothing overlaps.
 * Points are upper left corners in the area's own coordinates; `arrange` answers in board units.
 */
import type { Point, Rect } from '../base/geometry.ts'
import { clamp } from '../base/geometry.ts'
import type { Area } from './blocks.ts'
import { AREAS, BLOCK_IDS } from './blocks.ts'
import type { Layout, LayoutRects } from './layouts.ts'
import { areaHeight, areaWidth, GAP, layoutRects, NOTE, PADDING, STEP, TALL_NOTE, TITLE_ROW } from './layouts.ts'
import type { GroupsById } from './groups.ts'
import { groupOf, NO_GROUPS } from './groups.ts'
import type { Group, Note, Place } from './records.ts'
import { isTall } from './tall.ts'

export interface Placed {
  readonly id: string
  readonly place: Place
  /** Two rows high. */
  readonly tall?: boolean
  /** The closed group it lies in. Of those in one group the first stands, for all of them; the others stand nowhere. */
  readonly closedIn?: string
}

export interface ShownPlace extends Point {
  readonly tall?: true
}

export type ShownPlaces = ReadonlyMap<string, ShownPlace>

/** What placement asks of a note. */
export type Placeable = Pick<Note, 'id' | 'place' | 'text' | 'image' | 'group'>

/** The note as placement knows it. */
export function placedOf({ id, place, text, image, group }: Placeable, groups: GroupsById = NO_GROUPS): Placed {
  const closed = groupOf(groups, { place, group })?.closed === true && group !== undefined
  return { id, place, ...(isTall({ text, image }) && { tall: true }), ...(closed && { closedIn: group }) }
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** How large a note is that is shown like this. */
export const sizeOf = ({ tall }: { readonly tall?: boolean | undefined }): Size => (tall ? TALL_NOTE : NOTE)

const spotOf = ({ x, y }: Point, tall: boolean | undefined): ShownPlace => (tall ? { x, y, tall } : { x, y })

/** A wish may be this many rows down, or as many as notes stand there already: a mad one cannot make a mile of paper. */
const DEEPEST = 24

/** Notes of one moment (an import, a drop of many) go in reading order, so that they keep their arrangement. */
const byArrival = (a: Placed, b: Placed): number => a.place[3] - b.place[3] || byWish(a, b)

/** Reading order of the wishes. */
export const byWish = (a: Placed, b: Placed): number =>
  a.place[2] - b.place[2] || a.place[1] - b.place[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const columnsOf = (width: number): number => Math.max(1, Math.floor((width - 2 * PADDING + GAP) / STEP.x))

const rightmost = (width: number): number => Math.max(PADDING, width - PADDING - NOTE.width)

/** Where the lowest note of an area of this height ends. */
const lowestEnd = (height: number): number => Math.max(TITLE_ROW + NOTE.height, height - PADDING)

const slot = (index: number, columns: number): Point => ({
  x: PADDING + STEP.x * (index % columns),
  y: TITLE_ROW + STEP.y * Math.floor(index / columns),
})

/** The nearest place at which a note dropped here would stand clear of the area's edges. */
export const wishInside = (
  point: Point,
  { width, height }: { readonly width: number; readonly height: number },
  size: Size = NOTE,
): Point => ({
  x: clamp(point.x, PADDING, rightmost(width)),
  y: clamp(point.y, TITLE_ROW, Math.max(TITLE_ROW, lowestEnd(height) - size.height)),
})

/**
 * Shows each note at its wish, brought inside the area, if no earlier note is in the way; else at the nearest spot that
 * keeps the gap, of equal ones the upper, then the left. Earlier is: put there before, at one time in reading order.
 * With `height`, the area's default in this layout, a displaced note goes lower than that (and than what stands there)
 * only when no spot is left. A later note never moves an earlier one. A closed group is one paper of a note's size: it
 * stands where the first of its notes would, under that one's id.
 */
export function shownPlaces(notes: readonly Placed[], width: number, height = Number.POSITIVE_INFINITY): ShownPlaces {
  const standing = openStanding(rightmost(width))
  const shown = new Map<string, ShownPlace>()
  let end = lowestEnd(height)
  let rows = 0
  const closed = new Set<string>()
  for (const { id, place, tall: isLong, closedIn } of [...notes].sort(byArrival)) {
    if (closedIn !== undefined && closed.has(closedIn)) continue
    if (closedIn !== undefined) closed.add(closedIn)
    const tall = closedIn === undefined ? isLong : undefined
    const size = sizeOf({ tall })
    const deepest = TITLE_ROW + STEP.y * Math.max(DEEPEST, rows)
    const wish = { x: clamp(place[1], PADDING, rightmost(width)), y: clamp(place[2], TITLE_ROW, deepest) }
    const floor = Math.max(TITLE_ROW, end - size.height)
    // As many rows more as it needs are always enough: nothing stands below the end.
    const spot = standing.isFree(wish, size)
      ? wish
      : (standing.nearest(wish, size, floor) ?? standing.nearest(wish, size, end + GAP) ?? wish)
    standing.add(spot, size)
    end = Math.max(end, spot.y + size.height)
    rows += tall ? 2 : 1
    shown.set(id, spotOf(spot, tall))
  }
  return shown
}

/** How many rows an area of this default height has to grow by, to hold what it shows. */
export function grownRows(shown: ShownPlaces, height: number): number {
  let end = 0
  for (const place of shown.values()) end = Math.max(end, place.y + sizeOf(place).height)
  return Math.max(0, Math.ceil((end - lowestEnd(height)) / STEP.y))
}

/** Gives the slots of the grid that nothing shown covers, one after the other in reading order, from a place on, without end; a tall note takes two. */
export function freeSlots(shown: ShownPlaces, width: number, from?: Point): (tall?: boolean) => Point {
  const columns = columnsOf(width)
  const taken = slotsUnder(shown, columns)
  let index = from ? slotAt(from, columns) : 0
  return (tall = false) => {
    while (taken.has(index) || (tall && taken.has(index + columns))) index++
    if (tall) taken.add(index + columns)
    return slot(index++, columns)
  }
}

const slotAt = ({ x, y }: Point, columns: number): number =>
  columns * Math.max(0, Math.floor((y - TITLE_ROW) / STEP.y)) +
  clamp(Math.floor((x - PADDING) / STEP.x), 0, columns - 1)

function slotsUnder(shown: ShownPlaces, columns: number): Set<number> {
  const taken = new Set<number>()
  for (const place of shown.values()) {
    const column = (place.x - PADDING) / STEP.x
    const row = (place.y - TITLE_ROW) / STEP.y
    const last = row + (place.tall ? 1 : 0)
    for (let r = Math.floor(row); r <= Math.ceil(last); r++)
      for (const c of [Math.floor(column), Math.ceil(column)])
        if (c >= 0 && c < columns && r >= 0 && covers(place, sizeOf(place), slot(r * columns + c, columns), NOTE))
          taken.add(r * columns + c)
  }
  return taken
}

/** Where a single new note goes. */
export const firstFreePlace = (shown: ShownPlaces, width: number, tall = false): Point => freeSlots(shown, width)(tall)

/** The notes in reading order, each in the next slot that is free of what stays: what Tidy writes. */
export function tidyPlaces(notes: readonly Placed[], width: number, stays: ShownPlaces = new Map()): ShownPlaces {
  const next = freeSlots(stays, width)
  return new Map([...notes].sort(byWish).map(({ id, tall }) => [id, spotOf(next(tall), tall)]))
}

const covers = (a: Point, { width, height }: Size, b: Point, other: Size): boolean =>
  a.x < b.x + other.width && b.x < a.x + width && a.y < b.y + other.height && b.y < a.y + height

interface Standing {
  add(spot: Point, size: Size): void
  isFree(spot: Point, size: Size): boolean
  /** The spot nearest to `from` that keeps the gap and does not begin below `floor`. */
  nearest(from: Point, size: Size, floor: number): Point | undefined
}

interface Stood {
  readonly x: number
  readonly y: number
  readonly end: number
}

/**
 * What stands in an area so far. A nearest spot lies level with `from`, or just above or below a note, so those levels
 * are kept, sorted, for notes of either height; one that is full from side to side stays so and is dropped. Notes are
 * kept in bands of a row's height, so that a question looks at a few neighbours only. No roots or powers: all machines
 * must agree.
 */
function openStanding(right: number): Standing {
  const { x: stepX, y: stepY } = STEP
  const bands: (Stood[] | undefined)[] = []
  const levelsOf = new Map<Size, number[]>([
    [NOTE, []],
    [TALL_NOTE, []],
  ])

  /** The notes that come nearer than the gap to a note between `y` and `end`, into an array that is used again and again: this is the inner loop. */
  const beside: Stood[] = []
  const gather = (y: number, end: number): void => {
    beside.length = 0
    const last = Math.floor((end + GAP) / stepY)
    for (let each = Math.max(0, Math.floor((y - GAP - TALL_NOTE.height) / stepY)); each <= last; each++) {
      const notes = bands[each]
      if (notes) for (const note of notes) if (y < note.end + GAP && end + GAP > note.y) beside.push(note)
    }
  }
  const keepsGap = (x: number): boolean => {
    for (const note of beside) if (x > note.x - stepX && x < note.x + stepX) return false
    return x >= PADDING && x <= right
  }
  /** The x nearest to `x` at which a note on this level keeps the gap, of equal ones the left. */
  const freeX = (x: number, y: number, end: number): number | undefined => {
    gather(y, end)
    if (keepsGap(x)) return x
    let best: number | undefined
    let bestFar = Number.POSITIVE_INFINITY
    const look = (edge: number) => {
      const far = Math.abs(edge - x)
      if (far > bestFar || (far === bestFar && best !== undefined && edge >= best) || !keepsGap(edge)) return
      best = edge
      bestFar = far
    }
    for (const note of beside) {
      look(note.x - stepX)
      look(note.x + stepX)
    }
    return best
  }

  return {
    add(spot, { height }) {
      const band = Math.floor(spot.y / stepY)
      const stood = { x: spot.x, y: spot.y, end: spot.y + height }
      const notes = bands[band]
      if (notes) notes.push(stood)
      else bands[band] = [stood]
      for (const [size, levels] of levelsOf)
        for (const level of [spot.y - GAP - size.height, stood.end + GAP]) if (level >= TITLE_ROW) insert(levels, level)
    },
    isFree(spot, size) {
      const end = spot.y + size.height
      gather(spot.y, end)
      return !beside.some(
        each => each.x < spot.x + size.width && spot.x < each.x + size.width && each.y < end && spot.y < each.end,
      )
    },
    nearest(from, size, floor) {
      const levels = levelsOf.get(size) ?? []
      let best: Point | undefined
      let bestSquare = Number.POSITIVE_INFINITY
      /** False when the level is full. */
      const look = (y: number): boolean => {
        const x = freeX(from.x, y, y + size.height)
        if (x === undefined) return false
        const square = squared(x - from.x) + squared(y - from.y)
        if (square < bestSquare || (square === bestSquare && best && y < best.y)) {
          best = { x, y }
          bestSquare = square
        }
        return true
      }
      const reaches = (y: number | undefined): y is number => y !== undefined && squared(y - from.y) <= bestSquare
      look(Math.min(from.y, floor))
      const start = indexIn(levels, from.y)
      let removed = 0
      for (let i = start - 1, y = levels[i]; reaches(y); y = levels[--i])
        if (y <= floor && !look(y)) removed += levels.splice(i, 1).length
      for (let i = start - removed, y = levels[i]; reaches(y) && y <= floor; y = levels[i])
        if (look(y)) i++
        else levels.splice(i, 1)
      return best
    },
  }
}

const squared = (value: number): number => value * value

/** The first index whose number is not below `value`. */
function indexIn(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

function insert(sorted: number[], value: number): void {
  const index = indexIn(sorted, value)
  if (sorted[index] !== value) sorted.splice(index, 0, value)
}

export interface Arrangement extends LayoutRects {
  /** Where each note stands, in board units. Notes of the closed parking lot and of closed groups are not among them. */
  readonly notes: ReadonlyMap<string, Rect>
  /** Where each closed group stands. */
  readonly groups: ReadonlyMap<string, Rect>
}

/** The whole canvas in a layout: how far areas grow for their notes, where they then lie, and every note in board units. */
export function arrange(
  layout: Layout,
  notes: readonly Placeable[],
  {
    parking = 'closed',
    groups = [],
  }: { readonly parking?: 'open' | 'closed'; readonly groups?: readonly Group[] } = {},
): Arrangement {
  const byArea = new Map<Area, Placed[]>(AREAS.map(area => [area, []]))
  const groupsById = new Map(groups.map(group => [group.id, group]))
  for (const note of notes) byArea.get(note.place[0])?.push(placedOf(note, groupsById))
  const show = (area: Area, height: number) => shownPlaces(byArea.get(area) ?? [], areaWidth(layout, area), height)

  const shown = new Map<Area, ShownPlaces>(BLOCK_IDS.map(id => [id, show(id, areaHeight(layout, id))]))
  const grown: Partial<Record<Area, number>> = {}
  for (const [area, places] of shown) grown[area] = grownRows(places, areaHeight(layout, area))
  if (parking === 'open') {
    const places = show('parking', layoutRects(layout, grown).sheet.height)
    shown.set('parking', places)
    grown.parking = grownRows(places, areaHeight(layout, 'parking'))
  }

  const rects = layoutRects(layout, grown, { parking })
  const noteRects = new Map<string, Rect>()
  const groupRects = new Map<string, Rect>()
  for (const [area, places] of shown) {
    const { x, y } = rects.areas[area]
    const closedOf = new Map(byArea.get(area)?.map(({ id, closedIn }) => [id, closedIn]))
    for (const [id, spot] of places) {
      const rect = { x: x + spot.x, y: y + spot.y, ...sizeOf(spot) }
      const closedIn = closedOf.get(id)
      if (closedIn === undefined) noteRects.set(id, rect)
      else groupRects.set(closedIn, rect)
    }
  }
  return { ...rects, notes: noteRects, groups: groupRects }
}
