/** A stroke under my pen. Others see its way through presence; the document hears of it once, when the pen is lifted. */
import type { Point } from '../../../shared/base/geometry.ts'
import { distance } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import type { StrokeKind } from '../../../shared/canvas/records.ts'
import { LIMITS } from '../../../shared/canvas/schema.ts'
import type { Press } from '../editor.ts'
import type { Parts } from '../parts.ts'
import { seenStroke } from '../pointing.ts'
import type { InkPoint } from '../strokes.ts'
import { EVEN, simplified, storedPoints } from '../strokes.ts'
import type { Gesture } from './gesture.ts'

/** Pixels: less than this from the last point is no news. */
const LEAST_STEP = 1
/** Pixels that the stored line may lie aside of the drawn one. */
const TOLERANCE = 0.4
/** Points that are kept as they came. */
const MOST_FRESH = 200
/** Three numbers a point, and no more bytes than an update may have (64 KiB; a point takes at most 13). */
const MOST_POINTS = Math.min(Math.floor(LIMITS.strokeNumbers / 3), 4_500)

export function drawStroke(parts: Parts, kind: StrokeKind, area: Area, start: Press): Gesture {
  const { board, shown, view, hand, nibs, deeds, pointOf } = parts
  const { color, width } = nibs.value[kind]
  const thaw = shown.freeze()
  const origin = pointOf(start)
  const { x, y } = shown.areaRect(area)
  const anchor = [area, Math.round(origin.x - x), Math.round(origin.y - y)] as const
  const from: Point = { x: x + anchor[1], y: y + anchor[2] }
  let settled: readonly InkPoint[] = []
  let fresh: InkPoint[] = []
  let tolerance = TOLERANCE / view.camera.value.zoom

  const stroke = () => ({ anchor, kind, color, width, points: storedPoints([...settled, ...fresh]) })
  function draw(press: Press): void {
    const at = pointOf(press)
    const point = { x: at.x - from.x, y: at.y - from.y, pressure: press.pressure ?? EVEN }
    const last = fresh.at(-1)
    if (last && distance(last, point) < LEAST_STEP / view.camera.value.zoom) return
    fresh.push(point)
    if (fresh.length > MOST_FRESH) settle()
  }
  /** What was drawn before the last moments is simplified already, so that a long stroke costs no more than a short one. */
  function settle(): void {
    const last = fresh.at(-1)
    settled = [...settled, ...simplified(fresh, tolerance).slice(0, -1)]
    fresh = last ? [last] : []
    while (settled.length > MOST_POINTS) {
      tolerance *= 2
      settled = simplified(settled, tolerance)
    }
  }
  function show(): void {
    hand.set({ kind: 'ink', stroke: stroke() })
    board.presence.set({
      stroke: seenStroke({ anchor, kind, color, width }, [...settled.slice(-MOST_FRESH), ...fresh]),
    })
  }
  /** Only after the stroke is in the document: in any other order others would see it vanish for a moment. */
  function stop(): void {
    board.presence.set({ stroke: null })
    hand.set({ kind: 'nothing' })
    thaw()
  }
  draw(start)
  show()
  return {
    move: press => {
      draw(press)
      show()
    },
    end: press => {
      draw(press)
      settle()
      deeds.drawStroke(stroke())
      stop()
    },
    cancel: stop,
  }
}
