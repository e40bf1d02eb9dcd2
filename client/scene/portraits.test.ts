/** When a note is painted apart, and when that picture of it no longer holds. */
import { expect, test } from 'vitest'
import type { Easel, Pose } from './portraits.ts'
import { createPortraits } from './portraits.ts'
import type { Sight } from './sights.ts'

const SIZE = { width: 200, height: 120, reach: 10 }
/** What one of them takes. */
const AREA = 220 * 140
const PLAIN: Pose = { kind: 'plain', taken: 0 }
const note = () => ({ look: 0 }) as Sight

/** Portraits on canvases that are only counted. */
function atWork(most = 100 * AREA) {
  const canvases: { width: number; height: number }[] = []
  let painted = 0
  const portraits = createPortraits((width, height) => {
    const canvas = { width, height }
    canvases.push(canvas)
    return { canvas, context: {} } as unknown as Easel
  })
  return {
    begin: (round = 1) => portraits.begin(round, most),
    of: (sight: Sight, pose = PLAIN, size = SIZE) => portraits.of(sight, pose, size, () => painted++),
    painted: () => painted,
    /** Those that have not been let go. */
    kept: () => canvases.filter(({ width }) => width > 0).length,
  }
}

test('a note that looks the same in two paints is painted apart once, and copied from then on', () => {
  const { begin, of, painted } = atWork()
  const one = note()
  begin()
  expect(of(one)).toBeUndefined()
  begin()
  const portrait = of(one)
  expect(portrait).toMatchObject({ ...SIZE, canvas: { width: 220, height: 140 } })
  begin()
  expect(of(one)).toBe(portrait)
  expect(painted()).toBe(1)
})

test('whatever else it looks like, it is first painted where it stands, and its old picture is let go', () => {
  const changes: ((sight: Sight) => Parameters<ReturnType<typeof atWork>['of']>)[] = [
    sight => [Object.assign(sight, { look: 1 })],
    sight => [sight, { kind: 'drained', taken: 0 }],
    sight => [sight, { kind: 'lifted', taken: 0 }],
    sight => [sight, { kind: 'plain', taken: 30 }],
    sight => [sight, PLAIN, { ...SIZE, width: 201 }],
  ]
  for (const change of changes) {
    const { begin, of, painted, kept } = atWork()
    const one = note()
    for (let i = 0; i < 2; i++) {
      begin()
      of(one)
    }
    begin()
    expect(of(...change(one))).toBeUndefined()
    expect(kept()).toBe(0)
    begin()
    expect(of(...change(one))).toBeDefined()
    expect(painted()).toBe(2)
  }
})

test('another zoom or theme ends them all', () => {
  const { begin, of, kept } = atWork()
  const one = note()
  begin()
  of(one)
  begin()
  of(one)
  begin(2)
  expect(kept()).toBe(0)
  expect(of(one)).toBeUndefined()
})

test('one paint makes a few, so that none takes much longer than another', () => {
  const { begin, of, painted } = atWork()
  const many = Array.from({ length: 20 }, note)
  const frames = Array.from({ length: 5 }, () => {
    begin()
    many.forEach(each => of(each))
    return painted()
  })
  expect(frames).toEqual([0, 6, 12, 18, 20])
})

test('what is out of sight makes room for what is in it, and what is in sight stays', () => {
  const { begin, of, kept } = atWork(4 * AREA)
  const gone = Array.from({ length: 4 }, note)
  for (let i = 0; i < 2; i++) {
    begin()
    gone.forEach(each => of(each))
  }
  expect(kept()).toBe(4)
  const here = Array.from({ length: 5 }, note)
  const shown = Array.from({ length: 4 }, () => {
    begin()
    return here.map(each => of(each)).filter(Boolean).length
  })
  expect(kept()).toBe(4)
  expect(shown.at(-1)).toBe(4)
})
