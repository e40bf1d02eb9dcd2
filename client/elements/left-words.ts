/** What is said of what stayed behind of a paste or a file. */
import type { Left } from '../files/left-behind.ts'
import { say } from '../words/words.ts'

export const leftWords = ({ images, ties, isHeld }: Left): readonly string[] => [
  ...(images > 0 ? [say('paste.leftImages', { count: images })] : []),
  ...(ties > 0 ? [say(isHeld ? 'paste.leftHeld' : 'paste.leftTies')] : []),
]
