/** [P5] [M1] A disk that is full or fails: nobody is told "saved" falsely, all are told, and all goes on when there is room. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { Room } from '../../server/rooms/room.ts'
import { scratch } from '../../server/storage/scratch.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { Batch, Faults } from '../../server/storage/storage.ts'
import { StorageError } from '../../server/storage/storage.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { change, nameCanvas } from '../../shared/canvas/operations.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { ChaosProxy } from '../support/chaos-proxy.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import { runSeed, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import type { Copy } from './kit/alike.ts'
import { differenceIn, holds } from './kit/alike.ts'
import type { Client } from './kit/clients.ts'
import { joinOurs, joinStock } from './kit/clients.ts'
import { act, Fresh } from './kit/deeds.ts'
import { Witness, withCommit } from './kit/storages.ts'

/** The tight figures of the promises; the machine may be busy with other things. */
const TOLD_MS = 1_000 * 1.5
const BACK_MS = 10_000
const GOES_ON_MS = 300

const { next: newFolder, remove } = scratch('disk')
afterAll(remove)
const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** As SQLite throws it. */
const failure = (errcode: number, message: string): Error =>
  Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR', errcode })
const FULL = 13
const IOERR_FSYNC = 1034

/** Two boards with people at work: Ana, Ben and Rae, who counts receipts herself, at one; Cleo at the other, where Eve looks. */
interface Stage {
  readonly folder: string
  readonly server: InProcess
  readonly witness: Witness
  readonly made: readonly [MadeBoard, MadeBoard]
  readonly ana: Client
  readonly ben: Client
  readonly cleo: Client
  readonly eve: Client
  readonly rae: Raw
}

async function openStage(faults: Faults, isBad: (batch: Batch) => boolean = () => false): Promise<Stage> {
  const folder = newFolder()
  const witness = new Witness()
  const storage = withCommit(openSqlite(folder, { faults }), async (batch, really) => {
    if (isBad(batch)) throw new StorageError('This row is not taken.', { full: false })
    await really(batch)
    witness.committed(batch)
  })
  const server = await startInProcess({ storage })
  ends.push(() => server.stop())
  const made = [await server.makeBoardByHttp(), await server.makeBoardByHttp()] as const
  const target = () => Number(new URL(server.local).port)
  const proxy = async () => {
    const opened = await ChaosProxy.open({ target, random: seeded(1) })
    ends.push(() => opened.close())
    return opened
  }
  const door = (i: 0 | 1) => ({ url: server.local, made: made[i] })
  const ana = await joinOurs('Ana', await proxy(), door(0))
  const ben = await joinStock('Ben', await proxy(), door(0))
  const cleo = await joinOurs('Cleo', await proxy(), door(1))
  const eve = await joinOurs('Eve', await proxy(), { ...door(1), role: 'observer' })
  const all = [ana, ben, cleo, eve]
  ends.push(() => all.forEach(client => client.close()))
  await vi.waitUntil(() => all.every(client => client.isInStep), { timeout: 5_000 })
  // Somebody new cannot come in while nothing can be written down; somebody who was here can.
  for (const each of made) await newcomer(server, each)
  const rae = rawWith(secretOf(made[0].links.participant), 'Rae', { url: server.local, path: roomOf(made[0]) })
  ends.push(() => rae.cut())
  await rae.synced()
  return { folder, server, witness, made, ana, ben, cleo, eve, rae }
}

/** They go on writing until told to stop. */
function work(clients: readonly Client[]): () => void {
  const chance = { random: seeded(runSeed()), fresh: new Fresh() }
  const timer = setInterval(() => clients.forEach(client => act(client, chance, { keeping: true })), 10)
  ends.push(() => clearInterval(timer))
  return () => clearInterval(timer)
}

const roomOf = (made: MadeBoard): string => `${made.board}/canvas/main`

async function newcomer(server: InProcess, made: MadeBoard): Promise<Copy> {
  const raw = rawWith(secretOf(made.links.observer), 'Eve', { url: server.local, path: roomOf(made) })
  await raw.synced()
  raw.cut()
  return { name: 'a newcomer', canvas: openCanvas(raw.doc) }
}

const onDisk = ({ witness }: Stage, made: MadeBoard): Copy => ({
  name: 'the disk',
  canvas: openCanvas(witness.document(roomOf(made))),
})

const isToldReadOnly = (client: Client): boolean => client.state.includes('readOnly')

const join = (server: InProcess, made: MadeBoard): Promise<Response> =>
  fetch(`${server.local}/api/boards/${made.board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(made.links.participant), name: 'Late' }),
  })

/** What one who writes now is answered: a receipt for all, or the code of the close. */
async function answerTo({ rae }: Stage): Promise<'saved' | number> {
  const canvas = openCanvas(rae.doc)
  change(canvas, 'me', () => nameCanvas(canvas, 'Rae was here'))
  await rae.until('an answer', () => rae.isSaved || rae.closed !== undefined)
  return rae.closed?.code ?? 'saved'
}

/** Who was told that something is saved which is not on disk. Nothing may be committed meanwhile. */
const deceived = ({ witness, made, ana, cleo }: Stage): string[] =>
  [
    { client: ana, room: roomOf(made[0]) },
    { client: cleo, room: roomOf(made[1]) },
  ].flatMap(({ client, room }) => (client.saved && !witness.holds(room, client.saved) ? client.name : []))

/** All are in step again, have the same, and what was saved at any time is there; also for a server that starts anew. */
async function recovers(stage: Stage): Promise<void> {
  const { server, made, ana, ben, cleo, eve, folder } = stage
  const groups = [
    { made: made[0], clients: [ana, ben] },
    { made: made[1], clients: [cleo, eve] },
  ]
  const isBack = () =>
    groups.every(({ clients }) => clients.every(({ isInStep }) => isInStep) && differenceIn(clients) === undefined)
  await vi.waitUntil(isBack, { interval: 10, timeout: BACK_MS })
  expect([ana, ben, cleo, eve].map(client => client.mishap()).filter(Boolean)).toEqual([])
  const copies = await Promise.all(groups.map(group => newcomer(server, group.made)))
  await server.stop()
  const again = await startInProcess({ storage: openSqlite(folder) })
  ends.push(() => again.stop())
  for (const [i, group] of groups.entries()) {
    const reborn = await newcomer(again, group.made)
    expect(differenceIn([...group.clients, ...copies.slice(i, i + 1), { ...reborn, name: 'the disk' }])).toBeUndefined()
    for (const { saved } of group.clients) expect(saved === undefined || holds(reborn, saved)).toBe(true)
  }
}

test.each([
  ['full', failure(FULL, 'database or disk is full')],
  ['failing', failure(IOERR_FSYNC, 'disk I/O error')],
])(
  '[P5] a disk that is %s: no false receipt, all are told, all is delivered when it is well again',
  async (_, error) => {
    const faults: Faults = {}
    const stage = await openStage(faults)
    const { server, made, ana, ben, cleo, eve, witness } = stage
    const stop = work([ana, ben, cleo])
    await pause(GOES_ON_MS)
    expect((await fetch(`${server.local}/readyz`)).status).toBe(200)

    faults.beforeCommit = () => {
      throw error
    }
    expect(await answerTo(stage)).toBe(CLOSE.readOnly)
    const { commits } = witness
    const isTold = () => [ana, cleo, eve].every(isToldReadOnly) && ben.isLost
    await vi.waitUntil(isTold, { interval: 5, timeout: TOLD_MS })
    const reply = await join(server, made[0])
    expect(reply.status).toBe(503)
    const { error: refusal } = (await reply.json()) as { readonly error: { readonly code: string; message: string } }
    expect(refusal).toMatchObject({ code: 'readOnly', message: expect.stringMatching(/^The server cannot write/) })
    expect((await fetch(`${server.local}/readyz`)).status).toBe(503)
    expect((await fetch(`${server.local}/healthz`)).status).toBe(200)
    // Who only reads is served, with what is on disk and nothing else.
    for (const each of made) {
      const reader = await newcomer(server, each)
      expect(differenceIn([reader, onDisk(stage, each)])).toBeUndefined()
    }
    await pause(GOES_ON_MS)
    expect(witness.commits, 'the disk took nothing').toBe(commits)
    expect(deceived(stage)).toEqual([])
    stop()

    faults.beforeCommit = undefined
    await recovers(stage)
  },
)

test('[P5] [M1] a file that may not grow: what does not fit is not told as saved, and comes later', async () => {
  const faults: Faults = {}
  const stage = await openStage(faults)
  const { ana, ben, cleo, witness } = stage
  const stop = work([ana, ben, cleo])
  await pause(GOES_ON_MS)
  faults.pageLimit = 1
  const big = 'x'.repeat(4_000)
  for (let i = 0; i < 20; i++)
    ana.history.run('Add', () => ana.canvas.document.getMap('about').set(`heading:channels:${i}`, big.slice(0, 200)))
  await vi.waitUntil(() => ben.isLost && isToldReadOnly(ana), { interval: 5, timeout: 5_000 })
  const { commits } = witness
  await pause(GOES_ON_MS)
  // What fits into the pages there are still goes: nobody may be wrong about which it is.
  expect(deceived(stage), `${witness.commits - commits} commits meanwhile`).toEqual([])
  stop()
  faults.pageLimit = undefined
  await recovers(stage)
})

test('[M1] a room whose rows are not taken restarts alone: the other board notices nothing', async () => {
  let bad = ''
  const stage = await openStage({}, batch => batch.some(entry => entry.kind === 'update' && entry.doc === bad))
  const { server, made, ana, ben, cleo, eve } = stage
  const stop = work([ana, ben, cleo])
  await pause(GOES_ON_MS)
  bad = roomOf(made[0])
  const states = new Set<string>()
  await vi.waitUntil(() => isToldReadOnly(ana) && ben.isLost, { interval: 5, timeout: TOLD_MS })
  for (const until = performance.now() + 3 * GOES_ON_MS; performance.now() < until; await pause(5))
    for (const client of [cleo, eve]) states.add(client.state)
  expect([...states].filter(state => /readOnly|offline|closed/.test(state))).toEqual([])
  expect(states).toContain('{"kind":"saved"}')
  expect((await join(server, made[0])).status, 'people still join, at the bad board too').toBe(200)
  stop()
  await vi.waitUntil(() => cleo.isInStep, { interval: 5, timeout: 1_000 })
  expect(deceived(stage)).toEqual([])
  bad = ''
  await recovers(stage)
})

test('[M1] negative control: a room that keeps its document and goes on after a failed commit is caught', async () => {
  const going = vi.spyOn(Room.prototype, 'fail').mockImplementation(function (this: Room) {
    this.show()
  })
  ends.push(() => going.mockRestore())
  const faults: Faults = {}
  const stage = await openStage(faults)
  faults.beforeCommit = () => {
    throw failure(FULL, 'database or disk is full')
  }
  expect(await answerTo(stage)).toBe('saved')
  const reader = await newcomer(stage.server, stage.made[0])
  expect(differenceIn([reader, onDisk(stage, stage.made[0])])).toBeDefined()
})
