/** Paints what passes: lasers, and reactions on their way up. */
import circleQuestion from 'lucide-static/icons/circle-question-mark.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw'
import smile from 'lucide-static/icons/smile.svg?raw'
import thumbsUp from 'lucide-static/icons/thumbs-up.svg?raw'
import type { Point } from '../../../shared/base/geometry.ts'
import type { ReactionKind } from '../../../shared/workshop/remarks.ts'
import type { Floating } from '../floats.ts'
import type { Ray } from '../lasers.ts'
import { inPixels } from '../lens.ts'
import type { Brush } from './brush.ts'

const LASER_WIDTH = 4

/** A ray from where its anchor stands here. Under reduced motion it does not fade: it is there, then gone. */
export function paintRay({ context, lens, theme }: Brush, { points }: Ray, from: Point): void {
  inPixels(context)
  context.strokeStyle = theme.accent
  context.lineWidth = LASER_WIDTH * lens.ratio
  context.lineCap = 'round'
  const on = points.map(({ x, y, rest }) => ({
    x: (from.x + x) * lens.scale + lens.dx,
    y: (from.y + y) * lens.scale + lens.dy,
    rest,
  }))
  for (const [i, to] of on.entries()) {
    const start = on[i - 1]
    if (!start) continue
    context.globalAlpha = theme.quick === 0 ? 1 : to.rest
    context.beginPath()
    context.moveTo(start.x, start.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }
  context.globalAlpha = 1
  context.lineCap = 'butt'
}

const DRAWINGS: Readonly<Record<ReactionKind, string>> = {
  agree: thumbsUp,
  love: heart,
  idea: lightbulb,
  question: circleQuestion,
  laugh: smile,
}
const DISC = 32
const GLYPH = 20

/** A disc in the person's ink with what they mean, its middle so far above the spot. */
export function paintFloating({ context, lens, theme }: Brush, { kind, person, up, alpha }: Floating, at: Point): void {
  const { ratio } = lens
  const x = at.x * lens.scale + lens.dx
  const y = at.y * lens.scale + lens.dy - (up + DISC) * ratio
  context.globalAlpha = alpha
  context.setTransform(ratio, 0, 0, ratio, x, y)
  context.beginPath()
  context.arc(0, 0, DISC / 2, 0, 2 * Math.PI)
  context.fillStyle = theme.inks[person.color]
  context.fill()
  const scale = (GLYPH / 24) * ratio
  context.setTransform(scale, 0, 0, scale, x - (GLYPH / 2) * ratio, y - (GLYPH / 2) * ratio)
  context.strokeStyle = theme.sheet
  context.lineWidth = 2
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(glyphOf(kind))
  context.globalAlpha = 1
  context.lineCap = 'butt'
  context.lineJoin = 'miter'
  inPixels(context)
}

const glyphs = new Map<ReactionKind, Path2D>()

/** Lucide draws with paths, and with circles for what is round. */
function glyphOf(kind: ReactionKind): Path2D {
  const known = glyphs.get(kind)
  if (known) return known
  const glyph = new Path2D()
  for (const [, d] of DRAWINGS[kind].matchAll(/<path d="([^"]+)"/g)) glyph.addPath(new Path2D(d))
  for (const [, x, y, r] of DRAWINGS[kind].matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)) {
    const circle = new Path2D()
    circle.arc(Number(x), Number(y), Number(r), 0, 2 * Math.PI)
    glyph.addPath(circle)
  }
  glyphs.set(kind, glyph)
  return glyph
}
