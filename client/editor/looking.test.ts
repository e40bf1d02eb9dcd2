/** Following others: what they look at is told in terms that every screen can fit, and my own hand ends it. */
import { expect, test } from 'vitest'
import { seenBy } from './camera.ts'
import type { TestPerson } from './test-board.ts'
import { openTable } from './test-board.ts'

function meet() {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Shop', { to: 'channels' })
  const tells = () => table.clock.pass(300)
  tells()
  return { table, ana, ben, tells }
}
const sees = ({ editor }: TestPerson) => seenBy(editor.camera.value, editor.stage.value)

test('[B8] I look at what they look at: the whole, a block, a note, each as my screen fits it', () => {
  const { ana, ben, tells } = meet()
  ben.editor.resize({ width: 700, height: 900 })
  ben.editor.follow('ana')
  expect(ben.editor.following.value?.person.name).toBe('Ana')
  ana.editor.look('block', 'channels')
  tells()
  expect([ben.editor.level.value, ben.editor.focus.value]).toEqual(['block', { area: 'channels' }])
  ana.editor.look('note', ana.id('Shop'))
  tells()
  expect(ben.editor.focus.value).toEqual({ area: 'channels', note: ana.id('Shop') })
  ana.editor.look('whole')
  tells()
  expect(ben.editor.level.value).toBe('whole')
})

test('[B8] of a view moved by hand I see all of it on a stage of another shape, and again when mine changes', () => {
  const { ana, ben, tells } = meet()
  ben.editor.follow('ana')
  ana.editor.zoomAt({ x: 300, y: 200 }, 2.5)
  ana.editor.panBy(-120, 40)
  tells()
  const covers = () => {
    const [mine, theirs] = [sees(ben), sees(ana)]
    return (
      mine.x <= theirs.x &&
      mine.y <= theirs.y &&
      mine.x + mine.width >= theirs.x + theirs.width &&
      mine.y + mine.height >= theirs.y + theirs.height
    )
  }
  expect(covers()).toBe(true)
  ben.editor.resize({ width: 400, height: 700 })
  expect(covers()).toBe(true)
  expect(ben.editor.following.value).toBeDefined()
})

test('[B8] my own pan, zoom or way to a block ends it; so does leaving it', () => {
  const { ana, ben, tells } = meet()
  for (const ends of [
    () => ben.editor.panBy(10, 0),
    () => ben.editor.zoomAt({ x: 1, y: 1 }, 1.1),
    () => ben.editor.look('block', 'keyPartnerships'),
    () => ben.editor.unfollow(),
  ]) {
    ben.editor.follow('ana')
    tells()
    expect(ben.editor.following.value?.person.name).toBe('Ana')
    ends()
    expect(ben.editor.following.value).toBeUndefined()
    const before = ben.editor.camera.value
    ana.editor.look('block', 'costStructure')
    tells()
    ana.editor.look('whole')
    tells()
    expect(ben.editor.camera.value).toEqual(before)
  }
})

test('two who follow each other stand still until one of them moves', () => {
  const { ana, ben, tells } = meet()
  ben.editor.resize({ width: 500, height: 900 })
  ana.editor.zoomAt({ x: 300, y: 200 }, 2)
  tells()
  ben.editor.follow('ana')
  ana.editor.follow('ben')
  for (let i = 0; i < 4; i++) tells()
  const [hers, his] = [ana.editor.camera.value, ben.editor.camera.value]
  for (let i = 0; i < 8; i++) tells()
  expect([ana.editor.camera.value, ben.editor.camera.value]).toEqual([hers, his])
})

test('a line that drops for a moment does not end it, ten seconds do', () => {
  const { table, ana, ben, tells } = meet()
  ben.editor.follow('ana')
  ana.leavesTheLine()
  table.clock.pass(5_000)
  ana.comesBack()
  ana.editor.look('block', 'channels')
  tells()
  expect(ben.editor.level.value).toBe('block')
  ana.leavesTheLine()
  table.clock.pass(10_001)
  expect(ben.editor.following.value).toBeUndefined()
})

test('a block of the closed parking lot opens it; a note that is gone moves nothing', () => {
  const { ana, ben, tells } = meet()
  ben.editor.follow('ana')
  ana.editor.look('block', 'parking')
  tells()
  expect(ben.editor.parkingOpen.value).toBe(true)
  const before = ben.editor.camera.value
  ben.editor.lookWith({ at: 'note', note: 'nobody' })
  expect(ben.editor.camera.value).toEqual(before)
})

test('nobody follows themselves, or somebody who was never here', () => {
  const { ben } = meet()
  ben.editor.follow('ben')
  ben.editor.follow('mei')
  expect(ben.editor.following.value).toBeUndefined()
})
