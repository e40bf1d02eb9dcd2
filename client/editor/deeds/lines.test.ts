/** Notes put in line: one step, only what is mine, and nothing comes to lie on anything. */
import { expect, test } from 'vitest'
import { overlaps } from '../../../shared/base/geometry.ts'
import { moveNotes } from '../../../shared/canvas/operations.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'

type Standing = readonly (readonly [text: string, x: number, y: number])[]

function anaAndBen(notes: Standing = [], to: 'channels' | 'costStructure' = 'costStructure') {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (const [text, x, y] of notes) ana.adds(text, { to, at: { x, y } })
  return { table, ana, ben }
}
/** Where notes are seen in their area. */
const spots = (person: TestPerson, ...texts: readonly string[]) =>
  texts.map(text => {
    const area = person.editor.shown.areaRect(person.note(text).place[0])
    const { x, y } = person.rect(text)
    return [x - area.x, y - area.y]
  })

test('left edges are aligned in one step: notes keep their height, those on one level follow each other downwards', () => {
  const { ana, ben } = anaAndBen([
    ['A', 60, 70],
    ['B', 320, 90],
    ['C', 700, 160],
  ])
  const before = spots(ana, 'A', 'B', 'C')
  const { sent } = ana
  ana.editor.alignNotes(ana.idsOf('B', 'C', 'A'), 'left')
  expect(ana.sent).toBe(sent + 1)
  expect(spots(ben, 'A', 'B', 'C')).toEqual([
    [60, 70],
    [60, 214],
    [60, 358],
  ])
  ana.editor.alignNotes(ana.idsOf('A', 'B', 'C'), 'left')
  expect(ana.sent).toBe(sent + 1)
  expect(ana.heard).toEqual([{ kind: 'tidyAlready' }])
  ana.editor.undo()
  expect(spots(ben, 'A', 'B', 'C')).toEqual(before)
})

test('upper edges are aligned; a row that goes beyond the block moves back into it', () => {
  const { ana } = anaAndBen([
    ['A', 600, 180],
    ['B', 700, 56],
    ['C', 940, 90],
  ])
  ana.editor.alignNotes(ana.idsOf('A', 'B', 'C'), 'top')
  expect(spots(ana, 'A', 'B', 'C')).toEqual([
    [520, 56],
    [744, 56],
    [968, 56],
  ])
})

test('where a block is too narrow for the row, or another note lies in the way, placement decides: nothing lies on anything', () => {
  const { ana, ben } = anaAndBen(
    [
      ['A', 24, 60],
      ['B', 248, 200],
      ['C', 100, 344],
    ],
    'channels',
  )
  ben.adds('Theirs', { to: 'channels', at: { x: 240, y: 60 } })
  ana.editor.alignNotes(ana.idsOf('A', 'B', 'C'), 'top')
  const rects = ['A', 'B', 'C', 'Theirs'].map(text => ana.rect(text))
  for (const [i, rect] of rects.entries())
    expect(rects.filter((other, j) => i !== j && overlaps(rect, other))).toEqual([])
  expect(spots(ben, 'Theirs')).toEqual([[240, 60]])
  expect(spots(ben, 'A', 'B', 'C')).toEqual(spots(ana, 'A', 'B', 'C'))
})

test('three or more get equal gaps across and down; the first and the last stay', () => {
  const { ana } = anaAndBen([
    ['A', 24, 56],
    ['B', 260, 56],
    ['C', 900, 56],
  ])
  const { sent } = ana
  ana.editor.distributeNotes(ana.idsOf('A', 'B'), 'across')
  expect(ana.sent).toBe(sent)
  ana.editor.distributeNotes(ana.idsOf('C', 'A', 'B'), 'across')
  expect(spots(ana, 'A', 'B', 'C')).toEqual([
    [24, 56],
    [462, 56],
    [900, 56],
  ])
  const heights = { A: 56, B: 220, C: 700 }
  const places = Object.entries(heights).map(([text, y]) => [ana.id(text), ['costStructure', 24, y, 1]] as const)
  ana.board.history.value.run('move', () => moveNotes(ana.canvas, new Map(places)))
  ana.editor.distributeNotes(ana.idsOf('A', 'B', 'C'), 'down')
  expect(spots(ana, 'A', 'B', 'C')).toEqual([
    [24, 56],
    [24, 378],
    [24, 700],
  ])
})

test('a closed group is one paper in the line, and blocks are lines by themselves', () => {
  const { ana } = anaAndBen([
    ['A', 100, 56],
    ['B', 340, 56],
    ['C', 60, 200],
  ])
  ana.adds('Elsewhere', { to: 'channels', at: { x: 248, y: 56 } })
  ana.editor.closeGroup(ana.editor.groupNotes(ana.idsOf('A', 'B')) ?? '')
  ana.editor.alignNotes(ana.idsOf('A', 'B', 'C', 'Elsewhere'), 'left')
  const { x, y } = ana.spot('costStructure', 60, 56)
  expect(ana.editor.shown.seatOf(ana.id('B'))).toMatchObject({ x, y })
  expect(ana.note('B').place[1] - ana.note('A').place[1]).toBe(240)
  expect(spots(ana, 'C', 'Elsewhere')).toEqual([
    [60, 200],
    [248, 56],
  ])
})

test('[M10] only mine are aligned, and it is said what was left', () => {
  const { table, ana, ben } = anaAndBen([
    ['A', 60, 60],
    ['B', 300, 200],
  ])
  ben.adds('Theirs', { to: 'costStructure', at: { x: 900, y: 56 } })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.alignNotes(ana.idsOf('A', 'B', 'Theirs'), 'left')
  expect(spots(ben, 'A', 'B')).toEqual([
    [60, 60],
    [60, 204],
  ])
  expect(ana.heard).toEqual([{ kind: 'partly', done: 2, left: 1 }])
})

test('[T1] [B9] a note deleted meanwhile is left out; two who align the same notes without a line end alike', () => {
  const { table, ana, ben } = anaAndBen([
    ['A', 60, 60],
    ['B', 300, 200],
    ['C', 560, 100],
  ])
  const ids = ana.idsOf('A', 'B', 'C')
  ben.editor.deleteNotes(ben.idsOf('C'))
  ana.leavesTheLine()
  ana.editor.alignNotes(ids, 'left')
  table.clock.pass(5)
  ben.editor.alignNotes(ids, 'top')
  ana.comesBack()
  expect(spots(ana, 'A', 'B')).toEqual(spots(ben, 'A', 'B'))
})
