/** What the log of a server says of a whole life of it, and what it never says. */
import { expect, test } from 'vitest'
import { withCommit } from '../e2e/chaos/kit/storages.ts'
import { startInProcess } from '../e2e/support/in-process.ts'
import { secretOf } from '../e2e/support/nonagon.ts'
import { rawWith } from '../e2e/support/raw.ts'
import { openCanvas } from '../shared/canvas/canvas.ts'
import { addNote, change } from '../shared/canvas/operations.ts'
import { encodeSync, SYNC } from '../shared/wire/messages.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { openMemory } from './storage/memory.ts'
import { StorageError } from './storage/storage.ts'

const TITLE = 'Zanzibar'
const WORDS = 'Quixotic'
const NAME = 'Xanthippe'

/** A board is made, written in, hit by a full disk, asked for nonsense; the server stops. */
async function live(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = []
  const log: Log = createLog(level, line => lines.push(line))
  let isFull = false
  const storage = withCommit(openMemory(), async (batch, really) => {
    if (isFull) throw new StorageError(`No room for ${JSON.stringify(batch.map(({ kind }) => kind))}`, { full: true })
    await really(batch)
  })
  const server = await startInProcess({ storage, log })
  const made = await server.makeBoardByHttp({ title: TITLE })
  const options = { url: server.local, path: `${made.board}/canvas/main` }
  const joined = await fetch(`${server.local}/api/boards/${made.board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(made.links.participant), name: NAME }),
  })
  const ana = rawWith(secretOf(made.links.participant), NAME, options)
  await ana.synced()
  const canvas = openCanvas(ana.doc)
  const add = (id: string) =>
    change(canvas, 'me', () =>
      addNote(canvas, { id, place: ['channels', 0, 0, 1], text: WORDS, color: 'straw', author: '' }),
    )
  add('first')
  await ana.saved()
  isFull = true
  add('second')
  await ana.ended()
  isFull = false
  const { tick } = server.server.rooms
  await expect.poll(() => tick.isFailing, { timeout: 10_000 }).toBe(false)
  const hostile = rawWith(secretOf(made.links.participant), NAME, options)
  await hostile.synced()
  hostile.send(encodeSync(SYNC.update, new TextEncoder().encode(WORDS)))
  await hostile.ended()
  await server.stop()
  const cookie = /=([^;]+)/.exec(joined.headers.get('set-cookie') ?? '')?.[1] ?? 'no cookie'
  const events = lines.map(line => JSON.parse(line) as { level: string; event: string })
  return { lines, events, secrets: [cookie, ...Object.values(made.links).map(secretOf)] }
}

test('info tells of start and stop, boards, trouble with storage and folded logs; no content, name or secret', async () => {
  const { lines, events, secrets } = await live('info')
  expect(events.map(({ event }) => event).filter(event => event !== 'commit.failed')).toEqual([
    ...['server.started', 'board.made', 'storage.readOnly', 'storage.back'],
    ...['server.stopping', 'document.folded', 'document.folded', 'server.stopped'],
  ])
  expect(secrets).toHaveLength(5)
  for (const secret of [TITLE, WORDS, NAME, ...secrets]) expect(lines.join('\n')).not.toContain(secret)
})

test('warn tells of the trouble alone, silent of nothing', async () => {
  const { events } = await live('warn')
  expect(new Set(events.map(({ event }) => event))).toEqual(
    new Set(['commit.failed', 'storage.readOnly', 'storage.back']),
  )
  expect((await live('silent')).lines).toEqual([])
})
