/** Opens a board: what this device has of it at once, then the server's, and everything the editor asks of it. */
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import type { JoinedCanvas } from '../../shared/canvas/joined.ts'
import { joinCanvases, joinHistories } from '../../shared/canvas/joined.ts'
import type { Round } from '../../shared/workshop/session.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import type { History, Need } from '../../shared/canvas/history.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import type { Notice } from '../../shared/wire/messages.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import type { Board, CommandOutcome, News, Progress, SaveState } from '../editor/board.ts'
import { SyncedAttendance } from './attendance.ts'
import { ServerClock } from './clock.ts'
import { sendCommand } from './commands.ts'
import { Connection } from './connection.ts'
import type { Copies } from './copy.ts'
import { askDashboard } from './dashboard.ts'
import type { Device } from './device.ts'
import { databaseName } from './device.ts'
import type { KeptNews, Life } from './kept-document.ts'
import { KeptDocument } from './kept-document.ts'
import type { Membership } from './membership.ts'
import { LateDrafts } from './late-drafts.ts'
import { askMembership, dropMembership, keepMembership, keptMembership } from './membership.ts'
import { KeptOffers } from './offers.ts'
import { Outgoing } from './outgoing.ts'
import { People } from './people.ts'
import { ServerPolls } from './polls.ts'
import { CanvasPresence, progressIn } from './presence.ts'
import { joinLines, PrivateRound } from './private-round.ts'
import { SaveWatch } from './save-watch.ts'
import type { SocketClass } from './socket.ts'
import type { Found, Stranded } from './stranded.ts'
import { findStranded } from './stranded.ts'
import type { Timers } from './timers.ts'

/** What a board stands on; `browser.ts` has it for a page. */
export interface Ground {
  /** http(s)://… of the server. */
  readonly origin: string
  readonly fetch: typeof fetch
  readonly WebSocket: SocketClass
  readonly device: Device
  readonly copies: Copies
  /** The device woke up, or its network changed. */
  readonly wakes: Observable<void>
  readonly timers: Timers
  readonly wallTime: () => number
  readonly random: () => number
}

export interface BoardOptions extends Ground {
  readonly membership: Membership
  /** Name of the undo step that adds refused work again. */
  readonly addAgainTitle?: string
}

/** A board that is kept in step with a server. */
export interface SyncedBoard extends Board {
  /** Does this device keep what is written here, should the page close? */
  readonly storageAvailable: Watchable<boolean>
}

type Ending = Extract<SaveState, { kind: 'closed' }>['why']

/** Resolves when the device's copy is there; the server may come later, or not at all. */
export async function openBoard(options: BoardOptions): Promise<SyncedBoard> {
  const { membership, device } = options
  const { board, me } = membership
  keepMembership(device, membership)
  const outgoing = new Outgoing()
  const keep = (document: string) => {
    const room = `${board}/${document}`
    return KeptDocument.open({
      ...options,
      name: { board, document, person: me.id },
      epoch: epochOf(membership, room) ?? 1,
      connect: life =>
        new Connection({ ...options, ...life, room, ...(document === CANVAS && { isHeld: () => outgoing.isHeld }) }),
    })
  }
  const [canvas, workshop] = await Promise.all([keep(CANVAS), keep(WORKSHOP)])
  return new OpenBoard(options, { canvas, workshop, keep, outgoing })
}

/** So long after a round ended what was revealed of it has come, also on a slow line. */
const LATE_DRAFTS_MS = 5_000

const CANVAS = 'canvas/main'
const WORKSHOP = 'workshop'

const epochOf = ({ documents }: Membership, room: string): number | undefined =>
  documents.find(document => document.name === room)?.epoch

interface Kept {
  readonly canvas: KeptDocument
  readonly workshop: KeptDocument
  readonly keep: (document: string) => Promise<KeptDocument>
  readonly outgoing: Outgoing
}

class OpenBoard implements SyncedBoard {
  readonly id: string
  readonly presence: CanvasPresence
  readonly attendance: SyncedAttendance
  readonly offers: KeptOffers
  readonly polls: ServerPolls
  readonly news = new Signal<News>()
  readonly #options: BoardOptions
  readonly #documents: readonly KeptDocument[]
  /** Of which all that the server has came over the line of now. */
  readonly #whole = new Set<string>()
  readonly #people: People
  readonly #clock: ServerClock
  readonly #saved: SaveWatch
  readonly #private: PrivateRound
  readonly #late: LateDrafts
  readonly #progress = new Value<Progress | undefined>(undefined)
  /** What everybody sees, without my draft. */
  #shared: Canvas
  #sharedHistory: History
  #joined: JoinedCanvas | undefined
  #steps = 0
  #unfollow: Unsubscribe = () => undefined
  #unhear: Unsubscribe = () => undefined
  #stopLooking: Unsubscribe = () => undefined
  readonly #canvas: Value<Canvas>
  readonly #history: Value<History>
  readonly #workshop: Value<Workshop>
  readonly #stops: Unsubscribe[]
  /** Changes that waited when the line was last seen dead. */
  #away: number | undefined
  #isEnded = false
  #isClosed = false

  constructor(options: BoardOptions, { canvas, workshop, keep, outgoing }: Kept) {
    const { membership, device, timers, wallTime, wakes } = options
    this.id = membership.board
    this.#options = options
    this.#documents = [canvas, workshop]
    this.#people = new People(membership.me)
    this.#private = new PrivateRound({
      keep,
      historyOf: own => this.#historyOf(own),
      salvage: stranded => this.#salvageDraft(stranded),
      role: () => this.me.value.role,
    })
    this.#saved = new SaveWatch(joinLines(canvas.line, this.#private.line), timers)
    this.#clock = new ServerClock({ timers, wallTime, ask: asked => canvas.ask(asked) })
    this.presence = new CanvasPresence(timers)
    const command = (name: string, body: Readonly<Record<string, unknown>>) => this.command(name, body)
    this.attendance = new SyncedAttendance({ me: this.#people.me, now: () => this.now(), command })
    this.polls = new ServerPolls({ ...options, board: this.id, command })
    this.#shared = openCanvas(canvas.life.value.document)
    this.#canvas = new Value(this.#shared)
    this.#workshop = new Value(openWorkshop(workshop.life.value.document))
    this.#sharedHistory = this.#historyOf(this.#shared)
    this.#history = new Value(this.#sharedHistory)
    this.offers = new KeptOffers({
      board: this.id,
      me: () => this.me.value.id,
      device,
      canvas: () => this.#canvas.value,
      history: () => this.#history.value,
      rights: () => this.rights.value,
      now: () => this.now(),
      title: options.addAgainTitle ?? 'Add again',
    })
    this.#late = new LateDrafts({
      ...{ board: this.id, me: () => this.me.value.id, device, copies: options.copies },
      rounds: () => this.#workshop.value.rounds.all(),
      current: () => this.#private.round.value?.id,
      shown: () => this.#shared,
      isShownWhole: () => this.#whole.size === this.#documents.length,
      offer: found => this.#offerLate(found),
    })
    this.#stops = [
      outgoing.follow({ canvas, workshop, me: this.#people.me, round: () => this.#private.mine }),
      canvas.life.subscribe(life => this.#beginCanvas(life)),
      workshop.life.subscribe(life => this.#beginWorkshop(life)),
      canvas.news.subscribe(news => this.#hear(news, { isCanvas: true })),
      workshop.news.subscribe(news => this.#hear(news, { isCanvas: false })),
      workshop.line.subscribe(({ ended }) => ended && this.#end(ended)),
      this.#saved.subscribe(state => this.#noteSaveState(state)),
      this.#people.me.subscribe(me =>
        keepMembership(device, { ...(keptMembership(device, this.id) ?? membership), me }),
      ),
      this.#people.roleChanged.subscribe(role => this.news.tell({ kind: 'role', role })),
      wakes.subscribe(() => this.#woke()),
      this.#private.draft.subscribe(() => this.#join()),
      this.#private.revealed.subscribe(ids => this.#joined?.reveal(ids)),
      this.#private.round.subscribe(() => this.#setDrafting()),
      this.#people.roleChanged.subscribe(() => this.#private.follow(this.#workshop.value)),
    ]
    this.presence.follow(canvas.life.value.connection.awareness)
    this.#unhear = this.#hearShown()
    this.#followWorkshop(workshop.life.value)
    canvas.start({
      askEpoch: () => this.#askEpoch(CANVAS),
      salvage: stranded => this.#salvage(stranded),
    })
    // What facilitators write there is the agenda: nothing of it is given back to them as work of theirs.
    workshop.start({ askEpoch: () => this.#askEpoch(WORKSHOP), salvage: () => 0 })
  }

  get me() {
    return this.#people.me
  }
  get people() {
    return this.#people.all
  }
  get here() {
    return this.#people.here
  }
  get rights() {
    return this.#people.rights
  }
  get canvas(): Watchable<Canvas> {
    return this.#canvas
  }
  get history(): Watchable<History> {
    return this.#history
  }
  get workshop(): Watchable<Workshop> {
    return this.#workshop
  }
  get privateRound(): Watchable<Round | undefined> {
    return this.#private.round
  }
  get progress(): Watchable<Progress | undefined> {
    return this.#progress
  }
  get saveState(): Watchable<SaveState> {
    return this.#saved
  }
  get storageAvailable(): Watchable<boolean> {
    return this.#options.device.isKeeping
  }

  command(name: string, body: Readonly<Record<string, unknown>> = {}): Promise<CommandOutcome> {
    return sendCommand(name, body, { ...this.#options, board: this.id })
  }

  dashboard(): Promise<Dashboard | undefined> {
    return askDashboard(this.id, this.#options)
  }

  now(): number {
    return this.#clock.now()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    for (const stop of this.#stops) stop()
    this.#saved.stop()
    this.#clock.stop()
    this.presence.stop()
    this.#people.stop()
    this.attendance.stop()
    this.polls.stop()
    // Without a draft they are one.
    for (const history of new Set([this.#history.value, this.#sharedHistory])) history.destroy()
    this.#unfollow()
    this.#unhear()
    this.#stopLooking()
    this.#private.stop()
    for (const document of this.#documents) document.close()
  }

  // What comes ------------------------------------------------------------------------------------------------------

  #hear(news: KeptNews, { isCanvas }: { readonly isCanvas: boolean }): void {
    if (news.kind === 'notice') return this.#notice(news.notice, { isCanvas })
    const which = isCanvas ? CANVAS : WORKSHOP
    if (news.kind === 'open') this.#whole.delete(which)
    if (news.kind === 'synced') {
      this.#whole.add(which)
      this.#lookForLate()
    }
    if (news.kind === 'synced' && !isCanvas) return this.#people.synced()
    if (!isCanvas) return
    if (news.kind === 'open') this.#clock.measure()
    if (news.kind === 'clock') this.#clock.answer(news.answer)
    // A new epoch that cost nobody anything is nobody's news.
    if (news.kind === 'stranded' && (news.offers > 0 || news.reason !== 'epoch'))
      this.news.tell({ kind: 'refused', reason: news.reason, offers: news.offers })
  }

  #notice(notice: Notice, { isCanvas }: { readonly isCanvas: boolean }): void {
    if (notice.kind === 'welcome' && notice.person !== this.me.value.id) return this.#end('noSession')
    if (notice.kind === 'welcome' || notice.kind === 'role') this.#people.setRole(notice.role)
    if (notice.kind === 'ready' || notice.kind === 'hands') this.attendance.hear(notice)
    if (notice.kind === 'ballot') this.polls.told.tell(notice)
    if (notice.kind === 'gone' && isCanvas) this.news.tell({ kind: 'gone' })
  }

  #noteSaveState(state: SaveState): void {
    if (state.kind === 'closed') return this.#end(state.why)
    if (state.kind === 'offline') this.#away = state.waiting
    if (state.kind !== 'saved' || this.#away === undefined) return
    this.news.tell({ kind: 'back', joined: this.#away })
    this.#away = undefined
  }

  #salvage(stranded: Stranded): number {
    const offers = this.offers.offer(findStranded(stranded), stranded.reason)
    // What is offered back has not joined the board.
    if (this.#away !== undefined) this.#away = Math.max(0, this.#away - offers)
    return offers
  }

  #woke(): void {
    this.#clock.measure()
    this.offers.reload()
  }

  /** Closed for good. What is on the screen stays there to be read; who I am is asked anew next time. */
  #end(why: Ending): void {
    if (this.#isEnded) return
    this.#isEnded = true
    dropMembership(this.#options.device, this.id)
    for (const document of this.#documents) document.close()
    this.#people.end()
    this.#saved.end(why)
  }

  async #askEpoch(document: string): Promise<number | undefined> {
    const answer = await askMembership(this.id, this.#options)
    if (answer.kind === 'stranger' || answer.kind === 'deleted') this.#end('noBoard')
    if (answer.kind !== 'member') return undefined
    keepMembership(this.#options.device, answer.membership)
    return epochOf(answer.membership, `${this.id}/${document}`)
  }

  // Lives of the documents -------------------------------------------------------------------------------------------

  #beginCanvas(life: Life): void {
    const before = this.#sharedHistory
    this.#shared = openCanvas(life.document)
    this.#sharedHistory = this.#historyOf(this.#shared)
    this.#unhear()
    this.#unhear = this.#hearShown()
    this.#join()
    before.destroy()
    this.presence.follow(life.connection.awareness)
  }

  /** The canvas on the screen: what everybody sees, and over it my draft, if I have one. */
  #join(): void {
    const { draft } = this.#private
    const before = this.#joined
    this.#joined =
      draft.value &&
      joinCanvases(this.#shared, draft.value.canvas, {
        isTaking: () => this.#private.isTaking,
        isNameless: this.#private.round.value?.names === 'never',
      })
    this.#joined?.reveal(this.#private.revealed.value)
    this.#setDrafting()
    this.#history.set(draft.value ? joinHistories(this.#sharedHistory, draft.value.history) : this.#sharedHistory)
    this.#canvas.set(this.#joined ?? this.#shared)
    before?.close()
  }

  #setDrafting(): void {
    this.#people.setDrafting(this.#private.isTaking, { isWaiting: this.#private.isWaiting })
  }

  #beginWorkshop(life: Life): void {
    this.#workshop.set(openWorkshop(life.document))
    this.#followWorkshop(life)
  }

  #followWorkshop({ connection: { awareness } }: Life): void {
    this.#people.follow(this.#workshop.value, awareness)
    this.attendance.follow(awareness)
    this.polls.follow(this.#workshop.value, awareness)
    const workshop = this.#workshop.value
    this.#unfollow()
    this.#private.follow(workshop)
    let revealed = workshop.session.value.reveal?.at
    const stop = workshop.session.subscribe(({ reveal }) => {
      if (reveal?.at === revealed) return
      revealed = reveal?.at
      this.#history.value.fence()
    })
    const stopRounds = workshop.rounds.subscribe(() => this.#lookForLate())
    const readProgress = () => {
      const next = progressIn(awareness)
      if (JSON.stringify(next) !== JSON.stringify(this.#progress.value)) this.#progress.set(next)
    }
    awareness.on('change', readProgress)
    this.#unfollow = () => {
      stop()
      stopRounds()
      awareness.off('change', readProgress)
    }
    readProgress()
  }

  // What I wrote for myself and nobody was shown ----------------------------------------------------------------------

  #lookForLate(): void {
    this.#stopLooking()
    this.#stopLooking = this.#options.timers.after(LATE_DRAFTS_MS, () => void this.#late.look())
  }

  #offerLate(found: readonly Found[]): void {
    const offers = this.offers.offer(found, 'notShown')
    if (offers > 0) this.news.tell({ kind: 'refused', reason: 'notShown', offers })
  }

  #hearShown(): Unsubscribe {
    const { notes } = this.#shared
    return notes.subscribe(changed => {
      const drafts = [...changed].flatMap(id => notes.find(id)?.draft ?? [])
      if (drafts.length > 0) this.offers.withdraw(new Set(drafts))
    })
  }

  #salvageDraft(stranded: Stranded): number {
    const offers = this.#salvage(stranded)
    if (offers > 0) this.news.tell({ kind: 'refused', reason: stranded.reason, offers })
    return offers
  }

  #historyOf(canvas: Canvas): History {
    const allows = (need: Need) => this.#mayReverse(canvas, need)
    return openHistory(canvas, { origin: { mine: canvas }, allows, order: () => ++this.#steps })
  }

  /** Of notes the maker is written down; of the rest the server knows. */
  #mayReverse(canvas: Canvas, { right, root, ids }: Need): boolean {
    const extent = this.rights.value[right]
    if (extent !== 'own' || root !== 'notes') return extent !== 'none'
    return ids.every(id => canvas.notes.find(id)?.author === this.me.value.id)
  }
}

/** Takes a board off this device: its copies, its offers, who I was there. For shared computers. */
export async function forgetBoard(board: string, { device, copies }: Pick<Ground, 'device' | 'copies'>): Promise<void> {
  const names = device.copies(board)
  device.forget(board)
  await Promise.all(names.map(copy => copies.remove(databaseName(copy))))
}
