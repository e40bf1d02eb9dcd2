/** Paints the paper of a note: shadow, edge, fill and stripe, in device pixels from the note's corner. */
import { EDGE, RADIUS } from '../../editor/anatomy.ts'
import { STRIPE } from '../../editor/stripes.ts'
import type { Prints, ShadowPiece } from '../prints.ts'
import type { Sight } from '../sights.ts'
import { isLabel } from '../sights.ts'
import type { Theme } from '../theme.ts'
import type { Brush } from './brush.ts'
import type { NoteState } from './far-notes.ts'

/** Below these zooms there is no foot, and no text. */
export const FOOT_FROM = 0.62
export const TEXT_FROM = 0.33
const SHADOW_FROM = TEXT_FROM

export function paintPiece(context: CanvasRenderingContext2D, { canvas, x, y }: ShadowPiece, stretch: number): void {
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

export function paintPaper({ context, lens, theme }: Brush, prints: Prints, note: Sight, paper: Paper): void {
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
