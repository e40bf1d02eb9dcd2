/** Paints what lies around notes: rings, link handles, and flags with names. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { HANDLE, RING } from '../../editor/anatomy.ts'
import { inPixels, thick } from '../lens.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { measureOf, setType } from './brush.ts'

/** How far the middle of a ring is from its note, in units. */
const RING_MIDDLE = RING.off + RING.width / 2
/** A second ring stands outside the first. */
const RING_STEP = RING.width + RING.off
const RING_LEAST = 2

/** A ring around a note; `place` 0 is next to it. */
export function paintRing(
  { context, lens }: Brush,
  { x, y, width: wide, height }: Rect,
  color: string,
  place = 0,
): void {
  inPixels(context)
  const width = thick(lens, RING.width, RING_LEAST)
  const off = (RING.off + place * RING_STEP) * lens.scale + width / 2
  context.strokeStyle = color
  context.lineWidth = width
  context.beginPath()
  context.roundRect(
    Math.round(x * lens.scale) + lens.dx - off,
    Math.round(y * lens.scale) + lens.dy - off,
    Math.round(wide * lens.scale) + 2 * off,
    Math.round(height * lens.scale) + 2 * off,
    4 * lens.scale,
  )
  context.stroke()
}

/** Where links are drawn from: the middles of the ring's sides. */
export function paintHandles({ context, lens, theme }: Brush, { x, y, width, height }: Rect): void {
  inPixels(context)
  const middles = [
    [x - RING_MIDDLE, y + height / 2],
    [x + width + RING_MIDDLE, y + height / 2],
    [x + width / 2, y - RING_MIDDLE],
    [x + width / 2, y + height + RING_MIDDLE],
  ] as const
  const stroke = thick(lens, 2, 1.5)
  const radius = thick(lens, HANDLE, 8) / 2 - stroke / 2
  context.fillStyle = theme.sheet
  context.strokeStyle = theme.ink
  context.lineWidth = stroke
  for (const [cx, cy] of middles) {
    context.beginPath()
    context.arc(cx * lens.scale + lens.dx, cy * lens.scale + lens.dy, radius, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}

export const FLAG = { height: 18, size: 12, padding: 7, radius: 3 } as const

/** How wide a flag is, in CSS pixels. */
const flagWidth = (brush: Brush, name: string): number =>
  Math.ceil(measureOf(brush, CUTS.strong)(name) * FLAG.size + 2 * FLAG.padding)

/** A name on a person's ink. `at` is the upper left corner in device pixels; a standing flag is square below. */
export function paintFlag(brush: Brush, name: string, color: string, at: Point, { standing = false } = {}): void {
  if (!brush.ruler.isReady) return
  const { context, lens, theme } = brush
  const { ratio } = lens
  context.setTransform(ratio, 0, 0, ratio, Math.round(at.x), Math.round(at.y))
  context.fillStyle = color
  context.beginPath()
  const corners = standing ? [FLAG.radius, FLAG.radius, 0, 0] : FLAG.radius
  context.roundRect(0, 0, flagWidth(brush, name), FLAG.height, corners)
  context.fill()
  setType(brush, CUTS.strong, FLAG.size)
  context.textAlign = 'left'
  context.direction = 'ltr'
  context.fillStyle = theme.sheet
  context.fillText(name, FLAG.padding, FLAG.height / 2 + 0.36 * FLAG.size)
  inPixels(context)
}

/** A flag that stands on the upper left of a note's ring. Answers how wide it is in device pixels, for the next one. */
export function paintRingFlag(brush: Brush, note: Point, name: string, color: string, after: number): number {
  const { lens } = brush
  const ring = RING.off * lens.scale + thick(lens, RING.width, RING_LEAST)
  const at = {
    x: Math.round(note.x * lens.scale) + lens.dx - ring + after,
    y: Math.round(note.y * lens.scale) + lens.dy - ring - FLAG.height * lens.ratio,
  }
  paintFlag(brush, name, color, at, { standing: true })
  return after + (flagWidth(brush, name) + 2) * lens.ratio
}
