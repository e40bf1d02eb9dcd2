/** A damaged file: what can be read is read, what was lost is said, the rest of the boards goes on (P22, V17). */
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CANVAS, SAMPLE, bytes, update } from './sample.ts'
import { scratch } from './scratch.ts'
import { openSqlite } from './sqlite.ts'
import type { Batch, Faults, Storage, StoredDocument } from './storage.ts'
import { StorageError } from './storage.ts'

const { next: newFolder, remove } = scratch('damage')
afterAll(remove)

const OTHER = 'b2/canvas/main'

describe('[P22] one damaged document', () => {
  let folder: string
  let storage: Storage
  const faults: Faults = {}
  beforeEach(async () => {
    folder = newFolder()
    storage = openSqlite(folder, { faults })
    await storage.commit([...SAMPLE, update(CANVAS, 4), update(CANVAS, 5)])
  })
  afterEach(() => {
    faults.beforeStatement = undefined
    storage.close()
  })

  /** Someone else's hand in the file; ours does not know of it. */
  function tamper(sql: string): void {
    const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
    db.exec(sql)
    db.close()
  }
  function quarantined(): unknown[] {
    const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
    const rows = db.prepare('SELECT seq, data FROM quarantine ORDER BY seq').all()
    db.close()
    return rows.map(row => ({ ...row }))
  }
  const THIS = `doc = (SELECT id FROM docs WHERE name = '${CANVAS}')`

  test('nothing is damaged before', () => {
    expect(storage.document(CANVAS)).toMatchObject({
      updates: [bytes(9, 9, 9), bytes(3, 3), bytes(4), bytes(5)],
      damaged: false,
    })
  })

  const cases: readonly (readonly [string, string, Partial<StoredDocument>, unknown[]])[] = [
    [
      'a row of other bytes',
      `UPDATE updates SET data = x'66' WHERE seq = 4 AND ${THIS}`,
      { updates: [bytes(9, 9, 9), bytes(3, 3), bytes(5)], sequence: 5 },
      [{ seq: 4, data: bytes(0x66) }],
    ],
    [
      'a row with another checksum',
      `UPDATE updates SET crc = crc + 1 WHERE seq = 5 AND ${THIS}`,
      { updates: [bytes(9, 9, 9), bytes(3, 3), bytes(4)], sequence: 5 },
      [{ seq: 5, data: bytes(5) }],
    ],
    [
      'a snapshot of other bytes',
      `UPDATE snapshots SET data = x'66' WHERE ${THIS}`,
      { updates: [bytes(3, 3), bytes(4), bytes(5)], sequence: 5 },
      [{ seq: 2, data: bytes(0x66) }],
    ],
    [
      'a snapshot that is gone',
      `DELETE FROM snapshots WHERE ${THIS}`,
      { updates: [bytes(3, 3), bytes(4), bytes(5)], sequence: 5 },
      [],
    ],
    [
      'a row that is gone from the middle',
      `DELETE FROM updates WHERE seq = 4 AND ${THIS}`,
      { updates: [bytes(9, 9, 9), bytes(3, 3), bytes(5)], sequence: 5 },
      [],
    ],
    [
      'rows that are gone from the end',
      `DELETE FROM updates WHERE seq > 3 AND ${THIS}`,
      { updates: [bytes(9, 9, 9), bytes(3, 3)], sequence: 5 },
      [],
    ],
    [
      'two rows that changed places',
      `UPDATE updates SET seq = -seq WHERE seq > 3 AND ${THIS}; UPDATE updates SET seq = 9 + seq WHERE seq < 0 AND ${THIS}`,
      { updates: [bytes(9, 9, 9), bytes(3, 3)], sequence: 5 },
      [
        { seq: 4, data: bytes(5) },
        { seq: 5, data: bytes(4) },
      ],
    ],
    [
      'a count that was turned back',
      `UPDATE docs SET head = 3 WHERE name = '${CANVAS}'`,
      { updates: [bytes(9, 9, 9), bytes(3, 3), bytes(4), bytes(5)], sequence: 5 },
      [],
    ],
    [
      'an epoch that is another',
      `UPDATE docs SET epoch = 8 WHERE name = '${CANVAS}'`,
      { updates: [bytes(9, 9, 9), bytes(3, 3), bytes(4), bytes(5)], sequence: 5, epoch: 8 },
      [],
    ],
    [
      'a number no program can read',
      `UPDATE docs SET base = 9223372036854775807 WHERE name = '${CANVAS}'`,
      { damaged: true },
      [],
    ],
  ]

  test.each(cases)('%s: the rest of it opens, and it is known as damaged', async (_what, sql, left, moved) => {
    tamper(sql)
    expect(storage.document(CANVAS)).toMatchObject({ ...left, damaged: true })
    if (moved.length > 0) expect(quarantined()).toEqual(moved)
    expect(storage.document(OTHER)).toMatchObject({ updates: [bytes(9, 9, 9), bytes(3, 3)], damaged: false })

    storage.close()
    storage = openSqlite(folder, { faults })
    expect(storage.document(CANVAS)).toMatchObject({ ...left, damaged: true })
  })

  test.each(cases)('%s: it takes rows meanwhile, and a healing snapshot ends it', async (_what, sql) => {
    tamper(sql)
    const { sequence } = storage.document(CANVAS) ?? expect.unreachable()
    await storage.commit([update(CANVAS, sequence + 1, bytes(60))])
    expect(storage.document(CANVAS)?.damaged).toBe(true)
    await storage.commit([{ kind: 'snapshot', doc: CANVAS, sequence, data: bytes(7) }])
    expect(storage.document(CANVAS)?.damaged, 'a snapshot alone heals nothing').toBe(true)
    await storage.commit([{ kind: 'snapshot', doc: CANVAS, sequence, data: bytes(8), healed: true }])
    expect(storage.document(CANVAS)).toMatchObject({
      updates: [bytes(8), bytes(60)],
      damaged: false,
      sequence: sequence + 1,
    })
  })

  test('[P5] it opens also when the disk has no room to say so', () => {
    tamper(`UPDATE updates SET data = x'66' WHERE seq = 4 AND ${THIS}`)
    faults.beforeStatement = () => {
      throw new StorageError('The disk is full.', { full: true })
    }
    expect(storage.document(CANVAS)).toMatchObject({ damaged: true, logRows: 2 })
    expect(quarantined()).toEqual([])
    faults.beforeStatement = undefined
    expect(storage.document(CANVAS)).toMatchObject({ damaged: true, logRows: 2 })
    expect(quarantined()).toEqual([{ seq: 4, data: bytes(0x66) }])
  })

  test('[M8] what lies in quarantine goes with its board', async () => {
    tamper(`UPDATE updates SET data = x'66' WHERE seq = 4 AND ${THIS}`)
    storage.document(CANVAS)
    await storage.commit([{ kind: 'purge', board: 'b1' }])
    expect(quarantined()).toEqual([])
  })
})

describe('[P22] a file with broken pages', () => {
  const PAGE = 4096
  const boards = Array.from({ length: 12 }, (_, index) => `board${index}`)
  const names = boards.map(board => `${board}/canvas/main`)
  const row = (name: string, sequence: number) => new TextEncoder().encode(`${name} ${sequence} `.repeat(30))
  const whole = newFolder()
  let healthy: ReadonlyMap<string, StoredDocument | undefined>

  beforeEach(async () => {
    if (healthy) return
    const folder = newFolder()
    const storage = openSqlite(folder)
    for (const [index, name] of names.entries()) {
      const batch: Batch = [
        {
          kind: 'board',
          board: { id: boards[index] ?? '', title: name, createdAt: index, deletedAt: null, usedAt: 0 },
        },
        { kind: 'document', name, epoch: 1, schema: 1 },
        ...[1, 2, 3, 4].map(sequence => update(name, sequence, row(name, sequence))),
        { kind: 'snapshot', doc: name, sequence: 4, data: row(name, 0) },
        ...[5, 6, 7, 8].map(sequence => update(name, sequence, row(name, sequence))),
      ]
      await storage.commit(batch)
    }
    healthy = new Map(names.map(name => [name, storage.document(name)]))
    storage.close()
    copyFileSync(join(folder, 'nonagon.sqlite'), whole)
  })

  function withFile(content: Uint8Array): string {
    const folder = newFolder()
    mkdirSync(folder)
    writeFileSync(join(folder, 'nonagon.sqlite'), content)
    return folder
  }

  /** What became of a document: as it was, known to be less, or not to be opened at all. Anything else fails. */
  function fate(storage: Storage, name: string): 'right' | 'damaged' | 'lost' {
    let document: StoredDocument | undefined
    try {
      document = storage.document(name)
    } catch (error) {
      expect(error).toBeInstanceOf(StorageError)
      return 'lost'
    }
    if (!document) return 'lost'
    if (document.damaged) return 'damaged'
    const { updates, sequence, epoch, schema } = document
    const { updates: were, ...before } = healthy.get(name) ?? expect.unreachable()
    expect({ updates, sequence, epoch, schema }).toEqual({
      updates: were,
      sequence: before.sequence,
      epoch: before.epoch,
      schema: before.schema,
    })
    return 'right'
  }

  test('a page of rows is gone: every other document is right, and all can be written again', async () => {
    const content = readFileSync(whole)
    const page = Math.floor(content.indexOf('board5/canvas/main 6') / PAGE)
    content.fill(0xff, page * PAGE, (page + 1) * PAGE)
    const storage = openSqlite(withFile(content))
    try {
      const fates = names.map(name => fate(storage, name))
      expect(fates).not.toContain('lost')
      expect(fates[5]).toBe('damaged')
      expect(fates.filter(each => each === 'right').length).toBeGreaterThanOrEqual(9)
      for (const name of names) {
        await storage.commit([update(name, 9)])
        await storage.commit([{ kind: 'snapshot', doc: name, sequence: 9, data: bytes(1), healed: true }])
        expect(storage.document(name)).toMatchObject({ updates: [bytes(1)], damaged: false })
      }
    } finally {
      storage.close()
    }
  })

  test('a broken page that is first met by a commit: that batch is refused, the next passes', async () => {
    const content = readFileSync(whole)
    const page = Math.floor(content.indexOf('board5/canvas/main 8') / PAGE)
    content.fill(0xff, page * PAGE, (page + 1) * PAGE)
    const storage = openSqlite(withFile(content))
    try {
      const fold = { kind: 'snapshot', doc: 'board5/canvas/main', sequence: 8, data: bytes(1), healed: true } as const
      await expect(storage.commit([fold])).rejects.toMatchObject({ name: 'StorageError', full: false })
      await storage.commit([fold])
      expect(storage.document('board5/canvas/main')).toMatchObject({ updates: [bytes(1)], damaged: false })
    } finally {
      storage.close()
    }
  })

  test('a file that is no database any more stops the start with a sentence', () => {
    const content = readFileSync(whole)
    content.fill(0, 0, PAGE)
    expect(() => openSqlite(withFile(content))).toThrow('is damaged and cannot be opened. Restore a backup.')
  })

  test('bytes flipped anywhere: each document is right or known not to be, and nothing throws but StorageError', async () => {
    const clean = readFileSync(whole)
    let seed = 22
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    const seen = { right: 0, damaged: 0, lost: 0, closed: 0 }
    const rounds = process.env['NONAGON_SOAK'] ? 2000 : 150
    for (let round = 0; round < rounds; round++) {
      const content = Buffer.from(clean)
      const position = random(content.length)
      content[position] = random(256)
      let storage: Storage
      try {
        storage = openSqlite(withFile(content))
      } catch (error) {
        expect(error, `flip at ${position}`).toBeInstanceOf(StorageError)
        seen.closed++
        continue
      }
      try {
        storage.boards()
        for (const name of names) seen[fate(storage, name)]++
        await writesOn(storage)
      } finally {
        storage.close()
      }
    }
    const documents = rounds * names.length
    expect(seen.closed / rounds, 'only the tables of tables stop a start').toBeLessThan(0.05)
    expect(seen.right / documents).toBeGreaterThan(0.9)
    expect(seen.damaged).toBeGreaterThan(0)
  }, 120_000)

  /** One batch may meet the break and is refused, the same batch passes when it is tried again. */
  async function writesOn(storage: Storage): Promise<void> {
    for (const name of names) {
      const document = fate(storage, name) === 'lost' ? undefined : storage.document(name)
      if (!document) continue
      const batch = [update(name, document.sequence + 1)]
      try {
        await storage.commit(batch)
      } catch (error) {
        expect(error).toBeInstanceOf(StorageError)
        await storage.commit(batch)
      }
    }
  }

  test('[P4] a broken log of the file takes a document back to a moment that was, and its sequence says so', async () => {
    const folder = newFolder()
    const live = openSqlite(folder)
    await live.commit([{ kind: 'document', name: CANVAS, epoch: 1, schema: 1 }])
    for (let sequence = 1; sequence <= 20; sequence++) await live.commit([update(CANVAS, sequence)])
    const [file, log] = ['nonagon.sqlite', 'nonagon.sqlite-wal'].map(name => readFileSync(join(folder, name)))
    live.close()
    if (!file || !log) return expect.unreachable()
    const sequences = new Set<number>()
    for (let round = 0; round < 12; round++) {
      const image = withFile(file)
      const broken = Buffer.from(log)
      const position = Math.floor((log.length * (round + 12)) / 24)
      broken[position] = (broken[position] ?? 0) ^ 0x10
      writeFileSync(join(image, 'nonagon.sqlite-wal'), broken)
      const storage = openSqlite(image)
      const document = storage.document(CANVAS) ?? expect.unreachable()
      expect(document).toMatchObject({
        damaged: false,
        updates: Array.from({ length: document.sequence }, (_, index) => bytes(index + 1)),
      })
      sequences.add(document.sequence)
      storage.close()
    }
    expect(sequences.size).toBeGreaterThan(3)
    expect(Math.max(...sequences)).toBeLessThan(20)
  })

  test.each([0.3, 0.6, 0.9])('a file cut at %s of its length', part => {
    const folder = withFile(readFileSync(whole))
    const file = join(folder, 'nonagon.sqlite')
    truncateSync(file, Math.floor(readFileSync(whole).length * part))
    let storage: Storage
    try {
      storage = openSqlite(folder)
    } catch (error) {
      expect(error).toBeInstanceOf(StorageError)
      return
    }
    for (const name of names) fate(storage, name)
    storage.close()
  })
})
