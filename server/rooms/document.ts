/** A room's document: live while somebody writes in it, bytes while nobody does; and how far it is on disk. */
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import {
  applyUpdates,
  createDocument,
  dropPending,
  encodeState,
  encodeWhole,
  hasPending,
  stateVector,
} from '../../shared/wire/document.ts'
import type { QuietDocument } from '../../shared/wire/quiet.ts'
import { quietDocument } from '../../shared/wire/quiet.ts'
import type { Metrics } from '../metrics.ts'
import type { Entry, Storage, StoredDocument } from '../storage/storage.ts'
import type { Healing } from './healing.ts'
import { beginHealing, filledBy, isOver, missesMore } from './healing.ts'

/** A live document with what the gate must know about it. */
export interface Live {
  readonly document: BoardDocument
  readonly clients: Map<number, string>
  readonly makers: Map<string, string>
  /** `notes/<id>` → when it was put into the bin. */
  readonly binned: Map<string, number>
}

export interface RoomDocumentOptions {
  readonly storage: Storage
  readonly metrics: Metrics
  readonly now: () => number
  /** When this document was first found to be damaged, if it is; ms. */
  readonly damagedSince: (name: string) => number
}

/** Rows after which the log is folded into a snapshot, and bytes likewise. */
const COMPACT_ROWS = 2_000
const COMPACT_BYTES = 4 * 1024 * 1024
/** So long after its start a server believes a client that says it has seen more. */
const WENT_BACK_SECONDS = 600
const MAX_SIZE = 16 * 1024 * 1024

export class RoomDocument {
  readonly name: string
  readonly epoch: number
  readonly #options: RoomDocumentOptions
  #sequence: number
  #logRows: number
  #logBytes: number
  /** Bytes, log included: what the limit is about. */
  #size: number
  #healing: Healing | undefined
  #live: Live | undefined
  #quiet: QuietDocument | undefined

  constructor(stored: StoredDocument, options: RoomDocumentOptions) {
    this.name = stored.name
    this.epoch = stored.epoch
    this.#options = options
    this.#sequence = stored.sequence
    this.#logRows = stored.logRows
    this.#logBytes = stored.logBytes
    this.#size = stored.updates.reduce((sum, update) => sum + update.length, 0)
    if (stored.damaged) {
      const since = options.damagedSince(stored.name)
      this.#healing = beginHealing({ isDoubted: false, upTo: stored.sequence, since })
    }
    const [first] = stored.updates
    // Bytes with a hole in them do not say that they have one.
    if (stored.updates.length > 1 || stored.damaged) this.#live = decode(stored)
    else this.#quiet = quietDocument(first ?? encodeState(createDocument()))
  }

  /** Sequence of the last row on disk. */
  get sequence(): number {
    return this.#sequence
  }

  get isTooBig(): boolean {
    return this.#size > MAX_SIZE
  }

  // Healing -----------------------------------------------------------------------------------------------------------

  /** A row was damaged, or a client has seen more than is here: returning clients may heal it. */
  get isHealing(): boolean {
    return this.#healing !== undefined
  }

  /** Only a client's word says that something was lost. */
  get isDoubted(): boolean {
    return this.#healing?.isDoubted === true
  }

  /** A client says that it has seen this row, which is not here. */
  hears(sequence: number): void {
    if (this.#healing) this.#healing = missesMore(this.#healing, sequence)
    // A server can only have gone back by being started anew.
    else if (process.uptime() < WENT_BACK_SECONDS)
      this.#healing = beginHealing({ isDoubted: true, upTo: sequence, since: this.#options.now() })
  }

  /** A client that had seen all up to this row has brought what it has, and that is on disk. */
  filled(seen: number): void {
    const isWhole = !this.#live || !hasPending(this.#live.document)
    if (this.#healing && isWhole) this.#healing = filledBy(this.#healing, seen)
  }

  get isHealed(): boolean {
    return this.#healing !== undefined && isOver(this.#healing, this.#options.now())
  }

  /** The last word on what was lost: without what still waits for it, and the log folds. */
  healedSnapshot(): Extract<Entry, { kind: 'snapshot' }> {
    return { ...this.snapshot(), healed: true }
  }

  /** After its commit. */
  healed(): void {
    this.#healing = undefined
    if (this.#live) dropPending(this.#live.document)
  }

  // Live and quiet ----------------------------------------------------------------------------------------------------

  /** Undefined while it is quiet. */
  get live(): Live | undefined {
    return this.#live
  }

  wake(): Live {
    if (this.#live) return this.#live
    const stored = this.#options.storage.document(this.name)
    if (!stored) throw new Error('A room without a document.')
    const end = this.#options.metrics.loadSeconds.startTimer()
    this.#live = decode({ ...stored, updates: [this.#bytes().bytes] })
    this.#quiet = undefined
    end()
    return this.#live
  }

  /** Lets the live document go and keeps its bytes; not while something may be missing, which bytes do not show. */
  rest(): void {
    if (!this.#live || this.#healing) return
    this.#quiet = quietDocument(encodeState(this.#live.document))
    this.#live = undefined
  }

  /** What is in memory is not on disk: nobody may read it any more. */
  drop(): void {
    this.#live = undefined
    this.#quiet = undefined
  }

  /** Does it hold all of this update already? Never asked while it is live, when the gate says so. */
  contains(update: Update): boolean {
    try {
      return this.#bytes().contains(update)
    } catch {
      // Malformed: the gate will say so.
      return false
    }
  }

  #bytes(): QuietDocument {
    if (!this.#quiet) throw new Error('The document was dropped.')
    return this.#quiet
  }

  // Reading -----------------------------------------------------------------------------------------------------------

  vector(): Uint8Array {
    return this.#live ? stateVector(this.#live.document) : this.#bytes().vector
  }

  /** What a replica with this state vector lacks. Throws on a malformed vector. */
  since(vector: Uint8Array): Update {
    return this.#live ? encodeWhole(this.#live.document, vector) : this.#bytes().since(vector)
  }

  encode(): Update {
    return this.#live ? encodeWhole(this.#live.document) : this.#bytes().bytes
  }

  // The disk ----------------------------------------------------------------------------------------------------------

  /** The next row of its log. */
  row(data: Update, at: number): Extract<Entry, { kind: 'update' }> {
    return { kind: 'update', doc: this.name, sequence: this.#sequence + 1, at, data }
  }

  /** After its commit. */
  rowDone(data: Update): void {
    this.#sequence++
    this.#logRows++
    this.#logBytes += data.length
    this.#size += data.length
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

function decode(stored: StoredDocument): Live {
  const document = createDocument()
  applyUpdates(document, stored.updates, 'storage')
  return {
    document,
    clients: new Map(stored.clients),
    makers: new Map(stored.makers),
    binned: new Map(stored.binned),
  }
}
