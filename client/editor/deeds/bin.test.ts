/** Taking things out of the bin: in one step, only what I might have put there, and with what hangs on it. */
import { expect, test } from 'vitest'
import { overlaps } from '../../../shared/base/geometry.ts'
import { visibleLinks } from '../../../shared/canvas/canvas.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { openTable } from '../test-board.ts'

function anaAndBen() {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}

test('[B5] twenty notes come back with one deed, in their places and with their links', () => {
  const { ana, ben } = anaAndBen()
  const names = Array.from({ length: 20 }, (_, i) => `N${i + 1}`)
  for (const name of names) ana.adds(name, { to: 'channels' })
  ana.links('N1', 'N2')
  const ids = ana.idsOf(...names)
  ana.editor.deleteNotes(ids)
  expect(visibleLinks(ben.canvas)).toEqual([])
  const { sent } = ben
  ben.editor.restore(ids.map(id => ({ root: 'notes', id })))
  expect(ben.sent).toBe(sent + 1)
  expect(ana.sees('channels')).toEqual(names)
  expect(visibleLinks(ana.canvas)).toHaveLength(1)
  expect(ben.heard).toEqual([{ kind: 'restored', count: 20 }])
  ben.editor.undo()
  expect(ana.sees('channels')).toEqual([])
})

test('[B5] a link comes back with the last of its ends, and into a block that others filled meanwhile, nothing on anything', () => {
  const { ana, ben } = anaAndBen()
  const names = Array.from({ length: 20 }, (_, i) => `N${i + 1}`)
  for (const name of names) ana.adds(name, { to: 'channels' })
  ana.adds('Hosts', { to: 'customerSegments' })
  for (const name of names) ana.links(name, 'Hosts')
  const ids = ana.idsOf(...names, 'Hosts')
  ana.editor.deleteNotes(ids)
  for (let i = 0; i < 8; i++) ben.adds(`Meanwhile ${i}`, { to: 'channels' })
  ben.editor.restore(ids.slice(0, 20).map(id => ({ root: 'notes', id })))
  expect(visibleLinks(ana.canvas)).toEqual([])
  ben.editor.restore([{ root: 'notes', id: ids[20] ?? '' }])
  expect(visibleLinks(ana.canvas)).toHaveLength(20)
  const rects = ana.canvas.notes.all().flatMap(({ id }) => ana.editor.shown.noteRect(id) ?? [])
  expect(rects).toHaveLength(29)
  expect(rects.filter((rect, i) => rects.slice(0, i).some(other => overlaps(rect, other)))).toEqual([])
  expect(names.map(name => ben.rect(name))).toEqual(names.map(name => ana.rect(name)))
})

test('[B5] links, groups and drawings come back as well; what is not in the bin is left alone', () => {
  const { ana, ben } = anaAndBen()
  for (const name of ['A', 'B']) ana.adds(name, { to: 'channels' })
  const link = ana.links('A', 'B')
  const stroke = ana.editor.drawStroke({
    ...{ anchor: ['channels', 0, 0], points: [0, 0, 5, 5], color: 'ink', width: 4 },
  })
  ana.editor.deleteLink(link)
  ana.editor.deleteStrokes([stroke ?? ''])
  const records = [
    { root: 'links', id: link },
    { root: 'strokes', id: stroke ?? '' },
    { root: 'notes', id: ana.id('A') },
    { root: 'notes', id: 'never' },
  ] as const
  ana.editor.restore(records)
  expect(ben.canvas.links.get(link)).toBeDefined()
  expect(ben.canvas.strokes.size).toBe(1)
  expect(ana.heard.at(-1)).toEqual({ kind: 'restored', count: 2 })
})

test('[M10] only what I might have deleted is restored, and it is said what was left', () => {
  const { table, ana, ben } = anaAndBen()
  ana.adds('Mine', { to: 'channels' })
  ben.adds('Theirs', { to: 'channels' })
  const records = ana.idsOf('Mine', 'Theirs').map(id => ({ root: 'notes', id }) as const)
  ana.editor.deleteNotes(records.map(({ id }) => id))
  table.allows({ ...ALL_RIGHTS, delete: 'own' })
  expect(records.map(record => ana.editor.mayRestore(record))).toEqual([true, false])
  ana.editor.restore(records)
  expect(ben.sees('channels')).toEqual(['Mine'])
  expect(ana.heard.at(-1)).toEqual({ kind: 'partly', done: 1, left: 1 })
  ana.editor.restore(records)
  expect(ana.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'delete', why: 'notYours' })
})
