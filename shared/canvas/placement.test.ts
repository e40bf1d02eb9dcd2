import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastCost } from '../../e2e/support/pace.ts'
import type { Point } from '../base/geometry.ts'
import { contains, overlaps } from '../base/geometry.ts'
import type { Area } from './blocks.ts'
import { AREAS } from './blocks.ts'
import { areaHeight, areaWidth, GAP, LAYOUT_IDS, LAYOUTS, NOTE, PADDING, STEP, TITLE_ROW } from './layouts.ts'
import type { Placed, ShownPlace, ShownPlaces } from './placement.ts'
import { arrange, firstFreePlace, grownRows, shownPlaces, sizeOf, tidyPlaces, wishInside } from './placement.ts'
import { isTall } from './tall.ts'

const SOAK = process.env.NONAGON_SOAK === '1'
const runs = (numRuns: number) => ({ numRuns: SOAK ? numRuns * 50 : numRuns, seed: 20_260 })

const LONG_TEXT = 'words '.repeat(21)
const WIDTHS = [256, 480, 800, 1200] as const
const width = fc.constantFrom(...WIDTHS)
const height = fc.constantFrom(352, 448, 496, 992, Number.POSITIVE_INFINITY)
const anyCoordinate = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -100, max: 1200 }) },
  { weight: 2, arbitrary: fc.double({ min: -50, max: 900, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-1e6, 1e6, 1e308, -1e308, 0) },
)
const wishes = (coordinate: fc.Arbitrary<number>, maxLength: number, area: Area = 'channels'): fc.Arbitrary<Placed[]> =>
  fc
    .array(fc.tuple(coordinate, coordinate, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 7 })), {
      maxLength,
    })
    .map(list =>
      list.map(([x, y, at, rare], i) => ({
        id: `n${i}`,
        place: [area, x, y, at] as const,
        ...(rare % 4 === 0 && { tall: true }),
        ...(rare > 5 && { closedIn: `g${rare % 2}` }),
      })),
    )

/** Notes, and closed groups as one each. */
const papersOf = (notes: readonly Placed[]): number => new Set(notes.map(({ id, closedIn }) => closedIn ?? id)).size
const rectOf = (spot: ShownPlace) => ({ x: spot.x, y: spot.y, ...sizeOf(spot) })
const at = (id: string, x: number, y: number, placedAt = 0): Placed => ({ id, place: ['channels', x, y, placedAt] })
const overlapping = (shown: ShownPlaces): string[] => {
  const all = [...shown]
  return all.flatMap(([a, p], i) =>
    all.slice(i + 1).flatMap(([b, q]) => (overlaps(rectOf(p), rectOf(q)) ? [`${a} ${b}`] : [])),
  )
}
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

describe('[M11] shown places', () => {
  test('nothing overlaps and every note is inside the width, whatever the wishes', () => {
    fc.assert(
      fc.property(wishes(anyCoordinate, 40), width, height, (notes, w, h) => {
        const shown = shownPlaces(notes, w, h)
        expect(shown.size).toBe(papersOf(notes))
        expect(overlapping(shown)).toEqual([])
        for (const { x, y } of shown.values()) {
          expect(x).toBeGreaterThanOrEqual(PADDING)
          expect(x).toBeLessThanOrEqual(w - PADDING - NOTE.width)
          expect(y).toBeGreaterThanOrEqual(TITLE_ROW)
        }
      }),
      runs(150),
    )
  })

  test('the same notes in any order of arrival give the same picture', () => {
    const shuffled = wishes(anyCoordinate, 25).chain(notes =>
      fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
    )
    fc.assert(
      fc.property(shuffled, width, height, ([notes, other], w, h) => {
        expect([...shownPlaces(other, w, h)].sort()).toEqual([...shownPlaces(notes, w, h)].sort())
      }),
      runs(100),
    )
  })

  test('a later note never moves an earlier one', () => {
    fc.assert(
      fc.property(wishes(anyCoordinate, 25), anyCoordinate, anyCoordinate, width, height, (notes, x, y, w, h) => {
        const before = shownPlaces(notes, w, h)
        const after = shownPlaces([...notes, at('later', x, y, 6)], w, h)
        for (const [id, spot] of before) expect(after.get(id)).toEqual(spot)
      }),
      runs(150),
    )
  })

  test('a displaced note stands as near to its wish as the gap allows, and lower than the area only when that is full', () => {
    const lattice = fc.integer({ min: 0, max: 110 }).map(n => n * 8)
    fc.assert(
      fc.property(wishes(lattice, 9), lattice, lattice, fc.boolean(), width, height, (notes, x, y, tall, w, h) => {
        const before = [...shownPlaces(notes, w, h).values()]
        const mine = { ...at('mine', x, y, 6), ...(tall && { tall }) }
        const spot = shownPlaces([...notes, mine], w, h).get('mine')
        const inside = { x: Math.min(Math.max(x, PADDING), w - PADDING - NOTE.width), y: Math.max(y, TITLE_ROW) }
        const wish: ShownPlace = tall ? { ...inside, tall } : inside
        const isFree = !before.some(each => overlaps(rectOf(each), rectOf(wish)))
        expect(spot).toEqual(isFree ? wish : nearestByTrying(wish, before, w, h))
      }),
      runs(SOAK ? 40 : 60),
    )
  })

  test('a wish that is close to another note, but not on it, stays', () => {
    const shown = shownPlaces([at('a', 24, 56, 1), at('b', 233, 60, 2)], 480)
    expect(shown.get('b')).toEqual({ x: 233, y: 60 })
  })

  test('whoever was there first stays; the later one makes way by a step', () => {
    const shown = shownPlaces([at('b', 24, 200, 2), at('a', 30, 210, 3)], 480)
    expect(shown.get('b')).toEqual({ x: 24, y: 200 })
    expect(shown.get('a')).toEqual({ x: 30, y: 344 })
  })

  test('notes of one moment keep their arrangement, however many rows they fill and whatever their ids are', () => {
    const random = seeded(7)
    const notes = Array.from({ length: 300 }, (_, i) =>
      at(`${random()}`, PADDING + STEP.x * (i % 2), TITLE_ROW + STEP.y * Math.floor(i / 2), 9),
    )
    const shown = shownPlaces(notes, 480, 496)
    for (const { id, place } of notes) expect(shown.get(id)).toEqual({ x: place[1], y: place[2] })
  })

  test('a mad wish makes no mile of paper', () => {
    const shown = shownPlaces([at('mad', 100, 1e6)], 480, 496)
    expect(grownRows(shown, 496)).toBeLessThanOrEqual(24)
  })

  test('a pile fills the area before it grows, then grows by single rows', () => {
    const pile = Array.from({ length: 9 }, (_, i) => at(`n${i}`, 24, 344, i))
    expect(grownRows(shownPlaces(pile.slice(0, 6), 480, 496), 496)).toBe(0)
    expect(grownRows(shownPlaces(pile.slice(0, 8), 480, 496), 496)).toBe(1)
    expect(grownRows(shownPlaces(pile, 480, 496), 496)).toBe(2)
  })

  test('seed 77: after a row was added, the next displaced note still goes no lower than what stands there', () => {
    const wishes = [0, 0, 0, 0, 600, 0, 32, 1] as const
    const notes = wishes.map((wish, i) =>
      wish === 600 ? at(`n${i}`, 248, 600) : at(`n${i}`, wish === 32 ? 32 : 0, 0, wish === 1 || i === 5 ? 1 : 0),
    )
    const before = [...shownPlaces(notes, 480, 352).values()]
    const lowest = Math.max(...before.map(spot => spot.y))
    expect(lowest).toBe(632)
    expect(shownPlaces([...notes, at('mine', 0, 0, 6)], 480, 352).get('mine')).toEqual(
      nearestByTrying({ x: 24, y: 56 }, before, 480, 352),
    )
  })

  test('a closed group is one paper where the first of its notes would stand, and leaves the rest of the room to others', () => {
    const notes = [
      { ...at('second', 248, 56, 2), closedIn: 'g' },
      { ...at('first', 24, 56, 1), closedIn: 'g', tall: true },
      at('other', 248, 60, 3),
    ]
    expect([...shownPlaces(notes, 480)]).toEqual([
      ['first', { x: 24, y: 56 }],
      ['other', { x: 248, y: 60 }],
    ])
  })

  test('a narrower layout brings notes inside without writing anything', () => {
    const notes = [at('left', 24, 56, 1), at('right', 568, 56, 2)]
    expect(shownPlaces(notes, 800).get('right')).toEqual({ x: 568, y: 56 })
    expect(shownPlaces(notes, 480).get('right')).toEqual({ x: 248, y: 56 })
  })

  test.each([
    [500, 5],
    [5000, 60],
  ])('%i notes in one block take no more than %i ms', (count, budget) => {
    const random = seeded(count)
    const spread = Array.from({ length: count }, (_, i) => at(`n${i}`, random() * 500, random() * 60 * count, i))
    const piled = Array.from({ length: count }, (_, i) => at(`n${i}`, 100, 300, i))
    const crowded = Array.from({ length: count }, (_, i) => at(`n${i}`, random() * 1200, random() * 900, i))
    for (const [notes, w] of [
      [spread, 480],
      [piled, 480],
      [crowded, 1200],
    ] as const) {
      for (const h of [496, Number.POSITIVE_INFINITY])
        expect(leastCost(() => shownPlaces(notes, w, h), budget)).toBeLessThan(budget)
    }
  })
})

/** Tries every spot of the lattice on which all figures of the layouts lie. */
function nearestByTrying(wish: ShownPlace, before: readonly ShownPlace[], w: number, h: number): Point | undefined {
  const { height } = sizeOf(wish)
  const end = Math.max(TITLE_ROW + NOTE.height, h - PADDING, ...before.map(each => each.y + sizeOf(each).height))
  const low = Math.max(TITLE_ROW, end - height)
  for (const floor of [Number.isFinite(low) ? low : wish.y + 2000, end + GAP]) {
    let best: Point | undefined
    let bestSquare = Number.POSITIVE_INFINITY
    for (let y = TITLE_ROW; y <= floor; y += 8)
      for (let x = PADDING; x <= w - PADDING - NOTE.width; x += 8) {
        const square = (x - wish.x) ** 2 + (y - wish.y) ** 2
        if (square >= bestSquare) continue
        if (before.some(each => isNear(each, { ...wish, x, y }))) continue
        best = { ...wish, x, y }
        bestSquare = square
      }
    if (best) return best
  }
  return undefined
}

/** Nearer than the gap. */
const isNear = (a: ShownPlace, b: ShownPlace): boolean =>
  Math.abs(a.x - b.x) < STEP.x && a.y < b.y + sizeOf(b).height + GAP && b.y < a.y + sizeOf(a).height + GAP

describe('where new notes go', () => {
  test('the first free slot in reading order, and the note is then shown there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WIDTHS), fc.integer({ min: 0, max: 20 }), (w, count) => {
        const notes: Placed[] = []
        for (let i = 0; i < count; i++) {
          const { x, y } = firstFreePlace(shownPlaces(notes, w, 496), w)
          notes.push(at(`n${i}`, x, y, i))
        }
        const shown = shownPlaces(notes, w, 496)
        for (const { id, place } of notes) expect(shown.get(id)).toEqual({ x: place[1], y: place[2] })
        expect([...notes].map(note => note.id)).toEqual([...tidyPlaces(notes, w).keys()])
      }),
      runs(30),
    )
  })

  test('a hole in the grid is filled first; a note off the grid takes the slots it lies on', () => {
    const shown = shownPlaces([at('a', 24, 56), at('c', 24, 200), at('b', 248, 100)], 480)
    expect(firstFreePlace(shown, 480)).toEqual({ x: 24, y: 344 })
    expect(firstFreePlace(shownPlaces([at('b', 248, 56)], 480), 480)).toEqual({ x: 24, y: 56 })
    expect(firstFreePlace(new Map(), 256)).toEqual({ x: 24, y: 56 })
  })

  test('tidy puts notes into the grid in reading order, and nothing overlaps', () => {
    const places = tidyPlaces([at('c', 300, 90), at('a', 10, 90), at('b', 0, 400), at('first', 400, 1)], 480)
    expect([...places]).toEqual([
      ['first', { x: 24, y: 56 }],
      ['a', { x: 248, y: 56 }],
      ['c', { x: 24, y: 200 }],
      ['b', { x: 248, y: 200 }],
    ])
  })

  test('a tall note takes two slots, one below the other, and what follows goes round it', () => {
    const tall = { ...at('tall', 24, 56, 1), tall: true }
    const shown = shownPlaces([tall], 480)
    expect(firstFreePlace(shown, 480)).toEqual({ x: 248, y: 56 })
    expect(firstFreePlace(shownPlaces([at('a', 24, 56), at('b', 248, 200)], 480), 480, true)).toEqual({ x: 24, y: 200 })
    expect([...tidyPlaces([tall, at('b', 248, 56), at('c', 248, 200), at('d', 0, 400)], 480).values()]).toEqual([
      { x: 24, y: 56, tall: true },
      { x: 248, y: 56 },
      { x: 248, y: 200 },
      { x: 24, y: 344 },
    ])
  })

  test('what is tall is counted, so that every screen says the same; wide signs count twice', () => {
    expect([isTall({ text: 'a'.repeat(120) }), isTall({ text: 'a'.repeat(121) })]).toEqual([false, true])
    expect([isTall({ text: '客'.repeat(60) }), isTall({ text: '客'.repeat(61) })]).toEqual([false, true])
    expect([isTall({ text: '한'.repeat(60) }), isTall({ text: '한'.repeat(61) })]).toEqual([false, true])
    expect([isTall({ text: '🚲'.repeat(60) }), isTall({ text: '🚲'.repeat(61) })]).toEqual([false, true])
    // Vietnamese letters, quotes and dashes are as wide as any.
    for (const letter of ['ạ', '“', '–', 'ж', 'ب', 'ก'])
      expect([isTall({ text: letter.repeat(120) }), isTall({ text: letter.repeat(121) })]).toEqual([false, true])
  })

  test('a list of short lines is as long as what it takes of a note', () => {
    const lines = (count: number) => Array.from({ length: count }, () => 'Shop').join('\n')
    expect([isTall({ text: lines(5) }), isTall({ text: lines(7) })]).toEqual([false, true])
  })

  test('a drop over an edge is brought inside', () => {
    expect(wishInside({ x: -20, y: 480 }, { width: 480, height: 496 })).toEqual({ x: 24, y: 344 })
    expect(wishInside({ x: 100, y: 100 }, { width: 480, height: 496 })).toEqual({ x: 100, y: 100 })
  })
})

describe('the arranged canvas', () => {
  const canvas = fc.tuple(...AREAS.map(area => wishes(anyCoordinate, 8, area))).map(lists =>
    lists.flatMap((list, i) =>
      list.map(({ id, place, tall, closedIn }) => ({
        ...{ id: `${AREAS[i]}-${id}`, place, text: tall ? LONG_TEXT : '' },
        ...(closedIn && { group: `${AREAS[i]}-${closedIn}` }),
      })),
    ),
  )
  const groups = AREAS.flatMap(block =>
    ['g0', 'g1'].map(id => ({ id: `${block}-${id}`, title: '', block, closed: true as const })),
  )

  test.each(LAYOUT_IDS)(
    '%s: every note lies within its own block, none on another, and parked ones only while that is open',
    id => {
      const layout = LAYOUTS[id]
      fc.assert(
        fc.property(canvas, fc.constantFrom('open' as const, 'closed' as const), (notes, parking) => {
          const picture = arrange(layout, notes, { parking, groups })
          const seen = notes.filter(n => parking === 'open' || n.place[0] !== 'parking')
          expect(picture.notes.size).toBe(seen.filter(n => n.group === undefined).length)
          expect([...picture.groups.keys()].sort()).toEqual([...new Set(seen.flatMap(n => n.group ?? []))].sort())
          for (const note of notes) {
            const rect = picture.notes.get(note.id)
            if (!rect) continue
            const area = picture.areas[note.place[0]]
            expect(contains(area, rect)).toBe(true)
            expect(rect.y + rect.height).toBeLessThanOrEqual(area.y + area.height - PADDING)
          }
          for (const { id, block } of groups) {
            const rect = picture.groups.get(id)
            if (rect) expect(contains(picture.areas[block], rect)).toBe(true)
          }
          const rects = [...picture.notes.values(), ...picture.groups.values()]
          expect(rects.some((a, i) => rects.slice(i + 1).some(b => overlaps(a, b)))).toBe(false)
        }),
        runs(60),
      )
    },
  )

  test('a block that fills up makes its grid row and the sheet taller by a row of notes', () => {
    const notes = Array.from({ length: 7 }, (_, i) => ({
      id: `n${i}`,
      place: ['keyActivities', 24, 56, i] as const,
      text: '',
    }))
    const { areas, sheet } = arrange(LAYOUTS.classic, notes)
    expect(areas.keyActivities.height).toBe(496 + 144)
    expect(areas.customerRelationships.height).toBe(496 + 144)
    expect(areas.keyPartnerships.height).toBe(992 + 144)
    expect(areas.keyResources).toEqual({ x: 480, y: 640, width: 480, height: 496 })
    expect(sheet.height).toBe(1344 + 144)
  })

  test('default heights hold whole rows of notes', () => {
    for (const layout of Object.values(LAYOUTS))
      for (const area of AREAS) {
        const columns = Math.floor((areaWidth(layout, area) - 2 * PADDING + 16) / STEP.x)
        const rows = Math.floor((areaHeight(layout, area) - TITLE_ROW - PADDING + 16) / STEP.y)
        const full = Array.from({ length: columns * rows }, (_, i) => ({
          id: `n${i}`,
          place: [area, 0, 0, i] as const,
        }))
        expect(
          grownRows(shownPlaces(full, areaWidth(layout, area), areaHeight(layout, area)), areaHeight(layout, area)),
        ).toBe(0)
      }
  })
})
