/** What a person does to notes besides by hand: one step each, of what is theirs to do, and undone without touching others. */
import { expect, test } from 'vitest'
import type { Area } from '../../../shared/canvas/blocks.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { openTable } from '../test-board.ts'

function anaAndBen(...notes: readonly string[]) {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (const text of notes) ana.adds(text, { to: 'channels' })
  return { table, ana, ben }
}
const BLOCK: Area = 'channels'

test('new notes fill the grid in reading order, and a block that is full grows', () => {
  const { ana } = anaAndBen('A', 'B', 'C', 'D', 'E', 'F', 'G')
  expect(ana.sees(BLOCK)).toEqual(['A', 'B', 'C', 'D', 'E', 'F', 'G'])
  expect(ana.note('B').place.slice(1, 3)).toEqual([248, 56])
  expect(ana.note('G').place.slice(1, 3)).toEqual([24, 56 + 3 * 144])
  expect(ana.editor.shown.areaRect(BLOCK).height).toBe(496 + 144)
})

test('notes go to another block, in one step, to its first free places', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ana.adds('There', { to: 'keyResources' })
  const { sent } = ana
  ana.editor.moveTo(ana.idsOf('A', 'B', 'There'), 'keyResources')
  expect(ana.sent).toBe(sent + 1)
  expect(ben.sees('keyResources')).toEqual(['There', 'A', 'B'])
  ana.editor.moveTo(ana.idsOf('A'), 'keyResources')
  expect(ana.sent).toBe(sent + 1)
})

test('an arrow trades places with the neighbour that way, and nothing else moves', () => {
  const { ana, ben } = anaAndBen('A', 'B', 'C', 'D', 'E')
  ana.editor.orderNote(ana.id('A'), 'down')
  expect(ben.sees(BLOCK)).toEqual(['C', 'B', 'A', 'D', 'E'])
  ana.editor.orderNote(ana.id('A'), 'right')
  expect(ben.sees(BLOCK)).toEqual(['C', 'B', 'D', 'A', 'E'])
  ana.editor.undo()
  ana.editor.undo()
  expect(ben.sees(BLOCK)).toEqual(['A', 'B', 'C', 'D', 'E'])
})

test('a trade gives each the time of the spot it takes, so that who waits for a spot goes on waiting', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ben.adds('Waiting', { to: BLOCK, at: { x: 248, y: 56 } })
  const waits = ana.rect('Waiting')
  ana.editor.orderNote(ana.id('A'), 'right')
  expect(ana.rect('Waiting')).toEqual(waits)
  expect(ana.sees(BLOCK).slice(0, 2)).toEqual(['B', 'A'])
})

test('without a neighbour a note goes one slot on, and stops at the edge', () => {
  const { ana } = anaAndBen('A')
  const id = ana.id('A')
  ana.editor.orderNote(id, 'right')
  expect(ana.rect('A').x - ana.editor.shown.areaRect(BLOCK).x).toBe(248)
  const { sent } = ana
  ana.editor.orderNote(id, 'right')
  ana.editor.orderNote(id, 'up')
  expect(ana.sent).toBe(sent)
})

test('in the outline a note goes earlier or later in reading order', () => {
  const { ana } = anaAndBen('A', 'B', 'C')
  ana.editor.orderNote(ana.id('C'), 'earlier')
  expect(ana.sees(BLOCK)).toEqual(['A', 'C', 'B'])
  ana.editor.orderNote(ana.id('C'), 'later')
  ana.editor.orderNote(ana.id('C'), 'later')
  expect(ana.sees(BLOCK)).toEqual(['A', 'B', 'C'])
})

test('colour is one step, and writes only what it changes', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ana.editor.colorNotes(ana.idsOf('A'), 'sky')
  const { sent } = ana
  ana.editor.colorNotes(ana.idsOf('A'), 'sky')
  expect(ana.sent).toBe(sent)
  ana.editor.colorNotes(ana.idsOf('A', 'B'), 'sky')
  expect(ana.sent).toBe(sent + 1)
  ana.editor.undo()
  expect(ben.note('A').color).toBe('sky')
  expect(ben.note('B').color).toBe('straw')
})

test('copies stand beside what they copy, bear my name, and are one step', () => {
  const { ana, ben } = anaAndBen('A')
  const [copy = ''] = ben.editor.duplicateNotes(ben.idsOf('A'))
  expect(ben.canvas.notes.get(copy)).toMatchObject({ text: 'A', author: 'ben', color: 'straw' })
  const [one, two] = [ana.editor.shown.noteRect(ana.canvas.notes.all()[0]?.id ?? ''), ana.editor.shown.noteRect(copy)]
  expect(one?.y).toBe(two?.y)
  ben.editor.undo()
  expect(ana.sees(BLOCK)).toEqual(['A'])
})

test('[B5] deleting is said with its count, and undone brings back what others wrote meanwhile', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  const id = ana.id('A')
  ana.editor.deleteNotes(ana.idsOf('A', 'B'))
  expect(ana.heard).toEqual([{ kind: 'deleted', count: 2 }])
  expect(ben.canvas.notes.size).toBe(0)
  ana.editor.undo()
  expect(ben.sees(BLOCK)).toEqual(['A', 'B'])
  ana.leavesTheLine()
  ana.editor.deleteNotes([id])
  ben.editor.writeNote(id, 'A and more')
  ana.comesBack()
  ana.editor.undo()
  expect(ben.sees(BLOCK)).toEqual(['A and more', 'B'])
})

test('[M10] only my part is deleted or coloured, and it is said what was left', () => {
  const { ana, ben, table } = anaAndBen('Mine')
  ben.adds('Theirs', { to: BLOCK })
  table.allows({ ...ALL_RIGHTS, delete: 'own', style: 'own' })
  const both = ana.idsOf('Mine', 'Theirs')
  ana.editor.colorNotes(both, 'rose')
  ana.editor.deleteNotes(both)
  expect(ben.sees(BLOCK)).toEqual(['Theirs'])
  expect(ben.note('Theirs').color).toBe('straw')
  expect(ana.heard).toEqual([
    { kind: 'partly', done: 1, left: 1 },
    { kind: 'partly', done: 1, left: 1 },
  ])
  ana.editor.deleteNotes(ana.idsOf('Theirs'))
  expect(ana.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'delete', why: 'notYours' })
})

test('[M10] trading places needs the right to both', () => {
  const { ana, ben, table } = anaAndBen('Mine')
  ben.adds('Theirs', { to: BLOCK })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.orderNote(ana.id('Mine'), 'right')
  expect(ana.sees(BLOCK)).toEqual(['Mine', 'Theirs'])
  expect(ana.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'move', why: 'notYours' })
})

test('[M10] an observer does nothing, whatever is asked', () => {
  const { ben, table } = anaAndBen('A', 'B')
  const eve = table.joins('Eve', { role: 'observer' })
  const { sent } = eve
  const [a = '', b = ''] = eve.idsOf('A', 'B')
  eve.editor.addNote(BLOCK, { text: 'x' })
  eve.editor.deleteNotes([a])
  eve.editor.colorNotes([a], 'sky')
  eve.editor.moveTo([a], 'keyResources')
  eve.editor.orderNote(a, 'down')
  eve.editor.duplicateNotes([a])
  eve.editor.linkNotes(a, b)
  eve.editor.writeNote(a, 'x')
  eve.drags('A', { to: eve.spot('keyResources', 100, 100) })
  expect(eve.sent).toBe(sent)
  expect(new Set(eve.heard.map(said => said.kind === 'notAllowed' && said.why))).toEqual(new Set(['role']))
  expect(ben.sees(BLOCK)).toEqual(['A', 'B'])
})

test('[B5] undo is mine: it takes back my steps one by one, and passes over what others changed since', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ana.editor.colorNotes(ana.idsOf('A'), 'sky')
  ana.drags('B', { to: ana.spot('keyResources', 200, 200) })
  ben.drags('B', { to: ben.spot('keyActivities', 200, 200) })
  ana.editor.undo()
  expect(ben.sees('keyActivities')).toEqual(['B'])
  expect(ben.note('A').color).toBe('straw')
  expect(ana.heard).toEqual([
    { kind: 'undone', title: 'color', kept: 0 },
    { kind: 'undoSkipped', titles: ['move'] },
  ])
})

test('[M2] undo of an add keeps a note whole in which another wrote, and says so', () => {
  const { ana, ben } = anaAndBen('A')
  ben.editor.writeNote(ben.id('A'), 'A, by Ben')
  ana.editor.undo()
  expect(ben.sees(BLOCK)).toEqual(['A, by Ben'])
  expect(ana.heard).toEqual([{ kind: 'kept', title: 'add' }])
})

test('making a note and its first words are one undo, however long one thought; redo brings both', () => {
  const { ana, ben, table } = anaAndBen('Before')
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  table.clock.pass(10_000)
  ana.types('Brand')
  ana.editor.endWriting()
  table.clock.pass(10_000)
  ana.editor.undo()
  expect(ben.canvas.notes.all().map(({ text }) => text)).toEqual(['Before'])
  ana.editor.redo()
  expect(ben.sees('keyResources')).toEqual(['Brand'])
  expect(ben.canvas.notes.size).toBe(2)
  expect(ana.heard.map(({ kind }) => kind)).toEqual(['undone', 'redone'])
})

test('an undo that empties a note takes no other note with it', () => {
  const { ana, ben } = anaAndBen('A')
  ben.adds('', { to: 'keyResources' })
  const id = ana.id('')
  ana.editor.writeNote(id, 'Brand')
  ana.editor.undo()
  expect(ben.sees('keyResources')).toEqual([''])
  expect(ben.sees(BLOCK)).toEqual(['A'])
})

test('with nothing to take back it is said', () => {
  const { ana } = anaAndBen()
  ana.editor.undo()
  ana.editor.redo()
  expect(ana.heard).toEqual([{ kind: 'nothingToUndo' }, { kind: 'nothingToRedo' }])
})

test('[M9] an undo that the step no longer lets me do is skipped with a word, before anything is sent', () => {
  const { ana, table } = anaAndBen('A')
  ana.drags('A', { to: ana.spot('keyResources', 200, 200) })
  table.allows({ ...ALL_RIGHTS, move: 'none', add: 'none' })
  const { sent } = ana
  ana.editor.undo()
  expect(ana.sent).toBe(sent)
  expect(ana.heard.at(-1)).toEqual({ kind: 'undoSkipped', titles: ['move', 'add'] })
})

test('a label is a note without paper; a colour gives it some, and all of it is undone step by step', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  const id = ana.editor.addNote('parking', { text: 'Ideas', paper: 'none' }) ?? ''
  expect(ben.note('Ideas')).toMatchObject({ paper: 'none', author: 'ana' })
  const [copy = ''] = ben.editor.duplicateNotes([id])
  expect(ana.canvas.notes.get(copy)?.paper).toBe('none')
  ben.editor.colorNotes([id], 'sky')
  expect(ana.canvas.notes.get(id)).toMatchObject({ color: 'sky' })
  expect(ana.canvas.notes.get(id)?.paper).toBeUndefined()
  ben.editor.undo()
  expect(ana.canvas.notes.get(id)).toMatchObject({ color: 'straw', paper: 'none' })
  ben.editor.redo()
  ana.editor.unpaperNotes([id])
  expect(ben.canvas.notes.get(id)).toMatchObject({ color: 'sky', paper: 'none' })
  ana.editor.undo()
  expect(ben.canvas.notes.get(id)?.paper).toBeUndefined()
  ben.editor.unpaperNotes([id])
  // Sky once more, although that is the colour it had: paper is what it lacked.
  ana.editor.colorNotes([id], 'sky')
  expect(ana.canvas.notes.get(id)?.paper).toBeUndefined()
})

test('a note with an image is two rows high; a copy shows it too, and taking it off is one step', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  const image = 'a1'.repeat(32)
  const id = ana.editor.addNote('channels', { text: 'Shop' }) ?? ''
  const heightOf = () => ben.editor.shown.noteRect(id)?.height
  const low = heightOf() ?? 0
  ben.editor.setImage(id, image)
  expect(ana.note('Shop')).toMatchObject({ image, author: 'ana' })
  expect(heightOf()).toBeGreaterThan(2 * low)
  const [copy = ''] = ana.editor.duplicateNotes([id])
  expect(ben.canvas.notes.get(copy)?.image).toBe(image)
  ben.editor.setImage(id, null)
  expect(ana.canvas.notes.get(id)?.image).toBeUndefined()
  expect(heightOf()).toBe(low)
  ben.editor.undo()
  expect(ana.canvas.notes.get(id)?.image).toBe(image)
})

test('[B13] a note is made an action with owner and day, seen by all, taken back in one step, and only by who may mark it', () => {
  const { table, ana, ben } = anaAndBen('Ask ten hosts')
  const id = ana.id('Ask ten hosts')
  ana.editor.setAction(id, { owner: '', due: '' })
  ana.editor.setAction(id, { owner: 'Ben', due: '2026-12-04' })
  expect(ben.note('Ask ten hosts').action).toEqual({ owner: 'Ben', due: '2026-12-04' })
  const { sent } = ana
  ana.editor.setAction(id, { owner: 'Ben', due: '2026-12-04' })
  expect(ana.sent).toBe(sent)
  table.allows({ ...ALL_RIGHTS, mark: 'own' })
  ben.editor.setAction(id, undefined)
  expect(ben.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'mark', why: 'notYours' })
  ana.editor.undo()
  expect(ben.note('Ask ten hosts').action).toEqual({ owner: '', due: '' })
  ana.editor.setAction(id, undefined)
  expect(ben.note('Ask ten hosts').action).toBeUndefined()
})
