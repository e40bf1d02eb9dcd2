/** Which prints notes wear. */
import { expect, test } from 'vitest'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, binRecords, change } from '../../shared/canvas/operations.ts'
import type { Place } from '../../shared/canvas/records.ts'
import { createDocument } from '../../shared/wire/document.ts'
import { printsOf, segmentOrder, segmentsOf } from './segments.ts'

function canvasWith(notes: readonly (readonly [id: string, place: Place, segments?: readonly string[]])[]) {
  const canvas = openCanvas(createDocument())
  change(canvas, 'test', () => {
    for (const [id, place, segments = []] of notes)
      addNote(canvas, { id, place, text: id, color: 'straw', author: '', segments })
  })
  const prints = (id: string) => {
    const note = canvas.notes.get(id)
    return note && printsOf(note, segmentOrder(canvas))
  }
  return { canvas, prints }
}

test('[B10] segments stand in the legend as they are read in their block', () => {
  const { canvas } = canvasWith([
    ['c', ['customerSegments', 24, 200, 1]],
    ['b', ['customerSegments', 248, 56, 2]],
    ['a', ['customerSegments', 24, 56, 3]],
    ['x', ['channels', 24, 56, 4]],
  ])
  expect(segmentsOf(canvas).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('[B10] a note wears the prints of its segments in legend order, a segment its own', () => {
  const { canvas, prints } = canvasWith([
    ['a', ['customerSegments', 24, 56, 1]],
    ['b', ['customerSegments', 248, 56, 2]],
    ['x', ['channels', 24, 56, 3], ['b', 'a', 'nobody']],
    ['y', ['channels', 248, 56, 4]],
  ])
  expect([prints('b'), prints('x'), prints('y')]).toEqual([[1], [0, 1], []])
  change(canvas, 'test', () => binRecords(canvas, 'notes', ['a']))
  expect(prints('x')).toEqual([0])
})
