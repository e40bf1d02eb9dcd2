/** What sounds when, counted by the tones that the browser is asked for. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { SessionNews } from '../editor/workshop.ts'
import { chimeFor } from './chime.ts'

let started: number[] = []
let contexts = 0
let open = 0
const touched = { hasBeenActive: true }

beforeEach(() => {
  started = []
  contexts = open = 0
  touched.hasBeenActive = true
  const ramp = () => undefined
  class Context {
    readonly currentTime = 0
    readonly destination = {}
    constructor() {
      contexts++
      open++
    }
    close = () => Promise.resolve(void open--)
  }
  class Tone {
    readonly #frequency: number
    constructor(_context: unknown, { frequency }: { frequency: number }) {
      this.#frequency = frequency
    }
    connect = (to: unknown) => to
    start = () => void started.push(this.#frequency)
    stop = ramp
  }
  class Gain {
    readonly gain = { linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp }
    connect = (to: unknown) => to
  }
  vi.stubGlobal('AudioContext', Context)
  vi.stubGlobal('OscillatorNode', Tone)
  vi.stubGlobal('GainNode', Gain)
  vi.stubGlobal('navigator', { userActivation: touched })
})
afterEach(() => vi.unstubAllGlobals())

function listener() {
  const news = new Signal<SessionNews>()
  const isOn = new Value(true)
  const stop = chimeFor({ news }, { isOn, set: next => isOn.set(next) })
  const last = (seconds: number) => news.tell({ kind: 'last', seconds })
  const lastTen = () => {
    for (let seconds = 10; seconds > 0; seconds--) last(seconds)
    news.tell({ kind: 'end' })
  }
  return { news, isOn, stop, last, lastTen }
}

test('[B6] each of the last ten seconds is one short tone, the end one that is lower; nothing else sounds', () => {
  const { news, lastTen, stop } = listener()
  news.tell({ kind: 'half', minutes: 4 })
  news.tell({ kind: 'minute' })
  news.tell({ kind: 'paused' })
  expect([started, contexts]).toEqual([[], 0])
  lastTen()
  const [tap = 0, ...rest] = started
  const end = rest.pop() ?? 0
  expect(rest).toEqual(Array.from({ length: 9 }, () => tap))
  expect(end).toBeLessThan(tap)
  expect(contexts).toBe(1)
  stop()
  lastTen()
  expect([started.length, open]).toEqual([11, 0])
})

test('[B6] who muted it hears nothing at all, and again from the second in which they let it', () => {
  const { isOn, last, lastTen } = listener()
  isOn.set(false)
  lastTen()
  expect([started, contexts]).toEqual([[], 0])
  isOn.set(true)
  last(2)
  expect(started).toHaveLength(1)
  isOn.set(false)
  last(1)
  expect(started).toHaveLength(1)
})

test('[B6] a page that nobody has touched stays silent', () => {
  touched.hasBeenActive = false
  const { lastTen } = listener()
  lastTen()
  expect([started, contexts]).toEqual([[], 0])
})
