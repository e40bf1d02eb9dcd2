/** What comes to its end by itself: steps and rounds whose time is up, and the lead of somebody who is gone. */
import { dueAt } from '../../shared/workshop/timer.ts'
import type { Access } from '../access/access.ts'
import type { Log } from '../log.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Change, CommandContext } from './command.ts'
import type { Led } from './leads.ts'
import { Leads } from './leads.ts'
import { closeDueRounds, openRounds } from './rounds.ts'
import type { WorkshopState } from './state.ts'
import { NOW, runOf, withRows } from './state.ts'
import { advance } from './steps.ts'

export interface DeadlinesGround {
  readonly rooms: () => Rooms
  readonly access: () => Access
  readonly log: Log
  readonly now: () => number
  readonly state: (board: string) => WorkshopState
  /** Asks for a turn in nobody's name. Resolves when it is on disk. */
  readonly ask: (board: string, ask: (context: CommandContext) => Change) => Promise<unknown>
}

export class Deadlines {
  readonly #ground: DeadlinesGround
  /** Boards on which something ends by itself, and when the next does. */
  readonly #due = new Map<string, number>()
  readonly #leads = new Leads()

  constructor(ground: DeadlinesGround) {
    this.#ground = ground
  }

  /** To be called with every state that is on disk. */
  note(board: string, state: WorkshopState): void {
    this.#leads.note(board, state, this.#ground.now())
    const run = runOf(state)
    const ends = run?.plan.overtime === 'advance' ? dueAt(run) : null
    const due = Math.min(...[ends, ...openRounds(state).map(({ until }) => until)].map(at => at ?? Infinity))
    if (due === Infinity) this.#due.delete(board)
    else this.#due.set(board, due)
  }

  /** Ends what is over by now. */
  look(): void {
    const now = this.#ground.now()
    for (const [board, due] of this.#due) if (due <= now) this.#advance(board, due)
    for (const led of this.#leads.gone(now, each => this.#isHere(each))) this.#letGo(led)
  }

  forget(board: string): void {
    this.#due.delete(board)
    this.#leads.forget(board)
  }

  #isHere({ board, by }: Led): boolean {
    const peers = this.#ground.rooms().peersOf(board)
    return [...peers].some(({ person }) => person.id === by && person.role === 'facilitator')
  }

  /** Whoever led all screens has been gone for too long. */
  #letGo({ board, by }: Led): void {
    this.#leads.forget(board)
    if (!this.#ground.access().exists(board)) return
    const ask = ({ state }: CommandContext): Change => ({
      rows: state.control.get(NOW)?.by === by ? [{ part: 'control', key: NOW, value: null }] : [],
    })
    this.#ground.ask(board, ask).catch(() => this.#failed(board, 'control.notEnded'))
  }

  #advance(board: string, due: number): void {
    // Asked once; should the disk refuse, the next look asks again.
    this.#due.delete(board)
    if (!this.#ground.access().exists(board)) return
    const ask = (context: CommandContext): Change => {
      const closed = closeDueRounds(context)
      const then = { ...context, state: withRows(context.state, closed) }
      const run = runOf(then.state)
      // Somebody may have been quicker, or have given it more time.
      const isOver = run?.plan.overtime === 'advance' && dueAt(run) === due
      const change: Change = isOver ? advance(then, run) : { rows: [] }
      return { ...change, rows: [...closed, ...change.rows] }
    }
    this.#ground.ask(board, ask).catch(() => this.#failed(board, 'step.notAdvanced'))
  }

  #failed(board: string, event: 'control.notEnded' | 'step.notAdvanced'): void {
    this.#ground.log.warn(event, { board })
    this.note(board, this.#ground.state(board))
  }
}
