import { expect, test } from 'vitest'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { dueInBin } from './bin.ts'

const DAY = 86_400_000
const binnedAt = (count: number, at: number, name = 'n') =>
  Array.from({ length: count }, (_, i) => [`notes/${name}${i}`, at] as const)

test('[B5] thousands that went into the bin at once stay for a day, in which all of it may be undone', () => {
  const binned = new Map(binnedAt(5_000, 0))
  expect(dueInBin(binned, DAY)).toEqual([])
  expect(dueInBin(binned, DAY + 1)).toHaveLength(5_000 - LIMITS.binned)
})

test('[B5] of more than may lie there the oldest go', () => {
  const binned = new Map([...binnedAt(LIMITS.binned, 2 * DAY, 'young'), ...binnedAt(2, DAY, 'old')])
  expect(dueInBin(binned, 4 * DAY)).toEqual(['notes/old0', 'notes/old1'])
})

test('[B5] after a month each goes', () => {
  const binned = new Map([...binnedAt(1, 0, 'old'), ...binnedAt(1, DAY, 'young')])
  expect(dueInBin(binned, LIMITS.binDays * DAY)).toEqual([])
  expect(dueInBin(binned, LIMITS.binDays * DAY + 1)).toEqual(['notes/old0'])
})
