/** Links: drawn from handles, with the tool, or by the two ends; hidden until asked for. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { pointOn } from '../curves.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'

function anaAndBen() {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Website', { to: 'channels' })
  ana.adds('Fees', { to: 'revenueStreams' })
  return { table, ana, ben }
}
const linksOf = ({ canvas }: TestPerson) =>
  canvas.links.all().map(({ from, to }) => `${canvas.notes.get(from)?.text} → ${canvas.notes.get(to)?.text}`)
const handle = (person: TestPerson, text: string) => {
  const { x, y, height } = person.rect(text)
  return { x: x - 3.5, y: y + height / 2 }
}

test('[B10] a link is drawn from a handle of the selected note to another note, as one update', () => {
  const { ana, ben } = anaAndBen()
  ana.clicks(ana.middle('Hosts')).moves(handle(ana, 'Hosts'))
  expect(ana.editor.hover.value).toEqual({ kind: 'handle', id: ana.id('Hosts'), side: 'left' })
  const { sent } = ana
  ana.presses(handle(ana, 'Hosts')).moves(ana.spot('keyResources', 30, 400))
  expect(ana.editor.hand.value).toMatchObject({ kind: 'link', from: ana.id('Hosts'), target: null })
  ana.moves(ana.middle('Website'))
  expect(ana.editor.hand.value).toMatchObject({ target: ana.id('Website') })
  expect(ana.sent).toBe(sent)
  ana.releases()
  expect(ana.sent).toBe(sent + 1)
  expect(linksOf(ben)).toEqual(['Hosts → Website'])
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  ana.editor.undo()
  expect(linksOf(ben)).toEqual([])
})

test('a link let go over nothing, over its own note, or with Escape is not there', () => {
  const { ana } = anaAndBen()
  ana.clicks(ana.middle('Hosts'))
  const { sent } = ana
  ana
    .presses(handle(ana, 'Hosts'))
    .moves(ana.spot('keyResources', 30, 400))
    .releases()
  ana
    .presses(handle(ana, 'Hosts'))
    .moves(ana.spot('channels', 240, 400))
    .moves(ana.middle('Hosts'))
  expect(ana.editor.hand.value).toMatchObject({ target: null })
  ana.releases()
  ana.presses(handle(ana, 'Hosts')).moves(ana.middle('Website'))
  ana.editor.cancel()
  ana.releases()
  expect(ana.sent).toBe(sent)
})

test('a double and a link to itself are quietly not drawn; the way back is another link', () => {
  const { ana } = anaAndBen()
  ana.links('Hosts', 'Website')
  const { sent } = ana
  expect(ana.editor.linkNotes(ana.id('Hosts'), ana.id('Website'))).toBeUndefined()
  expect(ana.editor.linkNotes(ana.id('Hosts'), ana.id('Hosts'))).toBeUndefined()
  expect(ana.editor.linkNotes(ana.id('Hosts'), 'gone')).toBeUndefined()
  expect(ana.sent).toBe(sent)
  expect(ana.heard).toEqual([])
  expect(ana.editor.linkNotes(ana.id('Website'), ana.id('Hosts'))).toBeDefined()
})

test('with the tool one drags from note to note, or clicks one and then the other', () => {
  const { ana, ben } = anaAndBen()
  ana.editor.tool.set('link')
  ana.presses(ana.middle('Website')).moves(ana.middle('Hosts')).releases()
  ana.clicks(ana.middle('Fees')).moves(ana.middle('Hosts'))
  expect(ana.editor.hand.value).toMatchObject({ kind: 'link', from: ana.id('Fees'), target: ana.id('Hosts') })
  ana.clicks(ana.middle('Hosts'))
  expect(linksOf(ben).sort()).toEqual(['Fees → Hosts', 'Website → Hosts'])
  ana.clicks(ana.middle('Fees'))
  ana.editor.cancel()
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  ana.clicks(ana.middle('Website'))
  ana.editor.tool.set('select')
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
})

test('the note from which a link is being drawn is deleted: the gesture ends', () => {
  const { ana, ben } = anaAndBen()
  ana.clicks(ana.middle('Hosts')).presses(handle(ana, 'Hosts')).moves(ana.middle('Website'))
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  expect(ana.editor.hand.value).toEqual({ kind: 'nothing' })
  ana.releases()
  expect(linksOf(ana)).toEqual([])
})

test('[B10] links are drawn for the selection only, all while the tool is on, and follow the hand', () => {
  const { ana } = anaAndBen()
  const first = ana.links('Website', 'Hosts')
  const second = ana.links('Fees', 'Hosts')
  expect(ana.editor.links.value).toEqual([])
  ana.editor.select([ana.id('Fees')])
  expect(ana.editor.links.value.map(({ id }) => id)).toEqual([second])
  ana.editor.select([ana.id('Hosts')])
  expect(ana.editor.links.value.map(({ id }) => id).sort()).toEqual([first, second].sort())
  const before = ana.editor.links.value.find(({ id }) => id === second)?.curve[0][0]
  ana.editor.select([ana.id('Fees')])
  const from = ana.middle('Fees')
  ana.takes('Fees', { to: { x: from.x + 50, y: from.y - 8 } })
  expect(ana.editor.links.value[0]?.curve[0][0].x).toBeCloseTo((before?.x ?? 0) + 50, 6)
  ana.editor.cancel()
  ana.editor.select([])
  ana.editor.tool.set('link')
  expect(ana.editor.links.value).toHaveLength(2)
})

test('[B10] of sixty links only those of the selection are drawn', () => {
  const { ana } = anaAndBen()
  const hubs = Array.from({ length: 60 }, (_, i) => {
    ana.adds(`Segment ${i}`, { to: 'costStructure' })
    return ana.links(['Hosts', 'Website', 'Fees'][i % 3] ?? '', `Segment ${i}`)
  })
  const drawn = () => ana.editor.links.value.map(({ id }) => id).sort()
  expect(drawn()).toEqual([])
  ana.editor.select(ana.idsOf('Website'))
  expect(drawn()).toEqual(hubs.filter((_, i) => i % 3 === 1).sort())
  ana.editor.select(ana.idsOf('Segment 7', 'Segment 8'))
  expect(drawn()).toEqual([hubs[7], hubs[8]].sort())
  ana.editor.selectLink(hubs[30] ?? '')
  expect(drawn()).toEqual([hubs[30]])
  ana.editor.select([])
  expect(drawn()).toEqual([])
})

test('a drawn link is under the pointer along its curve, and a click selects it', () => {
  const { ana } = anaAndBen()
  const id = ana.links('Hosts', 'Fees')
  ana.editor.select([ana.id('Hosts')])
  const [link] = ana.editor.links.value
  if (!link) throw new Error('no link is drawn')
  const at = pointOn(link.curve, 0.5)
  ana.clicks(at)
  expect(ana.editor.selection.value).toEqual({ kind: 'link', id })
  expect(ana.editor.links.value[0]?.chosen).toBe(true)
  ana.editor.select([])
  ana.moves(at)
  expect(ana.editor.hover.value.kind).toBe('area')
})

test('a link is labelled, turned around and removed; each is a step of its own', () => {
  const { ana, ben } = anaAndBen()
  const id = ana.links('Hosts', 'Website')
  ana.editor.labelLink(id, '  weekly ')
  expect(ben.canvas.links.get(id)?.label).toBe('weekly')
  const turned = ana.editor.reverseLink(id) ?? ''
  expect(linksOf(ben)).toEqual(['Website → Hosts'])
  expect(ben.canvas.links.get(turned)?.label).toBe('weekly')
  ana.editor.undo()
  expect(linksOf(ben)).toEqual(['Hosts → Website'])
  ana.editor.deleteLink(id)
  expect(linksOf(ben)).toEqual([])
  expect(ana.heard.at(-1)).toEqual({ kind: 'unlinked' })
  ana.editor.undo()
  ana.editor.undo()
  expect(ben.canvas.links.get(id)?.label).toBe('')
})

test('links of a deleted note are not shown, and come back with it', () => {
  const { ana, ben } = anaAndBen()
  ana.links('Hosts', 'Website')
  ana.editor.select([ana.id('Website')])
  ben.editor.deleteNotes(ben.idsOf('Hosts'))
  expect(ana.editor.links.value).toEqual([])
  ben.editor.undo()
  expect(ana.editor.links.value).toHaveLength(1)
})

test('[M10] a link may be changed by whoever made one of its ends', () => {
  const { ana, ben, table } = anaAndBen()
  ben.adds('Bens', { to: 'channels' })
  const mixed = ana.links('Hosts', 'Bens')
  const mine = ana.links('Hosts', 'Website')
  table.allows({ ...ALL_RIGHTS, link: 'own' })
  ben.editor.deleteLink(mine)
  expect(ben.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'link', why: 'notYours' })
  ben.editor.labelLink(mixed, 'ours')
  expect(ana.canvas.links.get(mixed)?.label).toBe('ours')
  expect(ana.canvas.links.get(mine)).toBeDefined()
})
