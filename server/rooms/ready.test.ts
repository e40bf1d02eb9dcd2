/** What is written past `ws` must read as if `ws` had written it. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { readyFrames } from './ready.ts'

test('a client reads them one by one, whatever their length, between frames that ws wrote', async () => {
  const frames = [0, 1, 125, 126, 127, 65_535, 65_536, 200_000].map(length => new Uint8Array(length).fill(length & 255))
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  server.on('connection', (ws, request) => {
    ws.send(new Uint8Array([1]))
    request.socket.write(readyFrames(frames))
    ws.send(new Uint8Array([2]))
    ws.close()
  })
  const seen: Uint8Array[] = []
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  client.on('message', (data: Buffer, isBinary) => seen.push(isBinary ? new Uint8Array(data) : new Uint8Array()))
  await once(client, 'close')
  expect(seen).toEqual([new Uint8Array([1]), ...frames, new Uint8Array([2])])
  server.close()
})
