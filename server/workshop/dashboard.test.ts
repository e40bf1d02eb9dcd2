/** [B22] What facilitators are told of how people work, and what nobody else is, by raw sockets. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Raw } from '../../e2e/support/raw.ts'
import { MINUTE, plan, Sitting } from '../../e2e/support/sitting.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, binRecords, moveNotes, restoreRecords } from '../../shared/canvas/operations.ts'
import type { ReadyNotice } from '../../shared/wire/messages.ts'
import { encodePresence } from '../../shared/wire/messages.ts'
import type { Dashboard, DashboardRow } from '../../shared/workshop/dashboard.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Names } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'

const files = scratch('dashboard')
afterAll(files.remove)

let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

async function comes(name: string, role: Role = 'participant', document: 'canvas/main' | 'workshop' = 'canvas/main') {
  const raw = sitting.line(role, name, document)
  await raw.synced()
  return raw
}

async function writes(raw: Raw, text: string, area: Area = 'channels') {
  raw.doc.transact(() =>
    addNote(openCanvas(raw.doc), { id: text, place: [area, 40, 16, 1], text, color: 'sky', author: '' }),
  )
  await raw.saved()
}

async function draftOf(name: string, round: string): Promise<Raw> {
  const raw = sitting.line('participant', name, `draft/${round}`)
  await raw.synced()
  return raw
}

const privately = async (names: Names) =>
  (await sitting.does('step.start', { plan: plan('Alone', { visibility: 'private', names }) }))?.round ?? ''

async function seen(): Promise<Dashboard> {
  const reply = await sitting.asks('GET', '/dashboard')
  expect(reply.status).toBe(200)
  return reply.json as unknown as Dashboard
}
const rowOf = async (name: string): Promise<DashboardRow | undefined> =>
  (await seen()).people.find(each => each.name === name)

/** The line of a tab that points somewhere. */
const says = (raw: Raw, state: object, clock: number) => {
  const json = new TextEncoder().encode(JSON.stringify(state))
  raw.send(encodePresence(Uint8Array.of(1, 7, clock, json.length, ...json)))
}

test.each(['participant', 'commenter', 'observer'] as const)('nobody who is %s gets it', async role => {
  expect((await sitting.asks('GET', '/dashboard', role, 'Ben')).status).toBe(403)
})

describe('who is here', () => {
  test('one person is one row, whatever the number of their tabs, and is away when the last has gone', async () => {
    const tabs = [await comes('Ben'), await comes('Ben', 'participant', 'workshop')] as const
    await comes('Eve', 'observer')
    await sitting.does('step.start', { plan: plan('Open') })
    expect((await seen()).people.map(({ name }) => name)).toEqual(['Ben'])
    expect(await rowOf('Ben')).not.toHaveProperty('away')
    tabs[0].cut()
    await expect.poll(async () => [...sitting.server.server.rooms.peersOf(sitting.board.board)].length).toBe(2)
    expect(await rowOf('Ben')).not.toHaveProperty('away')
    tabs[1].cut()
    await expect.poll(async () => (await rowOf('Ben'))?.away).toBe(sitting.now)
    const left = sitting.now
    sitting.passes(2 * MINUTE)
    expect(await seen()).toMatchObject({ now: left + 2 * MINUTE, waiting: 1, people: [{ away: left }] })
    await comes('Ben')
    expect(await seen()).toMatchObject({ waiting: 0, people: [{ name: 'Ben' }] })
    expect(await rowOf('Ben')).not.toHaveProperty('away')
  })

  test('who left long ago is waited for only where something of theirs is there', async () => {
    const run = await sitting.does('step.start', { plan: plan('Open') })
    for (const name of ['Ben', 'Mei']) (await comes(name)).cut()
    await sitting.command('ready', { run: run?.id, ready: true }, { role: 'participant', name: 'Mei' })
    await expect.poll(async () => (await seen()).waiting).toBe(2)
    sitting.passes(61 * MINUTE)
    expect((await seen()).people).toMatchObject([{ name: 'Mei', ready: true }])
  })

  test('idle since the last thing they wrote or pointed at; not what a library repeats, and not since before the step', async () => {
    const began = sitting.now
    const ben = await comes('Ben')
    sitting.passes(MINUTE)
    await sitting.does('step.start', { plan: plan('Open') })
    expect((await rowOf('Ben'))?.idle).toBe(began + MINUTE)
    sitting.passes(MINUTE)
    await writes(ben, 'Shop')
    expect(await rowOf('Ben')).toMatchObject({ idle: began + 2 * MINUTE, writing: false })
    says(ben, { cursor: ['channels', 1, 2] }, 1)
    sitting.passes(MINUTE)
    says(ben, { cursor: ['channels', 1, 2] }, 2)
    sitting.passes(MINUTE)
    says(ben, { cursor: ['channels', 3, 2] }, 3)
    await expect.poll(async () => (await rowOf('Ben'))?.idle).toBe(began + 4 * MINUTE)
    sitting.passes(MINUTE)
    says(ben, { cursor: ['channels', 3, 2] }, 4)
    ben.cut()
    await expect.poll(async () => (await rowOf('Ben'))?.away).toBe(sitting.now)
    await comes('Ben')
    expect((await rowOf('Ben'))?.idle, 'a line that dropped').toBe(began + 4 * MINUTE)
  })
})

describe('what they wrote in this step', () => {
  test('on the canvas: what was made in it, by block, wherever it is moved and whoever moves it', async () => {
    const [ben, mei] = [await comes('Ben'), await comes('Mei')]
    for (const text of ['before', 'binned']) await writes(ben, text)
    ben.doc.transact(() => binRecords(openCanvas(ben.doc), 'notes', ['binned']))
    await ben.saved()
    await sitting.does('step.start', { plan: plan('Open') })
    await writes(ben, 'Shop')
    await writes(ben, 'Fair', 'keyPartnerships')
    await mei.until('Bens notes', () => openCanvas(mei.doc).notes.size === 3)
    mei.doc.transact(() => moveNotes(openCanvas(mei.doc), new Map([['before', ['revenueStreams', 1, 1, 9]]])))
    mei.doc.transact(() => restoreRecords(openCanvas(mei.doc), 'notes', ['binned']))
    await mei.saved()
    const blocks = { channels: 1, keyPartnerships: 1 }
    expect(await seen()).toMatchObject({
      blocks,
      people: [
        { name: 'Ben', blocks },
        { name: 'Mei', blocks: {} },
      ],
    })
    await sitting.does('step.start', { plan: plan('Next') })
    expect(await seen()).toMatchObject({ blocks: {}, people: [{ blocks: {} }, { blocks: {} }] })
  })

  test.each(['shown', 'hidden'] as const)(
    'in private, names %s: counts for facilitators, never a word',
    async names => {
      const ana = await comes('Ana', 'facilitator')
      const round = await privately(names)
      const ben = await draftOf('Ben', round)
      await writes(ben, 'Elephant')
      await writes(ben, 'Tiger', 'keyPartnerships')
      const blocks = { channels: 1, keyPartnerships: 1 }
      const people = [
        { name: 'Ana', blocks: {} },
        { name: 'Ben', blocks, hidden: 2 },
      ]
      const pointing = await comes('Ben')
      says(pointing, { caret: { note: 'Tiger' } }, 1)
      await expect
        .poll(seen)
        .toMatchObject({ blocks, writing: 1, people: [people[0], { ...people[1], writing: true }] })
      says(pointing, { caret: null }, 2)
      await expect.poll(seen).toMatchObject({ blocks, writing: 0, people })
      expect((await sitting.asks('GET', '/dashboard')).text).not.toMatch(/Elephant|Tiger/)
      await sitting.command('round.reveal', { round, block: 'channels' })
      expect(await rowOf('Ben')).toMatchObject({ blocks, hidden: 1 })
      await ana.until('the note', () => openCanvas(ana.doc).notes.size === 1)
      // What is revealed in a later step was not written in it.
      await sitting.does('step.start', { plan: plan('Look') })
      await sitting.command('round.reveal', { round, all: true })
      await ana.until('both notes', () => openCanvas(ana.doc).notes.size === 2)
      expect(await seen()).toMatchObject({ blocks: {}, people: [{ blocks: {} }, { blocks: {} }] })
    },
  )

  test('[M8] where names are never stored, totals only', async () => {
    await comes('Ana', 'facilitator')
    const round = await privately('never')
    await writes(await draftOf('Ben', round), 'Elephant')
    says(await comes('Ben'), { caret: { note: 'Elephant' } }, 1)
    await expect.poll(seen).toMatchObject({ blocks: { channels: 1 }, writing: 1 })
    expect(Object.keys((await rowOf('Ben')) ?? {}).sort()).toEqual(['color', 'id', 'name', 'ready', 'role'])
  })

  test('[B4] what participants hear of a round whose names are hidden says of nobody how much they wrote', async () => {
    const ear = await comes('Mei', 'participant', 'workshop')
    const round = await privately('hidden')
    await writes(await draftOf('Ben', round), 'Elephant')
    const heard = () => Buffer.concat(ear.received).toString()
    await ear.until('a beat', () => heard().includes('"blocks":{"channels":1}'))
    expect(heard()).not.toContain('"people"')
  })
})

describe('a vote', () => {
  test('who has dots left, and who has finished', async () => {
    const ana = await comes('Ana', 'facilitator')
    await writes(ana, 'Shop')
    for (const name of ['Ben', 'Mei']) await comes(name)
    const run = await sitting.does('step.start', { plan: plan('Strongest', { vote: { ...BLANK_VOTE, dots: 3 } }) })
    const round = run?.round
    await sitting.command('vote.cast', { round, note: 'Shop', dots: 2 }, { role: 'participant', name: 'Ben' })
    await sitting.command('vote.done', { round, done: true }, { role: 'participant', name: 'Ben' })
    expect((await seen()).people.map(({ name, vote }) => [name, vote])).toEqual([
      ['Ana', { left: 3, done: false }],
      ['Ben', { left: 1, done: true }],
      ['Mei', { left: 3, done: false }],
    ])
    await comes('Kim')
    expect(await rowOf('Kim')).not.toHaveProperty('vote')
  })

  test('[B7] [P19] my other device hears my ballot at once, and nobody else hears anything of it', async () => {
    const ana = await comes('Ana', 'facilitator')
    await writes(ana, 'Shop')
    const [tablet, mei] = [await comes('Ben', 'participant', 'workshop'), await comes('Mei', 'participant', 'workshop')]
    const run = await sitting.does('step.start', { plan: plan('Strongest', { vote: { ...BLANK_VOTE, dots: 3 } }) })
    const by = { role: 'participant', name: 'Ben' } as const
    await sitting.command('vote.cast', { round: run?.round, note: 'Shop', dots: 2 }, by)
    const told = { kind: 'ballot', round: run?.round, mine: [['Shop', 2]], isVoter: true, isDone: false }
    await tablet.until('the ballot', () => tablet.notices.some(({ kind }) => kind === 'ballot'))
    expect(tablet.notices.filter(({ kind }) => kind === 'ballot')).toEqual([told])
    await sitting.command('vote.done', { round: run?.round, done: true }, { role: 'participant', name: 'Mei' })
    await mei.until('her own', () => mei.notices.some(({ kind }) => kind === 'ballot'))
    expect(mei.notices.filter(({ kind }) => kind === 'ballot')).toEqual([{ ...told, mine: [], isDone: true }])
  })
})

describe('done with the step', () => {
  const readyOf = (raw: Raw) => raw.notices.findLast((notice): notice is ReadyNotice => notice.kind === 'ready')
  const says = (name: string, run: string | undefined, ready = true) =>
    sitting.command('ready', { run, ready }, { role: 'participant', name })

  test('it holds on every device of mine, over a reload and a restart of the server, and not in the next step', async () => {
    const run = await sitting.does('step.start', { plan: plan('Open') })
    const phone = await comes('Ben', 'participant', 'workshop')
    const laptop = await comes('Ben', 'participant', 'workshop')
    expect((await says('Ben', run?.id)).status).toBe(200)
    const told = { kind: 'ready', run: run?.id, ready: 1, of: 1, mine: true }
    for (const device of [phone, laptop]) await device.until('it', () => readyOf(device)?.mine === true)
    expect(readyOf(laptop)).toEqual(told)
    phone.cut()
    laptop.cut()
    const file = files.next()
    await sitting.storage.backup(file)
    await sitting.restarts(openMemory({ from: file }))
    const again = await comes('Ben', 'participant', 'workshop')
    await again.until('it', () => readyOf(again) !== undefined)
    expect(readyOf(again)).toEqual(told)
    expect((await rowOf('Ben'))?.ready).toBe(true)
    const next = await sitting.does('step.start', { plan: plan('Open') })
    await again.until('the next step', () => readyOf(again)?.run === next?.id)
    expect(readyOf(again)).toEqual({ ...told, run: next?.id, ready: 0, mine: false })
    expect((await says('Ben', run?.id)).status, 'said too late').toBe(409)
    expect((await rowOf('Ben'))?.ready).toBe(false)
  })

  test('participants hear how many; who they are facilitators alone, unless they share it', async () => {
    const [ana, mei] = [await comes('Ana', 'facilitator', 'workshop'), await comes('Mei', 'participant', 'workshop')]
    await comes('Ben', 'participant', 'workshop')
    const run = await sitting.does('step.start', { plan: plan('Open') })
    await says('Ben', run?.id)
    await mei.until('it', () => readyOf(mei)?.ready === 1)
    expect(readyOf(mei)).toEqual({ kind: 'ready', run: run?.id, ready: 1, of: 2, mine: false })
    const ben = (await rowOf('Ben'))?.id
    await ana.until('it', () => readyOf(ana)?.ready === 1)
    expect(readyOf(ana)).toMatchObject({ people: [ben] })
    ana.doc.transact(() => ana.doc.getMap('settings').set('silentShown', true))
    await ana.saved()
    await mei.until('who', () => readyOf(mei)?.people !== undefined)
    expect(readyOf(mei)).toMatchObject({ people: [ben] })
  })

  test('who goes is not counted, and is again when they come back', async () => {
    const ana = await comes('Ana', 'facilitator', 'workshop')
    const run = await sitting.does('step.start', { plan: plan('Open') })
    const ben = await comes('Ben', 'participant', 'workshop')
    await says('Ben', run?.id)
    await ana.until('one', () => readyOf(ana)?.ready === 1)
    ben.cut()
    await ana.until('none', () => readyOf(ana)?.of === 0)
    await comes('Ben', 'participant', 'workshop')
    await ana.until('one again', () => readyOf(ana)?.of === 1)
    expect(readyOf(ana)).toMatchObject({ ready: 1, of: 1 })
  })
})
