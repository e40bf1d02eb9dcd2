/** Notes in the hand: one update and one step when they are let go, and nothing at all when they are not. */
import { expect, test } from 'vitest'
import { LAYOUTS } from '../../../shared/canvas/layouts.ts'
import { around } from '../../../shared/base/geometry.ts'
import { arrange } from '../../../shared/canvas/placement.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'

function anaAndBen() {
  const table = openTable()
  const ana = table.joins('Ana')
  const ben = table.joins('Ben')
  return { table, ana, ben }
}
const EMPTY = { x: 0, y: 0, width: 0, height: 0 }
const held = (ana: TestPerson) => ana.editor.hand.value

test('a drop is one update and one undo step; until then others see it through presence alone', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  const sent = ana.sent
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  expect(ana.sent).toBe(sent)
  expect(ben.sees('channels')).toEqual([])
  expect(ben.board.presence.others.value[0]?.pointing.drag).toMatchObject({ ids: [ana.id('Hosts')], over: 'channels' })
  expect(held(ana)).toMatchObject({ kind: 'drag', allowed: true, over: 'channels' })

  ana.releases()
  expect(ana.sent).toBe(sent + 1)
  expect(ben.sees('channels')).toEqual(['Hosts'])
  expect(ana.pointing.drag).toBeUndefined()
  expect(held(ana)).toEqual({ kind: 'nothing' })

  ana.editor.undo()
  expect(ben.sees('channels')).toEqual([])
  expect(ben.sees('customerSegments')).toEqual(['Hosts'])
})

test('the wish is kept exactly where the note was dropped, with the time of the server', () => {
  const { ana, table } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments', at: { x: 24, y: 56 } })
  const from = ana.middle('Hosts')
  ana.drags('Hosts', { to: { x: from.x + 91, y: from.y + 333 } })
  expect(ana.note('Hosts').place).toEqual(['customerSegments', 115, 389, table.clock.now()])
})

test('a note dropped over the edge of a block is brought inside it', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.drags('Hosts', { to: ana.spot('channels', 470, 490) })
  expect(ana.note('Hosts').place.slice(0, 3)).toEqual(['channels', 480 - 24 - 208, 496 - 24 - 128])
})

test('the drop is in the document before the drag leaves presence', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  const order: string[] = []
  ben.canvas.notes.subscribe(() => order.push('dropped'))
  ben.board.presence.others.subscribe(([other]) => {
    if (!other?.pointing.drag) order.push('let go')
  })
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  order.length = 0
  ana.releases()
  expect(order[0]).toBe('dropped')
  expect(order).toContain('let go')
})

test('Escape writes nothing and leaves nothing in the hand', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  const sent = ana.sent
  const before = ana.rect('Hosts')
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  ana.editor.cancel()
  expect(ana.pointing.drag).toBeUndefined()
  expect(held(ana)).toEqual({ kind: 'nothing' })
  ana.moves(ana.spot('channels', 210, 310)).releases()
  expect(ana.sent).toBe(sent)
  expect(ana.rect('Hosts')).toEqual(before)
  expect(ben.sees('customerSegments')).toEqual(['Hosts'])
})

test('a drop on the desk puts the note back', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  const sent = ana.sent
  ana.takes('Hosts', { to: { x: -300, y: 100 } })
  expect(held(ana)).toMatchObject({ allowed: false, over: null })
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('[T1] a note deleted under the hand leaves it; with the last one the drag ends', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Guests', { to: 'customerSegments' })
  ana.editor.select(ana.idsOf('Hosts', 'Guests'))
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  expect(held(ana)).toMatchObject({ kind: 'drag', ids: [ana.id('Guests')] })
  ben.editor.deleteNotes(ben.idsOf('Guests'))
  expect(held(ana)).toEqual({ kind: 'nothing' })
  expect(ana.pointing.drag).toBeUndefined()
  const sent = ana.sent
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('the rest of a handful is dropped when the note under the pointer was deleted', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Guests', { to: 'customerSegments' })
  ana.editor.select(ana.idsOf('Hosts', 'Guests'))
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  ana.releases()
  expect(ben.sees('channels')).toEqual(['Guests'])
})

test('the area of a handful is that of the note that was grabbed, or of the next when that was deleted', () => {
  const { ana, ben } = anaAndBen()
  for (const text of ['Hosts', 'Guests']) ana.adds(text, { to: 'customerSegments' })
  ana.adds('Website', { to: 'channels' })
  ana.editor.select(ana.idsOf('Hosts', 'Guests', 'Website'))
  const from = ana.middle('Hosts')
  ana.takes('Hosts', { to: { x: from.x + 30, y: from.y + 200 } })
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  ana.releases()
  expect(ben.sees('customerSegments')).toEqual(['Guests'])
  expect(ben.sees('channels')).toEqual(['Website'])
})

test('another layout in mid-drag ends it', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  const { sent } = ana
  ana.editor.layout.set('grid')
  expect(held(ana)).toEqual({ kind: 'nothing' })
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('[T1] a canvas replaced in mid-gesture ends it; nothing is written into either copy', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  const sent = ana.sent
  ana.getsFreshCanvas()
  expect(held(ana)).toEqual({ kind: 'nothing' })
  expect(ana.selected).toEqual(['Hosts'])
  ana.moves(ana.spot('channels', 220, 300)).releases()
  expect(ana.sent).toBe(sent)
  expect(ana.sees('customerSegments')).toEqual(['Hosts'])
  // The next gesture works on the fresh copy.
  ana.drags('Hosts', { to: ana.spot('channels', 200, 300) })
  expect(ben.sees('channels')).toEqual(['Hosts'])
})

test('a line that drops in mid-drag does not stop the hand; the drop arrives with the line', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  ana.leavesTheLine()
  ana.moves(ana.spot('channels', 240, 320)).releases()
  expect(ben.sees('customerSegments')).toEqual(['Hosts'])
  ana.comesBack()
  expect(ben.sees('channels')).toEqual(['Hosts'])
})

test('[B9] two people drag the same note at once: both end with the same place, and no note is doubled', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.takes('Hosts', { to: ana.spot('channels', 200, 300) })
  ben.takes('Hosts', { to: ben.spot('keyResources', 200, 300) })
  ana.leavesTheLine()
  ana.releases()
  ben.releases()
  ana.comesBack()
  expect(ana.note('Hosts').place).toEqual(ben.note('Hosts').place)
  expect(ana.rect('Hosts')).toEqual(ben.rect('Hosts'))
  expect(ana.canvas.notes.size).toBe(1)
})

test('[B9] two people drop notes onto one spot at once: both screens show both, apart, and alike', () => {
  const { ana, ben, table } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Guests', { to: 'customerSegments' })
  ana.leavesTheLine()
  ana.drags('Hosts', { to: ana.spot('channels', 200, 300) })
  table.clock.pass(5)
  ben.drags('Guests', { to: ben.spot('channels', 210, 305) })
  ana.comesBack()
  expect(ana.rect('Hosts')).toEqual(ben.rect('Hosts'))
  expect(ana.rect('Guests')).toEqual(ben.rect('Guests'))
  expect(ana.rect('Hosts')).not.toEqual(ana.rect('Guests'))
})

test('[M11] the layout stands still while I drag, whatever others put down; my drop meets what I saw', () => {
  const { ana, ben } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  for (let i = 0; i < 6; i++) ben.adds(`Channel ${i}`, { to: 'channels' })
  const sheet = ana.editor.shown.sheet
  const costs = ana.editor.shown.areaRect('costStructure')
  ana.takes('Hosts', { to: ana.spot('costStructure', 400, 200) })
  for (let i = 0; i < 6; i++) ben.adds(`More ${i}`, { to: 'channels' })
  expect(ben.editor.shown.sheet.height).toBeGreaterThan(sheet.height)
  expect(ana.editor.shown.sheet).toEqual(sheet)
  expect(ana.editor.shown.areaRect('costStructure')).toEqual(costs)
  ana.releases()
  expect(ana.note('Hosts').place.slice(0, 3)).toEqual(['costStructure', 400 - 104, 200 - 64])
  expect(ana.editor.shown.sheet).toEqual(ben.editor.shown.sheet)
  const expected = arrange(LAYOUTS.classic, ana.canvas.notes.all()).notes
  for (const { id } of ana.canvas.notes.all()) expect(ana.editor.shown.noteRect(id)).toEqual(expected.get(id))
})

test('[M20] fifty notes travel as one: presence names twenty of them, those at the edges among them, the drop is one update that keeps their arrangement', () => {
  const { ana, ben } = anaAndBen()
  for (let i = 0; i < 50; i++) ana.adds(`N${i}`, { to: 'costStructure' })
  ana.editor.select(ana.idsOf(...Array.from({ length: 50 }, (_, i) => `N${i}`)))
  const before = new Map(ana.canvas.notes.all().map(({ id, text }) => [text, ana.editor.shown.noteRect(id)]))
  const sent = ana.sent
  ana.takes('N7', { to: ana.spot('revenueStreams', 600, 200) })
  expect(ana.pointing.drag?.ids).toHaveLength(20)
  expect(ana.pointing.drag?.ids[0]).toBe(ana.id('N7'))
  const boxRound = (texts: readonly string[]) => {
    const [first = EMPTY, ...more] = texts.flatMap(text => before.get(text) ?? [])
    return around([first, ...more])
  }
  const named = ana.pointing.drag?.ids.map(id => ana.canvas.notes.get(id)?.text ?? '') ?? []
  expect(boxRound(named)).toEqual(boxRound([...before.keys()]))
  expect(ana.pointing.drag?.more).toBe(30)
  expect(JSON.stringify(ana.pointing).length).toBeLessThan(2_000)
  ana.releases()
  expect(ana.sent).toBe(sent + 1)
  expect(ben.sees('revenueStreams')).toHaveLength(50)
  const origin = before.get('N0')
  const now = ana.rect('N0')
  for (const [text, rect] of before) {
    expect(ana.rect(text).x - now.x).toBe((rect?.x ?? 0) - (origin?.x ?? 0))
    expect(ana.rect(text).y - now.y).toBe((rect?.y ?? 0) - (origin?.y ?? 0))
  }
  ana.editor.undo()
  expect(ben.sees('costStructure')).toHaveLength(50)
  expect(ben.sees('revenueStreams')).toHaveLength(0)
})

test('a handful higher than the block keeps its arrangement: the block grows', () => {
  const { ana } = anaAndBen()
  for (let i = 0; i < 10; i++) ana.adds(`N${i}`, { to: 'valuePropositions' })
  ana.editor.select(ana.canvas.notes.all().map(({ id }) => id))
  ana.drags('N5', { to: ana.spot('channels', 200, 300) })
  const offsets = ana.canvas.notes
    .all()
    .map(({ text }) => [text, ana.rect(text).x - ana.rect('N0').x, ana.rect(text).y - ana.rect('N0').y])
  for (const [text, x, y] of offsets) {
    const i = Number(String(text).slice(1))
    expect([x, y]).toEqual([224 * (i % 2), 144 * Math.floor(i / 2)])
  }
  expect(ana.editor.shown.areaRect('channels').height).toBe(496 + 2 * 144)
})

test('a handful let go below other notes, too high for what is left, keeps its arrangement there: the block grows', () => {
  const { ana } = anaAndBen()
  const names = Array.from({ length: 10 }, (_, i) => `N${i}`)
  for (const name of names) ana.adds(name, { to: 'valuePropositions' })
  for (const name of ['One', 'Two']) ana.adds(name, { to: 'channels' })
  const before = ['One', 'Two'].map(name => ana.rect(name))
  ana.editor.select(ana.idsOf(...names))
  ana.drags('N0', { to: ana.spot('channels', 24 + 104, 230 + 64) })
  const { x, y } = ana.spot('channels', 24, 230)
  const expected = names.map((_, i) => ({ x: x + 224 * (i % 2), y: y + 144 * Math.floor(i / 2) }))
  expect(names.map(name => ana.rect(name))).toMatchObject(expected)
  expect(['One', 'Two'].map(name => ana.rect(name))).toEqual(before)
})

test('a handful let go over the right edge of a block is brought inside as it is', () => {
  const { ana } = anaAndBen()
  for (const name of ['A', 'B', 'C']) ana.adds(name, { to: 'valuePropositions' })
  ana.editor.select(ana.idsOf('A', 'B', 'C'))
  ana.drags('A', { to: ana.spot('channels', 24 + 104 + 90, 200) })
  const { x, y } = ana.spot('channels', 24, 136)
  expect(['A', 'B', 'C'].map(name => ana.rect(name))).toMatchObject([
    { x, y },
    { x: x + 224, y },
    { x, y: y + 144 },
  ])
})

test('two notes let go over the lower edge of a block are brought inside, unless others stand there', () => {
  const { ana } = anaAndBen()
  ana.adds('A', { to: 'keyPartnerships', at: { x: 24, y: 56 } })
  ana.adds('B', { to: 'keyPartnerships', at: { x: 24, y: 200 } })
  const height = ana.editor.shown.areaRect('channels').height
  ana.editor.select(ana.idsOf('A', 'B'))
  ana.drags('A', { to: ana.spot('channels', 128, height - 80) })
  expect(ana.editor.shown.areaRect('channels').height).toBe(height)
  expect(ana.note('B').place.slice(0, 3)).toEqual(['channels', 24, height - 24 - 128])
  ana.editor.undo()
  ana.adds('Here first', { to: 'channels', at: { x: 24, y: 200 } })
  ana.editor.select(ana.idsOf('A', 'B'))
  ana.drags('A', { to: ana.spot('channels', 128, height - 80) })
  expect(ana.rect('B').y - ana.rect('A').y).toBe(144)
  expect(ana.editor.shown.areaRect('channels').height).toBeGreaterThan(height)
})

test('notes of several blocks stay in theirs while the one under the pointer stays in its own', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Website', { to: 'channels' })
  ana.editor.select(ana.idsOf('Hosts', 'Website'))
  const from = ana.middle('Hosts')
  ana.drags('Hosts', { to: { x: from.x - 20, y: from.y + 60 } })
  expect(ana.sees('channels')).toEqual(['Website'])
  expect(ana.sees('customerSegments')).toEqual(['Hosts'])
  ana.drags('Hosts', { to: ana.spot('keyResources', 100, 100) })
  expect(ana.sees('keyResources')).toHaveLength(2)
})

test('a click that wanders a little is no drag', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'customerSegments' })
  const sent = ana.sent
  const { x, y } = ana.middle('Hosts')
  ana.presses({ x, y }).moves({ x: x + 4, y: y + 2 })
  expect(held(ana)).toEqual({ kind: 'nothing' })
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('[M10] of a selection only what is mine is taken, and it is said that some stays', () => {
  const { ana, ben, table } = anaAndBen()
  ana.adds('Mine', { to: 'channels' })
  ben.adds('Theirs', { to: 'channels' })
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  ana.editor.select(ana.idsOf('Mine', 'Theirs'))
  ana.drags('Mine', { to: ana.spot('keyResources', 200, 300) })
  expect(ben.sees('keyResources')).toEqual(['Mine'])
  expect(ben.sees('channels')).toEqual(['Theirs'])
  expect(ana.heard).toContainEqual({ kind: 'partly', done: 1, left: 1 })

  const sent = ana.sent
  ana.editor.select(ana.idsOf('Theirs'))
  ana.takes('Theirs', { to: ana.spot('keyResources', 200, 300) })
  expect(held(ana)).toEqual({ kind: 'nothing' })
  ana.releases()
  expect(ana.sent).toBe(sent)
  expect(ana.heard).toContainEqual({ kind: 'notAllowed', right: 'move', why: 'notYours' })
})

test('a right taken away in mid-drag is met at the drop: nothing is written, and it is said', () => {
  const { ana, table } = anaAndBen()
  ana.adds('Hosts', { to: 'channels' })
  ana.takes('Hosts', { to: ana.spot('keyResources', 200, 300) })
  table.allows({ ...ALL_RIGHTS, move: 'none' })
  const sent = ana.sent
  ana.releases()
  expect(ana.sent).toBe(sent)
  expect(ana.heard).toContainEqual({ kind: 'notAllowed', right: 'move', why: 'step' })
})

test('a note held over the closed parking lot opens it after 400 ms, and it closes again when not used', () => {
  const { ana, table } = anaAndBen()
  ana.adds('Later', { to: 'channels' })
  const spine = ana.spot('parking', 24, 300)
  ana.takes('Later', { to: spine })
  table.clock.pass(399)
  expect(ana.editor.parkingOpen.value).toBe(false)
  table.clock.pass(1)
  expect(ana.editor.parkingOpen.value).toBe(true)
  // It has come wholly into sight, with the note still under the pointer and over it.
  const { x, y, width } = ana.editor.shown.areaRect('parking')
  expect(ana.editor.toScreen({ x: x + width, y }).x).toBeLessThan(ana.editor.stage.value.width)
  expect(held(ana)).toMatchObject({ kind: 'drag', over: 'parking' })
  ana.moves(ana.spot('channels', 100, 200)).releases()
  expect(ana.editor.parkingOpen.value).toBe(false)

  ana.takes('Later', { to: spine })
  table.clock.pass(400)
  ana.releases()
  expect(ana.sees('parking')).toEqual(['Later'])
  expect(ana.editor.parkingOpen.value).toBe(true)
})

test('a note passed over the parking lot in time, or dropped on its spine, opens nothing', () => {
  const { ana, table } = anaAndBen()
  ana.adds('Later', { to: 'channels' })
  ana.takes('Later', { to: ana.spot('parking', 24, 300) }).moves(ana.spot('channels', 100, 200))
  table.clock.pass(1_000)
  expect(ana.editor.parkingOpen.value).toBe(false)
  ana.moves(ana.spot('parking', 24, 300)).releases()
  table.clock.pass(1_000)
  expect(ana.editor.parkingOpen.value).toBe(false)
  expect(ana.sees('parking')).toEqual(['Later'])
  expect(ana.note('Later').place[1]).toBe(24)
})

test('the note stays under the pointer when the wheel pans or zooms in mid-drag', () => {
  const { ana } = anaAndBen()
  ana.adds('Hosts', { to: 'channels' })
  const at = ana.editor.toScreen(ana.spot('keyResources', 240, 200))
  ana.takes('Hosts', { to: ana.editor.toBoard(at) })
  ana.editor.zoomAt({ x: 10, y: 10 }, 1.5)
  const hand = held(ana)
  const under = ana.editor.toBoard(at)
  expect(hand.kind === 'drag' && hand.by.x).toBeCloseTo(under.x - ana.middle('Hosts').x, 6)
})
