/** What is said where one writes for oneself. */
import type { Board } from '../editor/board.ts'
import { say } from '../words/words.ts'

/** At a field for a new note: who sees it until when, and what becomes of my name. Undefined where everybody sees it. */
export const privateWords = ({ privateRound: { value: round } }: Board): string | undefined =>
  round?.state === 'open' ? say(`private.field.${round.names}`) : undefined
