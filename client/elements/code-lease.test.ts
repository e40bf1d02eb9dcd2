import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leaseCode, readable } from './code-lease.ts'
import type { Answer, Code } from './server.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const LEASE = 60_000

/** A server that gives its codes one after the other, and forgets them at a restart. */
function codeServer() {
  const asked: (string | undefined)[] = []
  let codes = 0
  let current = ''
  const server = {
    asked,
    isThere: true,
    restart: () => {
      current = ''
    },
    show: async (code?: string): Promise<Answer<Code>> => {
      asked.push(code)
      if (!server.isThere) return { ok: false, problem: 'unreachable' }
      if (!code || code !== current) current = `CODE0${++codes}`
      return { ok: true, value: { code: current, url: `http://board.test/b/b#${current}`, leaseMs: LEASE } }
    },
  }
  return server
}

test('[B1] a code is renewed well within its lease, and no more once it is off the screen', async () => {
  const server = codeServer()
  const lease = leaseCode(server.show)
  await vi.advanceTimersByTimeAsync(LEASE)
  expect(server.asked.length).toBeGreaterThanOrEqual(3)
  expect(lease.code.value?.code).toBe('CODE01')
  lease.stop()
  const { length } = server.asked
  await vi.advanceTimersByTimeAsync(2 * LEASE)
  expect(server.asked).toHaveLength(length)
})

test('after a restart of the server the new code shows itself', async () => {
  const server = codeServer()
  const lease = leaseCode(server.show)
  await vi.advanceTimersByTimeAsync(0)
  server.restart()
  lease.renew()
  await vi.advanceTimersByTimeAsync(0)
  expect(lease.code.value?.code).toBe('CODE02')
  lease.stop()
})

test('a short outage keeps the code, one longer than the lease takes it off, and it comes back by itself', async () => {
  const server = codeServer()
  const lease = leaseCode(server.show)
  await vi.advanceTimersByTimeAsync(0)
  server.isThere = false
  await vi.advanceTimersByTimeAsync(LEASE / 2)
  expect(lease.code.value?.code).toBe('CODE01')
  await vi.advanceTimersByTimeAsync(LEASE)
  expect(lease.code.value).toBeUndefined()
  server.isThere = true
  await vi.advanceTimersByTimeAsync(5_000)
  expect(lease.code.value).toBeDefined()
  lease.stop()
})

test('a code is written in two parts', () => {
  expect(readable('KQ7M4T')).toBe('KQ7-M4T')
})
