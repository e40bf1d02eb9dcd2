/** The verbs: each writes only what it means, as one update, and passes over what is not there. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyUpdates, createDocument, encodeState, onUpdate } from '../wire/document.ts'
import { fieldRule } from '../wire/schema.ts'
import type { Canvas } from './canvas.ts'
import { contentOf, openCanvas } from './canvas.ts'
import * as operations from './operations.ts'
import type { Place } from './records.ts'
import { CANVAS_SCHEMA } from './schema.ts'

const place: Place = ['channels', 10, 20, 30]
const hosts = { id: 'n', place, text: 'Hosts', color: 'sky' as const, author: 'ana' }

function withNote(): { canvas: Canvas; updates: Uint8Array[]; runs: (write: () => void) => void } {
  const canvas = openCanvas(createDocument())
  operations.addNote(canvas, hosts)
  const updates: Uint8Array[] = []
  onUpdate(canvas.document, update => updates.push(update))
  return { canvas, updates, runs: write => operations.change(canvas, 'me', write) }
}

describe('notes', () => {
  test('a note is added with all that is known of it, and only fields that the schema knows', () => {
    const canvas = openCanvas(createDocument())
    const full = { ...hosts, segments: ['s'], kinds: ['k'], tags: ['t'], name: 'H', group: 'g' }
    operations.addNote(canvas, full)
    expect(canvas.notes.get('n')).toEqual(full)
    const { notes } = CANVAS_SCHEMA.roots
    const fields = Object.keys((canvas.document.getMap('notes').toJSON() as { n: object }).n)
    for (const field of fields) expect(notes && fieldRule(notes, field)).toBeDefined()
  })

  test('what a note does not have is not written', () => {
    const canvas = openCanvas(createDocument())
    operations.addNote(canvas, { ...hosts, author: '' })
    expect(Object.keys((canvas.document.getMap('notes').toJSON() as { n: object }).n)).toEqual([
      'place',
      'text',
      'color',
    ])
  })

  test('many verbs in one change are one update with the origin given', () => {
    const { canvas, updates } = withNote()
    const origins: unknown[] = []
    onUpdate(canvas.document, (_, origin) => origins.push(origin))
    const answer = operations.change(canvas, 'me', () => {
      operations.moveNotes(canvas, new Map([['n', ['parking', 1, 2, 3]]]))
      operations.colorNotes(canvas, ['n'], 'rose')
      return 'answer'
    })
    expect([answer, updates.length, origins]).toEqual(['answer', 1, ['me']])
    expect(canvas.notes.get('n')).toMatchObject({ place: ['parking', 1, 2, 3], color: 'rose' })
  })

  test('verbs pass over notes that are not there', () => {
    const { canvas, updates } = withNote()
    operations.moveNotes(canvas, new Map([['gone', place]]))
    operations.colorNotes(canvas, ['gone'], 'rose')
    operations.editText(canvas, 'gone', 'x')
    operations.markNote(canvas, 'gone', 'tag:t', true)
    operations.nameNote(canvas, 'gone', 'x')
    operations.binRecords(canvas, 'notes', ['gone'])
    operations.restoreRecords(canvas, 'links', ['gone'])
    operations.labelLink(canvas, 'gone', 'x')
    expect(operations.sharedText(canvas, 'gone')).toBeUndefined()
    expect(updates).toEqual([])
  })

  test('saying again what is so already writes nothing', () => {
    const { canvas, updates } = withNote()
    operations.markNote(canvas, 'n', 'tag:t', true)
    operations.binRecords(canvas, 'notes', ['n'])
    updates.length = 0
    operations.markNote(canvas, 'n', 'tag:t', true)
    operations.markNote(canvas, 'n', 'tag:u', false)
    operations.binRecords(canvas, 'notes', ['n'])
    operations.colorNotes(canvas, ['n'], 'sky')
    operations.editText(canvas, 'n', 'Hosts')
    operations.nameNote(canvas, 'n', '')
    operations.restoreRecords(canvas, 'notes', ['n'])
    operations.restoreRecords(canvas, 'notes', ['n'])
    expect(updates).toHaveLength(1)
  })

  test('[M12] marks that two people set at once are both there', () => {
    const { canvas: ana } = withNote()
    const ben = openCanvas(createDocument())
    applyUpdates(ben.document, [encodeState(ana.document)], 'sync')
    operations.markNote(ana, 'n', 'segment:s1', true)
    operations.markNote(ben, 'n', 'segment:s2', true)
    applyUpdates(ben.document, [encodeState(ana.document)], 'sync')
    expect(ben.notes.get('n')?.segments).toEqual(['s1', 's2'])
    operations.markNote(ben, 'n', 'segment:s1', false)
    expect(ben.notes.get('n')?.segments).toEqual(['s2'])
  })

  test('a short name is set and taken away', () => {
    const { canvas } = withNote()
    operations.nameNote(canvas, 'n', 'H')
    expect(canvas.notes.get('n')?.name).toBe('H')
    operations.nameNote(canvas, 'n', '')
    expect(canvas.notes.get('n')).not.toHaveProperty('name')
  })
})

describe('text', () => {
  test('an edit makes any text any other, emoji included', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '😀', '😁', '👩‍👩‍👧'), maxLength: 12 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), texts => {
        const { canvas } = withNote()
        for (const next of texts) {
          operations.editText(canvas, 'n', next)
          expect(canvas.notes.get('n')?.text).toBe(next)
        }
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('[B5] an edit writes the smallest change, so that what another typed meanwhile stays', () => {
    const { canvas: ana } = withNote()
    operations.editText(ana, 'n', 'Hosts with flats')
    const ben = openCanvas(createDocument())
    applyUpdates(ben.document, [encodeState(ana.document)], 'sync')
    operations.editText(ana, 'n', 'Hosts with spare flats')
    operations.editText(ben, 'n', 'Hosts and guests with flats')
    applyUpdates(ana.document, [encodeState(ben.document)], 'sync')
    expect(ana.notes.get('n')?.text).toBe('Hosts and guests with spare flats')
  })
})

describe('bin and links', () => {
  test('[B5] what is written into a binned note waits there for its return', () => {
    const { canvas } = withNote()
    operations.binRecords(canvas, 'notes', ['n'])
    operations.editText(canvas, 'n', 'Hosts, changed')
    operations.moveNotes(canvas, new Map([['n', ['parking', 5, 5, 5]]]))
    expect(canvas.notes.size).toBe(0)
    operations.restoreRecords(canvas, 'notes', ['n'])
    expect(canvas.notes.get('n')).toMatchObject({ text: 'Hosts, changed', place: ['parking', 5, 5, 5] })
  })

  test('a link is added, labelled, binned and restored; an empty label is none', () => {
    const { canvas } = withNote()
    operations.addNote(canvas, { ...hosts, id: 'm' })
    operations.addLink(canvas, { id: 'l', from: 'n', to: 'm', label: '' })
    operations.labelLink(canvas, 'l', 'pays')
    expect(contentOf(canvas).links).toEqual([{ id: 'l', from: 'n', to: 'm', label: 'pays' }])
    operations.labelLink(canvas, 'l', '')
    operations.binRecords(canvas, 'links', ['l'])
    expect(contentOf(canvas).links).toEqual([])
    operations.restoreRecords(canvas, 'links', ['l'])
    expect(contentOf(canvas).links).toEqual([{ id: 'l', from: 'n', to: 'm', label: '' }])
  })

  test('[B5] deleting costs a few bytes, a move is one value', () => {
    const { canvas, updates, runs } = withNote()
    runs(() => operations.binRecords(canvas, 'notes', ['n']))
    runs(() => operations.moveNotes(canvas, new Map([['n', place]])))
    expect(updates.map(update => update.length).every(length => length < 60)).toBe(true)
  })
})

test('[B10] a link turned by two at once is turned once, and keeps its id', () => {
  const ana = openCanvas(createDocument())
  const ben = openCanvas(createDocument())
  operations.change(ana, 'ana', () => operations.addLink(ana, { id: 'l', from: 'a', to: 'b', label: 'is for' }))
  applyUpdates(ben.document, [encodeState(ana.document)], 'wire')
  operations.change(ana, 'ana', () => operations.reverseLink(ana, 'l'))
  operations.change(ben, 'ben', () => operations.reverseLink(ben, 'l'))
  applyUpdates(ben.document, [encodeState(ana.document)], 'wire')
  applyUpdates(ana.document, [encodeState(ben.document)], 'wire')
  for (const canvas of [ana, ben]) expect(canvas.links.get('l')).toMatchObject({ from: 'b', to: 'a', label: 'is for' })
})
