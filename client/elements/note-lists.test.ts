import { expect, test } from 'vitest'
import { Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import {
  addLink,
  addNote,
  binRecords,
  change,
  editText,
  moveNotes,
  restoreRecords,
} from '../../shared/canvas/operations.ts'
import { createDocument } from '../../shared/wire/document.ts'
import { listNotes } from './note-lists.ts'

function board() {
  const canvas = new Value<Canvas>(openCanvas(createDocument()))
  const lists = listNotes(canvas)
  const told: Area[][] = []
  lists.subscribe(areas => told.push([...areas]))
  const write = (act: (canvas: Canvas) => void) => change(canvas.value, 'test', () => act(canvas.value))
  const add = (id: string, area: Area, y = 0) =>
    write(it => addNote(it, { id, place: [area, 24, y, 1], text: id, color: 'straw', author: 'ana' }))
  const ids = (area: Area) => lists.in(area).map(note => note.id)
  return { canvas, lists, told, write, add, ids }
}

test('notes stand in reading order, and only the lists that changed are told', () => {
  const { add, ids, told, write } = board()
  add('b', 'channels', 200)
  add('a', 'channels', 56)
  add('c', 'parking')
  expect(ids('channels')).toEqual(['a', 'b'])
  told.length = 0
  write(it => editText(it, 'a', 'Website'))
  expect(told).toEqual([['channels']])
  write(it => moveNotes(it, new Map([['a', ['parking', 24, 999, 2]]])))
  expect(told[1]?.sort()).toEqual(['channels', 'parking'])
  expect(ids('channels')).toEqual(['b'])
  expect(ids('parking')).toEqual(['c', 'a'])
})

test('a list is the same array until something in it changes', () => {
  const { add, lists, write } = board()
  add('a', 'channels')
  add('b', 'parking')
  const before = lists.in('channels')
  write(it => editText(it, 'b', 'elsewhere'))
  expect(lists.in('channels')).toBe(before)
  write(it => editText(it, 'a', 'here'))
  expect(lists.in('channels')).not.toBe(before)
})

test('[N7] links of a binned note are not listed, and come back with it', () => {
  const { add, lists, write } = board()
  add('a', 'channels')
  add('b', 'parking')
  write(it => addLink(it, { id: 'l', from: 'a', to: 'b', label: '' }))
  expect(lists.linksOf('a')).toHaveLength(1)
  write(it => binRecords(it, 'notes', ['b']))
  expect(lists.linksOf('a')).toHaveLength(0)
  write(it => restoreRecords(it, 'notes', ['b']))
  expect(lists.linksOf('a')).toHaveLength(1)
})

test('the order of segments is told everywhere, as all notes may wear their stripes', () => {
  const { add, lists, told, write } = board()
  add('s1', 'customerSegments', 56)
  add('s2', 'customerSegments', 200)
  expect([...lists.segments]).toEqual([
    ['s1', 0],
    ['s2', 1],
  ])
  told.length = 0
  write(it => moveNotes(it, new Map([['s1', ['customerSegments', 24, 400, 2]]])))
  expect(told.at(-1)).toHaveLength(10)
  expect([...lists.segments.keys()]).toEqual(['s2', 's1'])
})

test('a canvas that was replaced is listed anew', () => {
  const { canvas, add, ids, told } = board()
  add('a', 'channels')
  told.length = 0
  canvas.set(openCanvas(createDocument()))
  expect(told).toHaveLength(1)
  expect(ids('channels')).toEqual([])
  add('b', 'channels')
  expect(ids('channels')).toEqual(['b'])
})
