/** Where things are on a note, in units from its upper left corner. The field in which a note is written keeps to the same. */
import type { Direction } from '../../shared/base/direction.ts'
import type { Rect } from '../../shared/base/geometry.ts'
import { NOTE } from '../../shared/canvas/layouts.ts'
import type { Size } from '../../shared/canvas/placement.ts'
import type { Box } from './text-fit.ts'

export const EDGE = 1
export const RADIUS = 2
export const TEXT = { left: 14, leftOfStripe: 25, right: 10, top: 9, height: 95 } as const
export const FOOT = { bottom: 5, height: 18, size: 15, gap: 8, icon: 16 } as const
export const RING = { width: 3, off: 2 } as const
export const HANDLE = 12
/** Of a closed group the edges of the notes below look out so far at the right and at the bottom. */
export const STACK = { papers: 2, step: 5 } as const
/** The paper within its edges. */
export const INSIDE_WIDTH = NOTE.width - 2 * EDGE
export const insideOf = (height: number): number => height - 2 * EDGE

export interface TextBox extends Box {
  readonly x: number
  readonly y: number
}

/** How far the words give way to an image above them, on a note that is high enough for both. */
export const downOf = (image: string | undefined, height: number): number =>
  image === undefined ? 0 : height - NOTE.height

/** How high the words on a note of this height may stand. */
export const roomOf = (height: number): number => height - NOTE.height + TEXT.height

interface Paper {
  readonly hasStripe: boolean
  readonly direction: Direction
  /** Of the whole note. */
  readonly height: number
  readonly down?: number
}

/** Where the words of a note stand. The stripe is at the start edge: on the right for text that runs from there. */
export function textBox({ hasStripe, direction, height, down = 0 }: Paper): TextBox {
  const start = hasStripe ? TEXT.leftOfStripe : TEXT.left
  return {
    x: direction === 'ltr' ? start : TEXT.right,
    y: TEXT.top + down,
    width: NOTE.width - start - TEXT.right,
    height: roomOf(height - down),
  }
}

/** Between an image and the words below it. */
const IMAGE_GAP = 6

/** Where an image lies, above the words; as large as it can be there, and whole. */
export function imageRect(words: Rect, down: number, image: Size): Rect {
  const room = down - IMAGE_GAP
  const scale = Math.min(words.width / image.width, room / image.height)
  const [width, height] = [image.width * scale, image.height * scale]
  return { x: words.x + (words.width - width) / 2, y: TEXT.top + (room - height) / 2, width, height }
}

/** From the top of a line to its baseline: IBM Plex Sans has ascenders of 1.025 em and descenders of .275 em. */
export const baselineOf = (lineHeight: number, size: number): number => lineHeight / 2 + 0.375 * size

/** Where the baseline of the foot lies on a note of this height. */
export const footOf = (height: number): number =>
  height - FOOT.bottom - FOOT.height + baselineOf(FOOT.height, FOOT.size)
