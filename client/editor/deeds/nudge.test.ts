/** Several notes go by arrows: as they stand, clear of the others, in one step. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { openTable } from '../test-board.ts'

function anaAndBen() {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}
const spots = (person: ReturnType<typeof anaAndBen>['ana'], ...names: readonly string[]) =>
  names.map(name => person.note(name).place.slice(1, 3))

test('several notes go by a slot together, in one step, and not out of their block', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('A', { to: 'costStructure', at: { x: 24, y: 56 } })
  ana.adds('B', { to: 'costStructure', at: { x: 300, y: 90 } })
  const { sent } = ana
  ana.editor.nudgeNotes(ana.idsOf('A', 'B'), 'right')
  expect(ana.sent).toBe(sent + 1)
  expect(spots(ben, 'A', 'B')).toEqual([
    [248, 56],
    [524, 90],
  ])
  ana.editor.undo()
  const before = ana.sent
  for (const way of ['up', 'left'] as const) ana.editor.nudgeNotes(ana.idsOf('A', 'B'), way)
  expect(ana.sent).toBe(before)
  expect(ana.heard.slice(-2)).toEqual([
    { kind: 'noRoom', way: 'up' },
    { kind: 'noRoom', way: 'left' },
  ])
  expect(spots(ben, 'A', 'B')).toEqual([
    [24, 56],
    [300, 90],
  ])
})

test('what stands in the way is gone over, and stays', () => {
  const { ana, ben } = anaAndBen()
  for (const name of ['A', 'B', 'Here', 'There']) ana.adds(name, { to: 'valuePropositions' })
  const stays = [ben.rect('Here'), ben.rect('There')]
  ana.editor.nudgeNotes(ana.idsOf('A', 'B'), 'down')
  expect(spots(ben, 'A', 'B')).toEqual([
    [24, 344],
    [248, 344],
  ])
  expect([ben.rect('Here'), ben.rect('There')]).toEqual(stays)
})

test('[M10] mine alone go, round what is not mine, and it is said what stayed', () => {
  const { table, ana, ben } = anaAndBen()
  ana.adds('A', { to: 'channels', at: { x: 24, y: 56 } })
  ana.adds('B', { to: 'channels', at: { x: 248, y: 56 } })
  ben.adds('Theirs', { to: 'channels', at: { x: 24, y: 200 } })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.nudgeNotes(ana.idsOf('A', 'B', 'Theirs'), 'down')
  expect(spots(ben, 'A', 'B', 'Theirs')).toEqual([
    [24, 344],
    [248, 344],
    [24, 200],
  ])
  expect(ana.heard).toEqual([{ kind: 'partly', done: 2, left: 1 }])
})

test('[M10] where none is mine to move, that alone is said', () => {
  const { table, ana, ben } = anaAndBen()
  for (const name of ['A', 'B']) ben.adds(name, { to: 'channels' })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.nudgeNotes(ana.idsOf('A', 'B'), 'down')
  expect(ana.heard).toEqual([{ kind: 'notAllowed', right: 'move', why: 'notYours' }])
})

test('[T1] a note that another deleted is left out, and a closed group goes as the one paper it is', () => {
  const { ana, ben } = anaAndBen()
  for (const name of ['A', 'B', 'C', 'D']) ana.adds(name, { to: 'channels' })
  const ids = ana.idsOf('A', 'B', 'C', 'D')
  ana.editor.closeGroup(ana.editor.groupNotes(ana.idsOf('A', 'B')) ?? '')
  ben.editor.deleteNotes(ben.idsOf('D'))
  const group = ana.editor.shown.seatOf(ana.id('A'))
  ana.editor.nudgeNotes(ids, 'down')
  expect(ana.editor.shown.seatOf(ana.id('B'))).toEqual({ ...group, y: (group?.y ?? 0) + 144 })
  expect(spots(ben, 'A', 'B', 'C')).toEqual([
    [24, 200],
    [248, 200],
    [24, 344],
  ])
})
