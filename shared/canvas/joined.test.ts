/** What one writes for oneself, laid upon what everybody sees: read, written and undone as one. */
import { beforeEach, expect, test } from 'vitest'
import { isRecord } from '../base/collection.ts'
import { createDocument } from '../wire/document.ts'
import type { Canvas } from './canvas.ts'
import { isPrivate, openCanvas } from './canvas.ts'
import type { History } from './history.ts'
import { openHistory } from './history.ts'
import type { JoinedCanvas } from './joined.ts'
import { joinCanvases, joinHistories } from './joined.ts'
import { addNote, binRecords, change, colorNotes, editText, moveNotes, putInGroup } from './operations.ts'
import { writeContent } from './write-content.ts'

let shared: Canvas
let draft: Canvas
let joined: JoinedCanvas
let history: History
let isTaking: boolean

const note = (id: string, text = id) =>
  ({ id, text, place: ['channels', 0, 0, 1], color: 'sky', author: 'ben' }) as const
const texts = () => joined.notes.all().map(({ text }) => text)

beforeEach(() => {
  isTaking = true
  shared = openCanvas(createDocument())
  draft = openCanvas(createDocument())
  change(shared, 'others', () => addNote(shared, note('public')))
  joined = joinCanvases(shared, draft, { isTaking: () => isTaking })
  let order = 0
  const open = (canvas: Canvas) =>
    openHistory(canvas, { origin: { of: canvas }, allows: () => true, order: () => ++order })
  history = joinHistories(open(shared), open(draft))
})

test('[B4] a new note goes into the draft and is read among the others; what was there is written where it is', () => {
  history.run('add', () => addNote(joined, note('mine')))
  history.run('write', () => editText(joined, 'public', 'public still'))
  history.run('color', () => colorNotes(joined, ['mine', 'public'], 'rose'))
  expect(texts()).toEqual(['mine', 'public still'])
  expect([shared.notes.all(), draft.notes.all()].map(each => each.map(({ id, color }) => [id, color]))).toEqual([
    [['public', 'rose']],
    [['mine', 'rose']],
  ])
  expect(['mine', 'public'].map(id => isPrivate(joined, id))).toEqual([true, false])
})

test('[B14] what is pasted goes where a new note goes, all of it', () => {
  const pasted = { ...note('pasted'), segments: [], kinds: [], tags: [], rest: { later: 'a field of tomorrow' } }
  history.run('paste', () =>
    writeContent(joined, { about: shared.about.value, notes: [pasted], links: [], groups: [], strokes: [] }),
  )
  expect(shared.notes.all().map(({ id }) => id)).toEqual(['public'])
  expect(draft.notes.get('pasted')?.rest).toEqual({ later: 'a field of tomorrow' })
})

test('[B4] undo and redo go by when it was done, over both', () => {
  history.run('add', () => addNote(joined, note('mine')))
  history.run('move', () => moveNotes(joined, new Map([['public', ['channels', 9, 9, 2]]])))
  history.run('write', () => editText(joined, 'mine', 'mine too'))
  const seen = () => [joined.notes.get('mine')?.text, joined.notes.get('public')?.place[1]]
  expect(seen()).toEqual(['mine too', 9])
  const undone = [1, 2, 3].map(() => (history.undo(), seen()))
  expect(undone).toEqual([
    ['mine', 9],
    ['mine', 0],
    [undefined, 0],
  ])
  const redone = [1, 2, 3].map(() => (history.redo(), seen()))
  expect(redone).toEqual([
    ['mine', 0],
    ['mine', 9],
    ['mine too', 9],
  ])
  history.undo()
  history.run('color', () => colorNotes(joined, ['public'], 'rose'))
  expect(history.canRedo).toBe(false)
})

test('[M7] nothing reaches back over the reveal', () => {
  history.run('add', () => addNote(joined, note('mine')))
  history.fence()
  expect([history.canUndo, history.undo().kind]).toEqual([false, 'nothing'])
})

test('[B4] when the time is over draft notes are there to be read, and new ones are for everybody', () => {
  change(joined, 'me', () => draft.document.transact(() => addNote(joined, note('mine'))))
  isTaking = false
  history.run('write', () => {
    editText(joined, 'mine', 'changed')
    binRecords(joined, 'notes', ['mine'])
    addNote(joined, note('open'))
  })
  expect(texts()).toEqual(['mine', 'open', 'public'])
  expect([joined.isFixed('mine'), joined.isFixed('open'), isPrivate(joined, 'open')]).toEqual([true, false, false])
})

test('[B4] what is in a draft is in no group', () => {
  history.run('add', () => addNote(joined, { ...note('mine'), group: 'g' }))
  history.run('group', () => putInGroup(joined, ['mine', 'public'], 'g'))
  expect(['mine', 'public'].map(id => joined.notes.get(id)?.group)).toEqual([undefined, 'g'])
})

/** As the server reveals one. */
const reveal = (id: string, text: string) =>
  change(shared, 'server', () => {
    addNote(shared, { ...note(id, text), author: 'me' })
    const record = shared.document.getMap('notes').get(id)
    if (isRecord(record)) record.set('draft', 'mine')
  })

test('[B4] a draft note is left out from the moment in which the canvas shows it, whatever becomes of that', () => {
  history.run('add', () => addNote(joined, note('mine', 'Words')))
  history.run('add', () => addNote(joined, note('other', 'Words')))
  const told: string[][] = []
  joined.notes.subscribe(ids => told.push([...ids].sort()))
  reveal('new', 'Words')
  expect(joined.notes.all().map(({ id }) => id)).toEqual(['new', 'other', 'public'])
  expect(told).toEqual([['mine', 'new']])
  change(shared, 'others', () => editText(shared, 'new', 'Better words'))
  expect(texts()).toEqual(['Better words', 'Words', 'public'])
  change(shared, 'others', () => binRecords(shared, 'notes', ['new']))
  expect(texts()).toEqual(['Words', 'public'])
  // Who comes back finds it so.
  expect(joinCanvases(shared, draft, { isTaking: () => true }).isDraft('mine')).toBe(false)
})

test('[B4] it is left out as well when the draft comes after the reveal', () => {
  reveal('new', 'Words')
  history.run('add', () => addNote(joined, note('mine', 'Words')))
  expect(joined.notes.all().map(({ id }) => id)).toEqual(['new', 'public'])
})

test('[M8] in a nameless round it is left out for one that nobody has written, later and at the same place', () => {
  joined = joinCanvases(shared, draft, { isTaking: () => true, isNameless: true })
  history.run('add', () => addNote(joined, note('mine', 'Words')))
  const others = [
    { ...note('theirs', 'Words'), author: 'mei' },
    { ...note('before', 'Words'), author: '', place: ['channels', 0, 0, 0] },
    { ...note('beside', 'Words'), author: '', place: ['channels', 0, 9, 9] },
    { ...note('like', 'Words too'), author: '', place: ['channels', 0, 0, 9] },
  ] as const
  change(shared, 'others', () => others.forEach(each => addNote(shared, each)))
  expect(joined.isDraft('mine')).toBe(true)
  change(shared, 'server', () => addNote(shared, { ...note('new', 'Words'), author: '', place: ['channels', 0, 0, 9] }))
  expect(joined.isDraft('mine')).toBe(false)
  change(shared, 'others', () => editText(shared, 'new', 'Better words'))
  expect(joined.notes.get('mine')).toBeUndefined()
})

test('[B4] somebody else writes the same words at the same place: mine still wait, and are mine', () => {
  history.run('add', () => addNote(joined, note('mine', 'Words')))
  change(shared, 'others', () => addNote(shared, note('theirs', 'Words')))
  expect(joined.notes.all().map(({ id }) => id)).toEqual(['mine', 'public', 'theirs'])
  expect([joined.isDraft('mine'), joined.isDraft('theirs')]).toEqual([true, false])
})
