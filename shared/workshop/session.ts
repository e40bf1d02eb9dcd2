/** What happens in a session, as the server shows it to everybody: the running step, what ran, rounds and their results. */
import type { Area } from '../canvas/blocks.ts'
import { isArea } from '../canvas/blocks.ts'
import type { Names, StepPlan, VoteSettings } from './step.ts'
import type { Rights } from './rights.ts'
import { NO_RIGHTS } from './rights.ts'
import { holds, isPlan, isStepOrder, isVoteSettings, NAMES_SHOWN, rightsOnCanvas } from './step.ts'

/** What runs now; one value, written by the server only. */
export interface Run {
  readonly id: string
  /** Counts every change of what runs: who commands names the one they saw. */
  readonly seq: number
  /** The step of the agenda; null for one that was put in between. */
  readonly step: string | null
  /** Where in the agenda this is, so that it goes on from there should the step be deleted meanwhile; null: before the first. */
  readonly order: number | null
  /** Copied at the start: editing the agenda cannot disturb it. */
  readonly plan: StepPlan
  /** Server time, ms; so are all times here. */
  readonly startedAt: number
  /** Minutes of the plan and what was added; 0: no limit. */
  readonly totalMs: number
  readonly pausedAt: number | null
  /** Sum of earlier pauses. */
  readonly pausedMs: number
  /** The private or voting round that this step opened. */
  readonly round: string | null
}

/** A step that ran. */
export interface Ran {
  /** Of the run. */
  readonly id: string
  readonly step: string | null
  readonly order: number | null
  readonly title: string
  readonly startedAt: number
  readonly endedAt: number
  readonly plannedMs: number
  readonly round: string | null
  /** It was passed over before it was done. */
  readonly skipped: boolean
}

/** What is known to everybody of a private or voting round. */
export interface Round {
  readonly id: string
  readonly kind: 'private' | 'vote'
  readonly run: string
  readonly canvas: string
  readonly state: 'open' | 'closed' | 'revealed'
  readonly names: Names
  readonly vote: VoteSettings | null
  readonly openedAt: number
  readonly closedAt: number | null
  /** A vote that stays open until then, whatever step runs. */
  readonly until?: number
  readonly title: string
}

export interface Results {
  readonly round: string
  readonly title: string
  /** Dots by note, most first. */
  readonly totals: readonly (readonly [note: string, dots: number])[]
  /** How many gave dots, and how many could. */
  readonly voters: number
  readonly of: number
  readonly dots: number
  /** Who gave how many to which note; only where the vote was a named one. */
  readonly names?: readonly (readonly [note: string, person: string, dots: number])[]
}

/** What a screen is to show: areas (none: the whole canvas), or a note. */
export type Focus =
  { readonly kind: 'areas'; readonly areas: readonly Area[] } | { readonly kind: 'note'; readonly note: string }

/** Somebody leads all screens until they let go. */
export interface Control {
  readonly by: string
  readonly focus: Focus
  readonly since: number
}

/** Once, and then everybody goes their own way. */
export interface Bring {
  readonly id: string
  readonly by: string
  readonly focus: Focus
  readonly at: number
}

/** The last time that notes of a private round were turned over. */
export interface Reveal {
  readonly round: string
  /** Whose turn it is to speak, where notes are shown one person after the other. */
  readonly person: string | null
  readonly notes: number
  readonly at: number
}

/** One value each; what is not there does not happen. */
export interface Session {
  readonly run?: Run
  /** When the last session ended, while none runs. */
  readonly ended?: number
  readonly control?: Control
  readonly bring?: Bring
  readonly reveal?: Reveal
}

/** What a session lets participants do on the canvas: while their screens are led, nothing. */
export const rightsInSession = ({ run, control }: Pick<Session, 'run' | 'control'>): Rights | undefined =>
  control ? NO_RIGHTS : run && rightsOnCanvas(run.plan)

// What may stand where ----------------------------------------------------------------------------------------------

type Check = (value: unknown) => boolean

const isText: Check = value => typeof value === 'string'
const isId: Check = value => typeof value === 'string' && value !== ''
const isCount: Check = value => Number.isSafeInteger(value) && (value as number) >= 0
const isTime: Check = value => typeof value === 'number' && Number.isFinite(value) && value >= 0
const orNull =
  (check: Check): Check =>
  value =>
    value === null || check(value)
const flag: Check = value => typeof value === 'boolean'

const RUN_CHECKS: Readonly<Record<keyof Run, Check>> = {
  id: isId,
  seq: isCount,
  step: orNull(isId),
  order: orNull(isStepOrder),
  plan: isPlan,
  startedAt: isTime,
  totalMs: isTime,
  pausedAt: orNull(isTime),
  pausedMs: isTime,
  round: orNull(isId),
}
export const isRun = (value: unknown): value is Run => holds(value, RUN_CHECKS)

const RAN_CHECKS: Readonly<Record<keyof Ran, Check>> = {
  id: isId,
  step: orNull(isId),
  order: orNull(isStepOrder),
  title: isText,
  startedAt: isTime,
  endedAt: isTime,
  plannedMs: isTime,
  round: orNull(isId),
  skipped: flag,
}
export const isRan = (value: unknown): value is Ran => holds(value, RAN_CHECKS)

const ROUND_CHECKS: Readonly<Record<Exclude<keyof Round, 'until'>, Check>> = {
  id: isId,
  kind: value => value === 'private' || value === 'vote',
  run: isId,
  canvas: isId,
  state: value => value === 'open' || value === 'closed' || value === 'revealed',
  names: value => NAMES_SHOWN.includes(value as Names),
  vote: value => value === null || isVoteSettings(value),
  openedAt: isTime,
  closedAt: orNull(isTime),
  title: isText,
}
export function isRound(value: unknown): value is Round {
  if (typeof value !== 'object' || value === null) return false
  const { until, ...rest } = value as Record<string, unknown>
  return holds(rest, ROUND_CHECKS) && (until === undefined || isTime(until))
}

const rows =
  (...checks: readonly Check[]): Check =>
  value =>
    Array.isArray(value) &&
    value.every(row => Array.isArray(row) && row.length === checks.length && checks.every((check, i) => check(row[i])))

const RESULTS_CHECKS: Readonly<Record<Exclude<keyof Results, 'names'>, Check>> = {
  round: isId,
  title: isText,
  totals: rows(isId, isCount),
  voters: isCount,
  of: isCount,
  dots: isCount,
}
const isNamed: Check = value => rows(isId, isId, isCount)(value)

export function isResults(value: unknown): value is Results {
  if (typeof value !== 'object' || value === null) return false
  const { names, ...rest } = value as Record<string, unknown>
  return holds(rest, RESULTS_CHECKS) && (names === undefined || isNamed(names))
}

function isFocus(value: unknown): value is Focus {
  if (typeof value !== 'object' || value === null) return false
  const { kind, areas, note } = value as Record<string, unknown>
  return kind === 'note' ? isId(note) : kind === 'areas' && Array.isArray(areas) && areas.every(isArea)
}

export const isControl = (value: unknown): value is Control => holds(value, { by: isId, focus: isFocus, since: isTime })

export const isBring = (value: unknown): value is Bring =>
  holds(value, { id: isId, by: isId, focus: isFocus, at: isTime })

export const isReveal = (value: unknown): value is Reveal =>
  holds(value, { round: isId, person: orNull(isId), notes: isCount, at: isTime })

export const isMoment = (value: unknown): value is number => isTime(value)
