/** Coming in and staying out (DESIGN §4): owners, personal links, codes, what closed links say, operators, and the end of a board. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../e2e/support/asks.ts'
import { askers, bearer } from '../../e2e/support/asks.ts'
import type { InProcess } from '../../e2e/support/in-process.ts'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { secretOf } from '../../e2e/support/nonagon.ts'
import { rawWith } from '../../e2e/support/raw.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { DAY_MS, GRACE_MS } from '../access/days.ts'
import { hashOf } from '../access/secrets.ts'
import { undeleteBoard } from '../commands/board-life.ts'
import { scratch } from '../storage/scratch.ts'
import { openSqlite } from '../storage/sqlite.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The server looks often; a busy machine makes that longer. */
const SOON = { timeout: 10_000 }

let running: InProcess
let time = Date.UTC(2030, 0, 1, 9)
beforeAll(async () => {
  running = await startInProcess({ now: () => time, lookMs: 20 })
})
afterAll(() => running.stop())
// What a test before this one guessed wrongly is forgotten.
beforeEach(() => {
  time += 2 * MINUTE
})

const { ask, browser } = askers(() => running.address)
type Browser = ReturnType<typeof browser>

const make = (body?: Record<string, unknown>) => running.makeBoardByHttp(body)
const of = (board: MadeBoard, rest = '') => `/api/boards/${board.board}${rest}`
const codeOf = ({ json }: Reply) => (json['error'] as { code: string } | undefined)?.code
const meOf = ({ json }: Reply) =>
  (json['person'] ?? json['me']) as { id: string; name: string; role: Role; owner: boolean }
const invitation = (board: MadeBoard, secret: string) => ask('POST', of(board, '/invitation'), { body: { secret } })

async function joined(board: MadeBoard, url: string, name: string): Promise<Browser & { readonly id: string }> {
  const person = browser()
  const reply = await person.asks('POST', of(board, '/join'), { secret: secretOf(url), name })
  expect(reply.status).toBe(200)
  return Object.assign(person, { id: meOf(reply).id })
}

const linksFor = async (board: MadeBoard, who: Browser) =>
  (await who.asks('GET', of(board, '/links'))).json['links'] as { id: string; role: Role; owner: boolean }[]

describe('owners', () => {
  test('whoever comes by the owner link is a facilitator and an owner, and nobody else is', async () => {
    const board = await make({ title: 'Ours' })
    expect(board.owner).toMatch(new RegExp(`^${running.address}/b/${board.board}#[\\w-]{22}$`))
    expect((await invitation(board, secretOf(board.owner))).json).toMatchObject({ role: 'facilitator', owner: true })
    expect((await invitation(board, secretOf(board.links.facilitator))).json).toMatchObject({ owner: false })
    const olga = await joined(board, board.owner, 'Olga')
    expect(meOf(await olga.asks('GET', of(board)))).toMatchObject({ role: 'facilitator', owner: true })
    const fred = await joined(board, board.links.facilitator, 'Fred')
    expect(meOf(await fred.asks('GET', of(board)))).toMatchObject({ role: 'facilitator', owner: false })
    // Who came by another link becomes an owner by theirs, and stays one by every other.
    await fred.asks('POST', of(board, '/join'), { secret: secretOf(board.owner), name: 'Fred' })
    await fred.asks('POST', of(board, '/join'), { secret: secretOf(board.links.observer), name: 'Fred' })
    expect(meOf(await fred.asks('GET', of(board)))).toMatchObject({ id: fred.id, role: 'facilitator', owner: true })
  })

  test('only owners see, replace or revoke owner links', async () => {
    const board = await make()
    const [olga, fred] = [
      await joined(board, board.owner, 'Olga'),
      await joined(board, board.links.facilitator, 'Fred'),
    ]
    const seen = await linksFor(board, olga)
    expect(seen.filter(each => each.owner)).toHaveLength(1)
    expect((await linksFor(board, fred)).map(each => each.owner)).toEqual([false, false, false, false])
    const path = of(board, `/links/${seen.find(each => each.owner)?.id}`)
    for (const [method, end] of [
      ['POST', '/rotate'],
      ['DELETE', ''],
      ['DELETE', '?people=keep'],
      ['PATCH', ''],
    ] as const)
      expect((await fred.asks(method, path + end, method === 'PATCH' ? { expiresAt: 1 } : undefined)).status).toBe(404)
    expect((await invitation(board, secretOf(board.owner))).status).toBe(200)
    const rotated = await olga.asks('POST', `${path}/rotate`)
    expect(rotated.json['link']).toMatchObject({ owner: true, role: 'facilitator' })
    expect(codeOf(await invitation(board, secretOf(board.owner)))).toBe('replaced')
    expect((await invitation(board, secretOf(String(rotated.json['url'])))).json).toMatchObject({ owner: true })
  })

  test('a facilitator neither demotes nor removes an owner, in no way', async () => {
    const board = await make()
    const fred = await joined(board, board.links.facilitator, 'Fred')
    const olga = await joined(board, board.links.facilitator, 'Olga')
    await olga.asks('POST', of(board, '/join'), { secret: secretOf(board.owner), name: 'Olga' })
    const path = of(board, `/people/${olga.id}`)
    expect((await fred.asks('PATCH', path, { role: 'observer' })).status).toBe(403)
    expect((await fred.asks('DELETE', path)).status).toBe(403)
    // Nor by the link that she first came by.
    const link = (await linksFor(board, fred)).find(each => each.role === 'facilitator')
    expect((await fred.asks('DELETE', of(board, `/links/${link?.id}`))).json).toEqual({ removed: 1 })
    expect(meOf(await olga.asks('GET', of(board)))).toMatchObject({ owner: true })
    expect((await fred.asks('GET', of(board))).status).toBe(404)
  })

  test('the last facilitator stays, owner or not; an owner who is made less is none any more', async () => {
    const board = await make()
    const olga = await joined(board, board.owner, 'Olga')
    const path = of(board, `/people/${olga.id}`)
    expect(codeOf(await olga.asks('PATCH', path, { role: 'participant' }))).toBe('lastFacilitator')
    expect(codeOf(await olga.asks('DELETE', path))).toBe('lastFacilitator')
    const own = (await linksFor(board, olga)).find(each => each.owner)
    expect(codeOf(await olga.asks('DELETE', of(board, `/links/${own?.id}`)))).toBe('lastFacilitator')
    await joined(board, board.links.facilitator, 'Fred')
    expect((await olga.asks('PATCH', path, { role: 'participant' })).json).toMatchObject({ owner: false })
    expect((await olga.asks('DELETE', of(board))).status).toBe(403)
  })
})

describe('personal links', () => {
  const personal = async (board: MadeBoard, who: Browser) => {
    const reply = await who.asks('POST', of(board, '/me/link'))
    expect(reply.status).toBe(201)
    return String(reply.json['url'])
  }

  test('on another device one is the same person, in the role of now', async () => {
    const board = await make()
    const ana = await joined(board, board.links.participant, 'Ana')
    const url = await personal(board, ana)
    const fred = await joined(board, board.links.facilitator, 'Fred')
    await fred.asks('PATCH', of(board, `/people/${ana.id}`), { role: 'commenter' })
    const reply = await invitation(board, secretOf(url))
    expect(reply.json).toMatchObject({ role: 'commenter', owner: false, personal: { id: ana.id, name: 'Ana' } })
    const phone = await joined(board, url, 'Ana')
    expect(phone.id).toBe(ana.id)
    expect(meOf(await phone.asks('GET', of(board)))).toMatchObject({ id: ana.id, role: 'commenter' })
    // Programs are that person too: no other one is made for them.
    const raw = rawWith(secretOf(url), 'Bot', { url: running.address, path: `${board.board}/canvas/main` })
    await raw.until('who I am', () => raw.notices.some(each => each.kind === 'welcome' && each.person === ana.id))
    raw.cut()
    expect(running.server.access.members(board.board).size).toBe(2)
  })

  test('a new one takes the place of the last, and no list shows it', async () => {
    const board = await make()
    const ana = await joined(board, board.links.facilitator, 'Ana')
    const [first, second] = [await personal(board, ana), await personal(board, ana)]
    expect(codeOf(await invitation(board, secretOf(first)))).toBe('replaced')
    expect((await invitation(board, secretOf(second))).status).toBe(200)
    expect(await linksFor(board, ana)).toHaveLength(4)
    // Else a facilitator could be anybody.
    const mine = running.server.storage.links(board.board).find(each => each.hash === hashOf(secretOf(second)))
    expect(mine?.kind).toBe('personal')
    expect((await ana.asks('POST', of(board, `/links/${mine?.id}/rotate`))).status).toBe(404)
  })

  test('[T30] that of a removed person opens nothing, by page, by secret or by socket', async () => {
    const board = await make()
    const eve = await joined(board, board.links.participant, 'Eve')
    const url = await personal(board, eve)
    const fred = await joined(board, board.links.facilitator, 'Fred')
    await fred.asks('DELETE', of(board, `/people/${eve.id}`))
    expect(codeOf(await invitation(board, secretOf(url)))).toBe('revoked')
    expect((await eve.asks('POST', of(board, '/join'), { secret: secretOf(url), name: 'Eve' })).status).toBe(410)
    const headers = { authorization: `Bearer ${secretOf(url)}` }
    expect(codeOf(await ask('GET', of(board), { headers }))).toBe('revoked')
    const raw = rawWith(secretOf(url), 'Eve', { url: running.address, path: `${board.board}/canvas/main` })
    expect(await raw.ended()).toBe(CLOSE.noSession)
  })

  test('[T1] that of another board opens nothing here; a script has none', async () => {
    const [board, other] = [await make(), await make()]
    const url = await personal(other, await joined(other, other.links.facilitator, 'Ana'))
    expect((await invitation(board, secretOf(url))).status).toBe(404)
    expect((await ask('POST', of(board, '/me/link'), { headers: bearer(board, 'participant') })).status).toBe(403)
    expect((await ask('POST', of(board, '/me/link'))).status).toBe(404)
  })
})

describe('codes', () => {
  const show = async (board: MadeBoard, who: Browser, code?: string) => {
    const reply = await who.asks('POST', of(board, '/code'), code === undefined ? {} : { code })
    expect(reply.status).toBe(200)
    return reply.json as unknown as { code: string; url: string; expiresAt: number; leaseMs: number }
  }
  const type = (code: string) => ask('POST', '/api/codes', { body: { code } })

  test('a code that is shown opens the board to participants, however it is typed', async () => {
    const board = await make()
    const fred = await joined(board, board.links.facilitator, 'Fred')
    const shown = await show(board, fred)
    expect(shown).toMatchObject({
      code: expect.stringMatching(/^[2-9A-Y]{6}$/),
      leaseMs: MINUTE,
      expiresAt: time + DAY_MS,
    })
    const typed = [shown.code, ` ${shown.code.slice(0, 3)}-${shown.code.slice(3).toLowerCase()} `]
    for (const each of [...typed, shown.code.replace(/8/g, 'b').replace(/5/g, 'S').replace(/2/g, 'z')])
      expect(await type(each)).toMatchObject({ status: 200, json: { board: board.board, secret: secretOf(shown.url) } })
    const ana = await joined(board, shown.url, 'Ana')
    expect(meOf(await ana.asks('GET', of(board)))).toMatchObject({ role: 'participant', owner: false })
    expect((await ana.asks('POST', of(board, '/code'), {})).status).toBe(403)
    expect((await ana.asks('DELETE', of(board, '/code'))).status).toBe(403)
    expect(await linksFor(board, fred), 'no list shows its link').toHaveLength(4)
  })

  test('it lives while it is renewed, and its link ten minutes more', async () => {
    const board = await make()
    const fred = await joined(board, board.links.facilitator, 'Fred')
    const shown = await show(board, fred)
    for (let i = 0; i < 60; i++) {
      time += 0.9 * MINUTE
      expect((await show(board, fred, shown.code)).code).toBe(shown.code)
    }
    expect((await type(shown.code)).status, 'an hour later').toBe(200)
    time += MINUTE + 1
    expect((await type(shown.code)).status).toBe(404)
    expect((await show(board, fred, shown.code)).code, 'another one').not.toBe(shown.code)
    time += 8 * MINUTE
    expect((await invitation(board, secretOf(shown.url))).status).toBe(200)
    time += 2 * MINUTE
    await expect.poll(async () => codeOf(await invitation(board, secretOf(shown.url))), SOON).toBe('expired')
  })

  test('it is over when it is ended, and after a day', async () => {
    const board = await make()
    const fred = await joined(board, board.links.facilitator, 'Fred')
    const first = await show(board, fred)
    expect((await fred.asks('DELETE', of(board, '/code'))).status).toBe(204)
    expect((await type(first.code)).status).toBe(404)
    expect((await invitation(board, secretOf(first.url))).status).toBe(200)
    time += 10 * MINUTE
    expect(codeOf(await invitation(board, secretOf(first.url)))).toBe('expired')
    const second = await show(board, fred)
    const end = time + DAY_MS
    while (time < end - 0.9 * MINUTE) {
      time += 0.9 * MINUTE
      running.server.codes.open(second.code, 'someone')
      expect((await running.server.codes.show(board.board)).code).toBe(second.code)
    }
    time = end
    expect((await type(second.code)).status).toBe(404)
  }, 120_000)

  test('two who show it at once show the same', async () => {
    const board = await make()
    const [fred, olga] = [await joined(board, board.links.facilitator, 'F'), await joined(board, board.owner, 'O')]
    const [one, two] = await Promise.all([show(board, fred), show(board, olga)])
    expect(one).toEqual(two)
    expect((await show(board, fred)).code).toBe(one.code)
  })

  test('[T1] after ten wrong codes an address has to wait, and a right one tells it nothing then', async () => {
    const board = await make()
    const { code } = await show(board, await joined(board, board.links.facilitator, 'Fred'))
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await type(`WRONG${i}`)).status)
    expect(statuses).toEqual([...Array<number>(10).fill(404), 429])
    expect(codeOf(await type(code))).toBe('tooMany')
    time += 6_000
    expect((await type(code)).status).toBe(200)
  })

  test('[T1] many addresses together are wrong 60 times a minute; those who are right are not counted', async () => {
    const board = await make()
    const { code } = await running.server.codes.show(board.board)
    const { codes } = running.server
    for (let i = 0; i < 200; i++) expect(codes.open(code, 'the hall')).toMatchObject({ board: board.board })
    const answers = Array.from({ length: 200 }, (_, i) => codes.open('WRONG', `10.0.0.${i}`))
    expect(answers.filter(each => each === 'unknown')).toHaveLength(60)
    expect(codes.open(code, 'another')).toBe('tooMany')
  })
})

describe('the end of a board', () => {
  test('[T1] participants, facilitators and strangers delete nothing and take nothing back', async () => {
    const board = await make()
    const [fred, ana] = [
      await joined(board, board.links.facilitator, 'Fred'),
      await joined(board, board.links.participant, 'Ana'),
    ]
    for (const [who, status] of [
      [fred, 403],
      [ana, 403],
      [browser(), 404],
    ] as const) {
      expect((await who.asks('DELETE', of(board))).status).toBe(status)
      expect((await who.asks('POST', of(board, '/undelete'), {})).status).toBe(status)
    }
    expect((await ask('DELETE', of(board), { headers: bearer(board, 'facilitator') })).status).toBe(403)
    const olga = await joined(board, board.owner, 'Olga')
    await olga.asks('DELETE', of(board))
    for (const [who, status] of [
      [fred, 403],
      [ana, 403],
      [browser(), 404],
    ] as const)
      expect((await who.asks('POST', of(board, '/undelete'), {})).status).toBe(status)
    const secret = secretOf(board.links.facilitator)
    expect((await ask('POST', of(board, '/undelete'), { body: { secret } })).status).toBe(403)
    expect((await ask('POST', of(board, '/undelete'), { body: { secret: 'guess' } })).status).toBe(404)
    expect(running.server.access.exists(board.board)).toBe(false)
  })

  test('everybody is out at once, and every door says so to those who had a key', async () => {
    const board = await make({ title: 'Ours' })
    const path = `${board.board}/canvas/main`
    const raw = rawWith(secretOf(board.links.participant), 'Ana', { url: running.address, path })
    await raw.synced()
    const [olga, ana] = [await joined(board, board.owner, 'Olga'), await joined(board, board.links.participant, 'Ana')]
    const { code } = (await olga.asks('POST', of(board, '/code'), {})).json
    const deleted = await olga.asks('DELETE', of(board))
    expect(deleted).toMatchObject({ status: 200, json: { deletedAt: time, goneAt: time + GRACE_MS } })
    expect(await raw.ended()).toBe(CLOSE.noBoard)
    expect(running.server.rooms.boards()).not.toContain(board.board)
    const goneAt = time + GRACE_MS
    const told = { error: { code: 'deleted', message: expect.any(String) as string }, goneAt }
    expect((await olga.asks('GET', of(board))).json).toEqual({ ...told, owner: true })
    expect((await ana.asks('GET', of(board))).json).toEqual({ ...told, owner: false })
    expect(await ana.asks('GET', of(board, '/canvases/main.md'))).toMatchObject({ status: 410, json: told })
    expect((await invitation(board, secretOf(board.owner))).json).toEqual({ ...told, owner: true })
    expect((await invitation(board, secretOf(board.links.observer))).json).toEqual({ ...told, owner: false })
    expect(await ask('GET', of(board), { headers: bearer(board, 'observer') })).toMatchObject({
      status: 410,
      json: told,
    })
    expect((await browser().asks('GET', of(board))).status).toBe(404)
    expect((await invitation(board, 'guess')).status).toBe(404)
    expect((await ask('POST', '/api/codes', { body: { code } })).status).toBe(404)
    const late = rawWith(secretOf(board.links.participant), 'Ana', { url: running.address, path })
    expect(await late.ended()).toBe(CLOSE.noSession)
  })

  test.each(['session', 'secret'])('an owner takes it back by their %s, as it was', async way => {
    const board = await make({ example: 'spotify' })
    const file = of(board, '/canvases/main.md')
    const before = await ask('GET', file, { headers: bearer(board, 'observer') })
    const olga = await joined(board, board.owner, 'Olga')
    await olga.asks('DELETE', of(board))
    time += GRACE_MS - MINUTE
    const who = way === 'session' ? olga : browser()
    const body = way === 'session' ? {} : { secret: secretOf(board.owner) }
    expect(await who.asks('POST', of(board, '/undelete'), body)).toMatchObject({
      status: 200,
      json: { board: board.board },
    })
    const after = await ask('GET', file, { headers: bearer(board, 'observer') })
    expect([after.status, after.text]).toEqual([200, before.text])
  })

  test('a week later it is gone, and nobody is told that it ever was', async () => {
    const [board, other] = [await make(), await make()]
    const olga = await joined(board, board.owner, 'Olga')
    await olga.asks('DELETE', of(board))
    time += GRACE_MS
    expect((await olga.asks('POST', of(board, '/undelete'), {})).status).toBe(404)
    expect((await olga.asks('GET', of(board))).status).toBe(404)
    expect((await invitation(board, secretOf(board.owner))).status).toBe(404)
    await expect.poll(() => running.server.storage.board(board.board), SOON).toBeUndefined()
    const { storage } = running.server
    expect([storage.links(board.board), storage.people(board.board), storage.documents(board.board)]).toEqual([
      [],
      [],
      [],
    ])
    expect(storage.documents(other.board)).toHaveLength(2)
  })

  test('[M8] of a purged board nothing can be read in any file of the data folder', async () => {
    const { next, remove } = scratch('purge')
    const folder = next()
    const server = await startInProcess({ storage: openSqlite(folder), now: () => time, lookMs: 20 })
    const filed = () => Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))))
    const board = await server.makeBoardByHttp({ markdown: '# MARKER title\n\n## Channels\n- MARKER note\n' })
    const { ask, browser } = askers(() => server.address)
    const olga = browser()
    await olga.asks('POST', of(board, '/join'), { secret: secretOf(board.owner), name: 'MARKER name' })
    const headers = { ...bearer(board, 'participant', 'MARKER script'), 'content-type': 'text/markdown' }
    await ask('PUT', of(board, '/canvases/main.md'), { text: '# Other\n', headers })
    await olga.asks('DELETE', of(board))
    expect([filed().includes('MARKER'), filed().includes(board.board)], 'it is there').toEqual([true, true])
    time += GRACE_MS
    await expect.poll(() => [filed().includes('MARKER'), filed().includes(board.board)], SOON).toEqual([false, false])
    await server.stop()
    remove()
  })

  test('[P5] who takes it back in the tick in which it would go keeps it, or is told that it is gone', async () => {
    const board = await make()
    const { rooms, storage } = running.server
    const deletedBy = time - 1
    await rooms.tick.write([{ kind: 'changeBoard', board: board.board, change: { deletedAt: deletedBy } }])
    const purge = () => rooms.tick.write([{ kind: 'purge', board: board.board, deletedBy }])
    const [back] = await Promise.all([undeleteBoard(board.board, running.server), purge()])
    expect([back, storage.documents(board.board).length]).toEqual([true, 2])
    await rooms.tick.write([{ kind: 'changeBoard', board: board.board, change: { deletedAt: deletedBy } }])
    const [, late] = await Promise.all([purge(), undeleteBoard(board.board, running.server)])
    expect([late, storage.documents(board.board).length]).toEqual([false, 0])
  })

  test('boards that nobody uses are deleted after as many days as the host says; a visit or a write keeps them', async () => {
    const [visited, written] = [await make(), await make()]
    // The last that a sweep comes to: once it is deleted, the others were passed over.
    time += 1
    const unused = await make()
    const { rooms, storage, access } = running.server
    await rooms.tick.write([{ kind: 'retention', days: 30 }])
    const ben = await joined(written, written.links.participant, 'Ben')
    time += 20 * DAY_MS
    await ask('GET', of(visited, '/canvases/main.md'), { headers: bearer(visited, 'observer') })
    await ben.asks('PATCH', of(written, `/people/${ben.id}`), { name: 'Benjamin' })
    time += 11 * DAY_MS
    await expect.poll(() => storage.board(unused.board)?.deletedAt, SOON).toBe(time)
    expect([access.exists(visited.board), access.exists(written.board)]).toEqual([true, true])
    expect(codeOf(await invitation(unused, secretOf(unused.owner)))).toBe('deleted')
    // Taken back it counts as used: the next sweep finds another one.
    await undeleteBoard(unused.board, running.server)
    const another = await make()
    await rooms.tick.write([{ kind: 'changeBoard', board: another.board, change: { usedAt: 0 } }])
    time += 2 * HOUR
    await expect.poll(() => access.exists(another.board), SOON).toBe(false)
    expect(access.exists(unused.board)).toBe(true)
    await rooms.tick.write([{ kind: 'retention', days: null }])
  })

  test('a board in which people are counts as used', async () => {
    const board = await make()
    const { rooms, storage } = running.server
    const raw = rawWith(secretOf(board.links.participant), 'Ana', {
      url: running.address,
      path: `${board.board}/canvas/main`,
    })
    await raw.synced()
    time += 3 * DAY_MS
    await expect.poll(() => time - (storage.board(board.board)?.usedAt ?? 0), SOON).toBeLessThan(DAY_MS)
    expect(rooms.isOpen(board.board)).toBe(true)
    raw.cut()
  })
})

describe('operators', () => {
  test('[T1] where the host named operators only their secret makes boards; a removed one opens nothing', async () => {
    const { storage, rooms } = running.server
    const creates = (secret?: string) =>
      ask('POST', '/api/boards', { body: {}, headers: secret ? { authorization: `Bearer ${secret}` } : {} })
    expect((await ask('GET', '/api/server')).json).toEqual({ newBoards: 'anyone' })
    const operator = { id: 'op', hash: hashOf('the secret of Ops'), label: 'Ops', createdAt: time }
    await rooms.tick.write([{ kind: 'operator', operator: { ...operator, hash: hashOf('secret-of-ops') } }])
    const before = storage.boards().length
    expect((await ask('GET', '/api/server')).json).toEqual({ newBoards: 'operator' })
    expect(codeOf(await creates())).toBe('operatorOnly')
    const guesses = []
    for (let i = 0; i < 11; i++) guesses.push((await creates(`guess-${i}`)).status)
    expect(guesses).toEqual([...Array<number>(10).fill(403), 429])
    expect(storage.boards()).toHaveLength(before)
    expect((await creates('secret-of-ops')).status).toBe(201)
    const other = { id: 'op2', hash: hashOf('another'), label: '', createdAt: time }
    await rooms.tick.write([
      { kind: 'endOperator', id: 'op' },
      { kind: 'operator', operator: other },
    ])
    time += 2 * MINUTE
    expect((await creates('secret-of-ops')).status).toBe(403)
    await rooms.tick.write([{ kind: 'endOperator', id: 'op2' }])
    expect((await creates()).status).toBe(201)
  })
})

test('a revoked or replaced link says so to who holds it; an expired one too', async () => {
  const board = await make()
  const fred = await joined(board, board.links.facilitator, 'Fred')
  const links = await linksFor(board, fred)
  const pathOf = (role: Role) => of(board, `/links/${links.find(each => each.role === role)?.id}`)
  await fred.asks('DELETE', pathOf('observer'))
  await fred.asks('POST', `${pathOf('commenter')}/rotate`)
  await fred.asks('PATCH', pathOf('participant'), { expiresAt: time })
  const told: Record<string, string> = { observer: 'revoked', commenter: 'replaced', participant: 'expired' }
  for (const role of ['observer', 'commenter', 'participant'] as const) {
    const reply = await invitation(board, secretOf(board.links[role]))
    expect([reply.status, codeOf(reply)]).toEqual([410, told[role]])
    expect(codeOf(await ask('GET', of(board), { headers: bearer(board, role) }))).toBe(told[role])
  }
})
