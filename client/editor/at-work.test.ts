/** Who may need a facilitator, and how many rows that takes. */
import { describe, expect, test } from 'vitest'
import type { Dashboard, DashboardRow } from '../../shared/workshop/dashboard.ts'
import { areasIn, atWorkOf, listOf, sumOf } from './at-work.ts'

const NOW = 600_000
const MINUTE = 60_000
const row = (id: string, more: Partial<DashboardRow> = {}): DashboardRow => ({
  ...{ id, name: id, color: 'jade', role: 'participant', ready: false, idle: NOW, writing: false, blocks: {} },
  ...more,
})
const board = (people: readonly DashboardRow[]): Dashboard => ({
  ...{ run: 'r', now: NOW, blocks: {}, writing: 0, waiting: 0 },
  people,
})
const ids = (rows: readonly DashboardRow[]) => rows.map(({ id }) => id)

describe('[B22] one state of many', () => {
  test.each([
    ['away, whatever they said before', { away: NOW - 2 * MINUTE, ready: true }, { kind: 'away', minutes: 2 }],
    ['away since nobody knows when', { away: null }, { kind: 'away' }],
    ['dots left', { vote: { left: 2, done: false } }, { kind: 'left', dots: 2 }],
    ['all dots given', { vote: { left: 0, done: false } }, { kind: 'voted' }],
    ['finished with dots left', { vote: { left: 2, done: true } }, { kind: 'voted' }],
    ['ready, although quiet', { ready: true, idle: 0 }, { kind: 'ready' }],
    ['writing, although still for long', { writing: true, idle: 0 }, { kind: 'writing' }],
    ['quiet', { idle: NOW - 3 * MINUTE }, { kind: 'quiet', minutes: 3 }],
    ['reading for less than a minute', { idle: NOW - MINUTE + 1 }, { kind: 'here' }],
  ] as const)('%s', (_what, more, expected) => expect(atWorkOf(row('ben', more), NOW)).toEqual(expected))

  test('of whom nothing may be told, nothing but that they are here', () => {
    const { idle: _idle, writing: _writing, blocks: _blocks, ...bare } = row('ben')
    expect(atWorkOf(bare, NOW)).toEqual({ kind: 'here' })
  })
})

test('few people are all listed, me first, then by name, whatever they do', () => {
  const people = [row('mei', { ready: true }), row('zoe'), row('ben', { away: 0 })]
  expect(listOf(board(people), 'zoe', { all: false })).toEqual({
    ...{ rows: [people[1], people[2], people[0]], others: 0, isMany: false },
  })
})

test('of sixty those are listed who may need somebody; the others are one line, or all on demand', () => {
  const people = Array.from({ length: 60 }, (_, i) => row(`p${String(i).padStart(2, '0')}`, { ready: i % 2 === 0 }))
  people[7] = row('p07', { away: 0 })
  people[31] = row('p31', { idle: 0 })
  people[33] = row('p33', { idle: 0, vote: { left: 1, done: false } })
  people[35] = row('p35', { vote: { left: 1, done: false } })
  const few = listOf(board(people), 'p31', { all: false })
  expect([ids(few.rows), few.others, few.isMany]).toEqual([['p07', 'p33'], 58, true])
  expect(ids(listOf(board(people), 'p31', { all: true }).rows).slice(0, 2)).toEqual(['p31', 'p00'])
})

test('counts by block are in the order of the canvas, and add up', () => {
  const blocks = { costStructure: 1, channels: 2, keyPartnerships: 0 }
  expect([sumOf(blocks), areasIn(blocks)]).toEqual([
    3,
    [
      ['channels', 2],
      ['costStructure', 1],
    ],
  ])
})
