/** Hints come one after the other, and what was done or put away never again. */
import { expect, test } from 'vitest'
import type { HintId } from './hints.ts'
import { learn, learned, nextHint } from './hints.ts'

function device() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const may = () => true
const after = (...known: readonly HintId[]) => nextHint(new Set(known), { isEmpty: false, may })

test('an empty board offers the ways to begin, and nothing else', () => {
  expect(nextHint(new Set(), { isEmpty: true, may })).toBe('begin')
  expect(nextHint(new Set<HintId>(['begin']), { isEmpty: true, may })).toBeUndefined()
})

test('then to add, to move, to link; what was done out of order is not told', () => {
  expect(after()).toBe('add')
  expect(after('add')).toBe('move')
  expect(after('move')).toBe('add')
  expect(after('add', 'move')).toBe('link')
  expect(after('add', 'move', 'link')).toBeUndefined()
})

test('nothing is told that the role or the step does not allow', () => {
  expect(nextHint(new Set(), { isEmpty: true, may: () => false })).toBeUndefined()
  expect(nextHint(new Set(), { isEmpty: false, may: right => right !== 'add' })).toBeUndefined()
  expect(nextHint(new Set<HintId>(['add']), { isEmpty: false, may: right => right !== 'add' })).toBe('move')
})

test('a device keeps what it learned, and takes nothing else for it', () => {
  const storage = device()
  expect(learned(storage)).toEqual(new Set())
  learn(storage, 'move')
  learn(storage, 'add')
  learn(storage, 'add')
  expect(learned(storage)).toEqual(new Set(['add', 'move']))
  storage.setItem('nonagon.learned', 'add nonsense')
  expect(learned(storage)).toEqual(new Set(['add']))
})
