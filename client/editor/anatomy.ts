/** Where things are on a note, in units from its upper left corner. The field in which a note is written keeps to the same. */
import type { Direction } from '../../shared/base/direction.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { Box } from './text-fit.ts'

export const EDGE = 1
export const RADIUS = 2
export const TEXT = { left: 14, leftOfStripe: 25, right: 10, top: 9, height: 95 } as const
export const FOOT = { bottom: 5, height: 18, size: 15, gap: 8, icon: 16 } as const
export const RING = { width: 3, off: 2 } as const
export const HANDLE = 12
/** The paper within its edges. */
export const INSIDE_WIDTH = NOTE.width - 2 * EDGE
export const insideOf = (height: number): number => height - 2 * EDGE

export interface TextBox extends Box {
  readonly x: number
  readonly y: number
}

/** How high the words on a note of this height may stand. */
export const roomOf = (height: number): number => height - NOTE.height + TEXT.height

interface Paper {
  readonly hasStripe: boolean
  readonly direction: Direction
  /** Of the whole note. */
  readonly height: number
}

/** Where the words of a note stand. The stripe is at the start edge: on the right for text that runs from there. */
export function textBox({ hasStripe, direction, height }: Paper): TextBox {
  const start = hasStripe ? TEXT.leftOfStripe : TEXT.left
  return {
    x: direction === 'ltr' ? start : TEXT.right,
    y: TEXT.top,
    width: NOTE.width - start - TEXT.right,
    height: roomOf(height),
  }
}

/** From the top of a line to its baseline: IBM Plex Sans has ascenders of 1.025 em and descenders of .275 em. */
export const baselineOf = (lineHeight: number, size: number): number => lineHeight / 2 + 0.375 * size

/** Where the baseline of the foot lies on a note of this height. */
export const footOf = (height: number): number =>
  height - FOOT.bottom - FOOT.height + baselineOf(FOOT.height, FOOT.size)
