/** Points and rectangles, in board units unless a name says otherwise. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Rect extends Point {
  readonly width: number
  readonly height: number
}

export const contains = (rect: Rect, { x, y }: Point): boolean =>
  x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

export const movedBy = (rect: Rect, { x, y }: Point): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y })

export const centreOf = (rect: Rect): Point => ({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The smallest rectangle around all of these; undefined when there are none. */
export function around(rects: readonly [Rect, ...Rect[]]): Rect
export function around(rects: readonly Rect[]): Rect | undefined
export function around([first, ...more]: readonly Rect[]): Rect | undefined {
  if (!first) return undefined
  return more.reduce<Rect>((whole, { x, y, width, height }) => {
    const [left, top] = [Math.min(whole.x, x), Math.min(whole.y, y)]
    const [right, bottom] = [Math.max(whole.x + whole.width, x + width), Math.max(whole.y + whole.height, y + height)]
    return { x: left, y: top, width: right - left, height: bottom - top }
  }, first)
}

/** The rectangle between two corners, in whatever order they were given. */
export const rectBetween = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

/** All of `inner` lies in `outer`. */
export const encloses = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
