/** Paints notes that lie face down: paper without colour, words or name; one that stands for several says for how many (LOOK §5). */
import type { Rect } from '../../../shared/base/geometry.ts'
import { centreOf, movedBy } from '../../../shared/base/geometry.ts'
import { EDGE, RADIUS, STACK } from '../../editor/anatomy.ts'
import { CUTS } from '../../editor/cuts.ts'
import type { FaceDownPlaces } from '../../editor/face-down-places.ts'
import { deviceX, deviceY, inPixels } from '../lens.ts'
import { setType } from './brush.ts'
import type { Brush } from './brush.ts'
import { TEXT_FROM } from './paper.ts'
import { inSpace } from './title.ts'

/** The notes of one area, `corner` being that area. */
export function paintFaceDown(
  brush: Brush,
  corner: Rect,
  { rects, inLast }: FaceDownPlaces,
  { drained }: { readonly drained: boolean },
): void {
  const last = rects.at(-1)
  const off = Math.min(STACK.papers, inLast - 1)
  for (const rect of rects) {
    const at = movedBy(rect, corner)
    for (let n = rect === last ? off : 0; n > 0; n--)
      paintBack(brush, movedBy(at, { x: n * STACK.step, y: n * STACK.step }), { drained })
    paintBack(brush, at, { drained })
  }
  if (last && inLast > 1) paintNumber(brush, movedBy(last, corner), rects.length > 1 ? `+${inLast}` : `${inLast}`)
}

/** One of them; turning over it is narrower, around its middle. In device pixels. */
export function paintBack(
  { context, lens, theme }: Brush,
  { x, y, width, height }: Rect,
  { drained = false, part = 1 }: { readonly drained?: boolean; readonly part?: number },
): void {
  inPixels(context)
  const thin = (width * (1 - part)) / 2
  const left = deviceX(lens, x + thin)
  const top = deviceY(lens, y)
  const wide = Math.max(1, deviceX(lens, x + width - thin) - left)
  const high = Math.max(1, deviceY(lens, y + height) - top)
  const edge = Math.min(wide / 2, Math.max(1, Math.round(EDGE * lens.scale)))
  context.fillStyle = drained ? theme.line : theme.line2
  context.beginPath()
  context.roundRect(left, top, wide, high, RADIUS * lens.scale)
  context.fill()
  context.fillStyle = drained ? theme.sheet : theme.well
  context.fillRect(left + edge, top + edge, wide - 2 * edge, high - 2 * edge)
}

const NUMBER = { size: 26, least: 13, middle: 0.36 } as const

function paintNumber(brush: Brush, rect: Rect, text: string): void {
  const { context, lens, theme } = brush
  if (lens.zoom < TEXT_FROM || !brush.ruler.isReady) return
  const isSmall = NUMBER.size * lens.zoom < NUMBER.least
  const size = isSmall ? NUMBER.least : NUMBER.size
  inSpace(brush, centreOf(rect), isSmall ? lens.zoom : 1)
  setType(brush, CUTS.spine, size)
  context.textAlign = 'center'
  context.direction = 'ltr'
  context.fillStyle = theme.ink3
  context.fillText(text, 0, NUMBER.middle * size)
}
