/** Where notes lie face down on this screen, reckoned anew only when an area, what stands in it, or their number is another. */
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Rect } from '../../shared/base/geometry.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { Editor } from '../editor/editor.ts'
import type { FaceDownPlaces } from '../editor/face-down-places.ts'
import { faceDownPlaces } from '../editor/face-down-places.ts'

interface Reckoned {
  readonly notes: readonly Note[]
  readonly rect: Rect
  readonly count: number
  readonly places: FaceDownPlaces
}

/** From the corner of the area; undefined where none lies. */
export type FaceDownIn = (area: Area) => FaceDownPlaces | undefined

export function keepFaceDown({ shown, faceDown, parkingOpen }: Editor): FaceDownIn {
  const kept = new Map<Area, Reckoned>()
  return area => {
    const count = faceDown.counts.value.get(area) ?? 0
    if (count === 0 || (area === 'parking' && !parkingOpen.value)) return undefined
    const notes = shown.notesIn(area)
    const rect = shown.areaRect(area)
    const before = kept.get(area)
    const { width, height } = before?.rect ?? rect
    const isSame = before?.notes === notes && before.count === count && width === rect.width && height === rect.height
    if (isSame) return before.places
    const places = faceDownPlaces(shown, area, count)
    kept.set(area, { notes, rect, count, places })
    return places
  }
}
