/** What a person does to notes in lines: aligns their edges, and spreads them evenly. Areas by themselves; a closed group is one paper. */
import type { Rect } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { areaWidth, GAP, LAYOUTS, PADDING } from '../../../shared/canvas/layouts.ts'
import { sizeOf } from '../../../shared/canvas/placement.ts'
import type { Place } from '../../../shared/canvas/records.ts'
import type { Edge, LineDeeds, Run } from './deeds.ts'
import type { Ground } from './ground.ts'
import { mover, samePlace } from './moving.ts'
import { papersOf, placeAtDepth, shiftedTo } from './places.ts'

/** Along which axis notes follow each other, and what is as long as they are there. */
interface Axis {
  readonly start: 'x' | 'y'
  readonly length: 'width' | 'height'
  readonly across: 'x' | 'y'
}

const DOWN: Axis = { start: 'y', length: 'height', across: 'x' }
const ACROSS: Axis = { start: 'x', length: 'width', across: 'y' }
/** Notes with one left edge stand below each other. */
const AXIS_OF_EDGE: Readonly<Record<Edge, Axis>> = { left: DOWN, top: ACROSS }
const AXIS_OF_RUN: Readonly<Record<Run, Axis>> = { down: DOWN, across: ACROSS }

type Lay = (rects: readonly Rect[], width: number) => readonly Rect[]

export function createLineDeeds(ground: Ground): LineDeeds {
  const { board, shown, say, mineOf } = ground
  const move = mover(ground)
  const wishOf = (id: string) => board.canvas.value.notes.get(id)?.place

  /** Lays the papers of each area that has enough of them. */
  function lay(deed: 'align' | 'distribute', ids: Iterable<string>, least: number, how: Lay): void {
    const byArea = new Map<Area, (readonly string[])[]>()
    for (const [id, held] of papersOf(shown, mineOf(ids, 'move'))) {
      const area = wishOf(id)?.[0]
      if (area) byArea.set(area, [...(byArea.get(area) ?? []), held])
    }
    const places = new Map<string, Place>()
    for (const [area, papers] of byArea) {
      if (papers.length < least) continue
      const seats = papers.flatMap(held => {
        const at = shown.placesIn(area).get(shown.paperOf(held[0] ?? '') ?? '')
        return at ? [{ held, x: at.x, y: at.y, ...sizeOf(at) }] : []
      })
      for (const [i, rect] of how(seats, areaWidth(LAYOUTS[shown.layout], area)).entries())
        for (const [id, place] of shiftedTo(
          placeAtDepth(area, rounded(rect), board.now()),
          seats[i]?.held ?? [],
          wishOf,
        ))
          places.set(id, place)
    }
    const isSo = [...places].every(([id, place]) => samePlace(wishOf(id), place))
    if (!isSo) move(deed, places)
    else if (places.size > 0) say({ kind: 'tidyAlready' })
  }

  return {
    alignNotes: (ids, edge) => lay('align', ids, 2, (rects, width) => aligned(rects, AXIS_OF_EDGE[edge], width)),
    distributeNotes: (ids, run) => lay('distribute', ids, 3, rects => spread(rects, AXIS_OF_RUN[run])),
  }
}

const rounded = ({ x, y }: Rect) => ({ x: Math.round(x), y: Math.round(y) })

/** With one edge, in the order in which they follow each other; those that would lie on one another go on by a gap. */
function aligned(rects: readonly Rect[], axis: Axis, width: number): readonly Rect[] {
  const { start, length, across } = axis
  const edge = Math.min(...rects.map(rect => rect[across]))
  let end = Number.NEGATIVE_INFINITY
  const laid = inTurn(rects, axis, rect => {
    const at = Math.max(rect[start], end)
    end = at + rect[length] + GAP
    return { ...rect, [start]: at, [across]: edge }
  })
  return start === 'x' ? backInside(laid, axis, width) : laid
}

/** A row that went beyond the area moves back as far as it has room for. */
function backInside(rects: readonly Rect[], axis: Axis, width: number): readonly Rect[] {
  let end = width - PADDING
  const laid = [...rects]
  for (const i of orderOf(rects, axis).reverse()) {
    const rect = laid[i]
    if (!rect) continue
    const x = Math.max(PADDING, Math.min(rect.x, end - rect.width))
    laid[i] = { ...rect, x }
    end = x - GAP
  }
  return laid
}

/** The first and the last stay, and what lies between them has equal gaps. */
function spread(rects: readonly Rect[], axis: Axis): readonly Rect[] {
  const { start, length } = axis
  const order = orderOf(rects, axis)
  const [first, last] = [rects[order[0] ?? 0], rects[order.at(-1) ?? 0]]
  if (!first || !last) return rects
  const between = order.slice(1, -1).reduce((sum, i) => sum + (rects[i]?.[length] ?? 0), 0)
  const gap = (last[start] - first[start] - first[length] - between) / (rects.length - 1)
  let at = first[start]
  return inTurn(rects, axis, rect => {
    const laid = { ...rect, [start]: at }
    at += rect[length] + gap
    return laid
  })
}

const orderOf = (rects: readonly Rect[], { start, across }: Axis): number[] =>
  rects
    .map((rect, i) => [rect, i] as const)
    .sort(([a, i], [b, j]) => a[start] - b[start] || a[across] - b[across] || i - j)
    .map(([, i]) => i)

/** Lays one after the other as they follow along the axis; the answer is in the order in which they were given. */
function inTurn(rects: readonly Rect[], axis: Axis, place: (rect: Rect) => Rect): readonly Rect[] {
  const laid = [...rects]
  for (const i of orderOf(rects, axis)) {
    const rect = rects[i]
    if (rect) laid[i] = place(rect)
  }
  return laid
}
