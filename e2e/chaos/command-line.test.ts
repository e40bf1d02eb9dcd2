/** The built server in a terminal: its commands, and one sentence for whatever a host can get wrong. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { databaseIn } from '../../server/storage/place.ts'
import { scratch } from '../../server/storage/scratch.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { askers } from '../support/asks.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import { rawWith } from '../support/raw.ts'

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))
const { next: newPath, remove } = scratch('command-line')
afterAll(remove)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built server to its end. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: newPath(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()))
  const code = await new Promise<number | null>(resolve => child.once('close', resolve))
  return { code, ...said }
}

const serving = async (dataDir: string): Promise<Nonagon> => {
  const nonagon = new Nonagon({ dataDir })
  ends.push(() => nonagon.dispose())
  return nonagon.start()
}

/** One sentence on one line, and nothing of the machinery. */
const SENTENCE = /^[A-Z"/][^\n]*\.(?: [A-Z][^\n]*\.)?\n$/

describe.concurrent('what cannot be', () => {
  test.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ['a command that there is not', ['server'], {}, /no command "server"/],
    ['a port that is none', [], { PORT: 'http' }, /^PORT must be a whole number from 0 to 65535, not "http"/],
    ['a host that is not here', [], { HOST: '192.0.2.1' }, /^HOST is 192\.0\.2\.1/],
    ['an address that is none', [], { PUBLIC_URL: 'board.example' }, /^PUBLIC_URL must be an address/],
    ['a folder that cannot be made', [], { DATA_DIR: join(MAIN, 'data') }, /cannot be written/],
    ['nothing to back up', ['backup', newPath()], {}, /no database/],
    ['a backup of something else', ['restore', MAIN], {}, /no backup of Nonagon/],
  ])('%s: one sentence, and 1', async (_what, args, env, said) => {
    const { code, out, err } = await run(args, env)
    expect(err).toMatch(SENTENCE)
    expect(err).toMatch(said)
    expect({ code, out }).toEqual({ code: 1, out: '' })
  })

  test('a port that another program has: one sentence, and 1', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { code, err } = await run([], { PORT: String(port) })
    other.close()
    expect(err).toMatch(SENTENCE)
    expect(err).toContain(`Port ${port} is taken by another program.`)
    expect(code).toBe(1)
  })

  test('a file that is no database: one sentence, and 1, and the file is as it was', async () => {
    const folder = newPath()
    mkdirSync(folder)
    writeFileSync(databaseIn(folder), 'My shopping list, not a database. '.repeat(200))
    const { code, err } = await run([], { DATA_DIR: folder })
    expect(err).toMatch(SENTENCE)
    expect(err).toMatch(/is damaged and cannot be opened\. Restore a backup\./)
    expect(code).toBe(1)
    expect(readFileSync(databaseIn(folder), 'utf8')).toMatch(/^My shopping list/)
  })

  test('help is no mistake', async () => {
    const [all, one] = [await run(['--help']), await run(['backup', '--help'])]
    expect(all).toMatchObject({ code: 0, err: '', out: expect.stringContaining('nonagon restore') })
    expect(one).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^nonagon backup <file>\n/) })
  })
})

test('a folder that another server uses: one sentence, and 1, for serving and for restoring', async () => {
  const { dataDir } = await serving(newPath())
  const copy = newPath()
  expect(await run(['backup', copy], { DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  for (const args of [[], ['restore', copy]])
    expect(await run(args, { DATA_DIR: dataDir })).toEqual({
      code: 1,
      out: '',
      err: 'Another Nonagon is using this data folder.\n',
    })
  expect(await run(['backup', databaseIn(dataDir)], { DATA_DIR: dataDir })).toMatchObject({ code: 1 })
})

test('beside a server that runs a host lists, exports, deletes and says who makes boards', async () => {
  const nonagon = await serving(newPath())
  const env = { DATA_DIR: nonagon.dataDir }
  const { ask } = askers(() => nonagon.url)
  const made = await nonagon.makeBoard({ example: 'airbnb', title: 'Ours' })
  const said = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await run(args, env)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    return out
  }
  expect(await said('boards')).toMatch(new RegExp(`^board .*\n(.*\n)*${made.board} .* Ours\n$`))
  const [, listed] = JSON.parse(await said('boards', '--json')) as { board: string; title: string }[]
  expect(listed).toMatchObject({ board: made.board, title: 'Ours', deletedAt: null })
  const headers = { authorization: `Bearer ${secretOf(made.links.observer)}` }
  const fromApi = await ask('GET', `/api/boards/${made.board}/canvases/main.md`, { headers })
  expect(await said('export', made.board)).toBe(fromApi.text)

  const secret = (await said('operator', 'add', '--label', 'Our school')).split('\n')[1]?.trim() ?? ''
  const makes = (headers: Record<string, string> = {}) => ask('POST', '/api/boards', { body: {}, headers })
  expect((await makes()).json).toMatchObject({ error: { code: 'operatorOnly' } })
  expect((await makes({ authorization: `Bearer ${secret}` })).status).toBe(201)

  const raw = rawWith(secretOf(made.links.participant), 'Ana', { url: nonagon.url, path: `${made.board}/canvas/main` })
  await raw.synced()
  expect(await said('delete', made.board)).toMatch(
    /^The board \S+ \(Ours\) is deleted\. Until .* it can be taken back\.\n$/,
  )
  expect(await raw.ended()).toBe(CLOSE.noBoard)
  const gone = await ask('GET', `/api/boards/${made.board}/canvases/main.md`, { headers })
  expect(gone).toMatchObject({ status: 410, json: { error: { code: 'deleted' }, owner: false } })
  await said('undelete', made.board)
  expect((await ask('GET', `/api/boards/${made.board}/canvases/main.md`, { headers })).text).toBe(fromApi.text)

  for (const args of [
    ['delete', made.board, '--now'],
    ['undelete', 'nothing'],
    ['retention', 'soon'],
  ]) {
    const { code, out, err } = await run(args, env)
    expect(err).toMatch(SENTENCE)
    expect({ code, out }).toEqual({ code: 1, out: '' })
  }
  await said('delete', made.board, '--now', '--yes')
  await nonagon.end()
  const files = readdirSync(nonagon.dataDir).map(name => readFileSync(join(nonagon.dataDir, name)))
  expect(Buffer.concat(files).includes(made.board)).toBe(false)
})

describe('[P22] a damaged database', () => {
  const markdownOf = async (nonagon: Nonagon, { board, links }: MadeBoard): Promise<string> => {
    const headers = { authorization: `Bearer ${secretOf(links.observer)}` }
    return (await fetch(`${nonagon.url}/api/boards/${board}/canvases/main.md`, { headers })).text()
  }

  test('a row that cannot be believed: the server starts, puts it aside, says so, and the rest is open', async () => {
    const dataDir = newPath()
    const nonagon = await serving(dataDir)
    const [hurt, whole] = [
      await nonagon.makeBoard({ example: 'airbnb' }),
      await nonagon.makeBoard({ example: 'spotify' }),
    ]
    await nonagon.end()
    const db = new DatabaseSync(databaseIn(dataDir))
    const document = `SELECT id FROM docs WHERE name = '${hurt.board}/canvas/main'`
    db.exec(
      `UPDATE updates SET data = x'66' WHERE doc = (${document}); UPDATE snapshots SET data = x'66' WHERE doc = (${document})`,
    )
    db.close()
    await nonagon.start()
    expect(await markdownOf(nonagon, whole)).toContain('Spotify')
    await markdownOf(nonagon, hurt)
    expect(nonagon.output).toContain(
      `${hurt.board}/canvas/main is damaged: a part of it cannot be read and was put aside.`,
    )
    expect(nonagon.output).not.toContain(`${whole.board}/canvas/main is damaged`)
  })

  test('broken pages: the server starts on what can be read, and says where the rest lies', async () => {
    const dataDir = newPath()
    const nonagon = await serving(dataDir)
    const made = await nonagon.makeBoard({ example: 'airbnb' })
    await nonagon.end()
    const db = new DatabaseSync(databaseIn(dataDir))
    const page = Number(
      db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_boards_1'").get()?.['rootpage'],
    )
    db.close()
    const content = readFileSync(databaseIn(dataDir))
    content.fill(0xff, (page - 1) * 4096, page * 4096)
    writeFileSync(databaseIn(dataDir), content)
    await nonagon.start()
    expect(await markdownOf(nonagon, made)).toContain('Airbnb')
    expect(nonagon.output).toContain('The database is damaged. What can be read of it goes on in a fresh file;')
    expect(readdirSync(dataDir)).toContain('nonagon.sqlite.damaged')
  })
})

test('[P6] told to stop, the shell of `npm start` ends alone: the server notices and stops as well', async () => {
  const dataDir = newPath()
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${MAIN}"; exit`], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let isOver = false
  // Only when both have let go of the pipe.
  const over = once(shell, 'close').then(() => (isOver = true))
  ends.push(() => isOver || process.kill(-(shell.pid ?? 0), 'SIGKILL'))
  await new Promise<void>(resolve =>
    shell.stdout.on('data', (bytes: Buffer) => bytes.toString().includes('Nonagon is at') && resolve()),
  )
  shell.kill('SIGTERM')
  await over
  await serving(dataDir)
})

test('[P7] a backup under load holds all that was acknowledged before it began; once restored it is a new life', async () => {
  const nonagon = await serving(newPath())
  const made = await nonagon.makeBoard()
  const path = `${made.board}/canvas/main`
  const secret = secretOf(made.links.participant)
  const raw = rawWith(secret, 'Ana', { url: nonagon.url, path })
  await raw.synced()
  const canvas = openCanvas(raw.doc)
  let count = 0
  const timer = setInterval(() => {
    const note = {
      id: `n${++count}`,
      place: ['channels', 0, 0, 1] as const,
      text: `Note ${count}`,
      color: 'straw' as const,
      author: '',
    }
    change(canvas, 'me', () => addNote(canvas, note))
  }, 20)
  ends.push(() => clearInterval(timer))
  await raw.until('fifty notes', () => (raw.receipts.at(-1)?.count ?? 0) > 50)
  // The step2 of the beginning was counted too.
  const acknowledged = (raw.receipts.at(-1)?.count ?? 1) - 1
  const file = newPath()
  const backup = await run(['backup', file], { DATA_DIR: nonagon.dataDir })
  expect(backup).toMatchObject({ code: 0, err: '' })
  expect(backup.out).toMatch(/^Backed up to \S+: 2 boards with 4 documents, \d+ KiB\.\n$/)
  await pause(100)
  clearInterval(timer)
  await raw.saved()
  const epoch = String(raw.receipts.at(-1)?.epoch)
  await nonagon.end()

  const restored = await run(['restore', file], { DATA_DIR: nonagon.dataDir })
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toMatch(
    /^Restored from \S+: 2 boards .* What was there before is kept as \S+\.replaced-\S+\.\n$/,
  )
  await nonagon.start()
  const old = rawWith(secret, 'Ana', { url: nonagon.url, path, query: { epoch } })
  expect(await old.ended()).toBe(CLOSE.otherEpoch)
  expect(old.received).toEqual([])
  const fresh = rawWith(secret, 'Ana', { url: nonagon.url, path })
  await fresh.synced()
  const there = new Set(
    openCanvas(fresh.doc)
      .notes.all()
      .map(({ id }) => id),
  )
  expect(Array.from({ length: acknowledged }, (_, i) => `n${i + 1}`).filter(id => !there.has(id))).toEqual([])
  expect(there.size, 'it went back').toBeLessThan(count)
  await fresh.until('a receipt', () => fresh.receipts.length > 0)
  expect(fresh.receipts[0]?.epoch).toBeGreaterThan(Number(epoch))
  fresh.cut()
})
