/** The relay as its clients meet it: stock y-websocket and raw sockets against a server in this process. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { InProcess } from '../../e2e/support/in-process.ts'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { secretOf } from '../../e2e/support/nonagon.ts'
import type { Raw } from '../../e2e/support/raw.ts'
import { rawWith } from '../../e2e/support/raw.ts'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import { addNote, binRecords, change, editText, moveNotes } from '../../shared/canvas/operations.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { openMemory } from '../storage/memory.ts'

let running: InProcess
let board: MadeBoard

beforeAll(async () => {
  running = await startInProcess()
  board = await running.makeBoardByHttp()
})
afterAll(() => running.stop())

const path = () => `${board.board}/canvas/main`
const comes = (
  name: string,
  role: keyof MadeBoard['links'] = 'participant',
  more: { doc?: Y.Doc; query?: Record<string, string>; honest?: boolean } = {},
): Raw => rawWith(secretOf(board.links[role]), name, { url: running.address, path: path(), ...more })

const adds = (raw: Raw, id: string, text: string): void => {
  const canvas = openCanvas(raw.doc)
  change(canvas, 'me', () => addNote(canvas, { id, place: ['channels', 24, 56, 1], text, color: 'straw', author: '' }))
}
const textOf = (raw: Raw, id: string): string | undefined => openCanvas(raw.doc).notes.get(id)?.text

describe('two people', () => {
  test('see what the other writes, and their own receipts', async () => {
    const ana = comes('Ana')
    const ben = comes('Ben')
    await Promise.all([ana.synced(), ben.synced()])
    adds(ana, 'n1', 'Website')
    await ana.saved()
    await ben.until('the note', () => textOf(ben, 'n1') === 'Website')
    expect(ana.receipts.at(-1)).toMatchObject({ count: ana.sent, refused: false, epoch: 1 })
    ana.cut()
    ben.cut()
  })

  test('the server writes who made a note and when it was put there, where a client did not', async () => {
    const ana = comes('Ana')
    await ana.synced()
    const note = new Y.Map<unknown>()
    note.set('place', ['channels', 24, 56])
    note.set('text', new Y.Text('Shop'))
    ana.doc.getMap('notes').set('bare', note)
    await ana.until('stamps', () => {
      const seen = openCanvas(ana.doc).notes.get('bare')
      return seen !== undefined && seen.author !== '' && seen.place[3] > 0
    })
    ana.cut()
  })

  test('[B2] an observer writes nothing, is told, and the others never see it', async () => {
    const eve = comes('Eve', 'observer')
    const ana = comes('Ana')
    await Promise.all([eve.synced(), ana.synced()])
    adds(eve, 'forbidden', 'x')
    expect(await eve.ended()).toBe(CLOSE.refused)
    expect(eve.notices).toContainEqual(expect.objectContaining({ kind: 'refused', reason: 'role' }))
    expect(eve.receipts.at(-1)).toMatchObject({ refused: true })
    adds(ana, 'after', 'y')
    await ana.saved()
    expect(textOf(ana, 'forbidden')).toBeUndefined()
    ana.cut()
  })

  test('[M3] create and then colour in one tick, each a frame, is not a gap', async () => {
    const ana = comes('Ana')
    await ana.synced()
    adds(ana, 'quick', 'one')
    const canvas = openCanvas(ana.doc)
    change(canvas, 'me', () => editText(canvas, 'quick', 'one two'))
    change(canvas, 'me', () => moveNotes(canvas, new Map([['quick', ['channels', 248, 56, 2] as const]])))
    await ana.saved()
    expect(ana.closed).toBeUndefined()
    ana.cut()
  })

  test('[M4] typing into a note that is in the bin is kept', async () => {
    const ana = comes('Ana')
    const ben = comes('Ben')
    await Promise.all([ana.synced(), ben.synced()])
    adds(ana, 'both', 'Hosts')
    await ben.until('the note', () => textOf(ben, 'both') === 'Hosts')
    const mine = openCanvas(ana.doc)
    change(mine, 'me', () => binRecords(mine, 'notes', ['both']))
    const his = openCanvas(ben.doc)
    change(his, 'me', () => editText(his, 'both', 'Hosts and guests'))
    await Promise.all([ana.saved(), ben.saved()])
    await ana.until('the text in the bin', () => openCanvas(ana.doc).notes.find('both')?.text === 'Hosts and guests')
    expect(textOf(ana, 'both')).toBeUndefined()
    ana.cut()
    ben.cut()
  })

  test('[M6] a client of another epoch is closed before it can merge', async () => {
    const old = comes('Old', 'participant', { query: { epoch: '7' } })
    expect(await old.ended()).toBe(CLOSE.otherEpoch)
    expect(old.received).toHaveLength(0)
  })
})

describe('stock y-websocket 3.1', () => {
  const stock = (doc: Y.Doc, ticket: string) =>
    new WebsocketProvider(`${running.address.replace(/^http/, 'ws')}/sync`, path(), doc, {
      params: { ticket },
      disableBc: true,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  const ticketFor = async (name: string): Promise<string> => {
    const response = await fetch(`${running.address}/api/boards/${board.board}/ticket`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretOf(board.links.participant)}`, 'x-nonagon-name': name },
    })
    return ((await response.json()) as { ticket: string }).ticket
  }
  const synced = (provider: WebsocketProvider) =>
    new Promise<void>(resolve => {
      if (provider.synced) resolve()
      else provider.once('sync', () => resolve())
    })
  const until = (doc: Y.Doc, holds: () => boolean) =>
    new Promise<void>(resolve => {
      const check = () => {
        if (!holds()) return
        doc.off('update', check)
        resolve()
      }
      doc.on('update', check)
      check()
    })

  test('syncs, follows, and comes back by itself with the same ticket after a cut', async () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const [ana, ben] = [stock(one, await ticketFor('Ana')), stock(two, await ticketFor('Ben'))]
    await Promise.all([synced(ana), synced(ben)])
    const mine = openCanvas(one)
    change(mine, 'me', () =>
      addNote(mine, { id: 'stock', place: ['channels', 24, 200, 1], text: 'by stock', color: 'sky', author: '' }),
    )
    await until(two, () => openCanvas(two).notes.get('stock')?.text === 'by stock')
    // The line is cut while both go on writing.
    const again = new Promise<void>(resolve =>
      ana.on('status', ({ status }) => {
        if (status === 'connected') resolve()
      }),
    )
    ana.ws?.close()
    change(mine, 'me', () => editText(mine, 'stock', 'by stock, offline'))
    const his = openCanvas(two)
    change(his, 'me', () => moveNotes(his, new Map([['stock', ['keyResources', 24, 56, 5] as const]])))
    await again
    await until(two, () => openCanvas(two).notes.get('stock')?.text === 'by stock, offline')
    await until(one, () => openCanvas(one).notes.get('stock')?.place[0] === 'keyResources')
    expect(contentOf(openCanvas(one))).toEqual(contentOf(openCanvas(two)))
    ana.destroy()
    ben.destroy()
  })

  test('sees presence under the names the server knows', async () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    const [ana, ben] = [stock(one, await ticketFor('Ana')), stock(two, await ticketFor('Ben'))]
    await Promise.all([synced(ana), synced(ben)])
    const seen = new Promise<Record<string, unknown>>(resolve =>
      ben.awareness.on('change', () => {
        const state = ben.awareness.getStates().get(one.clientID)
        if (state?.['cursor']) resolve(state)
      }),
    )
    ana.awareness.setLocalState({ user: { name: 'The facilitator' }, cursor: ['channels', 1, 2] })
    expect(await seen).toMatchObject({ user: { name: 'Ana' }, person: { name: 'Ana', role: 'participant' } })
    ana.destroy()
    ben.destroy()
  })

  test('a wrong ticket is final: the client does not come again', async () => {
    const doc = new Y.Doc()
    const provider = stock(doc, 'nonsense')
    const code = await new Promise<number>(resolve => provider.on('closed', event => resolve(event.code)))
    expect(code).toBe(CLOSE.noSession)
    expect(provider.shouldConnect).toBe(false)
    provider.destroy()
  })
})

/** Rooms are looked after once a second. */
const SWEPT = { timeout: 5_000 }

describe('memory and rest', () => {
  test('a room that nobody wrote in rests as bytes and answers as before', async () => {
    let time = Date.now()
    const server = await startInProcess({ storage: openMemory(), now: () => time, env: { IDLE_SECONDS: '5' } })
    const made = await server.makeBoardByHttp({ example: 'spotify' })
    const options = { url: server.address, path: `${made.board}/canvas/main` }
    const ana = rawWith(secretOf(made.links.participant), 'Ana', options)
    await ana.synced()
    adds(ana, 'x', 'wakes it')
    await ana.saved()
    const room = server.server.rooms.open(options.path)
    expect(room?.isQuiet).toBe(false)
    time += 60_000
    await expect.poll(() => room?.isQuiet, SWEPT).toBe(true)
    const ben = rawWith(secretOf(made.links.observer), 'Ben', options)
    await ben.synced()
    expect(textOf(ben, 'x')).toBe('wakes it')
    adds(ana, 'y', 'again')
    await ben.until('the second note', () => textOf(ben, 'y') === 'again')
    ana.cut()
    ben.cut()
    await expect.poll(() => room?.peers.size).toBe(0)
    time += 60_000
    await expect.poll(() => server.server.rooms.open(options.path) !== room, SWEPT).toBe(true)
    await server.stop()
  })
})

describe('the bin', () => {
  /** For thousands of notes on a busy machine. */
  const PATIENCE_MS = 60_000

  test('[B5] keeps what was deleted for a month, then the server empties it for everybody', async () => {
    let time = Date.now()
    const server = await startInProcess({ storage: openMemory(), now: () => time })
    const made = await server.makeBoardByHttp()
    const options = { url: server.local, path: `${made.board}/canvas/main` }
    const ana = rawWith(secretOf(made.links.participant), 'Ana', options)
    await ana.synced()
    adds(ana, 'old', 'goes')
    adds(ana, 'kept', 'stays')
    const canvas = openCanvas(ana.doc)
    change(canvas, 'me', () => binRecords(canvas, 'notes', ['old']))
    await ana.saved()
    const stored = () => server.server.storage.document(options.path)
    expect([...(stored()?.binned.keys() ?? [])]).toEqual(['notes/old'])
    time += 29 * 86_400_000
    change(canvas, 'me', () => editText(canvas, 'kept', 'stays here'))
    await ana.saved()
    expect(ana.doc.getMap('notes').has('old')).toBe(true)
    time += 2 * 86_400_000
    await ana.until('the bin to be emptied', () => !ana.doc.getMap('notes').has('old'))
    expect(textOf(ana, 'kept')).toBe('stays here')
    expect(stored()?.binned.size).toBe(0)
    ana.cut()
    await server.stop()
  })

  test('[B5] what one step deletes went into the bin at one time, however long the server takes over it', async () => {
    let time = Date.now()
    const server = await startInProcess({ storage: openMemory(), now: () => ++time })
    const made = await server.makeBoardByHttp()
    const path = `${made.board}/canvas/main`
    const ana = rawWith(secretOf(made.links.participant), 'Ana', { url: server.local, path })
    await ana.synced()
    const ids = ['a', 'b', 'c']
    for (const id of ids) adds(ana, id, id)
    const canvas = openCanvas(ana.doc)
    change(canvas, 'me', () => binRecords(canvas, 'notes', ids))
    await ana.saved()
    const binned = server.server.storage.document(path)?.binned
    expect([...(binned?.keys() ?? [])]).toEqual(ids.map(id => `notes/${id}`))
    expect(new Set(binned?.values()).size).toBe(1)
    ana.cut()
    await server.stop()
  })

  test(
    '[B5] [M20] 5,000 notes of one step go and come back in one, though the bin was emptied between',
    { timeout: 3 * PATIENCE_MS },
    async () => {
      let time = Date.now()
      const server = await startInProcess({ storage: openMemory(), now: () => time })
      const made = await server.makeBoardByHttp()
      const options = { url: server.local, path: `${made.board}/canvas/main` }
      const ana = rawWith(secretOf(made.links.participant), 'Ana', options)
      const ben = rawWith(secretOf(made.links.participant), 'Ben', options)
      await Promise.all([ana.synced(), ben.synced()])
      adds(ana, 'old', 'goes')
      const canvas = openCanvas(ana.doc)
      change(canvas, 'me', () => binRecords(canvas, 'notes', ['old']))
      await ana.saved()
      time += LIMITS.binDays * 86_400_000 - 60_000
      const history = openHistory(canvas, { origin: {}, allows: () => true })
      const { sent } = ana
      history.run('import', () => {
        for (let i = 0; i < LIMITS.notes; i++)
          addNote(canvas, { id: `note-${i}`, place: ['channels', i, i, 1], text: `${i}`, color: 'straw', author: '' })
      })
      const shown = openCanvas(ben.doc)
      const bensNotes = (count: number) => ben.until(`${count} notes`, () => shown.notes.size === count, PATIENCE_MS)
      await bensNotes(LIMITS.notes)
      expect(history.undo().kind).toBe('done')
      await bensNotes(0)
      time += 120_000
      await ana.until('the bin to be emptied', () => !ana.doc.getMap('notes').has('old'))
      expect(history.redo().kind).toBe('done')
      await bensNotes(LIMITS.notes)
      await ana.saved()
      expect(ana.sent).toBe(sent + 3)
      expect(contentOf(shown)).toEqual(contentOf(canvas))
      for (const raw of [ana, ben]) raw.cut()
      await server.stop()
    },
  )
})
