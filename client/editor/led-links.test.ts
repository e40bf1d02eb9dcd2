/** Links go around the notes that they do not join, along the gaps, and side by side where they share one. */
import { expect, test } from 'vitest'
import type { Rect } from '../../shared/base/geometry.ts'
import { contains } from '../../shared/base/geometry.ts'
import { STEP } from '../../shared/canvas/layouts.ts'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import { distanceTo, headingOf, middleOf, pointOn, startOf, tipOf } from './curves.ts'
import type { Curve } from './editor.ts'
import type { KeptWays } from './led-links.ts'
import { linkCurves } from './link-curves.ts'

/** A note at a column and a row of the grid of shown places. */
const at = (column: number, row: number, dx = 0): Rect => ({
  ...{ x: column * STEP.x + dx, y: row * STEP.y },
  ...{ width: 208, height: 128 },
})
const field = (columns: number, rows: number): readonly Rect[] =>
  Array.from({ length: columns * rows }, (_, i) => at(i % columns, Math.floor(i / columns)))

/** Links between notes by their numbers. */
function draw(notes: readonly Rect[], links: readonly (readonly [number, number])[], kept?: KeptWays) {
  const named = links.map(([from, to]) => ({ id: `${from}-${to}`, from: `${from}`, to: `${to}` }))
  return linkCurves(named, id => notes[Number(id)], { papers: notes, ...(kept && { kept }) })
}
function only(notes: readonly Rect[], from: number, to: number): Curve {
  const curve = draw(notes, [[from, to]]).get(`${from}-${to}`)
  if (!curve) throw new Error('no curve')
  return curve
}
const pointsOf = (curve: Curve) => Array.from({ length: 601 }, (_, i) => pointOn(curve, i / 600))
const inner = ({ x, y, width, height }: Rect): Rect => ({
  ...{ x: x + 0.5, y: y + 0.5 },
  ...{ width: width - 1, height: height - 1 },
})
/** Over how many notes it runs; that it begins on the edge of its own does not count. */
const covers = (notes: readonly Rect[], curve: Curve) =>
  notes.filter(note => pointsOf(curve).some(point => contains(inner(note), point))).length

test('[B10] a link leaves alone what stands between its notes, and ends on them', () => {
  const notes = field(5, 3)
  const curve = only(notes, 5, 9)
  expect(covers(notes, curve)).toBe(0)
  expect(startOf(curve)).toEqual({ x: 208, y: STEP.y + 64 })
  expect(tipOf(curve).x).toBe(4 * STEP.x - 1)
  const { x, y } = headingOf(curve)
  expect(Math.hypot(x, y)).toBeCloseTo(1)
  expect(Math.abs(x) + Math.abs(y)).toBeCloseTo(1)
})

test('[B10] where nothing stands in between it is the shortest curve', () => {
  const notes = [at(0, 0), at(4, 0), at(2, 2)]
  expect(only(notes, 0, 1)).toHaveLength(1)
  expect(only([...notes, at(2, 0)], 0, 1).length).toBeGreaterThan(1)
})

test('[B10] sixty links among forty notes run beneath none, wherever those lie', () => {
  const draws = seeded(7)
  for (const gap of [0, 30]) {
    const notes = field(8, 5).map(({ x, y, ...size }) => ({
      ...size,
      x: x + (gap ? (x / STEP.x) * gap + draws(gap) : 0),
      y: y + (gap ? (y / STEP.y) * gap + draws(gap) : 0),
    }))
    const links = Array.from({ length: 60 }, () => [draws(40), draws(40)] as const)
    const curves = [...draw(notes, links).values()]
    expect(curves.length).toBeGreaterThan(40)
    expect(curves.map(curve => covers(notes, curve)).filter(Boolean)).toEqual([])
    for (const curve of curves) expect(Math.hypot(...Object.values(headingOf(curve)))).toBeCloseTo(1)
  }
})

test('[B10] links in one gap lie side by side', () => {
  const notes = field(6, 3)
  const curves = draw(notes, [
    [6, 10],
    [6, 11],
    [7, 11],
  ])
  const all = [...curves.values()]
  for (const [i, curve] of all.entries())
    for (const other of all.slice(i + 1)) expect(distanceTo(other, middleOf(curve))).toBeGreaterThan(2)
})

test('[B10] a note that is walled in is reached as if nothing stood there', () => {
  const wall = [at(1, 0), at(0, 1), at(2, 1), at(1, 2), at(0, 0), at(2, 0), at(0, 2), at(2, 2)]
  const grown = wall.map(({ x, y, width, height }) => ({ x: x - 8, y: y - 8, width: width + 16, height: height + 16 }))
  expect(only([at(1, 1), at(5, 1), ...grown], 0, 1)).toHaveLength(1)
})

test('[B10] a way is looked for again only where something moved', () => {
  const notes = [...field(5, 3)]
  const kept: KeptWays = new Map()
  const wayNow = () => {
    draw(notes, [[5, 9]], kept)
    return kept.get('5-9')?.way
  }
  const first = wayNow()
  expect(wayNow()).toBe(first)
  notes.push(at(40, 40))
  expect(wayNow()).toBe(first)
  notes[6] = at(1, 1, 3)
  expect(wayNow()).not.toBe(first)
})

test('the middle of a curve that turns has half of it on either side', () => {
  const curve = only(field(5, 3), 5, 9)
  const points = pointsOf(curve)
  const lengths = points.map((point, i) =>
    Math.hypot(point.x - (points[i - 1] ?? point).x, point.y - (points[i - 1] ?? point).y),
  )
  const middle = middleOf(curve)
  const nearest = points.reduce(
    (best, { x, y }, i) => {
      const away = Math.hypot(x - middle.x, y - middle.y)
      return away < best.away ? { away, i } : best
    },
    { away: Infinity, i: 0 },
  )
  const sum = (part: readonly number[]) => part.reduce((all, each) => all + each, 0)
  expect(sum(lengths.slice(0, nearest.i + 1)) / sum(lengths)).toBeCloseTo(0.5, 1)
})
