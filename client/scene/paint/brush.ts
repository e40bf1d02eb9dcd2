/** What every painter holds: the surface, the lens, the theme and the type. */
import type { Cut } from '../../editor/cuts.ts'
import type { Measure } from '../../editor/text-fit.ts'
import type { Lens } from '../lens.ts'
import type { Ruler } from '../ruler.ts'
import type { Theme } from '../theme.ts'

export interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly lens: Lens
  readonly theme: Theme
  readonly ruler: Ruler
}

/** Sets the type of what is written next; `size` in the context's own units. */
export function setType({ context, theme }: Brush, { weight, tracking }: Cut, size: number): void {
  context.font = `${weight} ${size}px ${theme.font}`
  context.letterSpacing = `${tracking * size}px`
  context.textRendering = 'geometricPrecision'
}

/** Width in em. */
export const measureOf = ({ ruler }: Brush, { weight, tracking }: Cut): Measure => ruler.measure(weight, tracking)
