/** Pictures go with their notes to another board, for who is at both; what cannot come is left, whatever is on the clipboard. */
import { expect, test } from 'vitest'
import { openTable } from '../editor/test-board.ts'
import { copyOf } from '../files/copied.ts'
import type { CarryGround } from './carry-images.ts'
import { carryImages } from './carry-images.ts'
import { pasteWords } from './paste-words.ts'

const hashOf = (n: number) => n.toString(16).padStart(64, '0')

/** Ana copies notes with pictures; `there` is what the boards have. */
function copied(count: number, { board = 'hers' } = {}) {
  const ana = openTable().joins('Ana')
  for (let i = 0; i < count; i++) ana.editor.addNote('channels', { image: hashOf(i), text: i % 2 ? `Shop ${i}` : '' })
  const ids = ana.canvas.notes.all().map(({ id }) => id)
  return { text: '', html: copyOf(ana.canvas, ids, { board, nameOf: area => area }).html }
}

function grounds({ closed = [], full = false }: { readonly closed?: readonly string[]; readonly full?: boolean } = {}) {
  const asked: string[] = []
  const kept: string[] = []
  const ground: CarryGround = {
    board: 'mine',
    bring: (board, hash) => {
      asked.push(`${board}/${hash}`)
      return Promise.resolve(closed.includes(hash) ? 'none' : new Blob([hash]))
    },
    server: {
      putImage: (board, hash) => {
        if (full) return Promise.resolve({ ok: false, problem: 'full' })
        kept.push(`${board}/${hash}`)
        return Promise.resolve({ ok: true, value: undefined })
      },
    },
    begins: () => asked.push('begins'),
  }
  return { ground, asked, kept }
}

test('[B14] pictures come along, each once, and the notes name them', async () => {
  const brought = copied(9)
  const { ground, kept } = grounds()
  const came = await carryImages(brought, ground)
  expect(kept.sort()).toEqual(Array.from({ length: 9 }, (_, i) => `mine/${hashOf(i)}`))
  const ben = openTable().joins('Ben')
  const pasted = pasteWords(brought, ben.editor, {}, came)
  expect(pasted).toMatchObject({ kind: 'done', left: [] })
  expect(new Set(ben.canvas.notes.all().map(({ image }) => image))).toEqual(came)
})

test('[B14] a picture of a board that is closed to me, or for which there is no room here, is left, and that is said', async () => {
  const brought = copied(4)
  const came = await carryImages(brought, grounds({ closed: [hashOf(0), hashOf(1)] }).ground)
  const ben = openTable().joins('Ben')
  const pasted = pasteWords(brought, ben.editor, {}, came)
  expect(pasted).toMatchObject({ kind: 'done', left: ['2 pictures could not come along from their board.'] })
  // The one that was nothing but a picture stays away.
  expect(ben.canvas.notes.all().map(({ text, image }) => [text, image])).toEqual(
    expect.arrayContaining([
      ['Shop 1', undefined],
      ['', hashOf(2)],
      ['Shop 3', hashOf(3)],
    ]),
  )
  expect(ben.canvas.notes.size).toBe(3)
  expect((await carryImages(brought, grounds({ full: true }).ground)).size).toBe(0)
})

test('[T25] nothing is asked for on this board, for words, or at an address that is no board', async () => {
  const { ground, asked } = grounds()
  for (const brought of [copied(1, { board: 'mine' }), copied(1, { board: '../../me' }), { text: 'a', html: '<p>a' }])
    expect((await carryImages(brought, ground)).size).toBe(0)
  expect(asked).toEqual([])
})
