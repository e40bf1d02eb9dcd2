/** What a picture is made of. `svg.ts` writes these shapes as text, `png.ts` paints them: the same in both. Units. */
import type { Direction } from '../../shared/base/direction.ts'
import type { Point, Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { LayoutId } from '../../shared/canvas/layouts.ts'
import type { Cut } from '../editor/cuts.ts'
import type { Measure } from '../editor/text-fit.ts'

export interface Words {
  readonly kind: 'words'
  /** Where the first baseline starts or ends, as `anchor` says. */
  readonly x: number
  readonly y: number
  readonly lines: readonly Line[]
  readonly lineHeight: number
  readonly size: number
  readonly cut: Cut
  readonly color: string
  readonly anchor: 'start' | 'end'
  readonly direction: Direction
}

interface Line {
  readonly text: string
  /** As measured: where the typeface is missing, another is fitted to it. */
  readonly width: number
  /** A space stood here before the text was broken into lines. */
  readonly spaced: boolean
}

export interface Box extends Rect {
  readonly kind: 'box'
  readonly fill?: string
  readonly radius?: number
  /** One unit wide, its middle on the edge of the box. */
  readonly stroke?: string
  readonly dash?: readonly [on: number, off: number]
}

/** Filled, or with `stroke` drawn as wide as that. */
export interface Path {
  readonly kind: 'path'
  readonly data: string
  readonly color: string
  readonly stroke?: number
  readonly dash?: readonly [on: number, off: number]
  /** How much of it hides what lies beneath: all, where nothing is said. */
  readonly opacity?: number
}

/** An image within the picture, whole and as its file has it. */
export interface Photo extends Rect {
  readonly kind: 'photo'
  readonly image: PictureImage
}

/** `url` holds the file itself: a picture asks for nothing. */
export interface PictureImage {
  readonly url: string
  readonly width: number
  readonly height: number
}

export type Shape =
  | Box
  | Words
  | Path
  | Photo
  /** One of the eight prints, as high as that. */
  | { readonly kind: 'print'; readonly print: number; readonly x: number; readonly y: number; readonly height: number }
  | Group

/** Shapes that belong together, with their coordinates from here. */
export interface Group {
  readonly kind: 'group'
  readonly at: Point
  /** Words of which not all are shown. */
  readonly title?: string
  /** From here as well. What lies outside is not shown. */
  readonly clip?: Rect
  readonly shapes: readonly Shape[]
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly ground: string
  readonly shapes: readonly Shape[]
}

/** How a canvas is drawn, and what is written on it besides its own words. */
export interface PictureOptions {
  readonly layout: LayoutId
  readonly parking: boolean
  readonly links: boolean
  /** Widths in em. */
  readonly measure: (cut: Cut) => Measure
  /** By hash. One that is not among them leaves its room empty. */
  readonly images?: ReadonlyMap<string, PictureImage>
  readonly words: {
    readonly credit: string
    /** The heading of a canvas without a title. */
    readonly untitled: string
    readonly date: string
    area(area: Area): string
    /** What a note says of the person who made it. */
    initials(author: string): string
    readonly group: {
      /** What a group without a name is called. */
      readonly unnamed: string
      count(notes: number): string
    }
  }
}

type LineLook = Pick<Words, 'size' | 'cut' | 'color'> &
  Partial<Pick<Words, 'anchor' | 'direction'>> &
  Pick<PictureOptions, 'measure'>

/** Words on one line. */
export function lineOf(text: string, at: Point, { measure, ...look }: LineLook): Words {
  const lines = [{ text, width: measure(look.cut)(text) * look.size, spaced: false }]
  return { kind: 'words', anchor: 'start', direction: 'ltr', lineHeight: 0, ...at, ...look, lines }
}

/** Hundredths of a unit are more than anyone sees. */
export const short = (value: number): number => Math.round(value * 100) / 100
