/** Selecting: click, shift-click, marquee; dragging what is selected; drawing links from handles; writing by double click. */
import type { Press, Target } from '../editor.ts'
import { clickOrDrag } from '../gestures/click-or-drag.ts'
import { dragNotes } from '../gestures/drag-notes.ts'
import { drawLink } from '../gestures/draw-link.ts'
import type { Gesture } from '../gestures/gesture.ts'
import { marquee } from '../gestures/marquee.ts'
import { pan } from '../gestures/pan.ts'
import { denialOf } from '../may.ts'
import type { Parts } from '../parts.ts'
import { addUnder } from './note.ts'
import type { Tool } from './tool.ts'

export function selectTool(parts: Parts): Tool {
  const { chosen, writing } = parts
  return {
    press: (press, target) => {
      if (press.button === 2) return chooseUnder(parts, target)
      if (press.clicks === 2 && target.kind === 'note') {
        writing.begin(target.id)
        return undefined
      }
      if (press.clicks === 2 && target.kind === 'area' && !isSpine(parts, target)) {
        addUnder(parts, press, target)
        return undefined
      }
      if (target.kind === 'handle') return clickOrDrag(press, { drag: () => drawLink(parts, target.id) })
      if (target.kind === 'note') return pressNote(parts, press, target.id)
      if (target.kind === 'link') {
        chosen.selectLink(target.id)
        return clickOrDrag(press, {})
      }
      return pressPaper(parts, press, target)
    },
  }
}

/** The menu of a right click is about what lies under it. */
function chooseUnder({ chosen }: Parts, target: Target): undefined {
  if (target.kind === 'note' && !chosen.ids.has(target.id)) chosen.select([target.id])
  else if (target.kind === 'link') chosen.selectLink(target.id)
}

function pressNote(parts: Parts, press: Press, id: string): Gesture {
  const { chosen } = parts
  const wasChosen = chosen.ids.has(id)
  if (!wasChosen && !press.shift) chosen.select([id])
  return clickOrDrag(press, {
    click: () => {
      if (press.shift) chosen.toggle(id)
      else chosen.select([id])
    },
    drag: start => {
      if (!wasChosen && press.shift) chosen.toggle(id)
      return takeInHand(parts, id, start)
    },
  })
}

/** Takes up what may be moved of the selection, and says what stays. */
function takeInHand(parts: Parts, grabbed: string, start: Press): Gesture | undefined {
  const { board, shown, chosen, say } = parts
  const notes = [...chosen.ids].flatMap(id => board.canvas.value.notes.get(id) ?? [])
  const seen = notes.filter(({ id }) => shown.noteRect(id))
  const why = (author: string) => denialOf(board, 'move', [author])
  const mine = seen.filter(({ author }) => !why(author)).map(({ id }) => id)
  const denial = why(board.canvas.value.notes.get(grabbed)?.author ?? '')
  if (denial) {
    say({ kind: 'notAllowed', right: 'move', why: denial })
    return undefined
  }
  if (!mine.includes(grabbed)) return undefined
  if (mine.length < seen.length) say({ kind: 'partly', done: mine.length, left: seen.length - mine.length })
  return dragNotes(parts, mine, grabbed, start)
}

function pressPaper(parts: Parts, press: Press, target: Target): Gesture {
  const { chosen, parkingOpen } = parts
  return clickOrDrag(press, {
    click: () => {
      if (isSpine(parts, target)) parkingOpen.set(true)
      else if (!press.shift) chosen.clear()
    },
    // A finger on paper moves the paper; only what is precise draws rectangles.
    drag: start => (press.pointer === 'touch' ? pan(parts, start) : marquee(parts, start)),
  })
}

/** The closed parking lot: a spine to click on. */
const isSpine = ({ parkingOpen }: Parts, target: Target): boolean =>
  target.kind === 'area' && target.area === 'parking' && !parkingOpen.value
