/** [P6] A server that is told to stop under load does so soon and in order: who waits is told to come back, and nothing is lost. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import type { Random } from '../support/random.ts'
import { between, isSoak, runSeed, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'

const RUNS = isSoak ? 100 : 5
const WRITERS = 4
const EXIT_MS = 10_000
const PACE_MS = 3

interface Toll {
  acknowledged: number
  /** Notes that were acknowledged and are gone. */
  lost: number
  /** Notes that were not, and did not come either when their writer came back. */
  undelivered: number
  /** Boards that were answered with 201 and are gone. */
  lostBoards: number
  readonly codes: Map<number, number>
  readonly exits: Map<number | null, number>
  slowest: number
}

const tally = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1)

/** Adds note after note, and knows which of them are acknowledged. A tab that comes back with the document it had. */
class Writer {
  readonly document = new Y.Doc()
  readonly acknowledged = new Set<string>()
  readonly #name: string
  #count = 0
  #raw: Raw | undefined
  #sent: { readonly frame: number; readonly note: string }[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(name: string) {
    this.#name = name
  }

  get notes(): number {
    return this.#count
  }

  async comes(nonagon: Nonagon, made: MadeBoard): Promise<void> {
    const options = { url: nonagon.url, path: `${made.board}/canvas/main`, doc: this.document }
    this.#raw = rawWith(secretOf(made.links.participant), this.#name, options)
    await this.#raw.saved()
  }

  begin(): void {
    const raw = this.#raw
    const canvas = openCanvas(this.document)
    this.#sent = []
    this.#timer = setInterval(() => {
      const note = `${this.#name}-${++this.#count}`
      const color = 'straw'
      change(canvas, 'me', () =>
        addNote(canvas, { id: note, place: ['channels', 0, 0, 1], text: note, color, author: '' }),
      )
      if (raw?.isOpen) this.#sent.push({ frame: raw.sent, note })
    }, PACE_MS)
  }

  /** Until the socket is closed; answers with which code. */
  async ended(): Promise<number> {
    const code = (await this.#raw?.ended()) ?? 0
    clearInterval(this.#timer)
    const count = this.#raw?.receipts.at(-1)?.count ?? 0
    for (const { frame, note } of this.#sent) if (frame <= count) this.acknowledged.add(note)
    this.#raw?.cut()
    return code
  }
}

/** Makes boards as long as somebody answers. */
async function makeBoards(nonagon: Nonagon): Promise<readonly MadeBoard[]> {
  const made: MadeBoard[] = []
  for (;;) {
    const board = await nonagon.makeBoard().catch(() => undefined)
    if (!board) return made
    made.push(board)
  }
}

const isThere = async (nonagon: Nonagon, { board, links }: MadeBoard): Promise<boolean> => {
  const headers = { authorization: `Bearer ${secretOf(links.participant)}` }
  return (await fetch(`${nonagon.url}/api/boards/${board}`, { headers })).ok
}

async function notesOnServer(nonagon: Nonagon, made: MadeBoard): Promise<ReadonlySet<string>> {
  const raw = rawWith(secretOf(made.links.observer), 'Eve', { url: nonagon.url, path: `${made.board}/canvas/main` })
  await raw.synced()
  raw.cut()
  return new Set(
    openCanvas(raw.doc)
      .notes.all()
      .map(({ id }) => id),
  )
}

/** One who does not read holds the server up no longer than it allows. */
function deafPeer(nonagon: Nonagon, made: MadeBoard): Raw {
  const raw = rawWith(secretOf(made.links.observer), 'Deaf', { url: nonagon.url, path: `${made.board}/canvas/main` })
  raw.ws.once('open', () => raw.ws.pause())
  return raw
}

async function drains(
  nonagon: Nonagon,
  runs: number,
  random: Random,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<Toll> {
  const toll: Toll = {
    acknowledged: 0,
    lost: 0,
    undelivered: 0,
    lostBoards: 0,
    codes: new Map(),
    exits: new Map(),
    slowest: 0,
  }
  await nonagon.start()
  const made = await nonagon.makeBoard()
  const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(`w${i}`))
  for (let run = 0; run < runs; run++) {
    await Promise.all(writers.map(writer => writer.comes(nonagon, made)))
    const there = await notesOnServer(nonagon, made)
    for (const [i, writer] of writers.entries())
      for (let count = 1; count <= writer.notes; count++) if (!there.has(`w${i}-${count}`)) toll.undelivered++
    const deaf = run === 0 ? deafPeer(nonagon, made) : undefined
    if (deaf) await deaf.until('open', () => deaf.isOpen)
    for (const writer of writers) writer.begin()
    const boards = makeBoards(nonagon)
    await pause(between(random, 20, 200))

    const began = performance.now()
    const exit = nonagon.end(signal)
    for (const code of await Promise.all(writers.map(writer => writer.ended()))) tally(toll.codes, code)
    tally(toll.exits, await exit)
    toll.slowest = Math.max(toll.slowest, performance.now() - began)
    deaf?.ws.terminate()

    await nonagon.start()
    const kept = await notesOnServer(nonagon, made)
    for (const { acknowledged } of writers) for (const note of acknowledged) if (!kept.has(note)) toll.lost++
    for (const board of (await boards).slice(-2)) if (!(await isThere(nonagon, board))) toll.lostBoards++
  }
  toll.acknowledged = writers.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0)
  return toll
}

test(
  `[P6] told to stop ${RUNS} times under load: gone within 10 s with code 0, all closed with 1012, nothing lost`,
  {
    timeout: RUNS * 15_000,
  },
  async () => {
    const seed = runSeed()
    const nonagon = new Nonagon()
    try {
      const toll = await drains(nonagon, RUNS, seeded(seed))
      process.stdout.write(
        `P6: ${RUNS} stops, ${toll.acknowledged} acknowledged, slowest ${toll.slowest.toFixed(0)} ms (seed ${seed})\n`,
      )
      expect(toll, `seed ${seed}`).toMatchObject({ lost: 0, undelivered: 0, lostBoards: 0 })
      expect(toll.acknowledged).toBeGreaterThan(RUNS * 10)
      expect([...toll.codes]).toEqual([[CLOSE.restart, RUNS * WRITERS]])
      expect([...toll.exits]).toEqual([[0, RUNS]])
      expect(toll.slowest).toBeLessThan(EXIT_MS)
    } finally {
      await nonagon.dispose()
    }
  },
)

test('[P6] negative control: a server that just ends is caught', async () => {
  const nonagon = new Nonagon()
  try {
    const { codes, exits, lost } = await drains(nonagon, 2, seeded(1), 'SIGKILL')
    expect(codes.has(CLOSE.restart)).toBe(false)
    expect(exits.has(0)).toBe(false)
    expect(lost, 'that it loses nothing all the same is P1').toBe(0)
  } finally {
    await nonagon.dispose()
  }
})
