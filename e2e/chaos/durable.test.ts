/** [P3] Nobody sees what is not on disk, however long the disk takes. */
import { setTimeout as pause } from 'node:timers/promises'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { afterAll, expect, test } from 'vitest'
import { scratch } from '../../server/storage/scratch.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { CanvasJSON } from '../../shared/canvas/json.ts'
import { addNote, change, moveNotes } from '../../shared/canvas/operations.ts'
import { encodeSync, MESSAGE, SYNC } from '../../shared/wire/messages.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import { between, isSoak, runSeed, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import { Witness, withCommit } from './kit/storages.ts'

const WRITERS = 8
const EDITS = isSoak ? 10_000 : 1_040
const MOST_MS = 500
/** Below the gate's 60 frames a second. */
const PACE_MS = 18
const NOTHING = new Uint8Array([0])

const { next: newFolder, remove } = scratch('durable')
afterAll(remove)

/** What somebody was shown before it was on disk. */
type Sights = Record<'updates' | 'states' | 'vectors' | 'receipts' | 'files', { seen: number; early: number }>

class Watch {
  readonly sights: Sights = {
    updates: { seen: 0, early: 0 },
    states: { seen: 0, early: 0 },
    vectors: { seen: 0, early: 0 },
    receipts: { seen: 0, early: 0 },
    files: { seen: 0, early: 0 },
  }
  readonly #witness: Witness
  readonly #room: string

  constructor(witness: Witness, room: string) {
    this.#witness = witness
    this.#room = room
  }

  note(what: keyof Sights, isOnDisk: boolean): void {
    this.sights[what].seen++
    if (!isOnDisk) this.sights[what].early++
  }

  /** Each kind of sight was had too early at least once. */
  get isCaught(): boolean {
    return Object.values(this.sights).every(({ early }) => early > 0)
  }

  /** Looks at every document frame in the moment in which it arrives. */
  follow(raw: Raw): Raw {
    raw.ws.on('message', data => {
      const decoder = createDecoder(new Uint8Array(data as Buffer))
      if (readVarUint(decoder) !== MESSAGE.sync) return
      const step = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (step === SYNC.step1) this.note('vectors', this.#witness.reaches(this.#room, payload))
      else this.note(step === SYNC.update ? 'updates' : 'states', this.#witness.holds(this.#room, payload))
    })
    return raw
  }

  /** How far a note has got on disk. */
  onDisk = (note: string): number => openCanvas(this.#witness.document(this.#room)).notes.get(note)?.place[1] ?? 0
}

interface Course {
  readonly isHonest: boolean
  readonly edits: number
  /** Ends it before all edits are made. */
  readonly isEnough?: (watch: Watch) => boolean
}

/** Moves its note to 1, 2, 3 …; each receipt must be about a place that is on disk. */
async function write(raw: Raw, note: string, watch: Watch, { edits, isEnough }: Course): Promise<void> {
  const canvas = openCanvas(raw.doc)
  const add = () => addNote(canvas, { id: note, place: ['channels', 0, 0, 1], text: '', color: 'straw', author: '' })
  change(canvas, 'me', add)
  const valueAt = new Map<number, number>()
  raw.ws.on('message', data => {
    if ((data as Buffer)[0] !== MESSAGE.receipt) return
    const value = valueAt.get(raw.receipts.at(-1)?.count ?? 0)
    if (value !== undefined) watch.note('receipts', watch.onDisk(note) >= value)
  })
  for (let value = 1; value <= edits / WRITERS && !isEnough?.(watch); value++) {
    change(canvas, 'me', () => moveNotes(canvas, new Map([[note, ['channels', value, 0, 1] as const]])))
    valueAt.set(raw.sent, value)
    await pause(PACE_MS)
  }
  await raw.saved()
}

/** Those who come, ask again and fetch files, all the time until it is over. */
async function pry(server: InProcess, made: MadeBoard, watch: Watch, isOver: () => boolean): Promise<void> {
  const room = `${made.board}/canvas/main`
  const asking = watch.follow(rawWith(secretOf(made.links.observer), 'Asking', { url: server.address, path: room }))
  await asking.synced()
  while (!isOver()) {
    asking.send(encodeSync(SYNC.step1, NOTHING))
    const comer = watch.follow(rawWith(secretOf(made.links.observer), 'Comer', { url: server.address, path: room }))
    const file = await fetch(`${server.address}/api/boards/${made.board}/canvases/main.json`, {
      headers: { authorization: `Bearer ${secretOf(made.links.observer)}` },
    })
    const { blocks } = (await file.json()) as CanvasJSON
    for (const { id, x } of blocks.channels) watch.note('files', x <= watch.onDisk(id))
    await comer.synced()
    comer.cut()
  }
  asking.cut()
}

async function run(seed: number, course: Course): Promise<Watch> {
  const { isHonest, edits } = course
  const random = seeded(seed)
  const witness = new Witness()
  /** The commit that ends last. */
  let last = Promise.resolve()
  const storage = withCommit(openSqlite(newFolder()), async (batch, really) => {
    const write = async () => {
      await really(batch)
      witness.committed(batch)
    }
    // Side by side for a storage that does not wait: its delays must not add up until the last edit is long made.
    // Side by side where nobody waits for it: else the delays add up until long after the last edit.
    const late = () => {
      const delay = pause(between(random, 0, MOST_MS))
      return (last = last.then(() => delay).then(write))
    }
    // Who comes is written at once, and so is the board: this is about what is edited.
    const isMaking = batch.some(entry => entry.kind === 'board')
    const isEdit = !isMaking && batch.some(entry => entry.kind === 'update' && entry.doc.endsWith('/canvas/main'))
    if (isEdit && isHonest) return late()
    if (isEdit) return void late()
    await last
    await write()
  })
  const server = await startInProcess({ storage })
  try {
    const made = await server.makeBoardByHttp()
    const room = `${made.board}/canvas/main`
    const watch = new Watch(witness, room)
    const options = { url: server.address, path: room }
    const writers = Array.from({ length: WRITERS }, (_, i) =>
      watch.follow(rawWith(secretOf(made.links.participant), `W${i}`, options)),
    )
    await Promise.all(writers.map(writer => writer.synced()))
    let isOver = false
    const prying = pry(server, made, watch, () => isOver)
    await Promise.all(writers.map((writer, i) => write(writer, `w${i}`, watch, course)))
    isOver = true
    await prying
    if (isHonest) for (let i = 0; i < WRITERS; i++) expect(watch.onDisk(`w${i}`)).toBe(edits / WRITERS)
    for (const writer of writers) writer.cut()
    return watch
  } finally {
    await last
    await server.stop()
  }
}

test(
  `[P3] with commits that take up to ${MOST_MS} ms, nobody sees any of ${EDITS} edits before it is on disk`,
  {
    timeout: isSoak ? 300_000 : 60_000,
  },
  async () => {
    const seed = runSeed()
    const { sights } = await run(seed, { isHonest: true, edits: EDITS })
    process.stdout.write(`P3: ${EDITS} edits, seed ${seed}: ${JSON.stringify(sights)}\n`)
    for (const [what, { seen, early }] of Object.entries(sights)) {
      expect(seen, what).toBeGreaterThan(5)
      expect(early, `${what} (seed ${seed})`).toBe(0)
    }
  },
)

test('[P3] negative control: a storage that says "done" before it is done is caught', async () => {
  // Which sights fall between two commits is up to the machine, so it goes on until each kind was had.
  const isEnough = (watch: Watch) => watch.isCaught
  const { sights } = await run(1, { isHonest: false, edits: 10 * EDITS, isEnough })
  for (const [what, { early }] of Object.entries(sights)) expect(early, what).toBeGreaterThan(0)
})
