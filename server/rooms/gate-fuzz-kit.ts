/** Frames to throw at the gate: real ones of every kind, and two ways of spoiling them. For the gate's tests. */
import * as Y from 'yjs'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import type { Update } from '../../shared/wire/document.ts'
import { encodeState } from '../../shared/wire/document.ts'
import type { ForgedBlock, ForgedContent, ForgedId, ForgedRange, ForgedStruct } from '../../shared/wire/forge.ts'
import { forge } from '../../shared/wire/forge.ts'
import { Seat, TestRoom } from './gate-kit.ts'

/** Mulberry32: the same seed gives the same run everywhere. */
export function createRandom(seed: number) {
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
export type Random = ReturnType<typeof createRandom>

const note = (id: string, author: string, text: string): operations.NewNote => ({
  id,
  place: ['channels', 16, 32, 1000],
  text,
  color: 'straw',
  author,
})

// The world: a board in the middle of a session, and frames of every kind that fit it ------------------------------------

export interface World {
  readonly base: Update
  /** Clock of each client in it. */
  readonly reached: ReadonlyMap<number, number>
  readonly clients: ReadonlyMap<number, string>
  readonly makers: ReadonlyMap<string, string>
  readonly frames: readonly Update[]
}

export function createWorld(): World {
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

// Mutations of bytes -------------------------------------------------------------------------------------------------------

export function mutateBytes(random: Random, { frames }: World): Update {
  let bytes = new Uint8Array(random.pick(frames))
  for (let i = random.pick([0, 0, 0, 1, 2]); i >= 0; i--) bytes = random.pick(MUTATORS)(bytes, random, frames)
  return bytes
}

const bytesOf = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(parts))

const MUTATORS: readonly ((bytes: Uint8Array, random: Random, frames: readonly Update[]) => Uint8Array<ArrayBuffer>)[] =
  [
    (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
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

export function mutateStructs(random: Random, world: World): Update {
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
