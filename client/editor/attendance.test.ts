/** Ready and hands, of those who are here, as the server tells them. */
import { expect, test } from 'vitest'
import { attendingOf, handsUp, withHand, withReady } from './attendance.ts'
import type { Person } from './board.ts'

const person = (id: string, role: Person['role'] = 'participant'): Person => ({ id, name: id, color: 'jade', role })
const [ana, ben, mei] = [person('ana'), person('ben'), person('mei')]

test('[B22] ready are those whom the server names, and I', () => {
  const here = [ben, mei, ben]
  const ready = { kind: 'ready', run: 'r1', ready: 2, of: 3, mine: true } as const
  expect(attendingOf(here, { ready })).toEqual([{ person: ben, ready: 'r1' }, { person: mei }])
  expect(attendingOf(here, { ready: { ...ready, people: ['mei'], mine: false } })).toEqual([
    { person: ben },
    { person: mei, ready: 'r1' },
  ])
})

test('[B22] my own word counts before the server knows it: once, for its own run, and of participants', () => {
  const told = { kind: 'ready', run: 'r1', ready: 1, of: 3, mine: false } as const
  expect(withReady(told, { run: 'r1', isReady: true }, ben)).toEqual({ ...told, ready: 2, mine: true })
  expect(withReady(told, { run: 'r1', isReady: false }, ben)).toEqual(told)
  expect(withReady(told, { run: 'r0', isReady: true }, ben)).toEqual(told)
  expect(withReady(told, { run: 'r1', isReady: true }, person('ana', 'facilitator'))).toEqual({ ...told, mine: true })
})

test('[B22] hands queue in the order in which they went up; of those who are away they are not shown', () => {
  const hands = {
    kind: 'hands',
    up: [
      ['ben', 300],
      ['kim', 50],
      ['ana', 100],
    ],
  } as const
  const names = handsUp(attendingOf([ben, mei, ana], { hands })).map(each => each.person.id)
  expect(names).toEqual(['ana', 'ben'])
})

test('[B22] my own word about a hand counts before the server knows it, and changes nothing where it says so already', () => {
  const told = { kind: 'hands', up: [['ben', 100]] } as const
  expect(withHand(undefined, { person: 'ana', isUp: true, at: 200 }).up).toEqual([['ana', 200]])
  expect(withHand(told, { person: 'ben', isUp: true, at: 200 }).up).toEqual(told.up)
  expect(withHand(told, { person: 'ben', isUp: false, at: 200 }).up).toEqual([])
  expect(withHand(told, { person: 'ana', isUp: false, at: 200 }).up).toEqual(told.up)
})
