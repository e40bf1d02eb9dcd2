/** Paints notes, in less detail the smaller they are: words and foot, words alone, or two bars in their place. */
import type { Point } from '../../../shared/base/geometry.ts'
import { NOTE } from '../../../shared/canvas/layouts.ts'
import { baselineOf, EDGE, RADIUS } from '../../editor/anatomy.ts'
import { deviceX, deviceY } from '../lens.ts'
import type { Images } from '../images.ts'
import type { Prints, ShadowPiece } from '../prints.ts'
import type { SceneWords } from '../scenery.ts'
import type { Sight, Sights } from '../sights.ts'
import { isLabel, wordsBox } from '../sights.ts'
import { STRIPE } from '../../editor/stripes.ts'
import type { Fit } from '../../editor/text-fit.ts'
import { lineHeightOf, wrapText } from '../../editor/text-fit.ts'
import type { Theme } from '../theme.ts'
import type { Brush } from './brush.ts'
import { CUTS } from '../../editor/cuts.ts'
import { measureOf, setType } from './brush.ts'
import type { NoteState } from './far-notes.ts'
import { paintFarNotes } from './far-notes.ts'
import { paintFoot } from './foot.ts'
import { paintGroupWords, paintStack } from './groups.ts'
import { paintImage } from './image.ts'

/** Below these zooms there is no foot, and no text. */
const FOOT_FROM = 0.62
export const TEXT_FROM = 0.33
const SHADOW_FROM = TEXT_FROM

export interface NotePainter {
  readonly sights: Sights
  readonly prints: Prints
  readonly images: Images
  readonly words: Pick<SceneWords, 'group'>
}

const PLAIN: NoteState = {}

/** Paints notes where they are at this moment. */
export function paintNotes(
  brush: Brush,
  painter: NotePainter,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState = () => PLAIN,
): void {
  if (brush.lens.zoom < TEXT_FROM) {
    paintFarNotes(brush, painter.prints, notes, stateOf)
    for (const note of notes) paintFarImage(brush, painter, note, stateOf(note))
    return
  }
  const { context, lens } = brush
  for (const note of notes) {
    const x = deviceX(lens, note.atX)
    const y = deviceY(lens, note.atY)
    const width = deviceX(lens, note.atX + NOTE.width) - x
    const height = deviceY(lens, note.atY + note.height) - y
    context.setTransform(1, 0, 0, 1, x, y)
    if (note.group) paintStack(brush, painter.prints, note, { width, height, state: stateOf(note) })
    paintPaper(brush, painter, note, { width, height, state: stateOf(note) })
    context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
    paintWords(brush, painter, note, stateOf(note))
  }
  paintFeet(brush, painter, notes, stateOf)
  context.globalAlpha = 1
}

/** After all words: going from one typeface to another and back for each note costs more than what is written. */
function paintFeet(
  brush: Brush,
  painter: NotePainter,
  notes: readonly Sight[],
  stateOf: (note: Sight) => NoteState,
): void {
  const { context, lens } = brush
  for (const note of notes) {
    context.setTransform(lens.scale, 0, 0, lens.scale, deviceX(lens, note.atX), deviceY(lens, note.atY))
    paintFootOf(brush, painter, note, stateOf(note))
  }
}

function paintFarImage(brush: Brush, { sights, images }: NotePainter, note: Sight, state: NoteState): void {
  if (note.note.image === undefined) return
  const { context, lens } = brush
  context.setTransform(lens.scale, 0, 0, lens.scale, deviceX(lens, note.atX), deviceY(lens, note.atY))
  paintImage(brush, images, note, { direction: sights.fitOf(note).direction, state })
}

const TILT = (-1.2 * Math.PI) / 180

/** Paints one note lifted and slightly turned, with its upper left corner at this point. */
export function paintLifted(brush: Brush, painter: NotePainter, note: Sight, at: Point): void {
  const { context, lens } = brush
  const width = Math.round(NOTE.width * lens.scale)
  const height = Math.round(note.height * lens.scale)
  const x = at.x * lens.scale + lens.dx
  const y = at.y * lens.scale + lens.dy
  const turn = () => {
    context.setTransform(1, 0, 0, 1, x + width / 2, y + height / 2)
    context.rotate(TILT)
    context.translate(-width / 2, -height / 2)
  }
  turn()
  if (!isLabel(note)) paintPiece(context, painter.prints.of(note.height).lift, painter.prints.stretch)
  if (note.group) paintStack(brush, painter.prints, note, { width, height, state: PLAIN })
  paintPaper(brush, painter, note, { width, height, state: PLAIN, flat: true })
  context.scale(lens.scale, lens.scale)
  if (lens.zoom >= TEXT_FROM) paintWords(brush, painter, note, PLAIN)
  paintFootOf(brush, painter, note, PLAIN)
  context.setTransform(1, 0, 0, 1, 0, 0)
}

/** Paints one note on its way over: so much of its width, around its middle. */
export function paintTurned(
  brush: Brush,
  painter: NotePainter,
  note: Sight,
  { part, state }: { readonly part: number; readonly state: NoteState },
): void {
  const { context, lens } = brush
  const x = deviceX(lens, note.atX)
  const y = deviceY(lens, note.atY)
  const width = deviceX(lens, note.atX + NOTE.width) - x
  const height = deviceY(lens, note.atY + note.height) - y
  context.setTransform(part, 0, 0, 1, x + (width * (1 - part)) / 2, y)
  paintPaper(brush, painter, note, { width, height, state, flat: true })
  context.scale(lens.scale, lens.scale)
  if (lens.zoom >= TEXT_FROM) paintWords(brush, painter, note, state)
}

/** Letters of a long note that open, and the lines they may take. */
const OPENED = { letters: 3_000, lines: 48, size: 14 } as const

/** A note whose words found no room, grown downwards over what lies below until they do. */
export function paintOpened(brush: Brush, painter: NotePainter, note: Sight): void {
  const { context, lens, theme } = brush
  const { direction } = painter.sights.fitOf(note)
  const box = wordsBox(note, direction)
  const { size } = OPENED
  const measure = measureOf(brush, CUTS.note)
  const lines = wrapText(note.note.text.slice(0, OPENED.letters), box.width, size, measure).slice(0, OPENED.lines)
  const lineHeight = lineHeightOf(size)
  const grown = Math.max(0, lines.length * lineHeight - box.height)
  const x = deviceX(lens, note.atX)
  const y = deviceY(lens, note.atY)
  const width = deviceX(lens, note.atX + NOTE.width) - x
  const height = deviceY(lens, note.atY + note.height + grown) - y
  context.setTransform(1, 0, 0, 1, x, y)
  paintPaper(brush, painter, note, { width, height, state: { hovered: true }, flat: true })
  context.setTransform(lens.scale, 0, 0, lens.scale, x, y)
  paintImage(brush, painter.images, note, { direction, state: PLAIN })
  context.fillStyle = inksOf(note, theme).words
  paintText(brush, note, { size, lineHeight, lines, direction, isCut: false })
  context.setTransform(1, 0, 0, 1, 0, 0)
}

function paintPiece(context: CanvasRenderingContext2D, { canvas, x, y }: ShadowPiece, stretch: number): void {
  if (stretch === 1) context.drawImage(canvas, x, y)
  else context.drawImage(canvas, x * stretch, y * stretch, canvas.width * stretch, canvas.height * stretch)
}

export interface Paper {
  readonly width: number
  readonly height: number
  readonly state: NoteState
  /** It lies above others, perhaps turned, and its shadow is painted already. */
  readonly flat?: boolean
}

/** Shadow, edge, fill and stripe, in device pixels from the note's corner. */
function paintPaper({ context, lens, theme }: Brush, { prints }: NotePainter, note: Sight, paper: Paper): void {
  const { width, height, state } = paper
  const color = theme.notes[note.note.color]
  const isBare = isLabel(note)
  if (!paper.flat && !state.drained && !isBare && lens.zoom >= SHADOW_FROM)
    for (const piece of prints.of(note.height).rest[lens.zoom < FOOT_FROM ? 'below' : 'all'])
      paintPiece(context, piece, prints.stretch)
  const edge = Math.max(1, Math.round(EDGE * lens.scale))
  if (isBare) {
    if (state.hovered || paper.flat) paintBare(context, theme, paper, edge)
  } else if (state.drained) {
    context.fillStyle = theme.drained
    context.fillRect(0, 0, width, height)
    context.strokeStyle = prints.edge('drained')
    context.lineWidth = edge
    context.strokeRect(edge / 2, edge / 2, width - edge, height - edge)
  } else {
    context.fillStyle = state.hovered ? theme.noteInk2 : prints.edge(note.note.color)
    paintEdge(context, paper, edge, RADIUS * lens.scale)
    context.fillStyle = color.fill
    context.fillRect(edge, edge, width - 2 * edge, height - 2 * edge)
  }
  if (note.prints.length === 0) return
  const stripe = prints.of(note.height).stripe(note.prints)
  if (state.drained) context.globalAlpha = 0.34
  const wide = prints.stretch === 1 ? stripe.width : Math.round(STRIPE.width * lens.scale)
  paintStripe(context, stripe, { edge, width, wide, height: height - 2 * edge, isLeft: note.fit?.direction !== 'rtl' })
  if (state.drained) context.globalAlpha = 1
}

/** A label has a frame only under the pointer or in a hand, where it has to be seen as one thing. */
function paintBare(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { width, height, flat }: Paper,
  edge: number,
): void {
  context.fillStyle = theme.sheet
  if (flat) context.fillRect(0, 0, width, height)
  context.strokeStyle = theme.control
  context.lineWidth = edge
  context.strokeRect(edge / 2, edge / 2, width - edge, height - edge)
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

/**
 * The frame of a note. Corners of two pixels look round without the outermost one, which costs no path. A turned one is filled
 * beneath as well, so that no seam shows.
 */
function paintEdge(context: CanvasRenderingContext2D, paper: Paper, edge: number, radius: number): void {
  const { width, height } = paper
  if (radius >= 2.5 || paper.flat) {
    context.beginPath()
    context.roundRect(0, 0, width, height, radius)
    return context.fill()
  }
  const corner = radius < 1 ? 0 : 1
  context.fillRect(corner, 0, width - 2 * corner, edge)
  context.fillRect(corner, height - edge, width - 2 * corner, edge)
  context.fillRect(0, corner, edge, height - 2 * corner)
  context.fillRect(width - edge, corner, edge, height - 2 * corner)
}

/** Ink for paper is the same by day and night; what stands on the sheet is written in that of the page. */
const inksOf = (sight: Sight, theme: Theme): { readonly words: string; readonly foot: string } =>
  isLabel(sight) ? { words: theme.ink, foot: theme.ink2 } : { words: theme.noteInk, foot: theme.noteInk2 }

/** Image and text, in units from the note's corner. */
function paintWords(brush: Brush, { sights, images, words }: NotePainter, note: Sight, state: NoteState): void {
  if (!brush.ruler.isReady) return
  if (note.group) return paintGroupWords(brush, note.group, note.prints.length > 0, words, state)
  const { context, theme } = brush
  const fit = sights.fitOf(note)
  paintImage(brush, images, note, { direction: fit.direction, state })
  if (!state.written) {
    context.fillStyle = state.drained ? theme.ink3 : inksOf(note, theme).words
    paintText(brush, note, fit)
  }
}

/** A group has counts instead, among its words. */
function paintFootOf(brush: Brush, { sights }: NotePainter, note: Sight, state: NoteState): void {
  const { context, lens, theme, ruler } = brush
  if (lens.zoom < FOOT_FROM || !ruler.isReady || note.group) return
  context.fillStyle = state.drained ? theme.ink3 : inksOf(note, theme).foot
  paintFoot(brush, note, sights.fitOf(note), state.taken)
}

function paintText(brush: Brush, note: Sight, { size, lineHeight, lines, direction }: Fit): void {
  const { context } = brush
  const box = wordsBox(note, direction)
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
