/** What others say in passing, as a screen reader hears it. */
import { expect, test } from 'vitest'
import type { Other, Pointing } from '../editor/board.ts'
import { createHearing } from './hearing.ts'

function listen() {
  let now = 0
  const pauses = new Map<number, { readonly at: number; readonly run: () => void }>()
  let next = 0
  const heard: string[] = []
  const hearing = createHearing(
    {
      said: ({ name }, words) => heard.push(`${name} says ${words}`),
      reacted: ({ name }, kind) => heard.push(`${name} ${kind}`),
    },
    {
      start: (run, ms) => {
        pauses.set(++next, { at: now + ms, run })
        return next
      },
      stop: pause => void pauses.delete(pause as number),
    },
    () => now,
  )
  const pass = (ms: number) => {
    now += ms
    for (const [id, { at, run }] of pauses) if (at <= now && pauses.delete(id)) run()
  }
  return { hearing, heard, pass }
}

const ben = (pointing: Pointing): Other => ({
  tab: 1,
  person: { id: 'ben', name: 'Ben', color: 'brick', role: 'participant' },
  pointing,
})

test('a remark is heard once it stands, not letter by letter', () => {
  const { hearing, heard, pass } = listen()
  for (const chat of ['L', 'Lo', 'Look']) {
    hearing.hear([ben({ chat })])
    pass(300)
  }
  expect(heard).toEqual([])
  pass(1_200)
  hearing.hear([ben({ chat: 'Look' })])
  pass(5_000)
  expect(heard).toEqual(['Ben says Look'])
})

test('what is taken back before it stands is not heard, nor from who has left', () => {
  const { hearing, heard, pass } = listen()
  hearing.hear([ben({ chat: 'No' })])
  hearing.hear([ben({})])
  pass(2_000)
  hearing.hear([ben({ chat: 'Bye' })])
  hearing.hear([])
  pass(2_000)
  expect(heard).toEqual([])
})

test('reactions are named, of one person once in three seconds; those from before I came are not', () => {
  const { hearing, heard, pass } = listen()
  const reacts = (count: number) => hearing.hear([ben({ reaction: { kind: 'idea', count, at: ['desk', 0, 0] } })])
  reacts(4)
  expect(heard).toEqual([])
  for (let count = 5; count < 45; count++) {
    reacts(count)
    pass(100)
  }
  expect(heard).toEqual(['Ben idea', 'Ben idea'])
})
