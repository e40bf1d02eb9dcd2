/** The load of the bench: people at one canvas, some of whom move notes and some their cursors. */
import { setTimeout as pause } from 'node:timers/promises'
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodePresence, encodeSync, SYNC } from '../../shared/wire/messages.ts'
import { cpuSeconds } from './measure.ts'

export interface Load {
  readonly people: number
  readonly movers: number
  readonly cursors: number
  readonly seconds: number
}

export interface LoadResult {
  /** Document latencies in ms, as seen by the sampled receivers; infinite for what they had not seen at the end. */
  readonly latencies: readonly number[]
  /** Input messages times receivers. */
  readonly deliveries: number
  readonly bytes: number
  /** Processor seconds of the server while the load ran; people had come before. */
  readonly cpuSeconds: number
}

export interface Target {
  readonly pid: number
  readonly url: string
  readonly path: string
  readonly headers: (person: number) => Record<string, string>
}

const MOVES_PER_SECOND = 25
const CURSORS_PER_SECOND = 20
const SAMPLED = 4

/** Runs the load against one server. Every mover has a document of its own; only a few receivers decode what they get. */
export async function runLoad(load: Load, target: Target, seed: Uint8Array): Promise<LoadResult> {
  const sentAt = new Map<number, number>()
  const latencies: number[] = []
  let sequence = 0
  let inputs = 0
  let bytes = 0
  let measuring = false
  const seen = (place: unknown) => {
    const at = Array.isArray(place) ? sentAt.get(Number(place[1])) : undefined
    if (at !== undefined && measuring) latencies.push(performance.now() - at)
  }
  const sockets = await Promise.all(
    Array.from({ length: load.people }, async (_, i) => {
      const isSampled = i >= load.people - SAMPLED
      const doc = new Y.Doc()
      // The others send and receive without reading: hundreds of documents would be this process's own load.
      if (i < load.movers || isSampled) Y.applyUpdate(doc, seed)
      const ws = new WebSocket(`${target.url.replace(/^http/, 'ws')}/sync/${target.path}`, {
        headers: target.headers(i),
        perMessageDeflate: false,
      })
      if (isSampled)
        doc.getMap<Y.Map<unknown>>('notes').observeDeep(events => {
          for (const event of events)
            if (event.keys.has('place') && event.target instanceof Y.Map) seen(event.target.get('place'))
        })
      ws.on('message', (data: Buffer) => {
        bytes += data.length
        if (isSampled && data[0] === 0 && data[1] !== 0) Y.applyUpdate(doc, payloadOf(data), 'wire')
      })
      await new Promise<void>((resolve, reject) => {
        ws.once('open', () => resolve())
        ws.once('error', reject)
      })
      return { ws, doc }
    }),
  )
  await pause(500)
  measuring = true
  const cpuBefore = cpuSeconds(target.pid)
  const timers: NodeJS.Timeout[] = []
  const every = (perSecond: number, index: number, of: number, run: () => void) => {
    // Spread over the period, so that the load is even.
    timers.push(setTimeout(() => timers.push(setInterval(run, 1000 / perSecond)), (index / of) * (1000 / perSecond)))
  }
  sockets.slice(0, load.movers).forEach(({ ws, doc }, i) => {
    const notes = [...doc.getMap<Y.Map<unknown>>('notes').keys()].filter((_, k) => k % load.movers === i)
    let turn = 0
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'mine') return
      inputs++
      ws.send(encodeSync(SYNC.update, update))
    })
    every(MOVES_PER_SECOND, i, load.movers, () => {
      const id = notes[turn++ % notes.length] ?? ''
      sentAt.set(++sequence, performance.now())
      doc.transact(
        () => doc.getMap<Y.Map<unknown>>('notes').get(id)?.set('place', ['channels', sequence, 0, 1]),
        'mine',
      )
    })
  })
  sockets.slice(load.movers, load.movers + load.cursors).forEach(({ ws, doc }, i) => {
    let clock = 0
    every(CURSORS_PER_SECOND, i, load.cursors, () => {
      inputs++
      ws.send(cursorFrame(doc.clientID, ++clock))
    })
  })
  await pause(load.seconds * 1000)
  for (const timer of timers) clearInterval(timer)
  await pause(300)
  const unseen = Math.max(0, sequence * SAMPLED - latencies.length)
  const result = {
    latencies: [...latencies, ...new Array<number>(unseen).fill(Infinity)],
    deliveries: inputs * (load.people - 1),
    bytes,
    cpuSeconds: cpuSeconds(target.pid) - cpuBefore,
  }
  for (const { ws } of sockets) ws.terminate()
  return result
}

function payloadOf(frame: Buffer): Uint8Array {
  let i = 2
  while ((frame[i] ?? 0) & 128) i++
  return frame.subarray(i + 1)
}

function cursorFrame(client: number, clock: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, 1)
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock)
  writeVarString(encoder, JSON.stringify({ cursor: ['channels', clock % 400, clock % 300], selection: ['n12'] }))
  return encodePresence(toUint8Array(encoder))
}
