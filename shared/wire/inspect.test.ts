import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Canvas } from '../canvas/canvas.ts'
import { openCanvas } from '../canvas/canvas.ts'
import * as operations from '../canvas/operations.ts'
import { CANVAS_SCHEMA, LIMITS } from '../canvas/schema.ts'
import type { BoardDocument, Update } from './document.ts'
import { applyUpdates, createDocument, encodeState, hasPending, onUpdate, stateVector } from './document.ts'
import type { ForgedBlock, ForgedContent, ForgedRange } from './forge.ts'
import { forge } from './forge.ts'
import type { Inspection } from './inspect.ts'
import { inspect } from './inspect.ts'
import type { DocumentSchema } from './schema.ts'

const ANA = 101
const BEN = 202
const MAL = 666

const newNote = (id: string, text = 'Hosts'): operations.NewNote => ({
  id,
  place: ['channels', 16, 32, 1000],
  text,
  color: 'straw',
  author: 'ana',
})

/** A document of one client, with what it had before. */
function copyOf(document: BoardDocument | undefined, client: number): Canvas {
  const copy = createDocument()
  if (document) applyUpdates(copy, [encodeState(document)], 'copy')
  // Last, as Yjs takes another one when its own comes in from elsewhere.
  copy.clientID = client
  return openCanvas(copy)
}

/** One update of one transaction. */
function updateOf(canvas: Canvas, write: (canvas: Canvas) => void): Update {
  const updates: Update[] = []
  const forget = onUpdate(canvas.document, update => updates.push(update))
  operations.change(canvas, 'me', () => write(canvas))
  forget()
  const [update] = updates
  if (!update) throw new Error('Nothing was written.')
  return update
}

/** A board with two notes of Ana's, one in the bin, one deleted for good, a link and a title. */
function board(): BoardDocument {
  const ana = copyOf(undefined, ANA)
  const write = (change: (canvas: Canvas) => void) => updateOf(ana, change)
  write(canvas => operations.addNote(canvas, newNote('n1')))
  write(canvas => operations.addNote(canvas, newNote('n2', 'Guests 😀 too')))
  write(canvas => operations.addNote(canvas, newNote('binned')))
  write(canvas => operations.addNote(canvas, newNote('purged')))
  write(canvas => operations.binRecords(canvas, 'notes', ['binned']))
  write(canvas => operations.addLink(canvas, { id: 'l1', from: 'n1', to: 'n2', label: 'pays' }))
  write(canvas => operations.nameCanvas(canvas, 'Airbnb'))
  write(canvas => canvas.document.getMap('notes').delete('purged'))
  return ana.document
}

const look = (update: Update, document: BoardDocument, schema: DocumentSchema = CANVAS_SCHEMA): Inspection => {
  const before = encodeState(document)
  const inspection = inspect(update, document, schema)
  expect(encodeState(document)).toEqual(before)
  return inspection
}

/** The changes, one short line each. */
function lines(inspection: Inspection): readonly string[] | string {
  if (inspection.kind === 'unknown') return `unknown ${inspection.why}`
  if (inspection.kind !== 'changes') return inspection.kind
  return inspection.changes.map(change => {
    const name = `${change.kind} ${change.root}/${change.record}`
    if ('fields' in change) return `${name} ${[...change.fields.keys()].sort().join()}`
    if (change.kind === 'set') return `${name}.${change.field} ${JSON.stringify(change.value)}`
    return 'field' in change ? `${name}.${change.field}` : name
  })
}

/** What an honest client's change of the board looks like. */
const seen = (write: (canvas: Canvas) => void, document = board()): ReturnType<typeof lines> =>
  lines(look(updateOf(copyOf(document, BEN), write), document))

const noteIn = (canvas: Canvas, id: string) => canvas.document.getMap<Y.Map<unknown>>('notes').get(id) as Y.Map<unknown>
const textIn = (canvas: Canvas, id: string) => noteIn(canvas, id).get('text') as Y.Text

describe('what people do is named', () => {
  const cases: readonly [string, (canvas: Canvas) => void, readonly string[]][] = [
    ['typing', canvas => operations.editText(canvas, 'n1', 'Hosts!'), ['type notes/n1.text']],
    ['erasing', canvas => operations.editText(canvas, 'n1', 'Ho'), ['erase notes/n1.text']],
    [
      'replacing letters',
      canvas => operations.editText(canvas, 'n1', 'Hoots'),
      ['type notes/n1.text', 'erase notes/n1.text'],
    ],
    [
      'moving',
      canvas => operations.moveNotes(canvas, new Map([['n1', ['parking', 1, 2, 3]]])),
      ['set notes/n1.place ["parking",1,2,3]'],
    ],
    [
      'colouring two',
      canvas => operations.colorNotes(canvas, ['n1', 'n2'], 'sky'),
      ['set notes/n1.color "sky"', 'set notes/n2.color "sky"'],
    ],
    ['marking', canvas => operations.markNote(canvas, 'n1', 'segment:s', true), ['set notes/n1.segment:s true']],
    ['binning', canvas => operations.binRecords(canvas, 'notes', ['n1']), ['set notes/n1.bin true']],
    ['restoring', canvas => operations.restoreRecords(canvas, 'notes', ['binned']), ['clear notes/binned.bin']],
    ['deleting a key', canvas => canvas.document.getMap('notes').delete('n2'), ['delete notes/n2']],
    ['adding', canvas => operations.addNote(canvas, newNote('n9')), ['add notes/n9 author,color,place,text']],
    [
      'linking',
      canvas => operations.addLink(canvas, { id: 'l2', from: 'n2', to: 'n1', label: '' }),
      ['add links/l2 from,to'],
    ],
    ['unlabelling', canvas => operations.labelLink(canvas, 'l1', ''), ['clear links/l1.label']],
    ['naming the canvas', canvas => operations.nameCanvas(canvas, 'Spotify'), ['set about/.title "Spotify"']],
    ['clearing the name', canvas => canvas.document.getMap('about').delete('title'), ['clear about/.title']],
    [
      'a heading',
      canvas => canvas.document.getMap('about').set('heading:channels:1', 'Own'),
      ['set about/.heading:channels:1 "Own"'],
    ],
  ]
  test.each(cases)('%s', (_name, write, expected) => {
    expect(seen(write)).toEqual(expected)
  })

  test('a record is added with its fields, a text as its length', () => {
    const inspection = look(
      updateOf(copyOf(board(), BEN), canvas => operations.addNote(canvas, newNote('n9', 'Hello'))),
      board(),
    )
    if (inspection.kind !== 'changes') throw new Error(inspection.kind)
    const [change] = inspection.changes
    expect(change).toMatchObject({ kind: 'add', root: 'notes', record: 'n9' })
    if (change?.kind !== 'add') throw new Error('not added')
    expect(Object.fromEntries(change.fields)).toEqual({
      place: ['channels', 16, 32, 1000],
      text: 5,
      color: 'straw',
      author: 'ana',
    })
    expect(inspection).toMatchObject({ clients: [BEN], recordsComeOrGo: true, gone: [] })
  })

  test('a script that makes a note in three steps is understood at each', () => {
    const server = board()
    const script = copyOf(server, BEN)
    const steps = [
      updateOf(script, canvas => canvas.document.getMap('notes').set('s1', new Y.Map())),
      updateOf(script, canvas => noteIn(canvas, 's1').set('place', ['channels', 0, 0])),
      updateOf(script, canvas => noteIn(canvas, 's1').set('text', new Y.Text('x'))),
    ].map(update => {
      const seenLines = lines(look(update, server))
      applyUpdates(server, [update], 'script')
      return seenLines
    })
    expect(steps).toEqual([['add notes/s1 '], ['set notes/s1.place ["channels",0,0]'], ['set notes/s1.text 1']])
  })

  test('several changes of one transaction are all named', () => {
    const changes = seen(canvas => {
      operations.editText(canvas, 'n1', 'Hosts and')
      operations.colorNotes(canvas, ['n1'], 'rose')
      operations.binRecords(canvas, 'links', ['l1'])
      operations.addNote(canvas, newNote('n9'))
    })
    expect([...changes].sort()).toEqual([
      'add notes/n9 author,color,place,text',
      'set links/l1.bin true',
      'set notes/n1.color "rose"',
      'type notes/n1.text',
    ])
  })
})

describe('nothing new', () => {
  test('[T14] a viewer’s step2 brings nothing', () => {
    const server = board()
    const viewer = copyOf(server, BEN).document
    expect(look(encodeState(viewer, stateVector(server)), server).kind).toBe('nothing')
    expect(look(encodeState(viewer), server).kind).toBe('nothing')
    expect(look(encodeState(createDocument()), server).kind).toBe('nothing')
  })

  test('of what is known in part only the rest counts', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    const first = updateOf(ben, canvas => textIn(canvas, 'n1').insert(5, ' a'))
    updateOf(ben, canvas => textIn(canvas, 'n1').insert(7, 'b'))
    const whole = encodeState(ben.document)
    applyUpdates(server, [first], 'ben')
    expect(lines(look(whole, server))).toEqual(['type notes/n1.text'])
    applyUpdates(server, [whole], 'ben')
    expect(look(whole, server).kind).toBe('nothing')
    expect(look(first, server).kind).toBe('nothing')
  })
})

describe('[M4] writing into what is gone has no effect and is no fault', () => {
  /** Ben opened the board while `purged` was still there. */
  function late(): { server: BoardDocument; ben: Canvas } {
    const ana = copyOf(undefined, ANA)
    updateOf(ana, canvas => operations.addNote(canvas, newNote('purged')))
    const ben = copyOf(ana.document, BEN)
    updateOf(ana, canvas => canvas.document.getMap('notes').delete('purged'))
    return { server: ana.document, ben }
  }

  test('typing', () => {
    const { server, ben } = late()
    const update = updateOf(ben, canvas => operations.editText(canvas, 'purged', 'Hosts and guests'))
    expect(look(update, server)).toEqual({
      kind: 'changes',
      changes: [],
      clients: [BEN],
      recordsComeOrGo: false,
      gone: [''],
    })
  })

  test('a field: the record can be named', () => {
    const { server, ben } = late()
    const update = updateOf(ben, canvas => operations.markNote(canvas, 'purged', 'tag:x', true))
    expect(look(update, server)).toMatchObject({ changes: [], gone: ['notes/purged'] })
  })

  test('a second text in it', () => {
    const { server, ben } = late()
    const update = updateOf(ben, canvas => noteIn(canvas, 'purged').set('text', new Y.Text('other')))
    expect(look(update, server)).toMatchObject({ changes: [] })
  })

  test('in the very tick in which it is deleted', () => {
    const server = board()
    const update = updateOf(copyOf(server, BEN), canvas => {
      operations.editText(canvas, 'n1', 'Hosts and guests')
      operations.colorNotes(canvas, ['n1'], 'sky')
    })
    server.transact(() => {
      server.getMap('notes').delete('n1')
      expect(inspect(update, server, CANVAS_SCHEMA)).toMatchObject({ changes: [], gone: ['notes/n1'] })
      applyUpdates(server, [update], 'ben')
    })
    expect(server.getMap('notes').has('n1')).toBe(false)
    expect(hasPending(server)).toBe(false)
  })
})

describe('made and deleted offline', () => {
  test('a note: no effect, and the clocks go on', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    updateOf(ben, canvas => operations.addNote(canvas, newNote('n9')))
    updateOf(ben, canvas => canvas.document.getMap('notes').delete('n9'))
    expect(look(encodeState(ben.document, stateVector(server)), server)).toEqual({
      kind: 'changes',
      changes: [],
      clients: [BEN],
      recordsComeOrGo: false,
      gone: [],
    })
  })

  test('a note whose undo keeps the deleted structs whole', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    const undo = new Y.UndoManager(ben.document.getMap('notes'), { captureTimeout: 0, trackedOrigins: new Set(['me']) })
    updateOf(ben, canvas => operations.addNote(canvas, newNote('n9')))
    undo.undo()
    expect(lines(look(encodeState(ben.document, stateVector(server)), server))).toEqual([])
    undo.redo()
    undo.undo()
    undo.redo()
    expect(lines(look(encodeState(ben.document, stateVector(server)), server))).toEqual([
      'add notes/n9 author,color,place,text',
    ])
  })

  test('a field set and unset again is cleared; set three times it has its last value', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    updateOf(ben, canvas => operations.colorNotes(canvas, ['n1'], 'sky'))
    updateOf(ben, canvas => noteIn(canvas, 'n1').delete('color'))
    for (const color of ['rose', 'leaf', 'stone'] as const)
      updateOf(ben, canvas => operations.colorNotes(canvas, ['n2'], color))
    expect(lines(look(encodeState(ben.document, stateVector(server)), server))).toEqual([
      'clear notes/n1.color',
      'set notes/n2.color "stone"',
    ])
  })

  test('letters typed and erased count neither as typed nor as erased', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    updateOf(ben, canvas => textIn(canvas, 'n1').insert(0, 'abc'))
    updateOf(ben, canvas => textIn(canvas, 'n1').delete(0, 3))
    expect(lines(look(encodeState(ben.document, stateVector(server)), server))).toEqual([])
  })
})

describe('what undo sends', () => {
  /** Ben does something, his update reaches the server; then he undoes and redoes it. */
  function undone(write: (canvas: Canvas) => void): { undo: unknown; redo: unknown } {
    const server = board()
    const ben = copyOf(server, BEN)
    const roots = Object.keys(CANVAS_SCHEMA.roots).map(root => ben.document.getMap(root))
    const manager = new Y.UndoManager(roots, { captureTimeout: 0, trackedOrigins: new Set(['me']) })
    applyUpdates(server, [updateOf(ben, write)], 'ben')
    const step = (turn: () => unknown) => {
      const updates: Update[] = []
      const forget = onUpdate(ben.document, update => updates.push(update))
      turn()
      forget()
      const result = updates.map(update => lines(look(update, server)))
      applyUpdates(server, updates, 'ben')
      expect(server.getMap('notes').toJSON()).toEqual(ben.document.getMap('notes').toJSON())
      return result.length === 1 ? result[0] : result
    }
    return { undo: step(() => manager.undo()), redo: step(() => manager.redo()) }
  }

  test('of an added note: deletes it, and redo brings the key back', () => {
    expect(undone(canvas => operations.addNote(canvas, newNote('n9')))).toEqual({
      undo: ['delete notes/n9'],
      redo: ['restore notes/n9 author,color,place,text'],
    })
  })

  test('of a deleted key: restores it with all fields under the undoer’s id, nothing deleted', () => {
    expect(undone(canvas => canvas.document.getMap('notes').delete('n1'))).toEqual({
      undo: ['restore notes/n1 author,color,place,text'],
      redo: ['delete notes/n1'],
    })
  })

  test('of a colour, a first mark, a bin, letters', () => {
    expect(undone(canvas => operations.colorNotes(canvas, ['n1'], 'sky'))).toEqual({
      undo: ['set notes/n1.color "straw"'],
      redo: ['set notes/n1.color "sky"'],
    })
    expect(undone(canvas => operations.markNote(canvas, 'n1', 'kind:k', true))).toEqual({
      undo: ['clear notes/n1.kind:k'],
      redo: ['set notes/n1.kind:k true'],
    })
    expect(undone(canvas => operations.binRecords(canvas, 'notes', ['n1']))).toEqual({
      undo: ['clear notes/n1.bin'],
      redo: ['set notes/n1.bin true'],
    })
    expect(undone(canvas => operations.restoreRecords(canvas, 'notes', ['binned']))).toEqual({
      undo: ['set notes/binned.bin true'],
      redo: ['clear notes/binned.bin'],
    })
    expect(undone(canvas => operations.editText(canvas, 'n1', 'Hoes'))).toEqual({
      undo: ['type notes/n1.text', 'erase notes/n1.text'],
      redo: ['type notes/n1.text', 'erase notes/n1.text'],
    })
  })

  test('of a link and of the canvas’ name', () => {
    expect(undone(canvas => operations.addLink(canvas, { id: 'l2', from: 'n1', to: 'n2', label: 'x' }))).toEqual({
      undo: ['delete links/l2'],
      redo: ['restore links/l2 from,label,to'],
    })
    expect(undone(canvas => operations.nameCanvas(canvas, 'X'))).toEqual({
      undo: ['set about/.title "Airbnb"'],
      redo: ['set about/.title "X"'],
    })
  })

  test('away from the line, of an add that had arrived: one update deletes and restores', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    const manager = new Y.UndoManager(ben.document.getMap('notes'), {
      captureTimeout: 0,
      trackedOrigins: new Set(['me']),
    })
    applyUpdates(server, [updateOf(ben, canvas => operations.addNote(canvas, newNote('n9')))], 'ben')
    manager.undo()
    manager.redo()
    expect(lines(look(encodeState(ben.document, stateVector(server)), server))).toEqual([
      'delete notes/n9',
      'restore notes/n9 author,color,place,text',
    ])
  })
})

describe('[T9] gaps', () => {
  test('an update before its predecessor', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    const first = updateOf(ben, canvas => operations.addNote(canvas, newNote('n9')))
    const second = updateOf(ben, canvas => operations.colorNotes(canvas, ['n9'], 'sky'))
    expect(look(second, server).kind).toBe('gap')
    applyUpdates(server, [first], 'ben')
    expect(lines(look(second, server))).toEqual(['set notes/n9.color "sky"'])
  })

  test('a start, an origin, a right end or a parent of somebody unknown', () => {
    const text = { content: { string: 'x' } } as const
    expect(look(forge([{ client: MAL, clock: 3, structs: [{ gc: 1 }] }]), board()).kind).toBe('gap')
    for (const ends of [
      { origin: [7, 0] },
      { right: [7, 0] },
      { parent: [7, 0] },
      { origin: [ANA, 5], right: [7, 9] },
    ] as const)
      expect(look(forge([{ client: MAL, clock: 0, structs: [{ ...text, ...ends }] }]), board()).kind).toBe('gap')
  })

  test('a hole is one, unless the document has what is left out', () => {
    const server = board()
    const ben = copyOf(server, BEN)
    const steps = ['sky', 'rose', 'leaf'].map(color =>
      updateOf(ben, canvas => noteIn(canvas, 'n1').set('color', color)),
    )
    const [first, second, third] = steps as [Update, Update, Update]
    const holed = Y.mergeUpdates([first, third])
    expect(look(holed, server).kind).toBe('gap')
    applyUpdates(server, [first, second], 'ben')
    expect(lines(look(holed, server))).toEqual(['set notes/n1.color "leaf"'])
  })

  test('a frame that only deletes what is not there yet', () => {
    const end = Y.getState(board().store, ANA)
    expect(look(forge([], [{ client: MAL, clock: 0, length: 1 }]), board()).kind).toBe('gap')
    expect(look(forge([], [{ client: ANA, clock: end - 1, length: 2 }]), board()).kind).toBe('gap')
  })
})

describe('[T8] what is malformed', () => {
  const note = () => updateOf(copyOf(undefined, BEN), canvas => operations.addNote(canvas, newNote('n9', 'Größe 😀')))

  test('cut anywhere, an update is no update', () => {
    const whole = note()
    for (let length = 0; length < whole.length; length++)
      expect(look(whole.slice(0, length), createDocument()).kind).toBe('malformed')
    expect(look(whole, createDocument()).kind).toBe('changes')
  })

  const block = (structs: ForgedBlock['structs'], more: Partial<ForgedBlock> = {}): ForgedBlock => ({
    client: MAL,
    clock: 0,
    structs,
    ...more,
  })
  const cases: readonly [string, readonly ForgedBlock[], (readonly ForgedRange[])?][] = [
    ['a client in two blocks: Yjs would take the last', [block([{ gc: 1 }]), block([{ gc: 1 }], { clock: 1 })]],
    ['an empty block after a full one', [block([{ gc: 1 }]), block([])]],
    ['an empty string', [block([{ parent: [ANA, 1], content: { string: '' } }])]],
    ['no values', [block([{ parent: 'about', key: 'title', content: { any: [] } }])]],
    ['a length of nothing', [block([{ gc: 0 }])]],
    ['a deletion of nothing', [], [{ client: ANA, clock: 0, length: 0 }]],
    ['clocks beyond what numbers hold', [block([{ gc: Number.MAX_SAFE_INTEGER }], { clock: 2 })]],
    ['deletions beyond what numbers hold', [], [{ client: ANA, clock: Number.MAX_SAFE_INTEGER, length: 9 }]],
    ['a struct on its own later one', [block([{ origin: [MAL, 1], content: { string: 'ab' } }])]],
    ['a struct on one of its own that never came', [block([{ origin: [MAL, 9], content: { string: 'a' } }])]],
    ['a struct on itself', [block([{ parent: [MAL, 0], content: { string: 'a' } }])]],
    [
      'two that stand on each other',
      [
        block([{ origin: [7, 0], content: { string: 'a' } }]),
        block([{ origin: [MAL, 0], content: { string: 'a' } }], { client: 7 }),
      ],
    ],
    // No stack holds so many, however well the machine has compiled the reader.
    ['a value 100,000 levels deep', [block([{ parent: 'about', key: 'title', content: { nested: 100_000 } }])]],
  ]
  test.each(cases)('%s', (_name, blocks, deletes) => {
    expect(look(forge(blocks, deletes), board()).kind).toBe('malformed')
  })

  test('contents and types that do not exist', () => {
    const frame = forge([block([{ parent: 'about', key: 'title', content: { type: 7 } }])])
    expect(look(frame, board()).kind).toBe('malformed')
    const odd = forge([block([{ parent: 'about', key: 'title', content: { any: [1] } }])])
    odd[5] = 0x20 | 31
    expect(look(odd, board()).kind).toBe('malformed')
  })
})

function deep(levels: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

describe('what is not known is refused', () => {
  /** One struct of a stranger's, or several. */
  const forged = (...structs: ForgedBlock['structs']) =>
    lines(look(forge([{ client: MAL, clock: 0, structs }]), board()))
  const title = (content: ForgedContent) => forged({ parent: 'about', key: 'title', content })
  const end = () => Y.getState(board().store, ANA)
  /** Ids in the board: the map of n1, its text, a letter of it, its colour. */
  const map = [ANA, 0] as const
  const text = [ANA, 2] as const
  const letter = [ANA, 5] as const
  const color = [ANA, 8] as const

  test('the ids that these tests speak of', () => {
    const n1 = noteIn(openCanvas(board()), 'n1')
    expect(n1._item?.id).toEqual(Y.createID(...map))
    expect((n1.get('text') as Y.Text)._item?.id).toEqual(Y.createID(...text))
    expect(n1._map.get('color')?.id).toEqual(Y.createID(...color))
    expect(end()).toBeGreaterThan(20)
  })

  test('roots', () => {
    expect(forged({ parent: 'people', key: 'x', content: { type: 1 } })).toBe('unknown root')
    expect(forged({ parent: '', key: 'x', content: { deleted: 1 } })).toBe('unknown root')
    expect(forged({ parent: '__proto__', key: 'x', content: { type: 1 } })).toBe('unknown root')
  })

  test('[T12] keys that reach a prototype, and keys out of the alphabet', () => {
    for (const key of [
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
      'a b',
      '',
      'x'.repeat(65),
      'ü',
    ]) {
      expect(forged({ parent: 'notes', key, content: { type: 1 } })).toBe('unknown key')
      expect(forged({ parent: map, key, content: { any: [true] } })).toBe('unknown key')
      expect(forged({ parent: 'notes', key, content: { deleted: 1 } })).toBe('unknown key')
    }
  })

  test('[T12] prototypes inside of plain values, at any depth', () => {
    const schema: DocumentSchema = {
      version: 1,
      roots: {
        about: {
          kind: 'register',
          record: 'about',
          by: 'rights',
          fields: { any: { kind: 'value', right: 'text', accepts: () => true } },
        },
      },
    }
    const poison = (key: string, value: unknown) => Object.fromEntries([[key, value]])
    const put = (value: unknown) => {
      const frame = forge([
        { client: MAL, clock: 0, structs: [{ parent: 'about', key: 'any', content: { any: [value] } }] },
      ])
      return lines(look(frame, createDocument(), schema))
    }
    expect(put({ fine: [{ x: 1 }] })).toEqual(['set about/.any {"fine":[{"x":1}]}'])
    for (const bad of [
      poison('__proto__', { isAdmin: true }),
      poison('__proto__', []),
      poison('__proto__', null),
      poison('constructor', 1),
    ]) {
      expect(put(bad)).toBe('unknown value')
      expect(put([{ a: bad }])).toBe('unknown value')
    }
    for (const bad of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, new Uint8Array(2)])
      expect(put(bad)).toBe('unknown value')
    expect(put(deep(4))).toEqual(['set about/.any [[[[1]]]]'])
    expect(put(deep(5))).toBe('unknown value')
  })

  test('fields that no schema knows, and values that do not fit', () => {
    expect(forged({ parent: map, key: 'zz', content: { any: [1] } })).toBe('unknown field')
    expect(forged({ parent: map, key: 'segment:', content: { any: [true] } })).toBe('unknown field')
    expect(forged({ parent: map, key: 'color', content: { any: ['#f00'] } })).toBe('unknown value')
    expect(forged({ origin: color, content: { any: ['#f00'] } })).toBe('unknown value')
    expect(title({ any: [7] })).toBe('unknown value')
    expect(title({ any: ['a', 'b'] })).toBe('unknown content')
  })

  test('contents that no field of ours holds', () => {
    const contents: readonly ForgedContent[] = [
      { string: 'x' },
      { format: ['bold', true] },
      { embed: { image: 'x' } },
      { json: ['x'] },
      { binary: new Uint8Array([1]) },
      { document: 'inner' },
    ]
    for (const content of contents) {
      expect(title(content)).toBe('unknown content')
      expect(forged({ parent: map, key: 'color', content })).toBe('unknown content')
      expect(forged({ parent: 'notes', key: 'x', content })).toBe('unknown content')
      if (!('string' in content)) expect(forged({ parent: text, content })).toBe('unknown content')
      // Not even where nothing lives.
      if (!('string' in content)) expect(forged({ gc: 1 }, { origin: [MAL, 0], content })).toBe('unknown content')
    }
    expect(forged({ parent: text, content: { any: ['x'] } })).toBe('unknown content')
  })

  test('types in the wrong place: arrays, XML, maps in records, texts as records, a second floor', () => {
    for (const type of [0, 3, 4, 5, 6]) {
      const content = type === 3 || type === 5 ? { type, name: 'p' } : { type }
      expect(forged({ parent: 'notes', key: 'x', content })).toBe('unknown content')
      expect(forged({ parent: map, key: 'text', content })).toBe('unknown content')
    }
    expect(forged({ parent: 'notes', key: 'x', content: { type: 2 } })).toBe('unknown content')
    expect(forged({ parent: map, key: 'color', content: { type: 1 } })).toBe('unknown nesting')
    expect(forged({ parent: map, key: 'text', content: { any: ['x'] } })).toBe('unknown content')
    expect(title({ type: 2 })).toBe('unknown nesting')
    expect(forged({ parent: text, content: { type: 1 } })).toBe('unknown content')
  })

  test('[T11] 2,000 maps in one another', () => {
    const floors = Array.from({ length: 2_000 }, (_, i) => ({
      parent: i === 0 ? 'notes' : ([MAL, i - 1] as const),
      key: 'text',
      content: { type: 1 },
    }))
    expect(forged(...floors)).toBe('unknown content')
    expect(
      forged({ gc: 1 }, ...floors.map((floor, i) => (i === 0 ? floor : { ...floor, parent: [MAL, i] as const }))),
    ).toBe('unknown content')
  })

  test('lists in maps, keys in texts', () => {
    expect(forged({ parent: 'notes', content: { type: 1 } })).toBe('unknown key')
    expect(forged({ parent: map, content: { any: [1] } })).toBe('unknown key')
    expect(forged({ parent: text, key: 'bold', content: { any: [1] } })).toBe('unknown key')
    expect(forged({ parent: letter, content: { string: 'x' } })).toBe('unknown content')
  })

  test('two ends in different places, and a right end in a map', () => {
    expect(forged({ origin: letter, right: color, content: { string: 'x' } })).toBe('unknown ends')
    expect(forged({ right: color, content: { any: ['sky'] } })).toBe('unknown ends')
  })

  test('the rest of a struct that goes on elsewhere than its known part', () => {
    const server = board()
    const first = forge([{ client: MAL, clock: 0, structs: [{ origin: letter, content: { string: 'ab' } }] }])
    applyUpdates(server, [first], 'mal')
    const other = (noteIn(openCanvas(server), 'n2').get('text') as Y.Text)._item?.id
    if (!other) throw new Error('no text')
    const more = forge([
      { client: MAL, clock: 0, structs: [{ parent: [other.client, other.clock], content: { string: 'abc' } }] },
    ])
    expect(lines(look(more, server))).toBe('unknown ends')
  })

  test('a live record replaced, and a shared text put aside or deleted', () => {
    expect(forged({ parent: 'notes', key: 'n1', content: { type: 1 } })).toBe('unknown replaces')
    expect(
      forged({ parent: 'notes', key: 'x', content: { type: 1 } }, { parent: 'notes', key: 'x', content: { type: 1 } }),
    ).toBe('unknown replaces')
    expect(
      forged(
        { parent: map, key: 'color', content: { any: ['sky'] } },
        { parent: map, key: 'color', content: { any: ['rose'] } },
      ),
    ).toBe('unknown replaces')
    expect(seen(canvas => noteIn(canvas, 'n1').set('text', new Y.Text('mine')))).toBe('unknown replaces')
    expect(seen(canvas => noteIn(canvas, 'n1').delete('text'))).toBe('unknown replaces')
    expect(forged({ parent: map, key: 'text', content: { deleted: 1 } })).toBe('unknown replaces')
  })

  test('rich text', () => {
    expect(seen(canvas => textIn(canvas, 'n1').format(0, 2, { bold: true }))).toBe('unknown content')
    expect(seen(canvas => textIn(canvas, 'n1').insertEmbed(0, { image: 'x' }))).toBe('unknown content')
  })
})

describe('deeds in disguise', () => {
  const forged = (server: BoardDocument, blocks: readonly ForgedBlock[], deletes: readonly ForgedRange[] = []) =>
    lines(look(forge(blocks, deletes), server))
  const idIn = (server: BoardDocument, id: string, field?: string): readonly [number, number] => {
    const note = noteIn(openCanvas(server), id)
    const item = field ? note._map.get(field) : note._item
    if (!item) throw new Error('no such field')
    return [item.id.client, item.id.clock]
  }
  const one = (struct: ForgedBlock['structs'][number]): ForgedBlock[] => [{ client: MAL, clock: 0, structs: [struct] }]

  test('something deleted behind a live value deletes it, with no deletion written', () => {
    const server = board()
    expect(forged(server, one({ origin: idIn(server, 'n1'), content: { deleted: 1 } }))).toEqual(['delete notes/n1'])
    expect(forged(server, one({ origin: idIn(server, 'n1', 'color'), content: { deleted: 1 } }))).toEqual([
      'clear notes/n1.color',
    ])
    applyUpdates(server, [forge(one({ origin: idIn(server, 'n1'), content: { deleted: 1 } }))], 'mal')
    expect(server.getMap('notes').has('n1')).toBe(false)
  })

  test('a value that comes out behind an older one while the live one is deleted clears the field', () => {
    const server = board()
    const old = idIn(server, 'n1', 'color')
    applyUpdates(
      server,
      [updateOf(copyOf(server, BEN), canvas => operations.colorNotes(canvas, ['n1'], 'rose'))],
      'ben',
    )
    const [client, clock] = idIn(server, 'n1', 'color')
    const frame = forge(
      [{ client: 7, clock: 0, structs: [{ origin: old, content: { any: ['sky'] } }] }],
      [{ client, clock, length: 1 }],
    )
    expect(lines(look(frame, server))).toEqual(['set notes/n1.color "sky"', 'clear notes/n1.color'])
    const passed = forged(
      server,
      [
        {
          client: 7,
          clock: 0,
          structs: [
            { origin: [client, clock], content: { any: ['sky'] } },
            { origin: [7, 0], content: { deleted: 1 } },
          ],
        },
      ],
      [{ client, clock, length: 1 }],
    )
    expect(passed).toEqual(['set notes/n1.color "sky"', 'clear notes/n1.color'])
  })

  test('an end between the halves of a pair spoils it: that is typing there, and a fault anywhere else', () => {
    const server = board()
    const whole = (noteIn(openCanvas(server), 'n2').get('text') as Y.Text)._start
    if (!whole) throw new Error('no letters')
    const half: readonly [number, number] = [ANA, whole.id.clock + 'Guests '.length]
    expect(forged(server, one({ origin: half, content: { string: 'x' } }))).toEqual(['type notes/n2.text'])
    expect(forged(server, one({ origin: half, content: { deleted: 1 } }))).toEqual(['type notes/n2.text'])
    const lost: readonly [number, number] = [MAL, 0]
    const gone = [
      { client: MAL, clock: 0, structs: [{ gc: 1 }, { origin: half, right: lost, content: { string: 'x' } }] },
    ]
    expect(forged(server, gone)).toBe('unknown ends')
    const known = {
      client: ANA,
      clock: 0,
      structs: [{ origin: undefined, parent: 'about', key: 'title', content: { any: ['x'] } } as const],
    }
    const cutting = { client: BEN, clock: 0, structs: [{ gc: 1 }] }
    expect(forged(server, [known, cutting])).toEqual([])
    expect(
      forged(server, [{ ...known, clock: 12, structs: [{ right: [ANA, 11], content: { string: 'x' } }] }, cutting]),
    ).toEqual([])
  })

  test('one deletion across several records names each', () => {
    const server = board()
    expect(forged(server, [], [{ client: ANA, clock: 0, length: 12 }])).toEqual(['delete notes/n1', 'delete notes/n2'])
  })

  test('a record deleted takes fields along that this schema does not know', () => {
    const server = board()
    noteIn(openCanvas(server), 'n1').set('invented', 1)
    expect(
      lines(
        look(
          updateOf(copyOf(server, BEN), canvas => canvas.document.getMap('notes').delete('n1')),
          server,
        ),
      ),
    ).toEqual(['delete notes/n1'])
  })
})

describe('[T13] limits', () => {
  const typed = (letters: number, document: BoardDocument) =>
    seen(canvas => textIn(canvas, 'n1').insert(0, 'x'.repeat(letters)), document)

  test('a text as long as allowed, and one letter more', () => {
    expect(typed(LIMITS.noteLength - 5, board())).toEqual(['type notes/n1.text'])
    expect(typed(LIMITS.noteLength - 4, board())).toBe('tooBig')
    const add = (letters: number) => seen(canvas => operations.addNote(canvas, newNote('n9', 'x'.repeat(letters))))
    expect(add(LIMITS.noteLength)).toEqual(['add notes/n9 author,color,place,text'])
    expect(add(LIMITS.noteLength + 1)).toBe('tooBig')
  })

  test('a full text takes as much as is erased, and can always be made shorter', () => {
    const server = board()
    textIn(openCanvas(server), 'n1').insert(0, 'x'.repeat(LIMITS.noteLength + 50))
    expect(seen(canvas => textIn(canvas, 'n1').delete(0, 3), server)).toEqual(['erase notes/n1.text'])
    const swap = (letters: number) =>
      seen(canvas => {
        textIn(canvas, 'n1').delete(0, 3)
        textIn(canvas, 'n1').insert(0, 'y'.repeat(letters))
      }, server)
    expect(swap(3)).toEqual(['type notes/n1.text', 'erase notes/n1.text'])
    expect(swap(4)).toBe('tooBig')
  })

  const small: DocumentSchema = {
    ...CANVAS_SCHEMA,
    roots: { ...CANVAS_SCHEMA.roots, notes: { ...CANVAS_SCHEMA.roots['notes'], max: 3 } as never },
  }
  const counted = (write: (canvas: Canvas) => void, document = board()) =>
    lines(look(updateOf(copyOf(document, BEN), write), document, small))
  const add =
    (...ids: string[]) =>
    (canvas: Canvas) =>
      ids.forEach(id => operations.addNote(canvas, newNote(id)))

  test('as many notes as allowed; what lies in the bin does not count', () => {
    expect(counted(add('n3'))).toHaveLength(1)
    expect(counted(add('n3', 'n4'))).toBe('tooMany')
    expect(counted(canvas => operations.restoreRecords(canvas, 'notes', ['binned']))).toHaveLength(1)
  })

  test('at the limit nothing comes out of the bin, and one out lets one in', () => {
    const full = board()
    applyUpdates(full, [updateOf(copyOf(full, BEN), add('n3'))], 'ben')
    expect(counted(canvas => operations.restoreRecords(canvas, 'notes', ['binned']), full)).toBe('tooMany')
    expect(counted(add('n4'), full)).toBe('tooMany')
    const swap = (canvas: Canvas) => {
      operations.binRecords(canvas, 'notes', ['n3'])
      add('n4')(canvas)
    }
    expect(counted(swap, full)).toHaveLength(2)
    expect(counted(canvas => operations.colorNotes(canvas, ['n1'], 'sky'), full)).toHaveLength(1)
  })
})

describe('[P15] frames that are small to send and take minutes to integrate', () => {
  const LETTERS = 5_000
  /** A note with a long text in one run, by a client whose text starts at `start`. */
  function long() {
    const server = board()
    textIn(openCanvas(server), 'n1').insert(0, 'x'.repeat(LETTERS))
    const start = textIn(openCanvas(server), 'n1')._start?.id
    if (!start) throw new Error('no letters')
    return { server, at: (offset: number) => [start.client, start.clock + offset] as const }
  }
  const one = { string: 'y' } as const
  const frame = (structs: ForgedBlock['structs'], server: BoardDocument) =>
    lines(look(forge([{ client: MAL, clock: 0, structs }]), server))
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index))

  test('all behind the first letter, each before another one', () => {
    const { server, at } = long()
    expect(
      frame(
        many(2_000, i => ({ origin: at(0), right: at(i + 1), content: one })),
        server,
      ),
    ).toBe('unknown effort')
  })

  test('all behind the first letter, with no right end', () => {
    const { server, at } = long()
    expect(
      frame(
        many(2_000, () => ({ origin: at(0), content: one })),
        server,
      ),
    ).toBe('unknown effort')
  })

  test('among what the frame itself brings', () => {
    const { server, at } = long()
    const row = many(1_500, i => ({ origin: at(0), right: i === 0 ? at(1) : ([MAL, i - 1] as const), content: one }))
    const among = many(1_500, i => ({ origin: at(0), right: [MAL, i] as const, content: one }))
    expect(frame([...row, ...among], server)).toBe('unknown effort')
    expect(frame(row, server)).toEqual(['type notes/n1.text'])
  })

  test('thousands of dead values in one field, each from the very beginning', () => {
    const { server } = long()
    const color = (content: ForgedContent) => ({ parent: [ANA, 0] as const, key: 'color', content })
    expect(
      frame(
        many(5_000, () => color({ deleted: 1 })),
        server,
      ),
    ).toBe('unknown effort')
  })

  test('a right end left of its origin', () => {
    const { server, at } = long()
    const other = updateOf(copyOf(server, BEN), canvas => textIn(canvas, 'n1').insert(100, 'from Ben'))
    applyUpdates(server, [other], 'ben')
    expect(frame([{ origin: at(9), right: at(8), content: one }], server)).toBe('unknown effort')
    expect(frame([{ origin: at(9), right: at(9), content: one }], server)).toBe('unknown effort')
    expect(frame([{ origin: at(200), right: at(50), content: one }], server)).toBe('unknown effort')
    expect(frame([{ origin: at(50), right: at(200), content: one }], server)).toEqual(['type notes/n1.text'])
  })

  test('honest hands are not mistaken: both type long, in the same places, away from the line', () => {
    const { server } = long()
    const [ana, ben] = [copyOf(server, 11), copyOf(server, 12)]
    for (const [canvas, letter, shift] of [
      [ana, 'a', 0],
      [ben, 'b', 900],
    ] as const)
      for (let i = 0; i < 150; i++) {
        updateOf(canvas, () => textIn(canvas, 'n1').insert(0, letter))
        updateOf(canvas, () => textIn(canvas, 'n1').insert((i * 7) % 3_000, letter))
        updateOf(canvas, () => textIn(canvas, 'n1').delete(shift + ((i * 13) % 2_000), 1))
      }
    const say = (canvas: Canvas) => lines(look(encodeState(canvas.document, stateVector(server)), server))
    expect(say(ana)).toEqual(['type notes/n1.text', 'erase notes/n1.text'])
    applyUpdates(server, [encodeState(ana.document)], 'ana')
    expect(say(ben)).toEqual(['type notes/n1.text', 'erase notes/n1.text'])
    applyUpdates(server, [encodeState(ben.document)], 'ben')
    expect(look(encodeState(server), createDocument()).kind).toBe('changes')
  })
})

describe('long chains', () => {
  test('8,000 letters by two who take turns are one line, without recursion', () => {
    const server = board()
    const letter = noteIn(openCanvas(server), 'n1').get('text') as Y.Text
    const first = letter._start?.lastId
    if (!first) throw new Error('no letters')
    const turns = [11, 12].map((client, side) => ({
      client,
      clock: 0,
      structs: Array.from({ length: 4_000 }, (_, i) => {
        const before = side === 1 ? ([11, i] as const) : ([12, i - 1] as const)
        return { origin: i + side === 0 ? ([first.client, first.clock] as const) : before, content: { string: 'x' } }
      }),
    }))
    const frame = forge(turns)
    const inspection = look(frame, server)
    expect(lines(inspection)).toEqual(['type notes/n1.text'])
    expect(inspection).toMatchObject({ clients: [11, 12] })
    applyUpdates(server, [frame], 'both')
    expect(letter.length).toBe(8_005)
  })

  test('1,000 notes in one update', () => {
    const server = board()
    const inspection = look(
      updateOf(copyOf(server, BEN), canvas => {
        for (let i = 0; i < 1_000; i++) operations.addNote(canvas, newNote(`m${i}`))
      }),
      server,
    )
    expect(inspection.kind === 'changes' && inspection.changes.length).toBe(1_000)
  })
})
