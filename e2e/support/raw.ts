/** A raw websocket client: it can send anything, which is what anybody can do. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Notice, Receipt } from '../../shared/wire/messages.ts'
import { decodeNotice, decodeReceipt, encodeSync, MESSAGE, SYNC } from '../../shared/wire/messages.ts'

export interface RawOptions {
  readonly url: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** A document to keep in step; a fresh one otherwise. */
  readonly doc?: Y.Doc
  /** Answer the server's step1 and send own changes, as honest clients do. */
  readonly honest?: boolean
}

/** One socket. `until` waits for something that may already have happened. */
export class Raw {
  readonly doc: Y.Doc
  readonly ws: WebSocket
  readonly receipts: Receipt[] = []
  readonly notices: Notice[] = []
  readonly received: Uint8Array[] = []
  closed: { readonly code: number } | undefined
  failed: Error | undefined
  isSynced = false
  /** Document frames sent on this socket. */
  sent = 0
  readonly #waiting = new Set<() => void>()
  readonly #honest: boolean
  readonly #follow = (update: Uint8Array, origin: unknown) => {
    if (origin !== this && this.isOpen) this.sendUpdate(update)
  }

  constructor(options: RawOptions) {
    this.doc = options.doc ?? new Y.Doc()
    this.#honest = options.honest ?? true
    const query = new URLSearchParams({ nn: '1', ...options.query })
    const address = `${options.url.replace(/^http/, 'ws')}/sync/${options.path}?${query}`
    this.ws = new WebSocket(address, { headers: { ...options.headers }, perMessageDeflate: false })
    this.ws.binaryType = 'nodebuffer'
    this.ws.on('message', data => this.#hear(new Uint8Array(data as Buffer)))
    this.ws.on('error', error => {
      this.failed = error
      this.#stir()
    })
    this.ws.on('close', code => {
      this.closed = { code }
      this.#stir()
    })
    this.ws.on('open', () => {
      if (this.#honest) this.ws.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.doc)))
      this.#stir()
    })
    if (this.#honest) this.doc.on('update', this.#follow)
  }

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  /** All frames sent on this socket are on the server's disk. */
  get isSaved(): boolean {
    return this.sent > 0 && this.receipts.at(-1)?.count === this.sent
  }

  send(frame: Uint8Array): void {
    this.ws.send(frame)
  }

  sendUpdate(update: Uint8Array): void {
    this.sent++
    this.ws.send(encodeSync(SYNC.update, update))
  }

  sendStep2(update: Uint8Array): void {
    this.sent++
    this.ws.send(encodeSync(SYNC.step2, update))
  }

  #hear(frame: Uint8Array): void {
    this.received.push(frame)
    const decoder = createDecoder(frame)
    const kind = readVarUint(decoder)
    const rest = () => frame.subarray(decoder.pos)
    if (kind === MESSAGE.receipt) this.receipts.push(decodeReceipt(rest()))
    else if (kind === MESSAGE.notice) this.notices.push(decodeNotice(rest()))
    else if (kind === MESSAGE.sync) {
      const step = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (step === SYNC.step1) {
        if (this.#honest) this.sendStep2(Y.encodeStateAsUpdate(this.doc, payload))
      } else {
        Y.applyUpdate(this.doc, payload, this)
        if (step === SYNC.step2) this.isSynced = true
      }
    }
    this.#stir()
  }

  #stir(): void {
    for (const check of [...this.#waiting]) check()
  }

  /** Resolves when the condition holds; it is asked again after each thing that happens on this socket. */
  async until(what: string, condition: () => boolean, ms = 10_000): Promise<void> {
    if (condition()) return
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check)
        reject(new Error(`Waited ${ms} ms for: ${what} (closed: ${this.closed?.code ?? 'no'})`))
      }, ms)
      const check = () => {
        if (!condition()) return
        clearTimeout(timer)
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
    })
  }

  synced = (ms?: number): Promise<void> => this.until('synced', () => this.isSynced, ms)
  saved = (): Promise<void> => this.until('saved', () => this.isSaved)

  async ended(): Promise<number> {
    await this.until('closed', () => this.closed !== undefined)
    return this.closed?.code ?? 0
  }

  /** Goes without a word. */
  cut(): void {
    this.doc.off('update', this.#follow)
    this.ws.terminate()
  }
}

/** Comes in with the secret of a link. */
export const rawWith = (secret: string, name: string, options: Omit<RawOptions, 'headers'>): Raw =>
  new Raw({ ...options, headers: { authorization: `Bearer ${secret}`, 'x-nonagon-name': name } })
