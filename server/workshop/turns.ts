/** Commands of a board, one after the other: what waits together is written in one commit, and believed only after it. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Member } from '../access/member.ts'
import type { Log } from '../log.ts'
import { canvasName, workshopName } from '../rooms/names.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Batch, Storage } from '../storage/storage.ts'
import type { Change, CommandContext } from './command.ts'
import { isShown, showRows } from './show.ts'
import type { WorkshopState } from './state.ts'
import { entryOf, withRows } from './state.ts'

interface Asked {
  /** Under which the answer is kept; the server's own are not. */
  readonly key: string | undefined
  readonly me: Member | undefined
  readonly ask: (context: CommandContext) => Change
  readonly tell?: (context: CommandContext) => Readonly<Record<string, unknown>> | undefined
  readonly resolve: (answer: Readonly<Record<string, unknown>>) => void
  readonly reject: (error: unknown) => void
}

/** Commands that are written together, and the state after them. */
interface Turn {
  readonly asked: { readonly asked: Asked; readonly answer: Readonly<Record<string, unknown>> }[]
  readonly changes: Change[]
  readonly entries: Batch[]
  state: WorkshopState
}

export interface TurnsOptions {
  readonly storage: Storage
  readonly rooms: () => Rooms
  readonly log: Log
  readonly now: () => number
  /** As the last commit left it. */
  readonly state: (board: string) => WorkshopState
  readonly context: (board: string, me: Member | undefined, state: WorkshopState) => CommandContext
  /** A turn is on disk, and this is the state after it. */
  readonly believe: (board: string, state: WorkshopState) => void
  readonly revealed: (board: string) => void
}

export class Turns {
  readonly #options: TurnsOptions
  /** By board, while something of it is being taken. */
  readonly #waiting = new Map<string, Asked[]>()

  constructor(options: TurnsOptions) {
    this.#options = options
  }

  /** Answers once it is on disk; repeated under the same key it is done once. Rejects with what it was refused for. */
  ask(board: string, asked: Omit<Asked, 'resolve' | 'reject'>): Promise<Readonly<Record<string, unknown>>> {
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(board)
      if (waiting) return void waiting.push({ ...asked, resolve, reject })
      const first = [{ ...asked, resolve, reject }]
      this.#waiting.set(board, first)
      void this.#take(board, first)
    })
  }

  /** Whoever still waits is served all the same. */
  forget(board: string): void {
    this.#waiting.delete(board)
  }

  async #take(board: string, waiting: Asked[]): Promise<void> {
    try {
      while (waiting.length > 0) await this.#turn(board, waiting)
    } finally {
      if (this.#waiting.get(board) === waiting) this.#waiting.delete(board)
    }
  }

  /** All that waits, each after the one before, in one commit. What is refused is told so and leaves no trace. */
  async #turn(board: string, waiting: Asked[]): Promise<void> {
    const turn: Turn = { asked: [], changes: [], entries: [], state: this.#options.state(board) }
    while (waiting.length > 0 && !turn.changes.some(change => change.canvas)) {
      const [asked] = waiting
      if (!asked) break
      const change = this.#answer(board, asked, turn)
      // What is written on a canvas is a commit of its own.
      if (change?.canvas && turn.changes.length > 0) break
      waiting.shift()
      if (change) this.#add(board, asked, change, turn)
    }
    try {
      await this.#commit(board, turn)
    } catch (error) {
      for (const { asked } of turn.asked) asked.reject(error)
      return
    }
    const { believe, context, revealed } = this.#options
    believe(board, turn.state)
    for (const { asked, answer } of turn.asked)
      asked.resolve({ ...answer, ...asked.tell?.(context(board, asked.me, turn.state)) })
    if (turn.changes.some(({ rows }) => rows.some(({ part }) => part === 'reveal'))) revealed(board)
  }

  /** What the command comes to; undefined when it was refused, or done before. */
  #answer(board: string, asked: Asked, turn: Turn): Change | undefined {
    const before = asked.key === undefined ? undefined : turn.asked.find(each => each.asked.key === asked.key)
    if (before) return { rows: [], answer: before.answer }
    try {
      const kept = asked.key === undefined ? undefined : this.#options.storage.answer(board, asked.key)
      if (kept === undefined) return asked.ask(this.#options.context(board, asked.me, turn.state))
      const told = asked.tell?.(this.#options.context(board, asked.me, turn.state))
      asked.resolve({ ...(JSON.parse(kept) as Readonly<Record<string, unknown>>), ...told })
    } catch (error) {
      asked.reject(error)
    }
    return undefined
  }

  #add(board: string, asked: Asked, change: Change, turn: Turn): void {
    const answer = change.answer ?? {}
    turn.asked.push({ asked, answer })
    const entries = [...change.rows.map(row => entryOf(board, row)), ...(change.entries ?? [])]
    if (entries.length === 0 && !change.canvas) return
    turn.changes.push(change)
    turn.state = withRows(turn.state, change.rows)
    turn.entries.push(entries)
    if (asked.key === undefined) return
    const at = this.#options.now()
    turn.entries.push([{ kind: 'answer', board, key: asked.key, at, answer: JSON.stringify(answer) }])
  }

  async #commit(board: string, { changes, entries }: Turn): Promise<void> {
    if (changes.length === 0) return
    const rooms = this.#options.rooms()
    const shown = changes.flatMap(({ rows }) => rows.filter(isShown))
    const show = (document: BoardDocument): void => showRows(document, shown)
    const canvas = changes.find(change => change.canvas)?.canvas
    if (canvas) {
      await rooms.edit(canvasName(board, canvas.id), 'server', canvas.write, entries.flat())
      // Done is done: should the workshop not show it now, it will when it is loaded.
      await rooms.edit(workshopName(board), 'server', show).catch(() => this.#options.log.warn('workshop.unshown'))
    } else if (shown.length > 0) await rooms.edit(workshopName(board), 'server', show, entries.flat())
    else await rooms.tick.write(entries.flat())
  }
}
