/** The notes of one area as they stand: found by id, by point and by rectangle. Points are the area's own coordinates. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { contains, overlaps } from '../../shared/base/geometry.ts'
import { PADDING, STEP } from '../../shared/canvas/layouts.ts'
import type { Placed, ShownPlaces } from '../../shared/canvas/placement.ts'
import { shownPlaces, sizeOf } from '../../shared/canvas/placement.ts'

export interface Standing {
  readonly places: ShownPlaces
  /** Ids in reading order of what is shown: y, x, id. */
  readonly order: readonly string[]
  noteAt(point: Point): string | undefined
  notesWithin(rect: Rect): readonly string[]
}

const cellOf = (column: number, row: number): number => row * 4_096 + column
const columnAt = (x: number): number => Math.floor(x / STEP.x)
const rowAt = (y: number): number => Math.floor(y / STEP.y)

/** Each note lies in the few cells that it touches, so a point is asked of one cell. */
export function stand(places: ShownPlaces): Standing {
  const cells = new Map<number, string[]>()
  let lowest = 0
  for (const [id, place] of places) {
    const { x, y } = place
    const { width, height } = sizeOf(place)
    lowest = Math.max(lowest, y + height)
    for (let row = rowAt(y); row <= rowAt(Math.ceil(y + height) - 1); row++)
      for (let column = columnAt(x); column <= columnAt(Math.ceil(x + width) - 1); column++) {
        const cell = cells.get(cellOf(column, row))
        if (cell) cell.push(id)
        else cells.set(cellOf(column, row), [id])
      }
  }
  const rectOf = (id: string): Rect | undefined => {
    const at = places.get(id)
    return at && { x: at.x, y: at.y, ...sizeOf(at) }
  }
  let order: readonly string[] | undefined

  return {
    places,
    get order() {
      return (order ??= inReadingOrder(places))
    },
    noteAt: point =>
      cells.get(cellOf(columnAt(point.x), rowAt(point.y)))?.find(id => {
        const rect = rectOf(id)
        return rect && contains(rect, point)
      }),
    notesWithin: rect => {
      const found = new Set<string>()
      const bottom = Math.min(rect.y + rect.height, lowest)
      for (let row = rowAt(Math.max(0, rect.y)); row <= rowAt(bottom); row++)
        for (let column = columnAt(Math.max(0, rect.x)); column <= columnAt(rect.x + rect.width); column++)
          for (const id of cells.get(cellOf(column, row)) ?? []) {
            const each = rectOf(id)
            if (each && overlaps(each, rect)) found.add(id)
          }
      return [...found]
    },
  }
}

const inReadingOrder = (places: ShownPlaces): readonly string[] =>
  [...places].sort(([a, p], [b, q]) => p.y - q.y || p.x - q.x || (a < b ? -1 : 1)).map(([id]) => id)

/** What stood stands where it stood. What is fresh is placed among it as if it came last; what finds no room is left out. */
export function amongFrozen(
  notes: readonly Placed[],
  fresh: ReadonlySet<string>,
  stood: ShownPlaces,
  { width, height }: { readonly width: number; readonly height: number },
): ShownPlaces {
  const lowest = height - PADDING
  const pinned = notes.map(({ id, place, tall, closedIn }): Placed => {
    const grouped = closedIn === undefined ? {} : { closedIn }
    const at = fresh.has(id) ? undefined : stood.get(id)
    // Who stood keeps its height as well.
    if (at) return { id, place: [place[0], at.x, at.y, 0], ...(at.tall && { tall: true }), ...grouped }
    return { id, place: [place[0], place[1], place[2], Number.MAX_SAFE_INTEGER], ...(tall && { tall }), ...grouped }
  })
  return new Map([...shownPlaces(pinned, width, height)].filter(([, at]) => at.y + sizeOf(at).height <= lowest))
}

/** Adds the ids whose place differs. */
export function addMoved(before: ShownPlaces, after: ShownPlaces, dirty: Set<string>): void {
  for (const [id, at] of after) {
    const was = before.get(id)
    if (was?.x !== at.x || was.y !== at.y || was.tall !== at.tall) dirty.add(id)
  }
  for (const id of before.keys()) if (!after.has(id)) dirty.add(id)
}
