/** One line to a server that behaves in every way: how it dials, when it gives up, what it counts. */
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { WebSocket as Peer } from 'ws'
import { WebSocket, WebSocketServer } from 'ws'
import { Signal } from '../../shared/base/observable.ts'
import { createDocument, encodeState, stateVector } from '../../shared/wire/document.ts'
import type { Notice } from '../../shared/wire/messages.ts'
import { CLOSE, encodeNotice, encodeReceipt, encodeSync, SYNC } from '../../shared/wire/messages.ts'
import type { ConnectionNews } from './connection.ts'
import { Connection } from './connection.ts'
import type { FakeTimers } from './fake-timers.ts'
import { fakeTimers } from './fake-timers.ts'
import { NOTHING_UNSAVED, saveStateOf, unsavedOf } from './saved.ts'
import type { SocketClass } from './socket.ts'

/** Takes every socket and does to it what the test says. */
let server: WebSocketServer
let greet: (peer: Peer) => void
let peers: Peer[]
let urls: string[]
let timers: FakeTimers
let connection: Connection | undefined

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  ;[peers, urls, timers] = [[], [], fakeTimers()]
  greet = () => undefined
  server.on('connection', (peer, request) => {
    peers.push(peer)
    urls.push(request.url ?? '')
    greet(peer)
  })
  await new Promise(resolve => server.once('listening', resolve))
})
afterEach(async () => {
  connection?.close()
  for (const peer of peers) peer.terminate()
  await new Promise(resolve => server.close(resolve))
})

/** Says what our server says to one who comes, and counts their frames. */
const serve = (peer: Peer): void => {
  let count = 0
  const receipt = () => peer.send(encodeReceipt({ count, epoch: 3, sequence: 7 + count, refused: false }))
  receipt()
  const theirs = createDocument()
  peer.send(encodeSync(SYNC.step1, stateVector(theirs)))
  peer.on('message', data => {
    const frame = new Uint8Array(data as Buffer)
    if (frame[0] !== 0) return
    if (frame[1] === SYNC.step1) return peer.send(encodeSync(SYNC.step2, encodeState(theirs)))
    count++
    receipt()
  })
}

function dials(random = 0.5) {
  const document = createDocument()
  const news: ConnectionNews[] = []
  const wakes = new Signal()
  const line = new Connection({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    room: 'b/canvas/main',
    document,
    epoch: 3,
    unsaved: NOTHING_UNSAVED,
    sequence: 5,
    attempts: 0,
    WebSocket: WebSocket as unknown as SocketClass,
    wakes,
    timers,
    random: () => random,
  })
  line.news.subscribe(each => news.push(each))
  line.start()
  connection = line
  const state = () => saveStateOf(line.line.value, timers.now()).kind
  return { line, document, news, wakes, state, is: (kind: string) => expect.poll(state, WAIT).toBe(kind) }
}

const WAIT = { interval: 2, timeout: 3_000 }
const comers = (count: number) => expect.poll(() => peers.length, WAIT).toBe(count)

test('it names its epoch and how far it knows the document, and asks for our frames', async () => {
  greet = serve
  const { is, document, line } = dials()
  await is('saved')
  expect(urls[0]).toBe('/sync/b/canvas/main?nn=1&epoch=3&seq=5')
  document.getMap('notes').set('n1', 1)
  expect(unsavedOf(line.line.value)).toEqual({ count: 1, touched: new Set(['notes/n1']) })
  await is('saved')
  peers[0]?.close(CLOSE.restart)
  await is('offline')
  timers.pass(500)
  await comers(2)
  // Step2 and one update were counted on the first socket.
  expect(urls[1]).toBe('/sync/b/canvas/main?nn=1&epoch=3&seq=9')
})

test.each([
  ['malformed', CLOSE.malformed],
  ['noSession', CLOSE.noSession],
  ['removed', CLOSE.removed],
  ['noBoard', CLOSE.noBoard],
  ['refused', CLOSE.refused],
  ['otherEpoch', CLOSE.otherEpoch],
  ['tooBig', CLOSE.tooBig],
])('%s is the end of this line', async (_, code) => {
  greet = peer => peer.close(code)
  const { news } = dials()
  await expect.poll(() => news, WAIT).toContainEqual({ kind: 'ended', code })
  timers.pass(600_000)
  expect(peers).toHaveLength(1)
})

test.each([
  ['restart', CLOSE.restart, 500],
  ['readOnly', CLOSE.readOnly, 500],
  ['tooSlow', CLOSE.tooSlow, 500],
  ['a cut', 0, 500],
  ['flood', CLOSE.flood, 15_000],
])('after %s it comes back', async (_, code, within) => {
  greet = peer => (code ? peer.close(code) : peer.terminate())
  const { state } = dials(1)
  await expect.poll(state, WAIT).not.toBe('opening')
  expect(state()).toBe(code === CLOSE.readOnly ? 'readOnly' : 'offline')
  timers.pass(within - 1)
  expect(peers).toHaveLength(1)
  timers.pass(1)
  await comers(2)
})

test('[P12] it comes back later and later, up to 15 s, and anywhere in between', async () => {
  greet = peer => peer.terminate()
  dials(0.9)
  for (const [index, most] of [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000].entries()) {
    await comers(index + 1)
    await expect.poll(() => timers.next(), WAIT).toBe(0.9 * most)
    timers.pass(0.9 * most)
  }
  await comers(8)
})

test('[P5] while the server is read-only it comes back at least every 5 s', async () => {
  greet = peer => peer.close(CLOSE.readOnly)
  dials(0.9)
  for (const [index, most] of [500, 1_000, 2_000, 4_000, 5_000, 5_000].entries()) {
    await comers(index + 1)
    await expect.poll(() => timers.next(), WAIT).toBe(0.9 * most)
    timers.pass(0.9 * most)
  }
})

test('a server that takes the line and then says nothing is left after 10 s of dialling or 15 s of silence', async () => {
  const { state } = dials()
  await comers(1)
  await expect.poll(() => connection?.line.value.isOpen, WAIT).toBe(true)
  timers.pass(14_999)
  expect(state()).toBe('opening')
  timers.pass(1)
  expect(state()).toBe('offline')
})

test('[P13] a wake dials at once instead of waiting', async () => {
  greet = peer => peer.terminate()
  const { wakes, is } = dials(1)
  await is('offline')
  wakes.tell()
  await comers(2)
})

test('[P5] a notice says that the server is read-only, and that it is no more', async () => {
  greet = serve
  const { is } = dials()
  await is('saved')
  const tell = (notice: Notice) => peers[0]?.send(encodeNotice(notice))
  tell({ kind: 'readOnly', readOnly: true })
  await is('readOnly')
  tell({ kind: 'readOnly', readOnly: false })
  await is('saved')
})

test('what comes on a socket that was given up counts for nothing', async () => {
  greet = serve
  const { is, line } = dials()
  await is('saved')
  const before = line.line.value
  timers.pass(15_000)
  expect(line.line.value.isOpen).toBe(false)
  peers[0]?.send(encodeReceipt({ count: 99, epoch: 3, sequence: 99, refused: false }))
  timers.pass(500)
  await comers(2)
  await is('saved')
  expect(line.line.value.sequence).toBe(before.sequence)
})
