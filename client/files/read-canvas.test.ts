/** What comes in as a file is read whole, or there is a word why not. */
import { expect, test } from 'vitest'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { LARGEST_FILE, readCanvas, readCanvasFile } from './read-canvas.ts'

let count = 0
const BY = { newId: () => `id${count++}`, now: 1, author: 'ana' }
const bytes = (text: string) => new TextEncoder().encode(text)
const read = (content: string | Uint8Array) => readCanvas(typeof content === 'string' ? bytes(content) : content, BY)
const problemOf = (content: string | Uint8Array) => {
  const answer = read(content)
  return answer.ok ? undefined : answer.problem
}
const notesOf = (content: string | Uint8Array) => {
  const answer = read(content)
  return answer.ok ? answer.content.notes.map(({ text }) => text) : answer.problem
}

test('[B14] Markdown and JSON are told apart by what is in them', () => {
  const markdown = read(SPOTIFY)
  if (!markdown.ok) throw new Error('no canvas')
  expect(markdown.format).toBe('markdown')
  const json = read(`\n ${JSON.stringify(toJSON(markdown.content))}`)
  expect(json).toEqual({ ok: true, format: 'json', content: markdown.content })
})

test('[B14] marks of byte order, and the 16 bits of an old editor, do not matter', () => {
  const text = '## Channels\n- Café → 🎧\n'
  const wide = new Uint8Array(2 + 2 * text.length)
  wide.set([0xff, 0xfe])
  for (let i = 0; i < text.length; i++) new DataView(wide.buffer).setUint16(2 + 2 * i, text.charCodeAt(i), true)
  for (const content of [text, `\uFEFF${text}`, text.replace(/\n/g, '\r\n'), wide])
    expect(notesOf(content)).toEqual(['Café → 🎧'])
})

test('a picture, an archive, a document, letters in another encoding: not a text', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)
  const zip = Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)
  const pdf = Uint8Array.of(...bytes('%PDF-1.7\n'), 0xe2, 0xe3, 0xcf, 0xd3)
  const latin = Uint8Array.of(...bytes('## Channels\n- Caf'), 0xe9)
  for (const content of [png, zip, pdf, latin, '## Channels\n- a\0b'])
    expect(problemOf(content)).toEqual({ kind: 'notText' })
})

test('nothing but spaces is empty, half a JSON is not whole', () => {
  expect(problemOf('')).toEqual({ kind: 'empty' })
  expect(problemOf('\uFEFF \r\n\t')).toEqual({ kind: 'empty' })
  expect(problemOf('{"format": "nonagon-canvas"')).toEqual({ kind: 'notJson' })
  expect(problemOf('['.repeat(500_000))).toEqual({ kind: 'notJson' })
})

test('another text or another JSON says where it is none of ours', () => {
  const html = problemOf('<!doctype html>\n<script>alert(1)</script>')
  expect(html).toMatchObject({ kind: 'notACanvas', format: 'markdown' })
  expect(html && 'faults' in html && html.faults[0]).toMatchObject({
    at: 1,
    sentence: expect.stringMatching(/^This line is neither/),
  })
  expect(problemOf('{"name":"nonagon"}')).toEqual({
    ...{ kind: 'notACanvas', format: 'json' },
    faults: [{ at: 'format', sentence: 'This is not a canvas of Nonagon.' }],
  })
  const future = problemOf('{"format":"nonagon-canvas","version":99}')
  expect(future && 'faults' in future && future.faults).toEqual([
    { at: 'version', sentence: 'This file is of version 99; only 1 can be read here.' },
  ])
  expect(problemOf('[1]')).toMatchObject({ kind: 'notACanvas', format: 'json' })
})

test('a key that reaches a prototype does not come in', () => {
  const read = problemOf('{"format":"nonagon-canvas","version":1,"__proto__":{"polluted":1}}')
  expect(read).toMatchObject({ kind: 'notACanvas' })
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('more than 2 MB is not read at all, and what cannot be read is said to be so', async () => {
  let asked = 0
  const file = (size: number, content: () => Promise<ArrayBuffer>) => ({
    size,
    arrayBuffer: () => {
      asked++
      return content()
    },
  })
  const large = await readCanvasFile(
    file(LARGEST_FILE + 1, () => Promise.resolve(new ArrayBuffer(1))),
    BY,
  )
  expect([large, asked]).toEqual([{ ok: false, problem: { kind: 'tooLarge' } }, 0])
  const folder = await readCanvasFile(
    file(0, () => Promise.reject(new Error('a folder'))),
    BY,
  )
  expect(folder).toEqual({ ok: false, problem: { kind: 'unreadable' } })
  const good = await readCanvasFile(
    file(30, () => Promise.resolve(bytes('## Channels\n- Shop').buffer)),
    BY,
  )
  expect(good.ok).toBe(true)
})
