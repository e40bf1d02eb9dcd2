/** Finds what is in sight without looking at everything: notes of an area stand in order of their tops. */
import type { Point, Rect } from '../../shared/base/geometry.ts'

/** The first index whose item is not above `top`; the length when all are. */
export function firstFrom(items: readonly Point[], top: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((items[middle]?.y ?? 0) < top) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds to `found` every item whose rectangle, of this size at most, touches the view. Tops never decrease. */
export function addInSight<T extends Point>(
  items: readonly T[],
  size: { readonly width: number; readonly height: number },
  view: Rect,
  found: T[],
): void {
  const left = view.x - size.width
  const right = view.x + view.width
  const bottom = view.y + view.height
  for (let i = firstFrom(items, view.y - size.height); i < items.length; i++) {
    const item = items[i]
    if (!item || item.y > bottom) return
    if (item.x >= left && item.x <= right) found.push(item)
  }
}
