/** A step of the agenda: what it is called, how long it takes, what may be done in it, and what anybody may write there. */
import type * as Y from 'yjs'
import type { Area } from '../canvas/blocks.ts'
import { isArea } from '../canvas/blocks.ts'
import type { Rights } from './rights.ts'
import { ALL_RIGHTS, EXTENTS, RIGHTS } from './rights.ts'

/** How the dots of a step are given. */
export interface VoteSettings {
  /** For each person. */
  readonly dots: number
  /** Most of one person on one note, or group. */
  readonly perNote: number
  /** Where dots may be given; none named: everywhere. */
  readonly blocks: readonly Area[]
  /** So many of a person's dots are for each of these blocks; null: as everybody likes. */
  readonly perBlock: number | null
  /** Totals are shown while the vote is open. */
  readonly live: boolean
  /** The results say who gave what. */
  readonly named: boolean
  /** Each voter sees the notes in an order of their own. */
  readonly shuffled: boolean
}

/** `private`: everybody writes for themselves. `silent`: everybody writes openly, and nobody sees pointers. */
export const VISIBILITIES = ['open', 'private', 'silent'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** `hidden`: until the reveal. `never`: who wrote what is kept nowhere. */
export const NAMES_SHOWN = ['shown', 'hidden', 'never'] as const
export type Names = (typeof NAMES_SHOWN)[number]

/** `count`: the clock goes on and shows by how much. `advance`: the next step starts by itself. */
export const OVERTIMES = ['count', 'advance'] as const
export type Overtime = (typeof OVERTIMES)[number]

export const STEP_KINDS = ['work', 'warmUp'] as const
export type StepKind = (typeof STEP_KINDS)[number]

export interface StepPlan {
  readonly title: string
  /** Markdown. */
  readonly instruction: string
  /** 0: without a limit. */
  readonly minutes: number
  /** What everybody is shown; none named: the whole canvas. */
  readonly focus: readonly Area[]
  readonly rights: Rights
  readonly visibility: Visibility
  readonly names: Names
  readonly vote: VoteSettings | null
  /** The guiding questions of the blocks are shown. */
  readonly questions: boolean
  readonly overtime: Overtime
  readonly kind: StepKind
}

export interface Step extends StepPlan {
  readonly id: string
  /** Where it stands among the others; of equal ones the id decides. */
  readonly order: number
}

export const STEP_LIMITS = {
  steps: 100,
  title: 200,
  instruction: 4_000,
  minutes: 480,
  dots: 50,
} as const

export const BLANK_PLAN: StepPlan = Object.freeze({
  title: '',
  instruction: '',
  minutes: 10,
  focus: Object.freeze([]),
  rights: ALL_RIGHTS,
  visibility: 'open',
  names: 'shown',
  vote: null,
  questions: false,
  overtime: 'count',
  kind: 'work',
})

export const BLANK_VOTE: VoteSettings = Object.freeze({
  dots: 5,
  perNote: 2,
  blocks: Object.freeze([]),
  perBlock: null,
  live: false,
  named: false,
  shuffled: true,
})

// What may stand where ----------------------------------------------------------------------------------------------

type Check = (value: unknown) => boolean

const oneOf =
  (words: readonly string[]): Check =>
  value =>
    words.includes(value as string)
const textUpTo =
  (length: number): Check =>
  value =>
    typeof value === 'string' && value.length <= length
const wholeFrom =
  (least: number, most: number): Check =>
  value =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
const isFlag: Check = value => typeof value === 'boolean'
const areas: Check = value => Array.isArray(value) && value.every(isArea) && new Set(value).size === value.length

/** Every key of the table is there and passes its check, and there is no other key. */
export function holds(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const keys = Object.keys(value)
  if (keys.length !== Object.keys(checks).length) return false
  return keys.every(key => Object.hasOwn(checks, key) && checks[key]?.((value as Record<string, unknown>)[key]))
}

const RIGHTS_CHECKS = Object.fromEntries(RIGHTS.map(right => [right, oneOf(EXTENTS)]))
const isRights = (value: unknown): value is Rights => holds(value, RIGHTS_CHECKS)

export const VOTE_CHECKS: Readonly<Record<keyof VoteSettings, Check>> = {
  dots: wholeFrom(1, STEP_LIMITS.dots),
  perNote: wholeFrom(1, STEP_LIMITS.dots),
  blocks: areas,
  perBlock: value => value === null || wholeFrom(1, STEP_LIMITS.dots)(value),
  live: isFlag,
  named: isFlag,
  shuffled: isFlag,
}

export function isVoteSettings(value: unknown): value is VoteSettings {
  if (!holds(value, VOTE_CHECKS)) return false
  const { dots, perNote, perBlock } = value as VoteSettings
  return perNote <= dots && (perBlock ?? 0) <= dots
}

/** One check for each field of a plan: what the gate lets facilitators write, and what readers believe. */
export const PLAN_CHECKS: Readonly<Record<keyof StepPlan, Check>> = {
  title: textUpTo(STEP_LIMITS.title),
  instruction: textUpTo(STEP_LIMITS.instruction),
  minutes: wholeFrom(0, STEP_LIMITS.minutes),
  focus: areas,
  rights: isRights,
  visibility: oneOf(VISIBILITIES),
  names: oneOf(NAMES_SHOWN),
  vote: value => value === null || isVoteSettings(value),
  questions: isFlag,
  overtime: oneOf(OVERTIMES),
  kind: oneOf(STEP_KINDS),
}

export const PLAN_FIELDS = Object.keys(PLAN_CHECKS) as readonly (keyof StepPlan)[]

export const isStepOrder: Check = value => typeof value === 'number' && Math.abs(value) <= 1e9

export const isPlan = (value: unknown): value is StepPlan => holds(value, PLAN_CHECKS)

/** A step as any program left it: a field that is missing or wrong reads as in a blank one. Without an order there is none. */
export function readStep(id: string, record: Y.Map<unknown>): Step | undefined {
  const order = record.get('order')
  if (!isStepOrder(order)) return undefined
  const fields = PLAN_FIELDS.map(field => {
    const value = record.get(field)
    return [field, PLAN_CHECKS[field](value) ? value : BLANK_PLAN[field]] as const
  })
  return { id, order: order as number, ...(Object.fromEntries(fields) as unknown as StepPlan) }
}

/** What a step lets participants do on the canvas: while everybody writes for themselves, nothing new is put there. */
export const rightsOnCanvas = ({ rights, visibility }: Pick<StepPlan, 'rights' | 'visibility'>): Rights =>
  visibility === 'private' ? { ...rights, add: 'none' } : rights

/** Nobody sees where others point, choose or write. */
export const hidesPointers = ({ visibility, vote }: Pick<StepPlan, 'visibility' | 'vote'>): boolean =>
  visibility !== 'open' || vote !== null

/** The plan alone, as a run copies it. */
export const planOf = (step: StepPlan): StepPlan =>
  Object.fromEntries(PLAN_FIELDS.map(field => [field, step[field]])) as unknown as StepPlan
