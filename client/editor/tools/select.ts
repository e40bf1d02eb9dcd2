/** Selecting: click, shift-click, marquee; dragging what is selected; drawing links from handles; writing by double click. */
import { distance } from '../../../shared/base/geometry.ts'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import { membersOf } from '../../../shared/canvas/groups.ts'
import { startOf, tipOf } from '../curves.ts'
import type { Press, Target } from '../editor.ts'
import { clickOrDrag } from '../gestures/click-or-drag.ts'
import { dragNotes } from '../gestures/drag-notes.ts'
import { drawLink } from '../gestures/draw-link.ts'
import type { Gesture } from '../gestures/gesture.ts'
import { marquee } from '../gestures/marquee.ts'
import { pan } from '../gestures/pan.ts'
import { denialOf, mayI } from '../may.ts'
import { mineAmong } from '../mine.ts'
import type { Parts } from '../parts.ts'
import { addUnder } from './note.ts'
import type { Tool } from './tool.ts'

export function selectTool(parts: Parts): Tool {
  const { chosen, writing } = parts
  return {
    press: (press, target) => {
      if (press.clicks === 2 && target.kind === 'note' && !votedBy(parts, [target.id])) {
        writing.begin(target.id)
        return undefined
      }
      if (press.clicks === 2 && target.kind === 'area' && !isSpine(parts, target)) {
        addUnder(parts, press, target)
        return undefined
      }
      if (target.kind === 'handle') return clickOrDrag(press, { drag: () => drawLink(parts, target.id) })
      if (target.kind === 'note') return pressNotes(parts, press, [target.id])
      if (target.kind === 'group') return pressGroup(parts, press, target.id)
      if (target.kind === 'link') {
        chosen.selectLink(target.id)
        return pressLink(parts, press, target.id)
      }
      return pressPaper(parts, press, target)
    },
  }
}

/** How near one of its ends a link is taken by that, in pixels. */
const NEAR_END = { mouse: 24, pen: 24, touch: 44 } as const

/** A link that is dragged by an end goes to another note, or comes from one. */
function pressLink(parts: Parts, press: Press, id: string): Gesture {
  const { board, links, view, pointOf } = parts
  const drawn = links.value.find(link => link.id === id)
  if (!drawn) return clickOrDrag(press, {})
  const [start, tip] = [startOf(drawn.curve), tipOf(drawn.curve)]
  const point = pointOf(press)
  const end = distance(point, tip) <= distance(point, start) ? 'head' : 'tail'
  const near = NEAR_END[press.pointer] / view.camera.value.zoom
  if (distance(point, end === 'head' ? tip : start) > near) return clickOrDrag(press, {})
  const makers = [drawn.from, drawn.to].map(note => board.canvas.value.notes.get(note)?.author ?? '')
  const stays = end === 'head' ? drawn.from : drawn.to
  return clickOrDrag(press, {
    drag: () => (mayI(board, 'link', makers) ? drawLink(parts, stays, { link: id, end }) : undefined),
  })
}

const idsOfGroup = (canvas: Canvas, id: string): readonly string[] => membersOf(canvas, id).map(note => note.id)

/** A group is its notes: what is done to it is done to them. A double click opens it, or closes it by its name. */
function pressGroup(parts: Parts, press: Press, id: string): Gesture | undefined {
  const { board, deeds } = parts
  if (press.clicks !== 2) return pressNotes(parts, press, idsOfGroup(board.canvas.value, id))
  if (board.canvas.value.groups.get(id)?.closed) deeds.openGroup(id)
  else deeds.closeGroup(id)
  return undefined
}

/** One note, or those of a group. */
function pressNotes(parts: Parts, press: Press, ids: readonly string[]): Gesture {
  const { chosen } = parts
  const wasChosen = ids.every(id => chosen.ids.has(id))
  if (!wasChosen && !press.shift) chosen.select(ids)
  return clickOrDrag(press, {
    click: () => {
      if (press.shift) return chosen.toggle(ids)
      chosen.select(ids)
      const candidate = votedBy(parts, ids)
      if (candidate !== undefined) parts.giveDots(candidate, 1)
    },
    drag: start => {
      if (!wasChosen && press.shift) chosen.toggle(ids)
      return takeInHand(parts, ids, start)
    },
  })
}

/** In a vote a click is a dot; but for facilitators, who point at what others speak of. */
function votedBy({ board, shown, voting }: Parts, [id = '', ...more]: readonly string[]): string | undefined {
  if (!voting.now.value?.isVoter || board.me.value.role === 'facilitator') return undefined
  const candidate = shown.closedOver(id) ?? (more.length === 0 ? id : '')
  return voting.isCandidate(candidate) ? candidate : undefined
}

/** Takes up what may be moved of the selection, and says what stays. Of a group in the hand all must be movable. */
function takeInHand(parts: Parts, grabbed: readonly string[], start: Press): Gesture | undefined {
  const { board, shown, chosen, say } = parts
  const seen = [...chosen.ids].filter(id => shown.seatOf(id))
  const { live, mine } = mineAmong(parts, seen, 'move')
  const denials = grabbed.map(id => denialOf(board, 'move', [board.canvas.value.notes.get(id)?.author ?? '']))
  const why = denials.find(denial => denial !== undefined)
  if (why) {
    say({ kind: 'notAllowed', right: 'move', why })
    return undefined
  }
  const first = grabbed.find(id => mine.includes(id))
  if (first === undefined) return undefined
  if (mine.length < live.length) say({ kind: 'partly', done: mine.length, left: live.length - mine.length })
  return dragNotes(parts, mine, first, start)
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
