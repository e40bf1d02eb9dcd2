/** Where notes that lie face down are drawn in their area: in slots that nothing covers, and the last of them stands for all that find none. */
import type { Rect } from '../../shared/base/geometry.ts'
import { movedBy } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { NOTE, PADDING, TALL_NOTE } from '../../shared/canvas/layouts.ts'
import type { ShownPlace } from '../../shared/canvas/placement.ts'
import { freeSlots } from '../../shared/canvas/placement.ts'
import type { Shown } from './editor.ts'

export interface FaceDownPlaces {
  /** From the corner of the area, in reading order. */
  readonly rects: readonly Rect[]
  /** How many notes the last one stands for. */
  readonly inLast: number
}

/** An area that grew for what stands in it is not filled up to its end. */
const MOST = 24

/** No area grows for them, and no note makes room: where all is full, the count beside the title says it. */
export function faceDownPlaces(shown: Shown, area: Area, count: number): FaceDownPlaces {
  const { x, y, width, height } = shown.areaRect(area)
  const standing = new Map<string, ShownPlace>()
  for (const { id } of shown.notesIn(area)) {
    const seat = shown.paperOf(id) === id ? shown.seatOf(id) : undefined
    if (!seat) continue
    const spot = { x: seat.x - x, y: seat.y - y }
    standing.set(id, seat.height === TALL_NOTE.height ? { ...spot, tall: true } : spot)
  }
  const next = freeSlots(standing, width)
  const rects: Rect[] = []
  while (rects.length < Math.min(count, MOST)) {
    const rect = movedBy({ x: 0, y: 0, ...NOTE }, next())
    if (rect.y + rect.height + PADDING > height) break
    rects.push(rect)
  }
  return { rects, inLast: rects.length === 0 ? 0 : count - rects.length + 1 }
}
