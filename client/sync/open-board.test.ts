/** A board in the hands of its people, against a real server in this process: together, cut off, refused, renewed. */
import { copyFileSync, mkdirSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { InProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { secretOf } from '../../e2e/support/nonagon.ts'
import type { Faults } from '../../server/storage/storage.ts'
import { databaseIn } from '../../server/storage/place.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { scratch } from '../../server/storage/scratch.ts'
import { Signal } from '../../shared/base/observable.ts'
import { contentOf, isPrivate, openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change, editText } from '../../shared/canvas/operations.ts'
import { applyUpdates, createDocument, encodeState } from '../../shared/wire/document.ts'
import { renewed } from '../../shared/wire/renew.ts'
import { ALL_RIGHTS, NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { writeSetting } from '../../shared/workshop/workshop.ts'
import type { News, SaveState } from '../editor/board.ts'
import type { Copies } from './copy.ts'
import { memoryCopies } from './copy.ts'
import type { KeyStorage } from '../base/store.ts'
import { memoryStorage } from '../base/store.ts'
import { Device } from './device.ts'
import { fakeTimers } from './fake-timers.ts'
import { findMembership, keptMembership } from './membership.ts'
import type { SyncedBoard } from './open-board.ts'
import { forgetBoard, openBoard } from './open-board.ts'
import type { SocketClass } from './socket.ts'
import type { Timers } from './timers.ts'
import { realTimers } from './timers.ts'

const folders = scratch('sync')
let folder: string
let server: InProcess
let port: string
let made: MadeBoard
const ends: (() => void)[] = []

const serve = async (faults: Faults = {}): Promise<void> => {
  server = await startInProcess({ storage: openSqlite(folder, { faults }), env: { PORT: port } })
  port = new URL(server.local).port
}

beforeEach(async () => {
  folder = folders.next()
  port = '0'
  await serve()
  made = await server.makeBoardByHttp()
})
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  await server.stop()
})

/** One browser: its cookie, its storage, its sockets. It can be cut off, reloaded, and have several tabs. */
class Browser {
  readonly storage: KeyStorage = memoryStorage()
  readonly copies: Copies = memoryCopies()
  readonly wakes = new Signal()
  cookie = ''
  /** Through which address it reaches the server. */
  origin = server.local
  isOffline = false
  /** Lines to these documents do not open, and those that are open are cut. */
  lost: string | undefined
  readonly #sockets = new Set<WebSocket>()
  #tabs = 0

  async join(role: Role, name: string): Promise<void> {
    const response = await fetch(`${server.local}/api/boards/${made.board}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: secretOf(made.links[role]), name }),
    })
    expect(response.status).toBe(200)
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  device = (): Device => new Device(this.storage, `tab${++this.#tabs}`)

  async opens(timers: Timers = realTimers): Promise<Tab> {
    const device = this.device()
    const ground = { ...this.#network(), device, copies: this.copies, wakes: this.wakes, timers }
    const answer = await findMembership(made.board, ground)
    if (answer.kind !== 'member') throw new Error(`Not a member: ${answer.kind}`)
    const board = await openBoard({
      ...ground,
      membership: answer.membership,
      wallTime: () => Date.now(),
      random: () => 0.1,
    })
    ends.push(() => board.close())
    return new Tab(board)
  }

  /** Cuts every line at once, without a word, or those to one document. */
  cut(document = ''): void {
    for (const socket of this.#sockets) if (socket.url.includes(document)) socket.terminate()
  }

  #network() {
    const sockets = this.#sockets
    const isCut = () => this.isOffline
    const isLost = (url: string | URL) => isCut() || (this.lost !== undefined && String(url).includes(this.lost))
    const headers = { cookie: this.cookie, origin: this.origin }
    class FromThisBrowser extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(isLost(url) ? 'ws://127.0.0.1:1' : url, protocols, { headers })
        sockets.add(this)
        this.on('close', () => sockets.delete(this))
      }
    }
    const ask: typeof fetch = (url, init) =>
      isCut()
        ? Promise.reject(new TypeError('offline'))
        : fetch(url, { ...init, headers: { ...init?.headers, cookie: this.cookie } })
    return { origin: this.origin, fetch: ask, WebSocket: FromThisBrowser as unknown as SocketClass }
  }
}

class Tab {
  readonly board: SyncedBoard
  readonly news: News[] = []
  readonly states: SaveState[] = []

  constructor(board: SyncedBoard) {
    this.board = board
    board.news.subscribe(news => this.news.push(news))
    board.saveState.subscribe(state => this.states.push(state))
  }

  adds(id: string, text: string): void {
    const { canvas, history, me } = this.board
    const place = ['channels', 24, 56, this.board.now()] as const
    history.value.run('Add note', () => addNote(canvas.value, { id, place, text, color: 'straw', author: me.value.id }))
  }

  types(id: string, text: string): void {
    const { canvas, history } = this.board
    history.value.run('Type', () => editText(canvas.value, id, text))
  }

  text(id: string): string | undefined {
    return this.board.canvas.value.notes.get(id)?.text
  }

  get texts(): readonly string[] {
    return this.board.canvas.value.notes
      .all()
      .map(note => note.text)
      .sort()
  }

  sees = (id: string, text: string) => expect.poll(() => this.text(id), WAIT).toBe(text)
  saved = () => expect.poll(() => this.board.saveState.value.kind, WAIT).toBe('saved')
  is = (kind: SaveState['kind']) => expect.poll(() => this.board.saveState.value.kind, WAIT).toBe(kind)
  hears = (news: Partial<News>) => expect.poll(() => this.news, WAIT).toContainEqual(expect.objectContaining(news))
}

const WAIT = { interval: 5, timeout: 3_000 }

const comes = async (role: Role, name: string): Promise<{ browser: Browser; tab: Tab }> => {
  const browser = new Browser()
  await browser.join(role, name)
  const tab = await browser.opens()
  await tab.saved()
  return { browser, tab }
}

/** What the server has committed. */
const onDisk = (): readonly string[] =>
  server.server.rooms.read(`${made.board}/canvas/main`, document =>
    contentOf(openCanvas(document)).notes.map(note => note.text),
  ) ?? []

describe('together', () => {
  test('two people see what the other writes, who is here and where they point', async () => {
    const ana = (await comes('facilitator', 'Ana')).tab
    const ben = (await comes('participant', 'Ben')).tab
    ana.adds('n1', 'Website')
    await ben.sees('n1', 'Website')
    await ana.saved()
    expect(onDisk()).toEqual(['Website'])

    await expect.poll(() => ana.board.here.value.map(person => person.name), WAIT).toEqual(['Ana', 'Ben'])
    await expect.poll(() => ben.board.here.value.map(person => person.name), WAIT).toEqual(['Ben', 'Ana'])
    await expect
      .poll(() => [...ben.board.people.value.values()].map(person => person.name).sort(), WAIT)
      .toEqual(['Ana', 'Ben'])

    ben.board.presence.set({ cursor: ['channels', 30, 60], selection: ['n1'] })
    const seen = () => ana.board.presence.others.value.map(({ person, pointing }) => [person.name, pointing])
    await expect.poll(seen, WAIT).toEqual([['Ben', { cursor: ['channels', 30, 60], selection: ['n1'] }]])
    ben.board.close()
    await expect.poll(seen, WAIT).toEqual([])
    await expect.poll(() => ana.board.here.value.map(person => person.name), WAIT).toEqual(['Ana'])
  })

  test('[P20] the time is the server’s', async () => {
    const { tab } = await comes('participant', 'Ana')
    await expect.poll(() => Math.abs(tab.board.now() - Date.now()), WAIT).toBeLessThan(50)
  })

  test('nothing is called saved before it is on disk, edit by edit', async () => {
    const { tab } = await comes('participant', 'Ana')
    const found: (readonly [string, readonly string[]])[] = []
    tab.board.saveState.subscribe(state => state.kind === 'saved' && found.push(['saved', onDisk()]))
    for (let n = 0; n < 20; n++) {
      tab.adds(`n${n}`, `Note ${n}`)
      expect(tab.board.saveState.value).toMatchObject({ kind: 'saving', waiting: 1 })
      await tab.saved()
      expect(found.at(-1)?.[1]).toContain(`Note ${n}`)
    }
  })
})

describe('cut off', () => {
  test('[P9] [M16] 199 edits made offline are counted as the 100 changes that they are, arrive, and are never called saved before', async () => {
    const { browser, tab } = await comes('participant', 'Ana')
    const ben = (await comes('participant', 'Ben')).tab
    browser.isOffline = true
    browser.cut()
    await tab.is('offline')
    tab.adds('n', '')
    for (let n = 1; n < 100; n++) tab.types('n', 'x'.repeat(n))
    for (let n = 1; n < 100; n++) tab.adds(`n${n}`, 'y')
    // A note and all that was typed in it are one change to whoever made it.
    expect(tab.board.saveState.value).toEqual({ kind: 'offline', waiting: 100 })
    let committed: readonly string[] = []
    tab.board.saveState.subscribe(state => {
      if (state.kind === 'saved') committed = onDisk()
    })
    browser.isOffline = false
    browser.wakes.tell()
    await tab.saved()
    const all = [...Array.from({ length: 99 }, () => 'y'), 'x'.repeat(99)].sort()
    expect([...committed].sort()).toEqual(all)
    await ben.sees('n', 'x'.repeat(99))
    expect(ben.texts).toEqual(all)
    await tab.hears({ kind: 'back', joined: 100 })
    expect(tab.board.history.value.canUndo).toBe(true)
  })

  test('one who comes back is seen again where they point, at once', async () => {
    const ana = (await comes('facilitator', 'Ana')).tab
    const { browser, tab: ben } = await comes('participant', 'Ben')
    const seen = () => ana.board.presence.others.value.map(({ person }) => person.name)
    ben.board.presence.set({ selection: ['n1'] })
    await expect.poll(seen, WAIT).toEqual(['Ben'])
    browser.isOffline = true
    browser.cut()
    await expect.poll(() => [seen(), ana.board.here.value.length], WAIT).toEqual([[], 1])
    expect(ben.board.here.value.map(person => person.name)).toEqual(['Ben'])
    browser.isOffline = false
    browser.wakes.tell()
    await expect.poll(() => [seen(), ana.board.here.value.length], WAIT).toEqual([['Ben'], 2])
    expect(ana.board.presence.others.value[0]?.pointing).toEqual({ selection: ['n1'] })
  })

  test('[P6] a server that restarts finds everybody again, and everything they wrote meanwhile', async () => {
    const ana = (await comes('participant', 'Ana')).tab
    const ben = (await comes('participant', 'Ben')).tab
    ana.adds('n1', 'before')
    await ana.saved()
    await server.stop()
    await Promise.all([ana.is('offline'), ben.is('offline')])
    ana.adds('n2', 'from Ana')
    ben.adds('n3', 'from Ben')
    await serve()
    await Promise.all([ana.saved(), ben.saved()])
    await expect
      .poll(() => [ana.texts, ben.texts], WAIT)
      .toEqual([
        ['before', 'from Ana', 'from Ben'],
        ['before', 'from Ana', 'from Ben'],
      ])
  })

  test('a board that was open before opens without a server, says how much waits, and brings it later', async () => {
    const { browser, tab } = await comes('participant', 'Ana')
    tab.adds('n1', 'known')
    await tab.saved()
    browser.isOffline = true
    browser.cut()
    await tab.is('offline')
    tab.adds('n2', 'written offline')
    tab.types('n2', 'written offline, twice')
    tab.types('n1', 'known, and more')
    tab.board.close()

    const again = await browser.opens()
    expect(again.texts).toEqual(['known, and more', 'written offline, twice'])
    expect(again.board.me.value.name).toBe('Ana')
    await again.is('offline')
    expect(again.board.saveState.value).toEqual({ kind: 'offline', waiting: 2 })
    browser.isOffline = false
    browser.wakes.tell()
    await again.saved()
    expect([...onDisk()].sort()).toEqual(['known, and more', 'written offline, twice'])
    again.board.close()
    expect((await browser.opens()).board.saveState.value).toEqual({ kind: 'opening' })
  })

  test('[P13] a line that went dead without a word shows offline within 15 s, and one that sleeps is asked when it wakes', async () => {
    const tunnel = await openTunnel(Number(port))
    const browser = new Browser()
    await browser.join('participant', 'Ana')
    browser.origin = tunnel.address
    const timers = fakeTimers()
    const tab = await browser.opens(timers)
    await tab.saved()

    tunnel.freeze()
    timers.pass(14_000)
    expect(tab.board.saveState.value.kind).toBe('saved')
    timers.pass(1_000)
    expect(tab.board.saveState.value).toEqual({ kind: 'offline', waiting: 0 })

    tunnel.thaw()
    timers.pass(500)
    await tab.saved()
    tunnel.freeze()
    browser.wakes.tell()
    timers.pass(2_999)
    expect(tab.board.saveState.value.kind).toBe('saved')
    timers.pass(1)
    expect(tab.board.saveState.value.kind).toBe('offline')

    tunnel.thaw()
    timers.pass(500)
    await tab.saved()
    tab.board.close()
    tunnel.close()
  })
})

describe('a disk that fails', () => {
  test('[P5] it is said within a second, nothing is called saved, and all of it arrives when there is room again', async () => {
    const faults: Faults = {}
    await server.stop()
    await serve(faults)
    const ana = (await comes('participant', 'Ana')).tab
    const ben = (await comes('participant', 'Ben')).tab
    faults.beforeCommit = () => {
      throw Object.assign(new Error('disk full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })
    }
    const from = ana.states.length
    ana.adds('n1', 'Website')
    await expect
      .poll(() => ana.board.saveState.value, { interval: 5, timeout: 1_000 })
      .toEqual({ kind: 'readOnly', waiting: 1 })
    ana.types('n1', 'Website and app')
    expect(ana.states.slice(from).map(state => state.kind)).not.toContain('saved')
    expect(ben.texts).toEqual([])
    faults.beforeCommit = undefined
    await ana.saved()
    await ben.sees('n1', 'Website and app')
    expect(onDisk()).toEqual(['Website and app'])
  })

  test('[P4] a server that lost its last hour gets it back from those who have it, whoever wrote it', async () => {
    const { browser, tab: ana } = await comes('participant', 'Ana')
    const ben = (await comes('participant', 'Ben')).tab
    ana.adds('n1', 'old')
    await ana.saved()
    const backup = folders.next()
    await server.server.storage.backup(backup)
    ben.adds('n2', 'from Ben')
    ana.adds('n3', 'from Ana')
    await Promise.all([ana.sees('n2', 'from Ben'), ana.saved(), ben.saved()])
    ben.board.close()
    await server.stop()
    folder = folders.next()
    mkdirSync(folder)
    copyFileSync(backup, databaseIn(folder))
    await serve()
    browser.wakes.tell()
    await ana.saved()
    await expect.poll(() => [...onDisk()].sort(), WAIT).toEqual(['from Ana', 'from Ben', 'old'])
    expect(ana.news.filter(news => news.kind === 'refused')).toEqual([])
  })
})

describe('refused', () => {
  /** What no button of ours does: writes without asking what one may. */
  const forces = (tab: Tab, write: () => void): void => change(tab.board.canvas.value, 'forced', write)
  const note = { place: ['channels', 24, 56, 1], color: 'straw', author: '' } as const

  test('[P16] a forbidden write is told, taken off the screen, never seen by others, and offered back', async () => {
    const { tab: eve } = await comes('observer', 'Eve')
    const ana = (await comes('facilitator', 'Ana')).tab
    ana.adds('n1', 'Website')
    await eve.sees('n1', 'Website')
    const before = { canvas: eve.board.canvas.value, history: eve.board.history.value }

    forces(eve, () => {
      addNote(eve.board.canvas.value, { ...note, id: 'forced', text: 'Mine!' })
      editText(eve.board.canvas.value, 'n1', 'Website, hacked')
    })
    await eve.hears({ kind: 'refused', reason: 'role', offers: 2 })
    expect(eve.board.canvas.value).not.toBe(before.canvas)
    expect(eve.board.history.value).not.toBe(before.history)
    expect(eve.texts).toEqual(['Website'])
    expect(eve.board.offers.value.map(offer => [offer.reason, offer.change])).toEqual([
      ['role', { kind: 'note', block: 'channels', text: 'Mine!' }],
      ['role', { kind: 'text', note: 'n1', block: 'channels', text: 'Website, hacked' }],
    ])
    await eve.saved()
    // Who was never offline is not welcomed back.
    expect(eve.news.map(({ kind }) => kind)).not.toContain('back')
    expect(eve.states.map(({ kind }) => kind)).not.toContain('offline')
    expect(ana.texts).toEqual(['Website'])
    expect(onDisk()).toEqual(['Website'])

    // The fresh copy goes on hearing.
    ana.adds('n2', 'Shop')
    await eve.sees('n2', 'Shop')
  })

  test('an offer is still there after a reload, and can be added again once the role allows it', async () => {
    const { browser, tab } = await comes('observer', 'Eve')
    const ana = (await comes('facilitator', 'Ana')).tab
    forces(tab, () => addNote(tab.board.canvas.value, { ...note, id: 'forced', text: 'Mine!' }))
    await tab.hears({ kind: 'refused', offers: 1 })
    tab.board.close()
    const eve = await browser.opens()
    await eve.saved()
    expect(eve.texts).toEqual([])
    const [offer] = eve.board.offers.value
    expect(offer?.change).toEqual({ kind: 'note', block: 'channels', text: 'Mine!' })

    eve.board.offers.addAgain(offer?.id ?? '')
    expect(eve.board.offers.value).toHaveLength(1)
    await setRole(eve.board.me.value.id, 'participant')
    await eve.hears({ kind: 'role', role: 'participant' })
    eve.board.offers.addAgain(offer?.id ?? '')
    await ana.sees('forced', 'Mine!')
    await eve.saved()
    expect(eve.board.offers.value).toEqual([])
  })

  test('offline work of one whose role was lowered meanwhile is offered, not lost', async () => {
    const { browser, tab: ben } = await comes('participant', 'Ben')
    ben.adds('n1', 'before')
    await ben.saved()
    browser.isOffline = true
    browser.cut()
    await ben.is('offline')
    ben.adds('n2', 'on the train')
    await setRole(ben.board.me.value.id, 'observer')
    // The two seconds in which the old role still holds are not waited for: the server starts anew.
    await server.stop()
    await serve()
    browser.isOffline = false
    browser.wakes.tell()
    await ben.hears({ kind: 'refused', reason: 'role', offers: 1 })
    await ben.saved()
    // It did not join the board, and nobody says that it did.
    await ben.hears({ kind: 'back', joined: 0 })
    expect(ben.texts).toEqual(['before'])
    expect(ben.board.me.value.role).toBe('observer')
    expect(ben.board.offers.value.map(offer => offer.change)).toEqual([
      { kind: 'note', block: 'channels', text: 'on the train' },
    ])
  })

  test('[M17] a refusal in one tab leaves the copy of the other alone', async () => {
    const { browser, tab: first } = await comes('observer', 'Eve')
    const ana = (await comes('facilitator', 'Ana')).tab
    const second = await browser.opens()
    await second.saved()
    forces(first, () => addNote(first.board.canvas.value, { ...note, id: 'forced', text: 'Mine!' }))
    await first.hears({ kind: 'refused', offers: 1 })
    ana.adds('n1', 'Website')
    await second.sees('n1', 'Website')
    expect(second.news).toEqual([])
    const third = await browser.opens()
    expect(third.board.offers.value).toHaveLength(1)
    await third.sees('n1', 'Website')
    await third.saved()
    expect(third.news).toEqual([])
  })
})

const setRole = async (person: string, role: Role): Promise<void> => {
  const response = await fetch(`${server.local}/api/boards/${made.board}/people/${person}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${secretOf(made.links.facilitator)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ role }),
  })
  expect(response.status).toBe(200)
}

describe('who I am', () => {
  test('[P16] a changed role reaches the buttons within a second', async () => {
    const { tab } = await comes('participant', 'Ben')
    expect(tab.board.rights.value.add).toBe('all')
    await setRole(tab.board.me.value.id, 'commenter')
    await expect.poll(() => tab.board.rights.value.add, { interval: 5, timeout: 1_000 }).toBe('none')
    expect(tab.board.me.value.role).toBe('commenter')
    expect(tab.news).toContainEqual({ kind: 'role', role: 'commenter' })
  })

  test('[B2] [B3] a running step, a mute and their end reach the buttons; one who comes late finds the step', async () => {
    const [{ tab: ana }, { tab: ben }] = [await comes('facilitator', 'Ana'), await comes('participant', 'Ben')]
    const plan = { ...BLANK_PLAN, title: 'Look', rights: { ...NO_RIGHTS, comment: 'all' as const } }
    const run = () => ana.board.workshop.value.session.value.run
    const started = await ana.board.command('step.start', { seq: 0, plan })
    expect(started).toMatchObject({ kind: 'done', answer: { run: { plan: { title: 'Look' } } } })
    await expect.poll(() => ben.board.rights.value, WAIT).toEqual(plan.rights)
    expect(ana.board.rights.value).toEqual(ALL_RIGHTS)
    const { tab: late } = await comes('participant', 'Late')
    await expect.poll(() => late.board.workshop.value.session.value.run, WAIT).toEqual(run())
    await expect.poll(() => late.board.rights.value, WAIT).toEqual(plan.rights)

    expect(await ben.board.command('session.end', { seq: run()?.seq })).toMatchObject({ kind: 'refused', code: 'role' })
    await ana.board.command('session.end', { seq: run()?.seq })
    await expect.poll(() => ben.board.rights.value, WAIT).toEqual(ALL_RIGHTS)
    await ana.board.command('person.mute', { person: ben.board.me.value.id, muted: true })
    await expect.poll(() => ben.board.rights.value, WAIT).toEqual(NO_RIGHTS)
    await ana.board.command('person.mute', { person: ben.board.me.value.id, muted: false })
    await expect.poll(() => ben.board.rights.value, WAIT).toEqual(ALL_RIGHTS)
  })

  test('[B4] in a private step not even a facilitator adds before there is a draft to add it to', async () => {
    const { tab: ana } = await comes('facilitator', 'Ana')
    const { canvas, rights, workshop } = ana.board
    const seen: string[] = []
    const look = () => {
      const isAlone = workshop.value.session.value.run?.plan.visibility === 'private'
      if (isAlone) seen.push(`${isPrivate(canvas.value) ? 'mine' : 'open'} ${rights.value.add}`)
    }
    // What a hand could meet: after each news, not amidst it.
    const soon = () => queueMicrotask(look)
    const stops = [workshop.value.session, canvas, rights].map(each => each.subscribe(soon))
    await ana.board.command('step.start', { seq: 0, plan: { ...BLANK_PLAN, title: 'Alone', visibility: 'private' } })
    await expect.poll(() => `${isPrivate(canvas.value)} ${rights.value.add}`, WAIT).toBe('true all')
    ana.adds('n1', 'Only mine')
    await ana.saved()
    for (const stop of stops) stop()
    expect(seen).not.toContain('open all')
    expect(seen).toContain('open none')
    expect(onDisk()).toEqual([])
  })

  describe('[B4] [P17] nothing is written for all to see before the page knows whether a private round is on', () => {
    const alone = { ...BLANK_PLAN, title: 'Alone', visibility: 'private' } as const
    const offered = ({ board }: Tab) => board.offers.value.map(({ reason, change }) => `${reason} ${change.text}`)
    const seq = ({ board }: Tab) => board.workshop.value.session.value.run?.seq ?? 0
    const starts = (tab: Tab) => tab.board.command('step.start', { seq: seq(tab), plan: alone })
    /** Whatever went out of the other's page before is on the disk by now. */
    const isHeard = async (from: Tab, by: Tab, title: string) => {
      const { document } = from.board.canvas.value
      document.transact(() => document.getMap('about').set('title', title))
      await expect.poll(() => by.board.canvas.value.about.value.title, WAIT).toBe(title)
    }
    const ends = async (mei: Tab) => {
      await expect.poll(() => offered(mei), WAIT).toEqual(['step Mine, too early'])
      await mei.hears({ kind: 'refused', reason: 'step', offers: 1 })
      await mei.saved()
      await expect.poll(() => isPrivate(mei.board.canvas.value) && mei.board.rights.value.add, WAIT).toBe('all')
      mei.board.offers.addAgain(mei.board.offers.value[0]?.id ?? '')
      expect(mei.texts).toEqual(['Mine, too early'])
      await mei.saved()
      expect(onDisk()).toEqual([])
    }

    test('not in the first moments of a page, by a facilitator', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      await starts(ana)
      const browser = new Browser()
      await browser.join('facilitator', 'Mei')
      browser.lost = '/workshop'
      const mei = await browser.opens()
      await isHeard(ana, mei, 'Before')
      mei.adds('n1', 'Mine, too early')
      await isHeard(ana, mei, 'After')
      expect(onDisk()).toEqual([])
      browser.lost = undefined
      await ends(mei)
    })

    test('not after a time without a line, in which the round began', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      const { browser, tab: mei } = await comes('facilitator', 'Mei')
      browser.isOffline = true
      browser.cut()
      await mei.is('offline')
      mei.adds('n1', 'Mine, too early')
      await starts(ana)
      browser.lost = '/workshop'
      browser.isOffline = false
      browser.wakes.tell()
      await isHeard(ana, mei, 'Back')
      expect(onDisk()).toEqual([])
      browser.lost = undefined
      await ends(mei)
    })

    test('not while only the line was lost over which the round is told', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      const { browser, tab: mei } = await comes('facilitator', 'Mei')
      browser.lost = '/workshop'
      browser.cut('/workshop')
      await expect.poll(() => ana.board.here.value.length, WAIT).toBe(1)
      await starts(ana)
      mei.adds('n1', 'Mine, too early')
      await isHeard(ana, mei, 'After')
      expect(onDisk()).toEqual([])
      browser.lost = undefined
      await ends(mei)
    })

    test('a participant waits for nothing: of them the server refuses what the step forbids', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      const browser = new Browser()
      await browser.join('participant', 'Ben')
      browser.lost = '/workshop'
      const ben = await browser.opens()
      ben.adds('n1', 'For all')
      await ana.sees('n1', 'For all')
    })

    test('where none is on, what was held goes out by itself, and nothing was called saved before', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      const { browser, tab: mei } = await comes('facilitator', 'Mei')
      browser.lost = '/workshop'
      browser.cut('/workshop')
      await expect.poll(() => ana.board.here.value.length, WAIT).toBe(1)
      mei.adds('n1', 'For all')
      await isHeard(ana, mei, 'After')
      expect([onDisk(), mei.board.saveState.value.kind]).toEqual([[], 'saving'])
      browser.lost = undefined
      await ana.sees('n1', 'For all')
      await mei.saved()
      expect([onDisk(), offered(mei)]).toEqual([['For all'], []])
    })
  })

  describe('[B4] what I wrote for myself once its round is over', () => {
    /** As always, but nobody waits to look for it. */
    const hasty: Timers = { ...realTimers, after: (ms, run) => realTimers.after(ms === 5_000 ? 50 : ms, run) }
    const alone = { ...BLANK_PLAN, title: 'Alone', visibility: 'private' } as const
    const writesAlone = async () => {
      const browser = new Browser()
      await browser.join('facilitator', 'Ana')
      const ana = await browser.opens(hasty)
      await ana.saved()
      const start = () => ana.board.command('step.start', { seq: run()?.seq ?? 0, plan: alone })
      const run = () => ana.board.workshop.value.session.value.run
      await start()
      await expect.poll(() => isPrivate(ana.board.canvas.value), WAIT).toBe(true)
      ana.adds('n1', 'Only mine')
      await ana.saved()
      const copies = () =>
        browser
          .device()
          .copies(made.board)
          .filter(({ document }) => document.startsWith('draft/'))
      return { browser, ana, start, run, copies }
    }
    const offered = ({ board }: Tab) => board.offers.value.map(({ reason, change }) => `${reason} ${change.text}`)

    test('is offered if nobody was shown it, once, and after a reload too', async () => {
      const { browser, ana, start, copies } = await writesAlone()
      await start()
      await expect.poll(() => offered(ana), WAIT).toEqual(['notShown Only mine'])
      await ana.hears({ kind: 'refused', reason: 'notShown', offers: 1 })
      await expect.poll(() => copies().length, WAIT).toBe(1)
      ana.board.close()
      const again = await browser.opens(hasty)
      await again.saved()
      expect(offered(again)).toEqual(['notShown Only mine'])
      const [offer] = again.board.offers.value
      await expect.poll(() => isPrivate(again.board.canvas.value), WAIT).toBe(true)
      again.board.offers.addAgain(offer?.id ?? '')
      expect(again.texts).toEqual(['Only mine'])
      expect(offered(again)).toEqual([])
      expect(onDisk()).toEqual([])
    })

    test('where names are never stored, its author sees it once, also when others changed it while they were away', async () => {
      const { tab: ana } = await comes('facilitator', 'Ana')
      const { browser, tab: mei } = await comes('participant', 'Mei')
      const { session } = ana.board.workshop.value
      await ana.board.command('step.start', { seq: 0, plan: { ...alone, names: 'never' } })
      await expect.poll(() => isPrivate(mei.board.canvas.value), WAIT).toBe(true)
      mei.adds('n1', 'Whose is it?')
      await mei.saved()
      mei.board.close()
      await ana.board.command('round.reveal', { round: session.value.run?.round, block: 'channels' })
      await expect.poll(() => ana.texts, WAIT).toEqual(['Whose is it?'])
      ana.types(ana.board.canvas.value.notes.all()[0]?.id ?? '', 'Said otherwise')
      await ana.saved()
      const again = await browser.opens()
      await expect.poll(() => isPrivate(again.board.canvas.value), WAIT).toBe(true)
      await again.saved()
      expect(again.texts).toEqual(['Said otherwise'])
      again.adds('n2', 'And then')
      expect(again.texts).toEqual(['And then', 'Said otherwise'])
    })

    test('is not offered if it was revealed', async () => {
      const { ana, run, copies } = await writesAlone()
      await ana.board.command('round.reveal', { round: run()?.round, all: true })
      await expect.poll(onDisk, WAIT).toEqual(['Only mine'])
      await expect.poll(() => copies().length, WAIT).toBe(0)
      expect(offered(ana)).toEqual([])
      expect(ana.texts).toEqual(['Only mine'])
    })
  })

  test('[B1] who comes into the lobby is told to wait, until they are let in', async () => {
    const { tab: ana } = await comes('facilitator', 'Ana')
    const { document } = ana.board.workshop.value
    document.transact(() => writeSetting(document, 'lobby', true))
    const hasLobby = () => server.server.workshops.hasLobby(made.board)
    await expect.poll(hasLobby, WAIT).toBe(true)
    const browser = new Browser()
    await browser.join('participant', 'Ben')
    await expect(browser.opens()).rejects.toThrow('Not a member: waiting')
    const ben = () => ana.board.workshop.value.people.all().find(each => each.waiting)
    await expect.poll(() => ben()?.name, WAIT).toBe('Ben')
    await ana.board.command('person.admit', { person: ben()?.id })
    await (await browser.opens()).saved()
  })

  test('one who is removed is told so, and their next page is a stranger’s', async () => {
    const { browser, tab } = await comes('participant', 'Ben')
    await fetch(`${server.local}/api/boards/${made.board}/people/${tab.board.me.value.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${secretOf(made.links.facilitator)}` },
    })
    await tab.is('closed')
    expect(tab.board.saveState.value).toEqual({ kind: 'closed', why: 'removed' })
    expect(tab.board.rights.value).toEqual(NO_RIGHTS)
    expect(keptMembership(browser.device(), made.board)).toBeUndefined()
  })

  test('a page whose cookie became another person’s ends, instead of writing under a false name', async () => {
    const { browser, tab } = await comes('participant', 'Ben')
    const known = keptMembership(browser.device(), made.board)
    await browser.join('participant', 'Ana')
    browser.device().keep(made.board, 'me', known)
    tab.board.close()
    browser.isOffline = true
    const late = await browser.opens()
    browser.isOffline = false
    browser.wakes.tell()
    await late.is('closed')
    expect(late.board.saveState.value).toEqual({ kind: 'closed', why: 'noSession' })
  })
})

describe('another life of the document', () => {
  /** As when the document was renewed, or restored, while nobody was there. */
  const renew = async (): Promise<void> => {
    await server.stop()
    const storage = openSqlite(folder)
    const name = `${made.board}/canvas/main`
    const stored = storage.document(name)
    const whole = createDocument()
    applyUpdates(whole, stored?.updates ?? [], 'load')
    const data = renewed(encodeState(whole))
    await storage.commit([{ kind: 'renew', doc: name, epoch: (stored?.epoch ?? 0) + 1, data }])
    storage.close()
    await serve()
  }

  test('[M6] nothing merges: what was never acknowledged is offered, the rest is there once', async () => {
    const { tab: ana } = await comes('participant', 'Ana')
    const ben = (await comes('participant', 'Ben')).tab
    ana.adds('n1', 'Website')
    await ben.sees('n1', 'Website')
    await ana.saved()
    const old = ana.board.canvas.value
    await server.stop()
    await ana.is('offline')
    ana.adds('n2', 'never sent')
    ana.types('n1', 'Website and app')
    await serve()
    await renew().catch(() => undefined)
    await expect.poll(() => ana.board.canvas.value !== old, WAIT).toBe(true)
    await ana.saved()
    expect(ana.texts).toEqual(['Website'])
    expect(ana.board.offers.value.map(({ reason, change }) => [reason, change])).toEqual([
      ['epoch', { kind: 'note', block: 'channels', text: 'never sent' }],
      ['epoch', { kind: 'text', note: 'n1', block: 'channels', text: 'Website and app' }],
    ])
    await ben.saved()
    expect(ben.news.filter(news => news.kind === 'refused')).toEqual([])
    for (const { id } of ana.board.offers.value) ana.board.offers.addAgain(id)
    await ben.sees('n2', 'never sent')
    await ben.sees('n1', 'Website and app')
  })

  test('[M6] a page that was closed before finds its unsent work as offers', async () => {
    const { browser, tab } = await comes('participant', 'Ana')
    browser.isOffline = true
    browser.cut()
    await tab.is('offline')
    tab.adds('n1', 'never sent')
    tab.board.close()
    await renew()
    browser.isOffline = false
    const again = await browser.opens()
    await again.hears({ kind: 'refused', reason: 'epoch', offers: 1 })
    expect(again.texts).toEqual([])
    expect(again.board.offers.value.map(offer => offer.change)).toEqual([
      { kind: 'note', block: 'channels', text: 'never sent' },
    ])
  })

  test('[M17] unsent work of another person on this device is offered, not dropped', async () => {
    const { browser, tab } = await comes('participant', 'Ana')
    browser.isOffline = true
    browser.cut()
    await tab.is('offline')
    tab.adds('n1', 'Ana, never sent')
    tab.board.close()
    browser.isOffline = false
    await browser.join('participant', 'Ben')
    const ben = await browser.opens()
    await ben.hears({ kind: 'refused', offers: 1 })
    expect(ben.texts).toEqual([])
    expect(ben.board.offers.value.map(offer => offer.change)).toEqual([
      { kind: 'note', block: 'channels', text: 'Ana, never sent' },
    ])
    ben.board.close()
    const later = await browser.opens()
    await later.saved()
    expect(later.board.offers.value).toHaveLength(1)
    const others = () =>
      browser
        .device()
        .copies(made.board)
        .filter(copy => copy.person !== later.board.me.value.id)
    // Each document lets old copies go in its own time.
    await expect.poll(others, WAIT).toEqual([])
  })
})

test('a board that is forgotten leaves nothing on the device', async () => {
  const { browser, tab } = await comes('participant', 'Ana')
  tab.adds('n1', 'Website')
  await tab.saved()
  const device = browser.device()
  const names = device.copies(made.board)
  expect(names.length).toBeGreaterThan(0)
  tab.board.close()
  await forgetBoard(made.board, { device, copies: browser.copies })
  expect(browser.storage.length).toBe(0)
  browser.isOffline = true
  await expect(browser.opens()).rejects.toThrow('Not a member: unreachable')
})

/** A way to the server that can be frozen: nothing passes and nobody is told. */
async function openTunnel(to: number) {
  const pairs = new Set<readonly [Socket, Socket]>()
  const tunnel = createServer(near => {
    const far = connect(to, '127.0.0.1')
    const pair = [near, far] as const
    pairs.add(pair)
    near.pipe(far)
    far.pipe(near)
    for (const socket of pair) {
      socket.on('error', () => socket.destroy())
      socket.on('close', () => pairs.delete(pair))
    }
  })
  await new Promise<void>(resolve => tunnel.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(tunnel.address() as AddressInfo).port}`,
    freeze: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far)
        far.unpipe(near)
        near.pause()
        far.pause()
      }
    },
    /** New connections pass; those that were frozen stay dead. */
    thaw: () => undefined,
    close: () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      tunnel.close()
    },
  }
}
