/** Paints notes, in less detail the smaller they are: words and foot, words alone, or two bars in their place. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import { baselineOf, EDGE, FOOT, INSIDE, RADIUS, TEXT, textBox } from '../anatomy.ts'
import type { Lens } from '../lens.ts'
import { deviceX, deviceY } from '../lens.ts'
import type { Prints, ShadowPiece } from '../prints.ts'
import type { Sight, Sights } from '../sights.ts'
import { PRINTS, restOf, sharesOf, STRIPE } from '../stripes.ts'
import type { Fit } from '../text-fit.ts'
import { lineHeightOf, wrapText } from '../text-fit.ts'
import type { Theme } from '../theme.ts'
import type { Brush } from './brush.ts'
import { CUTS, measureOf, setType, shortened } from './brush.ts'

/** Below these zooms there is no foot, and no text. */
const FOOT_FROM = 0.62
export const TEXT_FROM = 0.33
const SHADOW_FROM = TEXT_FROM
/** An edge or a bar thinner than half a pixel is not seen. */
const SEEN = 0.5

export interface NotePainter {
  readonly sights: Sights
  readonly prints: Prints
}

export interface NoteState {
  readonly drained?: boolean
  readonly hovered?: boolean
  /** Its text stands in a field above. */
  readonly written?: boolean
}

const PLAIN: NoteState = {}

/** Paints notes where they are at this moment. */
export function paintNotes(
  brush: Brush,
  painter: NotePainter,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState = () => PLAIN,
): void {
  if (brush.lens.zoom < TEXT_FROM) return paintFarNotes(brush, painter, notes, stateOf)
  const { context, lens } = brush
  for (const note of notes) {
    const x = deviceX(lens, note.atX)
    const y = deviceY(lens, note.atY)
    const width = deviceX(lens, note.atX + NOTE.width) - x
    const height = deviceY(lens, note.atY + NOTE.height) - y
    context.setTransform(1, 0, 0, 1, x, y)
    paintPaper(brush, painter, note, { width, height, state: stateOf(note) })
    context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
    paintWords(brush, painter, note, stateOf(note))
  }
  context.globalAlpha = 1
}

const TILT = (-1.2 * Math.PI) / 180

/** Paints one note lifted and slightly turned, with its upper left corner at this point. */
export function paintLifted(brush: Brush, painter: NotePainter, note: Sight, at: Point): void {
  const { context, lens } = brush
  const width = Math.round(NOTE.width * lens.scale)
  const height = Math.round(NOTE.height * lens.scale)
  const x = at.x * lens.scale + lens.dx
  const y = at.y * lens.scale + lens.dy
  const turn = () => {
    context.setTransform(1, 0, 0, 1, x + width / 2, y + height / 2)
    context.rotate(TILT)
    context.translate(-width / 2, -height / 2)
  }
  turn()
  paintPiece(context, painter.prints.lift, painter.prints.stretch)
  paintPaper(brush, painter, note, { width, height, state: PLAIN, flat: true })
  context.scale(lens.scale, lens.scale)
  if (lens.zoom >= TEXT_FROM) paintWords(brush, painter, note, PLAIN)
  context.setTransform(1, 0, 0, 1, 0, 0)
}

/** Letters of a long note that open, and the lines they may take. */
const OPENED = { letters: 3_000, lines: 48, size: 14 } as const

/** A note whose words found no room, grown downwards over what lies below until they do. */
export function paintOpened(brush: Brush, painter: NotePainter, note: Sight): void {
  const { context, lens, theme } = brush
  const { direction } = painter.sights.fitOf(note)
  const box = textBox({ hasStripe: note.prints.length > 0, direction })
  const { size } = OPENED
  const measure = measureOf(brush, CUTS.note)
  const lines = wrapText(note.note.text.slice(0, OPENED.letters), box.width, size, measure).slice(0, OPENED.lines)
  const lineHeight = lineHeightOf(size)
  const grown = Math.max(0, lines.length * lineHeight - box.height)
  const x = deviceX(lens, note.atX)
  const y = deviceY(lens, note.atY)
  const width = deviceX(lens, note.atX + NOTE.width) - x
  const height = deviceY(lens, note.atY + NOTE.height + grown) - y
  context.setTransform(1, 0, 0, 1, x, y)
  paintPaper(brush, painter, note, { width, height, state: { hovered: true }, flat: true })
  context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
  context.fillStyle = theme.noteInk
  paintText(brush, note, { size, lineHeight, lines, direction, isCut: false })
  context.setTransform(1, 0, 0, 1, 0, 0)
}

function paintPiece(context: CanvasRenderingContext2D, { canvas, x, y }: ShadowPiece, stretch: number): void {
  if (stretch === 1) context.drawImage(canvas, x, y)
  else context.drawImage(canvas, x * stretch, y * stretch, canvas.width * stretch, canvas.height * stretch)
}

interface Paper {
  readonly width: number
  readonly height: number
  readonly state: NoteState
  /** Its shadow is painted already. */
  readonly flat?: boolean
}

/** Shadow, edge, fill and stripe, in device pixels from the note's corner. */
function paintPaper({ context, lens, theme }: Brush, { prints }: NotePainter, note: Sight, paper: Paper): void {
  const { width, height, state } = paper
  const color = theme.notes[note.note.color]
  if (!paper.flat && !state.drained && lens.zoom >= SHADOW_FROM)
    for (const piece of lens.zoom < FOOT_FROM ? prints.rest.below : prints.rest.all)
      paintPiece(context, piece, prints.stretch)
  const edge = Math.max(1, Math.round(EDGE * lens.scale))
  if (state.drained) {
    context.fillStyle = theme.drained
    context.fillRect(0, 0, width, height)
    context.strokeStyle = prints.edge('drained')
    context.lineWidth = edge
    context.strokeRect(edge / 2, edge / 2, width - edge, height - edge)
  } else {
    context.fillStyle = state.hovered ? theme.noteInk2 : prints.edge(note.note.color)
    paintCorners(context, width, height, RADIUS * lens.scale)
    context.fillStyle = color.fill
    context.fillRect(edge, edge, width - 2 * edge, height - 2 * edge)
  }
  if (note.prints.length === 0) return
  const stripe = prints.stripe(note.prints)
  if (state.drained) context.globalAlpha = 0.34
  const wide = prints.stretch === 1 ? stripe.width : Math.round(STRIPE.width * lens.scale)
  paintStripe(context, stripe, { edge, width, wide, height: height - 2 * edge, isLeft: note.fit?.direction !== 'rtl' })
  if (state.drained) context.globalAlpha = 1
}

interface StripePlace {
  readonly edge: number
  /** Of the note, and of the stripe. */
  readonly width: number
  readonly wide: number
  readonly height: number
  readonly isLeft: boolean
}

/** At the start edge, the bare part towards the words. The prints are not mirrored: they are what tells segments apart. */
function paintStripe(
  context: CanvasRenderingContext2D,
  stripe: HTMLCanvasElement,
  { edge, width, wide, height, isLeft }: StripePlace,
): void {
  if (isLeft) return context.drawImage(stripe, edge, edge, wide, height)
  const print = Math.round((stripe.width * STRIPE.print) / STRIPE.width)
  const bare = Math.round(wide - (wide * STRIPE.print) / STRIPE.width)
  const x = width - edge - wide
  context.drawImage(stripe, print, 0, stripe.width - print, stripe.height, x, edge, bare, height)
  context.drawImage(stripe, 0, 0, print, stripe.height, x + bare, edge, wide - bare, height)
}

/** A rectangle with corners as round as pixels of this size allow; the inner fill covers the rest. */
function paintCorners(context: CanvasRenderingContext2D, width: number, height: number, radius: number): void {
  if (radius < 1.5) return context.fillRect(0, 0, width, height)
  context.beginPath()
  context.roundRect(0, 0, width, height, radius)
  context.fill()
}

/** Text and foot, in units from the note's corner. */
function paintWords(brush: Brush, { sights }: NotePainter, note: Sight, state: NoteState): void {
  if (!brush.ruler.isReady) return
  const { context, lens, theme } = brush
  const fit = sights.fitOf(note)
  if (!state.written) {
    context.fillStyle = state.drained ? theme.ink3 : theme.noteInk
    paintText(brush, note, fit)
  }
  if (lens.zoom < FOOT_FROM) return
  context.fillStyle = state.drained ? theme.ink3 : theme.noteInk2
  paintFoot(brush, note, fit)
}

function paintText(brush: Brush, note: Sight, { size, lineHeight, lines, direction }: Fit): void {
  const { context } = brush
  const box = textBox({ hasStripe: note.prints.length > 0, direction })
  const x = direction === 'ltr' ? box.x : box.x + box.width
  setType(brush, CUTS.note, size)
  context.direction = direction
  context.textAlign = direction === 'ltr' ? 'left' : 'right'
  let y = box.y + baselineOf(lineHeight, size)
  for (const { text } of lines) {
    if (text) context.fillText(text, x, y)
    y += lineHeight
  }
}

/** Where the foot's baseline lies. */
const FOOT_Y = NOTE.height - FOOT.bottom - FOOT.height + baselineOf(FOOT.height, FOOT.size)

/** Author and uncounted segments at the start; at the end the kind, then the count of links. */
function paintFoot(brush: Brush, note: Sight, { direction }: Fit): void {
  const { context } = brush
  const measure = measureOf(brush, CUTS.foot)
  const box = textBox({ hasStripe: note.prints.length > 0, direction })
  const isLeft = direction === 'ltr'
  /** Distance from the start edge to a place on the note. */
  const place = (along: number) => (isLeft ? box.x + along : box.x + box.width - along)
  setType(brush, CUTS.foot, FOOT.size)
  context.direction = 'ltr'

  const rest = restOf(note.prints)
  const start = [note.initials, rest > 0 ? `+${rest}` : ''].filter(Boolean).join('  ')
  context.textAlign = isLeft ? 'left' : 'right'
  if (start) context.fillText(start, place(0), FOOT_Y)

  let end = box.width
  context.textAlign = isLeft ? 'right' : 'left'
  if (note.links > 0) {
    const count = `${note.links}`
    context.fillText(count, place(end), FOOT_Y)
    end -= measure(count) * FOOT.size + 4 + FOOT.icon
    paintLinkIcon(context, isLeft ? place(end) : place(end) - FOOT.icon, FOOT_Y - 0.36 * FOOT.size - FOOT.icon / 2)
    end -= FOOT.gap
  }
  if (!note.kind) return
  const room = end - (start ? measure(start) * FOOT.size + FOOT.gap : 0)
  context.fillText(shortened(note.kind, room / FOOT.size, measure), place(end), FOOT_Y)
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

/** Two bars stand for the words: 8 u high, 70 % and 45 % of the text's width. */
const BARS = { height: 8, tops: [18, 36], widths: [0.7, 0.45] } as const

/** Many and small: no shadow, no words, edges only while they are seen. All in device pixels, without a change of space. */
function paintFarNotes(
  { context, lens, theme }: Brush,
  { prints }: NotePainter,
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
    const height = Math.max(1, deviceY(lens, note.atY + NOTE.height) - y)
    const color = theme.notes[note.note.color]
    const edge = hasEdges || hovered ? 1 : 0
    if (edge) {
      context.fillStyle = drained ? prints.edge('drained') : hovered ? theme.noteInk2 : prints.edge(note.note.color)
      context.fillRect(x, y, width, height)
    }
    context.fillStyle = drained ? theme.sheet : color.fill
    context.fillRect(x + edge, y + edge, width - 2 * edge, height - 2 * edge)
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
    if (hasBars && note.note.text) paintBars(context, lens, note, drained ? theme.line2 : theme.noteBars, x, y)
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
  const room = INSIDE.width * lens.scale - start
  const high = Math.max(1, Math.round(BARS.height * lens.scale))
  context.fillStyle = color
  const [first, second] = BARS.tops
  context.fillRect(x + start, y + Math.round(first * lens.scale), BARS.widths[0] * room, high)
  context.fillRect(x + start, y + Math.round(second * lens.scale), BARS.widths[1] * room, high)
}
