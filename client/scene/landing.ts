/** Where the notes in my hand will come to lie if I let go now: the slots that are painted under them. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { areaHeight, areaWidth, LAYOUTS, NOTE, STEP } from '../../shared/canvas/layouts.ts'
import type { Place } from '../../shared/canvas/records.ts'
import type { Placed } from '../../shared/canvas/placement.ts'
import { shownPlaces, sizeOf } from '../../shared/canvas/placement.ts'
import type { Drop } from '../editor/deeds/deeds.ts'
import { droppedPlaces } from '../editor/deeds/places.ts'
import type { Shown } from '../editor/editor.ts'

/** With more notes in hand than this the slots would cover what one looks at. */
const MOST_SLOTS = 20
/** With more notes than this in an area, what stands farther away than NEAR is not in the way. */
const FULL = 200
const NEAR = 10 * STEP.y

/** Rectangles in board units. Reckoned against what stands, as the drop will be. */
export function landing(shown: Shown, wishOf: (id: string) => Place | undefined, drop: Drop): readonly Rect[] {
  if (drop.ids.length > MOST_SLOTS) return []
  const byArea = new Map<Area, Placed[]>()
  for (const [id, place] of droppedPlaces(shown, wishOf, drop, Number.MAX_SAFE_INTEGER))
    byArea.set(place[0], [...(byArea.get(place[0]) ?? []), placedLike(shown, { id, place })])
  return [...byArea].flatMap(([area, notes]) => spotsAmong(shown, area, notes, new Set(drop.ids)))
}

function spotsAmong(shown: Shown, area: Area, notes: readonly Placed[], held: ReadonlySet<string>): readonly Rect[] {
  const { x, y } = shown.areaRect(area)
  const layout = LAYOUTS[shown.layout]
  const height = area === 'parking' ? shown.sheet.height : areaHeight(layout, area)
  const standing = inTheWay(shown, area, notes).flatMap((id): Placed[] => {
    const rect = held.has(id) ? undefined : shown.seatOf(id)
    return rect ? [placedLike(shown, { id, place: [area, rect.x - x, rect.y - y, 0] })] : []
  })
  const spots = shownPlaces([...standing, ...notes], areaWidth(layout, area), height)
  return notes.flatMap(({ id }) => {
    const spot = spots.get(id)
    return spot ? [{ x: x + spot.x, y: y + spot.y, ...sizeOf(spot) }] : []
  })
}

/** As high as it stands now, alone or in its closed group. */
function placedLike(shown: Shown, placed: Placed): Placed {
  const closedIn = shown.closedOver(placed.id)
  if (closedIn !== undefined) return { ...placed, closedIn }
  return (shown.seatOf(placed.id)?.height ?? 0) > NOTE.height ? { ...placed, tall: true } : placed
}

/** All notes of an area, or of a very full one those that stand near. */
function inTheWay(shown: Shown, area: Area, notes: readonly Placed[]): readonly string[] {
  const all = shown.notesIn(area)
  if (all.length <= FULL) return all.map(({ id }) => id)
  const room = shown.areaRect(area)
  const tops = notes.map(({ place }) => room.y + place[2])
  const y = Math.max(room.y, Math.min(...tops) - NEAR)
  const bottom = Math.min(room.y + room.height, Math.max(...tops) + NEAR)
  return shown.notesWithin({ ...room, y, height: bottom - y })
}
