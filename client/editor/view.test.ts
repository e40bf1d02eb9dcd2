/** What is looked at: three levels, their fits, and what the hand does to them. */
import { expect, test } from 'vitest'
import { MARGIN } from './camera.ts'
import type { TestPerson } from './test-board.ts'
import { openTable } from './test-board.ts'

const STAGE = { width: 1_388, height: 808 }
const ana = () => openTable().joins('Ana')
const seen = (person: TestPerson, rect: { x: number; y: number; width: number; height: number }) => {
  const { x, y } = person.editor.toScreen(rect)
  const { zoom } = person.editor.camera.value
  return { left: x, top: y, right: x + rect.width * zoom, bottom: y + rect.height * zoom }
}

test('at first the whole is seen: the sheet, the spine beside it, and room for the credit below', () => {
  const a = ana()
  expect(a.editor.level.value).toBe('whole')
  const sheet = seen(a, a.editor.shown.sheet)
  const spine = seen(a, a.editor.shown.areaRect('parking'))
  expect(sheet.left).toBeGreaterThanOrEqual(MARGIN - 0.001)
  expect(spine.right).toBeLessThanOrEqual(STAGE.width - MARGIN + 0.001)
  expect(sheet.bottom + 23).toBeLessThanOrEqual(STAGE.height - MARGIN + 0.001)
})

test('a block fits the stage, at most at 125 %, and says which it is', () => {
  const a = ana()
  a.editor.look('block', 'valuePropositions')
  const block = seen(a, a.editor.shown.areaRect('valuePropositions'))
  expect(block.top).toBeCloseTo(MARGIN, 3)
  expect(block.bottom).toBeCloseTo(STAGE.height - MARGIN, 3)
  expect(a.editor.focus.value).toEqual({ area: 'valuePropositions' })
  a.editor.resize({ width: 3_000, height: 3_000 })
  expect(a.editor.camera.value.zoom).toBe(1.25)
})

test('[B9] every block stays readable at its zoom, however many notes are in it', () => {
  const a = ana()
  for (let i = 0; i < 60; i++) a.adds(`N${i}`, { to: 'channels' })
  a.editor.look('block', 'channels')
  expect(a.editor.camera.value.zoom).toBeGreaterThanOrEqual(0.62)
  expect(seen(a, a.editor.shown.areaRect('channels')).top).toBeCloseTo(MARGIN, 3)
})

test('a sheet many screens high is shown from its top rather than as a sliver', () => {
  const a = ana()
  for (let i = 0; i < 150; i++) a.adds(`N${i}`, { to: 'channels' })
  a.editor.look('whole')
  expect(a.editor.camera.value.zoom).toBe(0.12)
  expect(seen(a, a.editor.shown.sheet).top).toBeCloseTo(MARGIN, 3)
})

test('a note is shown 480 wide; when it is deleted its block is shown', () => {
  const a = ana()
  const id = a.adds('Hosts', { to: 'customerSegments' })
  a.editor.look('note', id)
  const note = seen(a, a.rect('Hosts'))
  expect(note.right - note.left).toBeCloseTo(480, 6)
  expect((note.left + note.right) / 2).toBeCloseTo(STAGE.width / 2, 6)
  a.editor.deleteNotes([id])
  expect(a.editor.level.value).toBe('block')
  expect(a.editor.focus.value).toEqual({ area: 'customerSegments' })
})

test('levels fit again when a panel takes room, the layout changes or the sheet grows', () => {
  const a = ana()
  const { zoom } = a.editor.camera.value
  a.editor.resize({ width: 1_036, height: 808 })
  expect(a.editor.camera.value.zoom).toBeLessThan(zoom)
  expect(a.editor.camera.value.travels).toBe(true)
  a.editor.look('block', 'channels')
  const before = a.editor.camera.value
  a.editor.layout.set('grid')
  expect(a.editor.camera.value).not.toEqual(before)
  expect(seen(a, a.editor.shown.areaRect('channels')).left).toBeGreaterThan(0)
})

test('a zoom by hand is free, follows at once, and stays when the stage changes: the middle stays the middle', () => {
  const a = ana()
  a.editor.zoomAt({ x: 100, y: 100 }, 1.5)
  expect(a.editor.level.value).toBe('free')
  expect(a.editor.camera.value.travels).toBeUndefined()
  const middle = a.editor.toBoard({ x: STAGE.width / 2, y: STAGE.height / 2 })
  a.editor.resize({ width: 900, height: 700 })
  const now = a.editor.toBoard({ x: 450, y: 350 })
  expect(now.x).toBeCloseTo(middle.x, 6)
  expect(now.y).toBeCloseTo(middle.y, 6)
  a.adds('Hosts', { to: 'customerSegments' })
  expect(a.editor.level.value).toBe('free')
})

test('the stage is drawn for the first time without a journey', () => {
  const a = ana()
  expect(a.editor.camera.value.travels).toBeUndefined()
})

test('looking at the parking lot opens it', () => {
  const a = ana()
  a.editor.look('block', 'parking')
  expect(a.editor.parkingOpen.value).toBe(true)
  const lot = seen(a, a.editor.shown.areaRect('parking'))
  expect(lot.left).toBeGreaterThan(0)
  expect(lot.right).toBeLessThan(STAGE.width)
})

test('a note is revealed at the level there is', () => {
  const a = ana()
  const one = a.adds('One', { to: 'channels' })
  const two = a.adds('Two', { to: 'costStructure' })
  const before = a.editor.camera.value
  a.editor.reveal(two)
  expect(a.editor.camera.value).toEqual(before)
  a.editor.look('block', 'channels')
  a.editor.reveal(two)
  expect(a.editor.focus.value).toEqual({ area: 'costStructure' })
  a.editor.look('note', two)
  a.editor.reveal(one)
  expect(a.editor.focus.value).toEqual({ area: 'channels', note: one })
  a.editor.zoomAt({ x: 0, y: 0 }, 1.2)
  a.editor.reveal(two)
  const { left, top, right, bottom } = seen(a, a.rect('Two'))
  expect(left >= 0 && top >= 0 && right <= STAGE.width && bottom <= STAGE.height).toBe(true)
})

test('[M11] nothing is fitted anew while a hand is busy, but right after', () => {
  const table = openTable()
  const [a, b] = [table.joins('Ana'), table.joins('Ben')]
  a.adds('Hosts', { to: 'customerSegments' })
  for (let i = 0; i < 6; i++) b.adds(`C${i}`, { to: 'channels' })
  a.takes('Hosts', { to: a.spot('keyResources', 200, 200) })
  const before = a.editor.camera.value
  b.adds('One more', { to: 'channels' })
  expect(a.editor.camera.value).toBe(before)
  a.releases()
  expect(a.editor.camera.value.zoom).toBeLessThan(before.zoom)
})
