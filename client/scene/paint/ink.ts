/** Paints what was drawn by hand: above the rules, beneath links and notes; highlighters beneath pens. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { movedBy } from '../../../shared/base/geometry.ts'
import type { Stroke } from '../../../shared/canvas/records.ts'
import type { SeenStroke } from '../../editor/board.ts'
import type { Shown } from '../../editor/editor.ts'
import { HIGHLIGHT, strokeColor } from '../../editor/ink.ts'
import { outlineOf, widthOf } from '../../editor/strokes.ts'
import { deviceX, deviceY, inPixels } from '../lens.ts'
import type { Outline } from '../outlines.ts'
import type { Theme } from '../theme.ts'
import { mixed, withAlpha } from '../theme.ts'
import type { Brush } from './brush.ts'

export interface StrokeLook {
  readonly stroke: Stroke
  /** Where its anchor stands. */
  readonly at: Point
  readonly outline: Outline
  readonly look: 'plain' | 'pale' | 'drained'
}

/** How much of a stroke is left to see while it is being erased. */
const PALE = 0.25

export function paintInk(brush: Brush, strokes: readonly StrokeLook[], shown: Shown): void {
  if (strokes.length === 0) return
  const { context, lens, theme } = brush
  const [parked, sheeted] = [strokes.filter(isParked), strokes.filter(each => !isParked(each))]
  for (const [group, rect] of [
    [sheeted, shown.sheet],
    [parked, shown.areaRect('parking')],
  ] as const) {
    // One clip for all of them, and only where one would run over the edge: the desk stays clean.
    const isClipped = group.some(({ outline, at }) => !covers(rect, movedBy(outline.bounds, at)))
    if (isClipped) clipTo(brush, rect)
    for (const highlights of [true, false])
      for (const { stroke, at, outline, look } of group) {
        if ((stroke.kind === 'highlighter') !== highlights) continue
        context.setTransform(lens.scale, 0, 0, lens.scale, at.x * lens.scale + lens.dx, at.y * lens.scale + lens.dy)
        context.fillStyle = colorOf(theme, stroke, look)
        context.fill(outline.path)
      }
    if (isClipped) context.restore()
  }
}

const isParked = ({ stroke }: StrokeLook): boolean => stroke.anchor[0] === 'parking'

const covers = (rect: Rect, { x, y, width, height }: Rect): boolean =>
  x >= rect.x && y >= rect.y && x + width <= rect.x + rect.width && y + height <= rect.y + rect.height

function clipTo({ context, lens }: Brush, { x, y, width, height }: Rect): void {
  const [left, top] = [deviceX(lens, x), deviceY(lens, y)]
  inPixels(context)
  context.save()
  context.beginPath()
  context.rect(left, top, deviceX(lens, x + width) - left, deviceY(lens, y + height) - top)
  context.clip()
}

function colorOf(theme: Theme, { color, kind }: Pick<Stroke, 'color' | 'kind'>, look: StrokeLook['look']): string {
  if (look === 'drained') return kind === 'highlighter' ? withAlpha(theme.line, HIGHLIGHT) : theme.line
  const name = strokeColor(color)
  const ink = name === 'ink' ? theme.ink : theme.inks[name]
  if (look === 'pale') return mixed(theme.sheet, ink, PALE)
  return kind === 'highlighter' ? withAlpha(ink, HIGHLIGHT) : ink
}

/** The stroke under my pen. */
export function paintStrokeInHand({ context, lens, theme }: Brush, stroke: Omit<Stroke, 'id'>, at?: Point): void {
  if (!at) return
  context.setTransform(lens.scale, 0, 0, lens.scale, at.x * lens.scale + lens.dx, at.y * lens.scale + lens.dy)
  context.fillStyle = colorOf(theme, stroke, 'plain')
  context.fill(new Path2D(outlineOf(stroke)))
}

/** The end of a stroke that somebody else is drawing: a plain line. */
export function paintTail({ context, lens, theme }: Brush, stroke: SeenStroke, at: Point): void {
  const { tail } = stroke
  context.setTransform(lens.scale, 0, 0, lens.scale, at.x * lens.scale + lens.dx, at.y * lens.scale + lens.dy)
  context.strokeStyle = colorOf(theme, stroke, 'plain')
  context.lineWidth = widthOf(stroke)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  for (let i = 0; i + 1 < tail.length; i += 2) context.lineTo(tail[i] ?? 0, tail[i + 1] ?? 0)
  context.stroke()
  context.lineCap = 'butt'
  context.lineJoin = 'miter'
}
