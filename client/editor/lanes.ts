/** Ways that run through one gap lie side by side, and turn in a curve. */
import type { Point, Rect } from '../../shared/base/geometry.ts'
import { clamp, distance } from '../../shared/base/geometry.ts'
import type { Cubic, Curve } from './editor.ts'

/** Between two lanes, where there is room. Units. */
const LANE = 5
/** So near a lane may come to a note. */
const CLEAR = 3
/** So much longer a piece may become, as those that it leads to move too. */
const REACH = 24
/** Pieces that follow each other so closely would look like one. */
const APART = 12
/** Less than what lets a corner touch the note within it. */
const RADIUS = 10
/** How far control points lie along a quarter of a circle. */
const QUARTER = 0.55

interface Piece {
  readonly way: Point[]
  /** Its two corners are at this place and the next. */
  readonly at: number
  readonly isLevel: boolean
  readonly line: number
  readonly from: number
  readonly to: number
  /** To which side the way goes on, before and behind: what turns off outwards lies outside. */
  readonly leans: number
}

/** Moves the pieces of ways that lie on each other apart, as far as the notes beside them allow. What leaves and enters notes stays. */
export function spreadLanes(
  ways: readonly (readonly Point[])[],
  notes: readonly Rect[],
): readonly (readonly Point[])[] {
  const moved = ways.map(way => way.map(point => ({ ...point })))
  const lines = new Map<string, Piece[]>()
  for (const way of moved)
    for (let at = 1; at + 2 < way.length; at++) {
      const piece = pieceOf(way, at)
      if (!piece) continue
      const key = `${piece.isLevel ? 'y' : 'x'} ${piece.line}`
      const pieces = lines.get(key)
      if (pieces) pieces.push(piece)
      else lines.set(key, [piece])
    }
  for (const pieces of lines.values()) if (pieces.length > 1) layApart(pieces, roomBeside(pieces, notes))
  return moved
}

function pieceOf(way: Point[], at: number): Piece | undefined {
  const [before, a, b, after] = way.slice(at - 1, at + 3)
  if (!before || !a || !b || !after) return undefined
  const isLevel = a.y === b.y
  const along = (point: Point): number => (isLevel ? point.x : point.y)
  const aside = (point: Point): number => (isLevel ? point.y - a.y : point.x - a.x)
  const leans = Math.sign(aside(before)) + Math.sign(aside(after))
  const line = isLevel ? a.y : a.x
  return { way, at, isLevel, line, leans, from: Math.min(along(a), along(b)), to: Math.max(along(a), along(b)) }
}

/** How far all of these pieces may go to either side. */
function roomBeside(pieces: readonly Piece[], notes: readonly Rect[]): readonly [number, number] {
  let [before, behind] = [Infinity, Infinity]
  for (const { x, y, width, height } of notes)
    for (const { isLevel, line, from, to } of pieces) {
      const [begin, length, near, depth] = isLevel ? [x, width, y, height] : [y, height, x, width]
      if (begin + length + REACH <= from || begin - REACH >= to) continue
      if (near >= line) behind = Math.min(behind, near - line)
      else before = Math.min(before, line - near - depth)
    }
  return [Math.max(0, before - CLEAR), Math.max(0, behind - CLEAR)]
}

function layApart(pieces: Piece[], [before, behind]: readonly [number, number]): void {
  const lanes: Piece[][] = []
  const lane = new Map<Piece, number>()
  for (const piece of pieces.sort((a, b) => a.leans - b.leans || a.from - b.from || a.to - b.to)) {
    const isFree = (others: readonly Piece[]) =>
      others.every(({ from, to }) => piece.to + APART < from || to + APART < piece.from)
    const found = lanes.findIndex(isFree)
    const at = found < 0 ? lanes.push([]) - 1 : found
    lanes[at]?.push(piece)
    lane.set(piece, at)
  }
  const step = Math.min(LANE, (before + behind) / Math.max(1, lanes.length - 1))
  const half = ((lanes.length - 1) * step) / 2
  const middle = clamp(0, half - before, behind - half)
  for (const [{ way, at, isLevel }, place] of lane) {
    const by = middle - half + place * step
    for (const i of [at, at + 1]) {
      const point = way[i]
      if (point) way[i] = isLevel ? { ...point, y: point.y + by } : { ...point, x: point.x + by }
    }
  }
}

const towards = (from: Point, to: Point, by: number): Point => {
  const part = by / (distance(from, to) || 1)
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}

const straight = (from: Point, to: Point): Cubic => {
  const third = distance(from, to) / 3
  return [from, towards(from, to, third), towards(to, from, third), to]
}

/** A way with its corners rounded. */
export function rounded(way: readonly Point[]): Curve | undefined {
  const [start, ...rest] = way
  if (!start) return undefined
  const cubics: Cubic[] = []
  let last = start
  for (const [i, corner] of rest.entries()) {
    const next = rest[i + 1]
    if (!next) {
      cubics.push(straight(last, corner))
      break
    }
    const before = way[i] ?? start
    // A piece may turn at both of its ends; of the last one something stays straight, for the head.
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, next) / 2)
    const [enter, leave] = [towards(corner, before, radius), towards(corner, next, radius)]
    if (distance(last, enter) > 0.5) cubics.push(straight(last, enter))
    cubics.push([enter, towards(enter, corner, radius * QUARTER), towards(leave, corner, radius * QUARTER), leave])
    last = leave
  }
  const [first, ...more] = cubics
  return first && [first, ...more]
}
