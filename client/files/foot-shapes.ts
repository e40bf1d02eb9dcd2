/** What stands below the sheet: which stripe is whose, and the credit. */
import { directionOf } from '../../shared/base/direction.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { CUTS } from '../editor/cuts.ts'
import { PRINTS } from '../editor/stripes.ts'
import { shortened } from '../editor/text-fit.ts'
import { DAY } from './day.ts'
import type { PictureOptions, Shape } from './shapes.ts'
import { lineOf } from './shapes.ts'

const LEGEND = { size: 22, row: 44, sample: 28, gap: 36, most: 420 } as const
const CREDIT = { size: 18, row: 40 } as const

/** The part of a text by which people know a segment. */
const nameOf = ({ name, text }: Note): string => name ?? text.trim().replace(/\s+/gu, ' ')

/** From the lower left corner of the sheet; the legend takes as many rows as it needs. */
export function footShapes(
  segments: readonly Note[],
  { measure, words, width }: PictureOptions & { readonly width: number },
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const shapes: Shape[] = []
  const look = { measure, size: LEGEND.size, cut: CUTS.text, color: DAY.ink }
  let x = 0
  let y = 20
  for (const [order, segment] of segments.entries()) {
    const name = shortened(nameOf(segment), LEGEND.most / LEGEND.size, measure(CUTS.text))
    const wide = 26 + measure(CUTS.text)(name) * LEGEND.size
    if (x > 0 && x + wide > width) {
      x = 0
      y += LEGEND.row
    }
    const top = y + (LEGEND.row - LEGEND.sample) / 2
    const print = order % PRINTS.length
    shapes.push({ kind: 'box', x, y: top, width: 16, height: LEGEND.sample, fill: DAY.ground })
    shapes.push({ kind: 'print', print, x, y: top, height: LEGEND.sample })
    if (order >= PRINTS.length)
      shapes.push({ kind: 'box', x: x + 15, y: top, width: 1, height: LEGEND.sample, fill: DAY.inks.slate })
    const direction = directionOf(name)
    const at = { x: direction === 'ltr' ? x + 26 : x + wide, y: y + LEGEND.row / 2 + 0.36 * LEGEND.size }
    shapes.push(lineOf(name, at, { ...look, direction }))
    x += wide + LEGEND.gap
  }
  if (segments.length > 0) y += LEGEND.row
  const direction = directionOf(words.credit)
  const credit = { measure, size: CREDIT.size, cut: CUTS.text, color: DAY.ink3, direction }
  const start = direction === 'ltr' ? 0 : width
  shapes.push(lineOf(words.credit, { x: start, y: y + CREDIT.row / 2 + 0.36 * CREDIT.size }, credit))
  return { shapes, height: y + CREDIT.row }
}
