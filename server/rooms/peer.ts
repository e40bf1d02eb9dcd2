/** One websocket in one room: reads its frames, keeps its limits, and stops sending to it when it does not read. */
import type { Duplex } from 'node:stream'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import type { RawData, WebSocket } from 'ws'
import type { CloseCode, Notice } from '../../shared/wire/messages.ts'
import { CLOSE, encodeClock, encodeNotice, encodeReceipt, MESSAGE, SYNC } from '../../shared/wire/messages.ts'
import type { Ink, Role } from '../../shared/workshop/roles.ts'
import { Bucket, FRAME_LIMITS } from '../access/limits.ts'
import type { Member } from '../access/member.ts'
import type { Metrics } from '../metrics.ts'
import { closeSocket } from './close.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
}

const MAX_VECTOR = 64 * 1024
const MAX_STASH = 256 * 1024
const PRESENCE_LIMIT = 256 * 1024
const SLOW_LIMIT = 1024 * 1024
/** Pings in a row without an answer after which nobody is believed to be there. */
const MAX_UNANSWERED = 2

/** A document frame that waits for its tick. */
export interface Frame {
  readonly peer: Peer
  readonly step2: boolean
  readonly data: Uint8Array
  readonly at: number
}

/** What a peer needs of its room. */
export interface PeerRoom {
  readonly epoch: number
  /** Undefined while something may be missing there. */
  readonly sequence: number | undefined
  takeFrame(frame: Frame): void
  takePresence(peer: Peer, payload: Uint8Array): void
  askState(peer: Peer, vector: Uint8Array): void
  sendEveryone(peer: Peer): void
  leave(peer: Peer): void
}

/** What a turn shows to everybody, as frames that stand ready (`ready.ts`). */
export interface Shown {
  /** The document alone, for readers too slow for pointers. */
  readonly document: Uint8Array | undefined
  readonly all: Uint8Array | undefined
}

export interface PeerOptions {
  readonly member: Member
  /** The client asked for frames 120 and up. */
  readonly nn: boolean
  /** Sequence of the last row that the client has seen, by its own word. */
  readonly seen: number
  readonly now: () => number
  readonly metrics: Metrics
}

export class Peer {
  readonly member: Member
  readonly nn: boolean
  readonly seen: number
  presenceId: number | undefined
  /** This peer's step2 went through: from now on a gap is a fault. */
  hasSynced = false
  /** After a refusal nothing more is taken from this socket. */
  isRefused = false
  /** Step2 and update frames of this socket that are done with. */
  counted = 0
  /** Frames with a gap, kept until this peer's step2. */
  stash: Frame[] = []
  #stashed = 0
  #told = -1
  #grace = 0
  #unanswered = 0
  #waiting: Uint8Array | undefined
  #late: NodeJS.Timeout | undefined
  #closed = false
  readonly #ws: WebSocket
  readonly #socket: Duplex
  readonly #room: PeerRoom
  readonly #options: PeerOptions
  readonly #frames: Bucket
  readonly #bytes: Bucket
  readonly #presence: Bucket

  constructor(ws: WebSocket, socket: Duplex, room: PeerRoom, options: PeerOptions) {
    const now = options.now()
    this.member = options.member
    this.nn = options.nn
    this.seen = options.seen
    this.#ws = ws
    this.#socket = socket
    this.#room = room
    this.#options = options
    this.#frames = new Bucket(FRAME_LIMITS.frames, now)
    this.#bytes = new Bucket(FRAME_LIMITS.bytes, now)
    this.#presence = new Bucket(FRAME_LIMITS.presence, now)
    ws.on('message', (data, isBinary) => this.#receive(data, isBinary))
    ws.on('pong', () => {
      this.#unanswered = 0
    })
    ws.on('error', () => ws.terminate())
    ws.on('close', () => {
      this.#closed = true
      clearTimeout(this.#late)
      room.leave(this)
    })
  }

  get person(): Person {
    return this.member.person
  }

  get isOpen(): boolean {
    return !this.#closed && this.#ws.readyState === this.#ws.OPEN
  }

  #receive(data: RawData, isBinary: boolean): void {
    this.#unanswered = 0
    if (this.#closed || this.isRefused) return
    if (!isBinary) return this.close(CLOSE.malformed)
    const frame = bytesOf(data)
    try {
      this.#read(frame)
    } catch {
      this.close(CLOSE.malformed)
    }
  }

  #read(frame: Uint8Array): void {
    const decoder = createDecoder(frame)
    const kind = readVarUint(decoder)
    if (kind === MESSAGE.presence) return this.#readPresence(readVarUint8Array(decoder))
    const now = this.#options.now()
    if (!this.#frames.take(now) || !this.#bytes.take(now, frame.length)) return this.close(CLOSE.flood)
    if (kind === MESSAGE.sync) {
      const step = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (step === SYNC.step1) {
        if (payload.length > MAX_VECTOR) return this.close(CLOSE.tooBig)
        this.#room.askState(this, payload)
      } else if (step === SYNC.step2 || step === SYNC.update) {
        this.#room.takeFrame({ peer: this, step2: step === SYNC.step2, data: payload, at: now })
      } else this.close(CLOSE.malformed)
    } else if (kind === MESSAGE.queryPresence) this.#room.sendEveryone(this)
    else if (kind === MESSAGE.clock && this.nn) this.send(encodeClock(readVarUint(decoder), now))
  }

  /** Too many in a second are not lost: the latest waits for its turn. */
  #readPresence(payload: Uint8Array): void {
    this.#waiting = payload
    if (!this.#late) this.#flushPresence()
  }

  #flushPresence(): void {
    this.#late = undefined
    if (!this.#waiting || this.#closed) return
    if (!this.#presence.take(this.#options.now())) {
      this.#late = setTimeout(() => this.#flushPresence(), 1000 / FRAME_LIMITS.presence.perSecond)
      return
    }
    const payload = this.#waiting
    this.#waiting = undefined
    this.#room.takePresence(this, payload)
  }

  /** Keeps a frame with a gap. False when there is no more room for such frames. */
  keep(frame: Frame): boolean {
    this.#stashed += frame.data.length
    if (this.#stashed > MAX_STASH) return false
    this.stash.push(frame)
    return true
  }

  takeStash(): Frame[] {
    const frames = this.stash
    this.stash = []
    this.#stashed = 0
    return frames
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    if (this.#ws.bufferedAmount > SLOW_LIMIT + this.#grace) return this.close(CLOSE.tooSlow)
    this.#ws.send(frame)
  }

  /** The first state may be larger than all limits; a line that is busy with it is not slow. */
  sendState(frame: Uint8Array): void {
    if (!this.isOpen) return
    this.#grace += frame.length
    this.#ws.send(frame, () => {
      this.#grace = Math.max(0, this.#grace - frame.length)
    })
  }

  /** Presence is dropped for a slow reader; the next one says all that matters. */
  sendPresence(frame: Uint8Array): void {
    if (this.#ws.bufferedAmount > PRESENCE_LIMIT + this.#grace) this.#options.metrics.presenceDropped.inc()
    else this.send(frame)
  }

  notify(notice: Notice): void {
    if (this.nn) this.send(encodeNotice(notice))
  }

  /** Tells how many frames are on disk, if that is news. */
  sendReceipt(): void {
    if (!this.nn || this.#told === this.counted) return
    this.#told = this.counted
    const { epoch, sequence = this.seen } = this.#room
    this.send(encodeReceipt({ count: this.counted, epoch, sequence, refused: this.isRefused }))
  }

  /** Asks whether the other end is still there; a line that was cut somewhere on its way says nothing by itself. */
  ping(): void {
    if (this.#unanswered >= MAX_UNANSWERED) return this.#ws.terminate()
    this.#unanswered++
    this.#ws.ping()
  }

  /** A turn, in one write: what everybody gets, then this peer's own receipt. */
  show({ document, all }: Shown, { isServed }: { readonly isServed: boolean }): void {
    if (!this.isOpen) return
    const waiting = this.#ws.bufferedAmount - this.#grace
    if (document && waiting > SLOW_LIMIT) return this.close(CLOSE.tooSlow)
    const shown = waiting > PRESENCE_LIMIT ? document : all
    if (shown !== all) this.#options.metrics.presenceDropped.inc()
    if (isServed) this.#socket.cork()
    // Past `ws`, which would frame it for each peer anew.
    if (shown) this.#socket.write(shown)
    if (!isServed) return
    this.sendReceipt()
    this.#socket.uncork()
  }

  close(code: CloseCode): void {
    if (this.#closed) return
    this.#options.metrics.closes.inc({ code })
    closeSocket(this.#ws, code)
    this.#closed = true
    this.#room.leave(this)
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data))
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
