/** Notes that turn up at a reveal: each lies face down until it is its turn, and they follow one another closely. */

/** How a note is seen that has not turned up yet: from which side, and how much of its width. */
export interface Turn {
  readonly side: 'back' | 'front'
  /** From 0, when it stands on its edge, to 1. */
  readonly width: number
}

export interface Turning {
  /** Turns these up one after the other in their order, and the rest together with the last; answers when all lie open. */
  begin(ids: readonly string[], now: number): number
  /** Undefined for a note that lies as it is. */
  turnOf(id: string, now: number): Turn | undefined
}

const TURN_MS = 220
const APART_MS = 40
const MOST_STEPS = 12

/** However many there are, the whole takes no longer. */
export const WHOLE_MS = MOST_STEPS * APART_MS + TURN_MS

/** `isStill`: motion is not wanted. */
export function createTurning(isStill: () => boolean): Turning {
  const starts = new Map<string, number>()
  let end = 0
  return {
    begin: (ids, now) => {
      if (isStill()) return now
      if (now >= end) starts.clear()
      for (const [i, id] of ids.entries()) starts.set(id, now + Math.min(i, MOST_STEPS) * APART_MS)
      end = Math.max(end, now + WHOLE_MS)
      return end
    },
    turnOf: (id, now) => {
      const start = now < end ? starts.get(id) : undefined
      if (start === undefined || now >= start + TURN_MS) return undefined
      const part = Math.max(0, (now - start) / TURN_MS)
      return { side: part < 0.5 ? 'back' : 'front', width: Math.abs(Math.cos(part * Math.PI)) }
    },
  }
}
