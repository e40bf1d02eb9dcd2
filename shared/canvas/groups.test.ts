import { expect, test } from 'vitest'
import { createDocument } from '../wire/document.ts'
import { contentOf, openCanvas } from './canvas.ts'
import { blockOf, groupsAmong, membersOf } from './groups.ts'
import * as operations from './operations.ts'
import type { Area } from './blocks.ts'

function openGrouped() {
  const canvas = openCanvas(createDocument())
  const note = (id: string, area: Area, group?: string) =>
    operations.addNote(canvas, {
      ...{ id, place: [area, 24, 56, 1], text: id, color: 'straw', author: 'ana' },
      ...(group && { group }),
    })
  note('a', 'channels', 'g')
  note('b', 'channels', 'g')
  note('far', 'parking', 'g')
  note('lost', 'channels', 'nowhere')
  operations.addGroup(canvas, { id: 'g', title: 'Reach', block: 'channels' })
  operations.addGroup(canvas, { id: 'empty', title: 'Nobody', block: 'channels' })
  const members = () => membersOf(canvas, 'g').map(({ id }) => id)
  return { canvas, members }
}

test('[N13] a group has the live notes that name it and lie in its block, and follows them when it is told another', () => {
  const { canvas, members } = openGrouped()
  expect(members()).toEqual(['a', 'b'])
  operations.binRecords(canvas, 'notes', ['b'])
  expect(members()).toEqual(['a'])
  operations.moveGroup(canvas, 'g', 'parking')
  expect(members()).toEqual(['far'])
})

test('[N13] a group without notes is not shown, and what left its block shows no group', () => {
  const { canvas } = openGrouped()
  expect(groupsAmong(canvas.groups, canvas.notes.all()).map(({ group, notes }) => [group.title, notes.length])).toEqual(
    [['Reach', 2]],
  )
  expect(contentOf(canvas).notes.flatMap(({ id, group }) => (group ? [id] : []))).toEqual(['a', 'b'])
})

test('a binned group lets its notes go, and has them again when it comes back', () => {
  const { canvas, members } = openGrouped()
  operations.binRecords(canvas, 'groups', ['g'])
  expect(members()).toEqual([])
  operations.restoreRecords(canvas, 'groups', ['g'])
  expect(members()).toEqual(['a', 'b'])
})

test('[N12] what is so already is not written again, and what is gone is passed over', () => {
  const { canvas } = openGrouped()
  operations.closeGroup(canvas, 'g')
  operations.titleGroup(canvas, 'g', 'Reach them')
  expect(canvas.groups.get('g')).toEqual({ id: 'g', title: 'Reach them', block: 'channels', closed: true })
  let updates = 0
  canvas.document.on('update', () => updates++)
  operations.closeGroup(canvas, 'g')
  operations.titleGroup(canvas, 'g', 'Reach them')
  operations.putInGroup(canvas, ['a', 'gone'], 'g')
  operations.moveGroup(canvas, 'gone', 'channels')
  expect(updates).toBe(0)
  operations.openGroup(canvas, 'g')
  operations.putInGroup(canvas, ['a'], undefined)
  expect(canvas.groups.get('g')).toEqual({ id: 'g', title: 'Reach them', block: 'channels' })
  expect(canvas.notes.get('a')).not.toHaveProperty('group')
})

test('notes of two blocks have no one block', () => {
  const { canvas } = openGrouped()
  const [a, b, far] = ['a', 'b', 'far'].map(id => canvas.notes.get(id))
  if (!a || !b || !far) throw new Error('gone')
  expect([blockOf([a, b]), blockOf([a, far]), blockOf([])]).toEqual(['channels', undefined, undefined])
})
