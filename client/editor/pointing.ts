/** What others see of my pointer and selection, in points that mean the same on their screens. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import type { Board, SeenStroke, Spot } from './board.ts'
import type { Selection } from './editor.ts'
import type { ShownCanvas } from './shown.ts'
import type { InkPoint } from './strokes.ts'
import { simplified } from './strokes.ts'

/** Presence has 2 KB for everything, so long lists are cut. */
export const MOST_IDS = 20

/** And of a stroke so many points: at most 14 letters each. */
const MOST_POINTS = 80
/** Units: others see the line roughly until it is done. */
const ROUGH = 1.5

/** The whole of a stroke in a few points while it is short, then its end. */
export const seenStroke = (look: Omit<SeenStroke, 'tail'>, points: readonly InkPoint[]): SeenStroke => ({
  ...look,
  tail: simplified(points, ROUGH)
    .slice(-MOST_POINTS)
    .flatMap(({ x, y }) => [Math.round(x), Math.round(y)]),
})

/**
 * Those of very many notes that others are told of: the one under the pointer, which is the first, and the rest with those
 * in front that reach farthest. A box round what is named is then a box round all.
 */
export function namedAmong(ids: readonly string[], { seatOf }: Pick<ShownCanvas, 'seatOf'>): readonly string[] {
  const [first, ...rest] = ids
  if (first === undefined || ids.length <= MOST_IDS) return ids
  const seats = rest.flatMap(id => {
    const seat = seatOf(id)
    return seat ? [{ id, seat }] : []
  })
  const farthest = SIDES.flatMap(reach => {
    const [start, ...others] = seats
    return start ? others.reduce((far, each) => (reach(each.seat) > reach(far.seat) ? each : far), start).id : []
  })
  return [...new Set([first, ...farthest, ...rest])].slice(0, MOST_IDS)
}

/** How far a rectangle reaches to the left, up, to the right and down. */
const SIDES: readonly ((rect: Rect) => number)[] = [
  ({ x }) => -x,
  ({ y }) => -y,
  ({ x, width }) => x + width,
  ({ y, height }) => y + height,
]

export function spotAt(shown: ShownCanvas, point: Point): Spot {
  const area = shown.areaAt(point)
  if (!area) return ['desk', Math.round(point.x), Math.round(point.y)]
  const { x, y } = shown.areaRect(area)
  return [area, Math.round(point.x - x), Math.round(point.y - y)]
}

/** The twin; undefined for a spot in a parking lot that is closed here. */
export function pointAt(
  shown: ShownCanvas,
  { parkingOpen }: { readonly parkingOpen: boolean },
  spot: Spot,
): Point | undefined {
  const [where, x, y] = spot
  if (where === 'desk') return { x, y }
  if (where === 'parking' && !parkingOpen) return undefined
  const rect = shown.areaRect(where)
  return { x: rect.x + x, y: rect.y + y }
}

export function showSelection({ presence }: Board, selection: Selection): void {
  const ids = selection.kind === 'notes' ? [...selection.ids].slice(0, MOST_IDS) : []
  presence.set({ selection: ids.length > 0 ? ids : null })
}
