/** Backups made while people write, and restored where something else was (P7, V20). */
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { CANVAS, DOCUMENT, SAMPLE, bytes, everything, update } from '../sample.ts'
import { scratch } from '../scratch.ts'
import { vacuumInto } from '../sqlite-node.ts'
import { openSqlite } from '../sqlite.ts'
import type { Storage } from '../storage.ts'
import { copyDatabase } from './backup.ts'
import { restore } from './restore.ts'

const { next: newPath, remove } = scratch('backup')
afterAll(remove)
const opened: Storage[] = []
function open(folder: string): Storage {
  const storage = openSqlite(folder)
  opened.push(storage)
  return storage
}
/** What was there before a restore, opened where a database belongs. */
function openKept(kept = ''): Storage {
  const folder = newPath()
  mkdirSync(folder)
  copyFileSync(kept, join(folder, 'nonagon.sqlite'))
  return open(folder)
}
afterEach(() => {
  for (const storage of opened.splice(0)) storage.close()
})

const NOW = Date.UTC(2030, 0, 1)
const LIFE = NOW / 1000

test('[P7] a backup taken while rows come in holds every row that was on disk when it began, and no half of a batch', async () => {
  const storage = open(newPath())
  const talk = 'b1/talk'
  await storage.commit([DOCUMENT, { ...DOCUMENT, name: talk }])
  let sequence = 0
  const write = () => {
    sequence++
    return storage.commit([update(CANVAS, sequence, new Uint8Array(3000)), update(talk, sequence)])
  }
  for (let count = 0; count < 300; count++) await write()
  const began = sequence
  const file = newPath()
  let isDone = false
  const backup = storage.backup(file).finally(() => {
    isDone = true
  })
  while (!isDone) {
    await write()
    await setImmediate()
  }
  await backup
  expect(sequence, 'rows came in meanwhile').toBeGreaterThan(began)

  const folder = newPath()
  await restore(folder, file, { now: NOW })
  const copy = open(folder)
  const kept = copy.document(CANVAS)?.sequence ?? 0
  expect(kept).toBeGreaterThanOrEqual(began)
  expect(copy.document(talk)).toMatchObject({ sequence: kept, damaged: false })
  expect(storage.document(CANVAS)?.sequence).toBe(sequence)
})

test('[P7] a backup says what is in it, and leaves nothing else behind', async () => {
  const folder = newPath()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  const place = newPath()
  mkdirSync(place)
  const file = join(place, 'nonagon-backup.sqlite')
  const report = await copyDatabase(folder, file)
  expect(report).toEqual({ file, bytes: readFileSync(file).length, boards: 2, documents: 2, damaged: [] })
  expect(readdirSync(place)).toEqual(['nonagon-backup.sqlite'])
})

test('[P7] a folder whose server was killed can be backed up without starting one', async () => {
  const folder = newPath()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  const image = newPath()
  mkdirSync(image)
  for (const tail of ['', '-wal'])
    copyFileSync(join(folder, `nonagon.sqlite${tail}`), join(image, `nonagon.sqlite${tail}`))
  const file = newPath()
  expect(await copyDatabase(image, file)).toMatchObject({ boards: 2, documents: 2 })
})

test('[P7] a Node without a backup of its own copies the same, what is only in the log included', async () => {
  const [source, target] = [newPath(), newPath()]
  const storage = open(source)
  await storage.commit(SAMPLE)
  mkdirSync(target)
  await vacuumInto(join(source, 'nonagon.sqlite'), join(target, 'nonagon.sqlite'))
  expect(everything(open(target))).toEqual(everything(storage))
})

test('[P22] a backup of a damaged document says so', async () => {
  const folder = newPath()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  const db = new DatabaseSync(join(folder, 'nonagon.sqlite'))
  db.exec("UPDATE updates SET data = x'66' WHERE doc = 1")
  db.close()
  expect(await copyDatabase(folder, newPath())).toMatchObject({ damaged: [CANVAS] })
})

test('[P22] a copy with broken pages is not called a backup, also where no document is hurt', async () => {
  const folder = newPath()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.commit([
    { kind: 'board', board: { id: 'b3', title: 'U'.repeat(900), createdAt: 1, deletedAt: null, usedAt: 1 } },
  ])
  storage.close()
  const content = readFileSync(join(folder, 'nonagon.sqlite'))
  const page = Math.floor(content.indexOf('UUUUUUUU') / 4096)
  content.fill(0xff, page * 4096, (page + 1) * 4096)
  writeFileSync(join(folder, 'nonagon.sqlite'), content)
  const place = newPath()
  mkdirSync(place)
  await expect(copyDatabase(folder, join(place, 'copy'))).rejects.toThrow('The copy is damaged')
  expect(readdirSync(place)).toEqual([])
})

test('[P7] there is nothing to back up where no server ever ran', async () => {
  await expect(copyDatabase(newPath(), newPath())).rejects.toThrow('There is no database')
})

test('[T33] [M6] restored documents begin a new life that none had before, and all else is as it was', async () => {
  const folder = newPath()
  const storage = open(folder)
  await storage.commit(SAMPLE)
  const before = everything(storage)
  const file = newPath()
  await storage.backup(file)
  await storage.commit([{ kind: 'renew', doc: CANVAS, epoch: 4, data: bytes(1) }, update(CANVAS, 4)])
  storage.close()

  const report = await restore(folder, file, { now: NOW })
  expect(report).toMatchObject({ boards: 2, documents: 2, damaged: [] })
  expect(readdirSync(folder).filter(name => name.includes('restoring'))).toEqual([])
  const restored = open(folder)
  expect(restored.document(CANVAS)).toMatchObject({ epoch: LIFE, sequence: 3 })
  expect(restored.document('b2/canvas/main')?.epoch).toBe(LIFE)
  await restored.commit([CANVAS, 'b2/canvas/main'].map(name => ({ kind: 'document', name, epoch: 3, schema: 1 })))
  expect(everything(restored)).toEqual(before)
})

test('[T33] restoring twice gives a third life', async () => {
  const [folder, file] = [newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  storage.close()
  await restore(folder, file, { now: NOW })
  const again = newPath()
  await copyDatabase(folder, again)
  await restore(folder, again, { now: NOW })
  expect(open(folder).document(CANVAS)?.epoch).toBe(LIFE + 1)
})

test('[P7] the replaced database stays beside the restored one and opens', async () => {
  const [folder, file] = [newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  await storage.commit([update(CANVAS, 4)])
  storage.close()
  const { kept } = await restore(folder, file, { now: NOW })
  expect(kept).toBe(join(folder, 'nonagon.sqlite.replaced-2030-01-01T000000.000Z'))
  expect(openKept(kept).document(CANVAS)?.sequence).toBe(4)
})

test('[P7] what a killed server had only in its log goes with the replaced database, not into the restored one', async () => {
  const [folder, file, crashed] = [newPath(), newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  await storage.commit([update(CANVAS, 4)])
  mkdirSync(crashed)
  for (const tail of ['', '-wal'])
    copyFileSync(join(folder, `nonagon.sqlite${tail}`), join(crashed, `nonagon.sqlite${tail}`))
  const { kept } = await restore(crashed, file, { now: NOW })
  expect(open(crashed).document(CANVAS)?.sequence).toBe(3)
  expect(openKept(kept).document(CANVAS)?.sequence).toBe(4)
})

test('[P22] a log that cannot be read into its broken file is kept beside it, not played into the restored one', async () => {
  const [folder, file, crashed] = [newPath(), newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  storage.close()
  await open(folder).commit([update(CANVAS, 4)])
  mkdirSync(crashed)
  writeFileSync(join(crashed, 'nonagon.sqlite'), 'no database any more '.repeat(1000))
  copyFileSync(join(folder, 'nonagon.sqlite-wal'), join(crashed, 'nonagon.sqlite-wal'))
  const { kept } = await restore(crashed, file, { now: NOW })
  expect(existsSync(`${kept ?? ''}-wal`)).toBe(true)
  expect(open(crashed).document(CANVAS)).toMatchObject({ sequence: 3, damaged: false })
})

test('[P7] while a server runs nothing is restored', async () => {
  const [folder, file] = [newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  await expect(restore(folder, file, { now: NOW })).rejects.toThrow('Another Nonagon is using this data folder.')
  expect(storage.document(CANVAS)?.epoch).toBe(3)
})

test.each([
  ['that is not there', undefined],
  ['that is cut short', 0.5],
  ['of something else', 0],
])('[P22] a backup %s is not restored, and what was there stays', async (_what, part) => {
  const [folder, file] = [newPath(), newPath()]
  const storage = open(folder)
  await storage.commit(SAMPLE)
  await storage.backup(file)
  const before = everything(storage)
  storage.close()
  const bad = newPath()
  const content = readFileSync(file)
  if (part !== undefined) writeFileSync(bad, part === 0 ? 'A letter.' : content.subarray(0, content.length * part))
  await expect(restore(folder, bad, { now: NOW })).rejects.toMatchObject({ name: 'StorageError' })
  expect(existsSync(join(folder, 'nonagon.sqlite.restoring'))).toBe(false)
  expect(everything(open(folder))).toEqual(before)
})
