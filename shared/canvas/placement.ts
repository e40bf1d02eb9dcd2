/**
 * Where notes are shown: the one pure function from wishes to places, so that all screens agree and nothing overlaps
 * (`DESIGN.md` §3). Points are upper left corners in the area's own coordinates; `arrange` answers in board units.
 */
import type { Point, Rect } from '../base/geometry.ts'
import { clamp } from '../base/geometry.ts'
import type { Area } from './blocks.ts'
import { AREAS, BLOCK_IDS } from './blocks.ts'
import type { Layout, LayoutRects } from './layouts.ts'
import { areaHeight, areaWidth, GAP, layoutRects, NOTE, PADDING, STEP, TITLE_ROW } from './layouts.ts'
import type { Place } from './records.ts'

export interface Placed {
  readonly id: string
  readonly place: Place
}

export type ShownPlaces = ReadonlyMap<string, Point>

/** A wish may be this many rows down, or as many as notes stand there already: a mad one cannot make a mile of paper. */
const DEEPEST = 24

/** Notes of one moment (an import, a drop of many) go in reading order, so that they keep their arrangement. */
const byArrival = (a: Placed, b: Placed): number => a.place[3] - b.place[3] || byWish(a, b)

const byWish = (a: Placed, b: Placed): number =>
  a.place[2] - b.place[2] || a.place[1] - b.place[1] || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const columnsOf = (width: number): number => Math.max(1, Math.floor((width - 2 * PADDING + GAP) / STEP.x))

const rightmost = (width: number): number => Math.max(PADDING, width - PADDING - NOTE.width)

/** The lowest place in an area of this height. */
const lowest = (height: number): number => Math.max(TITLE_ROW, height - PADDING - NOTE.height)

const slot = (index: number, columns: number): Point => ({
  x: PADDING + STEP.x * (index % columns),
  y: TITLE_ROW + STEP.y * Math.floor(index / columns),
})

/** The n-th slot (from 0) of an area's grid, in reading order: where imported notes go. */
export const gridPlace = (index: number, width: number): Point => slot(index, columnsOf(width))

/** The nearest place at which a note dropped here would stand clear of the area's edges. */
export const wishInside = (
  point: Point,
  { width, height }: { readonly width: number; readonly height: number },
): Point => ({
  x: clamp(point.x, PADDING, rightmost(width)),
  y: clamp(point.y, TITLE_ROW, lowest(height)),
})

/**
 * Shows each note at its wish, brought inside the area, if no earlier note is in the way; else at the nearest spot that
 * keeps the gap, of equal ones the upper, then the left. Earlier is: put there before, at one time in reading order.
 * With `height`, the area's default in this layout, a displaced note goes lower than that (and than what stands there)
 * only when no spot is left. A later note never moves an earlier one.
 */
export function shownPlaces(notes: readonly Placed[], width: number, height = Number.POSITIVE_INFINITY): ShownPlaces {
  const standing = openStanding(rightmost(width))
  const shown = new Map<string, Point>()
  let floor = lowest(height)
  for (const { id, place } of [...notes].sort(byArrival)) {
    const deepest = TITLE_ROW + STEP.y * Math.max(DEEPEST, shown.size)
    const wish = { x: clamp(place[1], PADDING, rightmost(width)), y: clamp(place[2], TITLE_ROW, deepest) }
    // One more row is always enough: nothing stands below the floor.
    const spot = standing.isFree(wish)
      ? wish
      : (standing.nearest(wish, floor) ?? standing.nearest(wish, floor + STEP.y) ?? wish)
    standing.add(spot)
    floor = Math.max(floor, spot.y)
    shown.set(id, spot)
  }
  return shown
}

/** How many rows an area of this default height has to grow by, to hold what it shows. */
export function grownRows(shown: ShownPlaces, height: number): number {
  let low = 0
  for (const { y } of shown.values()) low = Math.max(low, y)
  return Math.max(0, Math.ceil((low - lowest(height)) / STEP.y))
}

/** The slots of the grid that nothing shown covers, in reading order, without end: where new notes go. */
export function* freePlaces(shown: ShownPlaces, width: number): Generator<Point, never> {
  const columns = columnsOf(width)
  const taken = new Set<number>()
  for (const { x, y } of shown.values()) {
    const column = (x - PADDING) / STEP.x
    const row = (y - TITLE_ROW) / STEP.y
    for (const r of [Math.floor(row), Math.ceil(row)])
      for (const c of [Math.floor(column), Math.ceil(column)])
        if (c >= 0 && c < columns && r >= 0 && covers({ x, y }, slot(r * columns + c, columns)))
          taken.add(r * columns + c)
  }
  for (let index = 0; ; index++) if (!taken.has(index)) yield slot(index, columns)
}

/** Where a single new note goes. */
export const firstFreePlace = (shown: ShownPlaces, width: number): Point => freePlaces(shown, width).next().value

/** The notes in reading order, one a slot: what Tidy writes. */
export function tidyPlaces(notes: readonly Placed[], width: number): ShownPlaces {
  const columns = columnsOf(width)
  return new Map([...notes].sort(byWish).map((note, index) => [note.id, slot(index, columns)]))
}

const covers = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < NOTE.width && Math.abs(a.y - b.y) < NOTE.height

interface Standing {
  add(spot: Point): void
  isFree(spot: Point): boolean
  /** The spot nearest to `from` that keeps the gap and is not below `floor`. */
  nearest(from: Point, floor: number): Point | undefined
}

/**
 * What stands in an area so far. A nearest spot lies level with `from`, or one step above or below a note, so those
 * levels are kept, sorted; one that is full from side to side stays so and is dropped. Notes are kept in bands of a
 * row's height, so that a question looks at a few neighbours only. No roots or powers: all machines must agree.
 */
function openStanding(right: number): Standing {
  const { x: stepX, y: stepY } = STEP
  const bands: (Point[] | undefined)[] = []
  const levels: number[] = []

  /** The notes less than a step above or below, into an array that is used again and again: this is the inner loop. */
  const beside: Point[] = []
  const gather = (y: number): void => {
    beside.length = 0
    const band = Math.floor(y / stepY)
    for (let each = Math.max(0, band - 1); each <= band + 1; each++) {
      const notes = bands[each]
      if (notes) for (const note of notes) if (y > note.y - stepY && y < note.y + stepY) beside.push(note)
    }
  }
  const keepsGap = (x: number): boolean => {
    for (const note of beside) if (x > note.x - stepX && x < note.x + stepX) return false
    return x >= PADDING && x <= right
  }
  /** The x nearest to `x` at which a note on this level keeps the gap, of equal ones the left. */
  const freeX = (x: number, y: number): number | undefined => {
    gather(y)
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
    add(spot) {
      const band = Math.floor(spot.y / stepY)
      const notes = bands[band]
      if (notes) notes.push(spot)
      else bands[band] = [spot]
      for (const level of [spot.y - stepY, spot.y + stepY]) if (level >= TITLE_ROW) insert(levels, level)
    },
    isFree(spot) {
      gather(spot.y)
      return !beside.some(each => covers(each, spot))
    },
    nearest(from, floor) {
      let best: Point | undefined
      let bestSquare = Number.POSITIVE_INFINITY
      /** False when the level is full. */
      const look = (y: number): boolean => {
        const x = freeX(from.x, y)
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
  /** Where each note stands, in board units. Notes of the closed parking lot are not among them. */
  readonly notes: ReadonlyMap<string, Rect>
}

/** The whole canvas in a layout: how far areas grow for their notes, where they then lie, and every note in board units. */
export function arrange(
  layout: Layout,
  notes: readonly Placed[],
  { parking = 'closed' }: { readonly parking?: 'open' | 'closed' } = {},
): Arrangement {
  const byArea = new Map<Area, Placed[]>(AREAS.map(area => [area, []]))
  for (const note of notes) byArea.get(note.place[0])?.push(note)
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
  const rectOf = new Map<string, Rect>()
  for (const [area, places] of shown) {
    const { x, y } = rects.areas[area]
    for (const [id, spot] of places) rectOf.set(id, { x: x + spot.x, y: y + spot.y, ...NOTE })
  }
  return { ...rects, notes: rectOf }
}
