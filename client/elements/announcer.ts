/** Gathers what a screen reader should hear and says it at most once in a while, so that a busy board does not talk all the time. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { say } from '../words/words.ts'

export interface Announcer {
  /** What the person must know: said whole, in order. */
  say(text: string): void
  /** Where the person stands now: only the last of several is said. */
  stand(text: string): void
  /** Somebody else's note appeared. */
  added(name: string, area: Area): void
  destroy(): void
}

export interface Pauses {
  start(run: () => void, ms: number): unknown
  stop(pause: unknown): void
}

const PAUSE_MS = 1500
/** More lines about others than this become one count. */
const MOST_LINES = 3

const asSentence = (text: string): string => (/[.!?؟…]$/u.test(text) ? text : `${text}.`)

export function createAnnouncer(speak: (text: string) => void, pauses: Pauses): Announcer {
  let said: string[] = []
  let place = ''
  let additions = new Map<string, { name: string; area: Area; count: number }>()
  let pause: unknown
  let paused = false

  const lines = (): readonly string[] => {
    const others = [...additions.values()]
    if (others.length > MOST_LINES)
      return [say('live.many', { count: others.reduce((sum, { count }) => sum + count, 0) })]
    return others.map(({ name, area, count }) => {
      const where = say(`area.${area}`)
      return count === 1
        ? say('live.added', { name, area: where })
        : say('live.addedMany', { name, count, area: where })
    })
  }
  const flush = () => {
    const text = [place, ...said, ...lines()].filter(Boolean).map(asSentence).join(' ')
    said = []
    place = ''
    additions = new Map()
    paused = text !== ''
    if (!paused) return
    speak(text)
    pause = pauses.start(flush, PAUSE_MS)
  }
  const soon = () => {
    if (!paused) flush()
  }

  return {
    say: text => {
      if (said.at(-1) !== text) said.push(text)
      soon()
    },
    stand: text => {
      place = text
      soon()
    },
    added: (name, area) => {
      const key = `${area} ${name}`
      const before = additions.get(key)
      additions.set(key, { name, area, count: (before?.count ?? 0) + 1 })
      soon()
    },
    destroy: () => pauses.stop(pause),
  }
}
