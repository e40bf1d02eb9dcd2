import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, hasPending } from '../../shared/wire/document.ts'
import type { Change } from '../../shared/wire/inspect.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'
import type { GatePeer } from './gate.ts'
import { judge } from './gate.ts'
import type { Random, World } from './gate-fuzz-kit.ts'
import { createRandom, createWorld, mutateBytes, mutateStructs } from './gate-fuzz-kit.ts'

const SOAK = process.env['NONAGON_SOAK'] === '1'
const SEED = Number(process.env['NONAGON_SEED'] ?? 20_260_521)

// What a frame really did, against what the gate said it would -----------------------------------------------------------

type Picture = ReadonlyMap<string, string>

/** Every field of every record as text, and every record under its own name. */
function pictureOf(document: BoardDocument): Picture {
  const picture = new Map<string, string>()
  for (const [root, rule] of Object.entries(CANVAS_SCHEMA.roots)) {
    for (const [key, value] of document.getMap<unknown>(root).entries()) {
      if (rule.kind === 'register') picture.set(`${root}//${key}`, show(value))
      else if (value instanceof Y.Map) {
        picture.set(`${root}/${key}`, 'record')
        for (const [field, inner] of value.entries()) picture.set(`${root}/${key}/${field}`, show(inner))
      } else throw new Error(`A record of ${root} is no map.`)
    }
  }
  return picture
}

const show = (value: unknown): string => (value instanceof Y.Text ? `"${value.toJSON()}` : JSON.stringify(value))

/** What happened without being said, or was said and did not happen; undefined when all is well. */
function untold(before: Picture, after: Picture, changes: readonly Change[]): string | undefined {
  const said = new Map<string, Change[]>()
  for (const change of changes) {
    const name = `${change.root}/${change.record}`
    said.set(name, [...(said.get(name) ?? []), change])
  }
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(key) === after.get(key)) continue
    const [root = '', record = '', field] = key.split('/')
    const lines = said.get(`${root}/${record}`) ?? []
    if (!lines.some(change => accounts(change, field, after.get(key))))
      return `${key}: ${before.get(key)} → ${after.get(key)}`
  }
  for (const change of changes) {
    if (change.kind !== 'add' && change.kind !== 'restore') continue
    // Of two who restore at a time one comes too late.
    if (change.kind === 'restore' && !after.has(`${change.root}/${change.record}`)) continue
    for (const [field, value] of change.fields) {
      const shown = after.get(`${change.root}/${change.record}/${field}`)
      // A forger can put a value before one that is deleted at once; then the field stays empty.
      const isThere =
        shown === undefined ||
        (shown.startsWith('"') && typeof value === 'number'
          ? shown.length - 1 === value
          : shown === JSON.stringify(value))
      if (!isThere) return `${change.root}/${change.record}/${field} should be ${JSON.stringify(value)}, is ${shown}`
    }
  }
  return undefined
}

function accounts(change: Change, field: string | undefined, now: string | undefined): boolean {
  switch (change.kind) {
    case 'add':
    case 'restore':
      return field === undefined || change.fields.has(field) || now === undefined
    case 'delete':
      return now === undefined
    case 'set':
      return change.field === field && (now === JSON.stringify(change.value) || now?.startsWith('"') === true)
    case 'clear':
      return change.field === field && now === undefined
    case 'type':
    case 'erase':
      return change.field === field
  }
}

class Bench {
  readonly world: World
  readonly counts = { malformed: 0, refused: 0, gap: 0, nothing: 0, accepted: 0 }
  document: BoardDocument
  #bytes: Update
  #picture: Picture
  #random: Random

  constructor(world: World, random: Random) {
    this.world = world
    this.#random = random
    this.document = createDocument()
    applyUpdates(this.document, [world.base], 'base')
    this.#bytes = encodeState(this.document)
    this.#picture = pictureOf(this.document)
  }

  #peer(): GatePeer {
    const random = this.#random
    const rights = (): Rights =>
      Object.fromEntries(RIGHTS.map(right => [right, random.pick(['all', 'own', 'none'])])) as Rights
    const person = random.pick(['ana', 'ana', 'ben', 'cem'])
    const role = random.chance(0.3) ? 'facilitator' : 'participant'
    return { person, role, rights: random.chance(0.7) ? ALL_RIGHTS : rights() }
  }

  /** Judges one frame and says what is wrong with the answer. */
  trial(frame: Update): string | undefined {
    const random = this.#random
    const room = {
      document: this.document,
      schema: CANVAS_SCHEMA,
      clients: this.world.clients,
      makers: this.world.makers,
      healing: random.chance(0.1),
    }
    const verdict = this.document.transact(() => judge(frame, room, this.#peer(), { step2: random.chance(0.5) }))
    this.counts[verdict.kind]++
    if (verdict.kind === 'refused' && verdict.reason === 'malformed') this.counts.malformed++
    if (verdict.kind !== 'accepted')
      return same(encodeState(this.document), this.#bytes) ? undefined : 'changed without being accepted'
    const fault = this.#apply(frame, verdict.changes)
    this.document = createDocument()
    applyUpdates(this.document, [this.world.base], 'base')
    return fault
  }

  #apply(frame: Update, changes: readonly Change[]): string | undefined {
    const sent: Update[] = []
    this.document.on('update', (update: Update) => sent.push(update))
    try {
      applyUpdates(this.document, [frame], 'frame')
    } catch (error) {
      return `accepted, and Yjs threw ${String(error)}`
    }
    if (hasPending(this.document)) return 'accepted, and something is pending'
    const after = pictureOf(this.document)
    const fault = untold(this.#picture, after, changes)
    if (fault)
      return `untold: ${fault} by ${JSON.stringify(changes.map(({ kind, root, record }) => [kind, root, record]))}`
    contentOf(openCanvas(this.document))
    const late = createDocument()
    applyUpdates(late, [encodeState(this.document)], 'late')
    const other = createDocument()
    applyUpdates(other, [this.world.base, ...sent], 'other')
    for (const copy of [late, other]) if (hasPending(copy) || !alike(pictureOf(copy), after)) return 'copies differ'
    return undefined
  }
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
/**
 * The same values and the same letters. A forger can make copies order the letters of a text differently, in a text in
 * which they may type; seeing that would need the whole past of every letter.
 */
const alike = (a: Picture, b: Picture): boolean =>
  a.size === b.size && [...a].every(([key, value]) => lettersOf(b.get(key)) === lettersOf(value))
const lettersOf = (value: string | undefined): string | undefined =>
  value?.startsWith('"') ? [...value].sort().join('') : value

function run(rounds: number, seed: number, mutate: (random: Random, world: World) => Update): Bench {
  const world = createWorld()
  const random = createRandom(seed)
  const bench = new Bench(world, random)
  for (let round = 0; round < rounds; round++) {
    const frame = mutate(random, world)
    let fault: string | undefined
    try {
      fault = bench.trial(frame)
    } catch (error) {
      fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    }
    if (fault) throw new Error(`seed ${seed}, round ${round}: ${fault}\nframe ${Buffer.from(frame).toString('hex')}`)
  }
  return bench
}

// The tests ----------------------------------------------------------------------------------------------------------------

/** Byte frames and bent ones together: 20,000 a commit, 1,000,000 a night. */
const ROUNDS = SOAK ? { bytes: 700_000, structs: 300_000 } : { bytes: 14_000, structs: 6_000 }
const TIMEOUT = SOAK ? 3_600_000 : 60_000

test(
  '[P15] [T8] mutated bytes never throw, do what is told of them, and change nothing unless accepted',
  {
    timeout: TIMEOUT,
  },
  () => {
    const { counts } = run(ROUNDS.bytes, SEED, mutateBytes)
    expect(counts.accepted).toBeGreaterThan(ROUNDS.bytes / 200)
    expect(counts.refused - counts.malformed).toBeGreaterThan(ROUNDS.bytes / 200)
    expect(counts.gap).toBeGreaterThan(ROUNDS.bytes / 200)
  },
)

test(
  '[P15] [T10] bent structs never throw, do what is told of them, and change nothing unless accepted',
  {
    timeout: TIMEOUT,
  },
  () => {
    const { counts } = run(ROUNDS.structs, SEED + 1, mutateStructs)
    expect(counts.accepted).toBeGreaterThan(ROUNDS.structs / 50)
    expect(counts.refused - counts.malformed).toBeGreaterThan(ROUNDS.structs / 10)
    expect(counts.gap).toBeGreaterThan(ROUNDS.structs / 50)
  },
)

test(
  '[P15] negative control: without the gate refused frames do change the document, even those that throw',
  { timeout: TIMEOUT },
  () => {
    const world = createWorld()
    const random = createRandom(SEED)
    const seen = { changedAndThrew: 0, changed: 0, pending: 0 }
    for (let round = 0; round < 1_000; round++) {
      const frame = (round % 2 === 0 ? mutateBytes : mutateStructs)(random, world)
      const document = createDocument()
      applyUpdates(document, [world.base], 'base')
      const room = { document, schema: CANVAS_SCHEMA, clients: world.clients, makers: world.makers, healing: false }
      const verdict = judge(frame, room, { person: 'ana', role: 'facilitator', rights: ALL_RIGHTS }, { step2: true })
      if (verdict.kind === 'accepted') continue
      const before = encodeState(document)
      let threw = false
      try {
        applyUpdates(document, [frame], 'unjudged')
      } catch {
        threw = true
      }
      if (hasPending(document)) seen.pending++
      if (same(encodeState(document), before)) continue
      seen.changed++
      if (threw) seen.changedAndThrew++
    }
    expect(seen.changed).toBeGreaterThan(50)
    expect(seen.changedAndThrew).toBeGreaterThan(5)
    expect(seen.pending).toBeGreaterThan(50)
  },
)
