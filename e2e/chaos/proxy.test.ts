/** The bad network of the other tests is as bad as it says, and not worse: bytes come late, torn or not at all, but in order. */
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CALM, ChaosProxy } from '../support/chaos-proxy.ts'
import { seeded } from '../support/random.ts'

let heard: Buffer[]
let proxy: ChaosProxy
let client: Socket
const ends: (() => void)[] = []

/** A server that keeps what it hears and says it back. */
beforeEach(async () => {
  heard = []
  const server = createServer(socket => {
    socket.on('error', () => socket.destroy())
    socket.on('data', bytes => {
      heard.push(bytes)
      socket.write(bytes)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  proxy = await ChaosProxy.open({ target: () => port, random: seeded(1) })
  client = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  client.on('error', () => undefined)
  await once(client, 'connect')
  await vi.waitUntil(() => proxy.lines.size === 1)
  ends.push(() => server.close())
})
afterEach(async () => {
  client.destroy()
  await proxy.close()
  for (const end of ends.splice(0)) end()
})

const all = (): string => Buffer.concat(heard).toString()

test('bytes never overtake each other, also when the weather clears while some are on their way', async () => {
  const said: string[] = []
  for (let i = 0; i < 300; i++) {
    proxy.setWeather(i % 3 === 0 ? CALM : { delayMs: 2, jitterMs: 6, isTorn: i % 2 === 0 })
    said.push(`${i} `)
    client.write(`${i} `)
    await new Promise(setImmediate)
  }
  await vi.waitUntil(() => all().length === said.join('').length)
  expect(all()).toBe(said.join(''))
})

test('a black hole swallows both ways and tells nobody', async () => {
  const [line] = proxy.lines
  line?.blackHole()
  let isClosed = false
  client.once('close', () => (isClosed = true))
  client.write('lost')
  const other = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  other.write('there')
  const [answer] = (await once(other, 'data')) as [Buffer]
  expect(answer.toString()).toBe('there')
  expect(all()).toBe('there')
  expect(isClosed).toBe(false)
  other.destroy()
})

test('a reset is heard as one, and a cut as an end', async () => {
  const failed = once(client, 'error')
  for (const line of proxy.lines) line.reset()
  expect(await failed).toMatchObject([{ code: 'ECONNRESET' }])
  await vi.waitUntil(() => proxy.lines.size === 0)
  const other = connect(Number(new URL(proxy.url).port), '127.0.0.1')
  other.resume()
  await vi.waitUntil(() => proxy.lines.size === 1)
  const ended = once(other, 'close')
  proxy.cut()
  expect(await ended).toEqual([false])
})
