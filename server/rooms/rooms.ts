/** All rooms in memory: opens them when someone comes, lets them rest and go when nobody needs them. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument } from '../../shared/wire/document.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { renewed } from '../../shared/wire/renew.ts'
import { effectiveRights } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Member, RunningRights } from '../access/member.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Batch, Entry, Storage } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import type { EditOutcome } from './edit.ts'
import type { DocumentName } from './names.ts'
import { parseDocumentName, schemaOf, withoutPerson } from './names.ts'
import type { Peer } from './peer.ts'
import { keepRemarks } from './pointing.ts'
import { withoutPointers } from './presence.ts'
import { Room } from './room.ts'
import { Tick } from './tick.ts'
import type { Standing } from './turn.ts'

const SWEEP_MS = 1_000
const HEARTBEAT_MS = 10_000
/** A dead line is found after at most three of these. */
const PING_MS = 15_000
/** Stopping folds what it can in so long; the rest stays in the log. */
const LAST_FOLD_MS = 2_000
const FOLDED_AT_ONCE = 32
/** Above so many client ids a state vector grows too big to ask for: the document begins a new life. */
const MAX_CLIENT_IDS = 5_000

export interface RoomsOptions {
  readonly storage: Storage
  readonly now: () => number
  readonly metrics: Metrics
  readonly log: Log
  readonly idleMs: number
  /** Rights of the running step of a board. */
  readonly running: (board: string) => RunningRights
  /** What somebody may do in a draft. */
  readonly drafting: (draft: { readonly board: string; readonly round: string }, member: Member) => Standing
  /** Does the running step of a board keep to each where they point? */
  readonly hidesPointers: (board: string) => boolean
  readonly joined: (room: Room, peer: Peer) => void
  readonly committed: (room: Room, changes: readonly string[]) => readonly Entry[]
  /** One frame that says nothing, sent to quiet rooms so that stock clients stay. */
  readonly heartbeat: Uint8Array
  /** How often each peer is asked whether it is there, ms. */
  readonly pingMs?: number
}

export class Rooms {
  readonly #options: RoomsOptions
  readonly #rooms = new Map<string, Room>()
  readonly tick: Tick
  readonly #timers: NodeJS.Timeout[]
  /** Damaged documents and when this process found them to be so: what healing has no end without. */
  readonly #damaged = new Map<string, number>()
  #sweeping: Promise<void> | undefined

  constructor(options: RoomsOptions) {
    this.#options = options
    this.tick = new Tick({ ...options, failing: isFailing => this.#tellFailing(isFailing) })
    this.#timers = [
      setInterval(() => this.#sweep(), SWEEP_MS).unref(),
      setInterval(() => this.#beat(), HEARTBEAT_MS).unref(),
      setInterval(() => this.#ping(), options.pingMs ?? PING_MS).unref(),
    ]
  }

  /** The room of a document that exists; undefined otherwise. */
  open(name: string): Room | undefined {
    const known = this.#rooms.get(name)
    if (known && !known.isDead) return known
    const parsed = parseDocumentName(name)
    const end = this.#options.metrics.loadSeconds.startTimer()
    const stored = parsed && this.#options.storage.document(name)
    if (!parsed || !stored) return undefined
    const { board } = parsed
    const room: Room = new Room({
      ...this.#options,
      name,
      board,
      schema: schemaOf(parsed),
      stored,
      standing: member => this.#standing(parsed, member),
      strip: (state, person) => {
        if (this.#options.hidesPointers(board)) return withoutPointers(state)
        return keepRemarks(state, effectiveRights(person.role, this.#options.running(board).rights).react)
      },
      isReadOnly: () => this.tick.isFailing,
      damagedSince: doc => this.#damagedSince(doc),
      wake: () => this.tick.wake(room),
    })
    end()
    this.#rooms.set(name, room)
    return room
  }

  #standing(name: DocumentName, member: Member): Standing {
    const { drafting, running, now } = this.#options
    if (name.kind === 'draft') return drafting(name, member)
    return { role: member.person.role, rights: member.rights(running(name.board), now()) }
  }

  /** Makes a change to a document as an entry of the tick: the server's own, or judged as a person's. */
  edit(
    name: string,
    as: Member | 'server',
    write: (document: BoardDocument) => void,
    entries: Batch = [],
  ): Promise<EditOutcome> {
    const room = this.open(name)
    if (!room) return Promise.reject(new Error(`No document ${name}.`))
    if (room.isClosing) return Promise.reject(new StorageError('The document is being renewed.', { full: true }))
    return new Promise((resolve, reject) => room.edit({ as, write, entries, resolve, reject }))
  }

  /** Reads a document as committed; undefined when there is none. */
  read<T>(name: string, look: (document: BoardDocument) => T): T | undefined {
    const room = this.open(name)
    if (!room) return undefined
    const document = createDocument()
    const stored = room.isCommitting ? this.#options.storage.document(name)?.updates : undefined
    applyUpdates(document, stored ?? [room.encode()], 'read')
    try {
      return look(document)
    } finally {
      document.destroy()
    }
  }

  #damagedSince(name: string): number {
    const since = this.#damaged.get(name) ?? this.#options.now()
    this.#damaged.set(name, since)
    return since
  }

  *peersOf(board: string): Iterable<Peer> {
    for (const room of this.#rooms.values()) if (room.board === board) yield* [...room.peers]
  }

  /** Boards that have a document in memory. */
  boards(): ReadonlySet<string> {
    return new Set([...this.#rooms.values()].map(room => room.board))
  }

  /** Is anybody there? */
  isOpen(board: string): boolean {
    return this.roomsOf(board).some(room => room.peers.size > 0)
  }

  /** A board that was deleted: everybody is let out, and nothing of it stays in memory. */
  async end(board: string): Promise<void> {
    const rooms = this.roomsOf(board)
    if (rooms.length === 0) return
    for (const room of rooms) {
      room.close()
      room.closeAll(CLOSE.noBoard)
    }
    // What was under way reaches the disk first: the board may be taken back.
    await this.tick.write([])
    await this.tick.write([])
    for (const room of rooms) await this.#putAway(room.name, room)
  }

  /** Documents that are over: whoever is in one is let out, what was under way is written, and then `end` takes them away. */
  async endDocuments(names: readonly string[], end: () => Promise<unknown>): Promise<void> {
    for (const name of names) {
      const room = this.#rooms.get(name)
      room?.close()
      room?.closeAll(CLOSE.noBoard)
    }
    await this.tick.write([])
    await this.tick.write([])
    await end()
    for (const name of names) this.#rooms.delete(name)
  }

  roomsOf(board: string): Room[] {
    return [...this.#rooms.values()].filter(room => room.board === board)
  }

  get peers(): number {
    return [...this.#rooms.values()].reduce((sum, room) => sum + room.peers.size, 0)
  }

  /** Open sockets by role. */
  countRoles(): Map<Role, number> {
    const counts = new Map<Role, number>()
    for (const room of this.#rooms.values())
      for (const { person } of room.peers) counts.set(person.role, (counts.get(person.role) ?? 0) + 1)
    return counts
  }

  #tellFailing(isFailing: boolean): void {
    this.#options.log.warn(isFailing ? 'storage.readOnly' : 'storage.back')
    for (const room of this.#rooms.values())
      for (const peer of [...room.peers]) peer.notify({ kind: 'readOnly', readOnly: isFailing })
  }

  #beat(): void {
    for (const room of this.#rooms.values()) for (const peer of room.peers) peer.sendPresence(this.#options.heartbeat)
  }

  #ping(): void {
    for (const room of this.#rooms.values()) for (const peer of [...room.peers]) peer.ping()
  }

  /** A slow disk can make one sweep last longer than the time to the next. */
  #sweep(): void {
    this.#sweeping ??= this.#sweepOnce()
      .catch(() => this.#options.log.warn('sweep.failed'))
      .finally(() => {
        this.#sweeping = undefined
      })
  }

  async #sweepOnce(): Promise<void> {
    let live = 0
    for (const [name, room] of [...this.#rooms]) {
      if (room.isDead) this.#rooms.delete(name)
      else if (room.isIdle && this.#options.now() - room.emptySince >= this.#options.idleMs)
        await this.#putAway(name, room)
      else {
        if (room.document.isHealed) await this.#endHealing(room)
        else if (room.document.wantsSnapshot && !room.document.isHealing) await this.#fold(room)
        room.emptyBin()
        if (room.mayRest) room.rest()
      }
      if (!room.isQuiet) live++
    }
    this.#options.metrics.rooms.set({ kind: 'live' }, live)
    this.#options.metrics.rooms.set({ kind: 'quiet' }, this.#rooms.size - live)
    this.#options.metrics.damaged.set([...this.#rooms.values()].filter(room => room.document.isHealing).length)
  }

  /** After each await: has someone come meanwhile? Then the room stays. */
  async #putAway(name: string, room: Room): Promise<void> {
    if (room.document.isHealed) await this.#endHealing(room)
    else if (room.document.hasLog && !room.document.isHealing) await this.#fold(room)
    if (!room.isIdle) return
    const stored = this.#options.storage.document(name)
    room.close()
    if (stored && stored.clients.size > MAX_CLIENT_IDS && !room.document.isHealing) await this.#renew(room)
    if (this.#rooms.get(name) === room) this.#rooms.delete(name)
  }

  async #renew(room: Room): Promise<void> {
    const { log } = this.#options
    try {
      await this.tick.write([{ kind: 'renew', doc: room.name, epoch: room.epoch + 1, data: renewed(room.encode()) }])
      log.info('document.renewed', { document: withoutPerson(room.name) })
    } catch {
      log.warn('renewal.failed')
    }
  }

  /** The mark goes with the commit that folds the log. */
  async #endHealing(room: Room): Promise<void> {
    if (room.isCommitting || !(await this.#write(room, room.document.healedSnapshot()))) return
    room.document.healed()
    this.#damaged.delete(room.name)
    this.#options.log.info('document.healed', { document: withoutPerson(room.name) })
  }

  async #fold(room: Room): Promise<void> {
    if (!room.isCommitting) await this.#write(room, room.document.snapshot())
  }

  /** Folds the log into a snapshot. A full disk is no reason to stop: the log stays. */
  async #write(room: Room, snapshot: Extract<Entry, { kind: 'snapshot' }>): Promise<boolean> {
    const { log } = this.#options
    try {
      await this.tick.write([snapshot])
      room.document.snapshotDone(snapshot)
      log.info('document.folded', { document: withoutPerson(room.name), bytes: snapshot.data.length })
      return true
    } catch {
      log.warn('compaction.failed')
      return false
    }
  }

  /** Drain: runs the last tick, tells everybody to come back, folds what is hot. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await this.#sweeping
    for (const room of this.#rooms.values()) for (const peer of room.peers) peer.notify({ kind: 'drain' })
    // Two turns: the first may be under way with a part of what has arrived.
    await this.tick.write([])
    await this.tick.write([])
    for (const room of this.#rooms.values()) room.closeAll(CLOSE.restart)
    await this.#foldAll()
    await this.tick.stop()
    this.#rooms.clear()
  }

  async #foldAll(): Promise<void> {
    const hot = [...this.#rooms.values()].filter(
      room => room.document.hasLog && !room.document.isHealing && !room.isDead,
    )
    const until = performance.now() + LAST_FOLD_MS
    for (let i = 0; i < hot.length && performance.now() < until; i += FOLDED_AT_ONCE)
      await Promise.all(hot.slice(i, i + FOLDED_AT_ONCE).map(room => this.#fold(room)))
  }
}
