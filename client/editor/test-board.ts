/** People at a board in memory, for tests: their copies are joined by Yjs updates, and the line between them can be cut. */
import type { Point } from '../../shared/base/geometry.ts'
import { centreOf } from '../../shared/base/geometry.ts'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { joinCanvases, joinHistories } from '../../shared/canvas/joined.ts'
import type { History } from '../../shared/canvas/history.ts'
import { openHistory } from '../../shared/canvas/history.ts'
import type { Note } from '../../shared/canvas/records.ts'
import type { HandsNotice, ReadyNotice } from '../../shared/wire/messages.ts'
import type { Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, onUpdate, stateVector } from '../../shared/wire/document.ts'
import { candidatesOn } from '../../shared/workshop/ballots.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Round } from '../../shared/workshop/session.ts'
import { INKS } from '../../shared/workshop/roles.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import { hidesPointers } from '../../shared/workshop/step.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import { attendingOf, readinessOf, withHand } from './attendance.ts'
import type { Attendance, Attending, Board, CommandOutcome, News, Other, Person, Pointing, Readiness } from './board.ts'
import { createEditor } from './create-editor.ts'
import type { Editor, Press, Saying } from './editor.ts'
import { mayReverse } from './may.ts'
import type { BallotBox } from './test-polls.ts'
import { ballotBox } from './test-polls.ts'

/** Origin of what came over the line. */
const LINE = { from: 'line' }

/** Time that passes only when a test says so. */
interface TestClock {
  now(): number
  after(ms: number, run: () => void): Unsubscribe
  pass(ms: number): void
}

function createClock(): TestClock {
  let now = 1_000_000
  const waiting = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      waiting.add(entry)
      return () => waiting.delete(entry)
    },
    pass: ms => {
      now += ms
      for (const entry of [...waiting].sort((a, b) => a.at - b.at)) {
        if (entry.at > now || !waiting.delete(entry)) continue
        entry.run()
      }
    },
  }
}

/** One person's side of the board. */
interface Seat {
  readonly person: Value<Person>
  readonly canvas: Value<Canvas>
  readonly pointing: Value<Pointing>
  readonly others: Value<readonly Other[]>
  readonly here: Value<readonly Person[]>
  readonly attending: Value<readonly Attending[]>
  readonly readiness: Value<Readiness | undefined>
  isOnline: boolean
  receive(update: Update): void
}

/** What somebody asked the server to do. */
interface AskedCommand {
  readonly by: string
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface Table {
  readonly clock: TestClock
  /** One for all; a test writes into its document what the server would. */
  readonly workshop: Workshop
  /** What was asked of the server, in its order; `answers` says what comes of it. */
  readonly commands: readonly AskedCommand[]
  answers(answer: (asked: AskedCommand) => CommandOutcome): void
  joins(name: string, options?: { readonly role?: Role }): TestPerson
  /** A step's rights for everybody but facilitators; none: an open board. */
  allows(step: Rights | undefined): void
  readonly votes: BallotBox
  /** What the server answers a facilitator who asks how people work. */
  shows(dashboard: Dashboard): void
}

export function openTable(): Table {
  const clock = createClock()
  const seats: Seat[] = []
  const workshop = openWorkshop(createDocument())
  const commands: AskedCommand[] = []
  let answer = (_asked: AskedCommand): CommandOutcome => ({ kind: 'done', answer: {} })
  const command = async (asked: AskedCommand): Promise<CommandOutcome> => {
    commands.push(asked)
    return answer(asked)
  }
  const steps = new Value<Rights | undefined>(undefined)
  /** By person: the run with which they are done, as the server keeps it. */
  const done = new Map<string, string>()
  const toldTo = ({ person: { value: me } }: Seat): ReadyNotice | undefined => {
    const run = workshop.session.value.run?.id
    if (run === undefined) return undefined
    const isReady = ({ id }: Person): boolean => done.get(id) === run
    const here = seats.filter(({ isOnline }) => isOnline).map(({ person }) => person.value)
    const working = here.filter(({ role }) => role === 'participant')
    return {
      ...{ kind: 'ready', run, ready: working.filter(isReady).length, of: working.length, mine: isReady(me) },
      ...(me.role === 'facilitator' && { people: here.filter(isReady).map(({ id }) => id) }),
    }
  }
  let dashboard: Dashboard | undefined
  const seePointing = () => {
    // As the server does it.
    const { run } = workshop.session.value
    const isHidden = run !== undefined && hidesPointers(run.plan)
    for (const seat of seats) {
      const others = seats.filter(other => other !== seat && seat.isOnline && other.isOnline)
      seat.others.set(
        others.map(other => ({
          tab: seats.indexOf(other),
          person: other.person.value,
          pointing: isHidden ? {} : other.pointing.value,
        })),
      )
      seat.here.set([seat, ...others].map(({ person }) => person.value))
      const told = toldTo(seat)
      seat.attending.set(attendingOf(seat.here.value, { ready: told, hands }))
      seat.readiness.set(told && readinessOf(told))
    }
  }
  workshop.session.subscribe(seePointing)
  const ready = (person: string, run: string, isReady: boolean): Promise<CommandOutcome> => {
    if (isReady) done.set(person, run)
    else done.delete(person)
    seePointing()
    return Promise.resolve({ kind: 'done', answer: {} })
  }
  let hands: HandsNotice = { kind: 'hands', up: [] }
  const hand = (person: string, isUp: boolean): Promise<CommandOutcome> => {
    hands = withHand(hands, { person, isUp, at: clock.now() })
    seePointing()
    return Promise.resolve({ kind: 'done', answer: {} })
  }
  const votes = ballotBox(id => {
    const [seat] = seats
    return seat && candidatesOn(seat.canvas.value)(id)
  })
  return {
    ...{ clock, workshop, commands, votes },
    answers: next => (answer = next),
    shows: next => (dashboard = next),
    allows: step => steps.set(step),
    joins: (name, { role = 'participant' } = {}) => {
      const person: Person = { id: name.toLowerCase(), name, color: INKS[seats.length % INKS.length] ?? 'jade', role }
      return sitDown({
        ...{ person, clock, seats, steps, seePointing, workshop },
        ...{ command, votes, ready, hand, dashboard: () => dashboard },
      })
    },
  }
}

interface Seating {
  readonly person: Person
  readonly clock: TestClock
  readonly seats: Seat[]
  readonly steps: Value<Rights | undefined>
  readonly seePointing: () => void
  readonly workshop: Workshop
  readonly command: (asked: AskedCommand) => Promise<CommandOutcome>
  readonly votes: BallotBox
  readonly ready: (person: string, run: string, isReady: boolean) => Promise<CommandOutcome>
  readonly hand: (person: string, isUp: boolean) => Promise<CommandOutcome>
  readonly dashboard: () => Dashboard | undefined
}

function sitDown(seating: Seating): TestPerson {
  const { person, clock, seats, steps, seePointing, workshop, command, votes } = seating
  const me = new Value(person)
  const rights = new Value(effectiveRights(person.role, steps.value))
  const renewRights = () => rights.set(effectiveRights(me.value.role, steps.value))
  me.subscribe(renewRights)
  steps.subscribe(renewRights)
  let sent = 0
  let deeds = 0
  let leaveDocument: Unsubscribe = () => {}

  const openCopy = (state: Update | undefined): { readonly canvas: Canvas; readonly history: History } => {
    const document = createDocument()
    if (state) applyUpdates(document, [state], LINE)
    leaveDocument = onUpdate(document, (update, origin) => {
      if (origin === LINE) return
      sent++
      if (seat.isOnline) for (const other of seats) if (other !== seat && other.isOnline) other.receive(update)
    })
    const canvas = openCanvas(document)
    return { canvas, history: historyOf(canvas) }
  }
  const historyOf = (canvas: Canvas): History => {
    const allows = (need: Parameters<typeof mayReverse>[2]) => mayReverse({ me, rights }, canvas, need)
    return openHistory(canvas, { origin: { of: canvas }, allows, now: clock.now, order: () => ++deeds })
  }
  const seat: Seat = {
    person: me,
    pointing: new Value<Pointing>({}),
    others: new Value<readonly Other[]>([]),
    here: new Value<readonly Person[]>([]),
    attending: new Value<readonly Attending[]>([]),
    readiness: new Value<Readiness | undefined>(undefined),
    isOnline: true,
    receive: update => applyUpdates(seat.canvas.value.document, [update], LINE),
    get canvas(): Value<Canvas> {
      return canvas
    },
  }
  const host = seats.find(({ isOnline }) => isOnline)
  const first = openCopy(host && encodeState(host.canvas.value.document))
  const canvas = new Value(first.canvas)
  const history = new Value(first.history)
  const round = new Value<Round | undefined>(undefined)
  seats.push(seat)
  seat.pointing.subscribe(seePointing)
  seePointing()

  const board: Board = {
    id: 'board',
    me,
    people: new Value(new Map(seats.map(({ person: { value } }) => [value.id, value]))),
    here: seat.here,
    ...{ canvas, history, rights },
    presence: { others: seat.others, set: parts => seat.pointing.set(withParts(seat.pointing.value, parts)) },
    attendance: attendanceOf(seat, seating),
    dashboard: () => Promise.resolve(seating.dashboard()),
    polls: votes.polls(person.id),
    saveState: new Value({ kind: 'saved' } as const),
    offers: { ...emptyOffers() },
    news: new Signal<News>(),
    workshop: new Value(workshop),
    privateRound: round,
    progress: new Value(undefined),
    command: (name, body = {}) => command({ by: person.id, name, body }),
    now: clock.now,
    close: () => leaveDocument(),
  }
  return new TestPerson(board, {
    clock,
    sentSoFar: () => sent,
    pointing: () => seat.pointing.value,
    replace: () => {
      leaveDocument()
      const next = openCopy(encodeState(canvas.value.document))
      history.set(next.history)
      canvas.set(next.canvas)
    },
    writeAlone: () => {
      const [shared, draft] = [canvas.value, openCanvas(createDocument())]
      round.set(PRIVATE_ROUND)
      const isTaking = () => round.value?.state === 'open'
      history.set(joinHistories(history.value, historyOf(draft)))
      canvas.set(joinCanvases(shared, draft, { isTaking }))
      return { shared, draft, ends: () => round.set({ ...PRIVATE_ROUND, state: 'closed', closedAt: clock.now() }) }
    },
    join: isOnline => {
      seat.isOnline = isOnline
      const { document } = canvas.value
      for (const other of isOnline ? seats.filter(each => each !== seat && each.isOnline) : []) {
        const theirs = other.canvas.value.document
        const [mine, news] = [encodeState(document, stateVector(theirs)), encodeState(theirs, stateVector(document))]
        applyUpdates(theirs, [mine], LINE)
        applyUpdates(document, [news], LINE)
      }
      seePointing()
    },
    become: role => me.set({ ...me.value, role }),
  })
}

function withParts(pointing: Pointing, parts: { readonly [K in keyof Pointing]?: Pointing[K] | null }): Pointing {
  return Object.fromEntries(Object.entries({ ...pointing, ...parts }).filter(([, part]) => part !== null))
}

function attendanceOf({ person, attending, readiness }: Seat, { ready, hand }: Seating): Attendance {
  return {
    get value() {
      return attending.value
    },
    subscribe: listener => attending.subscribe(listener),
    readiness,
    ready: (run, isReady) => ready(person.value.id, run, isReady),
    raiseHand: isUp => hand(person.value.id, isUp),
    lowerHand: whose => hand(whose, false),
  }
}

const emptyOffers = () => ({ value: [], subscribe: () => () => {}, addAgain: () => {}, letGo: () => {} })

const PRIVATE_ROUND: Round = {
  ...{ id: 'alone', kind: 'private', run: 'run', canvas: 'main', state: 'open', names: 'shown', title: 'Alone' },
  ...{ vote: null, openedAt: 0, closedAt: null },
}

/** What everybody sees, and what only its author does, while a private round is on. */
export interface TwoCanvases {
  readonly shared: Canvas
  readonly draft: Canvas
  /** The time to write is over. */
  ends(): void
}

interface Strings {
  readonly clock: TestClock
  sentSoFar(): number
  pointing(): Pointing
  replace(): void
  writeAlone(): TwoCanvases
  join(isOnline: boolean): void
  become(role: Role): void
}

const PRESS: Omit<Press, 'at'> = {
  ...{ pointer: 'mouse', button: 0, clicks: 1 },
  ...{ shift: false, alt: false, mod: false, space: false },
}

/** A person with an editor of their own. Places are board points; notes are named by their text. */
export class TestPerson {
  readonly board: Board
  readonly editor: Editor
  readonly heard: Saying[] = []
  readonly #strings: Strings
  #at: Point = { x: 0, y: 0 }

  constructor(board: Board, strings: Strings) {
    this.board = board
    this.#strings = strings
    this.editor = createEditor(board, { after: (ms, run) => strings.clock.after(ms, run) })
    this.editor.resize({ width: 1388, height: 808 })
    this.editor.said.subscribe(saying => this.heard.push(saying))
  }

  get canvas(): Canvas {
    return this.board.canvas.value
  }
  /** Updates of my own document so far. */
  get sent(): number {
    return this.#strings.sentSoFar()
  }
  /** What others see of my pointer. */
  get pointing(): Pointing {
    return this.#strings.pointing()
  }

  note(text: string): Note {
    const note = this.find(text)
    if (!note) throw new Error(`${this.board.me.value.name} sees no note "${text}"`)
    return note
  }
  find(text: string): Note | undefined {
    return this.canvas.notes.all().find(each => each.text === text)
  }
  id(text: string): string {
    return this.note(text).id
  }
  idsOf(...texts: readonly string[]): string[] {
    return texts.map(text => this.id(text))
  }
  /** Texts of an area in reading order. */
  sees(area: Area): readonly string[] {
    return this.editor.shown.notesIn(area).map(({ text }) => text)
  }
  rect(text: string) {
    const rect = this.editor.shown.noteRect(this.id(text))
    if (!rect) throw new Error(`"${text}" stands nowhere`)
    return rect
  }
  middle(text: string): Point {
    return centreOf(this.rect(text))
  }
  /** A point of an area, from its upper left corner. */
  spot(area: Area, x: number, y: number): Point {
    const rect = this.editor.shown.areaRect(area)
    return { x: rect.x + x, y: rect.y + y }
  }
  /** Each group of an area as `name: texts`, a closed one in brackets. */
  groups(area: Area): readonly string[] {
    return this.editor.shown.groupsIn(area).map(({ group, notes }) => {
      const line = `${group.title || '-'}: ${notes.map(({ text }) => text).join(' ')}`
      return group.closed ? `[${line}]` : line
    })
  }
  get selected(): readonly string[] {
    const { value } = this.editor.selection
    return value.kind === 'notes' ? [...value.ids].map(id => this.canvas.notes.get(id)?.text ?? id).sort() : []
  }

  adds(text: string, { to, at }: { readonly to: Area; readonly at?: Point }): string {
    this.#strings.clock.pass(2_000)
    const id = this.editor.addNote(to, { text, ...(at ? { at } : {}) })
    if (id === undefined) throw new Error(`"${text}" was not added`)
    return id
  }
  links(from: string, to: string): string {
    const id = this.editor.linkNotes(this.id(from), this.id(to))
    if (id === undefined) throw new Error('no link')
    return id
  }

  presses(point: Point, press: Partial<Press> = {}): this {
    this.#at = point
    this.editor.press({ ...PRESS, ...press, at: this.editor.toScreen(point) })
    return this
  }
  moves(point: Point, press: Partial<Press> = {}): this {
    this.#at = point
    this.editor.move({ ...PRESS, ...press, at: this.editor.toScreen(point) })
    return this
  }
  releases(press: Partial<Press> = {}): this {
    this.editor.release({ ...PRESS, ...press, at: this.editor.toScreen(this.#at) })
    return this
  }
  clicks(point: Point, press: Partial<Press> = {}): this {
    return this.moves(point, press).presses(point, press).releases(press)
  }
  doubleClicks(point: Point): this {
    return this.clicks(point).clicks(point, { clicks: 2 })
  }
  /** Takes a note in hand and brings it to a point, without letting go. */
  takes(text: string, { to }: { readonly to: Point }): this {
    const from = this.middle(text)
    return this.presses(from)
      .moves({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
      .moves(to)
  }
  drags(text: string, to: { readonly to: Point }): this {
    return this.takes(text, to).releases()
  }
  /** Types letter by letter into the note being written. */
  types(text: string): this {
    for (const letter of text) {
      const id = this.editor.writing.value
      if (id === undefined) throw new Error('nothing is being written')
      this.editor.type((this.canvas.notes.get(id)?.text ?? '') + letter)
    }
    return this
  }

  /** A refusal or a new epoch: everything is opened afresh. */
  getsFreshCanvas(): void {
    this.#strings.replace()
  }
  /** A private round begins for this person. */
  writesAlone(): TwoCanvases {
    return this.#strings.writeAlone()
  }
  leavesTheLine(): void {
    this.#strings.join(false)
  }
  comesBack(): void {
    this.#strings.join(true)
  }
  becomes(role: Role): void {
    this.#strings.become(role)
  }
}
