/** The one HTML text that the page's default policy lets through. */
import { expect, test } from 'vitest'
import { emptyOnly } from './trusted-types.ts'

test('[T24] only the empty text passes', () => {
  expect(emptyOnly('')).toBe('')
  for (const text of [' ', '<b>', '<img src=x onerror=alert(1)>', 'null']) expect(emptyOnly(text)).toBeNull()
})
