/** Bitmaps of stripes and shadows, drawn once per zoom, pixel ratio and theme, so that painting a note is a few copies. */
import { NOTE } from '../../shared/canvas/layouts.ts'
import { INSIDE } from './anatomy.ts'
import { PRINTS, STRIPE, sharesOf } from './stripes.ts'
import type { Shadow, Theme } from './theme.ts'

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
  const { repeat } = PRINTS[print] ?? { repeat: STRIPE.width }
  context.fillStyle = color
  context.strokeStyle = color
  for (let y = 0; y < height; y += repeat) {
    context.save()
    context.translate(0, y)
    TILES[print]?.(context)
    context.restore()
  }
}

const line = (context: CanvasRenderingContext2D, width: number, points: readonly (readonly [number, number])[]) => {
  context.lineWidth = width
  context.beginPath()
  for (const [x, y] of points) context.lineTo(x, y)
  context.stroke()
}

/** What each print draws in one repeat (LOOK §6). */
const TILES: readonly ((context: CanvasRenderingContext2D) => void)[] = [
  context => context.fillRect(0, 0, 14, 16.5),
  context => {
    for (const y of [-12, 0, 12])
      line(context, 5.4, [
        [-2, y + 14],
        [18, y - 6],
      ])
  },
  context => {
    context.beginPath()
    context.arc(7, 7, 5, 0, 2 * Math.PI)
    context.fill()
  },
  context => context.fillRect(0, 1, 14, 6),
  context => {
    context.fillRect(0, 0, 5, 16.5)
    context.fillRect(9, 0, 5, 16.5)
  },
  context =>
    line(context, 4.6, [
      [-1, 2],
      [7, 9.5],
      [15, 2],
    ]),
  context => {
    context.fillRect(0, 0, 7, 7)
    context.fillRect(7, 7, 7, 7)
  },
  context => {
    context.fillRect(0, 0, 14, 16)
    context.fillRect(0, 20.5, 14, 5)
  },
]

export interface Prints {
  /** Everything is drawn anew for another zoom, ratio (together: device pixels per unit) or theme; cheap when nothing changed. */
  use(theme: Theme, scale: number): void
  /** The whole stripe for these segments, as high as the inside of a note. */
  stripe(orders: readonly number[]): HTMLCanvasElement
  /** The shadow of a note at rest, around `hole`: the note covers the rest. */
  readonly rest: ShadowStrips
  /** The shadow of a note in hand, in one piece. */
  readonly lift: ShadowPiece
}

/** Only the rim of a shadow is ever seen. Offsets in device pixels from the note's corner. */
export interface ShadowStrips {
  readonly pieces: readonly ShadowPiece[]
}

export interface ShadowPiece {
  readonly canvas: HTMLCanvasElement
  readonly x: number
  readonly y: number
}

const MOST_STRIPES = 96

export function createPrints(): Prints {
  let theme: Theme | undefined
  let scale = 0
  let round = 0
  let rest: { round: number; strips: ShadowStrips } | undefined
  let lift: { round: number; piece: ShadowPiece } | undefined
  const stripes = new Map<string, { round: number; bitmap: Bitmap }>()

  const drawStripe = (orders: readonly number[], again: Bitmap | undefined): Bitmap => {
    const made = bitmap(STRIPE.width * scale, INSIDE.height * scale, again)
    const { context, canvas } = made
    if (!theme) return made
    context.fillStyle = theme.print.ground
    context.fillRect(0, 0, canvas.width, canvas.height)
    for (const share of sharesOf(orders, INSIDE.height)) {
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

  return {
    use: (nextTheme, nextScale) => {
      if (nextTheme === theme && nextScale === scale) return
      theme = nextTheme
      scale = nextScale
      round++
    },
    stripe: orders => {
      const key = orders.join()
      const kept = stripes.get(key)
      if (kept?.round === round) return kept.bitmap.canvas
      if (stripes.size > MOST_STRIPES) stripes.clear()
      const bitmap = drawStripe(orders, kept?.bitmap)
      stripes.set(key, { round, bitmap })
      return bitmap.canvas
    },
    get rest() {
      if (rest?.round !== round) rest = { round, strips: stripsOf(drawShadow(theme?.rest ?? [], scale), scale) }
      return rest.strips
    },
    get lift() {
      if (lift?.round !== round) lift = { round, piece: drawShadow(theme?.lift ?? [], scale) }
      return lift.piece
    },
  }
}

/** How far a shadow reaches beyond its note, in units. */
const reachOf = (shadows: readonly Shadow[]): number =>
  Math.max(0, ...shadows.map(({ y, blur, spread }) => Math.abs(y) + blur + spread)) + 1

/** The whole shadow of a note. The box that throws it lies outside the bitmap. */
function drawShadow(shadows: readonly Shadow[], scale: number): ShadowPiece {
  const reach = Math.ceil(reachOf(shadows) * scale)
  const width = NOTE.width * scale
  const height = NOTE.height * scale
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
function stripsOf({ canvas, x, y }: ShadowPiece, scale: number): ShadowStrips {
  const reach = -x
  const inner = Math.ceil(2 * scale)
  const width = Math.round(NOTE.width * scale)
  const height = Math.round(NOTE.height * scale)
  const cut = (left: number, top: number, wide: number, high: number): ShadowPiece => {
    const made = bitmap(wide, high)
    made.context.drawImage(canvas, -left, -top)
    return { canvas: made.canvas, x: left + x, y: top + y }
  }
  return {
    pieces: [
      cut(0, reach + height - inner, canvas.width, canvas.height - reach - height + inner),
      cut(0, 0, reach + inner, reach + height - inner),
      cut(reach + width - inner, 0, canvas.width - reach - width + inner, reach + height - inner),
    ],
  }
}
