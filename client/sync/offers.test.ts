/** Refused and stranded work: what is found in a copy that was given up, and how it is added again. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { History } from '../../shared/canvas/history.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import { joinCanvases, joinHistories } from '../../shared/canvas/joined.ts'
import {
  addLink,
  addNote,
  binRecords,
  change,
  colorNotes,
  editText,
  markNote,
  moveNotes,
  nameCanvas,
  restoreRecords,
} from '../../shared/canvas/operations.ts'
import { applyUpdates, createDocument, encodeState } from '../../shared/wire/document.ts'
import { renewed } from '../../shared/wire/renew.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, NO_RIGHTS } from '../../shared/workshop/rights.ts'
import { memoryStorage } from '../base/store.ts'
import { Device } from './device.ts'
import { KeptOffers } from './offers.ts'
import type { Found } from './stranded.ts'
import { findStranded } from './stranded.ts'
import { touchedBy } from './touched.ts'

const note = (id: string, text: string, author = 'ana') =>
  ({ id, place: ['channels', 40, 16, 1], text, color: 'straw', author }) as const

/** The server's canvas and a copy of it that goes its own way. */
let server: Canvas
let copy: Canvas
let touched: Set<string>

const copyOf = (canvas: Canvas): Canvas => {
  const document = createDocument()
  applyUpdates(document, [encodeState(canvas.document)], 'copy')
  return openCanvas(document)
}

beforeEach(() => {
  server = openCanvas(createDocument())
  change(server, 'server', () => {
    addNote(server, note('n1', 'Website'))
    addNote(server, note('n2', 'Phone'))
    addNote(server, note('n3', 'Shop', 'ben'))
    addLink(server, { id: 'l1', from: 'n1', to: 'n2', label: '' })
  })
  copy = copyOf(server)
  touched = new Set()
  copy.document.on('afterTransaction', transaction => touchedBy(transaction).forEach(name => touched.add(name)))
})

/** Everything the copy did, found by its structs and, as in another epoch, by what was touched alone. */
const find = (theirs: Canvas = server, isSameEpoch = true): readonly Found[] =>
  findStranded({ mine: copy.document, theirs: theirs.document, isSameEpoch, touched, reason: 'role' })

const anotherEpoch = (): Canvas => {
  const document = createDocument()
  applyUpdates(document, [renewed(encodeState(server.document))], 'renewed')
  return openCanvas(document)
}

const work: readonly (readonly [name: string, write: () => void, expected: readonly Found['change'][]])[] = [
  ['a note added', () => addNote(copy, note('n9', 'Stall')), [{ kind: 'note', block: 'channels', text: 'Stall' }]],
  [
    'a text changed: all of mine',
    () => editText(copy, 'n1', 'Website and app'),
    [{ kind: 'text', note: 'n1', block: 'channels', text: 'Website and app' }],
  ],
  [
    'a note moved: where I put it',
    () => moveNotes(copy, new Map([['n2', ['parking', 1, 2, 9]]])),
    [{ kind: 'move', note: 'n2', block: 'parking', text: 'Phone' }],
  ],
  [
    'a note deleted',
    () => binRecords(copy, 'notes', ['n3']),
    [{ kind: 'delete', note: 'n3', block: 'channels', text: 'Shop' }],
  ],
  [
    'a colour and a mark: one offer',
    () => (colorNotes(copy, ['n1'], 'sky'), markNote(copy, 'n1', 'tag:new', true)),
    [{ kind: 'other', text: 'Website' }],
  ],
  [
    'a link added',
    () => addLink(copy, { id: 'l2', from: 'n2', to: 'n3', label: 'leads to' }),
    [{ kind: 'other', text: 'Phone → Shop' }],
  ],
  ['a title', () => nameCanvas(copy, 'Coffee'), [{ kind: 'other', text: 'Coffee' }]],
  ['a text erased', () => editText(copy, 'n1', 'Web'), [{ kind: 'text', note: 'n1', block: 'channels', text: 'Web' }]],
]

describe.each([
  ['within an epoch', true],
  ['in another epoch', false],
])('found %s', (_, isSameEpoch) => {
  test.each(work)('%s', (_name, write, expected) => {
    change(copy, 'me', write)
    expect(find(isSameEpoch ? server : anotherEpoch(), isSameEpoch).map(each => each.change)).toEqual(expected)
  })

  test('what others did meanwhile is not mine to lose', () => {
    change(server, 'ben', () => {
      addNote(server, note('n7', 'Fair', 'ben'))
      binRecords(server, 'notes', ['n2'])
      editText(server, 'n3', 'Shops')
    })
    change(copy, 'me', () => editText(copy, 'n1', 'Site'))
    const found = find(isSameEpoch ? server : anotherEpoch(), isSameEpoch)
    expect(found.map(each => each.change)).toEqual([{ kind: 'text', note: 'n1', block: 'channels', text: 'Site' }])
  })

  test('a note that another deleted for good while I typed in it', () => {
    change(copy, 'me', () => editText(copy, 'n2', 'Phone, weekdays'))
    change(server, 'ben', () => server.document.getMap('notes').delete('n2'))
    const found = find(isSameEpoch ? server : anotherEpoch(), isSameEpoch)
    expect(found.map(each => each.change)).toEqual([
      { kind: 'text', note: 'n2', block: 'channels', text: 'Phone, weekdays' },
    ])
  })

  test('nothing, where nothing was done', () => {
    expect(find(isSameEpoch ? server : anotherEpoch(), isSameEpoch)).toEqual([])
  })
})

test('[M15] the innocent work behind a write that no reader knows is found too', () => {
  change(copy, 'me', () => {
    copy.document.getMap('secrets').set('x', 1)
    addNote(copy, note('n9', 'Stall'))
  })
  expect(find().map(each => each.change)).toEqual([{ kind: 'note', block: 'channels', text: 'Stall' }])
})

test('a text that is too long for the server is found with all its words', () => {
  const long = 'x'.repeat(10_001)
  change(copy, 'me', () => editText(copy, 'n1', long))
  expect(find().map(each => each.change)).toEqual([{ kind: 'text', note: 'n1', block: 'channels', text: long }])
})

describe('adding again', () => {
  let history: History
  let rights: Rights
  let offers: KeptOffers
  const storage = () => memoryStorage()
  let kept = storage()

  let screen: Canvas

  const openOffers = () =>
    new KeptOffers({
      board: 'b',
      me: () => 'ana',
      device: new Device(kept, 'tab'),
      canvas: () => screen,
      history: () => history,
      rights: () => rights,
      now: () => 500,
      title: 'Add again',
    })

  beforeEach(() => {
    kept = storage()
    rights = ALL_RIGHTS
    screen = server
    history = openHistory(server, { origin: {}, allows: () => true })
    offers = openOffers()
  })

  /** The only offer of this work, added again. */
  const again = (write: () => void): void => {
    change(copy, 'me', write)
    offers.offer(find(), 'role')
    expect(offers.value).toHaveLength(1)
    for (const { id } of offers.value) offers.addAgain(id)
  }

  test('[B4] while I write for myself a note comes into my draft, its colour changes there, and a new link waits', () => {
    const draft = openCanvas(createDocument())
    change(copy, 'me', () => {
      addNote(copy, note('n9', 'Stall'))
      addLink(copy, { id: 'l9', from: 'n9', to: 'n1', label: 'Stall' })
    })
    screen = joinCanvases(server, draft, { isTaking: () => true })
    const orders = { order: () => 1, allows: () => true }
    const own = openHistory(draft, { ...orders, origin: {} })
    history = joinHistories(openHistory(server, { ...orders, origin: {} }), own)
    const before = encodeState(server.document)
    offers.offer(find(), 'step')
    for (const { id } of offers.value) offers.addAgain(id)
    offers.offer(
      [
        {
          change: { kind: 'other', text: 'Stall' },
          again: { kind: 'fields', root: 'notes', id: 'n9', fields: { color: 'leaf' }, isWhole: false },
        },
      ],
      'step',
    )
    for (const { id } of offers.value) offers.addAgain(id)
    expect(draft.notes.all()).toMatchObject([{ id: 'n9', text: 'Stall', color: 'leaf' }])
    expect(encodeState(server.document)).toEqual(before)
    expect(offers.value.map(({ change }) => change.kind)).toEqual(['other'])
  })

  test('a note comes with its id, its colour and its place, as a change of mine', () => {
    again(() => addNote(copy, { ...note('n9', 'Stall'), color: 'leaf', segments: ['s1'] }))
    expect(server.notes.get('n9')).toMatchObject({
      text: 'Stall',
      color: 'leaf',
      segments: ['s1'],
      place: ['channels', 40, 16, 500],
      author: 'ana',
    })
    expect(offers.value).toEqual([])
    expect(history.undoTitle).toBe('Add again')
    history.undo()
    expect(server.notes.get('n9')).toBeUndefined()
  })

  test('a text goes where it was', () => {
    again(() => editText(copy, 'n1', 'Website and app'))
    expect(server.notes.get('n1')?.text).toBe('Website and app')
  })

  test('a text stands beside what another wrote meanwhile', () => {
    change(copy, 'me', () => editText(copy, 'n1', 'Website and app'))
    offers.offer(find(), 'role')
    change(server, 'ben', () => editText(server, 'n1', 'Website, old'))
    for (const { id } of offers.value) offers.addAgain(id)
    expect(
      server.notes
        .all()
        .map(each => each.text)
        .sort(),
    ).toEqual(['Phone', 'Shop', 'Website and app', 'Website, old'])
  })

  test('a text whose note is gone goes to the parking lot', () => {
    change(copy, 'me', () => editText(copy, 'n1', 'Website and app'))
    change(server, 'ben', () => binRecords(server, 'notes', ['n1']))
    offers.offer(find(), 'role')
    for (const { id } of offers.value) offers.addAgain(id)
    const [added] = server.notes.all().filter(each => each.text === 'Website and app')
    expect(added?.place[0]).toBe('parking')
    expect(server.notes.get('n1')).toBeUndefined()
  })

  test('a move, a deletion, marks, a link, a title and a restored note are done once more', () => {
    change(server, 'ben', () => binRecords(server, 'notes', ['n3']))
    applyUpdates(copy.document, [encodeState(server.document)], 'sync')
    touched.clear()
    change(copy, 'me', () => {
      moveNotes(copy, new Map([['n1', ['parking', 3, 4, 9]]]))
      binRecords(copy, 'notes', ['n2'])
      markNote(copy, 'n1', 'tag:new', true)
      addLink(copy, { id: 'l2', from: 'n1', to: 'n3', label: 'x' })
      nameCanvas(copy, 'Coffee')
      restoreRecords(copy, 'notes', ['n3'])
    })
    expect(offers.offer(find(), 'role')).toBe(6)
    for (const { id } of offers.value) offers.addAgain(id)
    expect(offers.value).toEqual([])
    expect(server.notes.get('n1')).toMatchObject({ place: ['parking', 3, 4, 500], tags: ['new'] })
    expect(server.notes.get('n2')).toBeUndefined()
    expect(server.notes.get('n3')?.text).toBe('Shop')
    expect(server.links.get('l2')).toEqual({ id: 'l2', from: 'n1', to: 'n3', label: 'x' })
    expect(server.about.value.title).toBe('Coffee')
  })

  test('[P16] what would only be refused again stays an offer', () => {
    change(copy, 'me', () => addNote(copy, note('n9', 'Stall')))
    offers.offer(find(), 'role')
    rights = NO_RIGHTS
    for (const { id } of offers.value) offers.addAgain(id)
    expect(offers.value).toHaveLength(1)
    expect(server.notes.get('n9')).toBeUndefined()
  })

  test('offers are on the device until they are let go, and the same work is offered once', () => {
    change(copy, 'me', () => addNote(copy, note('n9', 'Stall')))
    expect(offers.offer(find(), 'role')).toBe(1)
    expect(offers.offer(find(), 'role')).toBe(0)
    const later = openOffers()
    expect(later.value).toEqual(offers.value)
    for (const { id } of later.value) later.letGo(id)
    offers.reload()
    expect(offers.value).toEqual([])
    expect(openOffers().value).toEqual([])
  })
})
