/** Being here in the session: who is, as the workshop's presence says; whose hand is up and who is done, as the server tells me. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { HandsNotice, ReadyNotice } from '../../shared/wire/messages.ts'
import { attendingOf, readinessOf, withHand, withReady } from '../editor/attendance.ts'
import type { Attendance, Attending, CommandOutcome, Person, Readiness } from '../editor/board.ts'
import { readPerson } from './presence.ts'

type Fields = Readonly<Record<string, unknown>>

interface AttendanceOptions {
  readonly me: Watchable<Person>
  readonly now: () => number
  command(name: string, body: Fields): Promise<CommandOutcome>
}

interface HandWish {
  readonly person: string
  readonly isUp: boolean
  readonly at: number
}

export class SyncedAttendance implements Attendance {
  readonly readiness = new Value<Readiness | undefined>(undefined)
  readonly #options: AttendanceOptions
  readonly #all = new Value<readonly Attending[]>([])
  /** What the server told last, and what I want it to be meanwhile. */
  #told: ReadyNotice | undefined
  #wish: { readonly run: string; readonly isReady: boolean } | undefined
  #hands: HandsNotice | undefined
  readonly #handWishes = new Set<HandWish>()
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
    awareness.setLocalState({ here: { focus: 'main' } })
    this.#read()
  }

  stop(): void {
    this.#unfollow()
    this.#stopMe()
  }

  /** The server's word. */
  hear(told: ReadyNotice | HandsNotice): void {
    if (told.kind === 'hands') this.#hands = told
    else this.#told = told
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

  raiseHand(isUp: boolean): Promise<CommandOutcome> {
    return this.#turnHand({ person: this.#options.me.value.id, isUp, at: this.#options.now() }, { up: isUp })
  }

  lowerHand(person: string): Promise<CommandOutcome> {
    return this.#turnHand({ person, isUp: false, at: this.#options.now() }, { up: false, person })
  }

  #turnHand(wish: HandWish, body: Fields): Promise<CommandOutcome> {
    this.#handWishes.add(wish)
    this.#read()
    const outcome = this.#line.then(() => this.#options.command('hand', body))
    this.#line = outcome.then(({ kind }) => {
      if (kind === 'done') this.#hands = withHand(this.#hands, wish)
      this.#handWishes.delete(wish)
      this.#read()
    })
    return outcome
  }

  #read(): void {
    const me = this.#options.me.value
    const others = [...(this.#awareness?.getStates() ?? [])].flatMap(([tab, state]) =>
      tab === this.#awareness?.clientID ? [] : (readPerson(state['person']) ?? []),
    )
    const ready = this.#wish && this.#told ? withReady(this.#told, this.#wish, me) : this.#told
    const hands = [...this.#handWishes].reduce(withHand, this.#hands)
    const all = attendingOf([me, ...others], { ready, hands })
    if (JSON.stringify(all) !== JSON.stringify(this.#all.value)) this.#all.set(all)
    const readiness = ready && readinessOf(ready)
    if (JSON.stringify(readiness) !== JSON.stringify(this.readiness.value)) this.readiness.set(readiness)
  }
}
