/** [P13] A line that was swallowed somewhere on its way: the server lets go of who is no longer there, and of nobody else. */
import { setTimeout as pause } from 'node:timers/promises'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterEach, expect, test, vi } from 'vitest'
import { encodePresence, MESSAGE } from '../../shared/wire/messages.ts'
import { ChaosProxy } from '../support/chaos-proxy.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import { isSoak, seeded } from '../support/random.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import { joinOurs, joinStock } from './kit/clients.ts'

const PING_MS = 250
/** Two pings without an answer, and the one that finds it out. */
const FREED_AFTER = 3
const SLACK = 1.5

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

interface Stage {
  readonly server: InProcess
  readonly made: MadeBoard
  readonly proxy: ChaosProxy
  readonly peers: () => number
  readonly comes: (name: string, url: string) => Promise<Raw>
}

async function openStage(options: { readonly pingMs?: number } = {}): Promise<Stage> {
  const server = await startInProcess(options)
  ends.push(() => server.stop())
  const made = await server.makeBoardByHttp()
  const path = `${made.board}/canvas/main`
  const target = () => Number(new URL(server.local).port)
  const proxy = await ChaosProxy.open({ target, random: seeded(1) })
  ends.push(() => proxy.close())
  return {
    server,
    made,
    proxy,
    peers: () => server.server.rooms.open(path)?.peers.size ?? 0,
    comes: async (name, url) => {
      const raw = rawWith(secretOf(made.links.participant), name, { url, path })
      ends.push(() => raw.cut())
      await raw.synced()
      return raw
    },
  }
}

/** "I am here", as an awareness update. */
function presence(raw: Raw): Uint8Array {
  const encoder = createEncoder()
  for (const number of [1, raw.doc.clientID, 1]) writeVarUint(encoder, number)
  writeVarString(encoder, '{"cursor":null}')
  return encodePresence(toUint8Array(encoder))
}

const lastPresence = (raw: Raw): string =>
  Buffer.from(raw.received.findLast(frame => frame[0] === MESSAGE.presence) ?? []).toString('latin1')

/** Ana's line is swallowed; answers how long it takes until the server has noticed. */
async function swallowed({ proxy, comes, server, peers }: Stage, withinMs: number): Promise<number> {
  const ben = await comes('Ben', server.local)
  const ana = await comes('Ana', proxy.url)
  ana.send(presence(ana))
  await ben.until('Ana', () => lastPresence(ben).includes('"name":"Ana"'))
  expect(peers()).toBe(2)
  for (const line of proxy.lines) line.blackHole()
  const began = performance.now()
  await vi.waitUntil(() => peers() === 1, { interval: 5, timeout: withinMs })
  await ben.until('Ana is gone', () => lastPresence(ben).endsWith('null'))
  expect(ana.closed, 'nobody told her').toBeUndefined()
  return performance.now() - began
}

test('[P13] a peer in a black hole is let go within three pings, and the others see that it is gone', async () => {
  const stage = await openStage({ pingMs: PING_MS })
  await swallowed(stage, FREED_AFTER * PING_MS * SLACK)
})

test('[P13] negative control: a server that does not ask keeps it', async () => {
  const stage = await openStage({ pingMs: 3_600_000 })
  await expect(swallowed(stage, FREED_AFTER * PING_MS * SLACK)).rejects.toThrow('Timed out')
  expect(stage.peers()).toBe(2)
})

test('[P13] clients that are there answer by themselves and stay, stock ones too', async () => {
  const stage = await openStage({ pingMs: 50 })
  const door = { url: stage.server.local, made: stage.made }
  const stock = await joinStock('Ana', stage.proxy, door)
  const ours = await joinOurs('Ben', stage.proxy, door)
  ends.push(() => [stock, ours].forEach(client => client.close()))
  await vi.waitUntil(() => stock.isInStep && ours.isInStep)
  const lines = [...stage.proxy.lines]
  await pause(50 * 15)
  expect([...stage.proxy.lines]).toEqual(lines)
  expect(stage.peers()).toBe(2)
  expect([stock.isLost, ours.isLost]).toEqual([false, false])
})

if (isSoak)
  test('[P13] with the pings of a real server it takes no longer than 45 s', { timeout: 60_000 }, async () => {
    await swallowed(await openStage(), 45_000)
  })
