/** The slots under notes in hand, against where they come to lie when they are let go. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../shared/base/geometry.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { landing } from './landing.ts'

const TEXTS = ['Hosts', 'Guests', 'Cities', 'Airlines', 'Cleaners', 'Banks', 'Insurers', 'Photographers'] as const

function fullTable() {
  const table = openTable()
  const ana = table.joins('Ana')
  for (const [i, text] of TEXTS.entries()) ana.adds(text, { to: i < 5 ? 'keyPartnerships' : 'channels' })
  table.clock.pass(2_000)
  return ana
}

/** Drags the notes and says where the slots were and where the notes then stood. */
function drop(grabbed: string, also: readonly string[], to: Point) {
  const ana = fullTable()
  const ids = ana.idsOf(grabbed, ...also)
  ana.editor.select(ids)
  ana.takes(grabbed, { to })
  const hand = ana.editor.hand.value
  if (hand.kind !== 'drag' || !hand.over) return undefined
  const wishOf = (id: string) => ana.canvas.notes.get(id)?.place
  const drag = { ids: hand.ids, grabbed: ids[0] ?? '', by: hand.by, over: hand.over }
  const slots = landing(ana.editor.shown, wishOf, drag).map(point => within(ana, drag.over, point))
  ana.releases()
  const stood = ids.flatMap(id => ana.editor.shown.noteRect(id) ?? []).map(point => within(ana, drag.over, point))
  return { slots: slots.sort(), stood: stood.sort() }
}

/** Seen from the area under the hand: it goes down when a block above it grows by the drop. */
function within({ editor: { shown } }: TestPerson, area: Area, point: Point): string {
  const { x, y } = shown.areaRect(area)
  return `${point.x - x} ${point.y - y}`
}

test('[B9] a slot is where the note comes to lie, also when its wish is taken', () => {
  const free = drop('Hosts', [], { x: 1700, y: 800 })
  expect(free?.slots).toEqual(free?.stood)
  const taken = drop('Hosts', [], { x: 140, y: 300 })
  expect(taken?.slots).toEqual(taken?.stood)
})

test('[B9] any drop of some notes anywhere lands in its slots', () => {
  const some = fc.record({
    grabbed: fc.constantFrom(...TEXTS.slice(0, 3)),
    also: fc.subarray(TEXTS.slice(3)),
    x: fc.integer({ min: 10, max: 2380 }),
    y: fc.integer({ min: 60, max: 1300 }),
  })
  fc.assert(
    fc.property(some, ({ grabbed, also, x, y }) => {
      const dropped = drop(grabbed, also, { x, y })
      expect(dropped?.slots).toEqual(dropped?.stood)
    }),
    { seed: 11, numRuns: 60 },
  )
})

test('with very many notes in hand no slots are shown', () => {
  const ana = fullTable()
  const ids = Array.from({ length: 21 }, (_, i) => `${i}`)
  expect(
    landing(ana.editor.shown, () => ['channels', 24, 56, 1], {
      ids,
      grabbed: '0',
      by: { x: 0, y: 0 },
      over: 'channels',
    }),
  ).toEqual([])
})
