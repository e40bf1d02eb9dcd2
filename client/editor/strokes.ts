/** Strokes as lines and as outlines, in the coordinates of their anchor. Board, picture and eraser all ask here. */
import { getStroke } from 'perfect-freehand'
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { clamp, contains, distance } from '../../shared/base/geometry.ts'
import type { Stroke } from '../../shared/canvas/records.ts'

/** Where the pen was, and how hard it was pressed: 0 to 1. */
export interface InkPoint extends Point {
  readonly pressure: number
}

export type Line = Pick<Stroke, 'points' | 'width' | 'kind'>

/** What a mouse presses with, and every stroke that does not say. */
export const EVEN = 0.5
const WIDEST = 200

export const widthOf = ({ width }: Pick<Stroke, 'width'>): number => clamp(width, 0.5, WIDEST)

export function inkPoints({ points, kind }: Line): readonly InkPoint[] {
  const step = kind ? 3 : 2
  return Array.from({ length: Math.floor(points.length / step) }, (_, i) => {
    const at = i * step
    const percent = kind ? points[at + 2] : undefined
    return { x: points[at] ?? 0, y: points[at + 1] ?? 0, pressure: clamp((percent ?? 100 * EVEN) / 100, 0, 1) }
  })
}

/** Quarters of a unit are exact in few bytes, and less than anyone sees. */
const quarter = (value: number): number => Math.round(value * 4) / 4

/** The twin, as it is stored. */
export const storedPoints = (points: readonly InkPoint[]): readonly number[] =>
  points.flatMap(({ x, y, pressure }) => [quarter(x), quarter(y), Math.round(pressure * 100)])

/** A change of pressure from none to all weighs as much as so many units aside. */
const PRESSURE_WEIGHS = 8

/** Fewer points that lie nowhere farther than `tolerance` from the line (Ramer, Douglas and Peucker, without recursion). */
export function simplified(points: readonly InkPoint[], tolerance: number): readonly InkPoint[] {
  if (points.length < 3) return points
  const keeps = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const far = farthest(points, from, to)
    if (far.off <= tolerance) continue
    keeps.add(far.index)
    open.push([from, far.index], [far.index, to])
  }
  return points.filter((_, i) => keeps.has(i))
}

function farthest(points: readonly InkPoint[], from: number, to: number): { index: number; off: number } {
  const [start, end] = [points[from], points[to]]
  let index = from
  let off = 0
  for (let i = from + 1; i < to; i++) {
    const point = points[i]
    if (!point || !start || !end) continue
    const away = distanceToSpan(point, start, end)
    if (away > off) [index, off] = [i, away]
  }
  return { index, off }
}

/** How far a point is from what lies between two others; pressure counts as a third direction. */
function distanceToSpan(point: InkPoint, start: InkPoint, end: InkPoint): number {
  const [dx, dy, dp] = [end.x - start.x, end.y - start.y, (end.pressure - start.pressure) * PRESSURE_WEIGHS]
  const [px, py, pp] = [point.x - start.x, point.y - start.y, (point.pressure - start.pressure) * PRESSURE_WEIGHS]
  const length = dx * dx + dy * dy + dp * dp
  const along = length === 0 ? 0 : clamp((px * dx + py * dy + pp * dp) / length, 0, 1)
  return Math.hypot(px - along * dx, py - along * dy, pp - along * dp)
}

/** What is stored is simplified; an outline that bends only at its points would round off the corners. */
const LONGEST_SPAN = 6

function dense(points: readonly InkPoint[]): [number, number, number][] {
  const all: [number, number, number][] = []
  for (const [i, point] of points.entries()) {
    const before = points[i - 1]
    const steps = before ? Math.min(1_000, Math.ceil(distance(before, point) / LONGEST_SPAN)) : 0
    for (let step = 1; before && step < steps; step++) {
      const part = step / steps
      const mix = (a: number, b: number) => a + (b - a) * part
      all.push([mix(before.x, point.x), mix(before.y, point.y), mix(before.pressure, point.pressure)])
    }
    all.push([point.x, point.y, point.pressure])
  }
  return all
}

/** How much a pen's width follows its pressure. A highlighter's does not. */
const THINNING = 0.6

/** The outline of a stroke as the data of a path, to be filled. Smoothed: each corner is a control point between two middles. */
export function outlineOf(line: Line): string {
  const outline = getStroke(dense(inkPoints(line)), {
    size: widthOf(line),
    thinning: line.kind === 'pen' ? THINNING : 0,
    smoothing: 0.5,
    streamline: 0,
    simulatePressure: false,
    last: true,
  })
  const at = (i: number): readonly [number, number] => outline[i % outline.length] ?? [0, 0]
  const short = (value: number): number => Math.round(value * 100) / 100
  const middle = (i: number): string => {
    const [[ax, ay], [bx, by]] = [at(i), at(i + 1)]
    return `${short((ax + bx) / 2)} ${short((ay + by) / 2)}`
  }
  if (outline.length === 0) return ''
  const bends = outline.map(([x, y], i) => `Q${short(x)} ${short(y)} ${middle(i)}`)
  return `M${middle(outline.length - 1)}${bends.join('')}Z`
}

/** What a stroke covers, from its anchor. */
export function boundsOf(line: Line): Rect {
  const reach = widthOf(line)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of inkPoints(line)) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  if (right < left) return { x: 0, y: 0, width: 0, height: 0 }
  return { x: left - reach, y: top - reach, width: right - left + 2 * reach, height: bottom - top + 2 * reach }
}

/** Is a stroke within `near` of the way from one point to another? All from its anchor. */
export function isCrossed(line: Line, from: Point, to: Point, near: number): boolean {
  const reach = near + widthOf(line) / 2
  const { x, y, width, height } = boundsOf(line)
  const around = { x: x - near, y: y - near, width: width + 2 * near, height: height + 2 * near }
  const way = between(from, to, reach)
  if (!way.some(point => contains(around, point))) return false
  const points = inkPoints(line)
  const flat = (point: Point): InkPoint => ({ x: point.x, y: point.y, pressure: 0 })
  return way.some(point =>
    points.some((end, i) => distanceToSpan(flat(point), flat(points[i - 1] ?? end), flat(end)) <= reach),
  )
}

/** Points on the way no farther apart than `step`. */
function between(from: Point, to: Point, step: number): readonly Point[] {
  const steps = Math.max(1, Math.min(500, Math.ceil(distance(from, to) / Math.max(1, step))))
  return Array.from({ length: steps + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / steps,
    y: from.y + ((to.y - from.y) * i) / steps,
  }))
}

/**
 * Where a stroke's anchor stands in an area of this size: inside of it, like a note that was put there in another
 * layout, where the area was larger.
 */
export const anchorInside = ([, x, y]: Stroke['anchor'], { width, height }: Rect): Point => ({
  x: clamp(x, 0, width),
  y: clamp(y, 0, height),
})
