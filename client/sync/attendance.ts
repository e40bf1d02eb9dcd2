/** Being here in the session: what my tab says in the workshop's presence, and what all tabs say together. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { AttendanceState, Tab } from '../editor/attendance.ts'
import { attendingOf, withLowered } from '../editor/attendance.ts'
import type { Attendance, Attending, Person } from '../editor/board.ts'
import { readPerson } from './presence.ts'

type Fields = Readonly<Record<string, unknown>>

export class SyncedAttendance implements Attendance {
  readonly #me: Watchable<Person>
  readonly #now: () => number
  readonly #all = new Value<readonly Attending[]>([])
  #mine: AttendanceState = {}
  #awareness: Awareness | undefined
  #unfollow: Unsubscribe = () => undefined
  readonly #stopMe: Unsubscribe

  constructor({ me, now }: { readonly me: Watchable<Person>; readonly now: () => number }) {
    this.#me = me
    this.#now = now
    this.#stopMe = me.subscribe(() => this.#read())
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

  ready(run: string, on: boolean): void {
    this.#say({ ready: { run, on, at: this.#now() } })
  }

  raiseHand(on: boolean): void {
    this.#say({ hand: { on, at: this.#now() } })
  }

  lowerHand(person: string): void {
    this.#say({ lowered: withLowered(this.#mine.lowered ?? {}, person, this.#now()) })
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
    const tabs = [...(awareness?.getStates() ?? [])].flatMap(([tab, state]): Tab[] => {
      if (tab === awareness?.clientID) return []
      const person = readPerson(fields(state)['person'])
      return person ? [{ person, state: readState(fields(state)) }] : []
    })
    const all = attendingOf([{ person: this.#me.value, state: this.#mine }, ...tabs], this.#now())
    if (JSON.stringify(all) !== JSON.stringify(this.#all.value)) this.#all.set(all)
  }
}

// What others sent --------------------------------------------------------------------------------------------------

const fields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

function readState(state: Fields): AttendanceState {
  const ready = readWord(state['ready'])
  const { run } = fields(state['ready'])
  const hand = readWord(state['hand'])
  const lowered = Object.entries(fields(state['lowered'])).filter((entry): entry is [string, number] =>
    isTime(entry[1]),
  )
  return {
    ...(ready && typeof run === 'string' && { ready: { ...ready, run } }),
    ...(hand && { hand }),
    ...(lowered.length > 0 && { lowered: Object.fromEntries(lowered) }),
  }
}

function readWord(value: unknown): { readonly on: boolean; readonly at: number } | undefined {
  const { on, at } = fields(value)
  return typeof on === 'boolean' && isTime(at) ? { on, at } : undefined
}
