/** What facilitators see of how people work: counts and moments, never words. */
import type { Area } from '../canvas/blocks.ts'
import type { Ink, Role } from './roles.ts'

export type AreaCounts = Readonly<Partial<Record<Area, number>>>

/** One person, however many their tabs and devices. */
export interface DashboardRow {
  readonly id: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
  readonly ready: boolean
  /** They are not here: since when (server time, ms), or null where this server never saw them. */
  readonly away?: number | null
  /** When they last did anything in this step. */
  readonly idle?: number
  /** They have a note open to write in. */
  readonly writing?: boolean
  /** Notes of theirs that are of this step, by block. */
  readonly blocks?: AreaCounts
  /** Those of them that wait for the reveal. */
  readonly hidden?: number
  /** Of a vote in which they have a ballot: dots that they have not given, and whether they have finished. */
  readonly vote?: { readonly left: number; readonly done: boolean }
}

export interface Dashboard {
  readonly run: string | null
  /** Server time of all of it. */
  readonly now: number
  readonly blocks: AreaCounts
  /** How many besides whoever asks have a note open to write in. */
  readonly writing: number
  /** How many were here in this step, or have written in it, and are gone: what they wrote without a line comes later. */
  readonly waiting: number
  /** Where names are never stored nothing of what they write stands beside them. */
  readonly people: readonly DashboardRow[]
}
