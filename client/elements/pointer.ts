/** Turns the browser's pointer events into the presses the editor understands. */
import type { Press } from '../editor/editor.ts'

/** Two presses within this time and distance are a double click. */
const TOGETHER_MS = 400
const TOGETHER_PX = 6

export const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

export interface PressReader {
  /** The press of an event on `stage`; a `pointerdown` also counts the clicks. */
  read(event: PointerEvent, stage: Element, keys: { readonly space: boolean }): Press
}

/** All the places a pointer came by since the last event: a line drawn by hand bends at each. */
export const waysOf = (event: PointerEvent): readonly PointerEvent[] => {
  const ways = event.getCoalescedEvents()
  return ways.length > 0 ? ways : [event]
}

/** Pointer events do not count clicks, so it is done here. */
export function readPresses(): PressReader {
  let last = { at: 0, x: 0, y: 0, button: -1 }
  let clicks = 0
  const count = (event: PointerEvent): void => {
    const near = Math.hypot(event.clientX - last.x, event.clientY - last.y) <= TOGETHER_PX
    const again = near && event.button === last.button && event.timeStamp - last.at <= TOGETHER_MS
    clicks = again ? clicks + 1 : 1
    last = { at: event.timeStamp, x: event.clientX, y: event.clientY, button: event.button }
  }
  return {
    read: (event, stage, { space }) => {
      if (event.type === 'pointerdown') count(event)
      const { left, top } = stage.getBoundingClientRect()
      return {
        at: { x: event.clientX - left, y: event.clientY - top },
        pointer: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
        ...(event.pointerType === 'pen' && { pressure: event.pressure }),
        finger: event.pointerId,
        button: event.button === 1 || event.button === 2 ? event.button : 0,
        shift: event.shiftKey,
        alt: event.altKey,
        mod: isApple ? event.metaKey : event.ctrlKey,
        space,
        clicks,
      }
    },
  }
}

const LINE_PX = 16
const PINCH = 0.01

/** A turn of the wheel: with Ctrl (as trackpads pinch) a factor to zoom by, else pixels to pan by. */
export function readWheel(event: WheelEvent): { readonly zoom: number } | { readonly dx: number; readonly dy: number } {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
  // A wheel with notches turns by 100 and more at once, a pinch by a few: neither may jump.
  if (event.ctrlKey || event.metaKey) return { zoom: Math.exp(-Math.max(-25, Math.min(25, dy)) * PINCH) }
  return event.shiftKey && dx === 0 ? { dx: -dy, dy: 0 } : { dx: -dx, dy: -dy }
}
