/** Who I am and what I may do, who ever joined, and who is here: from the workshop document, its presence, and what the server tells. */
import type { Awareness } from 'y-protocols/awareness'
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights, NO_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { isRole } from '../../shared/workshop/roles.ts'
import { rightsInSession } from '../../shared/workshop/session.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import type { Person } from '../editor/board.ts'
import { peopleHere } from './presence.ts'

export class People {
  readonly me: Value<Person>
  readonly all: Value<ReadonlyMap<string, Person>>
  readonly here: Value<readonly Person[]>
  readonly rights: Value<Rights>
  readonly roleChanged = new Signal<Role>()
  /** The workshop is what the server has, not only what this device remembers of it. */
  #isInStep = false
  #isEnded = false
  #isMuted = false
  #isDrafting = false
  #isWaiting = false
  #workshop: Workshop | undefined
  #awareness: Awareness | undefined
  #unfollow: Unsubscribe = () => undefined

  constructor(me: Person) {
    this.me = new Value(me)
    this.all = new Value<ReadonlyMap<string, Person>>(new Map([[me.id, me]]))
    this.here = new Value<readonly Person[]>([me])
    this.rights = new Value(effectiveRights(me.role, undefined))
  }

  /** Follows the workshop; again when it begins a new life. */
  follow(workshop: Workshop, awareness: Awareness): void {
    this.#unfollow()
    const readHere = () => this.#readHere()
    const stops = [
      workshop.people.subscribe(() => this.#readPeople()),
      workshop.session.subscribe(() => this.#readRights()),
    ]
    awareness.on('change', readHere)
    this.#unfollow = () => {
      for (const stop of stops) stop()
      awareness.off('change', readHere)
    }
    this.#workshop = workshop
    this.#awareness = awareness
    this.#readPeople()
    this.#readRights()
    this.#readHere()
  }

  synced(): void {
    this.#isInStep = true
    this.#readPeople()
  }

  /** The server says what I am, on whatever socket. */
  setRole(role: string): void {
    if (isRole(role)) this.#become({ ...this.me.value, role })
  }

  /** The board is closed to me: what is still on the screen can only be read. */
  end(): void {
    this.#isEnded = true
    this.rights.set(NO_RIGHTS)
  }

  stop(): void {
    this.#unfollow()
  }

  #become(me: Person): void {
    const was = this.me.value
    if (was.name === me.name && was.color === me.color && was.role === me.role) return
    this.me.set(me)
    this.all.set(new Map(this.all.value).set(me.id, me))
    this.#readHere()
    if (was.role === me.role || this.#isEnded) return
    this.#readRights()
    this.roleChanged.tell(me.role)
  }

  /**
   * What I add goes into my draft: the step's rights are for that. Until it is there (`isWaiting`) nobody adds, not even
   * a facilitator: it would come before everybody's eyes.
   */
  setDrafting(isDrafting: boolean, { isWaiting }: { readonly isWaiting: boolean }): void {
    this.#isDrafting = isDrafting
    this.#isWaiting = isWaiting
    this.#readRights()
  }

  /** A step that is paused or made longer leaves the rights as they are, and tells nobody. */
  #readRights(): void {
    if (this.#isEnded) return
    const { role } = this.me.value
    const session = this.#workshop?.session.value ?? {}
    const running =
      this.#isDrafting && session.run && !session.control ? session.run.plan.rights : rightsInSession(session)
    const all = effectiveRights(role, running)
    const mine: Rights = this.#isWaiting ? { ...all, add: 'none' } : all
    const rights = this.#isMuted && role !== 'facilitator' ? NO_RIGHTS : mine
    if (!RIGHTS.every(right => rights[right] === this.rights.value[right])) this.rights.set(rights)
  }

  #readPeople(): void {
    const joined = this.#workshop?.people.all() ?? []
    const me = joined.find(person => person.id === this.me.value.id)
    if (me && this.#isInStep) this.#become(me)
    this.#isMuted = me?.muted === true
    this.#readRights()
    const all = joined.map((person): [string, Person] => [person.id, person])
    this.all.set(new Map([...all, [this.me.value.id, this.me.value]]))
  }

  #readHere(): void {
    const me = this.me.value
    const others = this.#awareness ? peopleHere(this.#awareness).filter(person => person.id !== me.id) : []
    const here = [me, ...others]
    if (JSON.stringify(here) !== JSON.stringify(this.here.value)) this.here.set(here)
  }
}
