/** What a canvas holds, as read: frozen snapshots, addressed by id. A binned record is one with `bin: true`; readers skip it. */
import type { Area } from './blocks.ts'

/** The eight colours of paper, in the order of the keys Alt 1–8. */
export const NOTE_COLORS = ['straw', 'apricot', 'rose', 'lilac', 'sky', 'lagoon', 'leaf', 'stone'] as const
export type NoteColor = (typeof NOTE_COLORS)[number]

/**
 * A wish: the area, a position in that area's own coordinates (u, from its upper left corner) and when the note was
 * put there (server time, ms). What is shown is computed from it by `shownPlaces`.
 */
export type Place = readonly [area: Area, x: number, y: number, placedAt: number]

/** Empty where it is not known. `due` is a day, like `2026-12-04`. */
export interface Action {
  readonly owner: string
  readonly due: string
}

export interface Note {
  readonly id: string
  readonly place: Place
  readonly text: string
  readonly color: NoteColor
  /** A label: words on the sheet itself. Its colour waits until it is given paper. */
  readonly paper?: 'none'
  /** SHA-256 of an image that the server keeps for this board; shown above the words. */
  readonly image?: string
  /** Person id of the maker; empty when never stored. */
  readonly author: string
  /** Ids of the segment notes this note belongs to, sorted. */
  readonly segments: readonly string[]
  readonly kinds: readonly string[]
  readonly tags: readonly string[]
  /** Short form of a segment's text, from a Markdown heading. */
  readonly name?: string
  readonly group?: string
  /** Something to do: by whom, and until when. */
  readonly action?: Action
  /** What it was called in its author's draft: by that they know it again. Not where names are never stored. */
  readonly draft?: string
  /** Fields of a newer schema, kept as they are. */
  readonly rest?: Readonly<Record<string, unknown>>
}

export interface Link {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly label: string
}

export interface Group {
  readonly id: string
  readonly title: string
  readonly block: Area
  /** Shown as one paper that stands for its notes. */
  readonly closed?: true
}

export const STROKE_KINDS = ['pen', 'highlighter'] as const
export type StrokeKind = (typeof STROKE_KINDS)[number]

/** A line drawn by hand. It lies in the coordinates of its area, so it goes where the area goes. */
export interface Stroke {
  readonly id: string
  readonly anchor: readonly [area: Area, x: number, y: number]
  /** As the pen went, from the anchor: x and y, and of a stroke that has a kind also how hard it was pressed, in percent. */
  readonly points: readonly number[]
  readonly color: string
  /** Units. */
  readonly width: number
  /** Strokes of the first version have none. */
  readonly kind?: StrokeKind
  /** Person id of the maker. */
  readonly author?: string
}

export interface About {
  readonly title: string
  /** Level-3 headings that name no segment's note, kept for the export: `<block>:<n>` → heading text. */
  readonly headings: Readonly<Record<string, string>>
}

/** A whole canvas as plain values: what JSON export, Markdown and tests speak about. Lists are in reading order. */
export interface CanvasContent {
  readonly about: About
  readonly notes: readonly Note[]
  readonly links: readonly Link[]
  readonly groups: readonly Group[]
  readonly strokes: readonly Stroke[]
}
