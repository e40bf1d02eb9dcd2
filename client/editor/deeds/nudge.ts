/** What the arrows do to several notes: they go that way by a slot, or by as many as it takes to stand clear of the others. */
import type { Point, Rect } from '../../../shared/base/geometry.ts'
import { movedBy, overlaps } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { PADDING, STEP, TITLE_ROW } from '../../../shared/canvas/layouts.ts'
import type { ShownPlaces } from '../../../shared/canvas/placement.ts'
import type { Place } from '../../../shared/canvas/records.ts'
import type { Way } from '../navigation.ts'
import type { NudgeDeeds } from './deeds.ts'
import type { Ground } from './ground.ts'
import { mover } from './moving.ts'
import { papersOf, placeAtDepth, rectIn, roomOf, shiftedTo } from './places.ts'

export function createNudgeDeeds(ground: Ground): NudgeDeeds {
  const { board, shown, mineOf } = ground
  const move = mover(ground)
  const wishOf = (id: string) => board.canvas.value.notes.get(id)?.place

  return {
    nudgeNotes: (ids, way) => {
      const byArea = new Map<Area, (readonly string[])[]>()
      for (const held of papersOf(shown, mineOf(ids, 'move')).values()) {
        const area = wishOf(held[0] ?? '')?.[0]
        if (area) byArea.set(area, [...(byArea.get(area) ?? []), held])
      }
      const places = new Map<string, Place>()
      for (const [area, papers] of byArea) {
        const standing = shown.placesIn(area)
        const seats = papers.flatMap(held => {
          const paper = shown.paperOf(held[0] ?? '') ?? ''
          const at = standing.get(paper)
          return at ? [{ held, paper, rect: rectIn(at) }] : []
        })
        const by = byUntilFree(seats, standing, roomOf(shown, area), way)
        if (by)
          for (const { held, rect } of seats)
            for (const [id, place] of shiftedTo(placeAtDepth(area, movedBy(rect, by), board.now()), held, wishOf))
              places.set(id, place)
      }
      // Where none of them is mine to move, that was said already.
      if (places.size === 0 && byArea.size > 0) ground.say({ kind: 'noRoom', way })
      move('move', places)
    },
  }
}

interface Seat {
  readonly paper: string
  readonly rect: Rect
}
type Room = ReturnType<typeof roomOf>

/** How far all of them go as they stand; undefined when there is no room for them that way. */
function byUntilFree(seats: readonly Seat[], standing: ShownPlaces, room: Room, way: Way): Point | undefined {
  const going = new Set(seats.map(({ paper }) => paper))
  const others = [...standing].flatMap(([id, at]) => (going.has(id) ? [] : [rectIn(at)]))
  const { x, y } = STEPS[way]
  for (let by: Point = { x, y }; ; by = { x: by.x + x, y: by.y + y }) {
    const rects = seats.map(({ rect }) => movedBy(rect, by))
    if (rects.length === 0 || !rects.every(rect => isInside(rect, room))) return undefined
    if (!rects.some(rect => others.some(other => overlaps(rect, other)))) return by
  }
}

const STEPS: Readonly<Record<Way, Point>> = {
  up: { x: 0, y: -STEP.y },
  down: { x: 0, y: STEP.y },
  left: { x: -STEP.x, y: 0 },
  right: { x: STEP.x, y: 0 },
}

const isInside = (rect: Rect, { width, height }: Room): boolean =>
  rect.x >= PADDING &&
  rect.y >= TITLE_ROW &&
  rect.x + rect.width <= width - PADDING &&
  rect.y + rect.height <= height - PADDING
