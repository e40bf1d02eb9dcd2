/** [P1] An acknowledged edit survives kill -9 at any instant; and what others saw was acknowledged to be on disk. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change, moveNotes } from '../../shared/canvas/operations.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import type { Random } from '../support/random.ts'
import { between, isSoak, runSeed, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'

const WRITERS = 4
const KILLS = isSoak ? 1_000 : 25

interface Toll {
  acknowledged: number
  lost: number
  /** Seen by another and then gone. */
  unseen: number
}

/** Writes 1, 2, 3 … into the place of one note, and remembers how far the server acknowledged it. */
class Writer {
  readonly raw: Raw
  readonly note: string
  acknowledged = 0
  #sent: { readonly frame: number; readonly value: number }[] = []
  #value: number
  #timer: NodeJS.Timeout | undefined

  constructor(raw: Raw, note: string, from: number) {
    this.raw = raw
    this.note = note
    this.#value = from
  }

  begin(): void {
    const canvas = openCanvas(this.raw.doc)
    this.#timer = setInterval(() => {
      if (!this.raw.isOpen) return
      const value = ++this.#value
      change(canvas, 'me', () => moveNotes(canvas, new Map([[this.note, ['channels', value, 0, 1] as const]])))
      this.#sent.push({ frame: this.raw.sent, value })
    }, 2)
  }

  /** Its first edit is acknowledged. */
  heard = (): Promise<void> => this.raw.until('a receipt', () => this.#reached() > 0)

  #reached(): number {
    const count = this.raw.receipts.at(-1)?.count ?? 0
    return this.#sent.findLast(({ frame }) => frame <= count)?.value ?? 0
  }

  end(): void {
    clearInterval(this.#timer)
    this.acknowledged = this.#reached()
    this.raw.cut()
  }
}

const valueOf = (raw: Raw, note: string): number => openCanvas(raw.doc).notes.get(note)?.place[1] ?? 0

/** One life of the server: everybody comes, checks what was promised before, writes, and the server is killed. */
async function oneLife(
  nonagon: Nonagon,
  made: MadeBoard,
  random: Random,
  promised: number[],
  toll: Toll,
  seen: number[],
): Promise<void> {
  await nonagon.start()
  const options = { url: nonagon.url, path: `${made.board}/canvas/main` }
  const writers = Array.from({ length: WRITERS }, (_, i) => rawWith(secretOf(made.links.participant), `W${i}`, options))
  const watcher = rawWith(secretOf(made.links.observer), 'Watcher', options)
  await Promise.all([...writers, watcher].map(raw => raw.synced()))
  for (let i = 0; i < WRITERS; i++) {
    const found = valueOf(watcher, `w${i}`)
    if (found < (promised[i] ?? 0)) toll.lost++
    if (found < (seen[i] ?? 0)) toll.unseen++
  }
  const working = writers.map(
    (raw, i) => new Writer(raw, `w${i}`, Math.max(promised[i] ?? 0, valueOf(watcher, `w${i}`))),
  )
  const before = [...promised]
  for (const writer of working) writer.begin()
  // On a busy machine the random pause may be over before anything was promised that could be lost.
  await Promise.all(working.map(writer => writer.heard()))
  await pause(between(random, 20, 140))
  await nonagon.end('SIGKILL')
  await watcher.ended()
  working.forEach((writer, i) => {
    writer.end()
    promised[i] = Math.max(before[i] ?? 0, writer.acknowledged)
    toll.acknowledged += Math.max(0, writer.acknowledged - (before[i] ?? 0))
    seen[i] = valueOf(watcher, `w${i}`)
  })
  watcher.cut()
}

async function lives(
  nonagon: Nonagon,
  random: Random,
  {
    kills = KILLS,
    isEnough = () => false,
  }: { readonly kills?: number; readonly isEnough?: (toll: Toll) => boolean } = {},
): Promise<Toll> {
  const toll: Toll = { acknowledged: 0, lost: 0, unseen: 0 }
  await nonagon.start()
  const made = await nonagon.makeBoard()
  const first = rawWith(secretOf(made.links.participant), 'W0', { url: nonagon.url, path: `${made.board}/canvas/main` })
  await first.synced()
  const canvas = openCanvas(first.doc)
  for (let i = 0; i < WRITERS; i++)
    change(canvas, 'me', () =>
      addNote(canvas, { id: `w${i}`, place: ['channels', 0, 0, 1], text: 'w', color: 'straw', author: '' }),
    )
  await first.saved()
  first.cut()
  await nonagon.end('SIGTERM')
  const promised = Array<number>(WRITERS).fill(0)
  const seen = Array<number>(WRITERS).fill(0)
  for (let kill = 0; kill < kills && !isEnough(toll); kill++) await oneLife(nonagon, made, random, promised, toll, seen)
  return toll
}

function isWhole(dataDir: string): boolean {
  const file = readdirSync(dataDir).find(name => name.endsWith('.sqlite')) ?? ''
  const database = new DatabaseSync(join(dataDir, file))
  const row = database.prepare('PRAGMA integrity_check').get()
  database.close()
  return row?.['integrity_check'] === 'ok'
}

test(
  `[P1] ${KILLS} random kills: no acknowledged edit is lost, nothing that was shown is gone`,
  {
    timeout: isSoak ? 1_800_000 : 300_000,
  },
  async () => {
    const seed = runSeed()
    const nonagon = new Nonagon()
    try {
      const toll = await lives(nonagon, seeded(seed))
      process.stdout.write(
        `P1: ${KILLS} kills, ${toll.acknowledged} acknowledged edits, ${toll.lost} lost (seed ${seed})\n`,
      )
      expect(toll, `seed ${seed}`).toMatchObject({ lost: 0, unseen: 0 })
      expect(toll.acknowledged).toBeGreaterThan(KILLS * 10)
      expect(isWhole(nonagon.dataDir)).toBe(true)
    } finally {
      await nonagon.dispose()
    }
  },
)

test('[P1] negative control: a server that acknowledges before it writes is caught', { timeout: 300_000 }, async () => {
  const nonagon = new Nonagon({ main: fileURLToPath(new URL('controls/ack-before-disk.ts', import.meta.url)) })
  try {
    const toll = await lives(nonagon, seeded(1), { kills: 50, isEnough: ({ lost }) => lost > 0 })
    expect(toll.lost).toBeGreaterThan(0)
  } finally {
    await nonagon.dispose()
  }
})
