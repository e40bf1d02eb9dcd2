/** Telling and hearing: everyone hears, in order, once a subscription, whatever others do with what they hear. */
import { expect, test } from 'vitest'
import { Signal, Value } from './observable.ts'

test('listeners hear in the order of subscribing, until they leave', () => {
  const heard: string[] = []
  const signal = new Signal<number>()
  const leave = signal.subscribe(news => heard.push(`a${news}`))
  signal.subscribe(news => heard.push(`b${news}`))
  signal.tell(1)
  leave()
  leave()
  signal.tell(2)
  expect(heard).toEqual(['a1', 'b1', 'b2'])
})

test('one function subscribed twice is told twice and leaves once at a time', () => {
  let times = 0
  const count = () => {
    times++
  }
  const signal = new Signal()
  const leave = signal.subscribe(count)
  signal.subscribe(count)
  signal.tell()
  expect(times).toBe(2)
  leave()
  signal.tell()
  expect(times).toBe(3)
  expect(signal.isHeard).toBe(true)
})

test('a listener that throws keeps nobody from hearing, and the first failure is not swallowed', () => {
  const heard: string[] = []
  const signal = new Signal()
  signal.subscribe(() => {
    throw new Error('first')
  })
  signal.subscribe(() => {
    throw new Error('second')
  })
  signal.subscribe(() => heard.push('third'))
  expect(() => signal.tell()).toThrow('first')
  expect(heard).toEqual(['third'])
})

test('whoever leaves or comes while news is told does not disturb the round', () => {
  const heard: string[] = []
  const signal = new Signal()
  const leave = signal.subscribe(() => {
    heard.push('leaver')
    leave()
    signal.subscribe(() => heard.push('newcomer'))
  })
  signal.subscribe(() => heard.push('other'))
  signal.tell()
  expect(heard).toEqual(['leaver', 'other'])
  signal.tell()
  expect(heard).toEqual(['leaver', 'other', 'other', 'newcomer'])
})

test('a value tells what is new, not what is the same', () => {
  const heard: number[] = []
  const value = new Value(1)
  value.subscribe(news => heard.push(news))
  for (const next of [1, 2, 2, Number.NaN, Number.NaN, 3]) value.set(next)
  expect(heard).toEqual([2, Number.NaN, 3])
  expect(value.value).toBe(3)
})
