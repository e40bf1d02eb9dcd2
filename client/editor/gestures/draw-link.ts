/** A link being drawn from a note to the note under the pointer. It is there when the pointer is let go over one. */
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

/** The note at a press that a link from this one may reach. */
export function linkTargetAt({ shown, deeds, pointOf }: Parts, from: string, press: Press): string | null {
  const target = shown.noteAt(pointOf(press))
  return target !== undefined && deeds.canLink(from, target) ? target : null
}

export function drawLink(parts: Parts, from: string): Gesture {
  const { board, shown, hand, deeds, pointOf } = parts
  const thaw = shown.freeze()
  const stop = () => {
    unhear()
    hand.set({ kind: 'nothing' })
    thaw()
  }
  const unhear = board.canvas.value.notes.subscribe(changed => {
    if (changed.has(from) && !board.canvas.value.notes.get(from)) parts.letGo()
  })
  return {
    move: press => hand.set({ kind: 'link', from, to: pointOf(press), target: linkTargetAt(parts, from, press) }),
    end: press => {
      const target = linkTargetAt(parts, from, press)
      if (target !== null) deeds.linkNotes(from, target)
      stop()
    },
    cancel: stop,
  }
}
