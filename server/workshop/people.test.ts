/** The lobby, people who are muted, and a board once more without its people. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { askers, bearer } from '../../e2e/support/asks.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import { contentOf, openCanvas } from '../../shared/canvas/canvas.ts'
import { png } from '../../shared/canvas/image-sample.ts'
import * as operations from '../../shared/canvas/operations.ts'
import { NO_RIGHTS } from '../../shared/workshop/rights.ts'
import { openWorkshop, writeSetting } from '../../shared/workshop/workshop.ts'
import { sha256 } from '../commands/images.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'

const GRACE_MS = 2_000
const VOTE = {
  ...{ dots: 3, perNote: 1, blocks: [], perBlock: null },
  ...{ live: false, named: false, shuffled: true },
} as const

const files = scratch('people')
afterAll(files.remove)

let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

const facilitatorAt = async (document: 'canvas/main' | 'workshop') => {
  const line = sitting.line('facilitator', 'Ana', document)
  await line.synced()
  return line
}
const opensLobby = async () => {
  const line = await facilitatorAt('workshop')
  line.doc.transact(() => writeSetting(line.doc, 'lobby', true))
  await line.saved()
}
const idOf = (name: string) => sitting.shown(({ people }) => people.all().find(each => each.name === name)?.id ?? '')
const note = (id: string) => ({ id, place: ['channels', 1, 1, 1], text: 'Shop', color: 'straw', author: '' }) as const

test('[B1] who is new waits in the lobby: nothing of the board opens until a facilitator lets them in', async () => {
  const before = sitting.line('participant', 'Before')
  await before.synced()
  await opensLobby()
  const { browser } = askers(() => sitting.server.local)
  const ben = browser()
  const path = `/api/boards/${sitting.board.board}`
  expect((await ben.joins(sitting.board, 'participant', 'Ben')).json).toMatchObject({ person: { waiting: true } })
  const waits = async () => (await ben.asks('GET', path)).json
  expect(await waits()).toMatchObject({ me: { name: 'Ben', waiting: true }, documents: [] })
  for (const closed of ['/people', '/canvases/main.md', '/versions'])
    expect(await ben.asks('GET', path + closed)).toMatchObject({ status: 403, json: { error: { code: 'waiting' } } })
  expect((await ben.asks('POST', `${path}/ticket`)).status).toBe(403)
  const script = sitting.line('participant', 'Script')
  expect([await script.ended(), script.received.length > 1]).toEqual([4503, false])
  expect(sitting.shown(({ people }) => people.get(idOf('Ben')))).toMatchObject({ waiting: true })
  expect(
    sitting.shown(({ people }) => people.get(idOf('Before'))),
    'who was there stays',
  ).not.toHaveProperty('waiting')

  const admit = (by?: object) => sitting.command('person.admit', { person: idOf('Ben') }, by)
  expect((await admit({ role: 'participant', name: 'Before' })).status).toBe(403)
  expect(await waits()).toMatchObject({ me: { waiting: true } })
  expect([(await admit()).status, (await admit()).status, 'twice is no harm']).toEqual([200, 200, 'twice is no harm'])
  const { documents, me } = await waits()
  expect(me).not.toHaveProperty('waiting')
  expect(documents).toHaveLength(2)
  expect(sitting.shown(({ people }) => people.get(idOf('Ben')))).not.toHaveProperty('waiting')
  expect((await ben.joins(sitting.board, 'participant', 'Ben')).json, 'and again').not.toMatchObject({
    person: { waiting: true },
  })
})

test('[B1] a facilitator never waits, and who waits does so over a restart', async () => {
  const file = files.next()
  await opensLobby()
  const cleo = sitting.line('facilitator', 'Cleo')
  await cleo.synced()
  await sitting.asks('GET', '', 'participant', 'Ben')
  await sitting.storage.backup(file)
  await sitting.restarts(openMemory({ from: file }))
  expect((await sitting.asks('GET', '/people', 'participant', 'Ben')).status).toBe(403)
  expect((await sitting.asks('GET', '/people', 'facilitator', 'Cleo')).status).toBe(200)
  expect((await sitting.command('person.admit', { person: 'none' })).json).toMatchObject({
    error: { code: 'noPerson' },
  })
})

test('[B1] who is muted reads, and writes again when they are let', async () => {
  const [ben, ana] = [sitting.line('participant', 'Ben'), await facilitatorAt('canvas/main')]
  await ben.synced()
  const mute = (muted: boolean, person = idOf('Ben')) => sitting.command('person.mute', { person, muted })
  expect((await mute(true)).status).toBe(200)
  expect(sitting.shown(({ people }) => people.get(idOf('Ben')))).toMatchObject({ muted: true })
  operations.addNote(openCanvas(ben.doc), note('on-its-way'))
  await ben.saved()
  sitting.passes(GRACE_MS)
  operations.addNote(openCanvas(ana.doc), note('anas'))
  await ben.until('the note of Ana', () => ben.doc.getMap('notes').has('anas'))
  operations.addNote(openCanvas(ben.doc), note('too-late'))
  expect(await ben.ended()).toBe(4409)
  expect((await mute(false)).status).toBe(200)
  const back = sitting.line('participant', 'Ben')
  await back.synced()
  expect(back.doc.getMap('notes').has('too-late')).toBe(false)
  operations.addNote(openCanvas(back.doc), note('again'))
  await back.saved()
  expect(back.closed).toBeUndefined()
  expect((await mute(true, idOf('Ana'))).json).toMatchObject({ error: { code: 'facilitator' } })
})

test('[B2] a board is made once more with its agenda, rights, pictures and speaker notes, without people and what they did', async () => {
  const bytes = png()
  await sitting.puts(`/images/${sha256(bytes)}`, bytes, { 'content-type': 'image/png' }, 'participant')
  const ben = sitting.line('participant', 'Ben')
  await ben.synced()
  operations.addNote(openCanvas(ben.doc), note('bens'))
  operations.setImage(openCanvas(ben.doc), 'bens', sha256(bytes))
  await ben.saved()
  await opensLobby()
  const steps = await sitting.writes(plan('Look', { rights: NO_RIGHTS }), plan('Vote', { vote: VOTE }))
  await sitting.command('notes.set', { step: steps[0]?.id, text: 'Be quick' })
  await sitting.does('step.next')
  await sitting.does('step.next')
  await sitting.does('session.end')

  const reply = await sitting.asks('POST', '/duplicate', 'facilitator', 'Ana', { title: 'Once more' })
  expect(reply.status, reply.text).toBe(201)
  const copy = reply.json as unknown as MadeBoard
  const { ask } = askers(() => sitting.server.local)
  const headers = bearer(copy, 'facilitator', 'Dan')
  const asks = (path: string) => ask('GET', `/api/boards/${copy.board}${path}`, { headers })
  expect((await asks('')).json).toMatchObject({ title: 'Once more' })
  expect((await asks('/canvases/main.md')).text).toContain('Shop')
  expect((await asks('/speaker-notes')).json).toEqual({ notes: { [steps[0]?.id ?? '']: 'Be quick' } })
  expect((await asks(`/images/${sha256(bytes)}`)).status).toBe(200)
  const shown = sitting.server.server.rooms.read(`${copy.board}/workshop`, document => {
    const { steps, settings, people, ran, rounds, session } = openWorkshop(document)
    const names = people.all().map(({ name }) => name)
    return { steps: steps.all(), settings: settings.value, names, rest: [ran.size, rounds.size, session.value] }
  })
  expect(shown).toEqual({
    steps: [...steps].sort((a, b) => (a.id < b.id ? -1 : 1)),
    settings: { lobby: true, silentShown: false },
    names: ['Dan'],
    rest: [0, 0, {}],
  })
  const author = sitting.server.server.rooms.read(`${copy.board}/canvas/main`, document =>
    openCanvas(document).notes.get('bens'),
  )
  expect(author).toMatchObject({ author: '' })
  const old = idOf('Ben')
  for (const name of sitting.storage.documents(copy.board)) {
    const stored = sitting.storage.document(name)
    expect([...(stored?.makers.values() ?? []), ...(stored?.clients.values() ?? [])]).not.toContain(old)
    expect(Buffer.concat(stored?.updates ?? []).includes(old)).toBe(false)
  }
})

test('[B2] a board is made once more without its notes: only the agenda goes along, and nothing else of the canvas', async () => {
  const ben = sitting.line('participant', 'Ben')
  await ben.synced()
  const canvas = openCanvas(ben.doc)
  operations.addNote(canvas, note('bens'))
  operations.nameCanvas(canvas, 'Ours')
  await ben.saved()
  await sitting.writes(plan('Look'))
  const copyOf = async (body: object): Promise<string> => {
    const reply = await sitting.asks('POST', '/duplicate', 'facilitator', 'Ana', body)
    expect(reply.status, reply.text).toBe(201)
    return (reply.json as unknown as MadeBoard).board
  }
  const contentAt = (board: string) =>
    sitting.server.server.rooms.read(`${board}/canvas/main`, document => contentOf(openCanvas(document)))
  const bare = await copyOf({ notes: false })
  expect(contentAt(bare)).toEqual({
    about: { title: 'Ours', headings: {} },
    ...{ notes: [], links: [], groups: [], strokes: [] },
  })
  expect(sitting.server.server.rooms.read(`${bare}/workshop`, each => openWorkshop(each).steps.size)).toBe(1)
  expect(contentAt(await copyOf({}))?.notes).toHaveLength(1)
})

test('[B2] who is no facilitator makes no board of this one, nor does anybody where an operator makes them', async () => {
  await sitting.asks('GET', '', 'participant', 'Ben')
  for (const role of ['participant', 'commenter', 'observer'] as const)
    expect([role, (await sitting.asks('POST', '/duplicate', role, 'Ben', { notes: false })).status]).toEqual([
      role,
      403,
    ])
  for (const body of [{ notes: 'yes' }, { people: true }, { title: 'x'.repeat(201) }])
    expect((await sitting.asks('POST', '/duplicate', 'facilitator', 'Ana', body)).status).toBe(400)
  const { tick } = sitting.server.server.rooms
  await tick.write([{ kind: 'operator', operator: { id: 'op', hash: 'none', label: 'Ops', createdAt: sitting.now } }])
  const reply = await sitting.asks('POST', '/duplicate', 'facilitator', 'Ana', {})
  expect([reply.status, reply.json['error']]).toMatchObject([403, { code: 'operatorOnly' }])
  expect(sitting.storage.boards()).toHaveLength(1)
})
