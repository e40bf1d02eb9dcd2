/** What of a draft is revealed, and as what. */
import { describe, expect, test } from 'vitest'
import { openCanvas } from '../canvas/canvas.ts'
import { addNote, binRecords, change } from '../canvas/operations.ts'
import { createDocument } from '../wire/document.ts'
import type { DraftNote } from './drafts.ts'
import { draftNotes, revealNotes, writeRevealed } from './drafts.ts'

function draft(person: string, ...texts: readonly string[]): readonly DraftNote[] {
  const canvas = openCanvas(createDocument())
  change(canvas, 'test', () => {
    for (const text of texts)
      addNote(canvas, { id: `id-${text.trim()}`, place: ['channels', 1, 2, 3], text, color: 'rose', author: person })
    binRecords(canvas, 'notes', ['id-gone'])
    canvas.document.getMap('notes').set('odd', 'no note')
  })
  return draftNotes(canvas.document, person)
}

const counting = () => {
  let count = 0
  return () => `new-${++count}`
}
const options = { now: 9, random: () => 0 }

test('[B4] blank notes, binned ones and what is none are nothing to be revealed', () => {
  expect(draft('ben', 'a', ' ', 'gone').map(({ id, area }) => [id, area])).toEqual([['id-a', 'channels']])
})

describe('what comes onto the canvas', () => {
  test.each(['shown', 'hidden'] as const)('[B4] where names are %s: as it was, with its author', names => {
    const document = createDocument()
    writeRevealed(document, revealNotes(draft('ben', 'a'), { ...options, names, newId: counting() }))
    expect(openCanvas(document).notes.all()).toEqual([
      expect.objectContaining({
        id: 'new-1',
        text: 'a',
        place: ['channels', 1, 2, 3],
        color: 'rose',
        author: 'ben',
        draft: 'id-a',
      }),
    ])
  })

  test('[M8] where names are never stored: without author, colour and moment of its own', () => {
    const document = createDocument()
    writeRevealed(document, revealNotes(draft('ben', 'a'), { ...options, names: 'never', newId: counting() }))
    expect(openCanvas(document).notes.all()).toEqual([
      expect.objectContaining({ id: 'new-1', text: 'a', place: ['channels', 1, 2, 9], color: 'straw', author: '' }),
    ])
    expect(document.getMap('notes').toJSON()).not.toHaveProperty('new-1.author')
  })

  test('[M8] the order is that of chance, and none is lost or doubled', () => {
    const notes = [...draft('ben', 'a', 'b', 'c'), ...draft('mei', 'd', 'e')]
    const orderBy = (random: () => number) =>
      revealNotes(notes, { ...options, random, names: 'never', newId: counting() }).map(({ fields }) => fields['text'])
    expect(orderBy(() => 0)).not.toEqual(orderBy(() => 0.99))
    for (const random of [() => 0, () => 0.5, () => 0.99])
      expect(orderBy(random).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('[M7] two people whose notes have one id have two notes', () => {
    const notes = [...draft('ben', 'a'), ...draft('mei', 'a')]
    const ids = revealNotes(notes, { ...options, names: 'shown', newId: counting() }).map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
  })
})
