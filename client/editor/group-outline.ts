/** The line round the notes of an open group, and where its name stands on it. Notes that lie apart have a line each. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { overlaps } from '../../shared/base/geometry.ts'

/** How far the line is from the notes: notes a gap apart share one. */
const OFF = 12
/** The name can be grasped so far above and below the line. */
const NAME_REACH = 10

/** Grown so far on every side that neighbours overlap. */
const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - OFF,
  y: y - OFF,
  width: width + 2 * OFF,
  height: height + 2 * OFF,
})

/** Rectangles that stand together, each heap in reading order. */
export function heapsOf(rects: readonly Rect[]): readonly (readonly Rect[])[] {
  const heaps: Rect[][] = []
  for (const rect of [...rects].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const near = heaps.filter(heap => heap.some(other => overlaps(grown(rect), grown(other))))
    const [first] = near
    if (!first) {
      heaps.push([rect])
      continue
    }
    first.push(rect)
    for (const other of near.slice(1)) first.push(...heaps.splice(heaps.indexOf(other), 1).flat())
  }
  return heaps.map(heap => [...heap].sort((a, b) => a.y - b.y || a.x - b.x))
}

/** As large as a name is on the board, and at least on the screen. */
export const NAME_SIZE = { units: 14, leastPx: 11 } as const

/** Seen from so far that names are larger than the room above the notes, they stand below. */
const isFar = (zoom: number): boolean => NAME_SIZE.units * zoom < NAME_SIZE.leastPx

/** Where the name of a heap stands: on the line above its first note, from far on the line below its last row, where no title is. */
export function nameStrip(heap: readonly Rect[], zoom: number): Rect {
  const { x = 0, y = 0, width = 0, height = 0 } = (isFar(zoom) ? lowestOf(heap) : heap[0]) ?? {}
  const line = isFar(zoom) ? y + height + OFF : y - OFF
  return { x, y: line - NAME_REACH, width, height: 2 * NAME_REACH }
}

const lowestOf = ([first, ...rest]: readonly Rect[]): Rect | undefined =>
  rest.reduce((lowest, rect) => (lowest && rect.y + rect.height <= lowest.y + lowest.height ? lowest : rect), first)

export type Edge = readonly [from: Point, to: Point]

/** The outline of a heap, edge by edge: of each grown rectangle what lies within no other. */
export function outlineOf(heap: readonly Rect[]): readonly Edge[] {
  const all = heap.map(grown)
  return all.flatMap((rect, i) => {
    // Of edges that lie on each other only the first is drawn.
    const isWithin = (at: number, [from, to]: Span, other: number) =>
      (from < at && at < to) || (other < i && (from === at || to === at))
    const covers = (at: number, across: (rect: Rect) => Span, along: (rect: Rect) => Span) =>
      all.flatMap((other, n) => (n !== i && isWithin(at, across(other), n) ? [along(other)] : []))
    const level = (y: number) =>
      uncovered(wide(rect), covers(y, high, wide)).map(([from, to]): Edge => [
        { x: from, y },
        { x: to, y },
      ])
    const upright = (x: number) =>
      uncovered(high(rect), covers(x, wide, high)).map(([from, to]): Edge => [
        { x, y: from },
        { x, y: to },
      ])
    return [...wide(rect).flatMap(upright), ...high(rect).flatMap(level)]
  })
}

type Span = readonly [from: number, to: number]

const wide = ({ x, width }: Rect): Span => [x, x + width]
const high = ({ y, height }: Rect): Span => [y, y + height]

/** The parts of a span that no other covers. */
function uncovered(span: Span, covers: readonly Span[]): readonly Span[] {
  let parts: readonly Span[] = [span]
  for (const [start, end] of covers)
    parts = parts.flatMap(([a, b]): Span[] =>
      end <= a || start >= b
        ? [[a, b]]
        : [...(start > a ? [[a, start] as const] : []), ...(end < b ? [[end, b] as const] : [])],
    )
  return parts
}
