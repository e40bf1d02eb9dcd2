import { expect, test } from 'vitest'
import { createAnnouncer } from './announcer.ts'

/** Pauses that end when the test says so. */
function heard() {
  const texts: string[] = []
  let pending: (() => void) | undefined
  const announcer = createAnnouncer(text => texts.push(text), {
    start: run => {
      pending = run
    },
    stop: () => {
      pending = undefined
    },
  })
  const rest = () => {
    const run = pending
    pending = undefined
    run?.()
  }
  return { announcer, texts, rest, isPausing: () => pending !== undefined }
}

test('the first news is said at once, what follows waits for the pause', () => {
  const { announcer, texts, rest } = heard()
  announcer.added('Ana', 'channels')
  expect(texts).toEqual(['Ana added to Channels.'])
  announcer.added('Ben', 'channels')
  announcer.say('No connection.')
  expect(texts).toHaveLength(1)
  rest()
  expect(texts.slice(1)).toEqual(['No connection. Ben added to Channels.'])
})

test('many notes of one person in one block are one line', () => {
  const { announcer, texts, rest } = heard()
  announcer.say('Back.')
  for (let i = 0; i < 5; i++) announcer.added('Ana', 'parking')
  rest()
  expect(texts.at(-1)).toBe('Ana added 5 notes to Parking lot.')
})

test('a rush is a count', () => {
  const { announcer, texts, rest } = heard()
  announcer.say('Back.')
  for (const name of ['Ana', 'Ben', 'Mei', 'Luis', 'Fatima']) announcer.added(name, 'channels')
  rest()
  expect(texts.at(-1)).toBe('5 changes by others.')
})

test('after a quiet pause the next news is said at once again', () => {
  const { announcer, texts, rest, isPausing } = heard()
  announcer.say('One')
  rest()
  expect(isPausing()).toBe(false)
  announcer.say('Two')
  expect(texts).toEqual(['One.', 'Two.'])
})

test('of the places someone walked through only the last is said', () => {
  const { announcer, texts, rest } = heard()
  announcer.stand('First note')
  announcer.stand('Second note')
  announcer.stand('Third note')
  rest()
  expect(texts).toEqual(['First note.', 'Third note.'])
})
