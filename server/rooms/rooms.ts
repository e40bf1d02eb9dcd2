/** All rooms in memory: opens them when someone comes, lets them rest and go when nobody needs them. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument } from '../../shared/wire/document.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import { renewed } from '../../shared/wire/renew.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Member, RunningRights } from '../access/member.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Batch, Entry, Storage } from '../storage/storage.ts'
import type { EditOutcome } from './edit.ts'
import { parseDocumentName, schemaOf } from './names.ts'
import type { Peer } from './peer.ts'
import { Room } from './room.ts'
import { Tick } from './tick.ts'

const SWEEP_MS = 1_000
const HEARTBEAT_MS = 10_000
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
  readonly committed: (room: Room, changes: readonly string[]) => readonly Entry[]
  /** One frame that says nothing, sent to quiet rooms so that stock clients stay. */
  readonly heartbeat: Uint8Array
}

export class Rooms {
  readonly #options: RoomsOptions
  readonly #rooms = new Map<string, Room>()
  readonly tick: Tick
  readonly #timers: NodeJS.Timeout[]

  constructor(options: RoomsOptions) {
    this.#options = options
    this.tick = new Tick({ ...options, failing: isFailing => this.#tellFailing(isFailing) })
    this.#timers = [
      setInterval(() => void this.#sweep(), SWEEP_MS).unref(),
      setInterval(() => this.#beat(), HEARTBEAT_MS).unref(),
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
      running: () => this.#options.running(board),
      wake: () => this.tick.wake(room),
    })
    end()
    this.#rooms.set(name, room)
    return room
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
    return new Promise((resolve, reject) => room.edit({ as, write, entries, resolve, reject }))
  }

  /** Reads a document as committed; undefined when there is none. */
  read<T>(name: string, look: (document: BoardDocument) => T): T | undefined {
    const room = this.open(name)
    if (!room) return undefined
    const document = createDocument()
    applyUpdates(document, [room.encode()], 'read')
    try {
      return look(document)
    } finally {
      document.destroy()
    }
  }

  *peersOf(board: string): Iterable<Peer> {
    for (const room of this.#rooms.values()) if (room.board === board) yield* [...room.peers]
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

  async #sweep(): Promise<void> {
    let live = 0
    for (const [name, room] of [...this.#rooms]) {
      if (room.isDead) this.#rooms.delete(name)
      else if (room.isIdle && this.#options.now() - room.emptySince >= this.#options.idleMs)
        await this.#putAway(name, room)
      else {
        if (room.wantsSnapshot && !room.isHealing) await this.#fold(room)
        room.emptyBin()
        if (room.mayRest) room.rest()
      }
      if (!room.isQuiet) live++
    }
    this.#options.metrics.rooms.set({ kind: 'live' }, live)
    this.#options.metrics.rooms.set({ kind: 'quiet' }, this.#rooms.size - live)
    this.#options.metrics.damaged.set([...this.#rooms.values()].filter(room => room.isHealing).length)
  }

  /** After each await: has someone come meanwhile? Then the room stays. */
  async #putAway(name: string, room: Room): Promise<void> {
    if (room.hasLog && !room.isHealing) await this.#fold(room)
    if (!room.isIdle) return
    room.close()
    const stored = this.#options.storage.document(name)
    if (stored && stored.clients.size > MAX_CLIENT_IDS && !room.isHealing) await this.#renew(room)
    if (this.#rooms.get(name) === room) this.#rooms.delete(name)
  }

  async #renew(room: Room): Promise<void> {
    try {
      await this.tick.write([{ kind: 'renew', doc: room.name, epoch: room.epoch + 1, data: renewed(room.encode()) }])
    } catch {
      this.#options.log.warn('renewal.failed')
    }
  }

  /** Folds the log into a snapshot. A full disk is no reason to stop: the log stays. */
  async #fold(room: Room): Promise<void> {
    const snapshot = room.snapshot()
    try {
      await this.tick.write([snapshot])
      room.snapshotDone(snapshot)
    } catch {
      this.#options.log.warn('compaction.failed')
    }
  }

  /** Drain: runs the last tick, tells everybody to come back, folds what is hot. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const room of this.#rooms.values()) for (const peer of room.peers) peer.notify({ kind: 'drain' })
    // Two turns: the first may be under way with a part of what has arrived.
    await this.tick.write([])
    await this.tick.write([])
    for (const room of this.#rooms.values()) room.closeAll(CLOSE.restart)
    for (const room of this.#rooms.values()) if (room.hasLog && !room.isHealing && !room.isDead) await this.#fold(room)
    await this.tick.stop()
    this.#rooms.clear()
  }
}
