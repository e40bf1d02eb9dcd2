/** The image: Dockerfile and .dockerignore played in a folder, and what came of it run as a user who owns only the data. */
import { spawnSync } from 'node:child_process'
import { chmodSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder } from './checkout.ts'
import type { Image } from './image.ts'
import { aloneNode, filesOf, here, NODE_USER, playDockerfile } from './image.ts'
import { runs } from './runs.ts'
import { skipIf } from './why.ts'

const folder = temporaryFolder('image')
let image: Image
let node: string
beforeAll(() => {
  chmodSync(folder, 0o755)
  image = playDockerfile(folder)
  node = aloneNode(join(folder, 'bin'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what goes in', () => {
  test('the context has no data, no packages, no tests, nothing built', () => {
    const context = filesOf(join(folder, 'context'))
    const top = new Set(context.map(path => path.split('/')[0] ?? ''))
    expect([...top].sort()).toEqual(
      [
        ...['client', 'server', 'shared', 'package.json', 'package-lock.json', '.npmrc', 'LICENSE'],
        ...['tsconfig.base.json', 'vite.config.ts', 'vite.server.config.ts', 'scripts'],
      ].sort(),
    )
    expect(context.filter(path => path.startsWith('scripts/'))).toEqual(['scripts/lighter.ts'])
    expect(context.filter(path => path.endsWith('.test.ts'))).toEqual([])
    expect(context.length).toBeGreaterThan(100)
  })

  test('the image holds what was built, the licence, and nothing else', () => {
    const files = filesOf(image.root)
    expect(files.filter(path => !path.startsWith('nonagon/dist/client/')).sort()).toEqual(
      ['nonagon/LICENSE', 'nonagon/dist/server/main.js'].sort(),
    )
    expect(files).toContain('nonagon/dist/client/index.html')
  })
})

describe('what it says', () => {
  test('others reach it, not as root, and its one volume is where boards are kept', () => {
    expect(image.env).toEqual({ HOST: '0.0.0.0', PORT: '8080', DATA_DIR: '/data' })
    expect(image.user).toBe('node')
    expect(image.volumes).toEqual([image.env['DATA_DIR']])
    expect(image.ports).toEqual([image.env['PORT']])
  })

  test('Node is the first process, without npm or a shell', () => {
    expect(image.command).toEqual(['node', '--disable-proto=delete', 'dist/server/main.js'])
    expect(image.healthCheck.slice(0, 2)).toEqual(['node', '-e'])
    // Any other path would answer too: with the page.
    expect(image.healthCheck[2]).toContain('/healthz`')
  })
})

describe('what it does', () => {
  /** As in the image, but for what a test must not take: a port that is known, and the whole machine's addresses. */
  const env = (port: string) => ({
    ...image.env,
    PATH: dirname(node),
    PORT: port,
    HOST: '127.0.0.1',
    DATA_DIR: here(image, image.env['DATA_DIR'] ?? ''),
  })
  const serve = () => runs([node, ...image.command.slice(1)], { cwd: here(image, '.'), env: env('0'), as: NODE_USER })
  const healthCheck = (port: string): number | null =>
    spawnSync(node, image.healthCheck.slice(1), { env: env(port), ...NODE_USER }).status

  test('serves, is well until it is stopped, stops on SIGTERM with 0, and finds its boards again', async () => {
    const first = await serve()
    const { port } = new URL(first.url)
    try {
      expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ status: 'ok' })
      expect(await (await fetch(`${first.url}/readyz`)).json()).toEqual({ status: 'ready' })
      expect((await fetch(first.url)).headers.get('content-type')).toContain('text/html')
      expect(healthCheck(port)).toBe(0)
      const begun = performance.now()
      expect(await first.end('SIGTERM')).toBe(0)
      // Docker kills after 10 s.
      expect(performance.now() - begun).toBeLessThan(10_000)
      expect(healthCheck(port)).toBe(1)
    } finally {
      await first.end('SIGKILL')
    }
    expect(first.output()).toContain('A demo board is ready')
    const second = await serve()
    await second.end('SIGTERM')
    expect(second.output()).not.toContain('A demo board is ready')
  })

  describe('as a user of its own', () => {
    beforeEach(skipIf(NODE_USER ? undefined : 'only root can start a server as somebody else'))

    test('it owns the data and may write nowhere else', () => {
      expect(statSync(here(image, '/data')).uid).toBe(NODE_USER?.uid)
      const writable = ['.', 'dist', 'dist/client', '/'].filter(path => {
        const write = `require('node:fs').writeFileSync(${JSON.stringify(join(here(image, path), 'x'))}, '')`
        return spawnSync(node, ['-e', write], NODE_USER).status === 0
      })
      expect(writable).toEqual([])
    })
  })

  test('what could not be shown here is said', () => {
    const limits = ['a container engine: layers, the volume, PID 1, the port seen from outside']
    process.stdout.write(`Dockerfile: played in a folder. Not shown: ${[...image.notDone, ...limits].join('; ')}.\n`)
    expect(image.notDone.map(each => each.split(' ')[0])).toEqual(['FROM', 'RUN', 'FROM'])
  })
})
