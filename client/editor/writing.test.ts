/** Writing in notes, alone and with others, and the empty note that was never there. */
import { expect, test } from 'vitest'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import { openTable } from './test-board.ts'

function anaAndBen() {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}

test('a double click in an area adds a note under the pointer and writes in it at once', () => {
  const { ana, ben } = anaAndBen()
  ana.doubleClicks(ana.spot('channels', 240, 200))
  expect(ana.editor.writing.value).toBeDefined()
  ana.types('Shop')
  expect(ben.sees('channels')).toEqual(['Shop'])
  expect(ana.note('Shop').place.slice(0, 3)).toEqual(['channels', 240 - 104, 200 - 64])
  expect(ana.note('Shop').author).toBe('ana')
  ana.editor.endWriting()
  expect(ana.editor.writing.value).toBeUndefined()
  expect(ana.selected).toEqual(['Shop'])
})

test('a double click on a note writes in it; a click elsewhere ends that and keeps the text', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Shop', { to: 'channels' })
  ana.doubleClicks(ana.middle('Shop')).types('s')
  expect(ben.sees('channels')).toEqual(['Shops'])
  ana.clicks(ana.middle('Shops'))
  expect(ana.editor.writing.value).toBe(ana.id('Shops'))
  ana.clicks(ana.spot('keyResources', 100, 300))
  expect(ana.editor.writing.value).toBeUndefined()
  expect(ana.sees('keyResources')).toEqual([])
})

test('the note tool shows where a note would go, puts it there, writes, and selecting goes on', () => {
  const { ana } = anaAndBen()
  ana.editor.tool.set('note')
  ana.moves(ana.spot('channels', 200, 200))
  expect(ana.editor.hand.value).toEqual({ kind: 'place', at: expect.anything() })
  ana.moves({ x: -100, y: 10 })
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  ana.clicks(ana.spot('channels', 200, 200))
  expect(ana.editor.tool.value).toBe('select')
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  ana.types('Fair')
  expect(ana.sees('channels')).toEqual(['Fair'])
})

test('an empty new note is taken back when writing ends, and the next undo knows nothing of it', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Shop', { to: 'channels' })
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  expect(ben.canvas.notes.size).toBe(2)
  ana.editor.endWriting()
  expect(ben.canvas.notes.size).toBe(1)
  ana.editor.undo()
  expect(ben.canvas.notes.size).toBe(0)
})

test('a new note whose words were erased again is taken back too, also after a pause', () => {
  const { ana, ben, table } = anaAndBen()
  ana.doubleClicks(ana.spot('keyResources', 200, 200)).types('Per')
  table.clock.pass(5_000)
  ana.editor.type('')
  ana.editor.endWriting()
  expect(ben.canvas.notes.size).toBe(0)
  expect(ana.board.history.value.canUndo).toBe(false)
})

test('a colour given to an empty new note goes with it', () => {
  const { ana, ben } = anaAndBen()
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  ana.editor.colorNotes([ana.editor.writing.value ?? ''], 'sky')
  ana.editor.endWriting()
  expect(ben.canvas.notes.size).toBe(0)
  expect(ana.board.history.value.canUndo).toBe(false)
})

test('taking an empty note back undoes nothing else that was done meanwhile', () => {
  const { ana, ben } = anaAndBen()
  const other = ana.adds('Shop', { to: 'channels' })
  ana.editor.deleteNotes([other])
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  ana.editor.restore([{ root: 'notes', id: other }])
  ana.editor.endWriting()
  expect(ben.canvas.notes.all().map(({ text }) => text)).toEqual(['Shop'])
})

test('an empty note that I may no longer take back stays, and nothing else is undone in its stead', () => {
  const { ana, ben, table } = anaAndBen()
  ana.adds('Shop', { to: 'channels' })
  ana.drags('Shop', { to: ana.spot('keyActivities', 200, 200) })
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  table.allows({ ...ALL_RIGHTS, add: 'none' })
  ana.editor.endWriting()
  expect(ben.sees('keyActivities')).toEqual(['Shop'])
  expect(ben.sees('keyResources')).toEqual([''])
})

test('a note of old that was emptied stays: only new ones are taken back', () => {
  const { ana } = anaAndBen()
  const id = ana.adds('Shop', { to: 'channels' })
  ana.editor.write(id)
  ana.editor.type('')
  ana.editor.endWriting()
  expect(ana.sees('channels')).toEqual([''])
})

test('[M2] an empty new note in which another wrote meanwhile is not empty, and stays', () => {
  const { ana, ben } = anaAndBen()
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  const [note] = ben.canvas.notes.all()
  ben.editor.write(note?.id ?? '')
  ben.types('Brand')
  ana.editor.endWriting()
  expect(ana.sees('keyResources')).toEqual(['Brand'])
})

test('[M2] an empty new note that another coloured stays as well: it has their work in it', () => {
  const { ana, ben } = anaAndBen()
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  ben.editor.colorNotes(
    ben.canvas.notes.all().map(({ id }) => id),
    'sky',
  )
  ana.editor.endWriting()
  expect(ana.sees('keyResources')).toEqual([''])
})

test('what two type into one note at once is kept of both', () => {
  const { ana, ben } = anaAndBen()
  const id = ana.adds('library', { to: 'channels' })
  ana.editor.write(id)
  ben.editor.write(id)
  ana.leavesTheLine()
  ana.editor.type('music library')
  ben.editor.type('library at no price')
  ana.comesBack()
  expect(ana.sees('channels')).toEqual(['music library at no price'])
  expect(ben.sees('channels')).toEqual(['music library at no price'])
})

test('others see my caret while I write, and no longer when I stop', () => {
  const { ana, ben } = anaAndBen()
  const id = ana.adds('Shop', { to: 'channels' })
  ana.editor.write(id)
  ana.editor.caret(2, 4)
  expect(ben.board.presence.others.value[0]?.pointing.caret).toMatchObject({ note: id })
  ana.editor.endWriting()
  expect(ana.pointing.caret).toBeUndefined()
})

test('[T1] a note deleted under the pen ends the writing and says so; what was typed lies with it in the bin', () => {
  const { ana, ben } = anaAndBen()
  const id = ana.adds('Shop', { to: 'channels' })
  ana.editor.write(id)
  ana.types('s')
  ben.editor.deleteNotes([id])
  expect(ana.editor.writing.value).toBeUndefined()
  expect(ana.heard).toEqual([{ kind: 'goneWhileWriting', id }])
  ana.editor.restore([{ root: 'notes', id }])
  expect(ben.sees('channels')).toEqual(['Shops'])
})

test('my own undo under my pen needs no announcement', () => {
  const { ana } = anaAndBen()
  ana.doubleClicks(ana.spot('channels', 200, 200)).types('Shop')
  ana.editor.undo()
  expect(ana.editor.writing.value).toBeUndefined()
  expect(ana.heard.map(({ kind }) => kind)).toEqual(['undone'])
})

test('a canvas replaced while I write: writing goes on in the fresh copy, if the note is there', () => {
  const { ana, ben } = anaAndBen()
  const id = ana.adds('Shop', { to: 'channels' })
  ana.editor.write(id)
  ana.getsFreshCanvas()
  expect(ana.editor.writing.value).toBe(id)
  ana.types('s')
  expect(ben.sees('channels')).toEqual(['Shops'])
})

test('words beyond the limit are not taken, and it is said', () => {
  const { ana } = anaAndBen()
  const id = ana.adds('Shop', { to: 'channels' })
  ana.editor.write(id)
  ana.editor.type(`${'x'.repeat(LIMITS.noteLength - 1)}😀`)
  expect(ana.canvas.notes.get(id)?.text).toBe('x'.repeat(LIMITS.noteLength - 1))
  expect(ana.heard).toEqual([{ kind: 'tooLong', limit: LIMITS.noteLength }])
})

test('[M10] who may not write or add does not begin to, and hears why', () => {
  const { ana, ben, table } = anaAndBen()
  const mine = ana.adds('Mine', { to: 'channels' })
  const theirs = ben.adds('Theirs', { to: 'channels' })
  table.allows({ ...ALL_RIGHTS, text: 'own', add: 'none' })
  ana.editor.write(theirs)
  expect(ana.editor.writing.value).toBeUndefined()
  ana.doubleClicks(ana.spot('keyResources', 200, 200))
  expect(ana.editor.writing.value).toBeUndefined()
  ana.editor.write(mine)
  expect(ana.editor.writing.value).toBe(mine)
  ana.editor.endWriting()
  ana.becomes('observer')
  ana.editor.write(mine)
  expect(ana.heard).toEqual([
    { kind: 'notAllowed', right: 'text', why: 'notYours' },
    { kind: 'notAllowed', right: 'add', why: 'step' },
    { kind: 'notAllowed', right: 'text', why: 'role' },
  ])
})

test('on a phone that shows the whole sheet, writing comes near enough to be read, and stays; where it can be read nothing moves', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Shop', { to: 'channels' })
  ana.editor.resize({ width: 390, height: 690 })
  ben.editor.resize({ width: 1388, height: 808 })
  expect(ana.editor.camera.value.zoom).toBeLessThan(0.3)
  ana.doubleClicks(ana.middle('Shop'))
  expect([ana.editor.level.value, ana.editor.focus.value]).toEqual(['block', { area: 'channels' }])
  expect(ana.editor.camera.value.zoom).toBeGreaterThan(0.6)
  ana.types('s').editor.endWriting()
  expect(ana.editor.level.value).toBe('block')
  ben.doubleClicks(ben.middle('Shops'))
  expect(ben.editor.level.value).toBe('whole')
})
