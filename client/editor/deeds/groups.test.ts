/** What a person does to groups: one step each, of what is theirs to do; two people end alike; undo takes back only mine. */
import { expect, test } from 'vitest'
import { centreOf } from '../../../shared/base/geometry.ts'
import type { Area } from '../../../shared/canvas/blocks.ts'
import type { Place } from '../../../shared/canvas/records.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'

const BLOCK: Area = 'channels'

function anaAndBen(...notes: readonly string[]) {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (const text of notes) ana.adds(text, { to: BLOCK })
  return { table, ana, ben }
}
function groups(person: TestPerson, ...texts: readonly string[]): string {
  const id = person.editor.groupNotes(person.idsOf(...texts))
  if (id === undefined) throw new Error('no group')
  return id
}
const middleOf = (person: TestPerson, group: string) => {
  const rect = person.editor.shown.groupRect(group)
  if (!rect) throw new Error('no closed group')
  return centreOf(rect)
}

test('[B23] notes are grouped, named, closed, opened and let go: a step each, and each is undone', () => {
  const { ana, ben } = anaAndBen('A', 'B', 'C')
  const { sent } = ana
  const group = groups(ana, 'A', 'B')
  ana.editor.nameGroup(group, '  Reach ')
  ana.editor.closeGroup(group)
  expect(ana.sent).toBe(sent + 3)
  expect(ben.groups(BLOCK)).toEqual(['[Reach: A B]'])
  ana.editor.openGroup(group)
  ana.editor.ungroup(group)
  expect(ben.groups(BLOCK)).toEqual([])
  const undone = ['Reach: A B', '[Reach: A B]', 'Reach: A B', '-: A B']
  for (const each of undone) {
    ana.editor.undo()
    expect(ben.groups(BLOCK)).toEqual([each])
  }
  ana.editor.undo()
  expect([ben.groups(BLOCK), ben.sees(BLOCK)]).toEqual([[], ['A', 'B', 'C']])
})

test('[B23] what is grouped with a grouped note joins its group; what leaves it stays where it is', () => {
  const { ana, ben } = anaAndBen('A', 'B', 'C')
  const group = groups(ana, 'A', 'B')
  expect(groups(ben, 'C', 'A')).toBe(group)
  expect(ana.groups(BLOCK)).toEqual(['-: A B C'])
  const place = ana.note('B').place
  ana.editor.leaveGroup(ana.idsOf('B'))
  expect([ben.groups(BLOCK), ben.note('B').place]).toEqual([['-: A C'], place])
})

test('[B23] a group lies in one block, and that is said', () => {
  const { ana } = anaAndBen('A')
  ana.adds('Far', { to: 'keyResources' })
  expect(ana.editor.groupNotes(ana.idsOf('A', 'Far'))).toBeUndefined()
  expect(ana.heard).toEqual([{ kind: 'notOneBlock' }])
})

test('[B23] two who group the same notes at once end with one group of them', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ben.leavesTheLine()
  groups(ana, 'A', 'B')
  groups(ben, 'A', 'B')
  ben.comesBack()
  expect(ana.groups(BLOCK)).toEqual(['-: A B'])
  expect(ben.groups(BLOCK)).toEqual(['-: A B'])
  expect(ana.note('A').group).toBe(ben.note('A').group)
})

test('[B23] undo of grouping leaves it to another who put a note into it since', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  ben.adds('C', { to: BLOCK })
  groups(ana, 'A', 'B')
  groups(ben, 'C', 'A')
  ana.editor.undo()
  expect(ben.groups(BLOCK)).toEqual(['-: C'])
})

test('[B23] a closed group is one paper: dragged, its notes go along with their arrangement, in one update and one step', () => {
  const { ana, ben } = anaAndBen('A', 'B', 'C', 'D')
  const group = groups(ana, 'B', 'D')
  ana.editor.closeGroup(group)
  const before = ['B', 'D'].map(text => ana.note(text).place)
  const { sent } = ana
  const from = middleOf(ana, group)
  ana
    .presses(from)
    .moves({ x: from.x + 9, y: from.y })
    .moves(ana.spot('keyActivities', 200, 300))
    .releases()
  expect(ana.sent).toBe(sent + 1)
  expect(ben.groups('keyActivities')).toEqual(['[-: B D]'])
  const after = ['B', 'D'].map(text => ben.note(text).place)
  const apart = ([a, b]: readonly Place[]) => [(b?.[1] ?? 0) - (a?.[1] ?? 0), (b?.[2] ?? 0) - (a?.[2] ?? 0)]
  expect(apart(after)).toEqual(apart(before))
  expect(centreOf(ben.editor.shown.groupRect(group) ?? { x: 0, y: 0, width: 0, height: 0 })).toEqual(
    ana.spot('keyActivities', 200, 300),
  )
  ana.editor.undo()
  expect(ben.groups(BLOCK)).toEqual(['[-: B D]'])
  expect(['B', 'D'].map(text => ben.note(text).place)).toEqual(before)
})

test('[B23] a closed group stays where it is unless all of it may be moved', () => {
  const { table, ana, ben } = anaAndBen('A', 'B')
  ben.adds('C', { to: BLOCK })
  const group = groups(ana, 'A', 'B', 'C')
  ana.editor.closeGroup(group)
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  const places = ['A', 'B', 'C'].map(text => ana.note(text).place)
  const from = middleOf(ana, group)
  ana
    .presses(from)
    .moves(ana.spot('keyActivities', 200, 300))
    .releases()
  ana.editor.moveTo(ana.idsOf('A', 'B'), 'keyActivities')
  expect(['A', 'B', 'C'].map(text => ana.note(text).place)).toEqual(places)
  expect(ana.heard.map(({ kind }) => kind)).toEqual(['notAllowed', 'notAllowed'])
})

test('[B23] notes of a group that all go to another block take it along; one of them leaves it', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  groups(ana, 'A', 'B')
  ana.editor.moveTo(ana.idsOf('A', 'B'), 'keyResources')
  expect(ben.groups('keyResources')).toEqual(['-: A B'])
  ana.editor.moveTo(ana.idsOf('B'), BLOCK)
  expect([ben.groups('keyResources'), ben.groups(BLOCK)]).toEqual([['-: A'], []])
})

test('[B23] a note held over another for half a second makes a group with it; one that only passes does not', () => {
  const { table, ana, ben } = anaAndBen('A', 'B')
  ana.adds('C', { to: 'keyActivities' })
  ana.takes('C', { to: ana.middle('B') })
  expect(ana.editor.hand.value).toMatchObject({ onto: null })
  table.clock.pass(500)
  expect(ana.editor.hand.value).toMatchObject({ onto: ana.id('B') })
  const { sent } = ana
  ana.releases()
  expect(ana.sent).toBe(sent + 1)
  expect(ben.groups(BLOCK)).toEqual(['-: B C'])
  ana.editor.undo()
  expect([ben.groups(BLOCK), ben.sees('keyActivities')]).toEqual([[], ['C']])
  ana.drags('C', { to: ana.middle('B') })
  expect([ben.groups(BLOCK), ben.sees(BLOCK).toSorted()]).toEqual([[], ['A', 'B', 'C']])
})

test('[B23] held over a closed group, a note joins it and is in it at once', () => {
  const { table, ana, ben } = anaAndBen('A', 'B', 'C')
  const group = groups(ana, 'A', 'B')
  ana.editor.closeGroup(group)
  ana.takes('C', { to: middleOf(ana, group) })
  table.clock.pass(500)
  ana.releases()
  expect(ben.note('C').group).toBe(group)
  expect(centreOf(ben.editor.shown.seatOf(ben.id('C')) ?? { x: 0, y: 0, width: 0, height: 0 })).toEqual(
    middleOf(ben, group),
  )
})

test('[B23] a group in my hand that another takes apart or deletes ends the drag, and writes nothing of it', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  const group = groups(ana, 'A', 'B')
  ana.editor.closeGroup(group)
  const from = middleOf(ana, group)
  ana.presses(from).moves(ana.spot('keyActivities', 200, 300))
  ben.editor.deleteNotes(ben.idsOf('A', 'B'))
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  expect(ana.pointing.drag).toBeUndefined()
  ana.releases()
  expect(ana.groups('keyActivities')).toEqual([])
})

test('[B23] own groups only: a step that leaves others’ notes alone takes my part and says what stayed', () => {
  const { table, ana, ben } = anaAndBen('A', 'B')
  ben.adds('C', { to: BLOCK })
  table.allows({ ...ALL_RIGHTS, group: 'own' })
  groups(ana, 'A', 'B', 'C')
  expect(ben.groups(BLOCK)).toEqual(['-: A B'])
  expect(ana.heard).toEqual([{ kind: 'partly', done: 2, left: 1 }])
  ben.editor.ungroup(ana.note('A').group ?? '')
  expect(ben.heard).toEqual([{ kind: 'notAllowed', right: 'group', why: 'notYours' }])
  expect(ana.groups(BLOCK)).toEqual(['-: A B'])
})

test('[B23] a click on a closed group chooses its notes, a double click opens it', () => {
  const { ana } = anaAndBen('A', 'B', 'C')
  const group = groups(ana, 'A', 'B')
  ana.editor.closeGroup(group)
  ana.clicks(middleOf(ana, group))
  expect(ana.selected).toEqual(['A', 'B'])
  ana.clicks(ana.middle('C'), { shift: true })
  expect(ana.selected).toEqual(['A', 'B', 'C'])
  ana.doubleClicks(middleOf(ana, group))
  expect(ana.groups(BLOCK)).toEqual(['-: A B'])
})

test('[B23] an open group is taken by its name, and all of its notes go along', () => {
  const { ana, ben } = anaAndBen('A', 'B')
  groups(ana, 'A', 'B')
  const { x, y, height } = ana.rect('A')
  const name = { x: x + 20, y: y + height + 12 }
  ana
    .presses(name)
    .moves({ x: name.x, y: name.y + 112 })
    .releases()
  expect(ben.note('A').place.slice(1, 3)).toEqual([24, 168])
  expect(ben.note('B').place.slice(1, 3)).toEqual([248, 168])
})

test('[B23] a copy of a closed group is a closed group of its own notes, beside it, and one step', () => {
  const { ana, ben } = anaAndBen('A', 'B', 'C')
  const group = groups(ana, 'A', 'B')
  ana.editor.nameGroup(group, 'Reach')
  ana.editor.closeGroup(group)
  const [a, b] = [ana.note('A'), ana.note('B')]
  const { sent } = ana
  const copies = ana.editor.duplicateNotes(ana.idsOf('A', 'B', 'C'))
  expect(ana.sent).toBe(sent + 1)
  const [copyA, copyB, copyC] = copies.map(id => ana.canvas.notes.get(id))
  if (!copyA || !copyB) throw new Error('no copies')
  expect(ben.groups(BLOCK)).toEqual(['[Reach: A B]', '[Reach: A B]'])
  expect([copyA.group, copyC?.group]).toEqual([copyB.group, undefined])
  expect(copyA.group).not.toBe(group)
  // Opened, they lie to each other as the first ones do.
  expect(copyB.place[1] - copyA.place[1]).toBe(b.place[1] - a.place[1])
  expect(copyB.place[2] - copyA.place[2]).toBe(b.place[2] - a.place[2])
  expect([a, b].map(({ id }) => ana.canvas.notes.get(id)?.place)).toEqual([a.place, b.place])
  ben.editor.writeNote(copyA.id, 'Only the copy')
  expect(ana.canvas.notes.get(a.id)?.text).toBe('A')
  ana.editor.undo()
  expect(ben.groups(BLOCK)[0]).toBe('[Reach: A B]')
})

test('[B23] a copy of an open group has its name, and its notes lie beside the first ones; of a part it is no group', () => {
  const { table, ana, ben } = anaAndBen('A', 'B', 'C')
  ana.editor.nameGroup(groups(ana, 'A', 'B'), 'Reach')
  const copies = ana.editor.duplicateNotes(ana.idsOf('A', 'B'))
  expect(ben.groups(BLOCK)).toEqual(['Reach: A B', 'Reach: A B'])
  expect(new Set(copies.map(id => ben.canvas.notes.get(id)?.group)).size).toBe(1)
  ana.editor.undo()
  expect(ben.groups(BLOCK)).toEqual(['Reach: A B'])
  ana.editor.duplicateNotes(ana.idsOf('A', 'C'))
  expect(ben.groups(BLOCK)).toEqual(['Reach: A B'])
  table.allows({ ...ALL_RIGHTS, group: 'none' })
  expect(ana.editor.duplicateNotes(ana.idsOf('A', 'B'))).toHaveLength(2)
  expect(ben.groups(BLOCK)).toEqual(['Reach: A B'])
})

test('[M10] who may add notes but not group them copies no closed group, and is told', () => {
  const { table, ana } = anaAndBen('A', 'B')
  ana.editor.closeGroup(groups(ana, 'A', 'B'))
  table.allows({ ...ALL_RIGHTS, group: 'none' })
  const { sent } = ana
  expect(ana.editor.duplicateNotes(ana.idsOf('A', 'B'))).toEqual([])
  expect(ana.sent).toBe(sent)
  expect(ana.heard).toEqual([{ kind: 'notAllowed', right: 'group', why: 'step' }])
})
