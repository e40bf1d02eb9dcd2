/** Paints links: lines beneath the notes, heads above them, and the sentence of the one that is meant. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { overlaps } from '../../../shared/base/geometry.ts'
import type { Note } from '../../../shared/canvas/records.ts'
import type { Curve } from '../../editor/editor.ts'
import { boundsOf, headingOf, middleOf, startOf, tipOf } from '../../editor/curves.ts'
import { inUnits } from '../lens.ts'
import { directionOf } from '../../../shared/base/direction.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { shortened } from '../../editor/text-fit.ts'
import { measureOf, setType } from './brush.ts'

export interface LinkLook {
  readonly curve: Curve
  readonly color: string
  /** A link nobody asked for by name: thinner, paler, with a smaller head. */
  readonly faint: boolean
}

const LINE = { width: 1.8, faint: 1, faintAlpha: 0.55 } as const
/** Head: 14 × 14 u, ¾ of it for faint ones. */
const HEAD = { length: 14, half: 7, faint: 0.75 } as const

const reachOf = ({ faint }: LinkLook): number => HEAD.length * (faint ? HEAD.faint : 1)

/** The end of the line lies well inside the head. */
function lineEnd(link: LinkLook): Point {
  const { x, y } = headingOf(link.curve)
  const back = reachOf(link) * 0.7
  const tip = tipOf(link.curve)
  return { x: tip.x - x * back, y: tip.y - y * back }
}

export function paintLines(brush: Brush, links: readonly LinkLook[]): void {
  const { context, lens } = brush
  inUnits(context, lens)
  for (const link of links) {
    if (!overlaps(grown(boundsOf(link.curve), 8), lens.view)) continue
    trace(context, link.curve, lineEnd(link))
    context.strokeStyle = link.color
    context.lineWidth = (link.faint ? LINE.faint : LINE.width) * lens.px
    context.globalAlpha = link.faint ? LINE.faintAlpha : 1
    context.stroke()
  }
  context.globalAlpha = 1
}

/** Bounds of a straight line have no height. */
const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

function trace(context: CanvasRenderingContext2D, curve: Curve, end: Point): void {
  const { x, y } = startOf(curve)
  context.beginPath()
  context.moveTo(x, y)
  for (const [i, [, leave, arrive, next]] of curve.entries()) {
    const to = i + 1 === curve.length ? end : next
    context.bezierCurveTo(leave.x, leave.y, arrive.x, arrive.y, to.x, to.y)
  }
}

export function paintHeads(brush: Brush, links: readonly LinkLook[]): void {
  const { context, lens } = brush
  inUnits(context, lens)
  for (const link of links) {
    const { x, y } = headingOf(link.curve)
    const tip = tipOf(link.curve)
    const length = reachOf(link)
    const half = HEAD.half * (link.faint ? HEAD.faint : 1)
    const back = { x: tip.x - x * length, y: tip.y - y * length }
    context.beginPath()
    context.moveTo(tip.x, tip.y)
    context.lineTo(back.x - y * half, back.y + x * half)
    context.lineTo(back.x + y * half, back.y - x * half)
    context.fillStyle = link.color
    context.fill()
  }
}

/** A link on its way from a note to the pointer. */
export function paintLinkInHand({ context, lens, theme }: Brush, curve: Curve): void {
  inUnits(context, lens)
  trace(context, curve, tipOf(curve))
  context.strokeStyle = theme.accent
  context.lineWidth = LINE.width * lens.px
  context.setLineDash([6 * lens.px, 4 * lens.px])
  context.stroke()
  context.setLineDash([])
}

/** A link read as a sentence: who, what, whom. */
export interface Sentence {
  readonly from: string
  readonly verb: string
  readonly to: string
}

const NAME_LENGTH = 32

export const sentenceOf = (from: Note, to: Note, verb: string): Sentence => ({
  from: nameOf(from),
  verb,
  to: nameOf(to),
})

function nameOf({ name, text }: Note): string {
  const whole = name ?? text.trim().replace(/\s+/gu, ' ')
  const letters = [...whole]
  return letters.length > NAME_LENGTH
    ? `${letters
        .slice(0, NAME_LENGTH - 1)
        .join('')
        .trimEnd()}…`
    : whole || '…'
}

const TAG = { height: 22, size: 12, padding: 8, radius: 3, room: 480 } as const

/** The sentence on a slip at the middle of the curve. */
export function paintTag(brush: Brush, curve: Curve, { from, verb, to }: Sentence): void {
  if (!brush.ruler.isReady) return
  const { context, lens, theme } = brush
  const parts = [
    {
      text: shortened(from, TAG.room / 3 / TAG.size, measureOf(brush, CUTS.strong)),
      cut: CUTS.strong,
      color: theme.ink,
    },
    { text: ` ${verb} `, cut: CUTS.text, color: theme.ink2 },
    { text: shortened(to, TAG.room / 3 / TAG.size, measureOf(brush, CUTS.strong)), cut: CUTS.strong, color: theme.ink },
  ]
  const widths = parts.map(({ text, cut }) => measureOf(brush, cut)(text) * TAG.size)
  const width = Math.ceil(widths.reduce((sum, each) => sum + each, 2 * TAG.padding))
  const middle = middleOf(curve)
  const { ratio } = lens
  const x = Math.round(middle.x * lens.scale + lens.dx - (width / 2) * ratio)
  const y = Math.round(middle.y * lens.scale + lens.dy - (TAG.height / 2) * ratio)
  context.setTransform(ratio, 0, 0, ratio, x, y)
  context.beginPath()
  context.roundRect(0.5, 0.5, width - 1, TAG.height - 1, TAG.radius)
  context.fillStyle = theme.sheet
  context.fill()
  context.strokeStyle = theme.line2
  context.lineWidth = 1
  context.stroke()
  // The verb decides how the sentence runs; each end is read in its own direction.
  const runs = directionOf(verb)
  context.textAlign = 'left'
  let along: number = TAG.padding
  for (const [i, { text, cut, color }] of parts.entries()) {
    const wide = widths[i] ?? 0
    setType(brush, cut, TAG.size)
    context.fillStyle = color
    context.direction = directionOf(text)
    context.fillText(text, runs === 'ltr' ? along : width - along - wide, TAG.height / 2 + 0.36 * TAG.size)
    along += wide
  }
}
