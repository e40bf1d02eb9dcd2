/** Strokes that I wipe away: those the eraser crossed pale, and go to the bin together when it is lifted. */
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import { strokesCrossed } from '../shown-strokes.ts'
import type { Gesture } from './gesture.ts'

/** Pixels around the pointer; a finger hides more. */
const REACH = { mouse: 8, pen: 8, touch: 14 } as const

export function erase({ board, shown, view, hand, parkingOpen, deeds, pointOf }: Parts, start: Press): Gesture {
  const crossed = new Set<string>()
  /** Of them those that I may take away. */
  const pale = new Set<string>()
  let last = pointOf(start)
  const wipe = (press: Press) => {
    const at = pointOf(press)
    const near = REACH[press.pointer] / view.camera.value.zoom
    const grounds = { strokes: board.canvas.value.strokes.all(), shown, parkingOpen: parkingOpen.value }
    for (const { id, author } of strokesCrossed(grounds, last, at, near)) {
      crossed.add(id)
      if (deeds.mayErase(author)) pale.add(id)
    }
    hand.set({ kind: 'erase', ids: new Set(pale) })
    last = at
  }
  const stop = () => hand.set({ kind: 'nothing' })
  wipe(start)
  return {
    move: wipe,
    end: press => {
      wipe(press)
      deeds.deleteStrokes(crossed)
      stop()
    },
    cancel: stop,
  }
}
