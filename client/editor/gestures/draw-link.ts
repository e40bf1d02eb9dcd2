/** A link being drawn from a note to the note under the pointer. It is there when the pointer is let go over one. */
import type { LinkEnd, Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

/** The note at a press that a link from this one may reach, or of which the tail is in the hand: that may reach this one. */
export function linkTargetAt(
  { shown, deeds, pointOf }: Parts,
  from: string,
  press: Press,
  end: LinkEnd = 'head',
): string | null {
  const target = shown.noteAt(pointOf(press))
  if (target === undefined) return null
  const fits = end === 'head' ? deeds.canLink(from, target) : deeds.canLink(target, from)
  return fits ? target : null
}

export interface Reattaching {
  readonly link: string
  readonly end: LinkEnd
}

/** With `again` it is that link of which an end goes to another note: if it is deleted meanwhile, the hand is empty. */
export function drawLink(parts: Parts, from: string, again?: Reattaching): Gesture {
  const { board, shown, hand, deeds, pointOf } = parts
  const end = again?.end ?? 'head'
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
      const link = again && links.get(again.link)
      if (again && (again.end === 'head' ? link?.from : link?.to) !== from) parts.letGo()
    }),
  ]
  return {
    move: press =>
      hand.set({ kind: 'link', from, to: pointOf(press), target: linkTargetAt(parts, from, press, end), end }),
    end: press => {
      const target = linkTargetAt(parts, from, press, end)
      if (target !== null && again) deeds.reattachLink(again.link, end, target)
      else if (target !== null) deeds.linkNotes(from, target)
      stop()
    },
    cancel: stop,
  }
}
