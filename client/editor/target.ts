/** What is under a point of the stage: a handle of the selected note, a note, a drawn link, an area, or nothing. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { contains, distance } from '../../shared/base/geometry.ts'
import { toBoard } from './camera.ts'
import { boundsOf, distanceTo } from './curves.ts'
import type { Camera, DrawnLink, Press, Selection, Shown, Target } from './editor.ts'
import { heapsOf, nameStrip } from './group-outline.ts'
import { portAt, SIDES } from './sides.ts'

/** The middle of a handle lies this far off the note, on its ring. Board units. */
const HANDLE_OFF = 3.5
/** A note lower than this on the screen has no handles: they would cover it. */
export const HANDLES_FROM = 48
/** How near is near, in pixels: targets are 24 wide, 44 for a finger. */
const NEAR_HANDLE = { mouse: 12, pen: 12, touch: 22 } as const
const NEAR_LINK = { mouse: 6, pen: 8, touch: 14 } as const
/** How far into the note its handles reach, so that the note itself stays easy to grasp. Board units. */
const INTO_NOTE = 8

export interface Grounds {
  readonly shown: Shown
  readonly camera: Camera
  readonly selection: Selection
  readonly links: readonly DrawnLink[]
  /** May links be drawn, and is nothing being written? Else there are no handles. */
  readonly hasHandles: boolean
}

export function targetAt(grounds: Grounds, { at, pointer }: Pick<Press, 'at' | 'pointer'>): Target {
  const { shown, camera } = grounds
  const point = toBoard(camera, at)
  const handle = handleAt(grounds, point, NEAR_HANDLE[pointer] / camera.zoom)
  if (handle) return handle
  const note = shown.noteAt(point)
  if (note !== undefined) return { kind: 'note', id: note }
  const group = shown.groupAt(point) ?? namedAt(shown, point, camera.zoom)
  if (group !== undefined) return { kind: 'group', id: group }
  const link = linkAt(grounds.links, point, NEAR_LINK[pointer] / camera.zoom)
  if (link !== undefined) return { kind: 'link', id: link }
  const area = shown.areaAt(point)
  return area ? { kind: 'area', area } : { kind: 'nothing' }
}

/** The open group whose name lies here. */
function namedAt(shown: Shown, point: Point, zoom: number): string | undefined {
  const area = shown.areaAt(point)
  const open = area ? shown.groupsIn(area).filter(({ group }) => !group.closed) : []
  return open.find(({ notes }) =>
    heapsOf(notes.flatMap(({ id }) => shown.noteRect(id) ?? [])).some(heap => contains(nameStrip(heap, zoom), point)),
  )?.group.id
}

function handleAt({ shown, camera, selection, hasHandles }: Grounds, point: Point, near: number): Target | undefined {
  if (!hasHandles || selection.kind !== 'notes' || selection.ids.size !== 1) return undefined
  const [id = ''] = selection.ids
  const rect = shown.noteRect(id)
  if (!rect || rect.height * camera.zoom < HANDLES_FROM || contains(inner(rect), point)) return undefined
  const side = SIDES.find(each => distance(portAt(rect, each, 0, HANDLE_OFF), point) <= near)
  return side && { kind: 'handle', id, side }
}

const inner = ({ x, y, width, height }: Rect): Rect => ({
  x: x + INTO_NOTE,
  y: y + INTO_NOTE,
  width: width - 2 * INTO_NOTE,
  height: height - 2 * INTO_NOTE,
})

function linkAt(links: readonly DrawnLink[], point: Point, near: number): string | undefined {
  let best: string | undefined
  let nearest = near
  for (const { id, curve } of links) {
    const bounds = boundsOf(curve)
    const around = {
      x: bounds.x - near,
      y: bounds.y - near,
      width: bounds.width + 2 * near,
      height: bounds.height + 2 * near,
    }
    const away = contains(around, point) ? distanceTo(curve, point) : Number.POSITIVE_INFINITY
    if (away <= nearest) {
      nearest = away
      best = id
    }
  }
  return best
}
