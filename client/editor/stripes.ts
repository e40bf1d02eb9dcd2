/** The stripe at a note's edge: which print each segment wears, and how several share the height. Units; drawn by the scene and in pictures. */
import type { Ink } from '../../shared/workshop/roles.ts'

/** Units. */
export const PRINT_WIDTH = 14

export interface Print {
  readonly ink: Ink
  /** The width of its lines; what has none is filled. */
  readonly stroke?: number
  /** Its drawing as the data of a path, from the top at least down to `height`; what hangs over is cut off. */
  path(height: number): string
}

/** The same drawing again and again, each so much lower. */
const repeated =
  (repeat: number, tile: (y: number) => string): Print['path'] =>
  height =>
    Array.from({ length: Math.ceil(height / repeat) }, (_, i) => tile(i * repeat)).join('')

const bar = (x: number, y: number, width: number, height: number): string => `M${x} ${y}h${width}v${height}h${-width}z`

/** The eight prints in the order in which segments get them. */
export const PRINTS = [
  { ink: 'cobalt', path: (height: number) => bar(0, 0, 14, height) },
  { ink: 'plum', stroke: 5.4, path: height => repeated(12, y => `M-2 ${y + 2}l20 -20`)(height + 20) },
  { ink: 'ochre', path: repeated(14, y => `M2 ${y + 7}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`) },
  { ink: 'teal', path: repeated(12, y => bar(0, y + 1, 14, 6)) },
  { ink: 'brick', path: (height: number) => bar(0, 0, 5, height) + bar(9, 0, 5, height) },
  { ink: 'moss', stroke: 4.6, path: repeated(13, y => `M-1 ${y + 2}l8 7.5l8 -7.5`) },
  { ink: 'jade', path: repeated(14, y => bar(0, y, 7, 7) + bar(7, y + 7, 7, 7)) },
  { ink: 'slate', path: repeated(30, y => bar(0, y, 14, 16) + bar(0, y + 20.5, 14, 5)) },
] as const satisfies readonly Print[]

/** The whole strip, and the part of it that carries the print; the rest stays bare. */
export const STRIPE = { width: 16, print: PRINT_WIDTH, bare: 2.5 } as const

export interface Share {
  /** Index into PRINTS. */
  readonly print: number
  /** A ninth segment and on: the same print with a line beside it. */
  readonly again: boolean
  readonly y: number
  readonly height: number
}

/** How many segments a stripe shows; when there are more, it shows three and the foot counts the rest. */
const MOST = 4
const SHOWN_OF_MORE = 3

export const shownOf = (orders: readonly number[]): readonly number[] =>
  orders.length > MOST ? orders.slice(0, SHOWN_OF_MORE) : orders

export const restOf = (orders: readonly number[]): number => orders.length - shownOf(orders).length

/** The shares of a stripe of this height, top to bottom, with a bare gap between them. `orders` are segments' places in the legend. */
export function sharesOf(orders: readonly number[], height: number): readonly Share[] {
  const shown = shownOf(orders)
  const each = height / shown.length
  return shown.map((order, i) => {
    const top = i === 0 ? 0 : i * each + STRIPE.bare / 2
    const bottom = i === shown.length - 1 ? height : (i + 1) * each - STRIPE.bare / 2
    return { print: order % PRINTS.length, again: order >= PRINTS.length, y: top, height: bottom - top }
  })
}
