import { expect, test } from 'vitest'
import { AREAS, areaNumber, BLOCK_IDS, BLOCKS, blockOf } from './blocks.ts'

test('nine blocks wear the numbers 1 to 9 and codes of their own, the parking lot 0', () => {
  expect(BLOCK_IDS.map(id => BLOCKS[id].number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(BLOCK_IDS.map(id => BLOCKS[id].code)).toEqual(['CS', 'VP', 'CH', 'CR', 'R$', 'KR', 'KA', 'KP', 'C$'])
  expect(areaNumber('parking')).toBe(0)
  expect(AREAS).toHaveLength(10)
})

test('a code finds its block; "CS" is Customer Segments, never Cost Structure', () => {
  for (const id of BLOCK_IDS) expect(blockOf(BLOCKS[id].code)?.id).toBe(id)
  expect(blockOf('CS')?.name).toBe('Customer Segments')
  expect(blockOf('XX')).toBeUndefined()
})

test('every block asks a question and some guiding ones', () => {
  for (const id of BLOCK_IDS) {
    expect(BLOCKS[id].question).toMatch(/\?$/)
    expect(BLOCKS[id].asks.length).toBeGreaterThanOrEqual(3)
    for (const ask of BLOCKS[id].asks) expect(ask).toMatch(/\?$/)
  }
})

test('the table cannot be changed', () => {
  for (const part of [BLOCKS, BLOCKS.channels, BLOCKS.channels.asks]) expect(Object.isFrozen(part)).toBe(true)
})
