import { expect, test } from 'vitest'
import { areaNamed, areaTitled } from './block-names.ts'
import { AREAS, areaName } from './blocks.ts'

test.each([
  ['Key Partners', 'keyPartnerships'],
  ['KEY PARTNERSHIPS', 'keyPartnerships'],
  ['Customers', 'customerSegments'],
  ['cs', 'customerSegments'],
  ['R$', 'revenueStreams'],
  ['c$', 'costStructure'],
  ['Costs:', 'costStructure'],
  ['2. Value Proposition', 'valuePropositions'],
  ['keyActivities', 'keyActivities'],
  ['parking lot', 'parking'],
  ['Schlüsselpartner', 'keyPartnerships'],
  ['KANÄLE', 'channels'],
  ['Kana\u0308le', 'channels'],
  ['Kunden', 'customerSegments'],
  ['شرائح العملاء', 'customerSegments'],
  ['٢. القِيمة المقترحة', 'valuePropositions'],
  ['الشركاء', 'keyPartnerships'],
])('[B14] "%s" means %s', (name, area) => {
  expect(areaNamed(name)).toBe(area)
})

test('[B14] other words name no block', () => {
  for (const name of ['', 'Links', '$', 'constructor', '__proto__', 'Weather']) expect(areaNamed(name)).toBeUndefined()
  for (const area of AREAS) expect(areaNamed(areaName(area))).toBe(area)
})

test('[B14] a short name is none that stands over a block', () => {
  expect(['Key Partners', 'Kostenstruktur', 'القنوات'].map(areaTitled)).not.toContain(undefined)
  for (const name of ['Partners', 'Kosten', 'Users', 'cs']) expect(areaTitled(name)).toBeUndefined()
})
