import { expect, test } from 'vitest'
import { BLOCK_IDS } from './blocks.ts'
import { kindOf, kindsOf } from './vocabularies.ts'

test('every block has its kinds, and an id means one thing wherever its note lies', () => {
  const counts = BLOCK_IDS.map(id => kindsOf(id).length)
  expect(counts).toEqual([10, 11, 9, 9, 17, 4, 3, 7, 6])
  const kinds = BLOCK_IDS.flatMap(kindsOf)
  expect(new Set(kinds.map(kind => kind.id)).size).toBe(kinds.length)
  for (const kind of kinds) {
    expect(kindOf(kind.id)).toBe(kind)
    expect(`kind:${kind.id}`).toMatch(/^[A-Za-z0-9:_-]{1,64}$/)
  }
  expect(kindOf('constructor')).toBeUndefined()
  expect(new Set(kindsOf('channels').map(kind => kind.family))).toEqual(new Set(['path', 'phase']))
})
