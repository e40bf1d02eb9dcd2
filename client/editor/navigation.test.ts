/** Arrows find the next note that way. */
import { expect, test } from 'vitest'
import { nextThatWay } from './navigation.ts'

const note = (x: number, y: number) => ({ x, y, width: 208, height: 128 })
const grid = new Map([
  ['a', note(0, 0)],
  ['b', note(224, 0)],
  ['c', note(0, 144)],
  ['d', note(224, 144)],
  ['far', note(900, 10)],
  ['low', note(700, 300)],
])
const from = (id: string, way: 'up' | 'down' | 'left' | 'right') => {
  const rect = grid.get(id)
  return (
    rect &&
    nextThatWay(
      rect,
      way,
      [...grid].filter(([other]) => other !== id),
    )
  )
}

test('in a grid the neighbour of the row or the column', () => {
  expect(from('a', 'right')).toBe('b')
  expect(from('a', 'down')).toBe('c')
  expect(from('d', 'left')).toBe('c')
  expect(from('d', 'up')).toBe('b')
})

test('a row is walked to its end before another is entered', () => {
  expect(from('b', 'right')).toBe('far')
  expect(from('far', 'left')).toBe('b')
})

test('where nothing is straight ahead the nearest aside will do, and at the edge there is nothing', () => {
  expect(from('d', 'down')).toBe('low')
  expect(from('a', 'left')).toBeUndefined()
  expect(from('low', 'down')).toBeUndefined()
})
