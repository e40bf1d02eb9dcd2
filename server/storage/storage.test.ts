/** The contract: every storage passes this one suite (V3). */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { IMAGE_TYPES } from '../../shared/canvas/image-file.ts'
import { openMemory } from './memory.ts'
import { BOARD, CANVAS, DOCUMENT, SAMPLE, bytes, everything, update } from './sample.ts'
import { scratch } from './scratch.ts'
import { openSqlite } from './sqlite.ts'
import type { Batch, Faults, Storage, StoredTicket, StoredVersion, WorkshopPart } from './storage.ts'
import { KEPT, StorageError } from './storage.ts'

const { next: newPath, remove } = scratch('storage')
afterAll(remove)

interface Kind {
  open(faults?: Faults): Storage
  openBackup(file: string): Storage
}

const kinds: Readonly<Record<string, Kind>> = {
  memory: {
    open: faults => openMemory(faults ? { faults } : {}),
    openBackup: from => openMemory({ from }),
  },
  sqlite: {
    open: faults => openSqlite(newPath(), faults ? { faults } : {}),
    openBackup: file => {
      const folder = newPath()
      mkdirSync(folder)
      copyFileSync(file, join(folder, 'nonagon.sqlite'))
      return openSqlite(folder)
    },
  },
}

const version = (id: string, at: number): StoredVersion => ({
  id,
  doc: CANVAS,
  at,
  person: 'ana',
  reason: 'put',
  content: id,
})
const ticket = (hash: string, change: Partial<StoredTicket> = {}): StoredTicket => ({
  hash,
  board: 'b1',
  person: 'ana',
  room: null,
  madeAt: 1000,
  ...change,
})

describe.each(Object.entries(kinds))('storage in %s', (_name, kind) => {
  let storage: Storage
  const faults: Faults = {}
  beforeEach(() => {
    storage = kind.open(faults)
  })
  afterEach(() => {
    faults.beforeCommit = undefined
    storage.close()
  })

  const commit = (...batch: Batch) => storage.commit(batch)
  const fails = async (...batch: Batch) => {
    const before = everything(storage)
    await expect(storage.commit(batch)).rejects.toThrow(StorageError)
    expect(everything(storage)).toEqual(before)
  }

  test('everything reads back as it was written', async () => {
    await storage.commit(SAMPLE)
    expect(everything(storage)).toMatchObject({
      boards: [
        { id: 'b1', title: 'Title of b1', createdAt: 5, deletedAt: null, usedAt: 4 },
        { id: 'b2', title: 'Title of b2', createdAt: 5, deletedAt: null, usedAt: 4 },
      ],
      operators: [
        { id: 'b1-op', hash: 'b1-op-hash', label: 'Ops', createdAt: 2 },
        { id: 'b2-op', hash: 'b2-op-hash', label: 'Ops', createdAt: 2 },
      ],
      retention: 90,
    })
    const [b1] = everything(storage, ['b1']).each
    expect(b1).toEqual({
      board: { id: 'b1', title: 'Title of b1', createdAt: 5, deletedAt: null, usedAt: 4 },
      links: [b1?.byHash],
      byHash: {
        id: 'b1-link',
        board: 'b1',
        hash: 'hash',
        kind: 'personal',
        person: 'b1-ana',
        role: 'facilitator',
        label: 'For us',
        createdAt: 5,
        expiresAt: 99,
        revokedAt: null,
        isReplaced: false,
      },
      people: [
        {
          id: 'b1-ana',
          board: 'b1',
          name: 'Ana',
          color: 'jade',
          role: 'participant',
          owner: true,
          link: 'b1-link',
          joinedAt: 6,
          removedAt: null,
        },
      ],
      session: { hash: 'b1-cookie', createdAt: 6, seenAt: 7, people: { b1: 'b1-ana' } },
      ticket: { hash: 'b1-ticket', board: 'b1', person: 'b1-ana', room: null, madeAt: 8 },
      answer: '{"ok":true}',
      workshop: [
        { part: 'run', key: 'now', value: '{"seq":2}' },
        { part: 'round', key: 'q1', value: '{"id":"q1"}' },
        { part: 'round', key: 'q2', value: '{"id":"q2"}' },
      ],
      images: [{ board: 'b1', hash: 'image', type: 'image/webp', width: 4, height: 3, at: 14, size: 2 }],
      image: { board: 'b1', hash: 'image', type: 'image/webp', width: 4, height: 3, at: 14, bytes: bytes(7, 7) },
      documents: [
        {
          name: CANVAS,
          document: {
            name: CANVAS,
            epoch: 3,
            schema: 1,
            sequence: 3,
            updates: [bytes(9, 9, 9), bytes(3, 3)],
            damaged: false,
            logRows: 1,
            logBytes: 2,
            clients: new Map([[4_294_967_295, 'b1-ana']]),
            makers: new Map([['notes/n1', 'b1-ana']]),
            binned: new Map([['notes/n1', 12]]),
          },
          versions: [{ id: 'b1-v1', doc: CANVAS, at: 9, person: 'b1-ana', reason: 'put', content: '{}' }],
        },
      ],
    })
  })

  test('what is not there is undefined or empty', () => {
    expect(everything(storage, ['b1'])).toEqual({
      boards: [],
      operators: [],
      retention: null,
      each: [{ links: [], people: [], documents: [], workshop: [], images: [] }],
    })
    expect(storage.document(CANVAS)).toBeUndefined()
    expect(storage.versions(CANVAS)).toEqual([])
  })

  test('[P5] a batch whose last entry fails leaves nothing behind', async () => {
    await commit(DOCUMENT, update(CANVAS, 1))
    await fails(BOARD, ...SAMPLE.filter(entry => entry.kind !== 'document'), update(CANVAS, 1))
  })

  test('[P5] a batch that the disk refuses leaves nothing behind, and the next one passes', async () => {
    await commit(DOCUMENT)
    faults.beforeCommit = () => {
      throw new StorageError('The disk is full.', { full: true })
    }
    const refused = storage.commit([BOARD, update(CANVAS, 1)])
    await expect(refused).rejects.toMatchObject({ name: 'StorageError', full: true })
    expect(storage.board('b1')).toBeUndefined()
    expect(storage.document(CANVAS)).toMatchObject({ sequence: 0, updates: [] })
    faults.beforeCommit = undefined
    await commit(BOARD, update(CANVAS, 1))
    expect(storage.document(CANVAS)?.sequence).toBe(1)
  })

  test('an empty batch is nothing', async () => {
    faults.beforeCommit = () => expect.unreachable()
    await storage.commit([])
  })

  test('a storage that was closed refuses', async () => {
    storage.close()
    await expect(storage.commit([BOARD])).rejects.toThrow(StorageError)
    expect(() => storage.boards()).toThrow(StorageError)
    storage.close()
  })

  test('rows come back in the order of their sequence', async () => {
    await commit(DOCUMENT)
    for (let sequence = 1; sequence <= 12; sequence++) await commit(update(CANVAS, sequence))
    expect(storage.document(CANVAS)).toMatchObject({
      updates: Array.from({ length: 12 }, (_, index) => bytes(index + 1)),
      sequence: 12,
      logRows: 12,
      logBytes: 12,
    })
  })

  test.each([
    ['twice', 2],
    ['with a gap', 4],
    ['backwards', 1],
  ])('[P4] a row cannot be written %s', async (_how, sequence) => {
    await commit(DOCUMENT, update(CANVAS, 1), update(CANVAS, 2))
    await fails(update(CANVAS, sequence))
  })

  test.each<Batch>([
    [update('b9/talk', 1)],
    [{ kind: 'client', doc: 'b9/talk', client: 1, person: 'ana' }],
    [{ kind: 'maker', doc: 'b9/talk', record: 'notes/n', person: 'ana' }],
    [{ kind: 'snapshot', doc: 'b9/talk', sequence: 0, data: bytes(1) }],
    [{ kind: 'renew', doc: 'b9/talk', epoch: 2, data: bytes(1) }],
    [{ kind: 'version', version: { ...version('v', 1), doc: 'b9/talk' } }],
  ])('an entry about a document that is not there fails: %o', async entry => {
    await fails(BOARD, entry)
  })

  test('bytes are copied on their way in and out', async () => {
    const data = bytes(1, 2, 3)
    await commit(DOCUMENT, update(CANVAS, 1, data))
    data.fill(0)
    storage.document(CANVAS)?.updates[0]?.fill(0)
    expect(storage.document(CANVAS)?.updates).toEqual([bytes(1, 2, 3)])
  })

  test('a snapshot takes the place of the rows up to its sequence, later ones stay', async () => {
    await commit(DOCUMENT, update(CANVAS, 1), update(CANVAS, 2), update(CANVAS, 3))
    await commit({ kind: 'snapshot', doc: CANVAS, sequence: 2, data: bytes(7) })
    expect(storage.document(CANVAS)).toMatchObject({ updates: [bytes(7), bytes(3)], sequence: 3, logRows: 1 })
    await commit(update(CANVAS, 4), { kind: 'snapshot', doc: CANVAS, sequence: 4, data: bytes(8) })
    expect(storage.document(CANVAS)).toMatchObject({ updates: [bytes(8)], sequence: 4, logRows: 0, logBytes: 0 })
    await commit({ kind: 'snapshot', doc: CANVAS, sequence: 4, data: bytes(8, 8) }, update(CANVAS, 5))
    expect(storage.document(CANVAS)).toMatchObject({ updates: [bytes(8, 8), bytes(5)], sequence: 5 })
  })

  test.each([
    ['past the last row', 3],
    ['behind the last snapshot', 0],
  ])('a snapshot %s fails', async (_where, sequence) => {
    await commit(DOCUMENT, update(CANVAS, 1), update(CANVAS, 2))
    await commit({ kind: 'snapshot', doc: CANVAS, sequence: 1, data: bytes(7) })
    await fails({ kind: 'snapshot', doc: CANVAS, sequence, data: bytes(8) })
  })

  test('a document before its first row has nothing to load, and can have a snapshot', async () => {
    await commit(DOCUMENT)
    expect(storage.document(CANVAS)).toMatchObject({ updates: [], sequence: 0, damaged: false })
    await commit({ kind: 'snapshot', doc: CANVAS, sequence: 0, data: bytes(7) }, update(CANVAS, 1))
    expect(storage.document(CANVAS)).toMatchObject({ updates: [bytes(7), bytes(1)], sequence: 1 })
  })

  test('a document can be given another epoch and schema, and keeps what it holds', async () => {
    await commit(DOCUMENT, update(CANVAS, 1), { kind: 'document', name: CANVAS, epoch: 2, schema: 5 })
    expect(storage.document(CANVAS)).toMatchObject({ epoch: 2, schema: 5, updates: [bytes(1)], sequence: 1 })
  })

  test('[M6] a renewed document has lost log and claims, not its makers nor its count', async () => {
    await commit(DOCUMENT, update(CANVAS, 1), { kind: 'snapshot', doc: CANVAS, sequence: 1, data: bytes(7) })
    await commit(
      update(CANVAS, 2),
      { kind: 'client', doc: CANVAS, client: 11, person: 'ana' },
      { kind: 'maker', doc: CANVAS, record: 'notes/n', person: 'ana' },
    )
    await commit({ kind: 'renew', doc: CANVAS, epoch: 2, data: bytes(5, 5) })
    expect(storage.document(CANVAS)).toEqual({
      name: CANVAS,
      epoch: 2,
      schema: 1,
      sequence: 2,
      updates: [bytes(5, 5)],
      damaged: false,
      logRows: 0,
      logBytes: 0,
      clients: new Map(),
      makers: new Map([['notes/n', 'ana']]),
      binned: new Map(),
    })
    await commit(update(CANVAS, 3))
    expect(storage.document(CANVAS)?.updates).toEqual([bytes(5, 5), bytes(3)])
  })

  test('the first claim of a client id and the first maker of a record stand', async () => {
    await commit(DOCUMENT)
    for (const person of ['ana', 'ben'])
      await commit(
        { kind: 'client', doc: CANVAS, client: 11, person },
        { kind: 'maker', doc: CANVAS, record: 'notes/n', person },
      )
    const { clients, makers } = storage.document(CANVAS) ?? {}
    expect([clients, makers]).toEqual([new Map([[11, 'ana']]), new Map([['notes/n', 'ana']])])
  })

  test('a board, a link and a person can be changed', async () => {
    await storage.commit(SAMPLE)
    const [link, person] = [storage.links('b1')[0], storage.people('b1')[0]]
    if (!link || !person) return expect.unreachable()
    await commit(
      { kind: 'board', board: { ...BOARD.board, title: 'New', deletedAt: 77 } },
      {
        kind: 'link',
        link: { ...link, kind: 'owner', person: null, revokedAt: 50, expiresAt: null, isReplaced: true },
      },
      { kind: 'person', person: { ...person, role: 'observer', owner: false, removedAt: 51 } },
    )
    expect(storage.board('b1')).toMatchObject({ title: 'New', deletedAt: 77 })
    expect(storage.links('b1')).toEqual([
      { ...link, kind: 'owner', person: null, revokedAt: 50, expiresAt: null, isReplaced: true },
    ])
    expect(storage.people('b1')).toEqual([{ ...person, role: 'observer', owner: false, removedAt: 51 }])
    expect(storage.people('b2')).toMatchObject([{ role: 'participant', removedAt: null }])
  })

  test('parts of a board change alone, and there is none to change where there is no board', async () => {
    await commit(BOARD)
    await commit({ kind: 'changeBoard', board: 'b1', change: { title: 'New' } })
    expect(storage.board('b1')).toEqual({ ...BOARD.board, title: 'New' })
    await commit({ kind: 'changeBoard', board: 'b1', change: { deletedAt: 7 } })
    await commit({ kind: 'changeBoard', board: 'b1', change: { usedAt: 8, title: '' } })
    expect(storage.board('b1')).toEqual({ ...BOARD.board, title: '', deletedAt: 7, usedAt: 8 })
    await commit({ kind: 'changeBoard', board: 'b1', change: { deletedAt: null } })
    await commit({ kind: 'changeBoard', board: 'b9', change: { title: 'Nobody' } })
    expect(storage.boards()).toEqual([{ ...BOARD.board, title: '', usedAt: 8 }])
  })

  test('operators come and go, and how long boards are kept can be said and unsaid', async () => {
    const operator = (id: string, createdAt: number) => ({ id, hash: `${id}-hash`, label: '', createdAt })
    await commit({ kind: 'operator', operator: operator('b', 1) }, { kind: 'operator', operator: operator('a', 1) })
    await commit({ kind: 'operator', operator: operator('c', 0) }, { kind: 'endOperator', id: 'b' })
    await commit({ kind: 'operator', operator: { ...operator('a', 1), label: 'Ops' } })
    expect(storage.operators()).toEqual([operator('c', 0), { ...operator('a', 1), label: 'Ops' }])
    await commit({ kind: 'retention', days: 30 })
    await commit({ kind: 'retention', days: 60 })
    expect(storage.retention()).toBe(60)
    await commit({ kind: 'retention', days: null })
    expect(storage.retention()).toBeNull()
  })

  test('[P5] a board that was taken back in the last moment is not purged', async () => {
    await storage.commit(SAMPLE)
    const before = everything(storage)
    await commit({ kind: 'purge', board: 'b1', deletedBy: 100 })
    expect(everything(storage)).toEqual(before)
    await commit({ kind: 'changeBoard', board: 'b1', change: { deletedAt: 101 } })
    await commit({ kind: 'purge', board: 'b1', deletedBy: 100 })
    expect(storage.documents('b1')).toEqual([CANVAS])
    await commit({ kind: 'changeBoard', board: 'b1', change: { deletedAt: 100 } })
    await commit({ kind: 'purge', board: 'b1', deletedBy: 100 })
    expect([storage.board('b1'), storage.documents('b1')]).toEqual([undefined, []])
  })

  test('a link is found by its hash at its own board, also when it was revoked', async () => {
    await storage.commit(SAMPLE)
    const link = storage.linkByHash('b1', 'hash')
    if (!link) return expect.unreachable()
    await commit({ kind: 'link', link: { ...link, revokedAt: 50 } })
    expect(storage.linkByHash('b1', 'hash')).toMatchObject({ id: 'b1-link', revokedAt: 50 })
    expect(storage.linkByHash('b2', 'hash')).toMatchObject({ id: 'b2-link', revokedAt: null })
    expect(storage.linkByHash('b3', 'hash')).toBeUndefined()
    expect(storage.linkByHash('b1', 'other')).toBeUndefined()
  })

  test('boards, links and people come in the order of their time', async () => {
    const [, link, person] = SAMPLE
    if (link?.kind !== 'link' || person?.kind !== 'person') return expect.unreachable()
    for (const [id, at] of [
      ['c', 3],
      ['a', 2],
      ['b', 2],
      ['d', 1],
    ] as const)
      await commit(
        { kind: 'board', board: { id, title: '', createdAt: at, deletedAt: null, usedAt: at } },
        { kind: 'link', link: { ...link.link, id, createdAt: at } },
        { kind: 'person', person: { ...person.person, id, joinedAt: at } },
      )
    for (const list of [storage.boards(), storage.links('b1'), storage.people('b1')])
      expect(list.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c'])
  })

  test('a session is written over as a whole, and ends', async () => {
    const session = { hash: 'h', createdAt: 1, seenAt: 2, people: { b1: 'ana', b2: 'ben' } }
    await commit({ kind: 'session', session })
    await commit({ kind: 'session', session: { ...session, seenAt: 9, people: { b2: 'cleo' } } })
    expect(storage.session('h')).toEqual({ hash: 'h', createdAt: 1, seenAt: 9, people: { b2: 'cleo' } })
    await commit({ kind: 'endSession', hash: 'h' }, { kind: 'endSession', hash: 'never' })
    expect(storage.session('h')).toBeUndefined()
  })

  test('sessions that nobody was seen with go when another is written', async () => {
    const session = (hash: string, seenAt: number) => ({ hash, createdAt: 1, seenAt, people: { b1: hash } })
    await commit({ kind: 'session', session: session('old', 1) }, { kind: 'session', session: session('young', 2) })
    await commit({ kind: 'session', session: session('new', 2 + KEPT.sessionMs) })
    const found = ['old', 'young', 'new'].map(hash => storage.session(hash)?.people['b1'])
    expect(found).toEqual([undefined, 'young', 'new'])
  })

  test('[M15] a ticket is bound to a room, and ends alone, with its person or with its board', async () => {
    await commit({ kind: 'ticket', ticket: ticket('t1') }, { kind: 'ticket', ticket: ticket('t2') })
    await commit({ kind: 'ticket', ticket: ticket('t1', { room: CANVAS }) })
    expect(storage.ticket('t1')).toEqual(ticket('t1', { room: CANVAS }))
    await commit({ kind: 'endTicket', hash: 't1' })
    expect([storage.ticket('t1'), storage.ticket('t2')]).toEqual([undefined, ticket('t2')])

    const others = [ticket('t3', { person: 'ben' }), ticket('t4', { board: 'b2' })]
    await storage.commit(others.map(each => ({ kind: 'ticket', ticket: each })))
    await commit({ kind: 'endTickets', board: 'b1', person: 'ana' })
    expect(['t2', 't3', 't4'].map(hash => storage.ticket(hash)?.hash)).toEqual([undefined, 't3', 't4'])
    await commit({ kind: 'endTickets', board: 'b1' })
    expect(['t3', 't4'].map(hash => storage.ticket(hash)?.hash)).toEqual([undefined, 't4'])
  })

  test('old tickets go when new ones are made', async () => {
    await commit(
      { kind: 'ticket', ticket: ticket('old') },
      { kind: 'ticket', ticket: ticket('young', { madeAt: 1001 }) },
    )
    await commit({ kind: 'ticket', ticket: ticket('new', { madeAt: 1001 + KEPT.ticketMs }) })
    expect(['old', 'young', 'new'].map(hash => storage.ticket(hash)?.hash)).toEqual([undefined, 'young', 'new'])
  })

  test('the first answer to a command stands for a day', async () => {
    await commit({ kind: 'answer', board: 'b1', key: 'k', at: 1000, answer: 'first' })
    await commit({ kind: 'answer', board: 'b1', key: 'k', at: 1001, answer: 'second' })
    await commit({ kind: 'answer', board: 'b2', key: 'k', at: 1000 + KEPT.answerMs, answer: 'of another board' })
    expect([storage.answer('b1', 'k'), storage.answer('b2', 'k')]).toEqual(['first', 'of another board'])
    await commit({ kind: 'answer', board: 'b1', key: 'k', at: 1001 + KEPT.answerMs, answer: 'much later' })
    expect(storage.answer('b1', 'k')).toBe('much later')
  })

  test('[M14] versions come by their time, and only the last are kept', async () => {
    await commit(DOCUMENT, { ...DOCUMENT, name: 'b1/talk' })
    for (const [id, at] of [
      ['c', 3],
      ['a', 1],
      ['b2', 2],
      ['b1', 2],
    ] as const)
      await commit({ kind: 'version', version: version(id, at) })
    expect(storage.versions(CANVAS).map(({ id }) => id)).toEqual(['a', 'b2', 'b1', 'c'])
    await commit({ kind: 'version', version: { ...version('other', 1), doc: 'b1/talk' } })
    const more = Array.from({ length: KEPT.versions - 2 }, (_, index) => version(`m${index}`, 10 + index))
    await storage.commit(more.map(each => ({ kind: 'version', version: each })))
    const kept = storage.versions(CANVAS).map(({ id }) => id)
    expect([kept.length, ...kept.slice(0, 3)]).toEqual([KEPT.versions, 'b1', 'c', 'm0'])
    expect(storage.versions('b1/talk').map(({ id }) => id)).toEqual(['other'])
  })

  test('documents of a board are not those of a board whose id begins alike', async () => {
    const names = ['b1/talk', CANVAS, 'b10/talk', 'b1-/talk', 'b/talk']
    await storage.commit(names.map(name => ({ ...DOCUMENT, name })))
    expect(storage.documents('b1')).toEqual([CANVAS, 'b1/talk'])
    expect(storage.documents('b10')).toEqual(['b10/talk'])
    expect(storage.documents('')).toEqual([])
  })

  test('a purged board is gone with all that belonged to it; the other one is whole', async () => {
    await storage.commit(SAMPLE)
    await commit({
      kind: 'session',
      session: { hash: 'both', createdAt: 1, seenAt: 1, people: { b1: 'b1-ana', b2: 'b2-ana' } },
    })
    const [, b2] = everything(storage).each
    await commit({ kind: 'purge', board: 'b1' })
    const after = everything(storage)
    expect(after.boards.map(({ id }) => id)).toEqual(['b2'])
    expect(after.each).toEqual([
      {
        links: [],
        people: [],
        documents: [],
        workshop: [],
        images: [],
        session: { hash: 'b1-cookie', createdAt: 6, seenAt: 7, people: {} },
      },
      b2,
    ])
    expect([storage.document(CANVAS), storage.versions(CANVAS)]).toEqual([undefined, []])
    expect(storage.session('both')?.people).toEqual({ b2: 'b2-ana' })
    await commit(DOCUMENT, update(CANVAS, 1))
    expect(storage.document(CANVAS)).toMatchObject({ sequence: 1, makers: new Map(), clients: new Map() })
  })

  test('[M8] a document that ends leaves nothing, and the same name begins anew; one that is none ends without a fault', async () => {
    await storage.commit(SAMPLE)
    await commit({ kind: 'endDocument', name: 'b1/canvas/main' }, { kind: 'endDocument', name: 'b1/none' })
    expect([storage.document(CANVAS), storage.versions(CANVAS), storage.documents('b1')]).toEqual([undefined, [], []])
    expect(storage.documents('b2')).toEqual(['b2/canvas/main'])
    await commit(DOCUMENT, update(CANVAS, 1))
    expect(storage.document(CANVAS)).toMatchObject({
      sequence: 1,
      makers: new Map(),
      clients: new Map(),
      binned: new Map(),
    })
  })

  test('what is kept of a workshop is the last that was written under its part and key', async () => {
    const row = (board: string, part: WorkshopPart, key: string, value: string | null) =>
      ({ kind: 'workshop', board, part, key, value }) as const
    await commit(BOARD, row('b1', 'ballot', 'k b', '1'), row('b1', 'ballot', 'ä', '2'), row('b1', 'draft', 'k b', '3'))
    await commit(row('b1', 'ballot', 'k b', '4'), row('b1', 'ballot', 'none', null), row('b3', 'ballot', 'k', '5'))
    expect([...storage.workshop('b1', 'ballot')]).toEqual([
      ['k b', '4'],
      ['ä', '2'],
    ])
    await commit(row('b1', 'ballot', 'k b', null))
    expect([...storage.workshop('b1', 'ballot')]).toEqual([['ä', '2']])
    expect([...storage.workshop('b1', 'draft')]).toEqual([['k b', '3']])
    expect(storage.workshop('b3', 'ballot').size, 'no board, no row').toBe(0)
  })

  test('an image goes only if nobody wanted it since, and is wanted the longer the later', async () => {
    const image = {
      board: 'b1',
      hash: 'image',
      type: 'image/png',
      width: 1,
      height: 1,
      at: 50,
      bytes: bytes(1),
    } as const
    const boards = ['b1', 'b2'].map(id => ({ ...BOARD, board: { ...BOARD.board, id } }))
    await commit(...boards, { kind: 'image', image }, { kind: 'image', image: { ...image, board: 'b2' } })
    await commit({ kind: 'image', image: { ...image, board: 'b3' } })
    expect(storage.images('b3')).toEqual([])
    await commit({ kind: 'endImage', board: 'b1', hash: 'image', at: 49 })
    await commit({ kind: 'wantImage', board: 'b1', hash: 'image', at: 60 })
    await commit({ kind: 'wantImage', board: 'b1', hash: 'image', at: 55 })
    await commit({ kind: 'wantImage', board: 'b1', hash: 'none', at: 55 })
    await commit({ kind: 'endImage', board: 'b1', hash: 'image', at: 59 })
    expect(storage.images('b1')).toMatchObject([{ hash: 'image', at: 60 }])
    await commit({ kind: 'endImage', board: 'b1', hash: 'image', at: 60 })
    expect([storage.images('b1'), storage.image('b1', 'image')]).toEqual([[], undefined])
    expect(storage.image('b2', 'image')).toEqual({ ...image, board: 'b2' })
  })

  test('[P7] a backup opens and is equal', async () => {
    await storage.commit(SAMPLE)
    const file = newPath()
    await storage.backup(file)
    await commit(update(CANVAS, 4))
    const copy = kind.openBackup(file)
    try {
      expect(copy.document(CANVAS)?.sequence).toBe(3)
      await copy.commit([update(CANVAS, 4)])
      expect(everything(copy)).toEqual(everything(storage))
    } finally {
      copy.close()
    }
  })

  test('what is kept takes room', async () => {
    await commit(DOCUMENT, update(CANVAS, 1, new Uint8Array(50_000)))
    expect(storage.stats().bytes).toBeGreaterThanOrEqual(50_000)
  })
})

/** Entries that mean something and entries that must fail, about few names, so that they meet. */
const anyEntry: fc.Arbitrary<Batch[number]> = (() => {
  const doc = fc.constantFrom(CANVAS, 'b1/talk', 'b2/canvas/main')
  const board = fc.constantFrom('b1', 'b2')
  const time = fc.integer({ min: 0, max: 3 }).map(days => days * KEPT.answerMs)
  const person = fc.constantFrom('ana', 'ben')
  const data = fc.uint8Array({ maxLength: 5 })
  const small = fc.integer({ min: 0, max: 6 })
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('update' as const), doc, sequence: small, at: time, data }) },
    fc.record({ kind: fc.constant('document' as const), name: doc, epoch: small, schema: small }),
    fc.record({ kind: fc.constant('snapshot' as const), doc, sequence: small, data }),
    fc.record({ kind: fc.constant('renew' as const), doc, epoch: small, data }),
    fc.record({ kind: fc.constant('endDocument' as const), name: doc }),
    fc.record({ kind: fc.constant('client' as const), doc, client: small, person }),
    fc.record({ kind: fc.constant('maker' as const), doc, record: fc.constantFrom('notes/a', 'notes/b'), person }),
    fc.record({
      kind: fc.constant('ticket' as const),
      ticket: fc.record({
        hash: fc.constantFrom('b1-ticket', 'b2-ticket'),
        board: fc.constantFrom('b1', 'b2'),
        person,
        room: fc.constantFrom(null, CANVAS),
        madeAt: time,
      }),
    }),
    fc.record({
      kind: fc.constant('answer' as const),
      board: fc.constantFrom('b1', 'b2'),
      key: fc.constant('k1'),
      at: time,
      answer: person,
    }),
    fc.record({ kind: fc.constant('purge' as const), board }),
    fc.record({ kind: fc.constant('purge' as const), board, deletedBy: time }),
    fc.record({
      kind: fc.constant('board' as const),
      board: fc.record({ id: board, title: person, createdAt: time, deletedAt: fc.constant(null), usedAt: time }),
    }),
    fc.record({
      kind: fc.constant('changeBoard' as const),
      board,
      change: fc.record({ title: person, deletedAt: fc.option(time), usedAt: time }, { requiredKeys: [] }),
    }),
    fc.record({
      kind: fc.constant('image' as const),
      image: fc.record({
        board,
        hash: fc.constantFrom('image', 'other'),
        type: fc.constantFrom(...IMAGE_TYPES),
        width: small,
        height: small,
        at: time,
        bytes: data,
      }),
    }),
    fc.record({
      kind: fc.constant('workshop' as const),
      board,
      part: fc.constantFrom('run' as const, 'ballot' as const),
      key: fc.constantFrom('a', 'b'),
      value: fc.option(person),
    }),
    fc.record({ kind: fc.constantFrom('wantImage', 'endImage'), board, hash: fc.constant('image'), at: time }),
    fc.record({ kind: fc.constant('endOperator' as const), id: fc.constantFrom('one', 'two') }),
    fc.record({
      kind: fc.constant('operator' as const),
      operator: fc.record({ id: fc.constantFrom('one', 'two'), hash: person, label: person, createdAt: time }),
    }),
    fc.record({ kind: fc.constant('retention' as const), days: fc.option(small) }),
  )
})()

test('[V3] SQLite and memory say the same after any batches', async () => {
  const outcome = (storage: Storage, batch: Batch): Promise<'kept' | 'refused'> =>
    storage.commit(batch).then(
      () => 'kept',
      () => 'refused',
    )
  const seen = { kept: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyEntry, { minLength: 1, maxLength: 3 }), { maxLength: 25 }), async batches => {
      const [memory, sqlite] = [openMemory(), openSqlite(newPath())]
      try {
        for (const batch of [[{ ...DOCUMENT }], ...batches]) {
          const said = await outcome(memory, batch)
          seen[said]++
          expect(await outcome(sqlite, batch)).toBe(said)
        }
        expect(everything(sqlite)).toEqual(everything(memory))
      } finally {
        sqlite.close()
      }
    }),
    { seed: 9, numRuns: process.env['NONAGON_SOAK'] ? 1000 : 30 },
  )
  expect(seen.kept).toBeGreaterThan(50)
  expect(seen.refused).toBeGreaterThan(50)
})
