/** Paints notes too small to read: paper, the inks of their segments, and two bars in place of words. */
import type { Rect } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import { EDGE, INSIDE_WIDTH, STACK, TEXT } from '../../editor/anatomy.ts'
import type { Lens } from '../lens.ts'
import { deviceX, deviceY } from '../lens.ts'
import type { Prints } from '../prints.ts'
import type { Sight } from '../sights.ts'
import { isLabel } from '../sights.ts'
import { PRINTS, sharesOf, STRIPE } from '../../editor/stripes.ts'
import type { Theme } from '../theme.ts'
import type { Brush } from './brush.ts'

/** An edge or a bar thinner than half a pixel is not seen. */
const SEEN = 0.5

export interface NoteState {
  readonly drained?: boolean
  readonly hovered?: boolean
  /** Its text stands in a field above. */
  readonly written?: boolean
  /** What my dots or a result take of its foot, in units from the end. */
  readonly taken?: number
}

/** Two bars stand for the words: 8 u high, 70 % and 45 % of the text's width. */
const BARS = { height: 8, tops: [18, 36], widths: [0.7, 0.45] } as const

/** Many and small: no shadow, no words, edges only while they are seen. All in device pixels, without a change of space. */
export function paintFarNotes(
  { context, lens, theme }: Brush,
  prints: Prints,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  const hasEdges = EDGE * lens.scale >= SEEN / 2
  const hasBars = BARS.height * lens.scale >= SEEN
  const stripe = Math.max(1, Math.round(STRIPE.width * lens.scale))
  for (const note of notes) {
    const { drained, hovered } = stateOf(note)
    const x = deviceX(lens, note.atX)
    const y = deviceY(lens, note.atY)
    const width = Math.max(1, deviceX(lens, note.atX + NOTE.width) - x)
    const height = Math.max(1, deviceY(lens, note.atY + note.height) - y)
    const color = theme.notes[note.note.color]
    const edge = hasEdges || hovered ? 1 : 0
    if (note.group && !drained)
      paintFarStack(context, theme, note, { x, y, width, height, step: STACK.step * lens.scale })
    const isBare = isLabel(note)
    if (edge && !isBare) {
      context.fillStyle = drained ? prints.edge('drained') : hovered ? theme.noteInk2 : prints.edge(note.note.color)
      context.fillRect(x, y, width, height)
    }
    if (!isBare) {
      context.fillStyle = drained ? theme.sheet : color.fill
      context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge)
    }
    if (note.prints.length > 0) {
      if (drained) context.globalAlpha = 0.34
      paintFarStripe(context, theme, note.prints, {
        x: x + edge,
        y: y + edge,
        width: stripe,
        height: height - 2 * edge,
      })
      if (drained) context.globalAlpha = 1
    }
    if (hasBars && note.note.text)
      paintBars(context, lens, note, drained || isBare ? theme.line2 : theme.noteBars, x, y)
  }
}

/** The notes below look out as one more strip. */
function paintFarStack(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { group }: Sight,
  { x, y, width, height, step }: Rect & { readonly step: number },
): void {
  for (let n = Math.min(STACK.papers, (group?.notes.length ?? 1) - 1); n > 0; n--) {
    context.fillStyle = theme.notes[group?.notes[n]?.color ?? 'straw'].edge
    context.fillRect(x + Math.round(n * step), y + Math.round(n * step), width, height)
  }
}

/** Narrower than the 7 px at which prints can be told apart: only its inks. */
function paintFarStripe(context: CanvasRenderingContext2D, theme: Theme, orders: readonly number[], at: Rect): void {
  const shares = sharesOf(orders, at.height)
  for (const { print, y, height } of shares) {
    context.fillStyle = theme.print.inks[PRINTS[print]?.ink ?? 'slate']
    context.fillRect(at.x, at.y + y, at.width, shares.length === 1 ? at.height : height)
  }
}

function paintBars(
  context: CanvasRenderingContext2D,
  lens: Lens,
  note: Sight,
  color: string,
  x: number,
  y: number,
): void {
  const start = (note.prints.length > 0 ? TEXT.leftOfStripe : TEXT.left) * lens.scale
  const room = INSIDE_WIDTH * lens.scale - start
  const high = Math.max(1, Math.round(BARS.height * lens.scale))
  context.fillStyle = color
  const [first, second] = BARS.tops
  context.fillRect(x + start, y + Math.round(first * lens.scale), BARS.widths[0] * room, high)
  context.fillRect(x + start, y + Math.round(second * lens.scale), BARS.widths[1] * room, high)
}
