/** Selecting by click, shift-click, rectangle and right click, and what a press means besides. */
import { expect, test } from 'vitest'
import { openTable } from '../test-board.ts'

function ana({ notes = ['Hosts', 'Guests', 'Cities'] }: { readonly notes?: readonly string[] } = {}) {
  const table = openTable()
  const person = table.joins('Ana')
  for (const text of notes) person.adds(text, { to: 'customerSegments' })
  return person
}

test('a click selects, another selects another, on empty paper nothing is selected', () => {
  const a = ana()
  a.clicks(a.middle('Hosts'))
  expect(a.selected).toEqual(['Hosts'])
  a.clicks(a.middle('Guests'))
  expect(a.selected).toEqual(['Guests'])
  a.clicks(a.spot('channels', 100, 300))
  expect(a.selected).toEqual([])
})

test('shift toggles; a click on one of many selects it alone, but only when it is let go', () => {
  const a = ana()
  a.clicks(a.middle('Hosts')).clicks(a.middle('Guests'), { shift: true })
  expect(a.selected).toEqual(['Guests', 'Hosts'])
  a.clicks(a.middle('Hosts'), { shift: true })
  expect(a.selected).toEqual(['Guests'])
  a.clicks(a.middle('Hosts'), { shift: true })
  a.presses(a.middle('Hosts'))
  expect(a.selected).toEqual(['Guests', 'Hosts'])
  a.releases()
  expect(a.selected).toEqual(['Hosts'])
})

test('shift and a click on empty paper keep the selection', () => {
  const a = ana()
  a.clicks(a.middle('Hosts')).clicks(a.spot('channels', 100, 300), { shift: true })
  expect(a.selected).toEqual(['Hosts'])
})

test('a rectangle selects what it touches, live; with shift it adds; Escape gives back what was', () => {
  const a = ana()
  const start = a.spot('customerSegments', 10, 300)
  a.presses(start).moves(a.spot('customerSegments', 60, 60))
  expect(a.editor.hand.value).toMatchObject({ kind: 'marquee' })
  expect(a.selected).toEqual(['Cities', 'Hosts'])
  a.moves(a.spot('customerSegments', 400, 60))
  expect(a.selected).toEqual(['Cities', 'Guests', 'Hosts'])
  a.moves(a.spot('customerSegments', 60, 210)).releases()
  expect(a.selected).toEqual(['Cities'])
  expect(a.editor.hand.value).toEqual({ kind: 'nothing' })

  a.presses(a.spot('customerSegments', 470, 10), { shift: true }).moves(a.spot('customerSegments', 440, 100))
  expect(a.selected).toEqual(['Cities', 'Guests'])
  a.editor.cancel()
  expect(a.selected).toEqual(['Cities'])
  const { sent } = a
  a.releases()
  expect(a.sent).toBe(sent)
})

test('a finger on paper moves the paper, on a note it drags', () => {
  const a = ana()
  const before = a.editor.camera.value
  const touch = { pointer: 'touch', finger: 7 } as const
  const at = a.editor.toScreen(a.spot('channels', 100, 300))
  a.editor.press({ ...PRESS, ...touch, at })
  a.editor.move({ ...PRESS, ...touch, at: { x: at.x + 30, y: at.y + 40 } })
  expect(a.editor.hand.value).toEqual({ kind: 'pan' })
  a.editor.release({ ...PRESS, ...touch, at })
  const { x, y, zoom } = a.editor.camera.value
  expect((before.x - x) * zoom).toBeCloseTo(30, 6)
  expect((before.y - y) * zoom).toBeCloseTo(40, 6)
  expect(a.editor.level.value).toBe('free')
  a.presses(a.middle('Hosts'), touch).moves(a.spot('channels', 100, 300), touch)
  expect(a.editor.hand.value.kind).toBe('drag')
})

test('two fingers end what one began, and pinch: the points under them stay under them', () => {
  const a = ana()
  const { sent } = a
  a.presses(a.middle('Hosts'), { pointer: 'touch', finger: 1 }).moves(a.spot('channels', 100, 300), {
    pointer: 'touch',
    finger: 1,
  })
  const one = a.editor.toScreen(a.spot('channels', 100, 300))
  const two = { x: one.x + 200, y: one.y }
  const held = [a.editor.toBoard(one), a.editor.toBoard(two)]
  a.editor.press({ ...PRESS, pointer: 'touch', finger: 2, at: two })
  expect(a.editor.hand.value).toEqual({ kind: 'pan' })
  a.editor.move({ ...PRESS, pointer: 'touch', finger: 1, at: { x: one.x - 50, y: one.y } })
  a.editor.move({ ...PRESS, pointer: 'touch', finger: 2, at: { x: two.x + 50, y: two.y } })
  expect(a.editor.toBoard({ x: one.x - 50, y: one.y }).x).toBeCloseTo(held[0]?.x ?? 0, 6)
  expect(a.editor.toBoard({ x: two.x + 50, y: two.y }).x).toBeCloseTo(held[1]?.x ?? 0, 6)
  a.editor.release({ ...PRESS, pointer: 'touch', finger: 1, at: one })
  a.editor.move({ ...PRESS, pointer: 'touch', finger: 2, at: one })
  expect(a.editor.hand.value).toEqual({ kind: 'nothing' })
  expect(a.sent).toBe(sent)
})

test('the middle button and the space bar pan with any tool', () => {
  const a = ana()
  for (const press of [{ button: 1 }, { space: true }] as const) {
    a.editor.look('whole')
    const { x } = a.editor.camera.value
    const at = a.editor.toScreen(a.middle('Hosts'))
    a.editor.press({ ...PRESS, ...press, at })
    a.editor.move({ ...PRESS, ...press, at: { ...at, x: at.x + 56 } })
    a.editor.release({ ...PRESS, ...press, at })
    expect(a.editor.camera.value.x).toBeLessThan(x)
    expect(a.selected).toEqual([])
  }
})

test('the hand pans whatever is pressed', () => {
  const a = ana()
  a.editor.tool.set('hand')
  const { sent } = a
  a.presses(a.middle('Hosts'))
    .moves(a.spot('channels', 100, 300))
    .releases()
  expect(a.sent).toBe(sent)
  expect(a.editor.level.value).toBe('free')
  expect(a.selected).toEqual([])
})

test('a right click selects what its menu will be about, and keeps a selection it falls on', () => {
  const a = ana()
  a.editor.select(a.idsOf('Hosts', 'Guests'))
  a.clicks(a.middle('Hosts'), { button: 2 })
  expect(a.selected).toEqual(['Guests', 'Hosts'])
  a.clicks(a.middle('Cities'), { button: 2 })
  expect(a.selected).toEqual(['Cities'])
  a.clicks(a.spot('channels', 100, 400), { button: 2 })
  expect(a.selected).toEqual([])
})

test('a right click does nothing else, whichever tool is taken', () => {
  const a = ana()
  const { sent } = a
  for (const tool of ['note', 'link', 'hand'] as const) {
    a.editor.tool.set(tool)
    a.clicks(a.middle('Hosts'), { button: 2 })
    expect(a.selected).toEqual(['Hosts'])
    expect(a.editor.hand.value.kind).not.toBe('link')
  }
  expect(a.sent).toBe(sent)
})

test('what another deletes falls out of the selection', () => {
  const table = openTable()
  const [a, b] = [table.joins('Ana'), table.joins('Ben')]
  a.adds('Hosts', { to: 'customerSegments' })
  a.adds('Guests', { to: 'customerSegments' })
  const link = a.links('Hosts', 'Guests')
  a.editor.select(a.idsOf('Hosts', 'Guests'))
  expect(b.board.presence.others.value[0]?.pointing.selection).toHaveLength(2)
  b.editor.deleteNotes(b.idsOf('Hosts'))
  expect(a.selected).toEqual(['Guests'])
  b.editor.undo()
  a.editor.selectLink(link)
  b.editor.deleteNotes(b.idsOf('Hosts'))
  expect(a.editor.selection.value).toEqual({ kind: 'nothing' })
})

test('a click on the closed parking lot opens it', () => {
  const a = ana()
  a.clicks(a.spot('parking', 20, 400))
  expect(a.editor.parkingOpen.value).toBe(true)
})

test('others see my cursor in points of the area, and no longer when it left', () => {
  const a = ana()
  a.moves(a.spot('channels', 100, 30))
  expect(a.pointing.cursor).toEqual(['channels', 100, 30])
  a.moves({ x: -40, y: 20 })
  expect(a.pointing.cursor).toEqual(['desk', -40, 20])
  expect(a.editor.hover.value).toEqual({ kind: 'nothing' })
  a.editor.leave()
  expect(a.pointing.cursor).toBeUndefined()
  expect(a.editor.pointAt(['channels', 100, 30])).toEqual(a.spot('channels', 100, 30))
  expect(a.editor.pointAt(['desk', -40, 20])).toEqual({ x: -40, y: 20 })
  expect(a.editor.pointAt(['parking', 100, 30])).toBeUndefined()
})

const PRESS = {
  ...({ pointer: 'mouse', button: 0, clicks: 1 } as const),
  ...{ shift: false, alt: false, mod: false, space: false },
}

test('a link dragged by its head goes to another note, keeps its label, and undo brings it back; Escape lets it be', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (const [text, to] of [
    ['Website', 'channels'],
    ['Hosts', 'customerSegments'],
    ['Guests', 'keyPartnerships'],
  ] as const)
    ana.adds(text, { to })
  const link = ana.links('Website', 'Hosts')
  ana.editor.labelLink(link, 'finds')
  ana.editor.selectLink(link)
  const [, , arrive = { x: 0, y: 0 }, tip = { x: 0, y: 0 }] = ana.editor.links.value[0]?.curve.at(-1) ?? []
  const head = { x: tip.x + (arrive.x - tip.x) / 20, y: tip.y + (arrive.y - tip.y) / 20 }
  const reaches = () => ben.canvas.notes.get(ben.canvas.links.get(link)?.to ?? '')?.text
  ana.presses(head).moves(ana.middle('Guests'))
  expect(ana.editor.hand.value).toMatchObject({ kind: 'link', from: ana.id('Website'), target: ana.id('Guests') })
  ana.editor.cancel()
  ana.releases()
  expect(reaches()).toBe('Hosts')
  ana.presses(head).moves(ana.middle('Guests')).releases()
  expect(reaches()).toBe('Guests')
  expect(ben.canvas.links.get(link)?.label).toBe('finds')
  ana.editor.undo()
  expect(reaches()).toBe('Hosts')
  ana.editor.selectLink(link)
  ana.presses(head).moves(ana.middle('Guests'))
  ben.editor.deleteLink(link)
  expect(ana.editor.hand.value.kind).toBe('nothing')
  const { sent } = ana
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('a link dragged by its tail comes from another note, keeps head and label, and undo brings it back', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (const [text, to] of [
    ['Website', 'channels'],
    ['Hosts', 'customerSegments'],
    ['Guests', 'keyPartnerships'],
  ] as const)
    ana.adds(text, { to })
  const link = ana.links('Website', 'Hosts')
  ana.editor.labelLink(link, 'finds')
  ana.editor.selectLink(link)
  const [start = { x: 0, y: 0 }, leave = { x: 0, y: 0 }] = ana.editor.links.value[0]?.curve[0] ?? []
  const tail = { x: start.x + (leave.x - start.x) / 20, y: start.y + (leave.y - start.y) / 20 }
  const sentence = () => {
    const { from = '', to = '', label } = ben.canvas.links.get(link) ?? {}
    return [from, to].map(id => ben.canvas.notes.get(id)?.text).join(` ${label} `)
  }
  ana.presses(tail).moves(ana.middle('Guests'))
  expect(ana.editor.hand.value).toMatchObject({ from: ana.id('Hosts'), target: ana.id('Guests'), end: 'tail' })
  ana.moves(ana.middle('Hosts'))
  expect(ana.editor.hand.value).toMatchObject({ target: null })
  ana.editor.cancel()
  ana.releases()
  expect(sentence()).toBe('Website finds Hosts')
  ana.leavesTheLine()
  ana.presses(tail).moves(ana.middle('Guests')).releases()
  ben.editor.labelLink(link, 'brings')
  ana.comesBack()
  expect(sentence()).toBe('Guests brings Hosts')
  ana.editor.undo()
  expect(sentence()).toBe('Website brings Hosts')
  // The note that stays is deleted under the hand.
  ana.editor.selectLink(link)
  ana.presses(tail).moves(ana.middle('Guests'))
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  expect(ana.editor.hand.value.kind).toBe('nothing')
})
