/** An agenda as a file: versioned JSON, read wholly or not at all. What a step does not say is as in a blank one. */
import { AREAS } from '../canvas/blocks.ts'
import { EXTENTS, NO_RIGHTS, RIGHTS } from './rights.ts'
import type { StepPlan, VoteSettings } from './step.ts'
import {
  BLANK_PLAN,
  BLANK_VOTE,
  isVoteSettings,
  NAMES_SHOWN,
  OVERTIMES,
  PLAN_CHECKS,
  PLAN_FIELDS,
  planOf,
  STEP_KINDS,
  STEP_LIMITS,
  VISIBILITIES,
  VOTE_CHECKS,
} from './step.ts'

const FORMAT = 'nonagon-agenda'
const VERSION = 1

export interface AgendaJSON {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly title: string
  readonly steps: readonly StepPlan[]
}

/** `path` leads to what is wrong, as in `steps[2].minutes`. */
export interface AgendaProblem {
  readonly path: string
  readonly sentence: string
}

export type ReadAgenda =
  | { readonly ok: true; readonly title: string; readonly steps: readonly StepPlan[] }
  | { readonly ok: false; readonly problems: readonly AgendaProblem[] }

export const agendaToJSON = (title: string, steps: readonly StepPlan[]): AgendaJSON => ({
  format: FORMAT,
  version: VERSION,
  title,
  steps: steps.map(planOf),
})

const SENTENCES: Readonly<Record<keyof StepPlan, string>> = {
  title: `A title is a text of at most ${STEP_LIMITS.title} characters.`,
  instruction: `An instruction is a text of at most ${STEP_LIMITS.instruction} characters.`,
  minutes: `Minutes are a whole number from 0, which is without a limit, to ${STEP_LIMITS.minutes}.`,
  focus: `The focus is a list of ${AREAS.join(', ')}, each once.`,
  rights: `Rights say ${EXTENTS.join(', ')} for ${RIGHTS.join(', ')}.`,
  visibility: `The visibility is one of ${VISIBILITIES.join(', ')}.`,
  names: `Names are one of ${NAMES_SHOWN.join(', ')}.`,
  vote: `A vote has dots from 1 to ${STEP_LIMITS.dots}, not more of them on one note or in one block, and only ${Object.keys(VOTE_CHECKS).join(', ')}.`,
  questions: 'Questions are true or false.',
  overtime: `Overtime is one of ${OVERTIMES.join(', ')}.`,
  kind: `The kind is one of ${STEP_KINDS.join(', ')}.`,
}

type Outside = Readonly<Record<string, unknown>>
const isOutside = (value: unknown): value is Outside =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rights that are not named are not given; a vote's settings that are not named are as in a blank one. */
function filled(field: keyof StepPlan, value: unknown): unknown {
  if (field === 'rights' && isOutside(value)) return { ...NO_RIGHTS, ...value }
  if (field === 'vote' && isOutside(value)) return filledVote(value)
  return value
}

function filledVote(value: Outside): unknown {
  const dots = typeof value['dots'] === 'number' ? value['dots'] : BLANK_VOTE.dots
  const vote: VoteSettings = { ...BLANK_VOTE, perNote: Math.min(BLANK_VOTE.perNote, dots), ...value }
  return isVoteSettings(vote) ? vote : value
}

/** One step as a file tells it; problems are told to `report` by field. */
function planFrom(value: Outside, report: (field: string, sentence: string) => void): StepPlan {
  for (const field of Object.keys(value))
    if (!Object.hasOwn(PLAN_CHECKS, field)) report(field, 'A step has no such field.')
  const fields = PLAN_FIELDS.map(field => {
    if (!Object.hasOwn(value, field)) return [field, BLANK_PLAN[field]]
    const given = filled(field, value[field])
    if (!PLAN_CHECKS[field](given)) report(field, SENTENCES[field])
    return [field, given]
  })
  return Object.fromEntries(fields) as StepPlan
}

/** Reads a parsed file; never throws. */
export function agendaFromJSON(value: unknown): ReadAgenda {
  const problems: AgendaProblem[] = []
  const refuse = (path: string, sentence: string): ReadAgenda => ({ ok: false, problems: [{ path, sentence }] })
  if (!isOutside(value) || value['format'] !== FORMAT) return refuse('format', `An agenda says its format: ${FORMAT}.`)
  if (value['version'] !== VERSION) return refuse('version', `Agendas of version ${VERSION} can be read here.`)
  const { title = '', steps } = value
  if (!PLAN_CHECKS.title(title)) problems.push({ path: 'title', sentence: SENTENCES.title })
  if (!Array.isArray(steps) || steps.length === 0) return refuse('steps', 'An agenda has a list of steps.')
  if (steps.length > STEP_LIMITS.steps) return refuse('steps', `An agenda has at most ${STEP_LIMITS.steps} steps.`)
  const plans = steps.map((step: unknown, index) => {
    const path = `steps[${index}]`
    if (isOutside(step))
      return planFrom(step, (field, sentence) => problems.push({ path: `${path}.${field}`, sentence }))
    problems.push({ path, sentence: 'A step is an object.' })
    return BLANK_PLAN
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, title: title as string, steps: plans }
}
