/** The arrow keys: which way each goes, and its name in keys and titles. */
import type { Way } from '../editor/navigation.ts'

export const ARROW_KEYS = [
  ['up', 'Up'],
  ['down', 'Down'],
  ['left', 'Left'],
  ['right', 'Right'],
] as const satisfies readonly (readonly [Way, string])[]
