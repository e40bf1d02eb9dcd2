/** Face-down notes find room among what stands, and no room is made for them. */
import { expect, test } from 'vitest'
import { movedBy, overlaps } from '../../shared/base/geometry.ts'
import { faceDownPlaces } from './face-down-places.ts'
import { openTable } from './test-board.ts'

test('[B4] they lie where nothing does, within their block, which stays as it is', () => {
  const ana = openTable().joins('Ana')
  for (const [text, x, y] of [
    ['One', 24, 56],
    ['Two', 130, 260],
  ] as const)
    ana.adds(text, { to: 'channels', at: ana.spot('channels', x, y) })
  const area = ana.editor.shown.areaRect('channels')
  const notes = [ana.rect('One'), ana.rect('Two')]
  const { rects, inLast } = faceDownPlaces(ana.editor.shown, 'channels', 2)
  expect([rects.length, inLast]).toEqual([2, 1])
  for (const rect of rects.map(each => movedBy(each, area))) {
    expect(notes.some(note => overlaps(note, rect))).toBe(false)
    expect(rect.y + rect.height).toBeLessThanOrEqual(area.y + area.height)
  }
  expect([ana.editor.shown.areaRect('channels'), ana.rect('One'), ana.rect('Two')]).toEqual([area, ...notes])
})

test('[B4] of sixty that find room for six the last stands for fifty-five; where all is full there is none', () => {
  const ana = openTable().joins('Ana')
  const { shown } = ana.editor
  const some = faceDownPlaces(shown, 'channels', 60)
  expect([some.rects.length, some.inLast]).toEqual([6, 55])
  expect(faceDownPlaces(shown, 'channels', 6)).toMatchObject({ inLast: 1 })
  for (let i = 0; i < 6; i++) ana.adds(`Note ${i}`, { to: 'channels' })
  expect(faceDownPlaces(shown, 'channels', 60)).toEqual({ rects: [], inLast: 0 })
})
