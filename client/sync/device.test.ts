/** What a device remembers, with several tabs, other people, and storage that fails or holds nonsense. */
import { expect, test } from 'vitest'
import type { CopyName } from './device.ts'
import { memoryStorage } from '../base/store.ts'
import { databaseName, Device } from './device.ts'
import { fakeTimers } from './fake-timers.ts'
import { askMembership, findMembership, keepMembership, keptMembership } from './membership.ts'

const copy: CopyName = { board: 'b', document: 'canvas/main', person: 'ana', epoch: 3, generation: 0 }
const unsaved = (count: number, ...touched: string[]) => ({ count, touched: new Set(touched) })

test('[M17] a database is named by board, document, person, epoch and generation', () => {
  expect(databaseName(copy)).toBe('nonagon/b/canvas/main/ana/3/0')
})

test('what several tabs left unsaved adds up, and becomes that of the tab that opens next', () => {
  const storage = memoryStorage()
  new Device(storage, 'one').keepUnsaved(copy, unsaved(2, 'notes/a'))
  new Device(storage, 'two').keepUnsaved(copy, unsaved(3, 'notes/b/text'))
  const third = new Device(storage, 'three')
  expect(third.takeOverUnsaved(copy)).toEqual(unsaved(5, 'notes/a', 'notes/b/text'))
  third.keepUnsaved(copy, unsaved(0))
  expect(new Device(storage, 'four').unsaved(copy)).toEqual(unsaved(0))
  expect(storage.length).toBe(0)
})

test('copies of another epoch, generation, document or person are told apart', () => {
  const device = new Device(memoryStorage(), 'tab')
  const others = [
    { ...copy, epoch: 30 },
    { ...copy, generation: 1 },
    { ...copy, person: 'an' },
    { ...copy, document: 'canvas/mai' },
  ]
  for (const other of [copy, ...others]) device.keepUnsaved(other, unsaved(1))
  device.forgetCopy(copy)
  for (const other of others) expect(device.unsaved(other).count).toBe(1)
  expect(device.unsaved(copy).count).toBe(0)
})

test('the current copy is the one last made current, whatever its epoch', () => {
  const device = new Device(memoryStorage(), 'tab')
  expect(device.currentCopy(copy)).toBeUndefined()
  device.setCurrentCopy(copy)
  device.setCurrentCopy({ ...copy, generation: 1 })
  expect(device.currentCopy(copy)).toEqual({ ...copy, generation: 1 })
  expect(device.copies('b')).toHaveLength(2)
})

test('a board that is forgotten is gone, the others stay', () => {
  const device = new Device(memoryStorage(), 'tab')
  device.setCurrentCopy(copy)
  device.setCurrentCopy({ ...copy, board: 'b2' })
  device.forget('b')
  expect(device.copies('b')).toEqual([])
  expect(device.knows('b')).toBe(false)
  expect(device.knows('b2')).toBe(true)
})

test('[M17] storage that is full is said once and hurts nothing', () => {
  const storage = memoryStorage()
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const device = new Device(storage, 'tab')
  const told: boolean[] = []
  device.isKeeping.subscribe(isKeeping => told.push(isKeeping))
  device.keepUnsaved(copy, unsaved(1))
  device.setCurrentCopy(copy)
  expect(told).toEqual([false])
})

test('nonsense in storage is nothing', () => {
  const storage = memoryStorage()
  const device = new Device(storage, 'tab')
  storage.setItem('nonagon/b/me', '{"board":"b","me":{"role":"king"}}')
  storage.setItem('nonagon/b/life/canvas/main/ana', '{"epoch":"3"}')
  storage.setItem('nonagon/b/unsaved/canvas/main/ana/3/0/old', 'not json')
  expect(keptMembership(device, 'b')).toBeUndefined()
  expect(device.currentCopy(copy)).toBeUndefined()
  expect(device.unsaved(copy).count).toBe(0)
})

const membership = {
  board: 'b',
  title: 'Coffee',
  me: { id: 'ana', name: 'Ana', color: 'jade', role: 'participant' },
  owner: false,
  documents: [{ name: 'b/canvas/main', epoch: 3 }],
} as const

const answers = (status: number, body: unknown) => ({
  origin: 'http://board.test',
  fetch: async () => new Response(JSON.stringify(body), { status }),
})

test('the server is asked who I am: a member, a stranger, or no answer', async () => {
  expect(await askMembership('b', answers(200, { ...membership, canvases: [] }))).toEqual({
    kind: 'member',
    membership,
  })
  expect(await askMembership('b', answers(404, {}))).toEqual({ kind: 'stranger' })
  expect(await askMembership('b', answers(503, {}))).toEqual({ kind: 'unreachable' })
  expect(await askMembership('b', answers(200, { board: 'b' }))).toEqual({ kind: 'unreachable' })
  const cut = { origin: '', fetch: () => Promise.reject(new TypeError('Failed to fetch')) }
  expect(await askMembership('b', cut)).toEqual({ kind: 'unreachable' })
})

test('where this device has been, it says who I am when the server does not answer, or not in time', async () => {
  const device = new Device(memoryStorage(), 'tab')
  const timers = fakeTimers()
  const cut = { origin: '', fetch: () => Promise.reject(new TypeError('Failed to fetch')), device, timers }
  expect(await findMembership('b', cut)).toEqual({ kind: 'unreachable' })
  keepMembership(device, membership)
  expect(await findMembership('b', cut)).toEqual({ kind: 'member', membership })
  const found = findMembership('b', { ...cut, fetch: () => new Promise<Response>(() => undefined) })
  timers.pass(1_500)
  expect(await found).toEqual({ kind: 'member', membership })
  expect(await findMembership('b', { ...answers(404, {}), device, timers })).toEqual({ kind: 'stranger' })
})
