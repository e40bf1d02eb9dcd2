/** What one draws with: pen and highlighter, each with the ink and the width it was last given. */
import type { StrokeKind } from '../../shared/canvas/records.ts'
import type { Ink } from '../../shared/workshop/roles.ts'
import { INKS } from '../../shared/workshop/roles.ts'

/** The ink of the page, and the eight of people and links. */
export const STROKE_COLORS = ['ink', ...INKS] as const
export type StrokeColor = 'ink' | Ink

/** Thin, middle, thick. Units. */
export const STROKE_WIDTHS: Readonly<Record<StrokeKind, readonly [number, number, number]>> = {
  pen: [3, 6, 12],
  highlighter: [16, 24, 40],
}

/** How much of its ink a highlighter leaves: what lies under it can be read. */
export const HIGHLIGHT = 0.3

export interface Nib {
  readonly color: StrokeColor
  readonly width: number
}

export type Nibs = Readonly<Record<StrokeKind, Nib>>

export const FIRST_NIBS: Nibs = {
  pen: { color: 'ink', width: STROKE_WIDTHS.pen[0] },
  highlighter: { color: 'ochre', width: STROKE_WIDTHS.highlighter[1] },
}

/** The ink of a stroke as any program may have written it. */
export const strokeColor = (color: string): StrokeColor => STROKE_COLORS.find(each => each === color) ?? 'ink'
