/** Tidying: notes in line, in the order they are read, as one step; never more than one update holds. */
import { expect, test } from 'vitest'
import { newId } from '../../../shared/base/id.ts'
import { BLOCK_IDS } from '../../../shared/canvas/blocks.ts'
import { addNote, colorNotes, moveNotes } from '../../../shared/canvas/operations.ts'
import { onUpdate } from '../../../shared/wire/document.ts'
import { UPDATE_BYTES } from '../../../shared/wire/sizes.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'
import { MOST_AT_ONCE } from './ground.ts'

function anaAndBen() {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}
const spots = (person: TestPerson, ...names: readonly string[]) =>
  names.map(name => person.note(name).place.slice(0, 3))

test('a block is tidied into its slots in reading order, in one step that undo takes back', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Second', { to: 'channels', at: { x: 240, y: 90 } })
  ana.adds('First', { to: 'channels', at: { x: 30, y: 70 } })
  ana.adds('Third', { to: 'channels', at: { x: 100, y: 420 } })
  const before = spots(ben, 'First', 'Second', 'Third')
  const { sent } = ana
  ana.editor.tidy(['channels'])
  expect(ana.sent).toBe(sent + 1)
  expect(spots(ben, 'First', 'Second', 'Third')).toEqual([
    ['channels', 24, 56],
    ['channels', 248, 56],
    ['channels', 24, 200],
  ])
  expect(ben.sees('channels')).toEqual(['First', 'Second', 'Third'])
  ana.editor.tidy(['channels'])
  expect(ana.sent).toBe(sent + 1)
  expect(ana.heard).toEqual([{ kind: 'tidyAlready' }])
  ana.editor.undo()
  expect(spots(ben, 'First', 'Second', 'Third')).toEqual(before)
})

test('the whole canvas is one step too, and undo leaves what another moved since', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('A', { to: 'channels', at: { x: 60, y: 90 } })
  ana.adds('B', { to: 'keyResources', at: { x: 60, y: 90 } })
  ana.editor.tidy(BLOCK_IDS)
  ben.editor.moveTo(ben.idsOf('B'), 'keyActivities')
  ana.editor.undo()
  expect(spots(ben, 'A', 'B')).toEqual([
    ['channels', 60, 90],
    ['keyActivities', 24, 56],
  ])
})

test('[M10] what I may not move stays where it is, mine go round it, and it is said what was left', () => {
  const { table, ana, ben } = anaAndBen()
  ben.adds('Theirs', { to: 'channels', at: { x: 24, y: 56 } })
  ana.adds('Mine', { to: 'channels', at: { x: 30, y: 430 } })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.tidy(['channels'])
  expect(spots(ben, 'Theirs', 'Mine')).toEqual([
    ['channels', 24, 56],
    ['channels', 248, 56],
  ])
  expect(ana.heard).toEqual([{ kind: 'partly', done: 1, left: 1 }])
})

test('a closed group is tidied as the one paper it is', () => {
  const { ana } = anaAndBen()
  for (const [i, name] of ['A', 'B', 'C'].entries())
    ana.adds(name, { to: 'channels', at: { x: 40 + 220 * (i % 2), y: 100 + 150 * i } })
  const group = ana.editor.groupNotes(ana.idsOf('A', 'B')) ?? ''
  ana.editor.closeGroup(group)
  ana.editor.tidy(['channels'])
  const { x, y } = ana.spot('channels', 248, 56)
  expect(ana.rect('C')).toMatchObject({ x, y })
  expect(spots(ana, 'A')).toEqual([['channels', 24, 56]])
  const { sent } = ana
  ana.editor.openGroup(group)
  ana.editor.undo()
  ana.editor.undo()
  expect(ana.sent).toBe(sent + 3)
  expect(spots(ana, 'A', 'C')).toEqual([
    ['channels', 40, 100],
    ['channels', 40, 344],
  ])
})

test('as many notes as may be moved at once keep to one update, and of more it is said before anything is written', () => {
  const { ana } = anaAndBen()
  const ids = Array.from({ length: MOST_AT_ONCE + 1 }, () => newId())
  ana.board.history.value.run('import', () => {
    for (const [i, id] of ids.entries())
      addNote(ana.canvas, { id, place: ['customerRelationships', i, i, 1], text: '', color: 'straw', author: 'ana' })
  })
  const sizes: number[] = []
  onUpdate(ana.canvas.document, update => sizes.push(update.length))
  ana.editor.colorNotes(ids, 'sky')
  ana.editor.tidy(['customerRelationships'])
  expect(sizes).toEqual([])
  expect(ana.heard).toEqual([
    { kind: 'tooMany', limit: MOST_AT_ONCE },
    { kind: 'tooMany', limit: MOST_AT_ONCE },
  ])
  const fewer = ids.slice(1)
  ana.board.history.value.run('move', () =>
    moveNotes(
      ana.canvas,
      new Map(fewer.map((id, i) => [id, ['customerRelationships', 999_000 + i, 999_000, 8e12] as const])),
    ),
  )
  ana.board.history.value.run('color', () => colorNotes(ana.canvas, fewer, 'apricot'))
  ana.editor.undo()
  ana.editor.undo()
  expect(sizes).toHaveLength(4)
  for (const size of sizes) expect(size).toBeLessThan(UPDATE_BYTES.ordinary)
})
