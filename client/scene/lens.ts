/** How board units become device pixels in one frame. The origin lies on a whole device pixel, so that nothing shimmers while panning. */
import type { Rect } from '../../shared/base/geometry.ts'
import type { Camera, Size } from '../editor/editor.ts'

export interface Lens {
  /** What is really shown: the camera, moved to the nearest device pixel. */
  readonly camera: Camera
  readonly zoom: number
  /** Device pixels per CSS pixel, and per board unit. */
  readonly ratio: number
  readonly scale: number
  readonly dx: number
  readonly dy: number
  /** What of the board is in sight. */
  readonly view: Rect
  /** A CSS pixel in board units. */
  readonly px: number
}

export function lensOf(camera: Camera, stage: Size, ratio: number): Lens {
  const { zoom } = camera
  const scale = zoom * ratio
  const dx = Math.round(-camera.x * scale)
  const dy = Math.round(-camera.y * scale)
  const x = -dx / scale
  const y = -dy / scale
  return {
    camera: { x, y, zoom },
    zoom,
    ratio,
    scale,
    dx,
    dy,
    view: { x, y, width: stage.width / zoom, height: stage.height / zoom },
    px: 1 / zoom,
  }
}

/** A board coordinate on the device, at the edge of a pixel. */
export const deviceX = (lens: Lens, x: number): number => Math.round(x * lens.scale) + lens.dx
export const deviceY = (lens: Lens, y: number): number => Math.round(y * lens.scale) + lens.dy

/** A length on the device, at least `least` CSS pixels. */
export const thick = (lens: Lens, units: number, least: number): number =>
  Math.max(units * lens.scale, least * lens.ratio)

/** One CSS pixel as whole device pixels. */
export const hair = (lens: Lens): number => Math.max(1, Math.round(lens.ratio))

/** From now on `context` draws in board units. */
export function inUnits(context: CanvasRenderingContext2D, lens: Lens): void {
  context.setTransform(lens.scale, 0, 0, lens.scale, lens.dx, lens.dy)
}

/** From now on `context` draws in device pixels. */
export function inPixels(context: CanvasRenderingContext2D): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
}
