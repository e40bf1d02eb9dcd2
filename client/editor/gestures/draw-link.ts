/** A link being drawn from a note to the note under the pointer. It is there when the pointer is let go over one. */
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

/** The note at a press that a link from this one may reach. */
export function linkTargetAt({ shown, deeds, pointOf }: Parts, from: string, press: Press): string | null {
  const target = shown.noteAt(pointOf(press))
  return target !== undefined && deeds.canLink(from, target) ? target : null
}

/** With `link` it is that one whose head goes to another note: if it is deleted meanwhile, the hand is empty. */
export function drawLink(parts: Parts, from: string, { link }: { readonly link?: string } = {}): Gesture {
  const { board, shown, hand, deeds, pointOf } = parts
  const thaw = shown.freeze()
  const stop = () => {
    for (const end of ends) end()
    hand.set({ kind: 'nothing' })
    thaw()
  }
  const { notes, links } = board.canvas.value
  const ends = [
    notes.subscribe(changed => {
      if (changed.has(from) && !notes.get(from)) parts.letGo()
    }),
    links.subscribe(() => {
      if (link !== undefined && links.get(link)?.from !== from) parts.letGo()
    }),
  ]
  return {
    move: press => hand.set({ kind: 'link', from, to: pointOf(press), target: linkTargetAt(parts, from, press) }),
    end: press => {
      const target = linkTargetAt(parts, from, press)
      if (target !== null && link !== undefined) deeds.reattachLink(link, target)
      else if (target !== null) deeds.linkNotes(from, target)
      stop()
    },
    cancel: stop,
  }
}
