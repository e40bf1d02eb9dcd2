/** The save state as it may be shown, moving with the line and with time alone. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { SaveState } from '../editor/board.ts'
import type { Line } from './saved.ts'
import { nextMark, sameSaveState, saveStateOf } from './saved.ts'
import type { Timers } from './timers.ts'

export class SaveWatch extends Value<SaveState> {
  readonly #line: Watchable<Line>
  readonly #timers: Timers
  readonly #unfollow: Unsubscribe
  #stopWaiting: Unsubscribe = () => undefined

  constructor(line: Watchable<Line>, timers: Timers) {
    super(saveStateOf(line.value, timers.now()))
    this.#line = line
    this.#timers = timers
    this.#unfollow = line.subscribe(() => this.#show())
    this.#show()
  }

  /** The board is closed to me, whatever the line says. */
  end(why: Extract<SaveState, { kind: 'closed' }>['why']): void {
    this.stop()
    this.set({ kind: 'closed', why })
  }

  stop(): void {
    this.#unfollow()
    this.#stopWaiting()
  }

  #show(): void {
    const line = this.#line.value
    const now = this.#timers.now()
    this.#stopWaiting()
    const mark = nextMark(line, now)
    if (mark !== undefined) this.#stopWaiting = this.#timers.after(mark, () => this.#show())
    const state = saveStateOf(line, now)
    if (!sameSaveState(state, this.value)) this.set(state)
  }
}
