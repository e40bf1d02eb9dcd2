/** What a file of a canvas is called, and how large a picture may be. */
import { expect, test } from 'vitest'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import { fileName, textFile } from './export.ts'
import { isTooLarge, pixelsOf } from './png.ts'

test('[B13] a file is called as its canvas', () => {
  expect(fileName('Spotify', 'markdown')).toBe('Spotify.md')
  expect(fileName('Q3: costs / revenue?', 'json')).toBe('Q3 costs revenue.json')
  expect(fileName('نموذج العمل 🎧', 'svg')).toBe('نموذج العمل 🎧.svg')
})

test('a name is one on every system, whatever the title', () => {
  expect(fileName('', 'png')).toBe('canvas.png')
  expect(fileName(' ... ', 'png')).toBe('canvas.png')
  expect(fileName('../../etc/passwd', 'markdown')).toBe('etc passwd.md')
  expect(fileName('CON', 'markdown')).toBe('canvas CON.md')
  expect(fileName('a\u202Ecod.exe\0\n', 'json')).toBe('a cod.exe.json')
  expect([...fileName('🎧'.repeat(200), 'svg')]).toHaveLength(80 + 4)
  expect(fileName(`${'x'.repeat(79)}. y`, 'svg')).toBe(`${'x'.repeat(79)}.svg`)
})

test('[B13] Markdown comes out as it came in', async () => {
  let count = 0
  const read = fromMarkdown(SPOTIFY, { newId: () => `n${count++}`, now: 1, author: '' })
  expect(read.ok && (await textFile('markdown', read.content).text())).toBe(SPOTIFY)
})

test('a picture that no browser paints is known before', () => {
  const sheet = { width: 2496, height: 1550.5 }
  expect(pixelsOf(sheet, 4)).toEqual({ width: 9984, height: 6202 })
  expect(isTooLarge(sheet, 4)).toBe(false)
  expect(isTooLarge({ width: 2496, height: 33_000 }, 1)).toBe(true)
  expect(isTooLarge({ width: 2496, height: 6_000 }, 4)).toBe(false)
  expect(isTooLarge({ width: 6_000, height: 6_000 }, 3)).toBe(true)
})
