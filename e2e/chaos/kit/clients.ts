/** People behind a bad line, each with one of two clients: a stock `y-websocket`, which is what others bring, and ours. */
import { vi } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { memoryCopies } from '../../../client/sync/copy.ts'
import { memoryStorage } from '../../../client/base/store.ts'
import { Device } from '../../../client/sync/device.ts'
import { askMembership } from '../../../client/sync/membership.ts'
import { openBoard } from '../../../client/sync/open-board.ts'
import type { SyncedBoard } from '../../../client/sync/open-board.ts'
import type { SocketClass } from '../../../client/sync/socket.ts'
import { realTimers } from '../../../client/sync/timers.ts'
import { Signal } from '../../../shared/base/observable.ts'
import type { Canvas } from '../../../shared/canvas/canvas.ts'
import { openCanvas } from '../../../shared/canvas/canvas.ts'
import type { History } from '../../../shared/canvas/history.ts'
import { openHistory } from '../../../shared/canvas/history.ts'
import type { Role } from '../../../shared/workshop/roles.ts'
import type { ChaosProxy } from '../../support/chaos-proxy.ts'
import type { MadeBoard } from '../../support/nonagon.ts'
import { secretOf } from '../../support/nonagon.ts'

export interface Client {
  readonly name: string
  readonly canvas: Canvas
  readonly history: History
  readonly proxy: ChaosProxy
  /** As far as this client can tell, it holds all that the server has, and the server all that it has. */
  readonly isInStep: boolean
  /** In its own words, for failures. */
  readonly state: string
  /** It knows that it has no line. */
  readonly isLost: boolean
  /** The whole document when the client last said "saved"; a stock client never does. */
  readonly saved: Uint8Array | undefined
  /** What may not happen to one who is honest and allowed to write. */
  mishap(): string | undefined
  /** The network is said to be back. */
  wake(): void
  close(): void
}

/** Nothing passes between this client and the server until it comes back. Resolves when the client has noticed. */
export async function goOffline(client: Client): Promise<void> {
  client.proxy.isShut = true
  client.proxy.cut()
  await vi
    .waitUntil(() => client.isLost, { interval: 5, timeout: 5_000 })
    .catch(() => {
      throw new Error(`${client.name} does not notice that there is no line: ${client.state}`)
    })
}

export function comeBack(client: Client): void {
  client.proxy.isShut = false
  client.wake()
}

/** A dead end shows itself at once, as the proxy cuts; nobody here needs a long breath. */
const MAX_BACKOFF_MS = 200

class StockClient implements Client {
  readonly name: string
  readonly proxy: ChaosProxy
  readonly canvas: Canvas
  readonly history: History
  readonly saved = undefined
  readonly #provider: WebsocketProvider
  #final: number | undefined

  constructor(name: string, proxy: ChaosProxy, board: string, ticket: string) {
    this.name = name
    this.proxy = proxy
    const doc = new Y.Doc()
    this.canvas = openCanvas(doc)
    this.history = openHistory(this.canvas, { origin: {}, allows: () => true })
    this.#provider = new WebsocketProvider(`${proxy.url.replace(/^http/, 'ws')}/sync`, `${board}/canvas/main`, doc, {
      params: { ticket },
      disableBc: true,
      maxBackoffTime: MAX_BACKOFF_MS,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
    this.#provider.on('closed', ({ code }) => {
      this.#final = code
    })
  }

  wake(): void {
    // It has no ear for that; it dials again by itself.
  }

  get isInStep(): boolean {
    return this.#provider.synced
  }

  get state(): string {
    const { synced, wsconnected, wsconnecting } = this.#provider
    return JSON.stringify({ synced, wsconnected, wsconnecting })
  }

  get isLost(): boolean {
    return !this.#provider.wsconnected
  }

  mishap(): string | undefined {
    return this.#final === undefined ? undefined : `${this.name} was closed for good with ${this.#final}`
  }

  close(): void {
    this.#provider.destroy()
    this.history.destroy()
  }
}

class OurClient implements Client {
  readonly name: string
  readonly proxy: ChaosProxy
  readonly #board: SyncedBoard
  readonly #wakes: Signal
  readonly #first: Canvas
  readonly #news: string[] = []
  #saved: Uint8Array | undefined

  constructor(name: string, proxy: ChaosProxy, board: SyncedBoard, wakes: Signal) {
    this.name = name
    this.proxy = proxy
    this.#board = board
    this.#wakes = wakes
    this.#first = board.canvas.value
    const note = () => {
      if (board.saveState.value.kind === 'saved') this.#saved = Y.encodeStateAsUpdate(this.canvas.document)
    }
    board.saveState.subscribe(note)
    note()
    board.news.subscribe(news => {
      if (news.kind === 'refused') this.#news.push(`${name} was refused: ${news.reason}`)
    })
  }

  wake(): void {
    this.#wakes.tell()
  }

  get canvas(): Canvas {
    return this.#board.canvas.value
  }

  get history(): History {
    return this.#board.history.value
  }

  get isInStep(): boolean {
    return this.#board.saveState.value.kind === 'saved'
  }

  get state(): string {
    return JSON.stringify(this.#board.saveState.value)
  }

  get isLost(): boolean {
    return ['offline', 'readOnly'].includes(this.#board.saveState.value.kind)
  }

  get saved(): Uint8Array | undefined {
    return this.#saved
  }

  mishap(): string | undefined {
    if (this.#news.length > 0) return this.#news[0]
    if (this.canvas !== this.#first) return `${this.name} had to begin afresh`
    return this.#board.saveState.value.kind === 'closed' ? `${this.name} was shut out` : undefined
  }

  close(): void {
    this.#board.close()
  }
}

/** Where people join: the server itself, not one of the bad lines to it. */
interface Door {
  readonly url: string
  readonly made: MadeBoard
  /** By which link they come; participant where none is named. */
  readonly role?: Role
}

export async function joinStock(
  name: string,
  proxy: ChaosProxy,
  { url, made, role = 'participant' }: Door,
): Promise<Client> {
  const response = await fetch(`${url}/api/boards/${made.board}/ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretOf(made.links[role])}`, 'x-nonagon-name': name },
  })
  const { ticket } = (await response.json()) as { readonly ticket: string }
  return new StockClient(name, proxy, made.board, ticket)
}

export async function joinOurs(
  name: string,
  proxy: ChaosProxy,
  { url, made, role = 'participant' }: Door,
): Promise<Client> {
  const response = await fetch(`${url}/api/boards/${made.board}/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret: secretOf(made.links[role]), name }),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const origin = proxy.url
  class FromThisBrowser extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin } })
    }
  }
  const ask: typeof fetch = (address, init) => fetch(address, { ...init, headers: { cookie } })
  const wakes = new Signal()
  const membership = await askMembership(made.board, { origin: url, fetch: ask })
  if (membership.kind !== 'member') throw new Error(`${name} is ${membership.kind}`)
  const board = await openBoard({
    membership: membership.membership,
    origin,
    fetch: ask,
    WebSocket: FromThisBrowser as unknown as SocketClass,
    device: new Device(memoryStorage(), 'tab'),
    copies: memoryCopies(),
    wakes,
    timers: realTimers,
    wallTime: () => Date.now(),
    random: () => 0.1,
  })
  return new OurClient(name, proxy, board, wakes)
}
