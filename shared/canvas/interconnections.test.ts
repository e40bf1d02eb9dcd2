import { expect, test } from 'vitest'
import { BLOCKS } from './blocks.ts'
import { INTERCONNECTIONS, linkVerb } from './interconnections.ts'

const codes = (from: keyof typeof BLOCKS, to: keyof typeof BLOCKS) => `${BLOCKS[from].code} ${BLOCKS[to].code}`

test('33 interconnections over 19 pairs, each once and with a reason of its own', () => {
  const edges = INTERCONNECTIONS.map(({ from, to }) => codes(from, to))
  expect(edges).toHaveLength(33)
  expect(new Set(edges).size).toBe(33)
  expect(new Set(edges.map(edge => edge.split(' ').sort().join(' '))).size).toBe(19)
  expect(new Set(INTERCONNECTIONS.map(each => each.reason)).size).toBe(33)
})

test('they are those that the method names', () => {
  const table = `CS VP,CS CH,CS CR,CS R$,VP CS,VP KR,VP KA,VP R$,CH CS,CH CR,CH R$,CR CS,CR CH,CR R$,R$ CS,R$ VP,R$ CH,
R$ KR,R$ KA,KR VP,KR KA,KR KP,KR C$,KA KR,KA VP,KA KP,KA C$,KP KR,KP KA,KP C$,C$ KR,C$ KA,C$ R$`
  expect(INTERCONNECTIONS.map(({ from, to }) => codes(from, to)).sort()).toEqual(
    table
      .split(',')
      .map(edge => edge.trim())
      .sort(),
  )
})

test('[B10] a link between blocks that touch reads as a sentence, both ways; others relate', () => {
  for (const { from, to } of INTERCONNECTIONS) {
    expect(linkVerb(from, to)).not.toBe('relatesTo')
    expect(linkVerb(to, from)).not.toBe('relatesTo')
    expect(linkVerb(to, from)).not.toBe(linkVerb(from, to))
  }
  expect(linkVerb('channels', 'customerSegments')).toBe('reaches')
  expect(linkVerb('channels', 'costStructure')).toBe('relatesTo')
  expect(linkVerb('parking', 'channels')).toBe('relatesTo')
  expect(linkVerb('channels', 'channels')).toBe('relatesTo')
})
