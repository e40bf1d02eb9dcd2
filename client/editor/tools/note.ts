/** Placing a note: a click in an area puts one under the pointer and writes in it at once; then selecting goes on. */
import { NOTE } from '../../../shared/canvas/layouts.ts'
import type { Press, Target } from '../editor.ts'
import { clickOrDrag } from '../gestures/click-or-drag.ts'
import type { Parts } from '../parts.ts'
import type { Tool } from './tool.ts'

export function noteTool(parts: Parts): Tool {
  const { tool, hand, pointOf } = parts
  const rest = () => {
    if (hand.value.kind === 'place') hand.set({ kind: 'nothing' })
  }
  return {
    rest,
    hover: (press, target) => {
      if (target.kind === 'nothing') rest()
      else hand.set({ kind: 'place', at: pointOf(press) })
    },
    press: (press, target) =>
      clickOrDrag(press, {
        click: () => {
          rest()
          tool.set('select')
          addUnder(parts, press, target)
        },
      }),
  }
}

/** A new note with its middle under the press, to be written. */
export function addUnder({ shown, writing, parkingOpen, pointOf }: Parts, press: Press, target: Target): void {
  const point = pointOf(press)
  const area = target.kind === 'nothing' ? undefined : shown.areaAt(point)
  if (!area) return
  if (area === 'parking') parkingOpen.set(true)
  const { x, y } = shown.areaRect(area)
  writing.beginNew(area, { at: { x: point.x - x - NOTE.width / 2, y: point.y - y - NOTE.height / 2 } })
}
