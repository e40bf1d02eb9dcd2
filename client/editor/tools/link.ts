/** Drawing links: drag from note to note, or click one and then the other. */
import type { Press } from '../editor.ts'
import { clickOrDrag } from '../gestures/click-or-drag.ts'
import { drawLink, linkTargetAt } from '../gestures/draw-link.ts'
import { pan } from '../gestures/pan.ts'
import type { Parts } from '../parts.ts'
import type { Tool } from './tool.ts'

export function linkTool(parts: Parts): Tool {
  const { board, hand, chosen, deeds, pointOf } = parts
  /** The note that was clicked first. */
  let from: string | undefined

  const rest = () => {
    from = undefined
    if (hand.value.kind === 'link') hand.set({ kind: 'nothing' })
  }
  const reachFrom = (id: string, press: Press) =>
    hand.set({ kind: 'link', from: id, to: pointOf(press), target: linkTargetAt(parts, id, press), end: 'head' })
  const click = (id: string, press: Press) => {
    if (from === undefined || from === id) {
      from = from === id ? undefined : id
      if (from === undefined) rest()
      else reachFrom(id, press)
      return
    }
    deeds.linkNotes(from, id)
    rest()
  }
  return {
    rest,
    hover: press => {
      if (from !== undefined && !board.canvas.value.notes.get(from)) rest()
      if (from !== undefined) reachFrom(from, press)
    },
    press: (press, target) => {
      if (target.kind === 'note' || target.kind === 'handle') {
        const { id } = target
        return clickOrDrag(press, {
          click: () => click(id, press),
          drag: () => {
            rest()
            return drawLink(parts, id)
          },
        })
      }
      if (target.kind === 'link') chosen.selectLink(target.id)
      return clickOrDrag(press, {
        click: () => {
          rest()
          if (target.kind !== 'link') chosen.clear()
        },
        drag: start => (press.pointer === 'touch' ? pan(parts, start) : undefined),
      })
    },
  }
}
