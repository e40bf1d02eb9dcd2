/** Which note stands open: one whose words were cut, under a pointer that waits, or looked at alone. */
import type { Editor } from '../editor/editor.ts'

/** As long as a tooltip waits. */
const OPENS_AFTER_MS = 500

export interface Opened {
  /** The pointer is over something else. Answers when a note may open, or undefined. */
  hover(now: number): number | undefined
  at(now: number): string | undefined
}

export function createOpened({ hover, hand, writing, level, focus }: Editor): Opened {
  let over: string | undefined
  let since = 0
  return {
    hover: now => {
      const { value } = hover
      const next = value.kind === 'note' ? value.id : undefined
      if (next === over) return undefined
      over = next
      since = now
      return over === undefined ? undefined : now + OPENS_AFTER_MS
    },
    at: now => {
      if (hand.value.kind !== 'nothing' || writing.value !== undefined) return undefined
      if (over !== undefined && now - since >= OPENS_AFTER_MS) return over
      return level.value === 'note' ? focus.value.note : undefined
    },
  }
}
