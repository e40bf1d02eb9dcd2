/** Ids are short enough for addresses, safe in them, and never the same twice. */
import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, newSecret, toBase64Url } from './id.ts'

test('bytes become base64url as everybody writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('[M8] ids are 16 letters, secrets 22, all of them may stand in a path, and none comes twice', () => {
  const ids = new Set([...Array(2_000).keys()].map(newId))
  expect(ids.size).toBe(2_000)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{16}$/)
  expect(newSecret()).toMatch(/^[A-Za-z0-9_-]{22}$/)
})

test('[M8] ids say nothing of when they were made: ids in order of making are in no order', () => {
  const ids = [...Array(200).keys()].map(newId)
  const rising = ids.filter((id, index) => index > 0 && id > (ids[index - 1] ?? '')).length
  expect(rising).toBeGreaterThan(50)
  expect(rising).toBeLessThan(150)
})
