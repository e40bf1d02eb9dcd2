/** Where strokes stand on this screen: with their area, wherever the layout puts it and however it grew. */
import type { Point } from '../../shared/base/geometry.ts'
import type { Stroke } from '../../shared/canvas/records.ts'
import type { Editor, Shown } from './editor.ts'
import { anchorInside, isCrossed } from './strokes.ts'

interface Grounds {
  readonly strokes: readonly Stroke[]
  readonly shown: Pick<Shown, 'areaRect'>
  readonly parkingOpen: boolean
}

/** The board point of a stroke's anchor; undefined in a parking lot that is closed here. */
function anchorOn({ shown, parkingOpen }: Omit<Grounds, 'strokes'>, anchor: Stroke['anchor']): Point | undefined {
  const [area] = anchor
  if (area === 'parking' && !parkingOpen) return undefined
  const rect = shown.areaRect(area)
  const inside = anchorInside(anchor, rect)
  return { x: rect.x + inside.x, y: rect.y + inside.y }
}

/** The same for what an editor shows. */
export const anchorHere = ({ shown, parkingOpen }: Pick<Editor, 'shown' | 'parkingOpen'>, anchor: Stroke['anchor']) =>
  anchorOn({ shown, parkingOpen: parkingOpen.value }, anchor)

/** The strokes that lie within `near` of the way from one board point to another. */
export function strokesCrossed(grounds: Grounds, from: Point, to: Point, near: number): readonly Stroke[] {
  return grounds.strokes.filter(stroke => {
    const at = anchorOn(grounds, stroke.anchor)
    const seen = (point: Point) => ({ x: point.x - (at?.x ?? 0), y: point.y - (at?.y ?? 0) })
    return at !== undefined && isCrossed(stroke, seen(from), seen(to), near)
  })
}
