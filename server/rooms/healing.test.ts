/** The end of healing: a document that lost rows, clients that still have them, and the moment from which all is as before. */
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { InProcess } from '../../e2e/support/in-process.ts'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { secretOf } from '../../e2e/support/nonagon.ts'
import type { Raw } from '../../e2e/support/raw.ts'
import { rawWith } from '../../e2e/support/raw.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { databaseIn } from '../storage/place.ts'
import { openSqlite } from '../storage/sqlite.ts'

const DAY_MS = 86_400_000
/** Rooms are looked after once a second. */
const SWEPT = { timeout: 5_000 }

let folder: string
let server: InProcess
let made: MadeBoard
let time: number

const path = () => `${made.board}/canvas/main`
const stored = () => server.server.storage.document(path())
const room = () => server.server.rooms.open(path())
const texts = (doc: Y.Doc) =>
  openCanvas(doc)
    .notes.all()
    .map(note => note.text)
    .sort()

async function starts(): Promise<void> {
  server = await startInProcess({ storage: openSqlite(folder), now: () => time, env: { IDLE_SECONDS: '5' } })
}

async function comes(name: string, options: { doc?: Y.Doc; seq?: number } = {}): Promise<Raw> {
  const raw = rawWith(secretOf(made.links.participant), name, {
    url: server.local,
    path: path(),
    ...(options.doc ? { doc: options.doc } : {}),
    query: { seq: String(options.seq ?? 0) },
  })
  await raw.synced()
  return raw
}

const adds = (raw: Raw, text: string): void => {
  const canvas = openCanvas(raw.doc)
  const place = ['channels', 24, 56, 1] as const
  change(canvas, 'me', () => addNote(canvas, { id: `n-${text}`, place, text, color: 'straw', author: '' }))
}

const seenBy = (raw: Raw): number => raw.receipts.at(-1)?.sequence ?? 0

/** What a person leaves with: their copy, under a client id they never wrote with. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Ana and Ben write, the server stops, and the row with Ana's second note is spoiled on disk; her third stands on it. */
async function loses(): Promise<{ doc: Y.Doc; seq: number }> {
  const ana = await comes('Ana')
  const ben = await comes('Ben')
  const rows: number[] = []
  for (const text of ['one', 'two', 'three']) {
    adds(ana, text)
    await ana.saved()
    rows.push(seenBy(ana))
  }
  await ben.until('all of it', () => texts(ben.doc).length === 3)
  adds(ben, 'four')
  await ben.saved()
  const doc = copyOf(ben.doc)
  const seq = seenBy(ben)
  for (const raw of [ana, ben]) raw.cut()
  // A crash, so that the log is not folded: the disk as it is now, under a server that starts anew.
  const crashed = mkdtempSync(join(tmpdir(), 'nonagon-'))
  await server.server.storage.backup(databaseIn(crashed))
  await server.stop()
  rmSync(folder, { recursive: true })
  folder = crashed
  const db = new DatabaseSync(databaseIn(folder))
  const spoiled = db.prepare(
    "UPDATE updates SET data = x'00' WHERE seq = ? AND doc = (SELECT id FROM docs WHERE name = ?)",
  )
  expect(spoiled.run(rows[1] ?? 0, path()).changes).toBe(1)
  db.close()
  await starts()
  expect(stored()).toMatchObject({ damaged: true })
  return { doc, seq }
}

beforeEach(async () => {
  time = Date.now()
  folder = mkdtempSync(join(tmpdir(), 'nonagon-'))
  await starts()
  made = await server.makeBoardByHttp()
})
afterEach(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('[M5] [P22] once somebody who had seen everything brought it back, the mark goes, the log folds and foreign ids are refused', async () => {
  const { doc, seq } = await loses()
  const cem = await comes('Cem')
  expect(texts(cem.doc)).not.toContain('two')
  const ben = await comes('Ben', { doc, seq })
  await cem.until('what was lost', () => texts(cem.doc).join() === 'four,one,three,two')
  await expect.poll(() => stored(), SWEPT).toMatchObject({ damaged: false, logRows: 0 })
  expect(room()?.document.isHealing).toBe(false)
  adds(ben, 'five')
  await ben.saved()
  expect(seenBy(ben)).toBeGreaterThan(seq)

  const foreign = copyOf(ben.doc)
  foreign.clientID = 4242
  openCanvas(foreign).document.getMap('about').set('title', 'Not mine to send')
  const stranger = copyOf(foreign)
  const claims = rawWith(secretOf(made.links.participant), 'Dan', { url: server.local, path: path(), doc: foreign })
  await claims.saved()
  claims.cut()
  openCanvas(foreign).document.getMap('about').set('title', 'Written by Dan')
  Y.applyUpdate(stranger, Y.encodeStateAsUpdate(foreign))
  const eve = rawWith(secretOf(made.links.participant), 'Eve', { url: server.local, path: path(), doc: stranger })
  expect(await eve.ended()).toBe(CLOSE.refused)
  for (const raw of [cem, ben]) raw.cut()
})

test('[M5] who came after the loss proves nothing, however far they have seen', async () => {
  const { seq } = await loses()
  const cem = await comes('Cem')
  for (const text of ['five', 'six', 'seven']) {
    adds(cem, text)
    await cem.saved()
  }
  expect(seenBy(cem)).toBe(0)
  const { doc } = cem
  cem.cut()
  const again = await comes('Cem', { doc: copyOf(doc), seq: seenBy(cem) })
  adds(again, 'eight')
  await again.saved()
  time += DAY_MS / 2
  await expect.poll(() => room()?.document.sequence).toBeGreaterThan(seq)
  expect(room()?.document.isHealed).toBe(false)
  again.cut()
})

test('[M5] what nobody brought back in a day is given up: the mark goes, and what stood on it too', async () => {
  await loses()
  const cem = await comes('Cem')
  adds(cem, 'five')
  await cem.saved()
  const before = texts(cem.doc)
  expect(before).toContain('five')
  time += DAY_MS + 1
  await expect.poll(() => stored(), SWEPT).toMatchObject({ damaged: false, logRows: 0 })
  cem.cut()
  time += 60_000
  const dan = await comes('Dan')
  expect(texts(dan.doc)).toEqual(before)
  adds(dan, 'six')
  await dan.saved()
  expect(seenBy(dan)).toBeGreaterThan(0)
  dan.cut()
})

test('[P4] a client that has seen more is believed until what it has is here', async () => {
  const ana = await comes('Ana')
  adds(ana, 'one')
  await ana.saved()
  const doc = copyOf(ana.doc)
  const seq = seenBy(ana) + 5
  ana.cut()
  const again = await comes('Ana', { doc, seq })
  await again.until('its step2', () => again.isSaved)
  await expect.poll(() => room()?.document.isHealing, SWEPT).toBe(false)
  again.cut()
})
