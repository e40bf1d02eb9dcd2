/** What every painter holds: the surface, the lens, the theme and the type. */
import type { Lens } from '../lens.ts'
import type { Ruler } from '../ruler.ts'
import type { Measure } from '../text-fit.ts'
import type { Theme } from '../theme.ts'

export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly lens: Lens
  readonly theme: Theme
  readonly ruler: Ruler
}

/** A cut of the typeface: weight, and tracking in em. */
export interface Cut {
  readonly weight: number
  readonly tracking: number
}

export const CUTS = {
  note: { weight: 470, tracking: -0.006 },
  foot: { weight: 520, tracking: 0 },
  title: { weight: 620, tracking: -0.004 },
  number: { weight: 480, tracking: 0 },
  text: { weight: 450, tracking: 0 },
  question: { weight: 450, tracking: -0.006 },
  spine: { weight: 560, tracking: 0 },
  strong: { weight: 600, tracking: 0 },
} as const satisfies Record<string, Cut>

/** Sets the type of what is written next; `size` in the context's own units. */
export function setType({ context, theme }: Brush, { weight, tracking }: Cut, size: number): void {
  context.font = `${weight} ${size}px ${theme.font}`
  context.letterSpacing = `${tracking * size}px`
  context.textRendering = 'geometricPrecision'
}

/** Width in em. */
export const measureOf = ({ ruler }: Brush, { weight, tracking }: Cut): Measure => ruler.measure(weight, tracking)

/** The text, or as much of it as fits, with an ellipsis. */
export function shortened(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const letters = [...text]
  while (letters.length > 0 && measure(`${letters.join('').trimEnd()}…`) > width) letters.pop()
  return letters.length > 0 ? `${letters.join('').trimEnd()}…` : ''
}
