/** A document that people have open: judges and applies what came since the last tick, and shows it once it is on disk. */
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import {
  applyUpdates,
  createDocument,
  encodeState,
  onUpdate,
  stateVector,
  transactTogether,
} from '../../shared/wire/document.ts'
import { CLOSE, encodePresence, encodeSync, SYNC } from '../../shared/wire/messages.ts'
import type { QuietDocument } from '../../shared/wire/quiet.ts'
import { quietDocument } from '../../shared/wire/quiet.ts'
import type { Change } from '../../shared/wire/inspect.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import type { RunningRights } from '../access/member.ts'
import type { Metrics } from '../metrics.ts'
import type { Entry, Storage, StoredDocument } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { binChange, deleteRecords, dueInBin } from './bin.ts'
import type { Edit, EditOutcome } from './edit.ts'
import { scratchUpdate, SERVER_PERSON } from './edit.ts'
import type { Verdict } from './gate.ts'
import { judge } from './gate.ts'
import type { Frame, Peer, PeerRoom } from './peer.ts'
import { RoomPresence } from './presence.ts'
import { stampNotes } from './stamp.ts'

/** A live document with what the gate must know about it. */
interface Live {
  readonly document: BoardDocument
  readonly clients: Map<number, string>
  readonly makers: Map<string, string>
  /** `notes/<id>` → when it was put into the bin. */
  readonly binned: Map<string, number>
}

/** What one tick did to one room, until it is on disk. */
interface Turn {
  update: Update | undefined
  readonly entries: Entry[]
  /** Peers with frames that are done with when the commit is. */
  readonly served: Map<Peer, { count: number; since: number }>
  readonly refused: { readonly peer: Peer; readonly verdict: Extract<Verdict, { kind: 'refused' }> }[]
  readonly gone: { readonly peer: Peer; readonly records: readonly string[] }[]
  readonly outcomes: { readonly edit: Edit; readonly outcome: EditOutcome }[]
}

export interface RoomOptions {
  readonly name: string
  readonly board: string
  readonly schema: DocumentSchema
  readonly storage: Storage
  readonly stored: StoredDocument
  readonly now: () => number
  readonly running: () => RunningRights
  readonly metrics: Metrics
  /** Storage takes nothing at the moment. */
  readonly isReadOnly: () => boolean
  /** There is work: the tick is asked to come. */
  readonly wake: () => void
  /** Changes that were committed, for what is kept beside the document (titles, activity). */
  readonly committed: (room: Room, changes: readonly string[]) => readonly Entry[]
}

/** Rows after which the log is folded into a snapshot, and bytes likewise. */
const COMPACT_ROWS = 2_000
const COMPACT_BYTES = 4 * 1024 * 1024
/** A room that nobody wrote in for so long keeps bytes only. */
const QUIET_MS = 10_000
/** So long after its start a server believes a client that says it has seen more. */
const WENT_BACK_SECONDS = 600
const MAX_DOCUMENT = 16 * 1024 * 1024
const TOO_BIG = { kind: 'refused', code: CLOSE.tooBig, reason: 'tooBig' } as const

export class Room implements PeerRoom {
  readonly name: string
  readonly board: string
  readonly peers = new Set<Peer>()
  readonly presence = new RoomPresence()
  /** When the last peer left, or the room was opened with none; ms. */
  emptySince: number
  readonly #options: Omit<RoomOptions, 'stored'>
  #epoch: number
  #sequence: number
  #logRows: number
  #logBytes: number
  /** Bytes of the document, log included: what the limit is about. */
  #size: number
  #healing: 'no' | 'doubted' | 'damaged'
  #live: Live | undefined
  #quiet: QuietDocument | undefined
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
    this.#epoch = stored.epoch
    this.#sequence = stored.sequence
    this.#logRows = stored.logRows
    this.#logBytes = stored.logBytes
    this.#size = stored.updates.reduce((sum, update) => sum + update.length, 0)
    this.#healing = stored.damaged ? 'damaged' : 'no'
    this.emptySince = options.now()
    this.#wroteAt = options.now()
    const [first] = stored.updates
    if (stored.updates.length > 1) this.#live = this.#decode(stored)
    else this.#quiet = quietDocument(first ?? encodeState(createDocument()))
  }

  get epoch(): number {
    return this.#epoch
  }

  get sequence(): number {
    return this.#sequence
  }

  /** A row of this document was damaged, or a client has seen more than is here: returning clients may heal it. */
  get isHealing(): boolean {
    return this.#healing !== 'no'
  }

  get isQuiet(): boolean {
    return this.#live === undefined
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

  heal(): void {
    // A server can only have gone back by being started anew.
    if (this.#healing === 'no' && process.uptime() < WENT_BACK_SECONDS) this.#healing = 'doubted'
  }

  // Peers -------------------------------------------------------------------------------------------------------------

  /** One who comes gets our vector, who is here, and then what they ask for. */
  join(peer: Peer): void {
    this.peers.add(peer)
    peer.notify({
      kind: 'welcome',
      schema: this.#options.schema.version,
      person: peer.person.id,
      role: peer.person.role,
    })
    if (this.#options.isReadOnly()) peer.notify({ kind: 'readOnly', readOnly: true })
    peer.sendReceipt()
    // While a commit is under way our vector counts what is not on disk yet.
    if (this.#turn) this.#newcomers.add(peer)
    else this.#greet(peer)
  }

  #greet(peer: Peer): void {
    peer.send(encodeSync(SYNC.step1, this.#vector()))
    this.sendEveryone(peer)
  }

  leave(peer: Peer): void {
    if (!this.peers.delete(peer)) return
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
    const verdict = this.presence.take(peer, payload, state => state)
    if (verdict === 'malformed') peer.close(CLOSE.malformed)
    else if (verdict === 'taken') this.#options.wake()
  }

  /** Answered at once from what is on disk, or after the commit that is under way. */
  askState(peer: Peer, vector: Uint8Array): void {
    if (this.#turn) this.#questions.set(peer, vector)
    else this.#answer(peer, vector)
  }

  #answer(peer: Peer, vector: Uint8Array): void {
    try {
      peer.sendState(encodeSync(SYNC.step2, this.#since(vector)))
    } catch {
      peer.close(CLOSE.malformed)
    }
  }

  /** A name, a colour or a role changed. */
  restampPresence(): void {
    this.presence.restamp(state => state)
    if (this.presence.isDirty) this.#options.wake()
  }

  sendEveryone(peer: Peer): void {
    if (this.presence.size > 0) peer.sendPresence(encodePresence(this.presence.everyone()))
  }

  // Reading -----------------------------------------------------------------------------------------------------------

  #vector(): Uint8Array {
    return this.#live ? stateVector(this.#live.document) : this.#bytes().vector
  }

  #since(vector: Uint8Array): Update {
    return this.#live ? encodeState(this.#live.document, vector) : this.#bytes().since(vector)
  }

  #bytes(): QuietDocument {
    if (!this.#quiet) throw new Error('A room is either live or quiet.')
    return this.#quiet
  }

  /** The live document is ahead of the disk. */
  get isCommitting(): boolean {
    return this.#turn !== undefined
  }

  /** The whole document; as last committed, unless a commit is under way. */
  encode(): Update {
    return this.#live ? encodeState(this.#live.document) : this.#bytes().bytes
  }

  /** A value of a root map, in the middle of a tick; undefined while the room is quiet. */
  value(root: string, key: string): unknown {
    return this.#live?.document.getMap(root).get(key)
  }

  // The tick ----------------------------------------------------------------------------------------------------------

  edit(edit: Edit): void {
    this.#edits.push(edit)
    this.#options.wake()
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
    const turn: Turn = { update: undefined, entries: [], served: new Map(), refused: [], gone: [], outcomes: [] }
    this.#turn = turn
    if (options.readOnly) {
      this.#turnAway(frames, edits, turn)
      return []
    }
    const rest = this.#passQuietly(frames, turn)
    if (rest.length > 0 || edits.length > 0) this.#write(rest, edits, turn)
    return turn.entries
  }

  /** While the room is quiet: frames that bring nothing new are done without waking it. */
  #passQuietly(frames: readonly Frame[], turn: Turn): readonly Frame[] {
    if (this.#live) return frames
    const quiet = this.#bytes()
    const index = frames.findIndex(frame => !contains(quiet, frame.data))
    for (const frame of index < 0 ? frames : frames.slice(0, index)) this.#pass(frame, turn)
    return index < 0 ? [] : frames.slice(index)
  }

  /** While storage fails nothing is taken: whoever brings something new keeps it and comes back. */
  #turnAway(frames: readonly Frame[], edits: readonly Edit[], turn: Turn): void {
    const quiet = this.#bytes()
    for (const frame of frames) {
      if (contains(quiet, frame.data)) this.#pass(frame, turn)
      else frame.peer.close(CLOSE.readOnly)
    }
    for (const edit of edits) edit.reject(new StorageError('Storage takes nothing at the moment.', { full: false }))
  }

  #pass(frame: Frame, turn: Turn): void {
    const { peer } = frame
    const served = turn.served.get(peer) ?? { count: 0, since: frame.at }
    served.count++
    turn.served.set(peer, served)
    if (frame.step2) peer.hasSynced = true
  }

  #write(frames: readonly Frame[], edits: readonly Edit[], turn: Turn): void {
    const live = this.#wake()
    const updates: Update[] = []
    const changed: string[] = []
    const forget = onUpdate(live.document, update => updates.push(update))
    try {
      transactTogether(live.document, this, () => {
        for (const frame of frames) this.#judgeFrame(frame, live, turn, changed)
        for (const edit of edits) this.#judgeEdit(edit, live, turn, changed)
      })
    } finally {
      forget()
    }
    const [update] = updates
    if (!update) return
    turn.update = update
    this.#wroteAt = this.#options.now()
    turn.entries.push({
      kind: 'update',
      doc: this.name,
      sequence: this.#sequence + 1,
      at: this.#wroteAt,
      data: update,
    })
    turn.entries.push(...this.#options.committed(this, changed))
  }

  #judgeFrame(frame: Frame, live: Live, turn: Turn, changed: string[]): void {
    const { peer } = frame
    if (peer.isRefused || peer.member.isRemoved) return
    const verdict: Verdict = this.#size > MAX_DOCUMENT ? TOO_BIG : this.#judge(frame.data, peer, live, frame.step2)
    switch (verdict.kind) {
      case 'nothing':
        return this.#settle(frame, live, turn, changed)
      case 'gap':
        if (peer.hasSynced || frame.step2 || !peer.keep(frame)) peer.close(CLOSE.readOnly)
        return
      case 'refused':
        peer.isRefused = true
        turn.refused.push({ peer, verdict })
        return
      case 'accepted':
        this.#take(verdict, peer.person.id, frame.data, live, turn, changed)
        if (verdict.gone.length > 0) turn.gone.push({ peer, records: verdict.gone })
        return this.#settle(frame, live, turn, changed)
    }
  }

  #settle(frame: Frame, live: Live, turn: Turn, changed: string[]): void {
    this.#pass(frame, turn)
    if (frame.step2) for (const kept of frame.peer.takeStash()) this.#judgeFrame(kept, live, turn, changed)
  }

  #judge(data: Update, peer: Pick<Peer, 'member'>, live: Live, step2: boolean): Verdict {
    const { member } = peer
    const rights = member.rights(this.#options.running(), this.#options.now())
    return judge(
      data,
      {
        document: live.document,
        schema: this.#options.schema,
        clients: live.clients,
        makers: live.makers,
        healing: this.isHealing,
        isDoubted: this.#healing === 'doubted',
      },
      { person: member.person.id, role: member.person.role, rights },
      { step2 },
    )
  }

  /** Applies an accepted frame and remembers whose client ids and records it brought. */
  #take(
    verdict: Extract<Verdict, { kind: 'accepted' }>,
    person: string,
    data: Update,
    live: Live,
    turn: Turn,
    changed: string[],
  ): void {
    applyUpdates(live.document, [data], this)
    for (const client of verdict.claims) this.#claim(client, person, live, turn)
    for (const record of verdict.made) {
      if (live.makers.has(record)) continue
      live.makers.set(record, person)
      turn.entries.push({ kind: 'maker', doc: this.name, record, person })
    }
    for (const change of verdict.changes) {
      changed.push(subjectOf(change))
      turn.entries.push(...this.#followBin(change, live))
    }
    if (stampNotes(live.document, verdict.changes, { person, now: this.#options.now() }))
      this.#claim(live.document.clientID, SERVER_PERSON, live, turn)
  }

  /** Remembers when a record went into the bin, which the document does not say. */
  #followBin(change: Change, live: Live): readonly Entry[] {
    const at = binChange(change, this.#options.now())
    const record = `${change.root}/${change.record}`
    if (at === undefined || (at === null && !live.binned.has(record))) return []
    if (at === null) live.binned.delete(record)
    else live.binned.set(record, at)
    return [{ kind: 'bin', doc: this.name, record, at }]
  }

  /** Empties the bin of what lies there too long, or of the oldest of too many. */
  emptyBin(): void {
    const due = this.#live ? dueInBin(this.#live.binned, this.#options.now()) : []
    if (due.length === 0) return
    this.edit({
      as: 'server',
      write: document => {
        deleteRecords(document, due)
        for (const record of due) this.#live?.binned.delete(record)
      },
      entries: due.map(record => ({ kind: 'bin', doc: this.name, record, at: null })),
      resolve: () => {},
      reject: () => {},
    })
  }

  #claim(client: number, person: string, live: Live, turn: Turn): void {
    if (live.clients.has(client)) return
    live.clients.set(client, person)
    turn.entries.push({ kind: 'client', doc: this.name, client, person })
  }

  /** An edit of the server's own, or one it makes for a person (PUT): judged like a frame of theirs. */
  #judgeEdit(edit: Edit, live: Live, turn: Turn, changed: string[]): void {
    if (edit.as === 'server') {
      edit.write(live.document)
      this.#claim(live.document.clientID, SERVER_PERSON, live, turn)
      turn.entries.push(...edit.entries)
      turn.outcomes.push({ edit, outcome: { kind: 'done' } })
      return
    }
    const data = scratchUpdate(live.document, edit.write)
    const verdict = this.#judge(data, { member: edit.as }, live, true)
    if (verdict.kind === 'accepted') this.#take(verdict, edit.as.person.id, data, live, turn, changed)
    const isDone = verdict.kind === 'accepted' || verdict.kind === 'nothing'
    if (isDone) turn.entries.push(...edit.entries)
    const outcome: EditOutcome = isDone
      ? { kind: 'done' }
      : { kind: 'refused', reason: verdict.kind === 'refused' ? verdict.reason : 'malformed' }
    turn.outcomes.push({ edit, outcome })
  }

  /** The commit went through: shows the tick to everybody, document first, presence after. */
  show(): void {
    const turn = this.#turn
    this.#turn = undefined
    if (!turn) return
    if (turn.update) {
      this.#sequence++
      this.#logRows++
      this.#logBytes += turn.update.length
      this.#size += turn.update.length
    }
    const update = turn.update && encodeSync(SYNC.update, turn.update)
    const presence = this.presence.isDirty ? encodePresence(this.presence.takeNews()) : undefined
    this.#count(turn)
    for (const peer of this.peers) {
      const isServed = turn.served.has(peer)
      if (!update && !presence && !isServed) continue
      peer.together(() => {
        if (update) peer.send(update)
        if (presence) peer.sendPresence(presence)
        if (isServed) peer.sendReceipt()
      })
    }
    this.#tellRefused(turn)
    for (const { peer, records } of turn.gone) peer.notify({ kind: 'gone', records })
    for (const { edit, outcome } of turn.outcomes) edit.resolve(outcome)
    for (const peer of this.#newcomers) this.#greet(peer)
    this.#newcomers.clear()
    for (const [peer, vector] of this.#questions) this.#answer(peer, vector)
    this.#questions.clear()
  }

  #count(turn: Turn): void {
    const now = this.#options.now()
    for (const [peer, { count, since }] of turn.served) {
      peer.counted += count
      this.#options.metrics.receiptSeconds.observe((now - since) / 1000)
    }
  }

  #tellRefused(turn: Turn): void {
    for (const { peer, verdict } of turn.refused) {
      this.#options.metrics.refused.inc({ reason: verdict.reason })
      peer.counted++
      peer.sendReceipt()
      peer.notify({ kind: 'refused', reason: verdict.reason, ...(verdict.right ? { right: verdict.right } : {}) })
      peer.close(verdict.code)
    }
  }

  /** The commit failed twice: what is in memory is not on disk, so it goes. Clients come back with what they have. */
  fail(error: unknown): void {
    const turn = this.#turn
    this.#isDead = true
    this.#turn = undefined
    this.#live = undefined
    for (const { edit } of turn?.outcomes ?? []) edit.reject(error)
    for (const edit of this.#edits) edit.reject(error)
    this.#edits = []
    this.#inbox = []
    this.closeAll(CLOSE.readOnly)
  }

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

  closeAll(code: typeof CLOSE.readOnly | typeof CLOSE.restart | typeof CLOSE.noBoard | typeof CLOSE.otherEpoch): void {
    for (const peer of [...this.peers]) peer.close(code)
  }

  // Live and quiet ----------------------------------------------------------------------------------------------------

  #decode(stored: StoredDocument): Live {
    const document = createDocument()
    applyUpdates(document, stored.updates, this)
    return {
      document,
      clients: new Map(stored.clients),
      makers: new Map(stored.makers),
      binned: new Map(stored.binned),
    }
  }

  #wake(): Live {
    if (this.#live) return this.#live
    const stored = this.#options.storage.document(this.name)
    if (!stored) throw new Error('A room without a document.')
    const end = this.#options.metrics.loadSeconds.startTimer()
    this.#live = this.#decode({ ...stored, updates: [this.#bytes().bytes] })
    this.#quiet = undefined
    end()
    return this.#live
  }

  get mayRest(): boolean {
    return this.#live !== undefined && !this.#turn && !this.hasWork && this.#options.now() - this.#wroteAt >= QUIET_MS
  }

  /** Lets the live document go and keeps its bytes. */
  rest(): void {
    if (!this.#live || this.#turn) return
    this.#quiet = quietDocument(encodeState(this.#live.document))
    this.#live = undefined
  }

  get wantsSnapshot(): boolean {
    return this.#logRows > COMPACT_ROWS || this.#logBytes > COMPACT_BYTES
  }

  get hasLog(): boolean {
    return this.#logRows > 0
  }

  /** The log folded into one row: from the live document, never by merging updates. */
  snapshot(): Extract<Entry, { kind: 'snapshot' }> {
    return { kind: 'snapshot', doc: this.name, sequence: this.#sequence, data: this.encode() }
  }

  /** After its commit. Rows that came meanwhile stand behind it. */
  snapshotDone(snapshot: { readonly sequence: number; readonly data: Uint8Array }): void {
    this.#logRows = this.#sequence - snapshot.sequence
    this.#logBytes = 0
    this.#size = snapshot.data.length
  }
}

/** `notes/<id>`, or `about/title` in a register. */
const subjectOf = (change: Change): string =>
  `${change.root}/${change.record || ('field' in change ? change.field : '')}`

function contains(quiet: QuietDocument, data: Update): boolean {
  try {
    return quiet.contains(data)
  } catch {
    // Malformed: the gate will say so.
    return false
  }
}
