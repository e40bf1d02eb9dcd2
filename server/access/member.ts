/** A person at a board, as each of their frames is judged: read from memory at every frame, changed only by access. */
import type { Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights, eitherRights, NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { StoredPerson } from '../storage/storage.ts'
import { Trace } from './trace.ts'

/** For two seconds after a change of role or step, the old or the new rights hold: nothing orders two sockets. */
export const GRACE_MS = 2_000

/** The rights of a board's running step; `rights` undefined means that no step runs. */
export interface RunningRights {
  readonly rights: Rights | undefined
  /** Of steps that ended just now; each holds for its grace. */
  readonly earlier?: readonly { readonly rights: Rights | undefined; readonly until: number }[]
}

/** What facilitators decided of somebody, besides their role. */
export interface MemberStanding {
  /** Nothing of the board is theirs to see until they are admitted. */
  readonly isWaiting: boolean
  readonly isMuted: boolean
}

export class Member {
  /** Written by the rooms they are in. */
  readonly trace = new Trace()
  #person: StoredPerson
  #standing: MemberStanding
  /** A mute too leaves what is on its way. */
  #mutedFrom = 0
  #earlier: { readonly role: Role; readonly until: number } | undefined

  constructor(person: StoredPerson, standing: MemberStanding = { isWaiting: false, isMuted: false }) {
    this.#person = person
    this.#standing = standing
  }

  get person(): StoredPerson {
    return this.#person
  }

  get isRemoved(): boolean {
    return this.#person.removedAt !== null
  }

  /** Facilitators wait for nobody, and nobody mutes them. */
  get isWaiting(): boolean {
    return this.#standing.isWaiting && this.#person.role !== 'facilitator'
  }

  get isMuted(): boolean {
    return this.#standing.isMuted && this.#person.role !== 'facilitator'
  }

  stand(standing: MemberStanding, now: number): void {
    if (standing.isMuted && !this.#standing.isMuted) this.#mutedFrom = now + GRACE_MS
    this.#standing = standing
  }

  /** Takes over what storage now holds. A changed role keeps its old rights for the grace, a removal does not. */
  become(person: StoredPerson, now: number): void {
    if (person.role !== this.#person.role) this.#earlier = { role: this.#person.role, until: now + GRACE_MS }
    if (person.removedAt !== null) this.#earlier = undefined
    this.#person = person
  }

  /** What this person may do now: role ∩ step, the earlier of either too while the grace lasts. */
  rights(running: RunningRights, now: number): Rights {
    if (this.isMuted && now >= this.#mutedFrom) return NO_RIGHTS
    const roles = [this.#person.role]
    if (this.#earlier && now < this.#earlier.until) roles.push(this.#earlier.role)
    const earlier = (running.earlier ?? []).filter(({ until }) => now < until)
    const steps = [running.rights, ...earlier.map(({ rights }) => rights)]
    return roles.flatMap(role => steps.map(step => effectiveRights(role, step))).reduce(eitherRights)
  }
}
