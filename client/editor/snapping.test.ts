/** Notes in the hand, drawn into line: to slots of the grid and to edges of neighbours, gently, and not while Alt is held. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '../../shared/base/geometry.ts'
import { openTable } from './test-board.ts'

/** Ana's hand takes a note and brings its upper left corner to a point of Channels. At this zoom a unit is half a pixel or more. */
function anaWith(...standing: readonly (readonly [text: string, x: number, y: number])[]) {
  const table = openTable()
  const ana = table.joins('Ana')
  const ben = table.joins('Ben')
  for (const [text, x, y] of standing) ana.adds(text, { to: 'channels', at: { x, y } })
  ana.adds('Held', { to: 'costStructure' })
  const bring = (x: number, y: number, press = {}) => {
    const to = ana.spot('channels', x + 104, y + 64)
    return ana
      .presses(ana.middle('Held'))
      .moves({ x: to.x - 60, y: to.y - 60 })
      .moves(to, press)
  }
  return { table, ana, ben, bring, origin: ana.editor.shown.areaRect('channels') }
}
type Hand = ReturnType<typeof anaWith>['ana']['editor']['hand']['value']
const drag = (hand: Hand) => {
  if (hand.kind !== 'drag') throw new Error('Nothing is in the hand.')
  return hand
}
const wish = (ana: ReturnType<typeof anaWith>['ana']) => ana.note('Held').place.slice(0, 3)

test('near a slot of the grid a note is drawn into it; where nothing is near it stays under the pointer', () => {
  const { ana, bring } = anaWith()
  bring(24 + 8, 56 - 7).releases()
  expect(wish(ana)).toEqual(['channels', 24, 56])
  bring(130, 110).releases()
  expect(wish(ana)).toEqual(['channels', 130, 110])
})

test('edges shared with a neighbour are shown as lines as long as both, and others see the note where I do', () => {
  const { ana, ben, bring, origin } = anaWith(['Shop', 60, 70])
  bring(60 + 6, 300)
  const { guides } = drag(ana.editor.hand.value)
  expect(guides).toEqual([{ x: origin.x + 60, from: origin.y + 70, to: origin.y + 300 + 128 }])
  const seen = ben.board.presence.others.value[0]?.pointing.drag
  expect(seen?.by[0]).toBe(origin.x + 60 - ana.rect('Held').x)
  ana.releases()
  expect(wish(ana)).toEqual(['channels', 60, 300])
})

test('below a neighbour the gap is kept; level with it the line runs across, and no edge is sought outside the block', () => {
  const { ana, bring, origin } = anaWith(['Shop', 40, 70])
  bring(40 + 6, 70 + 144 + 5).releases()
  expect(wish(ana)).toEqual(['channels', 40, 214])
  ana.editor.undo()
  bring(40 + 208 + 16 - 2, 70 + 5)
  expect(drag(ana.editor.hand.value).guides).toEqual([{ y: origin.y + 70, from: origin.x + 40, to: origin.x + 470 }])
})

test('Alt leaves the note where the pointer has it, and what was shown is what is written', () => {
  const { ana, bring } = anaWith(['Shop', 60, 70])
  bring(66, 300, { alt: true })
  expect(drag(ana.editor.hand.value).guides).toEqual([])
  // Let go of before the button, without a move between.
  ana.releases({ alt: false })
  expect(wish(ana)).toEqual(['channels', 66, 300])
})

test('a handful is led by the note under the pointer and keeps its arrangement', () => {
  const { ana, bring } = anaWith()
  ana.adds('Beside', { to: 'costStructure', at: { x: 300, y: 90 } })
  const before = ana.rect('Beside').x - ana.rect('Held').x
  ana.editor.select(ana.idsOf('Held', 'Beside'))
  bring(24 + 5, 200 - 5).releases()
  expect(wish(ana)).toEqual(['channels', 24, 200])
  expect(ana.rect('Beside').x - ana.rect('Held').x).toBe(Math.min(before, 480 - 24 - 208 - 24))
})

test('[T1] a neighbour that is deleted while I hold a note to it lets go of the note, and its line is gone', () => {
  const { ana, ben, bring } = anaWith(['Shop', 60, 70])
  bring(66, 300)
  ben.editor.deleteNotes(ben.idsOf('Shop'))
  ana.moves(ana.spot('channels', 66 + 104, 300 + 64))
  expect(drag(ana.editor.hand.value).guides).toEqual([])
  ana.editor.cancel()
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  expect(ana.sees('channels')).toEqual([])
})

test('two people who hold a note to the same edge put both there, apart, and see the same', () => {
  const { ana, ben, bring } = anaWith(['Shop', 60, 70])
  ben.adds('Other', { to: 'costStructure' })
  bring(66, 300)
  const to = ben.spot('channels', 66 + 104, 302 + 64)
  ben.takes('Other', { to })
  ana.leavesTheLine()
  ana.releases()
  ben.releases()
  ana.comesBack()
  expect(ben.rect('Held')).toEqual(ana.rect('Held'))
  expect(ben.rect('Other')).toEqual(ana.rect('Other'))
  expect(ben.rect('Other')).not.toEqual(ben.rect('Held'))
})

test('wherever a note is held, it is drawn no farther than the gap, and every line lies on an edge of it', () => {
  const { ana, origin } = anaWith(['A', 24, 56], ['B', 250, 90], ['C', 60, 330])
  const middle = ana.middle('Held')
  ana.presses(middle).moves({ x: middle.x + 40, y: middle.y - 40 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 270 }), fc.integer({ min: 0, max: 360 }), (x, y) => {
      const corner: Point = { x: origin.x + x, y: origin.y + y }
      ana.moves({ x: corner.x + 104, y: corner.y + 64 })
      const { by, guides } = drag(ana.editor.hand.value)
      const rect = ana.rect('Held')
      const [left, top] = [rect.x + by.x, rect.y + by.y]
      expect(Math.hypot(left - corner.x, top - corner.y)).toBeLessThan(16 * Math.SQRT2)
      for (const guide of guides)
        if ('x' in guide) expect(guide.x).toBeCloseTo(left)
        else expect([top, top + rect.height].some(edge => Math.abs(edge - guide.y) < 0.001)).toBe(true)
    }),
    { seed: 3, numRuns: 200 },
  )
})
