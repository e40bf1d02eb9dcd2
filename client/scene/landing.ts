/** Where the notes in my hand will come to lie if I let go now: the slots that are painted under them. */
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { NOTE, PADDING, STEP } from '../../shared/canvas/layouts.ts'
import type { Placed } from '../../shared/canvas/placement.ts'
import { shownPlaces } from '../../shared/canvas/placement.ts'
import type { Drop } from '../editor/deeds/deeds.ts'
import { droppedPlaces } from '../editor/deeds/places.ts'
import type { Shown } from '../editor/editor.ts'

/** With more notes in hand than this the slots would cover what one looks at. */
const MOST_SLOTS = 20
/** What stands farther away than this is not in the way. */
const NEAR = 10 * STEP.y

/** Upper left corners in board units. Reckoned against what stands, as the drop will be. */
export function landing(shown: Shown, homeOf: (id: string) => Area | undefined, drop: Drop): readonly Point[] {
  if (drop.ids.length > MOST_SLOTS) return []
  const byArea = new Map<Area, Placed[]>()
  for (const [id, place] of droppedPlaces(shown, homeOf, drop, Number.MAX_SAFE_INTEGER))
    byArea.set(place[0], [...(byArea.get(place[0]) ?? []), { id, place }])
  return [...byArea].flatMap(([area, notes]) => spotsAmong(shown, area, notes, new Set(drop.ids)))
}

function spotsAmong(shown: Shown, area: Area, notes: readonly Placed[], held: ReadonlySet<string>): readonly Point[] {
  const { x, y, width, height } = shown.areaRect(area)
  const tops = notes.map(({ place }) => place[2])
  const top = Math.min(...tops) - NEAR
  const near = { x, y: y + top, width, height: Math.max(...tops) + NEAR + NOTE.height - top }
  const standing = shown.notesWithin(near).flatMap((id): Placed[] => {
    const rect = held.has(id) ? undefined : shown.noteRect(id)
    const isHere = rect && rect.x >= x && rect.x < x + width
    return isHere ? [{ id, place: [area, rect.x - x, rect.y - y, 0] }] : []
  })
  const spots = shownPlaces([...standing, ...notes], Math.max(width, 2 * PADDING + NOTE.width), height)
  return notes.flatMap(({ id }) => {
    const spot = spots.get(id)
    return spot ? [{ x: x + spot.x, y: y + spot.y }] : []
  })
}
