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
  /** What the context writes in now; nothing yet when a layer begins. */
  readonly type: { cut?: Cut; size?: number }
}

/** Sets the type of what is written next; `size` in the context's own units. Finding a typeface costs, so only when it is another. */
export function setType({ context, theme, type }: Brush, cut: Cut, size: number): void {
  if (type.cut === cut && type.size === size) return
  if (!type.cut) context.textRendering = 'geometricPrecision'
  type.cut = cut
  type.size = size
  context.font = `${cut.weight} ${size}px ${theme.font}`
  context.letterSpacing = `${cut.tracking * size}px`
}

/** Width in em. */
export const measureOf = ({ ruler }: Brush, { weight, tracking }: Cut): Measure => ruler.measure(weight, tracking)
