/** The cheapest first, whatever the order they came in. */
import { expect, test } from 'vitest'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import { createPriorityQueue } from './priority-queue.ts'

test('what was added comes out in the order of its cost', () => {
  const queue = createPriorityQueue()
  const draws = seeded(3)
  const costs = Array.from({ length: 500 }, () => draws(100))
  for (const [item, cost] of costs.entries()) queue.add(item, cost)
  const taken = Array.from({ length: 500 }, () => queue.take())
  expect(taken.map(each => each?.cost)).toEqual([...costs].sort((a, b) => a - b))
  expect(new Set(taken.map(each => each?.item)).size).toBe(500)
  expect(queue.take()).toBeUndefined()
})
