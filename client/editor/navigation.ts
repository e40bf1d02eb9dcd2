/** The next note that way: how arrows walk over the board, and which neighbour a note trades places with. */
import type { Rect } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'

export type Way = 'up' | 'down' | 'left' | 'right'

interface Span {
  readonly start: number
  readonly end: number
}

/** A rectangle's extent along the way (growing that way) and across it. */
function spansOf({ x, y, width, height }: Rect, way: Way): { readonly along: Span; readonly across: Span } {
  const horizontal = { start: x, end: x + width }
  const vertical = { start: y, end: y + height }
  const [along, across] = way === 'left' || way === 'right' ? [horizontal, vertical] : [vertical, horizontal]
  return way === 'right' || way === 'down'
    ? { along, across }
    : { along: { start: -along.end, end: -along.start }, across }
}

const gapBetween = (a: Span, b: Span): number => Math.max(0, a.start - b.end, b.start - a.end)

/** Being beside the way costs more than being far along it: rows are walked before they are changed. */
const ASIDE = 4

/** The id of the rectangle nearest to `from` that way; undefined when there is none. */
export function nextThatWay(
  from: Rect,
  way: Way,
  others: Iterable<readonly [id: string, rect: Rect]>,
): string | undefined {
  const here = spansOf(from, way)
  const centre = centreOf(from)
  let best: string | undefined
  let lowest = Number.POSITIVE_INFINITY
  for (const [id, rect] of others) {
    const there = spansOf(rect, way)
    const ahead = there.along.start - here.along.start
    if (ahead <= 0 || there.along.end <= here.along.end) continue
    const other = centreOf(rect)
    const askew = Math.abs(way === 'left' || way === 'right' ? other.y - centre.y : other.x - centre.x)
    const cost = ahead + ASIDE * gapBetween(here.across, there.across) + askew / 1_000
    if (cost < lowest) {
      lowest = cost
      best = id
    }
  }
  return best
}
