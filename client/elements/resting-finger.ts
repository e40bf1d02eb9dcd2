/** A finger that rests on something asks for its menu: counted here, alike in all browsers, some of which never ask by themselves. */
import type { Point } from '../../shared/base/geometry.ts'
import { distance } from '../../shared/base/geometry.ts'
import { LONG_PRESS_MS } from './menu-asked.ts'

/** How far a resting finger wanders. */
export const STEADY_PX = 9

/** What was under the finger, outermost last, and where it rests. */
type Rested = (path: readonly EventTarget[], at: Point) => void

/** A finger that wanders or lifts, or whose press the browser takes away to scroll, asks for nothing; one that rested presses nothing. */
export function whenFingerRests(target: HTMLElement, rested: Rested): void {
  let from: Point | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let hasRested = false
  const stir = () => clearTimeout(timer)

  target.addEventListener('pointerdown', event => {
    stir()
    hasRested = false
    if (event.pointerType !== 'touch' || !event.isPrimary) return
    const [path, at] = [event.composedPath(), { x: event.clientX, y: event.clientY }]
    from = at
    timer = setTimeout(() => {
      hasRested = true
      rested(path, at)
    }, LONG_PRESS_MS)
  })
  target.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
    if (from && distance(from, { x, y }) > STEADY_PX) stir()
  })
  for (const end of ['pointerup', 'pointercancel'] as const) target.addEventListener(end, stir)
  // Else the browser would make a press of it, which takes the focus from the menu.
  target.addEventListener('touchend', event => hasRested && event.preventDefault(), { passive: false })
}
