/** Attacks on the doors of the server, each by a raw client, each with the answer it must get. */
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { InProcess } from '../e2e/support/in-process.ts'
import { startInProcess } from '../e2e/support/in-process.ts'
import type { MadeBoard } from '../e2e/support/nonagon.ts'
import { secretOf } from '../e2e/support/nonagon.ts'
import { Raw, rawWith } from '../e2e/support/raw.ts'
import { openCanvas } from '../shared/canvas/canvas.ts'
import { addNote, change } from '../shared/canvas/operations.ts'
import { CLOSE, encodePresence, encodeSync, SYNC } from '../shared/wire/messages.ts'
import { SOCKET_LIMITS } from './access/limits.ts'

let running: InProcess
let board: MadeBoard
let port = 0

beforeAll(async () => {
  running = await startInProcess()
  board = await running.makeBoardByHttp({ example: 'spotify' })
  port = Number(new URL(running.local).port)
})
afterAll(() => running.stop())

const path = () => `${board.board}/canvas/main`
const comes = (name: string, more: { honest?: boolean; doc?: Y.Doc } = {}): Raw =>
  rawWith(secretOf(board.links.participant), name, { url: running.local, path: path(), ...more })

/** A guest's cookie, as a browser keeps it. */
async function cookieOf(name: string): Promise<string> {
  const response = await fetch(`${running.local}/api/boards/${board.board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(board.links.participant), name }),
  })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** A bare line to the server; what comes back is kept as text. */
class Line {
  readonly socket: Socket
  heard = ''
  readonly ended: Promise<void>
  constructor() {
    this.socket = connect(port, '127.0.0.1')
    this.socket.on('data', chunk => (this.heard += chunk.toString('latin1')))
    this.socket.on('error', () => {})
    this.ended = new Promise(resolve => this.socket.once('close', () => resolve()))
  }
}

const handshake = (headers: readonly string[]): string =>
  [
    `GET /sync/${path()}?nn=1 HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
    '',
    '',
  ].join('\r\n')

const authorized = (name: string): readonly string[] => [
  `Authorization: Bearer ${secretOf(board.links.participant)}`,
  `X-Nonagon-Name: ${name}`,
]

/** A client's websocket frame; masked by zeros, which masks nothing. */
function wsFrame(payload: Uint8Array, { opcode = 2, fin = true }: { opcode?: number; fin?: boolean } = {}): Buffer {
  const length =
    payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255]
  return Buffer.concat([Buffer.from([(fin ? 0x80 : 0) | opcode, ...length, 0, 0, 0, 0]), payload])
}

describe('[T2] cross-site websockets', () => {
  test('a browser with our cookie is let in from our origin only', async () => {
    const cookie = await cookieOf('Victim')
    const host = new URL(running.local).host
    for (const origin of [
      'https://evil.example',
      'null',
      `http://${host}.evil.example`,
      `http://evil${host}`,
      'http://127.0.0.1',
    ]) {
      const raw = new Raw({ url: running.local, path: path(), headers: { cookie, origin } })
      await raw.until('refused', () => raw.failed !== undefined)
      expect(raw.failed?.message, origin).toContain('403')
    }
    const without = new Raw({ url: running.local, path: path(), headers: { cookie } })
    await without.until('refused', () => without.failed !== undefined)
    const own = new Raw({ url: running.local, path: path(), headers: { cookie, origin: running.local } })
    await own.synced()
    own.cut()
  })
})

describe('[T3] [T4] before one is known', () => {
  test('frames in the same segment as a handshake that is refused have no effect', async () => {
    const before = running.server.rooms.open(path())?.encode()
    const line = new Line()
    const doc = new Y.Doc()
    doc.getMap('about').set('title', 'Smuggled')
    const update = encodeSync(SYNC.update, Y.encodeStateAsUpdate(doc))
    line.socket.write(Buffer.concat([Buffer.from(handshake(['Authorization: Bearer wrong'])), wsFrame(update)]))
    await line.ended
    expect(running.server.rooms.open(path())?.encode()).toEqual(before)
  })

  test('frames in the same segment as a good handshake are judged like all others', async () => {
    const line = new Line()
    const doc = new Y.Doc()
    const canvas = openCanvas(doc)
    change(canvas, 'me', () =>
      addNote(canvas, { id: 'early', place: ['channels', 0, 0, 1], text: 'Early', color: 'sky', author: '' }),
    )
    const update = encodeSync(SYNC.update, Y.encodeStateAsUpdate(doc))
    line.socket.write(Buffer.concat([Buffer.from(handshake(authorized('Early'))), wsFrame(update)]))
    const reader = comes('Reader')
    await reader.until('the note', () => openCanvas(reader.doc).notes.get('early')?.text === 'Early')
    line.socket.destroy()
    reader.cut()
  })

  test('[T5] slow headers are cut within seconds, and others are served meanwhile', { timeout: 15_000 }, async () => {
    const begun = performance.now()
    const lines = Array.from({ length: 100 }, () => new Line())
    for (const line of lines) line.socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    expect((await fetch(`${running.local}/healthz`)).status).toBe(200)
    await Promise.all(lines.map(line => line.ended))
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})

describe('[T6] [T7] frames of the websocket', () => {
  test('a flood of tiny fragments ends the socket, not the server', async () => {
    const line = new Line()
    line.socket.write(handshake(authorized('Fragments')))
    line.socket.write(wsFrame(new Uint8Array(1), { fin: false }))
    const fragments = Buffer.concat(
      Array.from({ length: 20_000 }, () => wsFrame(new Uint8Array(1), { opcode: 0, fin: false })),
    )
    const before = process.memoryUsage().rss
    line.socket.write(fragments)
    await line.ended
    expect(process.memoryUsage().rss - before).toBeLessThan(30e6)
    expect((await fetch(`${running.local}/healthz`)).status).toBe(200)
  })

  test('compression is not agreed to', async () => {
    const line = new Line()
    line.socket.write(handshake([...authorized('Zip'), 'Sec-WebSocket-Extensions: permessage-deflate']))
    await expect.poll(() => line.heard).toContain('101 Switching Protocols')
    expect(line.heard.toLowerCase()).not.toContain('permessage-deflate')
    line.socket.destroy()
  })

  test('[T8] text, unknown steps and broken frames are final', async () => {
    const bad: readonly (string | Uint8Array)[] = [
      'text',
      new Uint8Array([0, 9, 0]),
      new Uint8Array([0, 2, 200]),
      new Uint8Array([]),
      new Uint8Array([0, 2, 3, 255, 255, 255]),
    ]
    for (const frame of bad) {
      const raw = comes('Broken', { honest: false })
      await raw.until('open', () => raw.isOpen)
      raw.ws.send(frame)
      expect(await raw.ended()).toBe(CLOSE.malformed)
    }
  })
})

describe('[T9] gaps', () => {
  test('what stands on nothing is kept aside, never in the document, and ends when it is too much', async () => {
    const raw = comes('Gap', { honest: false })
    await raw.until('open', () => raw.isOpen)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    const canvas = openCanvas(doc)
    change(canvas, 'me', () =>
      addNote(canvas, { id: 'gap', place: ['channels', 0, 0, 1], text: '', color: 'sky', author: '' }),
    )
    change(canvas, 'me', () => doc.getMap('about').set('title', 'x'.repeat(180)))
    const before = running.server.rooms.open(path())?.encode()
    const [, second] = updates
    if (!second) throw new Error('Two updates were made.')
    for (let i = 0; i < 1_400 && raw.isOpen; i++) raw.sendUpdate(second)
    const code = await raw.ended()
    expect([CLOSE.readOnly, CLOSE.flood]).toContain(code)
    expect(running.server.rooms.open(path())?.encode()).toEqual(before)
  })
})

describe('[T20] presence', () => {
  const presence = (id: number, clock: number, state: string): Uint8Array => {
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint(encoder, id)
    writeVarUint(encoder, clock)
    writeVarString(encoder, state)
    return encodePresence(toUint8Array(encoder))
  }
  const heard = (raw: Raw): string => Buffer.concat(raw.received.filter(frame => frame[0] === 1)).toString('latin1')

  test('nobody speaks for another, and the name is the one the server knows', async () => {
    const [ana, eve, watcher] = [comes('Ana'), comes('Eve'), comes('Watcher')]
    await Promise.all([ana.synced(), eve.synced(), watcher.synced()])
    ana.send(presence(111, 1, '{"cursor":["channels",1,1]}'))
    await watcher.until('Ana', () => heard(watcher).includes('"name":"Ana"'))
    eve.send(presence(222, 1, '{"person":{"name":"Facilitator","role":"facilitator"}}'))
    await watcher.until('Eve under her own name', () => heard(watcher).includes('"name":"Eve"'))
    eve.send(presence(111, 4_503_599_627_370_496, '{"cursor":"poison"}'))
    eve.send(presence(222, 2, '{"mark":"last"}'))
    await watcher.until('the last word of Eve', () => heard(watcher).includes('last'))
    expect(heard(watcher)).not.toContain('poison')
    expect(heard(watcher)).not.toContain('Facilitator')
    for (const raw of [ana, eve, watcher]) raw.cut()
  })

  test('reactions and remarks go out only from who may react, and only as long as they may be', async () => {
    const [ana, watcher] = [comes('Ana'), comes('Watcher')]
    const observer = rawWith(secretOf(board.links.observer), 'Olga', { url: running.local, path: path() })
    await Promise.all([ana.synced(), watcher.synced(), observer.synced()])
    const at = ['channels', 1, 1]
    observer.send(
      presence(441, 1, JSON.stringify({ chat: 'smuggled', reaction: { kind: 'love', count: 1, at }, mark: 'o1' })),
    )
    ana.send(
      presence(442, 1, JSON.stringify({ chat: 'x'.repeat(61), reaction: { kind: 'curse', count: 1, at }, mark: 'a1' })),
    )
    await watcher.until('both', () => heard(watcher).includes('"mark":"o1"') && heard(watcher).includes('"mark":"a1"'))
    for (const forged of ['smuggled', '"love"', 'xxxx', 'curse']) expect(heard(watcher)).not.toContain(forged)
    ana.send(presence(442, 2, JSON.stringify({ chat: 'Look here', reaction: { kind: 'idea', count: 1, at } })))
    await watcher.until('what is allowed', () => heard(watcher).includes('"chat":"Look here"'))
    expect(heard(watcher)).toContain('"kind":"idea"')
    ana.send(presence(442, 3, JSON.stringify({ chat: 'Too much', laser: { trail: Array(900).fill(1) } })))
    ana.send(presence(442, 4, '{"mark":"a4"}'))
    await watcher.until('the next word', () => heard(watcher).includes('a4'))
    expect(heard(watcher)).not.toContain('Too much')
    for (const raw of [ana, watcher, observer]) raw.cut()
  })

  test('thousands of comings and goings leave nothing behind', async () => {
    const room = running.server.rooms.open(path())
    await expect.poll(() => room?.presence.size).toBe(0)
    for (let i = 0; i < 50; i++) {
      const raw = comes(`Guest ${i}`, { honest: false })
      await raw.until('open', () => raw.isOpen)
      raw.send(presence(10_000 + i, 1, '{"cursor":["channels",1,1]}'))
      raw.send(presence(10_000 + i, 2, '{"big":"' + 'x'.repeat(5_000) + '"}'))
      raw.cut()
    }
    await expect.poll(() => room?.presence.size).toBe(0)
  })

  test('a flood is thinned to the latest, without ending the socket', async () => {
    const [ana, watcher] = [comes('Flooder'), comes('Watcher')]
    await Promise.all([ana.synced(), watcher.synced()])
    const before = watcher.received.length
    for (let i = 1; i <= 1_000; i++) ana.send(presence(333, i, `{"n":${i}}`))
    await watcher.until('the latest', () => heard(watcher).includes('"n":1000'))
    expect(watcher.received.length - before).toBeLessThan(120)
    expect(ana.isOpen).toBe(true)
    for (const raw of [ana, watcher]) raw.cut()
  })
})

describe('[T21] [T22] [T23] too much', () => {
  test('a flood of frames ends the flooder, and the neighbour goes on', async () => {
    const [eve, ana] = [comes('Flood', { honest: false }), comes('Ana')]
    await Promise.all([eve.until('open', () => eve.isOpen), ana.synced()])
    const empty = Y.encodeStateAsUpdate(new Y.Doc())
    for (let i = 0; i < 400 && eve.isOpen; i++) eve.sendUpdate(empty)
    expect(await eve.ended()).toBe(CLOSE.flood)
    ana.doc.getMap('about').set('title', 'Still here')
    await ana.saved()
    ana.cut()
  })

  test('a person has so many sockets and no more', async () => {
    const sockets = Array.from({ length: SOCKET_LIMITS.person }, () => comes('Many', { honest: false }))
    await Promise.all(sockets.map(raw => raw.until('open', () => raw.received.length > 0)))
    const more = comes('Many', { honest: false })
    expect(await more.ended()).toBe(CLOSE.flood)
    for (const raw of sockets) raw.cut()
  })

  test('a forged X-Forwarded-For is not believed', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) {
      const response = await fetch(`${running.local}/api/boards/${board.board}/invitation`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${i}` },
        body: JSON.stringify({ secret: 'wrong' }),
      })
      statuses.push(response.status)
    }
    expect(statuses).toContain(429)
  })

  test('a reader who stops is closed before the server holds much for it', async () => {
    const big = await running.makeBoardByHttp()
    const room = `${big.board}/canvas/main`
    const come = (name: string) => rawWith(secretOf(big.links.participant), name, { url: running.local, path: room })
    const slow = come('Slow')
    // Each writer's bytes are limited; together they are more than the line of one reader holds.
    const writers = Array.from({ length: 8 }, (_, i) => come(`Writer ${i}`))
    await Promise.all([slow, ...writers].map(raw => raw.synced()))
    slow.ws.pause()
    const peers = () => running.server.rooms.open(room)?.peers.size ?? 0
    const canvases = writers.map(writer => openCanvas(writer.doc))
    for (let i = 0; i < 190 && peers() === 9; i++) {
      for (const [w, canvas] of canvases.entries()) {
        const text = `${i}`.padEnd(9_000, 'x')
        change(canvas, 'me', () =>
          addNote(canvas, { id: `n${w}-${i}`, place: ['channels', i, w, 1], text, color: 'sky', author: '' }),
        )
      }
      await Promise.all(writers.map(writer => writer.saved()))
    }
    expect(peers()).toBe(8)
    for (const writer of writers) writer.cut()
    slow.ws.terminate()
  }, 30_000)
})
