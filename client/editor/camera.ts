/** The arithmetic of pan and zoom: between the board and the screen, around a point, and fits. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { centreOf, clamp } from '../../shared/base/geometry.ts'
import type { Camera, Size } from './editor.ts'

const MIN_ZOOM = 0.2
const MAX_ZOOM = 4
/** Room left around what is fitted, and how much of the sheet stays in sight however far one pans. Screen pixels. */
export const MARGIN = 12
const IN_SIGHT = 80

export const toScreen = ({ x, y, zoom }: Camera, point: Point): Point => ({
  x: (point.x - x) * zoom,
  y: (point.y - y) * zoom,
})

export const toBoard = ({ x, y, zoom }: Camera, at: Point): Point => ({ x: at.x / zoom + x, y: at.y / zoom + y })

/** What of the board is on the stage. */
export const seenBy = ({ x, y, zoom }: Camera, stage: Size): Rect => ({
  x,
  y,
  width: stage.width / zoom,
  height: stage.height / zoom,
})

/** The nearest zoom allowed to a hand that begins at `from`. */
export const withinZooms = (zoom: number, from: number): number =>
  clamp(zoom, Math.min(MIN_ZOOM, from), Math.max(MAX_ZOOM, from))

/** Zoomed so that the board's point under `at` stays under it. A fit may lie below the lowest zoom; it is not left by force. */
export function zoomedAround(camera: Camera, at: Point, factor: number): Camera {
  const zoom = withinZooms(camera.zoom * factor, camera.zoom)
  return withUnder(zoom, toBoard(camera, at), at)
}

/** A camera of this zoom that shows the board's `point` at `at` of the stage. */
export const withUnder = (zoom: number, point: Point, at: Point): Camera => ({
  x: point.x - at.x / zoom,
  y: point.y - at.y / zoom,
  zoom,
})

export interface Fit {
  /** Pixels below the rectangle that belong to it, whatever the zoom. */
  readonly below?: number
  /** A rectangle too high for this zoom is shown from its top instead of smaller. */
  readonly readable?: number
  readonly atMost?: number
}

/** The camera that shows a rectangle in the middle of the stage, as large as it fits. */
export function fitted(rect: Rect, stage: Size, { below = 0, readable = 0, atMost = MAX_ZOOM }: Fit = {}): Camera {
  const width = Math.max(1, stage.width - 2 * MARGIN)
  const height = Math.max(1, stage.height - 2 * MARGIN - below)
  const zoom = Math.min(width / rect.width, Math.max(height / rect.height, readable), atMost)
  const { x, y } = centreOf(rect)
  const left = x - stage.width / 2 / zoom
  const tooHigh = rect.height * zoom > height
  const top = tooHigh ? rect.y - MARGIN / zoom : y - (stage.height - below) / 2 / zoom
  return { x: left, y: top, zoom }
}

/** The same camera, moved back as far as needed to keep a piece of the sheet on the stage. */
export function keptInSight(camera: Camera, sheet: Rect, stage: Size): Camera {
  const rest = IN_SIGHT / camera.zoom
  const seen = seenBy(camera, stage)
  return {
    ...camera,
    x: clamp(camera.x, sheet.x + rest - seen.width, sheet.x + sheet.width - rest),
    y: clamp(camera.y, sheet.y + rest - seen.height, sheet.y + sheet.height - rest),
  }
}

/** The same camera, moved as little as it takes to have a rectangle on the stage. */
export function showing(camera: Camera, rect: Rect, stage: Size): Camera {
  const seen = seenBy(camera, stage)
  const rest = MARGIN / camera.zoom
  const moved = (from: number, start: number, size: number, room: number) =>
    start - rest < from ? start - rest : Math.max(from, start + size + rest - room)
  return {
    ...camera,
    x: moved(camera.x, rect.x, rect.width, seen.width),
    y: moved(camera.y, rect.y, rect.height, seen.height),
  }
}

/** The other stage size with the same point of the board in its middle. */
export const resized = (camera: Camera, from: Size, to: Size): Camera => ({
  ...camera,
  x: camera.x + (from.width - to.width) / 2 / camera.zoom,
  y: camera.y + (from.height - to.height) / 2 / camera.zoom,
})
