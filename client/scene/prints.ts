/** Bitmaps of stripes and shadows, drawn once per zoom, pixel ratio and theme, so that painting a note is a few copies. */
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { NoteColor } from '../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import { EDGE, insideOf } from '../editor/anatomy.ts'
import type { Print } from '../editor/stripes.ts'
import { PRINTS, sharesOf, shownOf, STRIPE } from '../editor/stripes.ts'
import type { Shadow, Theme } from './theme.ts'
import { mixed } from './theme.ts'

export interface Bitmap {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

/** A bitmap of this many device pixels, emptied if it was there before. */
function bitmap(width: number, height: number, again?: Bitmap): Bitmap {
  const canvas = again?.canvas ?? document.createElement('canvas')
  canvas.width = Math.max(1, Math.ceil(width))
  canvas.height = Math.max(1, Math.ceil(height))
  const context = again?.context ?? canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no drawing surface.')
  return { canvas, context }
}

/** Draws one of the eight prints from the top of the context's origin down to `height`, in units. */
function drawPrint(context: CanvasRenderingContext2D, print: number, height: number, color: string): void {
  const { stroke, path }: Print = PRINTS[print] ?? PRINTS[0]
  const drawing = new Path2D(path(height))
  context.fillStyle = color
  context.strokeStyle = color
  context.lineWidth = stroke ?? 0
  if (stroke === undefined) context.fill(drawing)
  else context.stroke(drawing)
}

export interface Prints {
  /**
   * From now on for this theme and this many device pixels per unit. Bitmaps are drawn anew when first asked for after
   * a change; while the zoom is under way those of a zoom nearby are stretched instead.
   */
  use(theme: Theme, scale: number, options: { readonly zooming: boolean }): void
  /** By how much bitmaps and their offsets are to be stretched; 1 when they are exact. */
  readonly stretch: number
  /** Another theme or scale is another round: bitmaps of an earlier one show something else. */
  readonly round: number
  /** A note's edge is a unit wide: where that is less than a pixel, a whole pixel is painted so much paler. */
  edge(color: NoteColor | 'drained'): string
  /** The bitmaps for notes of this height: there are two. */
  of(height: number): NotePrints
}

export interface NotePrints {
  /** The whole stripe for these segments, as high as the inside of the note. */
  stripe(orders: readonly number[]): HTMLCanvasElement
  /** The shadow of a note at rest, around `hole`: the note covers the rest. */
  readonly rest: ShadowStrips
  /** The shadow of a note in hand, in one piece. */
  readonly lift: ShadowPiece
}

/** Only the rim of a shadow is ever seen; of a small note only what lies below it. */
export interface ShadowStrips {
  /** How far it is seen beyond the note, in device pixels. */
  readonly reach: number
  readonly all: readonly ShadowPiece[]
  readonly below: readonly ShadowPiece[]
}

/** Offsets in device pixels from the note's corner. */
export interface ShadowPiece {
  readonly canvas: HTMLCanvasElement
  readonly x: number
  readonly y: number
}

/** Segments that wear the same print have the same stripe. */
const keyOf = (orders: readonly number[]): string =>
  shownOf(orders)
    .map(order => (order < PRINTS.length ? order : PRINTS.length + (order % PRINTS.length)))
    .join()

const MOST_STRIPES = 200
const MOST_STRETCH = 1.6

export function createPrints(): Prints {
  let theme: Theme | undefined
  let scale = 0
  let stretch = 1
  let round = 0
  const edges = new Map<NoteColor | 'drained', string>()
  const sizes = new Map<number, NotePrints>()
  const current = () => ({ theme, scale, round })

  return {
    get stretch() {
      return stretch
    },
    get round() {
      return round
    },
    use: (nextTheme, nextScale, { zooming }) => {
      const change = nextScale / scale
      const isNear = zooming && change > 1 / MOST_STRETCH && change < MOST_STRETCH
      if (nextTheme === theme && (change === 1 || isNear)) {
        stretch = change
        return
      }
      stretch = 1
      theme = nextTheme
      scale = nextScale
      round++
      for (const color of NOTE_COLORS) edges.set(color, paler(theme.notes[color].edge, theme.notes[color].fill, scale))
      edges.set('drained', paler(theme.line, theme.sheet, scale))
    },
    edge: color => edges.get(color) ?? '',
    of: height => {
      let prints = sizes.get(height)
      if (!prints) sizes.set(height, (prints = printsOf(height, current)))
      return prints
    },
  }
}

interface Current {
  readonly theme: Theme | undefined
  readonly scale: number
  readonly round: number
}

function printsOf(height: number, current: () => Current): NotePrints {
  let rest: { round: number; strips: ShadowStrips } | undefined
  let lift: { round: number; piece: ShadowPiece } | undefined
  const stripes = new Map<string, { round: number; bitmap: Bitmap }>()

  return {
    stripe: orders => {
      const now = current()
      const key = keyOf(orders)
      const kept = stripes.get(key)
      if (kept?.round === now.round) return kept.bitmap.canvas
      if (stripes.size > MOST_STRIPES) stripes.clear()
      const drawn = drawStripe(orders, insideOf(height), now, kept?.bitmap)
      stripes.set(key, { round: now.round, bitmap: drawn })
      return drawn.canvas
    },
    get rest() {
      const { theme, scale, round } = current()
      if (rest?.round !== round)
        rest = { round, strips: stripsOf(drawShadow(theme?.rest ?? [], height, scale), height, scale) }
      return rest.strips
    },
    get lift() {
      const { theme, scale, round } = current()
      if (lift?.round !== round) lift = { round, piece: drawShadow(theme?.lift ?? [], height, scale) }
      return lift.piece
    },
  }
}

function drawStripe(orders: readonly number[], height: number, { theme, scale }: Current, again?: Bitmap): Bitmap {
  const made = bitmap(STRIPE.width * scale, height * scale, again)
  const { context, canvas } = made
  if (!theme) return made
  context.fillStyle = theme.print.ground
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (const share of sharesOf(orders, height)) {
    const ink = theme.print.inks[PRINTS[share.print]?.ink ?? 'slate']
    context.save()
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.beginPath()
    context.rect(0, share.y, STRIPE.print, share.height)
    context.clip()
    context.translate(0, share.y)
    drawPrint(context, share.print, share.height, ink)
    context.restore()
    if (share.again) {
      context.fillStyle = theme.print.inks.slate
      context.fillRect((STRIPE.width - 1) * scale, share.y * scale, scale, share.height * scale)
    }
  }
  return made
}

const paler = (edge: string, fill: string, scale: number): string => mixed(fill, edge, Math.min(1, EDGE * scale))

/** How far a shadow reaches beyond its note, in units. */
const reachOf = (shadows: readonly Shadow[]): number =>
  Math.max(0, ...shadows.map(({ y, blur, spread }) => Math.abs(y) + blur + spread)) + 1

/** The whole shadow of a note. The box that throws it lies outside the bitmap. */
function drawShadow(shadows: readonly Shadow[], noteHeight: number, scale: number): ShadowPiece {
  const reach = Math.ceil(reachOf(shadows) * scale)
  const width = NOTE.width * scale
  const height = noteHeight * scale
  const { canvas, context } = bitmap(width + 2 * reach, height + 2 * reach)
  const away = canvas.width + reach
  for (const { y, blur, spread, color } of shadows) {
    context.shadowColor = color
    context.shadowBlur = blur * scale
    context.shadowOffsetX = away
    context.shadowOffsetY = y * scale
    const out = spread * scale
    context.fillRect(reach - out - away, reach - out, width + 2 * out, height + 2 * out)
  }
  return { canvas, x: -reach, y: -reach }
}

/** Cuts the seen rim from a shadow: beneath the note and at its sides. */
function stripsOf({ canvas, x, y }: ShadowPiece, noteHeight: number, scale: number): ShadowStrips {
  const reach = -x
  const inner = Math.ceil(2 * scale)
  const width = Math.round(NOTE.width * scale)
  const height = Math.round(noteHeight * scale)
  const cut = (left: number, top: number, wide: number, high: number): ShadowPiece => {
    const made = bitmap(wide, high)
    made.context.drawImage(canvas, -left, -top)
    return { canvas: made.canvas, x: left + x, y: top + y }
  }
  const below = cut(0, reach + height - inner, canvas.width, canvas.height - reach - height + inner)
  const left = cut(0, 0, reach + inner, reach + height - inner)
  const right = cut(reach + width - inner, 0, canvas.width - reach - width + inner, reach + height - inner)
  return { reach, below: [below], all: [below, left, right] }
}
