/** How often each says where they point: what everybody hears together stays about the same, however many they are. */

const FEW = { people: 10, pauseMs: 40 } as const
const MANY = { people: 60, pauseMs: 200 } as const

/** Between two messages of one tab, ms: 25 a second among a few, 5 among sixty. */
export function pauseMs(tabs: number): number {
  const part = (tabs - FEW.people) / (MANY.people - FEW.people)
  return FEW.pauseMs + Math.min(1, Math.max(0, part)) * (MANY.pauseMs - FEW.pauseMs)
}

/** Messages come a little late: a cursor that has arrived before the next one would stop and go. */
const SLACK_MS = 40

/** In this time what another points with glides from one message to the next, ms. */
export const glideMs = (tabs: number): number => pauseMs(tabs) + SLACK_MS
