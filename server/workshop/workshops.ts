/** The workshops of all boards: what is known of them, what they come to in time, and who is told of it. */
import { encodeState } from '../../shared/wire/document.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import type { Dashboard } from '../../shared/workshop/dashboard.ts'
import { atLeast } from '../../shared/workshop/roles.ts'
import { rightsInSession } from '../../shared/workshop/session.ts'
import { hidesPointers } from '../../shared/workshop/step.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import type { Access } from '../access/access.ts'
import type { Member, RunningRights } from '../access/member.ts'
import { GRACE_MS } from '../access/member.ts'
import type { Log } from '../log.ts'
import { canvasName, workshopName } from '../rooms/names.ts'
import type { Peer } from '../rooms/peer.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { Refusal } from '../routes/route.ts'
import type { Storage } from '../storage/storage.ts'
import { candidatesIn } from './candidates.ts'
import type { Change, CommandContext, WorkshopCommand } from './command.ts'
import { countedIn, dashboardOf } from './dashboard.ts'
import { Deadlines } from './deadlines.ts'
import type { DraftProgress } from './drafts.ts'
import {
  DraftReader,
  draftsOf,
  keepsMarks,
  mayWriteDrafts,
  progressIn,
  roundInMind,
  roundsOver,
  standingInDraft,
  waitingIn,
} from './drafts.ts'
import { endDrafts, revealRest } from './reveal.ts'
import type { Standing } from '../rooms/turn.ts'
import { tellHands } from './hands.ts'
import { tellBallots } from './own-ballots.ts'
import { Readiness } from './readiness.ts'
import { ReadOnce } from './read-once.ts'
import { showAll } from './show.ts'
import type { WorkshopState } from './state.ts'
import { tellRevealed } from './tell-revealed.ts'
import type { OpenVote } from './open-vote.ts'
import { voteOf } from './open-vote.ts'
import { votesTold } from './rounds.ts'
import { loadState, NOW, runOf } from './state.ts'
import { Turns } from './turns.ts'

/** How far people are is told so often, whatever happens meanwhile. */
const BEAT_MS = 2_000
/** So long after a reveal nobody sees what others choose or write. */
const QUIET_MS = 5_000
/** Whose time is up is looked for so often. */
const LOOK_MS = 200

export interface WorkshopsOptions {
  readonly storage: Storage
  readonly rooms: () => Rooms
  readonly access: () => Access
  readonly log: Log
  readonly now: () => number
  readonly newId: () => string
  readonly random?: () => number
}

/** Who asks for what; `id` is theirs, and the same for every repetition. */
export interface CommandRequest {
  readonly id: string
  readonly command: WorkshopCommand
  readonly body: unknown
}

interface Live {
  state: WorkshopState
  running: RunningRights
}

export class Workshops {
  readonly #options: WorkshopsOptions
  readonly #boards = new Map<string, Live>()
  readonly #drafts: DraftReader
  readonly #candidates: ReadOnce<ReturnType<typeof candidatesIn>>
  readonly #counted: ReadOnce<ReturnType<typeof countedIn>>
  readonly #readiness: Readiness
  readonly #timers: readonly NodeJS.Timeout[]
  readonly #turns: Turns
  readonly #deadlines: Deadlines
  #isStopped = false

  constructor(options: WorkshopsOptions) {
    this.#options = options
    this.#drafts = new DraftReader(options.storage, options.rooms)
    this.#candidates = new ReadOnce(options.rooms, candidatesIn)
    this.#counted = new ReadOnce(options.rooms, countedIn)
    this.#readiness = new Readiness(options.rooms)
    this.#turns = new Turns({
      ...options,
      state: board => this.of(board),
      context: (board, me, state) => this.#context(board, me, state),
      believe: (board, state) => this.#believe(board, state),
      revealed: board => {
        // Nobody is to be told a moment longer that what they see is hidden.
        this.#tell(board)
        void this.sweep(board)
      },
    })
    this.#deadlines = new Deadlines({
      ...options,
      state: board => this.of(board),
      ask: (board, ask) => this.#askMyself(board, ask),
    })
    this.#timers = [
      setInterval(() => this.#deadlines.look(), LOOK_MS).unref(),
      setInterval(() => this.#beat(), BEAT_MS).unref(),
    ]
    // What runs out while nobody is there does so all the same, also what began before a restart.
    for (const { id, deletedAt } of options.storage.boards())
      if (deletedAt === null) this.#deadlines.note(id, loadState(options.storage, id))
  }

  /** As the last commit left it. */
  of(board: string): WorkshopState {
    return this.#live(board).state
  }

  /** What the running step lets participants do on canvases, and what those that ended just now did. */
  running(board: string): RunningRights {
    return this.#live(board).running
  }

  /** Whether who is new at the board waits to be admitted. */
  hasLobby(board: string): boolean {
    const { rooms } = this.#options
    return rooms().read(workshopName(board), document => openWorkshop(document).settings.value.lobby) ?? false
  }

  /** Resolves when it is on disk that this person waits. */
  async hold(board: string, person: string): Promise<void> {
    const rows = [{ part: 'waiting', key: person, value: this.#options.now() }] as const
    await this.#turns.ask(board, { key: undefined, me: undefined, ask: () => ({ rows }) })
  }

  /** May this person bring something new: onto a canvas, or into what they write for themselves? */
  mayAdd(me: Member): boolean {
    const { running, state } = this.#live(me.person.board)
    const now = this.#options.now()
    return [running, { rights: runOf(state)?.plan.rights }].some(steps => me.rights(steps, now).add !== 'none')
  }

  /** As what somebody is judged in their draft of a round. */
  drafting({ board, round }: { readonly board: string; readonly round: string }, member: Member): Standing {
    return standingInDraft(this.of(board), round, member, this.#options.now())
  }

  /** Nobody at this board sees where others point: in some steps, and right after a reveal, as who goes on in their note shows whose it is. */
  hidesPointers(board: string): boolean {
    const { state } = this.#live(board)
    const run = runOf(state)
    const reveal = state.reveal.get(NOW)
    return (
      (run !== undefined && hidesPointers(run.plan)) ||
      (reveal !== undefined && this.#options.now() < reveal.at + QUIET_MS)
    )
  }

  /** An open vote of a board. */
  voteOf(board: string, round: string): OpenVote | undefined {
    const state = this.of(board)
    const found = state.round.get(round)
    return found && voteOf(found, state)
  }

  /** What can be voted on the main canvas of a board. */
  areaOf(board: string): AreaOf {
    return this.#areaOf(canvasName(board, 'main'))
  }

  #areaOf(canvas: string): AreaOf {
    const areas = this.#candidates.on(canvas)
    return id => areas?.get(id)
  }

  /** How people work in the running step, for a facilitator. */
  dashboard(me: Member): Dashboard {
    const { board } = me.person
    const rooms = this.#options.rooms().roomsOf(board)
    const source = {
      writers: new Set(rooms.flatMap(room => room.presence.writers)),
      ...{ state: this.of(board), now: this.#options.now(), members: this.#options.access().members(board) },
      drafts: (round: string) => this.#drafts.notes(board, round),
      notes: () => this.#counted.on(canvasName(board, 'main')) ?? [],
      areaOf: () => this.areaOf(board),
    }
    return dashboardOf(source, me)
  }

  /** Whoever comes into a workshop hears whose hand is up and who is done with the step; into a draft, what of it is shown. */
  greet(room: Room, peer: Peer): void {
    tellRevealed(room, this.#drafting(room.board), [peer])
    if (room.name !== workshopName(room.board)) return
    tellHands(this.of(room.board), [peer], this.#options.now())
    this.#tellReady(room, [peer])
  }

  /** What changed for those who are there, and is shown in no document. */
  #tellWorkshop(board: string, before: WorkshopState, state: WorkshopState): void {
    if (before.draft !== state.draft)
      for (const each of this.#options.rooms().roomsOf(board)) tellRevealed(each, this.#drafting(board))
    const room = this.#options.rooms().open(workshopName(board))
    if (!room) return
    tellBallots(before, state, { peers: room.peers, areaOf: () => this.areaOf(board) })
    if (before.hand !== state.hand) tellHands(state, room.peers, this.#options.now())
    if (before.ready !== state.ready || runOf(before) !== runOf(state)) this.#tellReady(room)
  }

  #drafting(board: string) {
    return { state: this.of(board), drafts: (round: string) => this.#drafts.notes(board, round) }
  }

  #tellReady(room: Room, peers?: Iterable<Peer>): void {
    this.#readiness.tell(room, this.of(room.board), this.#options.access().members(room.board), peers)
  }

  /** Runs a command once, however often it is sent. Rejects with a Refusal, or with StorageError; then nothing was changed. */
  run(me: Member, { id, command, body }: CommandRequest): Promise<Readonly<Record<string, unknown>>> {
    return this.#turns.ask(me.person.board, {
      key: `${me.person.id}:${id}`,
      me,
      ask: context => {
        if (me.isRemoved || !atLeast(me.person.role, command.floor))
          throw new Refusal(403, 'role', `Only a ${command.floor} can do that.`)
        return command.run(context, body as never)
      },
      tell: context => command.tell?.(context, body as never),
    })
  }

  /** A purged board leaves nothing in memory. */
  forget(board: string): void {
    this.#boards.delete(board)
    this.#turns.forget(board)
    this.#deadlines.forget(board)
    this.#readiness.forget(board)
    this.#counted.forget(canvasName(board, 'main'))
  }

  stop(): void {
    this.#isStopped = true
    for (const timer of this.#timers) clearInterval(timer)
  }

  // Boards ------------------------------------------------------------------------------------------------------------

  #live(board: string): Live {
    const known = this.#boards.get(board)
    if (known) return known
    const state = loadState(this.#options.storage, board)
    const live: Live = { state, running: { rights: rightsIn(state) } }
    this.#boards.set(board, live)
    // Not in the middle of whatever asked.
    setImmediate(() => void this.#repair(board))
    return live
  }

  /** The document only shows: should it say something else than the rows, it is set right. */
  async #repair(board: string): Promise<void> {
    const { rooms, log } = this.#options
    const name = workshopName(board)
    try {
      const isTrue = rooms().read(name, document => {
        const before = encodeState(document).length
        document.transact(() => showAll(document, this.of(board)))
        return encodeState(document).length === before
      })
      if (isTrue !== false || this.#isStopped) return
      await rooms().edit(name, 'server', document => showAll(document, this.of(board)))
      log.info('workshop.repaired', { board })
    } catch {
      log.warn('workshop.unrepaired', { board })
    }
  }

  /** A turn is on disk. */
  #believe(board: string, state: WorkshopState): void {
    // A board may have been purged meanwhile.
    const live = this.#boards.get(board)
    const before = live?.state
    if (!live || !before || state === before) return
    live.state = state
    if (before.reveal !== state.reveal) this.#restamp(board)
    this.#tellWorkshop(board, before, state)
    if (before.waiting !== state.waiting || before.muted !== state.muted) this.#placePeople(board, state)
    if (state.roster.size === 0) this.#candidates.forget(canvasName(board, 'main'))
    if (!runOf(state)) this.#counted.forget(canvasName(board, 'main'))
    this.#deadlines.note(board, state)
    if (runOf(before) === runOf(state) && before.control === state.control) return
    const now = this.#options.now()
    const earlier = [
      ...(live.running.earlier ?? []).filter(({ until }) => until > now),
      { rights: live.running.rights, until: now + GRACE_MS },
    ]
    live.running = { rights: rightsIn(state), earlier }
    this.#restamp(board)
  }

  #restamp(board: string): void {
    for (const room of this.#options.rooms().roomsOf(board)) room.restampPresence()
  }

  #placePeople(board: string, { waiting, muted }: WorkshopState): void {
    const { access, now } = this.#options
    for (const [id, member] of access().members(board))
      member.stand({ isWaiting: waiting.has(id), isMuted: muted.has(id) }, now())
  }

  #context(board: string, me: Member | undefined, state: WorkshopState): CommandContext {
    const { rooms, access, now, newId } = this.#options
    return {
      board,
      me,
      state,
      now: now(),
      newId,
      steps: () => rooms().read(workshopName(board), document => openWorkshop(document).steps.all()) ?? [],
      members: () => access().members(board),
      areaOf: canvas => this.#areaOf(canvasName(board, canvas)),
      look: (canvas, read) => rooms().read(canvasName(board, canvas), read),
      drafts: round => this.#drafts.notes(board, round),
      random: this.#options.random ?? Math.random,
    }
  }

  // Drafts ------------------------------------------------------------------------------------------------------------

  /** What everybody may know of the private round they are in, or of what came too late for its reveal. */
  progress(board: string): DraftProgress | undefined {
    const state = this.of(board)
    const round = roundInMind(state)
    if (!round) return undefined
    const waiting = waitingIn(state, round, this.#drafts.notes(board, round.id))
    if (round.state !== 'open' && waiting.length === 0) return undefined
    const members = [...this.#options.access().members(board).values()]
    return progressIn(round, waiting, members.filter(mayWriteDrafts).length)
  }

  /** Drafts that are over go, with the rows about their notes. What fails here the next sweep does. */
  async sweep(board: string): Promise<void> {
    const { storage, rooms, log, now } = this.#options
    try {
      for (const { id, names } of roundsOver(this.of(board), now())) {
        const drafts = draftsOf(storage, board, id)
        if (drafts.length === 0 && !keepsMarks(this.of(board), id)) continue
        // What was under way when it was revealed is in the drafts after two turns.
        await rooms().tick.write([])
        await rooms().tick.write([])
        if (names === 'never') await this.#askMyself(board, context => revealRest(context, id))
        const end = () => this.#askMyself(board, context => endDrafts(context, id, drafts))
        await rooms().endDocuments(drafts, end)
        this.#drafts.forget(drafts)
      }
    } catch {
      log.warn('drafts.notEnded', { board })
    }
  }

  #beat(): void {
    for (const board of this.#options.rooms().boards()) {
      const room = this.#tell(board)
      if (room) this.#tellReady(room)
    }
  }

  #tell(board: string): Room | undefined {
    const room = this.#options.rooms().open(workshopName(board))
    if (!room || room.peers.size === 0) return undefined
    const progress = this.progress(board)
    const votes = votesTold(this.of(board))
    const told = { ...(progress && { progress }), ...(votes.length > 0 && { votes }) }
    room.speak(Object.keys(told).length > 0 ? told : null)
    return room
  }

  #askMyself(board: string, ask: (context: CommandContext) => Change) {
    return this.#turns.ask(board, { key: undefined, me: undefined, ask })
  }
}

const rightsIn = (state: WorkshopState): Rights | undefined => {
  const [run, control] = [runOf(state), state.control.get(NOW)]
  return rightsInSession({ ...(run && { run }), ...(control && { control }) })
}
