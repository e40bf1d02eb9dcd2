/** One document of the board through its lives: loaded from its copy, kept in step, and begun afresh when the server says so. */
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import { createDocument } from '../../shared/wire/document.ts'
import type { RefusalReason } from '../../shared/wire/messages.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { Connection, ConnectionNews, ConnectionOptions } from './connection.ts'
import type { Copies, Copy } from './copy.ts'
import type { CopyName, Device } from './device.ts'
import { databaseName } from './device.ts'
import type { Line, Unsaved } from './saved.ts'
import { isSaved, NOTHING_UNSAVED, unsavedOf, withStranded } from './saved.ts'
import type { Stranded } from './stranded.ts'
import type { Timers } from './timers.ts'

/** A document between two fresh starts. */
export interface Life {
  readonly document: BoardDocument
  readonly connection: Connection
  readonly copy: CopyName
}

export type KeptNews =
  | Exclude<ConnectionNews, { kind: 'ended' }>
  /** Something could not be brought to the server; so many changes are offered to their author. */
  | { readonly kind: 'stranded'; readonly reason: RefusalReason; readonly offers: number }

export interface KeptOptions {
  readonly name: Omit<CopyName, 'epoch' | 'generation'>
  /** The life of the document on the server, as last told. */
  readonly epoch: number
  readonly device: Device
  readonly copies: Copies
  readonly timers: Timers
  readonly connect: (
    life: Pick<ConnectionOptions, 'document' | 'epoch' | 'unsaved' | 'sequence' | 'attempts'>,
  ) => Connection
}

export interface Rescue {
  /** Which life the document has now; undefined when nobody answers. */
  readonly askEpoch: () => Promise<number | undefined>
  /** Puts what would be lost where its author finds it, before this returns; tells how much that was. */
  readonly salvage: (stranded: Stranded) => number
}

const ASK_AGAIN_MS = 5_000
/** A copy that is not there by then is not waited for. */
const LATE_MS = 3_000

export class KeptDocument {
  readonly #options: KeptOptions
  readonly #life: Value<Life>
  readonly #line: Value<Line>
  readonly #news = new Signal<KeptNews>()
  #connection: Connection
  #copy: Copy | undefined
  #unfollow: Unsubscribe = () => undefined
  #stopAsking: Unsubscribe = () => undefined
  #rescue: Rescue | undefined
  #reason: RefusalReason | undefined
  /** Fresh starts since something was last saved. */
  #renewals = 0
  /** This tab's unsaved changes as they are on the device. */
  #kept: Unsaved
  #isClosed = false

  private constructor(options: KeptOptions, life: Life, copy: Copy) {
    this.#options = options
    this.#life = new Value(life)
    this.#line = new Value(life.connection.line.value)
    this.#connection = life.connection
    this.#copy = copy
    this.#kept = unsavedOf(life.connection.line.value)
    this.#follow(life)
  }

  /** Opens what this device has of the document. */
  static async open(options: KeptOptions): Promise<KeptDocument> {
    const { device, epoch, name } = options
    const known = device.currentCopy(name)
    const copy = known && known.epoch >= epoch ? known : freshCopy(options, epoch)
    device.setCurrentCopy(copy)
    const document = createDocument()
    const kept = await openCopy(options, copy, document)
    const connection = options.connect({
      document,
      epoch: copy.epoch,
      unsaved: device.takeOverUnsaved(copy),
      sequence: device.sequence(copy),
      attempts: 0,
    })
    return new KeptDocument(options, { document, connection, copy }, kept)
  }

  /** Begins to connect. */
  start(rescue: Rescue): void {
    this.#rescue = rescue
    this.#connection.start()
  }

  /** Replaced as a whole when a fresh life begins. */
  get life(): Watchable<Life> {
    return this.#life
  }

  get line(): Watchable<Line> {
    return this.#line
  }

  get news(): Observable<KeptNews> {
    return this.#news
  }

  ask(asked: number): boolean {
    return this.#connection.ask(asked)
  }

  /** What no frame of the line of now has brought to the server's disk. */
  get unsent(): Unsaved {
    return unsavedOf(this.#connection.line.value)
  }

  /** Lets out what `isHeld` kept here. */
  release(): void {
    this.#connection.release()
  }

  /** Gives back to its author what was written and did not go out, as the server would. */
  refuse(reason: RefusalReason): void {
    this.#reason = reason
    this.#connection.refuse()
  }

  close(): void {
    this.#isClosed = true
    this.#unfollow()
    this.#stopAsking()
    this.#connection.close()
    this.#life.value.connection.close()
    this.#copy?.close()
  }

  // The life of now -------------------------------------------------------------------------------------------------

  #follow(life: Life): void {
    this.#unfollow()
    const { connection } = life
    const showLine = () => this.#showLine(life)
    const stops = [
      connection.line.subscribe(showLine),
      this.#life.value.connection.line.subscribe(showLine),
      connection.news.subscribe(news => this.#hear(life, news)),
    ]
    this.#unfollow = () => stops.forEach(stop => stop())
    this.#connection = connection
    showLine()
  }

  /** While a fresh life is on its way, the old one's unsaved changes go on being shown and kept. */
  #showLine(life: Life): void {
    const { device } = this.#options
    const current = this.#life.value
    const line = life.connection.line.value
    const mine = unsavedOf(current.connection.line.value)
    if (mine.count !== this.#kept.count || mine.touched.size !== this.#kept.touched.size) {
      this.#kept = mine
      device.keepUnsaved(current.copy, mine)
    }
    if (life !== current) return this.#line.set(withStranded(line, mine))
    if (line.sequence !== this.#line.value.sequence) device.keepSequence(life.copy, line.sequence)
    if (isSaved(line)) this.#renewals = 0
    this.#line.set(line)
  }

  #hear(life: Life, news: ConnectionNews): void {
    if (news.kind === 'ended') return this.#ended(life.copy.epoch, news.code)
    if (news.kind === 'notice' && news.notice.kind === 'refused') this.#reason = news.notice.reason
    if (news.kind === 'synced') this.#synced(life)
    this.#news.tell(news)
  }

  #synced(life: Life): void {
    if (life !== this.#life.value) this.#replace(life)
    void this.#salvageOldCopies(life)
  }

  #ended(epoch: number, code: number): void {
    if (code === CLOSE.otherEpoch) return void this.#askEpoch()
    const reason = REFUSALS.get(code)
    if (!reason) return
    this.#reason ??= reason
    this.#renew(epoch)
  }

  // A fresh life ----------------------------------------------------------------------------------------------------

  async #askEpoch(): Promise<void> {
    const epoch = await this.#rescue?.askEpoch()
    if (this.#isClosed) return
    if (epoch !== undefined) {
      this.#reason = 'epoch'
      this.#renew(epoch)
    } else this.#stopAsking = this.#options.timers.after(ASK_AGAIN_MS, () => void this.#askEpoch())
  }

  /** Gets the server's document beside the old one, which stays on the screen until the new one is there. */
  #renew(epoch: number): void {
    const document = createDocument()
    const connection = this.#options.connect({
      document,
      epoch,
      unsaved: NOTHING_UNSAVED,
      sequence: 0,
      attempts: this.#renewals++,
    })
    this.#follow({ document, connection, copy: freshCopy(this.#options, epoch) })
    connection.start()
  }

  /** Stores the offers first: if the page closes now, the old copy is still current and the same happens again. */
  #replace(life: Life): void {
    const { device } = this.#options
    const old = this.#life.value
    const reason = this.#reason ?? 'unknown'
    this.#reason = undefined
    const offers = this.#salvage({
      mine: old.document,
      theirs: life.document,
      isSameEpoch: old.copy.epoch === life.copy.epoch,
      touched: unsavedOf(old.connection.line.value).touched,
      reason,
    })
    device.setCurrentCopy(life.copy)
    device.keepUnsaved(old.copy, NOTHING_UNSAVED)
    this.#kept = NOTHING_UNSAVED
    old.connection.close()
    this.#copy?.close()
    this.#copy = undefined
    this.#life.set(life)
    this.#showLine(life)
    this.#news.tell({ kind: 'stranded', reason, offers })
    void this.#keepCopy(life)
  }

  #salvage(stranded: Stranded): number {
    if (!this.#rescue) throw new Error('Nothing can be stranded before the document is started.')
    return this.#rescue.salvage(stranded)
  }

  async #keepCopy(life: Life): Promise<void> {
    const copy = await openCopy(this.#options, life.copy, life.document)
    if (this.#isClosed || life !== this.#life.value) return copy.close()
    this.#copy = copy
  }

  /**
   * Copies of other lives and of other people on this device: what was never saved in them is offered, then they go.
   * Another tab may still have one open; it will write its own anew (`copy.ts`).
   */
  async #salvageOldCopies(life: Life): Promise<void> {
    const { device, copies, name } = this.#options
    for (const copy of device.copies(name.board)) {
      if (copy.document !== name.document || databaseName(copy) === databaseName(life.copy)) continue
      const { count, touched } = device.unsaved(copy)
      if (count > 0) {
        const mine = createDocument()
        const kept = await copies.open(databaseName(copy), mine, { isWanted: () => false, failed: () => undefined })
        kept.close()
        if (this.#isClosed || life !== this.#life.value) return
        const isSameEpoch = copy.epoch === life.copy.epoch
        const reason = isSameEpoch ? 'foreignClient' : 'epoch'
        const offers = this.#salvage({ mine, theirs: life.document, isSameEpoch, touched, reason })
        mine.destroy()
        if (offers > 0) this.#news.tell({ kind: 'stranded', reason, offers })
      }
      device.forgetCopy(copy)
      await copies.remove(databaseName(copy))
      if (this.#isClosed || life !== this.#life.value) return
    }
  }
}

/** Codes that say: this write was not taken, and the next one would stand on it. */
const REFUSALS: ReadonlyMap<number, RefusalReason> = new Map([
  [CLOSE.refused, 'unknown'],
  [CLOSE.malformed, 'malformed'],
  [CLOSE.tooBig, 'tooBig'],
])

/** A generation that no tab has used, in this life of the document. */
function freshCopy({ device, name }: KeptOptions, epoch: number): CopyName {
  const used = device
    .copies(name.board)
    .filter(copy => copy.document === name.document && copy.person === name.person && copy.epoch === epoch)
  return { ...name, epoch, generation: 1 + Math.max(-1, ...used.map(copy => copy.generation)) }
}

/** A device that keeps nothing is no reason not to work; a database that does not open may come later. */
async function openCopy(options: KeptOptions, copy: CopyName, document: BoardDocument): Promise<Copy> {
  const { copies, device, timers } = options
  const isWanted = () => {
    const isKnown = device.knows(copy.board)
    if (isKnown) device.noteCopy(copy)
    return isKnown
  }
  const failed = () => device.isKeeping.set(false)
  const opening = copies.open(databaseName(copy), document, { isWanted, failed })
  const close = () => void opening.then(opened => opened.close(), failed)
  try {
    let stop: Unsubscribe = () => undefined
    const late = new Promise(resolve => {
      stop = timers.after(LATE_MS, () => resolve(undefined))
    })
    await Promise.race([opening, late])
    stop()
  } catch {
    failed()
  }
  return { close }
}
