/** The way from note to note that leaves others alone: along the gaps between them, in few turns. A* over the lines that run beside notes. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { GAP } from '../../shared/canvas/layouts.ts'
import type { Side } from './editor.ts'
import { createPriorityQueue } from './priority-queue.ts'
import { isUpright, OUT } from './sides.ts'

/** Where a way may begin or end. */
export interface Gate {
  /** On the side of the note. */
  readonly at: Point
  readonly side: Side
  /** By how much longer a way through it counts, in units. */
  readonly extra: number
}

/** Ways run this far from a note: in the middle of the gap to its neighbour. */
const OFF = GAP / 2
/** Nearer than this a line touches the note. */
const TOUCH = 3
/** A turn counts as so many units. */
const TURN = 60
/** Lines nearer to each other than this are one: notes that lie anyhow would make too many. */
const SAME = 6
/** Crossings of lines; more take too long to search, and are too many notes to see anything. */
const MOST_CROSSINGS = 15_000

/** Corners from one of the first gates to one of the others; undefined where no gap leads there, or among too many notes. */
export function wayBetween(
  from: readonly Gate[],
  to: readonly Gate[],
  notes: readonly Rect[],
): readonly Point[] | undefined {
  const ends = [...from, ...to].map(outside)
  const xs = linesAt(
    ends.map(({ x }) => x),
    notes.flatMap(({ x, width }) => [x - OFF, x + width + OFF]),
  )
  const ys = linesAt(
    ends.map(({ y }) => y),
    notes.flatMap(({ y, height }) => [y - OFF, y + height + OFF]),
  )
  return xs.length * ys.length > MOST_CROSSINGS ? undefined : search(from, to, { xs, ys, ...underNotes(xs, ys, notes) })
}

const outside = ({ at, side }: Gate): Point => ({ x: at.x + OUT[side].x * OFF, y: at.y + OUT[side].y * OFF })

/** All that must be there, and of the others one where several lie together. */
function linesAt(must: readonly number[], others: readonly number[]): Float64Array {
  const lines = new Set(must)
  let last = -Infinity
  for (const at of Float64Array.from(others).sort()) {
    if (at - last < SAME) continue
    lines.add(at)
    last = at
  }
  return Float64Array.from(lines).sort()
}

interface Grid {
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** By crossing: is the piece to the next crossing on the right, or below, under a note? */
  readonly across: Uint8Array
  readonly down: Uint8Array
}

function underNotes(xs: Float64Array, ys: Float64Array, notes: readonly Rect[]): Pick<Grid, 'across' | 'down'> {
  const across = new Uint8Array(xs.length * ys.length)
  const down = new Uint8Array(xs.length * ys.length)
  for (const { x, y, width, height } of notes) {
    const [left, right] = spanOf(xs, x - TOUCH, x + width + TOUCH)
    const [top, bottom] = spanOf(ys, y - TOUCH, y + height + TOUCH)
    for (let row = top; row < bottom; row++)
      for (let column = left; column < right; column++) {
        if (row > top) across[row * xs.length + column] = 1
        if (column > left) down[row * xs.length + column] = 1
      }
  }
  return { across, down }
}

/** The last line at or before a span, and the first at or behind it: pieces between them lie in it, wholly or in part. */
function spanOf(lines: Float64Array, begin: number, end: number): readonly [number, number] {
  let first = 0
  while (first + 1 < lines.length && (lines[first + 1] ?? 0) <= begin) first++
  let last = first
  while (last < lines.length && (lines[last] ?? 0) < end) last++
  return [first, last]
}

/** How a crossing is reached. Through an upright side a way runs level. */
const [LEVEL, UPRIGHT] = [0, 1]
const runThrough = ({ side }: Gate): number => (isUpright(side) ? LEVEL : UPRIGHT)

/** A state is a crossing and how it was reached: twice its number, and one more if upright. */
function search(
  from: readonly Gate[],
  to: readonly Gate[],
  { xs, ys, across, down }: Grid,
): readonly Point[] | undefined {
  const width = xs.length
  const crossing = (gate: Gate): number => {
    const { x, y } = outside(gate)
    return ys.indexOf(y) * width + xs.indexOf(x)
  }
  const goals = new Map(to.map(gate => [crossing(gate), gate]))
  const ends = to.map(outside)
  /** Never more than what is left. */
  const leastLeft = (x: number, y: number): number => {
    let least = Infinity
    for (const end of ends) least = Math.min(least, Math.abs(end.x - x) + Math.abs(end.y - y))
    return least
  }

  const costs = new Float64Array(width * ys.length * 2).fill(Infinity)
  const before = new Int32Array(costs.length).fill(-1)
  const open = createPriorityQueue()
  const reach = (state: number, cost: number, by: number) => {
    if (cost >= (costs[state] ?? 0)) return
    costs[state] = cost
    before[state] = by
    const at = state >> 1
    open.add(state, cost + leastLeft(xs[at % width] ?? 0, ys[(at / width) | 0] ?? 0))
  }
  for (const gate of from) reach(crossing(gate) * 2 + runThrough(gate), gate.extra, -1)

  let [best, bestCost] = [-1, Infinity]
  const done = new Uint8Array(costs.length)
  for (let next = open.take(); next && next.cost < bestCost; next = open.take()) {
    const state = next.item
    // Reached again by a shorter way: the longer one still waits in the queue.
    if (done[state]) continue
    done[state] = 1
    const [at, run, cost] = [state >> 1, state & 1, costs[state] ?? 0]
    const goal = goals.get(at)
    if (goal) {
      const whole = cost + goal.extra + (runThrough(goal) === run ? 0 : TURN)
      if (whole < bestCost) [best, bestCost] = [state, whole]
    }
    const [column, row] = [at % width, (at / width) | 0]
    const [level, upright] = [cost + (run === LEVEL ? 0 : TURN), cost + (run === LEVEL ? TURN : 0)]
    const [x, y] = [xs[column] ?? 0, ys[row] ?? 0]
    if (column > 0 && !across[at - 1]) reach((at - 1) * 2, level + x - (xs[column - 1] ?? 0), state)
    if (column + 1 < width && !across[at]) reach((at + 1) * 2, level + (xs[column + 1] ?? 0) - x, state)
    if (row > 0 && !down[at - width]) reach((at - width) * 2 + UPRIGHT, upright + y - (ys[row - 1] ?? 0), state)
    if (row + 1 < ys.length && !down[at]) reach((at + width) * 2 + UPRIGHT, upright + (ys[row + 1] ?? 0) - y, state)
  }
  if (best < 0) return undefined

  const way: Point[] = []
  let first = best
  for (let state = best; state >= 0; state = before[state] ?? -1) {
    const at = state >> 1
    way.unshift({ x: xs[at % width] ?? 0, y: ys[(at / width) | 0] ?? 0 })
    first = state
  }
  const start = from.find(gate => crossing(gate) === first >> 1)
  const end = goals.get(best >> 1)
  return corners([...(start ? [start.at] : []), ...way, ...(end ? [end.at] : [])])
}

/** Without what lies on the way between two others. */
const corners = (points: readonly Point[]): readonly Point[] =>
  points.filter((point, i) => {
    const [a, b] = [points[i - 1], points[i + 1]]
    return !a || !b || !((a.x === point.x && b.x === point.x) || (a.y === point.y && b.y === point.y))
  })
