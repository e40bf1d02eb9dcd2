import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, hasPending } from '../../shared/wire/document.ts'
import type { ForgedBlock, ForgedContent, ForgedId, ForgedRange, ForgedStruct } from '../../shared/wire/forge.ts'
import { forge } from '../../shared/wire/forge.ts'
import type { Change } from '../../shared/wire/inspect.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { ALL_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'
import type { GatePeer } from './gate.ts'
import { judge } from './gate.ts'
import { Seat, TestRoom } from './gate-kit.ts'

const SOAK = process.env['NONAGON_SOAK'] === '1'
const SEED = Number(process.env['NONAGON_SEED'] ?? 20_260_521)

/** Mulberry32: the same seed gives the same run everywhere. */
function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (share: number): boolean => next() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}
type Random = ReturnType<typeof createRandom>

const note = (id: string, author: string, text: string): Note => ({
  id,
  place: ['channels', 16, 32, 1000],
  text,
  color: 'straw',
  author,
  segments: [],
  kinds: [],
  tags: [],
})

// The world: a board in the middle of a session, and frames of every kind that fit it ------------------------------------

interface World {
  readonly base: Update
  /** Clock of each client in it. */
  readonly reached: ReadonlyMap<number, number>
  readonly clients: ReadonlyMap<number, string>
  readonly makers: ReadonlyMap<string, string>
  readonly frames: readonly Update[]
}

function createWorld(): World {
  const room = new TestRoom()
  const ana = new Seat(room, 'ana', 101)
  const ben = new Seat(room, 'ben', 202)
  const together = () => [ana, ben].forEach(seat => seat.catchUp())
  ana.does(canvas => operations.addNote(canvas, note('a1', 'ana', 'Hosts 😀 and guests')))
  ana.does(canvas => operations.addNote(canvas, note('a2', 'ana', 'Second')))
  ana.does(canvas => operations.addNote(canvas, note('a3', 'ana', 'Binned')))
  ben.does(canvas => operations.addNote(canvas, note('b1', 'ben', 'Artists')))
  ben.does(canvas => operations.addNote(canvas, note('b2', 'ben', 'Deleted')))
  together()
  ben.does(canvas => operations.editText(canvas, 'a1', 'Hosts 😀 and many guests'))
  ben.does(canvas => operations.colorNotes(canvas, ['a1'], 'rose'))
  ana.does(canvas => operations.colorNotes(canvas, ['a1'], 'sky'))
  ana.does(canvas => operations.binRecords(canvas, 'notes', ['a3']))
  ana.does(canvas => operations.addLink(canvas, { id: 'l1', from: 'a1', to: 'b1', label: 'pays' }))
  ana.does(canvas => operations.nameCanvas(canvas, 'Airbnb'))
  const away = new Seat(room, 'ben', 203)
  ben.does(canvas => canvas.document.getMap('notes').delete('b2'))
  together()

  const frames: Update[] = []
  const fork = (client: number, writes: readonly ((canvas: Canvas) => void)[], whole = false) => {
    const seat = new Seat(room, 'x', client)
    for (const write of writes) frames.push(seat.draft(write))
    if (whole) frames.push(encodeState(seat.document), encodeState(seat.document, Y.encodeStateVector(room.document)))
  }
  for (const client of [101, 909]) for (const write of WRITES) fork(client, [write])
  fork(101, WRITES, true)
  fork(909, WRITES.slice(0, 12), true)
  const undo = new Seat(room, 'ana', 102)
  const manager = new Y.UndoManager(
    ['notes', 'links'].map(root => undo.document.getMap(root)),
    {
      captureTimeout: 0,
      trackedOrigins: new Set([undo]),
    },
  )
  for (const write of WRITES) {
    undo.draft(write)
    manager.undo()
    frames.push(encodeState(undo.document, Y.encodeStateVector(room.document)))
    manager.redo()
    frames.push(encodeState(undo.document, Y.encodeStateVector(room.document)))
  }
  const made = new Seat(room, 'ana', 103)
  made.draft(canvas => operations.addNote(canvas, note('n5', 'ana', 'made and deleted')))
  made.draft(canvas => canvas.document.getMap('notes').delete('n5'))
  frames.push(encodeState(made.document, Y.encodeStateVector(room.document)))
  frames.push(away.draft(canvas => operations.editText(canvas, 'b2', 'typed into what is gone')))
  frames.push(away.draft(canvas => operations.colorNotes(canvas, ['b2'], 'leaf')))
  const reached = Y.decodeStateVector(Y.encodeStateVector(room.document))
  return { base: room.bytes, reached, clients: room.clients, makers: room.makers, frames }
}

const WRITES: readonly ((canvas: Canvas) => void)[] = [
  canvas => operations.editText(canvas, 'a1', 'Hosts 😀 and many guests!'),
  canvas => operations.editText(canvas, 'a1', 'Hosts and guests'),
  canvas => operations.editText(canvas, 'b1', 'Ar'),
  canvas =>
    operations.moveNotes(
      canvas,
      new Map([
        ['a1', ['revenueStreams', 1, 2, 3] as never],
        ['b1', ['parking', 0, 0, 4]],
      ]),
    ),
  canvas => operations.colorNotes(canvas, ['a1', 'a2'], 'leaf'),
  canvas => operations.markNote(canvas, 'a1', 'segment:b1', true),
  canvas => operations.markNote(canvas, 'a1', 'segment:b1', false),
  canvas => operations.nameNote(canvas, 'a2', 'Two'),
  canvas => operations.binRecords(canvas, 'notes', ['a2']),
  canvas => operations.restoreRecords(canvas, 'notes', ['a3']),
  canvas => operations.addNote(canvas, note('n1', 'ana', 'New 🎈 note')),
  canvas => operations.addNote(canvas, { ...note('n2', '', ''), segments: ['b1'], tags: ['t'] }),
  canvas => operations.addLink(canvas, { id: 'l2', from: 'a2', to: 'n1', label: '' }),
  canvas => operations.labelLink(canvas, 'l1', 'pays for'),
  canvas => operations.labelLink(canvas, 'l1', ''),
  canvas => operations.binRecords(canvas, 'links', ['l1']),
  canvas => operations.nameCanvas(canvas, 'Spotify'),
  canvas => canvas.document.getMap('about').set('heading:channels:1', 'Own'),
  canvas => canvas.document.getMap('about').delete('title'),
  canvas => canvas.document.getMap('notes').delete('a2'),
]

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

// Mutations of bytes -------------------------------------------------------------------------------------------------------

function mutateBytes(random: Random, { frames }: World): Update {
  let bytes = new Uint8Array(random.pick(frames))
  for (let i = random.pick([0, 0, 0, 1, 2]); i >= 0; i--) bytes = random.pick(MUTATORS)(bytes, random, frames)
  return bytes
}

const bytesOf = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts))

const MUTATORS: readonly ((bytes: Uint8Array, random: Random, frames: readonly Update[]) => Uint8Array<ArrayBuffer>)[] =
  [
    (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)) as Uint8Array<ArrayBuffer>,
    (bytes, random) => {
      const flipped = new Uint8Array(bytes)
      const at = random.below(bytes.length)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8))
      return flipped
    },
    (bytes, random) => {
      const at = random.below(bytes.length + 1)
      return bytesOf(
        bytes.subarray(0, at),
        Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256)),
        bytes.subarray(at),
      )
    },
    (_bytes, random) => Uint8Array.from({ length: random.below(64) }, () => random.below(256)),
    (bytes, random, frames) => {
      const other = random.pick(frames)
      return bytesOf(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1)))
    },
    // Wherever a length or a count stands, another one does as well.
    (bytes, random) => {
      const swapped = new Uint8Array(bytes)
      const at = random.below(bytes.length)
      swapped[at] = random.pick([
        0,
        1,
        2,
        3,
        10,
        127,
        128,
        255,
        random.below(256),
        (swapped[at] ?? 0) + 1,
        (swapped[at] ?? 0) - 1,
      ])
      return swapped
    },
  ]

// Mutations of structs -----------------------------------------------------------------------------------------------------

/** A frame taken apart. Ends, parents and keys can then be bent one by one. */
function takeApart(frame: Update): {
  blocks: { client: number; clock: number; structs: ForgedStruct[] }[]
  deletes: ForgedRange[]
} {
  const { structs, ds } = Y.decodeUpdate(frame)
  const blocks: { client: number; clock: number; structs: ForgedStruct[] }[] = []
  for (const struct of structs) {
    const last = blocks.at(-1)
    const block =
      last?.client === struct.id.client ? last : { client: struct.id.client, clock: struct.id.clock, structs: [] }
    if (block !== last) blocks.push(block)
    block.structs.push(structOf(struct))
  }
  const deletes: ForgedRange[] = []
  for (const [client, items] of ds.clients)
    for (const { clock, len } of items) deletes.push({ client, clock, length: len })
  return { blocks, deletes }
}

const idOf = (id: Y.ID | null): ForgedId | undefined => (id ? [id.client, id.clock] : undefined)

function structOf(struct: Y.Item | Y.GC | Y.Skip): ForgedStruct {
  if (struct instanceof Y.Skip) return { skip: struct.length }
  if (!(struct instanceof Y.Item)) return { gc: struct.length }
  const parent = struct.parent as unknown as string | Y.ID | null
  return {
    origin: idOf(struct.origin),
    right: idOf(struct.rightOrigin),
    parent: typeof parent === 'string' ? parent : idOf(parent),
    key: struct.parentSub ?? undefined,
    content: contentFor(struct),
  }
}

function contentFor({ content }: Y.Item): ForgedContent {
  if (content instanceof Y.ContentDeleted) return { deleted: content.len }
  if (content instanceof Y.ContentString) return { string: content.str }
  if (content instanceof Y.ContentType) return { type: content.type instanceof Y.Text ? 2 : 1 }
  if (content instanceof Y.ContentAny) return { any: content.arr }
  throw new Error('No frame of ours holds anything else.')
}

const CLIENTS = [101, 102, 103, 202, 203, 303, 909]
const KEYS = [
  'a1',
  'a2',
  'b2',
  'n1',
  'zz',
  'place',
  'text',
  'color',
  'author',
  'bin',
  'segment:x',
  'title',
  '__proto__',
  'constructor',
  'a b',
]
const ROOTS = ['notes', 'links', 'groups', 'strokes', 'about', 'people']

const CONTENTS: readonly ForgedContent[] = [
  { any: [true] },
  { any: ['rose'] },
  { any: ['ana'] },
  { any: [['channels', 1, 2, 3]] },
  { any: ['rose', 'sky'] },
  { any: [[[[[1]]]]] },
  { any: [undefined] },
  { string: 'x' },
  { string: 'pair 😀' },
  { deleted: 1 },
  { deleted: 3 },
  { type: 1 },
  { type: 2 },
  { type: 0 },
  { type: 6 },
  { type: 3, name: 'p' },
  { format: ['b', true] },
  { embed: { a: 1 } },
  { json: [1] },
  { binary: new Uint8Array([1]) },
  { document: 'inner' },
]

function mutateStructs(random: Random, world: World): Update {
  const { blocks, deletes } = takeApart(random.pick(world.frames))
  const ids = [...blocks.map(block => block.client), ...CLIENTS]
  const reached = new Map(world.reached)
  for (const { client, clock, structs } of blocks) reached.set(client, clock + structs.length)
  const anyId = (): ForgedId => {
    const client = random.pick(random.chance(0.95) ? [...reached.keys()] : ids)
    return [client, random.below((reached.get(client) ?? 0) + (random.chance(0.1) ? 5 : 0) + 1)]
  }
  for (let i = random.below(3); i >= 0; i--) {
    const block = random.pick(blocks)
    if (!block || random.chance(0.25)) {
      const [client, clock] = anyId()
      deletes.push({ client, clock, length: random.below(random.chance(0.9) ? 3 : 9) })
      continue
    }
    const at = random.below(block.structs.length)
    const struct = block.structs[at]
    switch (random.below(9)) {
      case 0:
        block.client = random.pick(CLIENTS)
        break
      case 1:
        block.clock = Math.max(0, block.clock + random.below(7) - 3)
        break
      case 2:
        block.structs.splice(at, 1)
        break
      case 3:
        if (struct) block.structs.splice(at, 0, struct)
        break
      case 4:
        block.structs.splice(at, 0, random.pick([{ gc: 1 + random.below(3) }, { skip: 1 + random.below(3) }]))
        break
      default:
        if (struct && 'content' in struct) block.structs[at] = bent(struct, random, anyId)
    }
  }
  const extra: ForgedBlock[] = random.chance(0.1)
    ? [{ client: random.pick(CLIENTS), clock: random.below(40), structs: [{ gc: 1 }] }]
    : []
  return forge([...blocks, ...extra], deletes)
}

function bent(
  struct: Extract<ForgedStruct, { content: unknown }>,
  random: Random,
  anyId: () => ForgedId,
): ForgedStruct {
  const both = {
    parent: struct.parent ?? random.pick(ROOTS),
    key: struct.key ?? (random.chance(0.5) ? random.pick(KEYS) : undefined),
  }
  switch (random.below(7)) {
    case 0:
      return { ...struct, origin: anyId() }
    case 1:
      return { ...struct, right: anyId() }
    case 2:
      return { ...struct, ...both, origin: undefined, right: undefined }
    case 3:
      return {
        ...struct,
        origin: undefined,
        right: undefined,
        parent: anyId(),
        key: random.chance(0.6) ? random.pick(KEYS) : undefined,
      }
    case 4:
      return {
        ...struct,
        origin: undefined,
        right: undefined,
        parent: random.pick(ROOTS),
        key: random.chance(0.9) ? random.pick(KEYS) : undefined,
      }
    case 5:
      return { ...struct, key: random.pick(KEYS) }
    default:
      return { ...struct, content: random.pick(CONTENTS) }
  }
}

// The tests ----------------------------------------------------------------------------------------------------------------

const ROUNDS = SOAK ? 4_000_000 : 50_000

test('[P15] mutated bytes never throw, are told as what they do, and change nothing unless accepted', {
  timeout: 3_600_000,
}, () => {
  const { counts } = run(ROUNDS, SEED, mutateBytes)
  console.info('bytes', JSON.stringify(counts))
  expect(counts.accepted).toBeGreaterThan(ROUNDS / 100)
  expect(counts.refused).toBeGreaterThan(ROUNDS / 10)
})

test('[P15] bent structs never throw, are told as what they do, and change nothing unless accepted', {
  timeout: 3_600_000,
}, () => {
  const { counts } = run(ROUNDS, SEED + 1, mutateStructs)
  console.info('structs', JSON.stringify(counts))
  expect(counts.accepted).toBeGreaterThan(ROUNDS / 100)
  expect(counts.refused).toBeGreaterThan(ROUNDS / 20)
})
