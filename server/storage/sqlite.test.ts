/** What is SQLite's own: the file, its lock, its shape, a full disk, a disk that fails, a crash between two statements. */
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, expect, test } from 'vitest'
import { CANVAS, DOCUMENT, SAMPLE, bytes, everything, update } from './sample.ts'
import { scratch } from './scratch.ts'
import { Sql } from './sqlite-file.ts'
import { migrate, STEPS } from './sqlite-schema.ts'
import { openSqlite } from './sqlite.ts'
import type { Faults, Storage } from './storage.ts'

const { next: newFolder, remove } = scratch('sqlite')
afterAll(remove)
const opened: Storage[] = []

function open(folder: string, faults?: Faults): Storage {
  const storage = openSqlite(folder, faults ? { faults } : {})
  opened.push(storage)
  return storage
}

afterEach(() => {
  for (const storage of opened.splice(0)) storage.close()
})

/** As SQLite throws it. */
const failure = (errcode: number): Error =>
  Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode })
const IOERR_FSYNC = 1034

const bytesOf = (folder: string): Buffer =>
  Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))

test('[P1] what was committed is there when the folder is opened again', async () => {
  const folder = newFolder()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  const before = everything(storage)
  storage.close()
  expect(everything(open(folder))).toEqual(before)
})

test('[P2] [M8] each commit is synced, and what is deleted is overwritten', () => {
  const sql = new Sql(newFolder())
  const setting = (name: string) => String(sql.get(`PRAGMA ${name}`)?.[name])
  const FULL = '2'
  expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map(setting)).toEqual(['wal', FULL, '1', '1'])
  sql.close()
})

test('two servers cannot open one data folder', () => {
  const folder = newFolder()
  const first = open(folder)
  expect(() => open(folder)).toThrow('Another Nonagon is using this data folder.')
  expect(first.boards()).toEqual([])
  first.close()
  expect(open(folder).boards()).toEqual([])
})

test('[P1] a server that was killed leaves its data folder free, with all that it committed', async () => {
  const folder = newFolder()
  const script = `
    import { openSqlite } from '${new URL('./sqlite.ts', import.meta.url).href}'
    import { SAMPLE } from '${new URL('./sample.ts', import.meta.url).href}'
    await openSqlite(${JSON.stringify(folder)}).commit(SAMPLE)
    console.log('committed')
    setInterval(() => {}, 1000)`
  const server = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(server.stdout, 'data')
    expect(() => open(folder)).toThrow('Another Nonagon is using this data folder.')
  } finally {
    server.kill('SIGKILL')
    await once(server, 'exit')
  }
  const storage = open(folder)
  const memory = open(newFolder())
  await memory.commit(SAMPLE)
  expect(everything(storage)).toEqual(everything(memory))
})

test('[V3] a crash between any two statements of a commit leaves the state before it', async () => {
  const folder = newFolder()
  const faults: Faults = {}
  const storage = open(folder, faults)
  await storage.commit([...SAMPLE.filter(entry => entry.kind !== 'snapshot'), update(CANVAS, 4)])
  const before = everything(storage)
  const images: string[] = []
  // What a crash at this moment would leave on the disk.
  const crash = () => {
    const image = newFolder()
    mkdirSync(image)
    for (const tail of ['', '-wal'])
      copyFileSync(join(folder, `nonagon.sqlite${tail}`), join(image, `nonagon.sqlite${tail}`))
    images.push(image)
  }
  faults.beforeStatement = crash
  faults.beforeCommit = crash
  await storage.commit([
    update(CANVAS, 5),
    { kind: 'snapshot', doc: CANVAS, sequence: 5, data: bytes(1) },
    { kind: 'session', session: { hash: 'b1-cookie', createdAt: 1, seenAt: 2, people: { b2: 'b2-ana' } } },
    { kind: 'renew', doc: CANVAS, epoch: 9, data: bytes(2) },
    { kind: 'purge', board: 'b2' },
  ])
  faults.beforeStatement = undefined
  faults.beforeCommit = undefined
  crash()
  const after = images.pop()
  expect(images.length).toBeGreaterThan(15)
  for (const image of images) expect(everything(open(image))).toEqual(before)
  expect(everything(open(after ?? ''))).toEqual(everything(storage))
  expect(everything(storage)).not.toEqual(before)
})

test('[V3] a crash in the middle of a commit too big for the cache leaves the state before it', async () => {
  const folder = newFolder()
  const faults: Faults = {}
  const storage = open(folder, faults)
  await storage.commit([DOCUMENT])
  const image = newFolder()
  mkdirSync(image)
  faults.beforeCommit = () => {
    for (const tail of ['', '-wal'])
      copyFileSync(join(folder, `nonagon.sqlite${tail}`), join(image, `nonagon.sqlite${tail}`))
  }
  await storage.commit(
    Array.from({ length: 500 }, (_, index) => update(CANVAS, index + 1, new Uint8Array(8000).fill(7))),
  )
  expect(bytesOf(image).length, 'some of it had already been written').toBeGreaterThan(1_000_000)
  expect(open(image).document(CANVAS)?.sequence).toBe(0)
  expect(storage.document(CANVAS)?.sequence).toBe(500)
})

test('[P5] [M1] a full disk refuses the whole batch, small ones go on, and all is well once there is room', async () => {
  const folder = newFolder()
  const faults: Faults = {}
  const storage = open(folder, faults)
  await storage.commit(SAMPLE)
  const before = everything(storage)
  faults.pageLimit = 100
  const big = update(CANVAS, 4, new Uint8Array(1_000_000))
  const refused = storage.commit([update('b2/canvas/main', 4), big])
  await expect(refused).rejects.toMatchObject({ name: 'StorageError', full: true })
  expect(everything(storage)).toEqual(before)
  await storage.commit([update('b2/canvas/main', 4)])
  faults.pageLimit = undefined
  await storage.commit([big])
  expect(storage.document(CANVAS)?.sequence).toBe(4)
  storage.close()
  expect(open(folder).document('b2/canvas/main')?.sequence).toBe(4)
})

test('[P5] after a failed fsync the file is opened again before anything else', async () => {
  const folder = newFolder()
  const faults: Faults = {}
  const storage = open(folder, faults)
  await storage.commit(SAMPLE)
  const before = everything(storage)
  faults.beforeCommit = () => {
    throw failure(IOERR_FSYNC)
  }
  await expect(storage.commit([update(CANVAS, 4)])).rejects.toMatchObject({ name: 'StorageError', full: true })
  faults.beforeCommit = undefined

  const file = join(folder, 'nonagon.sqlite')
  renameSync(file, `${file}.away`)
  expect(() => storage.boards(), 'the old handle would still answer').toThrow('no longer in the data folder')
  await expect(storage.commit([update(CANVAS, 4)])).rejects.toMatchObject({ full: true })
  expect(existsSync(file), 'an empty file in its place would hide the loss').toBe(false)
  renameSync(`${file}.away`, file)

  expect(everything(storage)).toEqual(before)
  await storage.commit([update(CANVAS, 4)])
  expect(storage.document(CANVAS)?.sequence).toBe(4)
})

test.each([
  ['busy', 5, true],
  ['read-only', 8, true],
  ['I/O', 10, true],
  ['full', 13, true],
  ['constraint', 19, false],
])('[P5] SQLite says %s: the contract says whether waiting helps', async (_word, errcode, full) => {
  const faults: Faults = {}
  const storage = open(newFolder(), faults)
  faults.beforeCommit = () => {
    throw failure(errcode)
  }
  await expect(storage.commit([DOCUMENT])).rejects.toMatchObject({ name: 'StorageError', full })
  faults.beforeCommit = undefined
  await storage.commit([DOCUMENT])
  expect(storage.documents('b1')).toEqual([CANVAS])
})

test('[M8] what was folded, renewed or purged can no longer be read in any file of the folder', async () => {
  const folder = newFolder()
  const storage = open(folder)
  const secret = (word: string) => new TextEncoder().encode(`SECRET-${word}-`.repeat(500))
  await storage.commit(SAMPLE)
  await storage.commit([update(CANVAS, 4, secret('folded')), update('b2/canvas/main', 4, secret('purged'))])
  expect(bytesOf(folder).includes('SECRET-purged'), 'it was there').toBe(true)
  await storage.commit([{ kind: 'snapshot', doc: CANVAS, sequence: 4, data: bytes(1) }])
  await storage.commit([{ kind: 'purge', board: 'b2' }])
  expect(bytesOf(folder).includes('SECRET-')).toBe(false)
})

const shape = (db: DatabaseSync) => db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all()

test('[P14] an older file is brought up to date step by step, and keeps what it holds', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, STEPS.slice(0, 1))
  db.prepare("INSERT INTO boards VALUES ('b1', 'Bikes', 1, NULL)").run()
  migrate(db, [
    ...STEPS,
    'CREATE TABLE more (id TEXT)',
    "ALTER TABLE boards ADD COLUMN tint TEXT NOT NULL DEFAULT 'jade'",
  ])
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: STEPS.length + 2 })
  expect(db.prepare('SELECT id, tint FROM boards').get()).toEqual({ id: 'b1', tint: 'jade' })
  const before = shape(db)
  migrate(db, [...STEPS, 'never looked at', 'nor this'])
  expect(shape(db)).toEqual(before)
})

test('[P14] links and people of the first released file are shared ones and no owners; its boards count as used today', () => {
  const folder = newFolder()
  mkdirSync(folder)
  const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
  migrate(db, STEPS.slice(0, 1))
  db.exec(`
    INSERT INTO boards VALUES ('b1', 'Bikes', 1, NULL);
    INSERT INTO links VALUES ('l', 'b1', 'h', 'facilitator', '', 1, NULL, NULL);
    INSERT INTO people VALUES ('ana', 'b1', 'Ana', 'jade', 'facilitator', 'l', 1, NULL)`)
  db.close()
  const storage = open(folder)
  expect(storage.links('b1')).toMatchObject([{ id: 'l', kind: 'shared', person: null, isReplaced: false }])
  expect(storage.people('b1')).toMatchObject([{ id: 'ana', owner: false }])
  const age = Date.now() - (storage.board('b1')?.usedAt ?? 0)
  expect(age).toBeGreaterThanOrEqual(0)
  expect(age).toBeLessThan(86_400_000 + 60_000)
})

test('[P14] a file of before there were workshops keeps what it holds, and takes their rows', async () => {
  const folder = newFolder()
  mkdirSync(folder)
  const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
  migrate(db, STEPS.slice(0, 3))
  db.exec("INSERT INTO boards VALUES ('b1', 'Bikes', 1, NULL, 1)")
  db.close()
  const storage = open(folder)
  expect(storage.board('b1')).toMatchObject({ title: 'Bikes' })
  expect(storage.workshop('b1', 'run').size).toBe(0)
  await storage.commit([{ kind: 'workshop', board: 'b1', part: 'run', key: 'now', value: '{}' }])
  storage.close()
  expect([...open(folder).workshop('b1', 'run')]).toEqual([['now', '{}']])
})

test('[P14] a step that fails leaves the file as it was', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db)
  const before = shape(db)
  expect(() => migrate(db, [...STEPS, 'CREATE TABLE more (id TEXT); CREATE TABLE boards (id TEXT)'])).toThrow(
    'already exists',
  )
  expect(shape(db)).toEqual(before)
  expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: STEPS.length })
})

test.each([
  ['of a newer Nonagon', `PRAGMA user_version = ${STEPS.length + 1}`, 'newer Nonagon'],
  ['of another program', 'PRAGMA application_id = 7', 'not written by Nonagon'],
])('[P14] a file %s is refused, and the folder is free again', (_whose, sql, sentence) => {
  const folder = newFolder()
  open(folder).close()
  const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
  db.exec(sql)
  db.close()
  for (let attempt = 0; attempt < 2; attempt++) expect(() => open(folder)).toThrow(sentence)
})

test('a data folder that cannot be is told in a sentence', () => {
  const file = newFolder()
  writeFileSync(file, 'a file, no folder')
  expect(() => open(join(file, 'data'))).toThrow(`The data folder ${join(file, 'data')} cannot be written.`)
})

test('what the disk has left is known', () => {
  const storage = open(newFolder())
  expect(storage.stats().freeBytes).toBeGreaterThan(0)
})
