/** [P15] Thousands of bent frames against the built server: it lives, those beside see nothing of it, and what is refused changes nothing. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import { addNote, change, editText } from '../../shared/canvas/operations.ts'
import { encodeClock, encodePresence, encodeSync, MESSAGE, SYNC } from '../../shared/wire/messages.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import type { Random } from '../support/random.ts'
import { between, isSoak, runSeed, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import { differenceIn } from './kit/alike.ts'
import { act, Fresh } from './kit/deeds.ts'
import { mutate } from './kit/mutate.ts'

const FRAMES = isSoak ? 100_000 : 5_000
/** Boards, each with a hostile person and an innocent one; they wait for the same ticks. */
const BOARDS = 25
const EDIT_EVERY = 25
/** Below the limit of frames a second, also for one who is quick. */
const FRAMES_A_SOCKET = 60
const BENT_OF_EACH = 5
const SAVED_MS = 5_000
/** An update that says nothing: counted once all before it is done with. */
const NOTHING = encodeSync(SYNC.update, new Uint8Array([0, 0]))

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Will the server's receipt count this frame? As `peer.ts` reads it. */
function isCounted(frame: Uint8Array): boolean {
  try {
    const decoder = createDecoder(frame)
    if (readVarUint(decoder) !== MESSAGE.sync) return false
    const step = readVarUint(decoder)
    readVarUint8Array(decoder)
    return step === SYNC.step2 || step === SYNC.update
  } catch {
    return false
  }
}

interface Tally {
  sent: number
  /** Sockets that were closed for what they sent, by code. */
  readonly closed: Map<number, number>
  readonly flaws: string[]
}

/** One board: who attacks it, and who works at it. */
class Lane {
  readonly #nonagon: Nonagon
  readonly #made: MadeBoard
  readonly #random: Random
  readonly #tally: Tally
  readonly #role: 'participant' | 'observer'
  readonly #chance: { readonly random: Random; readonly fresh: Fresh }
  /** What the hostile one knows of the board; only ever changed by the server. */
  readonly #known = new Y.Doc()
  /** The client id of all edits of the hostile one, so that nothing is refused for that alone. */
  readonly #client = new Y.Doc().clientID
  readonly #innocent: Raw
  #raw: Raw | undefined
  /** Document frames on this socket that a receipt will count. */
  #count = 0
  #sentHere = 0
  /** The last row of the document, as the server tells. */
  #row = 0
  #edits = 0
  #last: Uint8Array = NOTHING
  #real: Uint8Array = NOTHING
  #bentOfReal = 0

  private constructor(nonagon: Nonagon, made: MadeBoard, index: number, tally: Tally, seed: number) {
    this.#nonagon = nonagon
    this.#made = made
    this.#tally = tally
    this.#random = seeded(seed + index)
    this.#role = index % 4 === 0 ? 'observer' : 'participant'
    this.#chance = { random: this.#random, fresh: new Fresh() }
    this.#innocent = this.#comes('participant', 'Ivy', new Y.Doc())
  }

  static async open(nonagon: Nonagon, index: number, tally: Tally, seed: number): Promise<Lane> {
    const lane = new Lane(nonagon, await nonagon.makeBoard(), index, tally, seed)
    await lane.#innocent.synced()
    await lane.#edit()
    return lane
  }

  #comes(role: 'participant' | 'observer', name: string, doc: Y.Doc): Raw {
    const raw = rawWith(secretOf(this.#made.links[role]), name, {
      url: this.#nonagon.url,
      path: `${this.#made.board}/canvas/main`,
      doc,
    })
    ends.push(() => raw.cut())
    return raw
  }

  /** The innocent one works, and is soon told that it is saved. */
  async #edit(): Promise<void> {
    const canvas = openCanvas(this.#innocent.doc)
    const id = `ivy${++this.#edits}`
    change(canvas, 'ivy', () =>
      addNote(canvas, { id, place: ['channels', 8, 8, 1], text: id, color: 'straw', author: '' }),
    )
    change(canvas, 'ivy', () => editText(canvas, id, `${id} and more`))
    await this.#innocent.until('Ivy is saved', () => this.#innocent.isSaved, SAVED_MS)
    this.#row = this.#innocent.receipts.at(-1)?.sequence ?? 0
  }

  /** Opens a socket as an honest client does. What was refused on the one before must have left no trace. */
  async #open(): Promise<Raw> {
    const raw = this.#comes(this.#role, 'Mallory', this.#known)
    await raw.saved()
    this.#raw = raw
    this.#count = raw.sent
    this.#sentHere = 0
    const row = raw.receipts[0]?.sequence ?? 0
    if (row !== this.#row) this.#tally.flaws.push(`row ${this.#row} became ${row} by a refused ${hex(this.#last)}`)
    return raw
  }

  /** A frame to be thrown: mostly bent, and several times the same real one in different ways. */
  #nextFrame(): Uint8Array {
    if (this.#bentOfReal++ % BENT_OF_EACH === 0) this.#real = this.#realFrame()
    return this.#random() < 0.05 ? this.#real : mutate(this.#real, this.#last, this.#random)
  }

  /** What a real client would send now: each kind of frame, mostly edits. */
  #realFrame(): Uint8Array {
    const random = this.#random
    const choice = random()
    if (choice < 0.15) return this.#presence()
    if (choice < 0.2) return encodeSync(SYNC.step1, Y.encodeStateVector(this.#known))
    if (choice < 0.23) return encodeClock(between(random, 0, 1e9))
    const fork = new Y.Doc()
    Y.applyUpdate(fork, Y.encodeStateAsUpdate(this.#known))
    fork.clientID = this.#client
    const before = Y.encodeStateVector(fork)
    const canvas = openCanvas(fork)
    const history = openHistory(canvas, { origin: {}, allows: () => true })
    for (let deeds = between(random, 1, 3); deeds > 0; deeds--) act({ canvas, history }, this.#chance)
    history.destroy()
    return encodeSync(random() < 0.3 ? SYNC.step2 : SYNC.update, Y.encodeStateAsUpdate(fork, before))
  }

  #presence(): Uint8Array {
    const encoder = createEncoder()
    for (const number of [1, this.#client, between(this.#random, 1, 1_000)]) writeVarUint(encoder, number)
    writeVarString(encoder, JSON.stringify({ user: { name: 'Ivy' }, cursor: ['channels', 1, this.#random() * 100] }))
    return encodePresence(toUint8Array(encoder))
  }

  /** Sends one frame and waits until the server is done with it. */
  async #throw(raw: Raw, frame: Uint8Array): Promise<void> {
    this.#last = frame
    this.#count += (isCounted(frame) ? 1 : 0) + 1
    this.#sentHere++
    this.#tally.sent++
    raw.send(frame)
    raw.send(NOTHING)
    const isDone = () => raw.closed !== undefined || (raw.receipts.at(-1)?.count ?? 0) >= this.#count
    await raw.until(`an answer to ${hex(frame)}`, isDone)
    const last = raw.receipts.at(-1)
    // A refusal is counted as well; its close is on the way.
    if (last?.refused) await raw.ended()
    else if (!raw.closed && last) this.#follow(last.sequence)
  }

  #follow(row: number): void {
    if (this.#role === 'observer' && row !== this.#row)
      this.#tally.flaws.push(`an observer made row ${row} with ${hex(this.#last)}`)
    this.#row = row
  }

  #leave(): void {
    const code = this.#raw?.closed?.code
    if (code !== undefined) this.#tally.closed.set(code, (this.#tally.closed.get(code) ?? 0) + 1)
    this.#raw?.cut()
    this.#raw = undefined
  }

  async attack(frames: number): Promise<void> {
    for (let i = 0; i < frames; i++) {
      const raw = this.#raw ?? (await this.#open())
      await this.#throw(raw, this.#nextFrame())
      if (raw.closed || this.#sentHere >= FRAMES_A_SOCKET) this.#leave()
      if (i % EDIT_EVERY === 0) await this.#edit()
    }
    this.#leave()
  }

  /** Writes a row of which this side keeps no account, as if a refused frame had left it. */
  async betray(): Promise<void> {
    const row = this.#row
    await this.#edit()
    this.#row = row
  }

  /** Those beside noticed nothing, and have what the server has. */
  async flaw(): Promise<string | undefined> {
    await this.#edit()
    const eve = this.#comes('observer', 'Eve', new Y.Doc())
    await eve.synced()
    if (this.#innocent.closed) return `the innocent was closed with ${this.#innocent.closed.code}`
    const copies = [this.#innocent, eve].map(({ doc }, i) => ({
      name: ['Ivy', 'Eve'][i] ?? '',
      canvas: openCanvas(doc),
    }))
    const [ivy] = copies
    const lost = Array.from({ length: this.#edits }, (_, i) => `ivy${i + 1}`).filter(id => !ivy?.canvas.notes.find(id))
    // A hostile participant may delete; an observer may not.
    if (this.#role === 'observer' && lost.length > 0) return `lost ${lost.join()}`
    return differenceIn(copies)
  }
}

const hex = (frame: Uint8Array): string => Buffer.from(frame).toString('hex').slice(0, 400)

/** A figure of /metrics. */
async function metric(nonagon: Nonagon, name: string): Promise<number> {
  const text = await (await fetch(`${nonagon.url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
}

test(
  `[P15] ${FRAMES} bent frames: the server lives, the innocent work on, what is refused leaves no row`,
  {
    timeout: isSoak ? 1_800_000 : 120_000,
  },
  async () => {
    const seed = runSeed()
    const nonagon = new Nonagon({ env: { HANDSHAKES_PER_SECOND: '100000', IDLE_SECONDS: '1' } })
    ends.push(() => nonagon.dispose())
    await nonagon.start()
    const { pid } = nonagon
    const tally: Tally = { sent: 0, closed: new Map(), flaws: [] }
    const attack = async (frames: number) => {
      const opening = Array.from({ length: BOARDS }, (_, i) => Lane.open(nonagon, i, tally, seed))
      const lanes = await Promise.all(opening)
      await Promise.all(lanes.map(lane => lane.attack(frames / BOARDS)))
      const found = await Promise.all(lanes.map(lane => lane.flaw()))
      tally.flaws.push(...found.filter(flaw => flaw !== undefined))
      for (const end of ends.splice(1)) await end()
    }
    const heap = () => metric(nonagon, 'nodejs_heap_size_used_bytes')
    if (isSoak) await attack(FRAMES / 10)
    const before = await heap()
    await attack(FRAMES)
    process.stdout.write(`P15: ${tally.sent} frames, closed ${JSON.stringify([...tally.closed])} (seed ${seed})\n`)
    expect(tally.flaws, `seed ${seed}`).toEqual([])
    expect(nonagon.pid).toBe(pid)
    expect(nonagon.output.split('\n').filter(line => /crash|Error/.test(line))).toEqual([])
    expect((await fetch(`${nonagon.url}/readyz`)).status).toBe(200)
    expect([...tally.closed.keys()].every(code => code >= 4400 && code < 4600)).toBe(true)
    if (isSoak) await vi.waitUntil(async () => (await heap()) < before * 1.1, { interval: 500, timeout: 120_000 })
  },
)

test('[P15] negative control: a row that no taken frame accounts for is noticed', async () => {
  const nonagon = new Nonagon()
  ends.push(() => nonagon.dispose())
  await nonagon.start()
  const tally: Tally = { sent: 0, closed: new Map(), flaws: [] }
  const lane = await Lane.open(nonagon, 1, tally, 1)
  await lane.attack(5)
  expect(tally.flaws).toEqual([])
  await lane.betray()
  await lane.attack(5)
  expect(tally.flaws).toEqual([expect.stringContaining('by a refused')])
})
