import { expect, test } from 'vitest'
import { BLOCKS } from './blocks.ts'
import { FLOWS } from './flows.ts'
import { INTERCONNECTIONS } from './interconnections.ts'

test('five flows, each step between blocks that touch', () => {
  expect(FLOWS.map(flow => flow.paths.map(path => path.map(id => BLOCKS[id].code).join(' ')))).toEqual([
    ['CS VP R$'],
    ['KR KA VP'],
    ['CH CR'],
    ['KP KR', 'KP KA'],
    ['C$ KA', 'C$ KR'],
  ])
  const edges = new Set(INTERCONNECTIONS.map(({ from, to }) => `${from} ${to}`))
  for (const path of FLOWS.flatMap(flow => flow.paths))
    for (const [i, to] of path.entries()) if (i > 0) expect(edges).toContain(`${path[i - 1]} ${to}`)
})
