/** Paints the foot of a note: whose it is at the start, what is said of it at the end. */
import { FOOT, footOf } from '../../editor/anatomy.ts'
import type { Sight } from '../sights.ts'
import { wordsBox } from '../sights.ts'
import { restOf } from '../../editor/stripes.ts'
import type { Fit } from '../../editor/text-fit.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { shortened } from '../../editor/text-fit.ts'
import { measureOf, setType } from './brush.ts'

/** Author and uncounted segments at the start; at the end the kind, then the count of links, before whatever is `taken` of the end. */
export function paintFoot(brush: Brush, note: Sight, { direction }: Fit, taken = 0): void {
  const { context } = brush
  const measure = measureOf(brush, CUTS.foot)
  const box = wordsBox(note, direction)
  const y = footOf(note.height)
  const isLeft = direction === 'ltr'
  /** Distance from the start edge to a place on the note. */
  const place = (along: number) => (isLeft ? box.x + along : box.x + box.width - along)
  setType(brush, CUTS.foot, FOOT.size)
  context.direction = 'ltr'

  const rest = restOf(note.prints)
  const start = [note.initials, rest > 0 ? `+${rest}` : ''].filter(Boolean).join('  ')
  context.textAlign = isLeft ? 'left' : 'right'
  if (start) context.fillText(start, place(0), y)

  let end = box.width - taken
  context.textAlign = isLeft ? 'right' : 'left'
  if (note.links > 0) {
    const count = `${note.links}`
    context.fillText(count, place(end), y)
    end -= measure(count) * FOOT.size + 4 + FOOT.icon
    paintLinkIcon(context, isLeft ? place(end) : place(end) - FOOT.icon, y - 0.36 * FOOT.size - FOOT.icon / 2)
    end -= FOOT.gap
  }
  if (!note.kind) return
  const room = end - (start ? measure(start) * FOOT.size + FOOT.gap : 0)
  context.fillText(shortened(note.kind, room / FOOT.size, measure), place(end), y)
}

/** Lucide's `link` (ISC licence), 24 wide. */
const LINK_ICON =
  'M10 13a5 5 0 0 0 7.54.54l3-3a5 5 0 0 0-7.07-7.07l-1.72 1.71M14 11a5 5 0 0 0-7.54-.54l-3 3a5 5 0 0 0 7.07 7.07l1.71-1.71'
let linkIcon: Path2D | undefined

function paintLinkIcon(context: CanvasRenderingContext2D, x: number, y: number): void {
  linkIcon ??= new Path2D(LINK_ICON)
  context.save()
  context.translate(x, y)
  context.scale(FOOT.icon / 24, FOOT.icon / 24)
  context.strokeStyle = context.fillStyle
  context.lineWidth = 1.7
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke(linkIcon)
  context.restore()
}
