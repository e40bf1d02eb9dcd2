/** [B14] Finding on a board that others change meanwhile. */
import { expect, test } from 'vitest'
import type { TestPerson } from './test-board.ts'
import { openTable } from './test-board.ts'

function anaAndBen() {
  const table = openTable()
  const [ben, ana] = [table.joins('Ben'), table.joins('Ana')]
  ana.adds('Music app', { to: 'channels' })
  ben.adds('Music label', { to: 'keyPartnerships' })
  ana.adds('Old music', { to: 'parking' })
  ana.adds('Servers', { to: 'keyResources' })
  return { ana, ben }
}
const foundBy = (person: TestPerson) =>
  [...(person.editor.found.value?.ids ?? [])].map(id => person.canvas.notes.get(id)?.text)
const at = (person: TestPerson) => person.canvas.notes.get(person.editor.found.value?.at ?? '')?.text

test('[B14] what is found is gone to in order and round, also into the parking lot, which closes again', () => {
  const { ana } = anaAndBen()
  ana.editor.find({ text: 'music' })
  const order = foundBy(ana)
  expect([...order].sort()).toEqual(['Music app', 'Music label', 'Old music'])
  expect(order.at(-1)).toBe('Old music')
  ana.editor.findNext(-1)
  expect(at(ana)).toBe('Old music')
  expect(ana.editor.parkingOpen.value).toBe(true)
  ana.editor.findNext(1)
  expect(at(ana)).toBe(order[0])
  expect(ana.editor.selection.value).toEqual({ kind: 'notes', ids: new Set([ana.id(order[0] ?? '')]) })
  ana.editor.endFinding()
  expect(ana.editor.parkingOpen.value).toBe(false)
  expect(ana.editor.found.value).toBeUndefined()
})

test('[B14] what others write while I look is found, and what no longer fits is let go', () => {
  const { ana, ben } = anaAndBen()
  ana.editor.find({ text: 'music @ben' })
  expect(foundBy(ana)).toEqual(['Music label'])
  ben.adds('Music shops', { to: 'channels' })
  expect([...foundBy(ana)].sort()).toEqual(['Music label', 'Music shops'])
  ana.editor.findNext(1)
  ben.editor.deleteNotes([ana.editor.found.value?.at ?? ''])
  expect(foundBy(ana)).toHaveLength(1)
  expect(at(ana)).toBeUndefined()
})

test('[B14] a colour alone is a question, nothing is none, and what lies in a closed group is found there', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Radio', { to: 'channels' })
  ana.editor.find({ text: '' })
  expect(ana.editor.found.value?.ids).toBeUndefined()
  ana.editor.colorNotes(ana.idsOf('Radio'), 'rose')
  ana.editor.find({ text: '', color: 'rose' })
  expect(foundBy(ana)).toEqual(['Radio'])
  const group = ben.editor.groupNotes(ben.idsOf('Radio', 'Music app')) ?? ''
  ben.editor.closeGroup(group)
  ana.editor.findNext(1)
  expect(ana.editor.selection.value).toEqual({ kind: 'notes', ids: new Set(ana.idsOf('Radio', 'Music app')) })
  expect(ana.canvas.groups.get(group)?.closed).toBe(true)
})

test('[B14] whose hit another deletes goes on from where it was, there and back, also from the last', () => {
  const { ana, ben } = anaAndBen()
  for (const n of [1, 2, 3, 4, 5]) ana.adds(`Step ${n}`, { to: 'channels' })
  ana.editor.find({ text: 'step' })
  for (const way of [1, 1, 1] as const) ana.editor.findNext(way)
  expect(at(ana)).toBe('Step 3')
  ben.editor.deleteNotes(ben.idsOf('Step 3'))
  expect(at(ana)).toBeUndefined()
  ben.editor.deleteNotes(ben.idsOf('Step 4'))
  ana.editor.findNext(1)
  expect(at(ana)).toBe('Step 5')
  ben.editor.deleteNotes(ben.idsOf('Step 5'))
  ana.editor.findNext(-1)
  expect(at(ana)).toBe('Step 2')
  ben.editor.deleteNotes(ben.idsOf('Step 2'))
  ana.editor.findNext(1)
  expect(at(ana)).toBe('Step 1')
})

test('[B14] other words are another question: it begins at its first', () => {
  const { ana, ben } = anaAndBen()
  for (const text of ['Step a', 'Step b', 'Other a', 'Other b']) ana.adds(text, { to: 'channels' })
  ana.editor.find({ text: 'step' })
  ana.editor.findNext(-1)
  ben.editor.deleteNotes(ben.idsOf('Step b'))
  ana.editor.find({ text: 'other' })
  ana.editor.findNext(1)
  expect(at(ana)).toBe('Other a')
})
