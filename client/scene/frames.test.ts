/** The frame scheduler, with a clock that is turned by hand. */
import { expect, test } from 'vitest'
import type { Clock } from './frames.ts'
import { createFrames } from './frames.ts'

type Layer = 'board' | 'hand'

function byHand() {
  let now = 1000
  let waiting: (() => void)[] = []
  let alarms: { at: number; ring: () => void }[] = []
  const clock: Clock = {
    now: () => now,
    nextFrame: callback => {
      waiting.push(callback)
      return () => {
        waiting = waiting.filter(each => each !== callback)
      }
    },
    after: (ms, ring) => {
      const alarm = { at: now + ms, ring }
      alarms.push(alarm)
      return () => {
        alarms = alarms.filter(each => each !== alarm)
      }
    },
  }
  const painted: string[] = []
  const frames = createFrames<Layer>(clock, dirty => painted.push([...dirty].sort().join(' ')))
  return {
    frames,
    painted,
    get asked() {
      return waiting.length
    },
    get alarms() {
      return alarms.length
    },
    /** Lets time pass, then paints a frame if one was asked for. */
    frame(ms = 16) {
      now += ms
      const due = alarms.filter(({ at }) => at <= now)
      alarms = alarms.filter(({ at }) => at > now)
      for (const { ring } of due) ring()
      const callbacks = waiting
      waiting = []
      for (const callback of callbacks) callback()
    },
  }
}

test('nothing is asked of the browser while nothing happens', () => {
  const hand = byHand()
  hand.frames.mark('board')
  hand.frame()
  hand.frame()
  expect(hand.painted).toEqual(['board'])
  expect(hand.asked).toBe(0)
})

test('many marks make one paint, of the marked layers only', () => {
  const hand = byHand()
  hand.frames.mark('board')
  hand.frames.mark('hand', 'board')
  hand.frames.mark('board')
  expect(hand.asked).toBe(1)
  hand.frame()
  hand.frames.mark('hand')
  hand.frame()
  expect(hand.painted).toEqual(['board hand', 'hand'])
})

test('a moving layer is painted in each frame, and once more when it has arrived', () => {
  const hand = byHand()
  hand.frames.moves('hand', 1040)
  for (let i = 0; i < 6; i++) hand.frame()
  expect(hand.painted).toEqual(['hand', 'hand', 'hand'])
  expect(hand.asked).toBe(0)
})

test('a shorter move does not end a longer one', () => {
  const hand = byHand()
  hand.frames.moves('hand', 1060)
  hand.frames.moves('hand', 1010)
  for (let i = 0; i < 6; i++) hand.frame()
  expect(hand.painted).toHaveLength(4)
})

test('a layer wakes at the earliest of its times', () => {
  const hand = byHand()
  hand.frames.wake('hand', 2000)
  hand.frames.wake('hand', 1100)
  hand.frames.wake('hand', 1500)
  expect(hand.alarms).toBe(1)
  hand.frame(50)
  expect(hand.painted).toEqual([])
  hand.frame(50)
  expect(hand.painted).toEqual(['hand'])
  expect(hand.alarms).toBe(0)
})

test('what is marked while painting is painted in the next frame', () => {
  let again = true
  const waiting: (() => void)[] = []
  const painted: string[] = []
  const clock: Clock = {
    now: () => 0,
    nextFrame: callback => (waiting.push(callback), () => {}),
    after: () => () => {},
  }
  const frames = createFrames<Layer>(clock, dirty => {
    painted.push([...dirty].join(' '))
    if (again) frames.mark('hand')
    again = false
  })
  frames.mark('board')
  while (waiting.length > 0) waiting.shift()?.()
  expect(painted).toEqual(['board', 'hand'])
})

test('a flush paints at once, and the frame that was asked for is taken back', () => {
  const hand = byHand()
  hand.frames.mark('board')
  hand.frames.flush()
  expect(hand.painted).toEqual(['board'])
  expect(hand.asked).toBe(0)
  hand.frames.flush()
  expect(hand.painted).toEqual(['board'])
})

test('after stop nothing is painted and nothing is waited for', () => {
  const hand = byHand()
  hand.frames.mark('board')
  hand.frames.moves('hand', 5000)
  hand.frames.wake('board', 3000)
  hand.frames.stop()
  hand.frame(4000)
  expect(hand.painted).toEqual([])
  expect(hand.alarms + hand.asked).toBe(0)
})
