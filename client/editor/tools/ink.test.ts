/** Drawing by hand: one update and one undo a stroke, seen by others as it goes, wiped away whole. */
import { expect, test } from 'vitest'
import type { Point } from '../../../shared/base/geometry.ts'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import type { Press } from '../editor.ts'
import type { TestPerson } from '../test-board.ts'
import { openTable } from '../test-board.ts'
import { inkPoints } from '../strokes.ts'

function anaAndBen() {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  return { table, ana, ben }
}

const wave = (person: TestPerson, steps = 40): readonly Point[] =>
  Array.from({ length: steps }, (_, i) => person.spot('channels', 60 + i * 4, 200 + 40 * Math.sin(i / 4)))

function draws(person: TestPerson, points: readonly Point[], press: Partial<Press> = {}): TestPerson {
  const [first, ...rest] = points
  if (!first) return person
  person.presses(first, press)
  for (const point of rest) person.moves(point, press)
  return person
}

const strokesOf = ({ canvas }: TestPerson) => canvas.strokes.all()

test('[B12] a stroke is written once, when the pen is lifted, and one undo takes it back', () => {
  const { ana, ben } = anaAndBen()
  ana.editor.tool.set('pen')
  const { sent } = ana
  draws(ana, wave(ana))
  expect(ana.editor.hand.value.kind).toBe('ink')
  expect(ana.sent).toBe(sent)
  ana.releases()
  expect(ana.sent).toBe(sent + 1)
  const [stroke] = strokesOf(ben)
  expect(stroke).toMatchObject({ anchor: ['channels', 60, 200], kind: 'pen', color: 'ink', width: 3, author: 'ana' })
  expect(ana.pointing.stroke).toBeUndefined()
  ana.editor.undo()
  expect(strokesOf(ben)).toEqual([])
  ana.editor.redo()
  expect(strokesOf(ben)).toHaveLength(1)
})

test('others see where the pen goes, in less than presence has room for', () => {
  const { ana, ben } = anaAndBen()
  ana.editor.tool.set('highlighter')
  draws(ana, wave(ana, 2_000))
  const [seen] = ben.board.presence.others.value
  expect(seen?.pointing.stroke).toMatchObject({ anchor: ['channels', 60, 200], kind: 'highlighter' })
  expect(JSON.stringify(seen?.pointing).length).toBeLessThan(1_500)
})

test('Escape, a lost press and another tool write nothing', () => {
  const { ana } = anaAndBen()
  const { sent } = ana
  for (const ends of [
    () => ana.editor.cancel(),
    () => ana.editor.lose({ ...PRESS, at: { x: 0, y: 0 } }),
    () => ana.editor.tool.set('select'),
  ]) {
    ana.editor.tool.set('pen')
    draws(ana, wave(ana))
    ends()
    ana.releases()
    expect(ana.editor.hand.value.kind).toBe('nothing')
    expect(ana.pointing.stroke).toBeUndefined()
  }
  expect(ana.sent).toBe(sent)
})

test('how hard a pen is pressed is kept; a mouse presses evenly', () => {
  const { ana } = anaAndBen()
  ana.editor.tool.set('pen')
  ana.presses(ana.spot('channels', 60, 200), { pointer: 'pen', pressure: 0.2 })
  ana
    .moves(ana.spot('channels', 160, 200), { pointer: 'pen', pressure: 0.9 })
    .releases({ pointer: 'pen', pressure: 0.9 })
  draws(ana, [ana.spot('channels', 60, 300), ana.spot('channels', 160, 300)]).releases()
  const pressures = strokesOf(ana).map(stroke => inkPoints(stroke).map(({ pressure }) => pressure))
  expect(pressures).toContainEqual([0.2, 0.9])
  expect(pressures).toContainEqual([0.5, 0.5])
})

test('an endless stroke stays within what an update may have', () => {
  const { ana } = anaAndBen()
  ana.editor.tool.set('pen')
  const noise = Array.from({ length: 4_800 }, (_, i) =>
    ana.spot('channels', 30 + ((i * 7919) % 400), 80 + ((i * 104729) % 300)),
  )
  draws(ana, noise).releases()
  const [stroke] = strokesOf(ana)
  expect(stroke?.points.length).toBeGreaterThan(1_500)
  expect(stroke?.points.length).toBeLessThanOrEqual(13_500)
})

test('[B21] once a pen was seen, fingers move the sheet and draw nothing; the pen draws on beside them', () => {
  const { ana } = anaAndBen()
  ana.editor.tool.set('pen')
  const finger = { pointer: 'touch', finger: 1 } as const
  const pen = { pointer: 'pen', finger: 2, pressure: 0.5 } as const
  draws(ana, wave(ana), finger).releases(finger)
  expect(strokesOf(ana)).toHaveLength(1)
  // The palm comes down first, and the pen takes over from it.
  ana.presses(ana.spot('channels', 300, 400), finger)
  draws(ana, wave(ana), pen)
  expect(ana.editor.hand.value.kind).toBe('ink')
  ana.editor.lose({ ...PRESS, ...finger, at: { x: 0, y: 0 } })
  expect(ana.editor.hand.value.kind).toBe('ink')
  ana.releases(pen)
  expect(strokesOf(ana)).toHaveLength(2)
  ana.presses(ana.spot('channels', 60, 400), finger).moves(ana.spot('channels', 160, 400), finger)
  expect(ana.editor.hand.value.kind).toBe('pan')
  ana.releases(finger)
  expect(strokesOf(ana)).toHaveLength(2)
})

test('the eraser takes whole strokes that it crosses, all in one step', () => {
  const { ana, ben } = anaAndBen()
  ana.editor.tool.set('pen')
  for (const y of [200, 240, 440]) draws(ana, [ana.spot('channels', 60, y), ana.spot('channels', 260, y)]).releases()
  const { sent } = ben
  ben.editor.tool.set('eraser')
  draws(ben, [ben.spot('channels', 150, 150), ben.spot('channels', 150, 300)])
  expect(ben.editor.hand.value).toMatchObject({ kind: 'erase', ids: { size: 2 } })
  expect(strokesOf(ana)).toHaveLength(3)
  ben.releases()
  expect(ben.sent).toBe(sent + 1)
  expect(strokesOf(ana).map(({ anchor }) => anchor[2])).toEqual([440])
  expect(ana.canvas.strokes.binned()).toHaveLength(2)
  expect(ben.heard.at(-1)).toEqual({ kind: 'erased', count: 2 })
  ben.editor.undo()
  expect(strokesOf(ana)).toHaveLength(3)
})

test('[M10] who may delete only their own wipes away only their own', () => {
  const { table, ana, ben } = anaAndBen()
  for (const [person, y] of [
    [ana, 200],
    [ben, 240],
  ] as const) {
    person.editor.tool.set('pen')
    draws(person, [person.spot('channels', 60, y), person.spot('channels', 260, y)]).releases()
  }
  table.allows({ ...ALL_RIGHTS, delete: 'own' })
  ben.editor.tool.set('eraser')
  draws(ben, [ben.spot('channels', 150, 150), ben.spot('channels', 150, 300)]).releases()
  expect(strokesOf(ana).map(({ author }) => author)).toEqual(['ana'])
  expect(ben.heard.at(-1)).toEqual({ kind: 'partly', done: 1, left: 1 })
  draws(ben, [ben.spot('channels', 150, 150), ben.spot('channels', 150, 300)]).releases()
  expect(ben.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'delete', why: 'notYours' })
})

test('who may not add draws nothing and hears why; nor does anybody on the desk', () => {
  const { table, ana } = anaAndBen()
  ana.editor.tool.set('pen')
  draws(ana, [{ x: -50, y: -50 }, ana.spot('channels', 60, 200)]).releases()
  table.allows({ ...ALL_RIGHTS, add: 'none' })
  draws(ana, wave(ana)).releases()
  expect(strokesOf(ana)).toEqual([])
  expect(ana.heard.at(-1)).toEqual({ kind: 'notAllowed', right: 'add', why: 'step' })
})

const PRESS: Omit<Press, 'at'> = {
  ...{ pointer: 'mouse', button: 0, clicks: 1 },
  ...{ shift: false, alt: false, mod: false, space: false },
}
