/** What a board's workshop is at a moment: rows by part, as the table keeps them. A value: each command makes the next one. */
import type { Bring, Control, Ran, Results, Reveal, Round, Run } from '../../shared/workshop/session.ts'
import type { BallotRow } from './ballot-row.ts'
import { isBallotRow } from './ballot-row.ts'
import type { DraftRow } from './draft-row.ts'
import { isDraftRow } from './draft-row.ts'
import {
  isBring,
  isControl,
  isMoment,
  isRan,
  isResults,
  isReveal,
  isRound,
  isRun,
} from '../../shared/workshop/session.ts'
import type { Entry, Storage, WorkshopPart } from '../storage/storage.ts'
import { WORKSHOP_PARTS } from '../storage/storage.ts'

/** What stands in a row of each part. Parts with one row have it under `NOW`. */
export interface Parts {
  readonly run: Run
  /** Counts over all runs, so that no command ever means another run than the one it saw. */
  readonly seq: number
  readonly ended: number
  readonly control: Control
  readonly bring: Bring
  readonly reveal: Reveal
  /** By run. */
  readonly ran: Ran
  readonly round: Round
  /** By round. */
  readonly results: Results
  /** Who may vote, by round. */
  readonly roster: readonly string[]
  /** By round and person. */
  readonly ballot: BallotRow
  /** By round; and what of it was revealed, by round, person (but where names are never stored) and note. */
  readonly draft: DraftRow
  /** Speaker notes by step. */
  readonly notes: string
  /** By person: the run with whose step they are done. */
  readonly ready: string
  /** By person, since when it is up. */
  readonly hand: number
  /** Notes that were on the canvas when the running step began, or came there by a reveal: none of them is of this step. */
  readonly before: readonly string[]
  /** By person, since when. */
  readonly waiting: number
  readonly muted: number
}

export const NOW = 'now'

export type WorkshopState = { readonly [P in WorkshopPart]: ReadonlyMap<string, Parts[P]> }

/** One row anew; null takes it away. */
export type Row = {
  [P in WorkshopPart]: { readonly part: P; readonly key: string; readonly value: Parts[P] | null }
}[WorkshopPart]

const areStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString)
const isString = (value: unknown): value is string => typeof value === 'string'

/** A row that is not what its part holds is as good as gone. */
const CHECKS: { readonly [P in WorkshopPart]: (value: unknown) => value is Parts[P] } = {
  run: isRun,
  seq: isMoment,
  ended: isMoment,
  control: isControl,
  bring: isBring,
  reveal: isReveal,
  ran: isRan,
  round: isRound,
  results: isResults,
  roster: areStrings,
  ballot: isBallotRow,
  draft: isDraftRow,
  notes: isString,
  ready: isString,
  hand: isMoment,
  before: areStrings,
  waiting: isMoment,
  muted: isMoment,
}

export function loadState(storage: Storage, board: string): WorkshopState {
  const load = (part: WorkshopPart) =>
    [...storage.workshop(board, part)].flatMap(([key, text]): [string, unknown][] => {
      const value = parsed(text)
      return CHECKS[part](value) ? [[key, value]] : []
    })
  return Object.fromEntries(WORKSHOP_PARTS.map(part => [part, new Map(load(part))])) as unknown as WorkshopState
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

export function withRows(state: WorkshopState, rows: readonly Row[]): WorkshopState {
  const changed: Partial<Record<WorkshopPart, Map<string, unknown>>> = {}
  for (const { part, key, value } of rows) {
    const map = (changed[part] ??= new Map<string, unknown>(state[part]))
    if (value === null) map.delete(key)
    else map.set(key, value)
  }
  return { ...state, ...(changed as Partial<WorkshopState>) }
}

export const entryOf = (board: string, { part, key, value }: Row): Entry => ({
  kind: 'workshop',
  board,
  part,
  key,
  value: value === null ? null : JSON.stringify(value),
})

export const runOf = (state: WorkshopState): Run | undefined => state.run.get(NOW)
