/** The stripe at a note's edge: which print each segment wears, and how several share the height. Units; drawn by `prints.ts`. */
import type { Ink } from '../../shared/workshop/roles.ts'

/** A print that is the same all the way down. */
const WHOLE = Number.POSITIVE_INFINITY

/** The eight prints in the order in which segments get them, each with the height after which it begins again (LOOK §6). */
export const PRINTS: readonly { readonly ink: Ink; readonly repeat: number }[] = [
  { ink: 'cobalt', repeat: WHOLE },
  { ink: 'plum', repeat: 12 },
  { ink: 'ochre', repeat: 14 },
  { ink: 'teal', repeat: 12 },
  { ink: 'brick', repeat: WHOLE },
  { ink: 'moss', repeat: 13 },
  { ink: 'jade', repeat: 14 },
  { ink: 'slate', repeat: 30 },
]

/** The whole strip, and the part of it that carries the print; the rest stays bare. */
export const STRIPE = { width: 16, print: 14, bare: 2.5 } as const

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
