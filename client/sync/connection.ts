/** One document's line to the server: dials, notices when the line is dead, comes back, and knows what is on disk. */
import { createDecoder, readTailAsUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array } from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import type { Awareness } from 'y-protocols/awareness'
import type { Transaction } from 'yjs'
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { ClockAnswer, Notice } from '../../shared/wire/messages.ts'
import {
  CLOSE,
  decodeClock,
  decodeNotice,
  decodeReceipt,
  encodeClock,
  MESSAGE,
  SYNC,
} from '../../shared/wire/messages.ts'
import type { Line, LineEvent, Unsaved } from './saved.ts'
import { follow, isSaved, newLine } from './saved.ts'
import type { SocketClass } from './socket.ts'
import { watchedSocket } from './socket.ts'
import type { Timers } from './timers.ts'
import { touchedBy } from './touched.ts'

export interface ConnectionOptions {
  /** http(s)://… of the server. */
  readonly origin: string
  /** Name of the document under `/sync/`. */
  readonly room: string
  readonly document: BoardDocument
  readonly epoch: number
  /** What an earlier page left in the document's copy, and how far it knows the server to have been. */
  readonly unsaved: Unsaved
  readonly sequence: number
  /** Lives that this document had in a row without being saved: one that is refused again and again comes slower. */
  readonly attempts: number
  readonly WebSocket: SocketClass
  /** Must what is written here stay here for now? `release` ends that. */
  readonly isHeld?: () => boolean
  /** The device woke up, or its network changed: an open line may be a dead one. */
  readonly wakes: Observable<void>
  readonly timers: Timers
  /** 0 ≤ x < 1 */
  readonly random: () => number
}

export type ConnectionNews =
  /** A socket is open and can carry a question. */
  | { readonly kind: 'open' }
  /** The document holds all that the server's does. */
  | { readonly kind: 'synced' }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'clock'; readonly answer: ClockAnswer }
  /** Closed for good with this code. */
  | { readonly kind: 'ended'; readonly code: number }

/** The server beats every 10 s; a line without any frame for so long is dead. */
const SILENCE_MS = 15_000
const CHECK_MS = 5_000
/** How long an open line has to answer after a wake, and a new one to open. */
const ANSWER_MS = 3_000
const DIAL_MS = 10_000
const BACKOFF = { first: 500, most: 15_000, readOnly: 5_000 } as const
/** Coming back cannot mend these. `flood` is not among them: later it can. */
const FINAL: ReadonlySet<number> = new Set([
  CLOSE.malformed,
  CLOSE.noSession,
  CLOSE.removed,
  CLOSE.noBoard,
  CLOSE.refused,
  CLOSE.otherEpoch,
  CLOSE.tooBig,
])
const ENDINGS = new Map<number, 'noSession' | 'removed' | 'noBoard'>([
  [CLOSE.noSession, 'noSession'],
  [CLOSE.removed, 'removed'],
  [CLOSE.noBoard, 'noBoard'],
])

export class Connection {
  readonly #options: ConnectionOptions
  readonly #provider: WebsocketProvider
  readonly #line: Value<Line>
  readonly #news = new Signal<ConnectionNews>()
  #readSync: WebsocketProvider['messageHandlers'][number] | undefined
  readonly #stopChanges: Unsubscribe
  readonly #stopWakes: Unsubscribe
  #heardAt: number
  /** Frames that came in. */
  #heard = 0
  /** Failures since all that we had was last on disk. */
  #attempts: number
  #stopWaiting: Unsubscribe = () => undefined
  #stopChecking: Unsubscribe = () => undefined
  #stopAsking: Unsubscribe = () => undefined
  /** The server's question what we have, while nothing may go out. */
  #asked: Uint8Array | undefined
  /** Something that was written did not go out on this socket. */
  #hasHeldBack = false
  #isStarted = false
  #isDone = false

  constructor(options: ConnectionOptions) {
    const { document, timers, wakes, WebSocket } = options
    this.#options = options
    this.#line = new Value(newLine(options.unsaved, options.sequence))
    this.#heardAt = timers.now()
    this.#attempts = options.attempts
    this.#provider = new WebsocketProvider(`${options.origin.replace(/^http/, 'ws')}/sync`, options.room, document, {
      connect: false,
      disableBc: true,
      params: { nn: '1', epoch: String(options.epoch), seq: String(options.sequence) },
      // We dial ourselves: the provider's own backoff has no jitter, and it gives up on codes that we do not.
      shouldReconnect: () => false,
      WebSocketPolyfill: watchedSocket(WebSocket, {
        sent: (frame, socket) => {
          if (socket === this.#provider.ws) this.#follow({ kind: 'sent', frame })
        },
        heard: socket => {
          if (socket !== this.#provider.ws) return
          this.#heardAt = timers.now()
          this.#heard++
        },
        holds: socket => {
          if (!this.#isHeld) return false
          // Before our step2 nothing is missing: that brings it.
          if (socket === this.#provider.ws && this.#line.value.hasStepped) this.#hasHeldBack = true
          return true
        },
      }),
    })
    this.#listen()
    // After the provider's own listener: the frame with the change is then already counted.
    const changed = (_update: Uint8Array, _origin: unknown, _document: unknown, transaction: Transaction) => {
      if (transaction.local)
        this.#follow({ kind: 'changed', touched: touchedBy(transaction), isCarried: this.#canSend && !this.#isHeld })
    }
    document.on('update', changed)
    this.#stopChanges = () => document.off('update', changed)
    this.#stopWakes = wakes.subscribe(() => this.wake())
  }

  /** Dials, and from now on keeps the line. */
  start(): void {
    this.#isStarted = true
    if (this.#attempts > 0) this.#waitToDial()
    else this.#dial()
  }

  get line(): Watchable<Line> {
    return this.#line
  }

  get news(): Observable<ConnectionNews> {
    return this.#news
  }

  get awareness(): Awareness {
    return this.#provider.awareness
  }

  /** Asks the server for its time; false when there is no line. */
  ask(asked: number): boolean {
    if (!this.#canSend) return false
    this.#provider.ws?.send(encodeClock(asked) as Uint8Array<ArrayBuffer>)
    return true
  }

  /** Lets go out what was written meanwhile: by the answer that the server waits for, or over a new line, where it is asked once more. */
  release(): void {
    const asked = this.#asked
    const hasHeldBack = this.#hasHeldBack
    this.#forgetHeld()
    if (!this.#canSend) return
    if (asked) this.#answer(asked)
    else if (hasHeldBack) this.#drop()
  }

  /** Gives this copy up before anything of it goes out, as if the server had refused it. */
  refuse(): void {
    if (!this.#isDone) this.#end(CLOSE.refused)
  }

  /** An open line has 3 s to prove that it lives; one that waits to be dialled is dialled now. */
  wake(): void {
    if (!this.#isStarted || this.#isDone) return
    const { ws } = this.#provider
    if (!ws) return this.#dial()
    if (!this.ask(0)) return
    const before = this.#heard
    this.#stopAsking()
    this.#stopAsking = this.#options.timers.after(ANSWER_MS, () => {
      if (this.#provider.ws === ws && this.#heard === before) this.#drop()
    })
  }

  /** After an end too: until then changes are still counted, as nobody has given the document up. */
  close(): void {
    this.#stopChanges()
    if (this.#isDone) return
    // Others see at once that this tab is gone.
    this.awareness.setLocalState(null)
    this.#finish()
  }

  get #canSend(): boolean {
    const { ws, wsconnected } = this.#provider
    return wsconnected && ws?.readyState === ws?.OPEN
  }

  get #isHeld(): boolean {
    return this.#options.isHeld?.() === true
  }

  #forgetHeld(): void {
    this.#asked = undefined
    this.#hasHeldBack = false
  }

  #answer(message: Uint8Array): void {
    const encoder = createEncoder()
    this.#readSync?.(encoder, createDecoder(message), this.#provider, true, MESSAGE.sync)
    this.#provider.ws?.send(toUint8Array(encoder))
  }

  #follow(event: LineEvent): void {
    const line = follow(this.#line.value, event, this.#options.timers.now())
    if (event.kind === 'receipt' && isSaved(line)) this.#attempts = 0
    this.#line.set(line)
  }

  #listen(): void {
    const provider = this.#provider
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#opened()
    })
    // Of a socket that the other side closed, `closed` tells with its code.
    provider.on('connection-close', event => {
      if (event === null && this.#line.value.isOpen) this.#follow({ kind: 'lost', readOnly: false })
    })
    provider.on('sync', isSynced => {
      if (isSynced) this.#news.tell({ kind: 'synced' })
    })
    provider.on('closed', ({ code }) => this.#closed(code))
    const readSync = provider.messageHandlers[MESSAGE.sync]
    this.#readSync = readSync
    provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      if (this.#isHeld && decoder.arr[decoder.pos] === SYNC.step1) this.#asked = readTailAsUint8Array(decoder).slice()
      else readSync?.(encoder, decoder, ...rest)
    }
    // The provider copies its table of message kinds for each instance.
    provider.messageHandlers[MESSAGE.receipt] = (_encoder, decoder) =>
      this.#follow({ kind: 'receipt', receipt: decodeReceipt(readTailAsUint8Array(decoder)) })
    provider.messageHandlers[MESSAGE.clock] = (_encoder, decoder) =>
      this.#news.tell({ kind: 'clock', answer: decodeClock(readTailAsUint8Array(decoder)) })
    provider.messageHandlers[MESSAGE.notice] = (_encoder, decoder) =>
      this.#notice(decodeNotice(readTailAsUint8Array(decoder)))
  }

  #notice(notice: Notice): void {
    if (notice.kind === 'readOnly') this.#follow({ kind: 'readOnly', readOnly: notice.readOnly })
    this.#news.tell({ kind: 'notice', notice })
  }

  // The life of a socket --------------------------------------------------------------------------------------------

  #dial(): void {
    this.#stopWaiting()
    this.#forgetHeld()
    this.#provider.params['seq'] = String(this.#line.value.sequence)
    this.#provider.connect()
    this.#stopWaiting = this.#options.timers.after(DIAL_MS, () => this.#drop())
  }

  #opened(): void {
    this.#stopWaiting()
    this.#heardAt = this.#options.timers.now()
    this.#follow({ kind: 'opened' })
    this.#check()
    // Counted up, or those who have just seen this tab leave would take what follows for old.
    this.awareness.setLocalState(this.awareness.getLocalState())
    this.#news.tell({ kind: 'open' })
  }

  #closed(code: number): void {
    this.#stopChecking()
    if (FINAL.has(code)) return this.#end(code)
    this.#follow({ kind: 'lost', readOnly: code === CLOSE.readOnly })
    this.#waitToDial(code)
  }

  /** Gives a dead socket up without waiting for its close, which may take minutes. */
  #drop(): void {
    this.#stopChecking()
    this.#provider.disconnect()
    this.#follow({ kind: 'lost', readOnly: false })
    this.#waitToDial()
  }

  /** Full jitter: after a restart of the server not everybody comes at once. */
  #waitToDial(code?: number): void {
    const most = code === CLOSE.readOnly ? BACKOFF.readOnly : BACKOFF.most
    const span = code === CLOSE.flood ? BACKOFF.most : Math.min(most, BACKOFF.first * 2 ** this.#attempts)
    this.#attempts++
    this.#stopWaiting()
    this.#stopWaiting = this.#options.timers.after(this.#options.random() * span, () => this.#dial())
  }

  #check(): void {
    const { timers } = this.#options
    const silent = timers.now() - this.#heardAt
    if (silent >= SILENCE_MS) return this.#drop()
    this.#stopChecking()
    this.#stopChecking = timers.after(Math.min(CHECK_MS, SILENCE_MS - silent), () => this.#check())
  }

  #end(code: number): void {
    const why = ENDINGS.get(code)
    if (why) this.#follow({ kind: 'ended', why })
    else this.#follow(code === CLOSE.otherEpoch ? { kind: 'lost', readOnly: false } : { kind: 'refused' })
    this.#finish()
    this.#news.tell({ kind: 'ended', code })
  }

  #finish(): void {
    this.#isDone = true
    this.#stopWaiting()
    this.#stopChecking()
    this.#stopAsking()
    this.#stopWakes()
    this.#provider.destroy()
    this.awareness.destroy()
  }
}
