/** Paints where others are: cursors with flags, and carets in what they write. */
import type { Point } from '../../../shared/base/geometry.ts'
import type { Person } from '../../editor/board.ts'
import { baselineOf } from '../../editor/anatomy.ts'
import { deviceX, deviceY, inPixels, inUnits } from '../lens.ts'
import type { Pointer } from '../pointers.ts'
import type { Sight } from '../sights.ts'
import { wordsBox } from '../sights.ts'
import type { Fit } from '../../editor/text-fit.ts'
import { lineAt } from '../../editor/text-fit.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { measureOf } from './brush.ts'
import { FLAG, paintFlag } from './marks.ts'

/** What is said of a person on a flag. */
export const flagName = ({ name }: Person): string => name.trim().split(/\s+/u)[0] ?? ''

/** An arrow 18 × 20 with its tip at the point. */
const ARROW: readonly (readonly [number, number])[] = [
  [1.5, 1.2],
  [15.8, 8.6],
  [9.2, 10.6],
  [6.1, 17.4],
]
const FLAG_OFF = { x: 13, y: 17 } as const

export function paintCursors(
  brush: Brush,
  pointers: readonly Pointer[],
  wearsFlag: (pointer: Pointer) => boolean,
): void {
  const { lens } = brush
  for (const pointer of pointers) {
    const x = pointer.at.x * lens.scale + lens.dx
    const y = pointer.at.y * lens.scale + lens.dy
    const color = brush.theme.inks[pointer.person.color]
    paintArrow(brush, { x, y }, color)
    if (pointer.flag <= 0 || !wearsFlag(pointer)) continue
    brush.context.globalAlpha = pointer.flag
    const name = flagName(pointer.person)
    paintFlag(brush, pointer.chat ? `${name}: ${pointer.chat}` : name, color, {
      x: x + FLAG_OFF.x * lens.ratio,
      y: y + FLAG_OFF.y * lens.ratio,
    })
    brush.context.globalAlpha = 1
  }
}

function paintArrow({ context, lens, theme }: Brush, { x, y }: Point, color: string): void {
  context.setTransform(lens.ratio, 0, 0, lens.ratio, x, y)
  context.beginPath()
  for (const [px, py] of ARROW) context.lineTo(px - ARROW_TIP.x, py - ARROW_TIP.y)
  context.closePath()
  context.fillStyle = color
  context.strokeStyle = theme.sheet
  context.lineWidth = 1.6
  context.lineJoin = 'round'
  context.stroke()
  context.fill()
}
const ARROW_TIP = { x: 1.5, y: 1.2 } as const

export interface CaretLook {
  readonly note: Sight
  readonly fit: Fit
  readonly index: number
  readonly person: Person
  /** A name stands over it while its person types. */
  readonly named: boolean
}

const CARET_WIDTH = 2.5

export function paintCaret(brush: Brush, { note, fit, index, person, named }: CaretLook): void {
  const line = lineAt(fit, index)
  if (!line) return
  const { context, lens, theme } = brush
  const box = wordsBox(note, fit.direction)
  const before = line.text.slice(0, Math.max(0, index - line.start))
  const along = Math.min(line.width, measureOf(brush, CUTS.note)(before) * fit.size)
  const x = note.atX + (fit.direction === 'ltr' ? box.x + along : box.x + box.width - along)
  const y = note.atY + box.y + fit.lines.indexOf(line) * fit.lineHeight
  const color = theme.inks[person.color]
  inUnits(context, lens)
  context.fillStyle = color
  const bottom = baselineOf(fit.lineHeight, fit.size) + 0.25 * fit.size
  context.fillRect(x - CARET_WIDTH / 2, y + 1, CARET_WIDTH, bottom - 1)
  inPixels(context)
  if (!named) return
  paintFlag(brush, flagName(person), color, { x: deviceX(lens, x), y: deviceY(lens, y) - FLAG.height * lens.ratio })
}
