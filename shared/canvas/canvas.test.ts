/** A canvas as read: whatever is in the document, readers see whole records or none, and nothing that dangles. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates, createDocument, encodeState } from '../wire/document.ts'
import type { Canvas } from './canvas.ts'
import { byReading, contentOf, openCanvas, readPlace, visibleLinks } from './canvas.ts'
import { addLink, addNote, binRecords, markNote, nameCanvas, restoreRecords } from './operations.ts'
import type { Place } from './records.ts'

const fresh = (): Canvas => openCanvas(createDocument())
const note = (id: string, place: Place = ['channels', 1, 2, 3]) => ({
  id,
  place,
  text: id,
  color: 'sky' as const,
  author: 'ana',
})
const raw = (canvas: Canvas, root: string, id: string, fields: Record<string, unknown>) =>
  canvas.document.getMap(root).set(id, new Y.Map(Object.entries(fields)))

describe('notes', () => {
  test('an empty document is an empty canvas, and opening it writes nothing', () => {
    const canvas = fresh()
    expect(contentOf(canvas)).toEqual({
      about: { title: '', headings: {} },
      notes: [],
      links: [],
      groups: [],
      strokes: [],
    })
    expect(Y.encodeStateVector(canvas.document)).toEqual(Y.encodeStateVector(new Y.Doc()))
  })

  test('a note is read with all its fields; members are sorted, fields of a newer schema are kept as they are', () => {
    const canvas = fresh()
    const members = { 'segment:s2': true, 'segment:s1': true, 'segment:no': false, 'kind:k': true, 'tag:t': true }
    const text = new Y.Text('Hosts')
    raw(canvas, 'notes', 'n', {
      ...members,
      place: ['parking', 1, 2],
      text,
      color: 'leaf',
      author: 'p',
      name: 'H',
      mood: 3,
    })
    expect(canvas.notes.get('n')).toEqual({
      id: 'n',
      place: ['parking', 1, 2, 0],
      text: 'Hosts',
      color: 'leaf',
      author: 'p',
      segments: ['s1', 's2'],
      kinds: ['k'],
      tags: ['t'],
      name: 'H',
      rest: { mood: 3 },
    })
  })

  test('snapshots are frozen to their lists and places', () => {
    const canvas = fresh()
    addNote(canvas, { ...note('n'), segments: ['s'], tags: ['t'] })
    raw(canvas, 'strokes', 's', { anchor: ['channels', 1, 2], points: [1, 2, 3, 4], color: 'jade', width: 2 })
    const snapshot = canvas.notes.get('n')
    const stroke = canvas.strokes.get('s')
    for (const each of [snapshot, snapshot?.place, snapshot?.segments, snapshot?.kinds, snapshot?.tags])
      expect(Object.isFrozen(each)).toBe(true)
    for (const each of [stroke, stroke?.points, stroke?.anchor]) expect(Object.isFrozen(each)).toBe(true)
    for (const each of [canvas.about.value, canvas.about.value.headings]) expect(Object.isFrozen(each)).toBe(true)
  })

  test('reading order is y, then x, then id of the wishes, whatever the order of arrival', () => {
    const canvas = fresh()
    const places: readonly (readonly [string, Place])[] = [
      ['d', ['channels', 0, 9, 0]],
      ['c', ['channels', 5, 0, 0]],
      ['b', ['channels', 1, 0, 9]],
      ['a', ['channels', 1, 0, 3]],
    ]
    for (const [id, place] of places) addNote(canvas, note(id, place))
    expect(contentOf(canvas).notes.map(each => each.id)).toEqual(['a', 'b', 'c', 'd'])
    expect([...canvas.notes.all()].reverse().sort(byReading)).toEqual(contentOf(canvas).notes)
  })
})

describe('what dangles', () => {
  function linked(): Canvas {
    const canvas = fresh()
    addNote(canvas, note('a'))
    addNote(canvas, { ...note('b'), segments: ['a'], group: 'g' })
    addLink(canvas, { id: 'l', from: 'b', to: 'a', label: '' })
    raw(canvas, 'groups', 'g', { title: 'G', block: 'channels' })
    return canvas
  }

  test('[N7] links of a binned note are not shown, and come back with it', () => {
    const canvas = linked()
    const shown = visibleLinks(canvas)
    expect(shown).toHaveLength(1)
    for (const end of ['a', 'b']) {
      binRecords(canvas, 'notes', [end])
      expect(visibleLinks(canvas)).toEqual([])
      expect(canvas.links.get('l')).toBeDefined()
      restoreRecords(canvas, 'notes', [end])
      expect(visibleLinks(canvas)).toEqual(shown)
    }
  })

  test('links to what never was are not shown', () => {
    const canvas = linked()
    addLink(canvas, { id: 'm', from: 'a', to: 'nowhere', label: '' })
    expect(visibleLinks(canvas).map(link => link.id)).toEqual(['l'])
  })

  test('a note shows neither a binned segment nor a binned group, and shows both again with them', () => {
    const canvas = linked()
    const before = contentOf(canvas)
    binRecords(canvas, 'notes', ['a'])
    binRecords(canvas, 'groups', ['g'])
    expect(contentOf(canvas).notes).toMatchObject([{ id: 'b', segments: [] }])
    expect(contentOf(canvas).notes[0]).not.toHaveProperty('group')
    restoreRecords(canvas, 'notes', ['a'])
    restoreRecords(canvas, 'groups', ['g'])
    expect(contentOf(canvas)).toEqual(before)
  })
})

describe('about', () => {
  test('title and headings are read, and who watches hears', () => {
    const canvas = fresh()
    let heard = 0
    const leave = canvas.about.subscribe(() => heard++)
    nameCanvas(canvas, 'Airbnb')
    canvas.document.getMap('about').set('heading:channels:0', 'Web')
    leave()
    nameCanvas(canvas, 'Spotify')
    expect(canvas.about.value).toEqual({ title: 'Spotify', headings: { 'channels:0': 'Web' } })
    expect(heard).toBe(2)
  })

  test('[T12] a title that is no text, and headings that reach for a prototype, are not read', () => {
    const canvas = fresh()
    const about = canvas.document.getMap('about')
    about.set('title', { toString: 'x' })
    for (const key of ['heading:__proto__', 'heading:constructor', 'heading:', 'heading:a b']) about.set(key, 'x')
    expect(canvas.about.value).toEqual({ title: '', headings: {} })
    expect(Object.keys(canvas.about.value.headings)).toEqual([])
  })
})

describe('[T12] foreign junk', () => {
  test('[T12] a place is an area, two finite numbers and a time, or nothing', () => {
    expect(readPlace(['channels', 1, 2])).toEqual(['channels', 1, 2, 0])
    expect(readPlace(['channels', 1, 2, 3, 4])).toEqual(['channels', 1, 2, 3])
    const junk = [
      undefined,
      null,
      'channels',
      {},
      [],
      ['channels', 1],
      ['attic', 1, 2],
      ['channels', '1', 2],
      ['channels', Number.NaN, 2],
      ['channels', 1, Number.POSITIVE_INFINITY],
      ['channels', 1, 2, 'now'],
      ['channels', 1, 2, null],
    ]
    for (const value of junk) expect(readPlace(value)).toBeUndefined()
  })

  test('[T12] fields of wrong kinds read as their absence; without a place there is no note', () => {
    const canvas = fresh()
    raw(canvas, 'notes', 'odd', {
      place: ['channels', 1, 2],
      text: 7,
      color: 'mauve',
      author: [],
      name: {},
      'tag:x': 'yes',
    })
    raw(canvas, 'notes', 'plain', { place: ['channels', 1, 2], text: 'plain text' })
    raw(canvas, 'notes', 'placeless', { text: new Y.Text('x') })
    raw(canvas, 'links', 'half', { from: 'odd' })
    raw(canvas, 'groups', 'nowhere', { title: 'x' })
    raw(canvas, 'strokes', 'broken', { anchor: ['channels', 1, 2], points: [1, 'x'] })
    const { notes, links, groups, strokes } = contentOf(canvas)
    expect(notes.map(each => each.id)).toEqual(['odd', 'plain'])
    expect(canvas.notes.get('odd')).toMatchObject({ text: '', color: 'straw', author: '', tags: [] })
    expect(canvas.notes.get('plain')?.text).toBe('plain text')
    expect([links, groups, strokes]).toEqual([[], [], []])
  })

  test('[T12] ids and keys that could reach a prototype name nothing', () => {
    const canvas = fresh()
    const fields = { place: ['channels', 1, 2], text: '', ['__proto__']: { isAdmin: true }, constructor: 1, 'a b': 1 }
    for (const id of ['__proto__', 'constructor', 'prototype', 'a b', '']) raw(canvas, 'notes', id, fields)
    raw(canvas, 'notes', 'n', { place: ['channels', 1, 2] })
    const record = canvas.document.getMap<Y.Map<unknown>>('notes').get('n')
    for (const key of ['__proto__', 'constructor', 'a b', 'tag:__proto__']) record?.set(key, { isAdmin: true })
    expect(canvas.notes.all().map(each => each.id)).toEqual(['n'])
    const seen = canvas.notes.get('n')
    expect(seen).not.toHaveProperty('rest')
    expect(Object.getPrototypeOf(seen)).toBe(Object.prototype)
    expect(seen).not.toHaveProperty('isAdmin')
  })

  test('[T12] a canvas full of junk opens, reads the same when opened late, and takes work', () => {
    const canvas = fresh()
    const values = [null, 7, 'x', [1], { a: 1 }, new Uint8Array(2)]
    const types = () => [new Y.Array(), new Y.Text('x'), new Y.XmlElement('x'), new Y.Doc()]
    for (const root of ['notes', 'links', 'groups', 'strokes', 'about'])
      for (const [index, value] of [...values, ...types()].entries())
        canvas.document.getMap(root).set(`j${index}`, value)
    for (const root of ['notes', 'links', 'groups', 'strokes'])
      for (const [index, value] of values.entries())
        raw(canvas, root, `r${index}`, {
          place: value,
          anchor: value,
          points: value,
          from: value,
          block: value,
          bin: value,
        })
    markNote(canvas, 'j0', 'tag:x', true)
    binRecords(canvas, 'notes', ['j1', 'r1', 'none'])
    addNote(canvas, note('n'))
    const copy = createDocument()
    applyUpdates(copy, [encodeState(canvas.document)], 'copy')
    expect(contentOf(openCanvas(copy))).toEqual(contentOf(canvas))
    expect(canvas.notes.all().map(each => each.id)).toEqual(['n'])
  })
})
