/** A rectangle drawn over notes: those it touches are selected; with shift, besides those that were. */
import { rectBetween } from '../../../shared/base/geometry.ts'
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

export function marquee({ shown, hand, chosen, pointOf }: Parts, start: Press): Gesture {
  const from = pointOf(start)
  const before = [...chosen.ids]
  const thaw = shown.freeze()
  const stop = () => {
    hand.set({ kind: 'nothing' })
    thaw()
  }
  const move = (press: Press) => {
    const rect = rectBetween(from, pointOf(press))
    hand.set({ kind: 'marquee', rect })
    chosen.select([...(start.shift ? before : []), ...shown.notesWithin(rect)])
  }
  return {
    move,
    end: press => {
      move(press)
      stop()
    },
    cancel: () => {
      chosen.select(before)
      stop()
    },
  }
}
