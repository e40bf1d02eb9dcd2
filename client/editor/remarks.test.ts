/** What is said in passing: lasers, reactions and remarks live in presence, briefly, and never in the document. */
import { expect, test } from 'vitest'
import { REACTIONS } from '../../shared/workshop/remarks.ts'
import { openTable } from './test-board.ts'

function sitDown() {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  return { table, ana, ben, sent: ana.sent }
}

test('a laser is a line of the last moments, and gone when it has faded; the document hears nothing', () => {
  const { table, ana, ben, sent } = sitDown()
  ana.editor.tool.set('laser')
  ana.presses(ana.spot('channels', 100, 100)).moves(ana.spot('channels', 130, 100))
  table.clock.pass(100)
  ana.moves(ana.spot('channels', 160, 120))
  expect(ana.editor.hand.value.kind).toBe('laser')
  const [{ pointing } = { pointing: undefined }] = ben.board.presence.others.value
  expect(pointing?.laser).toEqual({ anchor: ['channels', 100, 100], trail: [0, 0, 100, 30, 0, 100, 60, 20, 0] })
  expect(pointing?.cursor).toEqual(['channels', 160, 120])
  table.clock.pass(700)
  ana.moves(ana.spot('channels', 300, 300))
  expect(ana.pointing.laser?.trail).toHaveLength(3)
  ana.releases()
  table.clock.pass(601)
  expect([ana.pointing.laser, ana.editor.laser.value, ana.editor.hand.value.kind]).toEqual([
    undefined,
    undefined,
    'nothing',
  ])
  expect(ana.sent).toBe(sent)
})

test('[M20] a long laser keeps to the letters that presence has for it', () => {
  const { ana } = sitDown()
  ana.editor.tool.set('laser')
  ana.presses(ana.spot('channels', 0, 0))
  for (let i = 0; i < 500; i++) ana.moves(ana.spot('costStructure', 5 * (i % 190), 3 * (i % 80)))
  expect(JSON.stringify(ana.pointing.laser).length).toBeLessThan(800)
})

test('Escape, and another tool, end a laser; a second laser does not take the first one’s end', () => {
  const { table, ana } = sitDown()
  ana.editor.tool.set('laser')
  ana.presses(ana.spot('channels', 0, 0)).moves(ana.spot('channels', 50, 0))
  ana.editor.cancel()
  expect(ana.editor.hand.value.kind).toBe('nothing')
  table.clock.pass(500)
  ana.presses(ana.spot('channels', 90, 0))
  table.clock.pass(300)
  expect(ana.pointing.laser).toBeDefined()
  ana.editor.tool.set('select')
  table.clock.pass(601)
  expect(ana.pointing.laser).toBeUndefined()
})

test('a reaction is told from where I point, counted, and over after a moment', () => {
  const { table, ana, ben } = sitDown()
  const floated: unknown[] = []
  ana.editor.reacted.subscribe(reaction => floated.push(reaction))
  ana.moves(ana.spot('channels', 40, 30))
  ana.editor.react('idea')
  expect(ben.board.presence.others.value[0]?.pointing.reaction).toEqual({
    kind: 'idea',
    count: 1,
    at: ['channels', 40, 30],
  })
  expect(floated).toHaveLength(1)
  table.clock.pass(2_001)
  expect(ana.pointing.reaction).toBeUndefined()
})

test('without a pointer a reaction comes from what I have chosen', () => {
  const { ana } = sitDown()
  ana.adds('Shop', { to: 'channels' })
  ana.editor.leave()
  ana.editor.select(ana.idsOf('Shop'))
  ana.editor.react('love')
  const { x, y } = ana.middle('Shop')
  expect(ana.pointing.reaction?.at).toEqual(ana.editor.spotAt({ x, y }))
})

test('a leaning hand fills no screen: three reactions a second at most', () => {
  const { table, ana } = sitDown()
  for (let i = 0; i < 100; i++) {
    ana.editor.react(REACTIONS[i % REACTIONS.length] ?? 'idea')
    table.clock.pass(10)
  }
  expect(ana.pointing.reaction?.count).toBe(3)
})

test('words at my cursor are read as I type, sixty characters of them, on one line', () => {
  const { ana, ben } = sitDown()
  ana.editor.saying('Look\nhere')
  expect(ben.board.presence.others.value[0]?.pointing.chat).toBe('Look here')
  ana.editor.saying('🎺'.repeat(80))
  expect([...(ana.pointing.chat ?? '')]).toHaveLength(60)
  ana.editor.saying('   ')
  expect(ana.pointing.chat).toBeUndefined()
})

test('words that were said go after a while; taken back, they are gone at once', () => {
  const { table, ana } = sitDown()
  ana.editor.saying('Soon', { goes: true })
  table.clock.pass(5_000)
  expect(ana.pointing.chat).toBe('Soon')
  table.clock.pass(1_001)
  expect(ana.pointing.chat).toBeUndefined()
  ana.editor.saying('Never mind')
  ana.editor.saying('')
  expect(ana.pointing.chat).toBeUndefined()
})
