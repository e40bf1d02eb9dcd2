/** Two fingers on the sheet: the points under them stay under them. */
import type { Point } from '../../../shared/base/geometry.ts'
import { distance } from '../../../shared/base/geometry.ts'
import { toBoard, withinZooms } from '../camera.ts'
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import type { Gesture } from './gesture.ts'

const between = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

export function pinch({ view, hand }: Pick<Parts, 'view' | 'hand'>, first: Press, second: Press): Gesture {
  const fingers = new Map([first, second].map(press => [press.finger, press.at]))
  const spread = (): { readonly middle: Point; readonly apart: number } => {
    const [a = first.at, b = second.at] = [...fingers.values()]
    return { middle: between(a, b), apart: Math.max(1, distance(a, b)) }
  }
  const { zoom } = view.camera.value
  const start = spread()
  const held = toBoard(view.camera.value, start.middle)
  hand.set({ kind: 'pan' })
  const stop = () => hand.set({ kind: 'nothing' })
  return {
    move: press => {
      if (!fingers.has(press.finger)) return
      fingers.set(press.finger, press.at)
      const { middle, apart } = spread()
      view.hold(held, middle, withinZooms((zoom * apart) / start.apart, zoom))
    },
    end: stop,
    cancel: stop,
  }
}
