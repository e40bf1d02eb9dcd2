/** Leads every press to the gesture that it begins, and the moves after it to that gesture until it ends. */
import type { Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { membersOf } from '../../shared/canvas/groups.ts'
import type { Press, Target } from './editor.ts'
import type { Gesture } from './gestures/gesture.ts'
import { pan } from './gestures/pan.ts'
import { pinch } from './gestures/pinch.ts'
import type { Parts } from './parts.ts'
import { spotAt } from './pointing.ts'
import type { Tool } from './tools/tool.ts'

export interface Presses {
  press(press: Press): void
  move(press: Press): void
  release(press: Press): void
  leave(): void
  /** Ends the gesture if this press holds it. */
  lose(press: Press): void
  /** Ends the gesture under way; nothing is written. */
  letGo(): void
}

const NOTHING: Target = Object.freeze({ kind: 'nothing' })

export function leadPresses(parts: Parts, hover: Value<Target>, tool: () => Tool): Presses {
  const { board, shown, writing, hand, hasPen, pointer, pointOf, targetAt } = parts
  let gesture: Gesture | undefined
  /** The presses that hold the gesture: one, or the two fingers of a pinch. */
  let holders: readonly Press[] = []
  const holds = ({ finger }: Press) => holders.some(holder => holder.finger === finger)

  /** Forgets the gesture before it ends, so that nothing it sets off can end it again. */
  function take(): Gesture | undefined {
    const taken = gesture
    gesture = undefined
    holders = []
    return taken
  }
  function letGo(): void {
    take()?.cancel()
  }
  function begin(press: Press): Gesture | undefined {
    const target = targetAt(press)
    const written = writing.note.value
    if (written !== undefined) {
      if (target.kind === 'note' && target.id === written) return undefined
      writing.end()
    }
    if (press.button === 2) return chooseUnder(parts, target)
    if (press.button === 1 || (press.space && press.button === 0)) return pan(parts, press)
    return tool().press(press, target)
  }
  function second(press: Press): void {
    const [first] = holders
    if (!first || first.pointer !== 'touch' || press.pointer !== 'touch' || holders.length !== 1 || holds(press)) return
    letGo()
    holders = [first, press]
    gesture = pinch(parts, first, press)
  }
  /** A pen that comes down beside the palm of its hand takes over from it. */
  function takesOver({ pointer }: Press): boolean {
    return pointer === 'pen' && holders.every(holder => holder.pointer === 'touch')
  }
  function point(press: Press): void {
    if (press.pointer === 'pen' && !hasPen.value) hasPen.set(true)
    if (press.pointer === 'touch') return
    pointer.set(pointOf(press))
    board.presence.set({ cursor: spotAt(shown, pointOf(press)) })
    if (gesture) return
    const target = targetAt(press)
    if (!sameTarget(target, hover.value)) hover.set(target)
    tool().hover?.(press, target)
  }

  return {
    letGo,
    press: press => {
      if (press.pointer === 'pen' && !hasPen.value) hasPen.set(true)
      if (gesture && takesOver(press)) letGo()
      if (gesture) return second(press)
      holders = [press]
      gesture = begin(press)
    },
    move: press => {
      if (gesture && holds(press)) {
        if (holders.length === 1) holders = [press]
        gesture.move(press)
      }
      point(press)
    },
    release: press => {
      if (gesture && holds(press)) take()?.end(press)
    },
    lose: press => {
      if (holds(press)) letGo()
    },
    leave: () => {
      hover.set(NOTHING)
      if (hand.value.kind === 'place') hand.set({ kind: 'nothing' })
      pointer.set(undefined)
      board.presence.set({ cursor: null })
    },
  }
}

/** A group is its notes. */
function idsUnder(canvas: Canvas, target: Target): readonly string[] {
  if (target.kind === 'group') return membersOf(canvas, target.id).map(({ id }) => id)
  return target.kind === 'note' || target.kind === 'handle' ? [target.id] : []
}

/** A right press, whatever the tool, chooses what its menu is about; on paper nothing is. */
function chooseUnder({ board, chosen }: Parts, target: Target): undefined {
  if (target.kind === 'link') return void chosen.selectLink(target.id)
  const ids = idsUnder(board.canvas.value, target)
  if (ids.length === 0 || !ids.every(id => chosen.ids.has(id))) chosen.select(ids)
}

const sameTarget = (a: Target, b: Target): boolean =>
  a.kind === b.kind &&
  ('id' in a && 'id' in b ? a.id === b.id : true) &&
  ('side' in a && 'side' in b ? a.side === b.side : true) &&
  ('area' in a && 'area' in b ? a.area === b.area : true)
