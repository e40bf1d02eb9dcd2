/** How things travel on the screen: one curve for all of them, and the way of a camera. */
import type { Camera, Size } from '../editor/editor.ts'

/** The look's `--ease`, cubic-bezier(.2, .7, .2, 1): time 0 to 1 in, way 0 to 1 out. */
export function ease(time: number): number {
  if (time <= 0) return 0
  if (time >= 1) return 1
  let t = time
  for (let i = 0; i < 6; i++) {
    const slope = bezierSlope(0.2, 0.2, t)
    if (slope < 1e-6) break
    t -= (bezier(0.2, 0.2, t) - time) / slope
  }
  return bezier(0.7, 1, t)
}

const bezier = (a: number, b: number, t: number): number => 3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + t ** 3

const bezierSlope = (a: number, b: number, t: number): number =>
  3 * a * (1 - t) ** 2 + 6 * (b - a) * t * (1 - t) + 3 * (1 - b) * t * t

export const mix = (from: number, to: number, part: number): number => from + (to - from) * part

/** The camera on its way: what is seen goes from one rectangle to the other, so that one point of the board stays where it is. */
export function cameraBetween(from: Camera, to: Camera, stage: Size, part: number): Camera {
  if (part >= 1 || stage.width === 0) return to
  const zoom = stage.width / mix(stage.width / from.zoom, stage.width / to.zoom, part)
  return { x: mix(from.x, to.x, part), y: mix(from.y, to.y, part), zoom }
}
