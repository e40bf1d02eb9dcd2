/** The package: packed from a fresh clone, installed into an empty folder without a network, and run by its command. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { bareEnv, checkOut, temporaryFolder } from './checkout.ts'
import { runs } from './runs.ts'
import { skipIf } from './why.ts'

const folder = temporaryFolder('package')
const [clone, home, empty] = [join(folder, 'clone'), join(folder, 'home'), join(folder, 'empty')]
const INSTALLED = join(empty, 'node_modules/nonagon')
const COMMAND = join(INSTALLED, 'scripts/nonagon.mjs')
const env = bareEnv(home)
const npm = (...args: string[]): string =>
  execFileSync('npm', args, { cwd: empty, env, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => {
  for (const each of [home, empty]) mkdirSync(each)
  checkOut(clone)
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: clone, env, stdio: 'pipe' })
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz')) ?? ''
  npm('install', join(folder, tarball), '--prefix', empty, '--omit=dev', '--offline', '--no-audit', '--no-fund')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what is installed', () => {
  test('is one package, built while it was packed', () => {
    expect(readdirSync(join(empty, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['nonagon'])
    expect(existsSync(join(INSTALLED, 'dist/server/main.js'))).toBe(true)
  })

  test('holds what runs and what has to be said, and nothing else', () => {
    const installed = readdirSync(INSTALLED, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(INSTALLED.length + 1))
    const other = installed.filter(
      path => !/^dist\/client\/assets\/[\w.-]+\.(js|css|woff2|svg|png|webp)(\.gz)?$/.test(path),
    )
    expect(other.filter(path => !path.startsWith('dist/client/')).sort()).toEqual(
      ['LICENSE', 'README.md', 'dist/server/main.js', 'package.json', 'scripts/nonagon.mjs'].sort(),
    )
    expect(other).toContain('dist/client/index.html')
    expect(installed.filter(path => /\.(ts|map|sqlite)$|\.test\./.test(path))).toEqual([])
  })
})

/** What a visitor does; answers with a line that stays open. */
async function looksAround(url: string, board: MadeBoard): Promise<Raw> {
  const page = await fetch(board.links.participant)
  expect(page.status).toBe(200)
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? ''
  expect((await fetch(`${url}${script}`)).headers.get('content-type')).toContain('javascript')
  const raw = rawWith(secretOf(board.links.participant), 'Ana', { url, path: `${board.board}/canvas/main` })
  await raw.synced()
  return raw
}

describe('the command', () => {
  test('serves by npx and by its own name, keeps boards in ./data, and says goodbye', async () => {
    const options = { cwd: empty, env: { ...env, PORT: '0' } }
    // --no: a command that was not installed is not fetched from anywhere.
    const first = await runs(['npx', '--no', 'nonagon'], options)
    let board: MadeBoard
    try {
      const made = await fetch(`${first.url}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ example: 'spotify' }),
      })
      board = (await made.json()) as MadeBoard
      const raw = await looksAround(first.url, board)
      const [code] = await Promise.all([raw.ended(), first.end('SIGINT')])
      expect(code).toBe(CLOSE.restart)
    } finally {
      await first.end('SIGKILL')
    }
    expect(readdirSync(join(empty, 'data'))).toContain('nonagon.sqlite')

    const second = await runs([join(empty, 'node_modules/.bin/nonagon')], options)
    try {
      const again = Object.entries(board.links).map(([role, link]) => [role, link.replace(first.url, second.url)])
      const raw = await looksAround(second.url, { ...board, links: Object.fromEntries(again) as MadeBoard['links'] })
      const [code, exit] = await Promise.all([raw.ended(), second.end('SIGTERM')])
      expect([code, exit]).toEqual([CLOSE.restart, 0])
    } finally {
      await second.end('SIGKILL')
    }
    expect(first.output() + second.output()).not.toMatch(/warning|deprecated/i)
  })

  test('explains itself', () => {
    expect(npm('exec', '--no', '--', 'nonagon', '--help')).toMatch(/^Nonagon, .*\n[^]*backup[^]*restore/)
  })

  test('has no __proto__ on its objects, as with node --disable-proto=delete', () => {
    const probe = `process.on('exit', () => console.log('proto' + typeof ({}).__proto__))`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, COMMAND, '--help']
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toContain('protoundefined')
  })
})

describe('an older Node', () => {
  const SENTENCE = /^Nonagon needs Node 22\.13 or newer and this is [\d.]+: .*nodejs\.org.*\n$/

  const isOld = (file: string): boolean => {
    const [major = 0, minor = 0] = (spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? '')
      .replace('v', '')
      .split('.')
      .map(Number)
    return major > 0 && (major < 22 || (major === 22 && minor < 13))
  }
  const old = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(each => join(each, 'node'))
    .find(file => existsSync(file) && isOld(file))

  describe('that is here', () => {
    beforeEach(skipIf(old === undefined ? 'no Node older than 22.13 is on this machine' : undefined))

    test('hears in one sentence what is needed', () => {
      const { status, stderr, stdout } = spawnSync(old ?? '', [COMMAND], { encoding: 'utf8' })
      expect([status, stdout]).toEqual([1, ''])
      expect(stderr).toMatch(SENTENCE)
    })
  })

  test.each([
    ['18.20.8', false],
    ['22.12.0', false],
    ['22.13.0', true],
    ['23.0.0', true],
    ['100.0.0', true],
  ])('that calls itself %s: serves? %s', (version, serves) => {
    const claim = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
    const args = ['--import', `data:text/javascript,${encodeURIComponent(claim)}`, COMMAND, '--help']
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect(status).toBe(serves ? 0 : 1)
    expect(stderr).toMatch(serves ? /^$/ : SENTENCE)
  })

  test('is not shown an import that it lacks: the command has none', () => {
    expect(readFileSync(COMMAND, 'utf8')).not.toMatch(/^import /m)
  })
})
