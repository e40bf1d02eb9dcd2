/** What is under a point: handles first, then notes, links and areas; quickly, however many notes there are. */
import { expect, test } from 'vitest'
import { costOf } from '../../e2e/support/pace.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import { openTable } from './test-board.ts'

const PRESS = { pointer: 'mouse', button: 0, shift: false, alt: false, mod: false, space: false, clicks: 1 } as const

function ana() {
  const table = openTable()
  const person = table.joins('Ana')
  person.adds('Hosts', { to: 'customerSegments' })
  const under = (dx: number, dy: number, pointer: 'mouse' | 'touch' = 'mouse') => {
    const { x, y } = person.rect('Hosts')
    const at = person.editor.toScreen({ x: x + dx, y: y + dy })
    person.editor.leave()
    person.editor.move({ ...PRESS, at })
    if (pointer === 'mouse') return person.editor.hover.value
    person.editor.press({ ...PRESS, pointer, at })
    person.editor.move({ ...PRESS, pointer, at: { x: at.x, y: at.y + 40 } })
    const { kind } = person.editor.hand.value
    person.editor.cancel()
    return kind
  }
  return { table, person, under }
}

test('handles stand on the ring of the one selected note, and leave the note itself to be grasped', () => {
  const { person, under } = ana()
  expect(under(-4, 64)).toEqual({ kind: 'area', area: 'customerSegments' })
  person.editor.select(person.idsOf('Hosts'))
  const id = person.id('Hosts')
  expect(under(-4, 64)).toEqual({ kind: 'handle', id, side: 'left' })
  expect(under(211, 64)).toEqual({ kind: 'handle', id, side: 'right' })
  expect(under(104, -4)).toEqual({ kind: 'handle', id, side: 'top' })
  expect(under(104, 131)).toEqual({ kind: 'handle', id, side: 'bottom' })
  expect(under(6, 64)).toEqual({ kind: 'handle', id, side: 'left' })
  expect(under(12, 64)).toEqual({ kind: 'note', id })
  expect(under(-4, 20)).toEqual({ kind: 'area', area: 'customerSegments' })
})

test('a finger finds a handle from farther away', () => {
  const { person, under } = ana()
  person.editor.select(person.idsOf('Hosts'))
  expect(under(-30, 64)).toEqual({ kind: 'area', area: 'customerRelationships' })
  expect(under(-30, 64, 'touch')).toBe('link')
})

test('there are no handles on several notes, on tiny ones, while writing, with another tool, or without the right', () => {
  const { person, under, table } = ana()
  const isHandle = () => {
    const target = under(-4, 64)
    return typeof target === 'object' && target.kind === 'handle'
  }
  person.adds('Guests', { to: 'customerSegments' })
  person.editor.select(person.idsOf('Hosts', 'Guests'))
  expect(isHandle()).toBe(false)
  person.editor.select(person.idsOf('Hosts'))
  expect(isHandle()).toBe(true)
  person.editor.write(person.id('Hosts'))
  expect(isHandle()).toBe(false)
  person.editor.endWriting()
  person.editor.tool.set('hand')
  expect(isHandle()).toBe(false)
  person.editor.tool.set('select')
  table.allows({ ...ALL_RIGHTS, link: 'none' })
  expect(isHandle()).toBe(false)
  table.allows(undefined)
  expect(isHandle()).toBe(true)
  person.editor.zoomAt({ x: 700, y: 400 }, 0.5)
  expect(isHandle()).toBe(false)
})

test('with 5,000 notes a move of the pointer costs less than a fifth of a millisecond, a drop its two blocks', () => {
  const table = openTable()
  const person = table.joins('Ana')
  const { canvas } = person
  change(canvas, { from: 'import' }, () => {
    for (let i = 0; i < 5_000; i++)
      addNote(canvas, {
        ...{ id: `n${i}`, text: `N${i}`, color: 'straw', author: 'ana' },
        place: [AREAS[i % 9] ?? 'channels', 24 + 224 * (((i / 9) % 2) | 0), 56 + 144 * ((i / 18) | 0), i],
      })
  })
  person.editor.look('block', 'valuePropositions')
  const { width, height } = person.editor.stage.value
  const points = Array.from({ length: 1_000 }, (_, i) => ({ x: (i * 7_919) % width, y: (i * 104_729) % height }))
  let notes = 0
  const moves = points.map(at => {
    const start = performance.now()
    person.editor.move({ ...PRESS, at })
    if (person.editor.hover.value.kind === 'note') notes++
    return performance.now() - start
  })
  expect(notes).toBeGreaterThan(100)
  expect(median(moves)).toBeLessThan(0.2)

  const drops = Array.from({ length: 9 }, (_, i) => {
    const { shown, toScreen } = person.editor
    const rect = shown.noteRect(`n${9 * i}`) ?? { x: 0, y: 0 }
    const from = toScreen({ x: rect.x + 100, y: rect.y + 60 })
    const to = toScreen(person.spot('channels', 200, 3_000))
    return costOf(() => {
      person.editor.press({ ...PRESS, at: from })
      person.editor.move({ ...PRESS, at: to })
      person.editor.release({ ...PRESS, at: to })
    })
  })
  expect(Math.min(...drops)).toBeLessThan(25)
  expect(person.note('N9').place[0]).toBe('channels')
})

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
