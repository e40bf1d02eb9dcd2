/** Arithmetic of curves, in board units: points on them, their middle, their ends, and how far another point is. Painted by the scene, met by the hit test. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { clamp, distance } from '../../shared/base/geometry.ts'
import type { Cubic, Curve } from './editor.ts'

/** Points at which a curve is looked at, and each cubic of one that turns often. */
const SAMPLES = 24
const TURN_SAMPLES = 6

/** The point at `t` (0 the start, 1 the tip); of several cubics each has the same part of it. */
export function pointOn(curve: Curve, t: number): Point {
  const at = t * curve.length
  const i = Math.min(curve.length - 1, Math.floor(at))
  return pointOnCubic(curve[i] ?? curve[0], at - i)
}

function pointOnCubic([start, leave, arrive, tip]: Cubic, t: number): Point {
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

export const startOf = (curve: Curve): Point => curve[0][0]
export const tipOf = (curve: Curve): Point => lastOf(curve)[3]

const lastOf = (curve: Curve): Cubic => curve.at(-1) ?? curve[0]

/** Where half of its length is behind. */
export function middleOf(curve: Curve): Point {
  const count = SAMPLES * curve.length
  const points = Array.from({ length: count + 1 }, (_, i) => pointOn(curve, i / count))
  const lengths = points.map((point, i) => distance(points[i - 1] ?? point, point))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  return points.find((_, i) => (left -= lengths[i] ?? 0) <= 0) ?? tipOf(curve)
}

/** Which way the head points, as a vector of length one. */
export function headingOf(curve: Curve): Point {
  const [, , arrive, tip] = lastOf(curve)
  const length = distance(arrive, tip) || 1
  return { x: (tip.x - arrive.x) / length, y: (tip.y - arrive.y) / length }
}

/** A rectangle that holds the whole line. */
export function boundsOf(curve: Curve): Rect {
  const points = curve.flat()
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** How far a point is from the curve, in board units, to within two units. */
export function distanceTo(curve: Curve, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY
  let a = startOf(curve)
  const pieces = curve.length === 1 ? SAMPLES : curve.length * TURN_SAMPLES
  for (let i = 1; i <= pieces; i++) {
    const b = pointOn(curve, i / pieces)
    const length = distance(a, b)
    const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / (length * length)
    const t = clamp(along, 0, 1)
    nearest = Math.min(nearest, distance(point, { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }))
    a = b
  }
  return nearest
}
