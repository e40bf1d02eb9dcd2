/** Ready and hands, as many tabs of many people tell them. */
import { expect, test } from 'vitest'
import type { AttendanceState, Tab } from './attendance.ts'
import { attendingOf, handsUp, withLowered, withReady } from './attendance.ts'
import type { Person } from './board.ts'

const person = (id: string, role: Person['role'] = 'participant'): Person => ({ id, name: id, color: 'jade', role })
const tab = (id: string, state: AttendanceState = {}, role?: Person['role']): Tab => ({
  person: person(id, role),
  state,
})
const NOW = 10_000
const names = (tabs: readonly Tab[]) => handsUp(attendingOf(tabs, NOW)).map(each => each.person.id)

test('[B22] of two tabs of one person the latest word counts, whatever their order', () => {
  const before = tab('ana', { hand: { on: true, at: 5 } })
  const after = tab('ana', { hand: { on: false, at: 6 } })
  for (const tabs of [
    [before, after, tab('ana')],
    [after, tab('ana'), before],
  ])
    expect(attendingOf(tabs, NOW)).toEqual([{ person: person('ana') }])
})

test('[B22] ready are those whom the server names, and I', () => {
  const tabs = [tab('ben'), tab('mei'), tab('ben')]
  const told = { kind: 'ready', run: 'r1', ready: 2, of: 3, mine: true } as const
  expect(attendingOf(tabs, NOW, told)).toEqual([{ person: person('ben'), ready: 'r1' }, { person: person('mei') }])
  expect(attendingOf(tabs, NOW, { ...told, people: ['mei'], mine: false })).toEqual([
    { person: person('ben') },
    { person: person('mei'), ready: 'r1' },
  ])
})

test('[B22] my own word counts before the server knows it: once, for its own run, and of participants', () => {
  const told = { kind: 'ready', run: 'r1', ready: 1, of: 3, mine: false } as const
  const ben = person('ben')
  expect(withReady(told, { run: 'r1', isReady: true }, ben)).toEqual({ ...told, ready: 2, mine: true })
  expect(withReady(told, { run: 'r1', isReady: false }, ben)).toEqual(told)
  expect(withReady(told, { run: 'r0', isReady: true }, ben)).toEqual(told)
  expect(withReady(told, { run: 'r1', isReady: true }, person('ana', 'facilitator'))).toEqual({ ...told, mine: true })
})

test('[B22] hands queue in the order in which they went up; nobody gets ahead by a wrong clock', () => {
  const up = (at: number) => ({ hand: { on: true, at } })
  expect(names([tab('ben', up(300)), tab('ana', up(100)), tab('mei', up(200))])).toEqual(['ana', 'mei', 'ben'])
  expect(names([tab('ben', up(1e15)), tab('ana', up(NOW - 1))])).toEqual(['ana', 'ben'])
})

test('[B22] a facilitator lowers a hand, and it can go up again; nobody else lowers one', () => {
  const up = tab('ben', { hand: { on: true, at: 100 } })
  expect(names([up, tab('eve', { lowered: { ben: 200 } })])).toEqual(['ben'])
  expect(names([up, tab('ana', { lowered: { ben: 200 } }, 'facilitator')])).toEqual([])
  const again = tab('ben', { hand: { on: true, at: 300 } })
  expect(names([again, tab('ana', { lowered: { ben: 200 } }, 'facilitator')])).toEqual(['ben'])
})

test('[M20] a hundred hands that were lowered fit into presence: the oldest are forgotten', () => {
  let lowered: Readonly<Record<string, number>> = {}
  for (let i = 0; i < 100; i++) lowered = withLowered(lowered, `person-${String(i).padStart(9, '0')}`, 1.7e12 + i)
  expect(Object.keys(lowered)).toHaveLength(30)
  expect(Object.keys(lowered).at(-1)).toBe('person-000000099')
  expect(JSON.stringify(lowered).length).toBeLessThan(1_200)
})
