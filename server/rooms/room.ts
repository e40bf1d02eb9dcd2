/** A document that people have open: who is there, what of theirs waits for the tick, and what each gets to hear. */
import type { Update } from '../../shared/wire/document.ts'
import { CLOSE, encodePresence, encodeSync, SYNC } from '../../shared/wire/messages.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import type { Metrics } from '../metrics.ts'
import type { Entry, Storage, StoredDocument } from '../storage/storage.ts'
import { deleteRecords, dueInBin } from './bin.ts'
import { RoomDocument } from './document.ts'
import type { Edit } from './edit.ts'
import type { Frame, Peer, PeerRoom } from './peer.ts'
import type { Strip } from './presence.ts'
import { RoomPresence } from './presence.ts'
import { showTurn } from './show.ts'
import type { Turn, TurnRoom } from './turn.ts'
import { createTurn, passQuietly, turnAway, write } from './turn.ts'

export interface RoomOptions {
  readonly name: string
  readonly board: string
  readonly schema: DocumentSchema
  readonly storage: Storage
  readonly stored: StoredDocument
  readonly now: () => number
  readonly standing: TurnRoom['standing']
  /** What is left of what a tab says of itself. */
  readonly strip: Strip
  readonly metrics: Metrics
  /** Storage takes nothing at the moment. */
  readonly isReadOnly: () => boolean
  readonly damagedSince: (name: string) => number
  /** Somebody came who may have to be told more. */
  readonly joined: (room: Room, peer: Peer) => void
  /** There is work: the tick is asked to come. */
  readonly wake: () => void
  /** Changes that were committed, for what is kept beside the document (titles, activity). */
  readonly committed: (room: Room, changes: readonly string[]) => readonly Entry[]
}

/** A room that nobody wrote in for so long keeps bytes only. */
const QUIET_MS = 10_000

export class Room implements PeerRoom {
  readonly name: string
  readonly board: string
  readonly document: RoomDocument
  readonly peers = new Set<Peer>()
  readonly presence = new RoomPresence()
  /** When the last peer left, or the room was opened with none; ms. */
  emptySince: number
  readonly #options: Omit<RoomOptions, 'stored'>
  #inbox: Frame[] = []
  #edits: Edit[] = []
  #questions = new Map<Peer, Uint8Array>()
  #newcomers = new Set<Peer>()
  #turn: Turn | undefined
  #wroteAt: number
  #isDead = false
  #isClosing = false

  constructor(options: RoomOptions) {
    // What was stored is not kept beside what is made of it: a quiet room is small.
    const { stored, ...rest } = options
    this.#options = rest
    this.name = options.name
    this.board = options.board
    this.document = new RoomDocument(stored, rest)
    this.emptySince = options.now()
    this.#wroteAt = options.now()
  }

  get epoch(): number {
    return this.document.epoch
  }

  /** What a receipt may say that its reader has seen: nothing, while something may be missing here. */
  get sequence(): number | undefined {
    return this.document.isHealing ? undefined : this.document.sequence
  }

  get isQuiet(): boolean {
    return this.document.live === undefined
  }

  get hasWork(): boolean {
    return this.#inbox.length > 0 || this.#edits.length > 0 || this.presence.isDirty || this.#questions.size > 0
  }

  get frames(): number {
    return this.#inbox.length
  }

  /** Nothing and nobody needs it in memory. */
  get isIdle(): boolean {
    return this.peers.size === 0 && !this.hasWork && !this.#turn
  }

  // Peers -------------------------------------------------------------------------------------------------------------

  /** One who comes gets our vector, who is here, and then what they ask for. */
  join(peer: Peer): void {
    if (this.#isDead) return peer.close(CLOSE.readOnly)
    this.peers.add(peer)
    peer.member.trace.came(this.#options.now())
    peer.notify({
      kind: 'welcome',
      schema: this.#options.schema.version,
      person: peer.person.id,
      role: peer.person.role,
    })
    if (this.#options.isReadOnly()) peer.notify({ kind: 'readOnly', readOnly: true })
    this.#options.joined(this, peer)
    peer.sendReceipt()
    // While a commit is under way our vector counts what is not on disk yet.
    if (this.#turn) this.#newcomers.add(peer)
    else this.#greet(peer)
  }

  #greet(peer: Peer): void {
    peer.send(encodeSync(SYNC.step1, this.document.vector()))
    this.sendEveryone(peer)
  }

  leave(peer: Peer): void {
    if (!this.peers.delete(peer)) return
    peer.member.trace.left(this.#options.now())
    this.#inbox = this.#inbox.filter(frame => frame.peer !== peer || !peer.member.isRemoved)
    this.#questions.delete(peer)
    this.#newcomers.delete(peer)
    this.presence.leave(peer)
    if (this.peers.size === 0) this.emptySince = this.#options.now()
    if (this.presence.isDirty) this.#options.wake()
  }

  takeFrame(frame: Frame): void {
    this.#inbox.push(frame)
    this.#options.wake()
  }

  takePresence(peer: Peer, payload: Uint8Array): void {
    const verdict = this.presence.take(peer, payload, this.#options.strip)
    if (verdict === 'malformed') return peer.close(CLOSE.malformed)
    if (verdict === 'taken') peer.member.trace.acted(this.#options.now())
    if (this.presence.isDirty) this.#options.wake()
  }

  /** Answered at once from what is on disk, or after the commit that is under way. */
  askState(peer: Peer, vector: Uint8Array): void {
    if (this.#turn) this.#questions.set(peer, vector)
    else this.#answer(peer, vector)
  }

  #answer(peer: Peer, vector: Uint8Array): void {
    try {
      peer.sendState(encodeSync(SYNC.step2, this.document.since(vector)))
    } catch {
      peer.close(CLOSE.malformed)
    }
  }

  /** A name, a colour or a role changed, or a step that keeps more to each. */
  restampPresence(): void {
    this.presence.restamp(this.#options.strip)
    if (this.presence.isDirty) this.#options.wake()
  }

  /** What the server tells of its own, beside what people say of themselves. */
  speak(state: Readonly<Record<string, unknown>> | null): void {
    this.presence.speak(state)
    if (this.presence.isDirty) this.#options.wake()
  }

  sendEveryone(peer: Peer): void {
    if (this.presence.size > 0) peer.sendPresence(encodePresence(this.presence.everyone()))
  }

  closeAll(code: typeof CLOSE.readOnly | typeof CLOSE.restart | typeof CLOSE.noBoard | typeof CLOSE.otherEpoch): void {
    for (const peer of [...this.peers]) peer.close(code)
  }

  // Reading -----------------------------------------------------------------------------------------------------------

  /** The live document is ahead of the disk. */
  get isCommitting(): boolean {
    return this.#turn !== undefined
  }

  /** The whole document; as last committed, unless a commit is under way. */
  encode(): Update {
    return this.document.encode()
  }

  /** A value of a root map, in the middle of a tick; undefined while the room is quiet. */
  value(root: string, key: string): unknown {
    return this.document.live?.document.getMap(root).get(key)
  }

  // The tick ----------------------------------------------------------------------------------------------------------

  edit(edit: Edit): void {
    this.#edits.push(edit)
    this.#options.wake()
  }

  /** Empties the bin of what lies there too long, or of the oldest of too many. */
  emptyBin(): void {
    const { live } = this.document
    const due = live ? dueInBin(live.binned, this.#options.now()) : []
    if (due.length === 0) return
    this.edit({
      as: 'server',
      write: document => {
        deleteRecords(document, due)
        for (const record of due) this.document.live?.binned.delete(record)
      },
      entries: due.map(record => ({ kind: 'bin', doc: this.name, record, at: null })),
      resolve: () => {},
      reject: () => {},
    })
  }

  /** Judges and applies all that waits, in order of arrival; answers what must be written for it. */
  turn(options: { readonly readOnly: boolean }): readonly Entry[] {
    if (this.#isDead) return []
    const frames = this.#inbox
    const edits = this.#edits
    this.#inbox = []
    this.#edits = []
    // What is only read can be judged from bytes.
    if (options.readOnly) this.rest()
    const turn = createTurn()
    this.#turn = turn
    if (options.readOnly) {
      turnAway(frames, edits, this.document, turn)
      return []
    }
    try {
      const rest = passQuietly(frames, this.document, turn)
      if (rest.length > 0 || edits.length > 0) this.#write(rest, edits, turn)
    } catch (error) {
      for (const edit of edits) edit.reject(error)
      throw error
    }
    return turn.entries
  }

  #write(frames: readonly Frame[], edits: readonly Edit[], turn: Turn): void {
    write(frames, edits, { ...this.#options, document: this.document }, turn)
    if (!turn.update) return
    this.#wroteAt = this.#options.now()
    turn.entries.push(...this.#options.committed(this, turn.changed))
  }

  /** The commit went through: everybody sees the turn, and who waited for it is answered. */
  show(): void {
    const turn = this.#turn
    this.#turn = undefined
    if (!turn) return
    if (turn.update) this.document.rowDone(turn.update)
    this.document.filled(turn.filledTo)
    showTurn(turn, { ...this.#options, peers: this.peers, presence: this.presence })
    for (const peer of this.#newcomers) this.#greet(peer)
    this.#newcomers.clear()
    for (const [peer, vector] of this.#questions) this.#answer(peer, vector)
    this.#questions.clear()
  }

  /** The commit failed twice: what is in memory is not on disk, so it goes. Clients come back with what they have. */
  fail(error: unknown): void {
    const turn = this.#turn
    this.#isDead = true
    this.#turn = undefined
    this.document.drop()
    for (const { edit } of turn?.outcomes ?? []) edit.reject(error)
    for (const edit of this.#edits) edit.reject(error)
    this.#edits = []
    this.#inbox = []
    this.closeAll(CLOSE.readOnly)
  }

  // Its life ----------------------------------------------------------------------------------------------------------

  get isDead(): boolean {
    return this.#isDead
  }

  /** Nobody may come in any more; who tries is asked to come back. */
  close(): void {
    this.#isClosing = true
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  get mayRest(): boolean {
    return (
      !this.isQuiet &&
      !this.document.isHealing &&
      !this.#turn &&
      !this.hasWork &&
      this.#options.now() - this.#wroteAt >= QUIET_MS
    )
  }

  rest(): void {
    if (!this.#turn) this.document.rest()
  }
}
