/** What was said not to be the same stays said, in either order, a board by itself. */
import { expect, test } from 'vitest'
import { memoryStorage } from '../base/store.ts'
import { keepApart, keptApart, nameOfPair } from './kept-apart.ts'

test('pairs are kept whatever their order, each board its own, the newest thousand', () => {
  const store = memoryStorage()
  expect(keptApart(store, 'board').size).toBe(0)
  keepApart(store, 'board', ['b', 'a'])
  expect(keptApart(store, 'board').has(nameOfPair(['a', 'b']))).toBe(true)
  expect(keptApart(store, 'other').size).toBe(0)
  for (let i = 0; i < 1_000; i++) keepApart(store, 'board', ['x', `y${i}`])
  expect(keptApart(store, 'board').size).toBe(1_000)
  expect(keptApart(store, 'board').has(nameOfPair(['a', 'b']))).toBe(false)
})
