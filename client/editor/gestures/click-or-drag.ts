/** A press that is not yet known: a click when it is let go near where it began, else the gesture that a drag begins. */
import { distance } from '../../../shared/base/geometry.ts'
import type { Press } from '../editor.ts'
import type { Gesture } from './gesture.ts'

/** Pixels that a pointer wanders in a click; a finger is less steady. */
const STEADY = { mouse: 4, pen: 6, touch: 9 } as const

export interface Begins {
  click?(press: Press): void
  drag?(start: Press): Gesture | undefined
}

export function clickOrDrag(start: Press, { click, drag }: Begins): Gesture {
  let dragged: Gesture | undefined
  let isDrag = false
  return {
    move: press => {
      if (!isDrag && distance(start.at, press.at) <= STEADY[press.pointer]) return
      if (!isDrag) dragged = drag?.(start)
      isDrag = true
      dragged?.move(press)
    },
    end: press => {
      if (isDrag) dragged?.end(press)
      else click?.(press)
    },
    cancel: () => dragged?.cancel(),
  }
}
