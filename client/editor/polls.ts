/** What voting needs of a shared board. `client/sync` keeps one for real, tests keep one in memory. */
import type { Observable, Watchable } from '../../shared/base/observable.ts'
import type { Results, Round } from '../../shared/workshop/session.ts'

/** What the server keeps of me in one round. */
export interface MyBallot {
  readonly mine: readonly (readonly [note: string, dots: number])[]
  readonly isVoter: boolean
  readonly isDone: boolean
}

export type CastOutcome =
  | { readonly kind: 'kept'; readonly ballot: MyBallot }
  | { readonly kind: 'refused' }
  /** No line: nobody knows whether it was kept. */
  | { readonly kind: 'unreachable' }

/** How many have finished; while totals are shown to all, what they are. Told by the server every few seconds. */
export interface VoteProgress {
  readonly round: string
  readonly done: number
  readonly of: number
  readonly totals?: readonly (readonly [note: string, dots: number])[]
}

/** What voting needs of a board: what everybody sees of rounds, and a way to the ballot that is mine alone. */
export interface Polls {
  readonly rounds: Watchable<readonly Round[]>
  readonly results: Watchable<readonly Results[]>
  /** Of each open round. */
  readonly progress: Watchable<readonly VoteProgress[]>
  /** What I gave on another of my devices. */
  readonly told: Observable<MyBallot & { readonly round: string }>
  ballot(round: string): Promise<MyBallot | undefined>
  cast(round: string, note: string, dots: number): Promise<CastOutcome>
  finish(round: string, isDone: boolean): Promise<CastOutcome>
  /** For facilitators; false when it was not done. */
  close(round: string): Promise<boolean>
  extend(round: string, more: Extension): Promise<boolean>
  standing(round: string): Promise<Standing | undefined>
}

/** A budget that is larger, or a time until which the round stays open whatever step runs (server time, ms). */
export type Extension = { readonly dots: number } | { readonly until: number }

/** What a facilitator may know of a round that is open: how many have dots left, and nothing of what was voted. */
export interface Standing {
  readonly done: number
  readonly of: number
  readonly withLeft: number
}
