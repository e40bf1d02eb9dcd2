/** The tick when storage fails, and when there is much to put away at the end. */
import { afterEach, expect, test, vi } from 'vitest'
import { startInProcess } from '../../e2e/support/in-process.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { openMemory } from '../storage/memory.ts'
import type { Faults } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { canvasName } from './names.ts'
import { Tick } from './tick.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('[P5] however many writes failed, storage is asked once a second whether it is well again, and then no more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] })
  let asked = 0
  const faults: Faults = {}
  const told: boolean[] = []
  const tick = new Tick({
    storage: openMemory({ faults }),
    now: () => 0,
    metrics: createMetrics(),
    log: createLog('silent'),
    failing: isFailing => told.push(isFailing),
  })
  faults.beforeCommit = () => {
    asked++
    throw new StorageError('The disk is full.', { full: true })
  }
  for (let i = 0; i < 20; i++) {
    const written = expect(tick.write([{ kind: 'probe', at: i }])).rejects.toThrow('The disk is full.')
    await vi.advanceTimersByTimeAsync(20)
    await written
  }
  asked = 0
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toBe(5)
  faults.beforeCommit = () => asked++
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toBe(6)
  expect(told).toEqual([true, false])
})

test('[P6] a server with hundreds of warm documents stops as soon as one with few, and folds them', async () => {
  const storage = openMemory()
  const server = await startInProcess({ storage })
  const content = { about: { title: '', headings: {} }, notes: [], links: [], groups: [], strokes: [] }
  const boards = await Promise.all(Array.from({ length: 300 }, () => server.makeBoard(content)))
  const names = boards.map(({ board }) => canvasName(board, 'main'))
  for (const name of names) server.server.rooms.open(name)
  const left: number[] = []
  const close = vi.spyOn(storage, 'close').mockImplementation(() => {
    left.push(...names.map(name => storage.document(name)?.logRows ?? -1))
  })
  const began = performance.now()
  await server.stop()
  expect(performance.now() - began).toBeLessThan(2_500)
  expect(new Set(left)).toEqual(new Set([0]))
  close.mockRestore()
  storage.close()
})
