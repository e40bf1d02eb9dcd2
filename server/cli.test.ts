/** What may stand behind the name of the program, what is said to all else, and what a running server makes of it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askers, bearer } from '../e2e/support/asks.ts'
import type { InProcess } from '../e2e/support/in-process.ts'
import { startInProcess } from '../e2e/support/in-process.ts'
import { secretOf } from '../e2e/support/nonagon.ts'
import { rawWith } from '../e2e/support/raw.ts'
import { CLOSE } from '../shared/wire/messages.ts'
import { DAY_MS, GRACE_MS } from './access/days.ts'
import { parseCommand } from './cli.ts'
import { readConfig } from './config.ts'
import { databaseIn } from './storage/place.ts'
import { migrate, STEPS } from './storage/sqlite-schema.ts'
import { openSqlite } from './storage/sqlite.ts'

const SOON = { timeout: 10_000 }

let folder = ''
const ends: (() => unknown)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonagon-cli-'))
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  rmSync(folder, { recursive: true })
})

/** Runs a command on the folder; answers what it says. */
async function run(words: readonly string[], { now = Date.now() }: { readonly now?: number } = {}) {
  const read = readConfig({ DATA_DIR: folder, PUBLIC_URL: 'https://board.example' })
  const parsed = parseCommand(words)
  if (!read.ok || parsed.kind !== 'run') throw new Error(`This is no command: ${words.join(' ')}`)
  return parsed.command.run({ ...parsed.asked, config: read.config, now })
}

async function serving(): Promise<InProcess> {
  const server = await startInProcess({ storage: openSqlite(folder) })
  ends.push(() => server.stop())
  return server
}

describe('words', () => {
  test.each([[[]], [['serve']]])('%j is to serve', words => {
    expect(parseCommand(words)).toEqual({ kind: 'serve' })
  })

  test.each([
    [['backup', 'b.sqlite'], { args: ['b.sqlite'], options: {} }, false],
    [['restore', 'b.sqlite'], { args: ['b.sqlite'], options: {} }, false],
    [['boards', '--json'], { args: [], options: {} }, true],
    [['delete', 'b', '--now', '--yes'], { args: ['b'], options: { now: true, yes: true } }, false],
    [['undelete', '-9Dixxd1ykSy8yZr'], { args: ['-9Dixxd1ykSy8yZr'], options: {} }, false],
    [['operator', 'add', '--label', 'Our school'], { args: ['add'], options: { label: 'Our school' } }, false],
  ])('%j is understood', (words, asked, isJson) => {
    expect(parseCommand(words)).toMatchObject({ kind: 'run', asked, isJson })
  })

  test.each([
    [['--help'], 'nonagon [serve]'],
    [['-h'], 'nonagon operator'],
    [['serve', '--help'], 'Runs the server until'],
    [['backup', '--help'], 'nonagon backup <file>\n\nIt copies'],
    [['restore', 'x', '--help'], 'nonagon restore <file>\n\nIt puts'],
    [['delete', '--help'], 'nonagon delete <board> [--now --yes]'],
  ])('%j is answered with help', (words, said) => {
    expect(parseCommand(words)).toEqual({ kind: 'help', text: expect.stringContaining(said) as string })
  })

  test.each([
    [['server'], 'There is no command "server". See --help.'],
    [['constructor'], 'There is no command "constructor". See --help.'],
    [['--port', '80'], 'There is no command "80". See --help.'],
    [['--port=80'], 'The options --port=80 are not understood. See --help.'],
    [['backup', '--now', 'x'], 'The options --now are not understood. See --help.'],
    [['backup'], 'The command backup needs the name of one file. See --help.'],
    [['restore', 'a', 'b'], 'The command restore needs the name of one file. See --help.'],
    [['serve', 'me'], 'The command serve takes nothing more, not "me". See --help.'],
    [['boards', 'b'], 'The command boards takes nothing more, not "b". See --help.'],
    [['delete'], 'The command delete needs the id of one board. See --help.'],
  ])('%j is answered with a sentence', (words, problem) => {
    expect(parseCommand(words)).toEqual({ kind: 'wrong', problem })
  })
})

test.each([
  [['backup', '/b'], 'There is no database in'],
  [['restore', '/nowhere/at/all'], 'There is no file /nowhere/at/all.'],
  [['boards'], 'There is no database in'],
  [['undelete', 'b'], 'There is no database in'],
  [['retention'], 'There is no database in'],
  [['operator', 'list'], 'There is no database in'],
])('in a folder where no server ever ran %j says so, and makes nothing', async (words, said) => {
  await expect(run(words)).rejects.toThrow(said)
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  [['export', 'nothing'], 'There is no board nothing. The command boards lists all.'],
  [['delete', 'no\u001b[31m'], 'There is no board no [31m.'],
  [['retention', '0'], 'Say a number of days from 1 to 36500, or never, not "0".'],
  [['retention', '1.5'], 'not "1.5"'],
  [['operator', 'drop'], 'The command operator needs add, list, or remove with an id.'],
  [['operator', 'remove'], 'The command operator needs add, list, or remove with an id.'],
  [['operator', 'remove', 'x'], 'There is no operator x.'],
  [['links', 'x', '--role', 'king'], 'not "king"'],
])('%j is told what is wrong', async (words, said) => {
  openSqlite(folder).close()
  await expect(run(words)).rejects.toThrow(said)
})

describe('beside a server that runs', () => {
  test('boards lists what there is, and nothing of a title can steer a terminal', async () => {
    const server = await serving()
    expect((await run(['boards'])).text).toBe('There are no boards.')
    const one = await server.makeBoardByHttp({ example: 'spotify' })
    const two = await server.makeBoardByHttp({ title: 'Red \u001b[31m\u202e' })
    const { ask } = askers(() => server.address)
    await ask('GET', `/api/boards/${one.board}`, { headers: bearer(one, 'participant', 'Ana') })
    const { text, json } = await run(['boards'])
    const [heads, ...lines] = text.split('\n')
    expect(heads).toMatch(/^board +created +last used +people +notes +KiB +deleted +title$/)
    const today = new Date().toISOString().slice(0, 10)
    const notes = (json as { notes: number }[])[0]?.notes ?? 0
    expect(notes).toBeGreaterThan(20)
    expect(lines[0]).toMatch(new RegExp(`^${one.board} +${today} +${today} +1 +${notes} +\\d+ +Spotify`))
    expect(lines[1]).toMatch(new RegExp(`^${two.board} +${today} +${today} +0 +0 +1 +Red  \\[31m$`))
    expect(json).toMatchObject([
      { board: one.board, people: 1, deletedAt: null },
      { board: two.board, notes: 0 },
    ])
  })

  test('export gives what the API gives', async () => {
    const server = await serving()
    const board = await server.makeBoardByHttp({ example: 'airbnb' })
    const { ask } = askers(() => server.address)
    const from = (end: string) =>
      ask('GET', `/api/boards/${board.board}/canvases/main.${end}`, { headers: bearer(board, 'observer') })
    const markdown = await from('md')
    expect((await run(['export', board.board])).text).toBe(markdown.text)
    const file = join(folder, 'canvas.json')
    const said = await run(['export', board.board, file, '--format', 'json'])
    expect(said.text).toMatch(/^Wrote \d+ notes to /)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual((await from('json')).json)
    await expect(run(['export', board.board, folder])).rejects.toThrow('cannot be written')
    await expect(run(['export', board.board, '--format', 'pdf'])).rejects.toThrow('markdown or json, not "pdf"')
  })

  test('delete closes the board within seconds, undelete brings it back', async () => {
    const server = await serving()
    const board = await server.makeBoardByHttp({ title: 'Ours' })
    const path = `${board.board}/canvas/main`
    const raw = rawWith(secretOf(board.links.participant), 'Ana', { url: server.address, path })
    await raw.synced()
    raw.doc.getMap('about').set('title', 'Ours too')
    await raw.until('the receipt', () => raw.isSaved)
    const now = Date.now()
    expect(await run(['delete', board.board], { now })).toMatchObject({
      text: expect.stringMatching(
        /^The board \S+ \(Ours too\) is deleted\. Until \d{4}-\S+ \d\d:\d\d UTC it can be taken back\.$/,
      ),
      json: { deletedAt: now, goneAt: now + GRACE_MS },
    })
    expect(await raw.ended()).toBe(CLOSE.noBoard)
    expect((await run(['delete', board.board])).json).toMatchObject({ deletedAt: now })
    const { ask } = askers(() => server.address)
    const invitation = () =>
      ask('POST', `/api/boards/${board.board}/invitation`, { body: { secret: secretOf(board.owner) } })
    expect((await invitation()).json).toMatchObject({ error: { code: 'deleted' }, goneAt: now + GRACE_MS, owner: true })
    await expect(run(['links', board.board])).rejects.toThrow('is deleted. The command undelete takes it back.')
    expect((await run(['undelete', board.board])).text).toMatch(/is back\.$/)
    expect((await invitation()).json).toMatchObject({ title: 'Ours too' })
    expect((await run(['undelete', board.board])).text).toMatch(/was not deleted\.$/)
  })

  test('[M8] delete --now wants a word more, and then leaves nothing in any file', async () => {
    const server = await serving()
    const board = await server.makeBoardByHttp({ markdown: '# MARKER\n\n## Channels\n- MARKER\n' })
    const raw = rawWith(secretOf(board.links.participant), 'Ana', {
      url: server.address,
      path: `${board.board}/canvas/main`,
    })
    await raw.synced()
    await expect(run(['delete', board.board, '--now'])).rejects.toThrow('Say so with --now --yes.')
    expect(server.server.access.exists(board.board)).toBe(true)
    expect((await run(['delete', board.board, '--now', '--yes'])).text).toMatch(/is gone for good/)
    expect(await raw.ended()).toBe(CLOSE.noBoard)
    await expect.poll(() => [...server.server.rooms.boards()], SOON).toEqual([])
    expect(server.server.storage.board(board.board)).toBeUndefined()
    await server.stop()
    const files = readdirSync(folder).map(name => readFileSync(join(folder, name)))
    expect(Buffer.concat(files).includes('MARKER')).toBe(false)
  })

  test('operator secrets hold at once, and are kept as hashes', async () => {
    const server = await serving()
    const { ask } = askers(() => server.address)
    const makes = (secret = 'none') =>
      ask('POST', '/api/boards', { body: {}, headers: { authorization: `Bearer ${secret}` } })
    expect((await run(['operator', 'list'])).text).toBe('There are no operators: everybody may make boards.')
    const { text, json } = await run(['operator', 'add', '--label', 'Our school'])
    const { id, secret } = json as { id: string; secret: string }
    expect(text).toBe(`Only operators make boards now. The secret of this one, shown only here:\n  ${secret}`)
    expect([(await makes()).status, (await makes(secret)).status]).toEqual([403, 201])
    expect((await run(['operator', 'list'])).text).toMatch(
      new RegExp(`^operator +added +label\n${id} +\\d{4}-.* +Our school$`),
    )
    expect(JSON.stringify(server.server.storage.operators())).not.toContain(secret)
    expect((await run(['operator', 'remove', id])).text).toMatch(/^Removed\. There are no operators/)
    expect((await makes()).status).toBe(201)
  })

  test('links makes one for an owner, or for the role that was asked for', async () => {
    const server = await serving()
    const board = await server.makeBoardByHttp()
    const { ask } = askers(() => server.address)
    for (const [words, answer] of [
      [[], { role: 'facilitator', owner: true }],
      [['--role', 'observer'], { role: 'observer', owner: false }],
    ] as const) {
      const { text } = await run(['links', board.board, ...words])
      expect(text).toMatch(new RegExp(`^https://board\\.example/b/${board.board}#[\\w-]{22}$`))
      const body = { secret: secretOf(text) }
      expect((await ask('POST', `/api/boards/${board.board}/invitation`, { body })).json).toMatchObject(answer)
    }
  })
})

test('retention is said and changed, also before the first start', async () => {
  expect((await run(['retention', 'never'])).text).toBe('Boards are kept until somebody deletes them.')
  expect((await run(['retention', '1'])).text).toBe('Boards that nobody uses for more than 1 day are deleted.')
  expect(await run(['retention', '400'])).toMatchObject({ json: { days: 400 } })
  expect((await run(['retention'])).json).toEqual({ days: 400 })
  const server = await serving()
  const board = await server.makeBoardByHttp()
  expect(server.server.storage.retention()).toBe(400)
  await run(['retention', 'never'])
  expect(server.server.storage.retention()).toBeNull()
  await run(['delete', board.board], { now: Date.now() - 8 * DAY_MS })
  await server.stop()
  const later = await serving()
  await expect.poll(() => later.server.storage.boards(), SOON).toEqual([])
})

test('[P14] a folder of the release before is brought up to date, unless its server runs', async () => {
  const db = new DatabaseSync(databaseIn(folder))
  migrate(db, STEPS.slice(0, 1))
  db.exec("INSERT INTO boards VALUES ('b1', 'Bikes', 1, NULL)")
  db.close()
  const lock = new DatabaseSync(join(folder, 'nonagon.lock'))
  lock.exec('BEGIN EXCLUSIVE')
  await expect(run(['boards'])).rejects.toThrow('Another Nonagon is using this data folder.')
  lock.close()
  expect((await run(['boards'])).json).toMatchObject([{ board: 'b1', title: 'Bikes' }])
})

test('[P22] what is damaged is told in a sentence, and left to the server', async () => {
  writeFileSync(databaseIn(folder), 'My shopping list, not a database. '.repeat(200))
  await expect(run(['boards'])).rejects.toThrow(/is damaged and cannot be opened\. Restore a backup\./)
  expect(readdirSync(folder)).toEqual(['nonagon.sqlite'])
})
