/** [P16] What a role may not do, no socket can do: the stored rows stay as they are. What a person loses, open sockets lose. */
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { scratch } from '../../server/storage/scratch.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { Storage } from '../../server/storage/storage.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import { CLOSE, encodePresence, MESSAGE } from '../../shared/wire/messages.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { atLeast, ROLES } from '../../shared/workshop/roles.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'

/** The promise is one second; the machine may be busy with other things. */
const FOLLOWS_MS = 1_000 * 1.5
const GRACE_MS = 2_000

const { next: newFolder, remove } = scratch('rights')
let time = Date.now()
let storage: Storage
let server: InProcess
let made: MadeBoard
beforeAll(async () => {
  storage = openSqlite(newFolder())
  server = await startInProcess({ storage, now: () => time })
  made = await server.makeBoardByHttp({ example: 'airbnb' })
})
afterAll(async () => {
  await server.stop()
  remove()
})

const comes = (role: Role, path: string, more: { name?: string; honest?: boolean } = {}): Raw =>
  rawWith(secretOf(made.links[role]), more.name ?? role, { url: server.local, path: `${made.board}/${path}`, ...more })

const api = (method: string, path: string, role: Role, body?: unknown): Promise<Response> =>
  fetch(`${server.local}/api/boards/${made.board}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${secretOf(made.links[role])}`,
      'x-nonagon-name': role,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

// Role × document × frame ----------------------------------------------------------------------------------------------

/** Writes on a copy of the document, about this note. */
type Write = (document: Y.Doc, note: string, canvas: Canvas) => void

interface Case {
  readonly document: 'canvas/main' | 'workshop'
  readonly what: string
  /** The lowest role that may; null: nobody. */
  readonly from: Role | null
  readonly write: Write
}

const field = (document: Y.Doc, root: string, id: string): Y.Map<unknown> =>
  document.getMap<Y.Map<unknown>>(root).get(id) as Y.Map<unknown>
const oneOf = (document: Y.Doc, root: string): string => [...document.getMap(root).keys()][0] ?? ''
/** A client id that is Fay's. */
let foreign = 0
const NOTE = { place: ['channels', 8, 8, 1], text: 'New', color: 'straw', author: '' } as const

const CASES: readonly Case[] = [
  ...(
    [
      ['add', 'participant', (_, note, canvas) => operations.addNote(canvas, { ...NOTE, id: `${note}-new` })],
      [
        'move',
        'participant',
        (_, note, canvas) => operations.moveNotes(canvas, new Map([[note, ['parking', 1, 1, 1]]])),
      ],
      ['type', 'participant', (_, note, canvas) => operations.editText(canvas, note, 'Hosts and guests')],
      ['erase', 'participant', (_, note, canvas) => operations.editText(canvas, note, '')],
      ['colour', 'participant', (_, note, canvas) => operations.colorNotes(canvas, [note], 'sky')],
      ['bin', 'participant', (_, note, canvas) => operations.binRecords(canvas, 'notes', [note])],
      ['delete', 'participant', (document, note) => document.getMap('notes').delete(note)],
      [
        'link',
        'participant',
        (_, note, canvas) => operations.addLink(canvas, { id: note, from: note, to: note, label: '' }),
      ],
      ['title', 'participant', (_, note, canvas) => operations.nameCanvas(canvas, note)],
      ['raise the schema', null, document => document.getMap('about').set('schema', 99)],
      ['a root that there is not', null, document => document.getMap('people').set('me', new Y.Map())],
      ['a field that there is not', null, (document, note) => field(document, 'notes', note).set('admin', true)],
      [
        'name another as author',
        null,
        (_, note, canvas) => operations.addNote(canvas, { ...NOTE, id: `${note}-forged`, author: 'somebody' }),
      ],
      [
        'write as another client',
        null,
        (document, note, canvas) => {
          document.clientID = foreign
          operations.colorNotes(canvas, [note], 'rose')
        },
      ],
    ] as readonly (readonly [string, Role | null, Write])[]
  ).map(([what, from, write]): Case => ({ document: 'canvas/main', what, from, write })),
  ...(
    [
      ['a person', document => document.getMap('people').set('me', new Y.Map([['role', 'facilitator']]))],
      ['a role', document => field(document, 'people', oneOf(document, 'people')).set('role', 'facilitator')],
      ['no person', document => document.getMap('people').delete(oneOf(document, 'people'))],
      ['a canvas', document => field(document, 'canvases', 'main').set('title', 'Mine')],
      ['a note', document => document.getMap('notes').set('n', new Y.Map())],
    ] as readonly (readonly [string, Write])[]
  ).map(([what, write]): Case => ({ document: 'workshop', what, from: null, write })),
]

interface Cell extends Case {
  readonly role: Role
  readonly by: 'update' | 'step2'
}

const CELLS: readonly Cell[] = ROLES.flatMap(role =>
  CASES.flatMap(each => (['update', 'step2'] as const).map(by => ({ ...each, role, by }))),
)

/** What is on the server's disk, row by row. */
const stored = (document: string) => storage.document(`${made.board}/${document}`)

/** What a client would send that has the document and writes this. */
function frameOf({ document, write }: Case, note: string): Uint8Array {
  const copy = new Y.Doc()
  for (const update of stored(document)?.updates ?? []) Y.applyUpdate(copy, update)
  const before = Y.encodeStateVector(copy)
  copy.transact(() => write(copy, note, openCanvas(copy)))
  return Y.encodeStateAsUpdate(copy, before)
}

/** What is not as it should be; undefined when all is. */
async function faultOf(cell: Cell, note: string): Promise<string | undefined> {
  const { role, document, what, by, from } = cell
  const frame = frameOf(cell, note)
  const raw = comes(role, document, { honest: false })
  await raw.until('open', () => raw.receipts.length > 0)
  const before = stored(document)
  if (by === 'update') raw.sendUpdate(frame)
  else raw.sendStep2(frame)
  await raw.until('an answer', () => raw.closed !== undefined || (raw.isSaved && !raw.receipts.at(-1)?.refused))
  const answer = raw.closed ? `closed with ${raw.closed.code}` : 'saved'
  raw.cut()
  const isSame = before?.sequence === stored(document)?.sequence
  if (isSame) expect(stored(document), what).toEqual(before)
  const mayWrite = from !== null && atLeast(role, from)
  const isRight = mayWrite ? answer === 'saved' && !isSame : answer === `closed with ${CLOSE.refused}` && isSame
  return isRight ? undefined : `${role}: ${what} (${by}): ${answer}, ${isSame ? 'nothing' : 'something'} stored`
}

test(`[P16] ${CELLS.length} cells of role × document × frame: what is forbidden leaves the rows as they are`, async () => {
  const fay = comes('facilitator', 'canvas/main', { name: 'Fay' })
  await fay.synced()
  const canvas = openCanvas(fay.doc)
  operations.change(canvas, 'me', () =>
    CELLS.forEach((_, i) => operations.addNote(canvas, { ...NOTE, text: 'Hosts', id: `t${i}` })),
  )
  await fay.saved()
  fay.cut()
  foreign = fay.doc.clientID
  const faults: (string | undefined)[] = []
  for (const [i, cell] of CELLS.entries()) faults.push(await faultOf(cell, `t${i}`))
  expect(faults.filter(Boolean)).toEqual([])
})

test('[P16] a viewer’s step2 that brings nothing is fine, and documents that there are not open for nobody', async () => {
  for (const document of ['canvas/main', 'workshop']) {
    const before = stored(document)
    const eve = comes('observer', document)
    await eve.saved()
    eve.cut()
    expect(stored(document)).toEqual(before)
  }
  for (const role of ROLES)
    for (const document of ['canvas/other', 'talk', 'draft/r1', 'people', ''])
      expect([CLOSE.noBoard, CLOSE.noSession]).toContain(await comes(role, document).ended())
})

test('[P16] who does not belong to the board gets in nowhere', async () => {
  const other = await server.makeBoardByHttp()
  for (const secret of [secretOf(other.links.facilitator), 'guess', made.board])
    for (const document of ['canvas/main', 'workshop', 'nothing']) {
      const raw = rawWith(secret, 'Mallory', { url: server.local, path: `${made.board}/${document}` })
      expect(await raw.ended()).toBe(CLOSE.noSession)
      expect(raw.received).toEqual([])
    }
})

/** An awareness update in which somebody speaks for these tabs. */
function presence(...says: readonly (readonly [raw: Raw, clock: number, state: string])[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, says.length)
  for (const [raw, clock, state] of says) {
    writeVarUint(encoder, raw.doc.clientID)
    writeVarUint(encoder, clock)
    writeVarString(encoder, state)
  }
  return encodePresence(toUint8Array(encoder))
}

const heardBy = (raw: Raw): string =>
  raw.received
    .filter(frame => frame[0] === MESSAGE.presence)
    .map(frame => Buffer.from(frame).toString('latin1'))
    .join()

test('[P16] [T20] presence goes out under the sender’s own name, and is stored nowhere', async () => {
  const [eve, ben] = [
    comes('observer', 'canvas/main', { name: 'Eve' }),
    comes('participant', 'canvas/main', { name: 'Ben' }),
  ]
  await Promise.all([eve.synced(), ben.synced()])
  const before = stored('canvas/main')
  ben.send(presence([ben, 1, '{}']))
  await eve.until('Ben', () => heardBy(eve).includes('"name":"Ben"'))
  eve.send(
    presence(
      [eve, 1, '{"user":{"name":"Fay"},"person":{"role":"facilitator"},"cursor":["channels",1,2]}'],
      [ben, 2, '{"user":{"name":"Ben"},"gone":true}'],
    ),
  )
  await ben.until('Eve', () => heardBy(ben).includes('"cursor"'))
  expect(heardBy(ben)).toContain('"name":"Eve"')
  expect(heardBy(ben)).toContain('"role":"observer"')
  expect(heardBy(ben)).not.toContain('Fay')
  expect(heardBy(ben)).not.toContain('gone')
  expect(stored('canvas/main')).toEqual(before)
  eve.cut()
  ben.cut()
})

// What a person loses --------------------------------------------------------------------------------------------------

describe('[P16] open sockets follow within a second', () => {
  const personOf = async (name: string): Promise<{ id: string; link: string }> => {
    const { people } = (await (await api('GET', '/people', 'facilitator')).json()) as {
      people: { id: string; name: string; link: string }[]
    }
    return people.find(each => each.name === name) ?? expect.fail(`Nobody is called ${name}`)
  }
  const titles = (raw: Raw, title: string): void => {
    const canvas = openCanvas(raw.doc)
    operations.change(canvas, 'me', () => operations.nameCanvas(canvas, title))
  }

  test('a role that is taken away is told at once, holds for two seconds more, and then not', async () => {
    const ana = comes('participant', 'canvas/main', { name: 'Ana' })
    await ana.synced()
    const { id } = await personOf('Ana')
    expect((await api('PATCH', `/people/${id}`, 'facilitator', { role: 'observer' })).status).toBe(200)
    await ana.until(
      'told',
      () => ana.notices.some(each => each.kind === 'role' && each.role === 'observer'),
      FOLLOWS_MS,
    )
    titles(ana, 'Typed while it was taken away')
    await ana.saved()
    time += GRACE_MS + 1
    const before = stored('canvas/main')
    titles(ana, 'Typed later')
    expect(await ana.ended()).toBe(CLOSE.refused)
    expect(stored('canvas/main')).toEqual(before)
  })

  test('a role that is given holds at once', async () => {
    const eve = comes('observer', 'canvas/main', { name: 'Eve' })
    await eve.synced()
    const { id } = await personOf('Eve')
    await api('PATCH', `/people/${id}`, 'facilitator', { role: 'participant' })
    await eve.until('told', () => eve.notices.some(each => each.kind === 'role'), FOLLOWS_MS)
    titles(eve, 'Eve may')
    await eve.saved()
    eve.cut()
  })

  /** Writes as fast as it may until it is closed; what comes after the end of `act` is not stored. */
  async function cutShort(name: string, act: () => Promise<Response>): Promise<void> {
    const writer = comes('participant', 'canvas/main', { name })
    const looker = comes('participant', 'workshop', { name })
    await Promise.all([writer.synced(), looker.synced()])
    let count = 0
    const timer = setInterval(() => titles(writer, `${name} ${++count}`), 5)
    await writer.until('some of it saved', () => (writer.receipts.at(-1)?.count ?? 0) > 3)
    const answer = await act()
    expect(answer.ok).toBe(true)
    const before = stored('canvas/main')
    await Promise.all([writer, looker].map(raw => raw.until('closed', () => raw.closed !== undefined, FOLLOWS_MS)))
    clearInterval(timer)
    expect([writer.closed?.code, looker.closed?.code]).toEqual([CLOSE.removed, CLOSE.removed])
    const again = comes('participant', 'canvas/main', { name })
    expect(await again.ended()).toBe(CLOSE.noSession)
    expect(stored('canvas/main')).toEqual(before)
  }

  test('a person who is removed: closed everywhere, nothing more is taken, the way back is shut', async () => {
    await cutShort('Mallory', async () => api('DELETE', `/people/${(await personOf('Mallory')).id}`, 'facilitator'))
  })

  test('a link that is revoked: the same for all who came by it', async () => {
    await cutShort('Trudy', async () => api('DELETE', `/links/${(await personOf('Trudy')).link}`, 'facilitator'))
  })
})
