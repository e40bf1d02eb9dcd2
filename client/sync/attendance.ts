/** Being here in the session: hands as all tabs tell them in the workshop's presence, and who is done as the server tells me. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { ReadyNotice } from '../../shared/wire/messages.ts'
import type { AttendanceState, Tab } from '../editor/attendance.ts'
import { attendingOf, readinessOf, withLowered, withReady } from '../editor/attendance.ts'
import type { Attendance, Attending, CommandOutcome, Person, Readiness } from '../editor/board.ts'
import { readPerson } from './presence.ts'

type Fields = Readonly<Record<string, unknown>>

interface AttendanceOptions {
  readonly me: Watchable<Person>
  readonly now: () => number
  command(name: string, body: Fields): Promise<CommandOutcome>
}

export class SyncedAttendance implements Attendance {
  readonly readiness = new Value<Readiness | undefined>(undefined)
  readonly #options: AttendanceOptions
  readonly #all = new Value<readonly Attending[]>([])
  #mine: AttendanceState = {}
  /** What the server told last, and what I want it to be meanwhile. */
  #told: ReadyNotice | undefined
  #wish: { readonly run: string; readonly isReady: boolean } | undefined
  /** One after the other: the last that I said is what holds. */
  #line: Promise<unknown> = Promise.resolve()
  #awareness: Awareness | undefined
  #unfollow: Unsubscribe = () => undefined
  readonly #stopMe: Unsubscribe

  constructor(options: AttendanceOptions) {
    this.#options = options
    this.#stopMe = options.me.subscribe(() => this.#read())
  }

  get value(): readonly Attending[] {
    return this.#all.value
  }

  subscribe(listener: (all: readonly Attending[]) => void): Unsubscribe {
    return this.#all.subscribe(listener)
  }

  /** Again when the workshop begins a new life. */
  follow(awareness: Awareness): void {
    this.#unfollow()
    const read = () => this.#read()
    awareness.on('change', read)
    this.#unfollow = () => awareness.off('change', read)
    this.#awareness = awareness
    this.#tell()
  }

  stop(): void {
    this.#unfollow()
    this.#stopMe()
  }

  /** The server's word. */
  hear(told: ReadyNotice): void {
    this.#told = told
    this.#read()
  }

  ready(run: string, isReady: boolean): Promise<CommandOutcome> {
    const wish = { run, isReady }
    this.#wish = wish
    this.#read()
    const outcome = this.#line.then(() => this.#options.command('ready', { run, ready: isReady }))
    this.#line = outcome.then(({ kind }) => {
      if (kind === 'done' && this.#told) this.#told = withReady(this.#told, wish, this.#options.me.value)
      if (this.#wish === wish) this.#wish = undefined
      this.#read()
    })
    return outcome
  }

  raiseHand(on: boolean): void {
    this.#say({ hand: { on, at: this.#options.now() } })
  }

  lowerHand(person: string): void {
    this.#say({ lowered: withLowered(this.#mine.lowered ?? {}, person, this.#options.now()) })
  }

  #say(parts: AttendanceState): void {
    this.#mine = { ...this.#mine, ...parts }
    this.#tell()
  }

  #tell(): void {
    this.#awareness?.setLocalState({ here: { focus: 'main' }, ...this.#mine })
    this.#read()
  }

  #read(): void {
    const awareness = this.#awareness
    const me = this.#options.me.value
    const tabs = [...(awareness?.getStates() ?? [])].flatMap(([tab, state]): Tab[] => {
      if (tab === awareness?.clientID) return []
      const person = readPerson(fields(state)['person'])
      return person ? [{ person, state: readState(fields(state)) }] : []
    })
    const told = this.#wish && this.#told ? withReady(this.#told, this.#wish, me) : this.#told
    const all = attendingOf([{ person: me, state: this.#mine }, ...tabs], this.#options.now(), told)
    if (JSON.stringify(all) !== JSON.stringify(this.#all.value)) this.#all.set(all)
    const readiness = told && readinessOf(told)
    if (JSON.stringify(readiness) !== JSON.stringify(this.readiness.value)) this.readiness.set(readiness)
  }
}

// What others sent --------------------------------------------------------------------------------------------------

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

function readState(state: Fields): AttendanceState {
  const hand = readWord(state['hand'])
  const lowered = Object.entries(fields(state['lowered'])).filter((entry): entry is [string, number] =>
    isTime(entry[1]),
  )
  return { ...(hand && { hand }), ...(lowered.length > 0 && { lowered: Object.fromEntries(lowered) }) }
}

function readWord(value: unknown): { readonly on: boolean; readonly at: number } | undefined {
  const { on, at } = fields(value)
  return typeof on === 'boolean' && isTime(at) ? { on, at } : undefined
}
