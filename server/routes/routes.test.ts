/** The HTTP contract and the rules of coming in, against a server in this process. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InProcess } from '../../e2e/support/in-process.ts'
import { startInProcess } from '../../e2e/support/in-process.ts'
import type { MadeBoard } from '../../e2e/support/nonagon.ts'
import { secretOf } from '../../e2e/support/nonagon.ts'
import { rawWith } from '../../e2e/support/raw.ts'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { askers, bearer } from '../../e2e/support/asks.ts'
import { openApi } from './openapi.ts'

let running: InProcess
let time = Date.now()
beforeAll(async () => {
  running = await startInProcess({ now: () => time })
})
afterAll(() => running.stop())

const { ask, browser } = askers(() => running.address)
const make = (body?: Record<string, unknown>) => running.makeBoardByHttp(body)

describe('boards', () => {
  test('a board is made with four links, each of which opens it in its role', async () => {
    const board = await make({ title: 'Ours' })
    expect(Object.keys(board.links).sort()).toEqual(['commenter', 'facilitator', 'observer', 'participant'])
    for (const [role, link] of Object.entries(board.links)) {
      expect(link).toMatch(new RegExp(`^${running.address}/b/${board.board}#[\\w-]{22}$`))
      const reply = await ask('POST', `/api/boards/${board.board}/invitation`, { body: { secret: secretOf(link) } })
      expect(reply.json).toMatchObject({ title: 'Ours', role, member: null })
    }
  })

  test('example and Markdown come out as they went in', async () => {
    const board = await make({ example: 'spotify' })
    const file = await ask('GET', `/api/boards/${board.board}/canvases/main.md`, { headers: bearer(board, 'observer') })
    expect(file.text).toBe(SPOTIFY)
    expect(file.headers.get('content-type')).toMatch(/^text\/markdown/)
  })

  test('what is no canvas is refused with the line, and nothing is made', async () => {
    const before = running.server.storage.boards().length
    const reply = await ask('POST', '/api/boards', { body: { markdown: '# A\n\n## No such block\n- x' } })
    expect(reply.status).toBe(422)
    expect(reply.json['error']).toMatchObject({ code: 'notACanvas', message: expect.stringContaining('Line 3') })
    expect(running.server.storage.boards()).toHaveLength(before)
  })

  test('[B5] the bin tells what was deleted, when and by whom', async () => {
    const board = await make({ markdown: '# A\n\n## Channels\n- Shop\n- Fair\n' })
    const headers = bearer(board, 'participant', 'Ana')
    const bin = `/api/boards/${board.board}/canvases/main/bin`
    expect(await ask('GET', bin, { headers })).toMatchObject({ status: 200, json: { binned: [] } })
    await ask('PUT', `/api/boards/${board.board}/canvases/main.md`, {
      text: '# A\n\n## Channels\n- Shop\n',
      headers: { ...headers, 'content-type': 'text/markdown' },
    })
    const { json } = await ask('GET', `/api/boards/${board.board}`, { headers })
    const { id: person } = json['me'] as { id: string }
    const seen = await ask('GET', bin, { headers: bearer(board, 'observer') })
    expect(seen.json['binned']).toEqual([{ record: expect.stringMatching(/^notes\//), at: time, person }])
    expect((await ask('GET', bin)).status).toBe(404)
  })

  test('PUT replaces by one change, keeps a version, and putBack brings it back once however often it is sent', async () => {
    const board = await make({ example: 'spotify' })
    const headers = bearer(board, 'participant')
    const put = await ask('PUT', `/api/boards/${board.board}/canvases/main.md`, {
      text: '# Other\n\n## Channels\n- Shop\n',
      headers: { ...headers, 'content-type': 'text/markdown' },
    })
    expect(put).toMatchObject({ status: 200, json: { notes: 1 } })
    const other = await ask('GET', `/api/boards/${board.board}/canvases/main.md`, { headers })
    expect(other.text).toContain('- Shop')
    expect(other.text).not.toContain('Record labels')
    const { json } = await ask('GET', `/api/boards/${board.board}/versions`, { headers })
    const [version] = json['versions'] as { id: string }[]
    const command = { id: 'once', command: 'putBack', version: version?.id }
    const first = await ask('POST', `/api/boards/${board.board}/commands`, { body: command, headers })
    const again = await ask('POST', `/api/boards/${board.board}/commands`, { body: command, headers })
    expect(first.status).toBe(200)
    expect(again.json).toEqual(first.json)
    const back = await ask('GET', `/api/boards/${board.board}/canvases/main.md`, { headers })
    expect(back.text).toBe(SPOTIFY)
  })

  test('a PUT of the same Markdown changes nothing: notes keep their ids', async () => {
    const board = await make({ example: 'airbnb' })
    const headers = bearer(board, 'participant')
    const file = `/api/boards/${board.board}/canvases/main`
    const before = await ask('GET', `${file}.json`, { headers })
    const { text } = await ask('GET', `${file}.md`, { headers })
    await ask('PUT', `${file}.md`, { text, headers: { ...headers, 'content-type': 'text/markdown' } })
    expect((await ask('GET', `${file}.json`, { headers })).json).toEqual(before.json)
  })

  test('JSON goes round', async () => {
    const board = await make({ example: 'spotify' })
    const { json } = await ask('GET', `/api/boards/${board.board}/canvases/main.json`, {
      headers: bearer(board, 'observer'),
    })
    const copy = await make({ json })
    const again = await ask('GET', `/api/boards/${copy.board}/canvases/main.json`, {
      headers: bearer(copy, 'observer'),
    })
    expect(again.json).toEqual(json)
  })

  test('[P16] observers and commenters read but do not replace', async () => {
    const board = await make({ example: 'spotify' })
    for (const role of ['observer', 'commenter'] as const) {
      const reply = await ask('PUT', `/api/boards/${board.board}/canvases/main.md`, {
        text: '# X\n',
        headers: { ...bearer(board, role), 'content-type': 'text/markdown' },
      })
      expect(reply.status).toBe(403)
    }
    const file = await ask('GET', `/api/boards/${board.board}/canvases/main.md`, { headers: bearer(board, 'observer') })
    expect(file.text).toBe(SPOTIFY)
  })

  test('10 MB are too much, with a sentence', async () => {
    const board = await make()
    const reply = await ask('PUT', `/api/boards/${board.board}/canvases/main.md`, {
      text: 'x'.repeat(10_000_000),
      headers: { ...bearer(board, 'participant'), 'content-type': 'text/markdown' },
    })
    expect(reply.status).toBe(413)
    expect(reply.json['error']).toMatchObject({ code: 'tooBig' })
  })
})

describe('guests', () => {
  test('[B1] one field and in; the same person after a reload, renamed by joining again', async () => {
    const board = await make()
    const ana = browser()
    const first = await ana.joins(board, 'participant', '  Ana  ')
    expect(first.json['person']).toMatchObject({ name: 'Ana', role: 'participant', color: 'jade' })
    const me = await ana.asks('GET', `/api/boards/${board.board}`)
    expect(me.json['me']).toEqual(first.json['person'])
    // Each visit renews the cookie, so that who comes often is never forgotten.
    expect(me.headers.get('set-cookie')).toContain('Max-Age')
    const again = await ana.joins(board, 'participant', 'Ana K')
    expect(again.json['person']).toMatchObject({ id: (first.json['person'] as { id: string }).id, name: 'Ana K' })
  })

  test('two links of one board in one browser: the higher role', async () => {
    const board = await make()
    const ana = browser()
    await ana.joins(board, 'facilitator', 'Ana')
    expect((await ana.joins(board, 'observer', 'Ana')).json['person']).toMatchObject({ role: 'facilitator' })
  })

  test('the cookie cannot be read by a page and does not travel to other sites', async () => {
    const board = await make()
    const reply = await browser().joins(board, 'participant', 'Ana')
    const cookie = reply.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toMatch(/Secure/)
  })

  test('behind https the cookie is bound to the host', async () => {
    const server = await startInProcess({ env: { PUBLIC_URL: 'https://board.example' } })
    const made = await server.makeBoardByHttp()
    expect(made.links.observer).toMatch(/^https:\/\/board\.example\/b\//)
    const response = await fetch(`${server.local}/api/boards/${made.board}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://board.example' },
      body: JSON.stringify({ secret: secretOf(made.links.participant), name: 'Ana' }),
    })
    expect(response.headers.get('set-cookie')).toMatch(/^__Host-nonagon=.*; Secure/)
    await server.stop()
  })

  test("[T1] unknown board, wrong secret and another board's link get the same answer", async () => {
    const [board, other] = [await make(), await make()]
    const answers = await Promise.all([
      ask('POST', '/api/boards/nothing/invitation', { body: { secret: 'x' } }),
      ask('POST', `/api/boards/${board.board}/invitation`, { body: { secret: 'wrong' } }),
      ask('POST', `/api/boards/${board.board}/invitation`, { body: { secret: secretOf(other.links.observer) } }),
      ask('GET', `/api/boards/${board.board}`),
      ask('GET', '/api/boards/nothing'),
    ])
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([404, answers[0]?.text])
    time += 120_000
  })

  test('[T1] guessing is hopeless: after ten wrong links an address has to wait', async () => {
    const board = await make()
    const statuses: number[] = []
    for (let i = 0; i < 12; i++)
      statuses.push(
        (await ask('POST', `/api/boards/${board.board}/join`, { body: { secret: `wrong${i}`, name: 'Eve' } })).status,
      )
    expect(statuses).toEqual([...Array<number>(10).fill(404), 429, 429])
    const right = await ask('POST', `/api/boards/${board.board}/invitation`, {
      body: { secret: secretOf(board.links.observer) },
    })
    expect(right.status).toBe(200)
    time += 120_000
  })

  test('[T31] another site can neither post a form nor fetch', async () => {
    const board = await make()
    const body = { secret: secretOf(board.links.participant), name: 'Eve' }
    const foreign = await ask('POST', `/api/boards/${board.board}/join`, {
      body,
      headers: { origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
    const form = await ask('POST', `/api/boards/${board.board}/join`, {
      text: 'secret=x&name=Eve',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(form.status).toBe(415)
    const site = await ask('POST', `/api/boards/${board.board}/join`, {
      body,
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(site.status).toBe(403)
  })

  test('[T7] compressed bodies are not inflated', async () => {
    const reply = await ask('POST', '/api/boards', { body: {}, headers: { 'content-encoding': 'gzip' } })
    expect(reply.status).toBe(415)
  })
})

describe('changes reach open connections', () => {
  const comes = (board: MadeBoard, role: Role, name: string) =>
    rawWith(secretOf(board.links[role]), name, { url: running.address, path: `${board.board}/canvas/main` })
  const people = async (board: MadeBoard) =>
    (await ask('GET', `/api/boards/${board.board}/people`, { headers: bearer(board, 'facilitator', 'Chair') })).json[
      'people'
    ] as {
      id: string
      name: string
      here: boolean
    }[]

  test('[T30] a removed person is out at once, and stays out with what they had', async () => {
    const board = await make()
    const eve = comes(board, 'participant', 'Eve')
    await eve.synced()
    const known = (await people(board)).find(person => person.name === 'Eve')
    expect(known?.here).toBe(true)
    const reply = await ask('DELETE', `/api/boards/${board.board}/people/${known?.id}`, {
      headers: bearer(board, 'facilitator', 'Chair'),
    })
    expect(reply.status).toBe(204)
    expect(await eve.ended()).toBe(CLOSE.removed)
    const again = comes(board, 'participant', 'Eve')
    expect(await again.ended()).toBe(CLOSE.noSession)
  })

  test('a revoked link takes its people along, a rotated one does not', async () => {
    const board = await make()
    const [ana, ben] = [comes(board, 'participant', 'Ana'), comes(board, 'commenter', 'Ben')]
    await Promise.all([ana.synced(), ben.synced()])
    const headers = bearer(board, 'facilitator', 'Chair')
    const { json } = await ask('GET', `/api/boards/${board.board}/links`, { headers })
    const idOf = (role: Role) => (json['links'] as { id: string; role: Role }[]).find(each => each.role === role)?.id
    const rotated = await ask('POST', `/api/boards/${board.board}/links/${idOf('commenter')}/rotate`, { headers })
    expect(rotated.json['url']).toMatch(/#[\w-]{22}$/)
    const revoked = await ask('DELETE', `/api/boards/${board.board}/links/${idOf('participant')}`, { headers })
    expect(revoked.json).toEqual({ removed: 1 })
    expect(await ana.ended()).toBe(CLOSE.removed)
    expect(ben.closed).toBeUndefined()
    ben.cut()
  })

  test('a changed role is told, and judged from the next frames on', async () => {
    const board = await make()
    const ana = comes(board, 'observer', 'Ana')
    await ana.synced()
    const known = (await people(board)).find(person => person.name === 'Ana')
    await ask('PATCH', `/api/boards/${board.board}/people/${known?.id}`, {
      body: { role: 'participant' },
      headers: bearer(board, 'facilitator', 'Chair'),
    })
    await ana.until('the notice', () =>
      ana.notices.some(notice => notice.kind === 'role' && notice.role === 'participant'),
    )
    ana.doc.getMap('about').set('title', 'Mine')
    await ana.until('the receipt', () => ana.isSaved)
    expect(ana.closed).toBeUndefined()
    ana.cut()
  })

  test('nobody but a facilitator changes others, and the last facilitator stays', async () => {
    const board = await make()
    const ana = browser()
    const me = (await ana.joins(board, 'facilitator', 'Ana')).json['person'] as { id: string }
    const ben = browser()
    await ben.joins(board, 'participant', 'Ben')
    const path = `/api/boards/${board.board}/people/${me.id}`
    expect((await ben.asks('PATCH', path, { name: 'X' })).status).toBe(403)
    expect((await ben.asks('DELETE', path)).status).toBe(403)
    expect((await ana.asks('PATCH', path, { role: 'observer' })).status).toBe(409)
    expect((await ana.asks('DELETE', path)).status).toBe(409)
    // Nor do two facilitators go together with the link that they came by.
    await browser().joins(board, 'facilitator', 'Mei')
    const links = (await ana.asks('GET', `/api/boards/${board.board}/links`)).json['links'] as {
      id: string
      role: Role
    }[]
    const own = links.find(each => each.role === 'facilitator')
    expect((await ana.asks('DELETE', `/api/boards/${board.board}/links/${own?.id}`)).status).toBe(409)
    expect((await ana.asks('DELETE', `/api/boards/${board.board}/links/${own?.id}?people=keep`)).status).toBe(200)
  })
})

describe('the doors that programs use', () => {
  test('health, readiness and metrics', async () => {
    expect(await ask('GET', '/healthz')).toMatchObject({ status: 200, json: { status: 'ok' } })
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } })
    expect((await ask('GET', '/metrics')).text).toContain('commit_seconds_bucket')
  })

  test('every answer carries the security headers', async () => {
    const { headers } = await ask('GET', '/healthz')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('errors are JSON with a code and a sentence', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['POST', '/api/boards/x/join'],
      ['DELETE', '/api/boards/x/people/y'],
    ] as const) {
      const { json, status } = await ask(method, path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(json).toEqual({ error: { code: expect.stringMatching(/^\w+$/), message: expect.stringMatching(/\.$/) } })
    }
  })

  test('a ticket not used within a minute opens nothing', async () => {
    const board = await make()
    const { json } = await ask('POST', `/api/boards/${board.board}/ticket`, { headers: bearer(board, 'participant') })
    time += 61_000
    const late = rawWith('', 'Late', {
      url: running.address,
      path: `${board.board}/canvas/main`,
      query: { ticket: String(json['ticket']) },
    })
    expect(await late.ended()).toBe(CLOSE.noSession)
  })

  test('the written OpenAPI file is what the table of routes says', () => {
    const written = readFileSync(new URL('../openapi.json', import.meta.url), 'utf8')
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(openApi())))
  })
})
