/** The sheet under a hand: it follows the pointer. */
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

export function pan({ view, hand }: Parts, start: Press): Gesture {
  let last = start.at
  hand.set({ kind: 'pan' })
  const stop = () => hand.set({ kind: 'nothing' })
  return {
    move: ({ at }) => {
      view.panBy(at.x - last.x, at.y - last.y)
      last = at
    },
    end: stop,
    cancel: stop,
  }
}
