/** Blocks glide to their places in another layout, and at once where motion is not wanted. */
import { expect, test } from 'vitest'
import { openTable } from '../editor/test-board.ts'
import { createBlocks } from './blocks.ts'

function withBlocks(calm = 200) {
  const ana = openTable().joins('Ana')
  const blocks = createBlocks(ana.editor.shown, () => calm)
  let now = 1000
  const setOff: boolean[] = []
  ana.editor.shown.subscribe(() => setOff.push(blocks.follow(now)))
  return {
    ...{ ana, blocks, setOff },
    pass: (ms: number) => {
      now += ms
    },
    x: () => blocks.rectAt('customerSegments', now).x,
  }
}

test('another layout: they set off from where they were, and arrive', () => {
  const { ana, setOff, pass, x } = withBlocks()
  const before = x()
  ana.editor.layout.set('grid')
  expect(setOff).toEqual([true])
  expect(x()).toBe(before)
  pass(100)
  expect(x()).toBeGreaterThan(0)
  expect(x()).toBeLessThan(before)
  pass(100)
  expect(x()).toBe(0)
})

test('turned back on the way they go back from where they are', () => {
  const { ana, pass, x } = withBlocks()
  const before = x()
  ana.editor.layout.set('grid')
  pass(50)
  const midway = x()
  ana.editor.layout.set('classic')
  expect(x()).toBeCloseTo(midway)
  pass(200)
  expect(x()).toBe(before)
})

test('a block that grows does not glide, and without motion nothing does', () => {
  const { ana, setOff } = withBlocks()
  for (let i = 0; i < 12; i++) ana.adds(`${i}`, { to: 'channels' })
  expect(new Set(setOff)).toEqual(new Set([false]))
  const still = withBlocks(0)
  still.ana.editor.layout.set('grid')
  expect(still.setOff).toEqual([false])
  expect(still.x()).toBe(0)
})
