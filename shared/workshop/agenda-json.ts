/** An agenda as a file: versioned JSON, read wholly or not at all. What a step does not say is as in a blank one. */
import { NO_RIGHTS } from './rights.ts'
import type { StepPlan, VoteSettings } from './step.ts'
import { BLANK_PLAN, BLANK_VOTE, isVoteSettings, PLAN_CHECKS, PLAN_FIELDS, planOf, STEP_LIMITS } from './step.ts'

export const FORMAT = 'nonagon-agenda'
export const VERSION = 1

export interface AgendaJSON {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly title: string
  readonly steps: readonly StepPlan[]
}

/** What a file can get wrong: a field of a step by its name, or the file itself. The page has a sentence for each. */
export type AgendaFault = keyof StepPlan | 'format' | 'version' | 'noSteps' | 'manySteps' | 'noStep' | 'noField'

/** `path` leads to what is wrong, as in `steps[2].minutes`. */
export interface AgendaProblem {
  readonly path: string
  readonly fault: AgendaFault
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
function planFrom(value: Outside, report: (field: string, fault: AgendaFault) => void): StepPlan {
  for (const field of Object.keys(value)) if (!Object.hasOwn(PLAN_CHECKS, field)) report(field, 'noField')
  const fields = PLAN_FIELDS.map(field => {
    if (!Object.hasOwn(value, field)) return [field, BLANK_PLAN[field]]
    const given = filled(field, value[field])
    if (!PLAN_CHECKS[field](given)) report(field, field)
    return [field, given]
  })
  return Object.fromEntries(fields) as StepPlan
}

/** Reads a parsed file; never throws. */
export function agendaFromJSON(value: unknown): ReadAgenda {
  const problems: AgendaProblem[] = []
  const refuse = (path: string, fault: AgendaFault): ReadAgenda => ({ ok: false, problems: [{ path, fault }] })
  if (!isOutside(value) || value['format'] !== FORMAT) return refuse('format', 'format')
  if (value['version'] !== VERSION) return refuse('version', 'version')
  const { title = '', steps } = value
  if (!PLAN_CHECKS.title(title)) problems.push({ path: 'title', fault: 'title' })
  if (!Array.isArray(steps) || steps.length === 0) return refuse('steps', 'noSteps')
  if (steps.length > STEP_LIMITS.steps) return refuse('steps', 'manySteps')
  const plans = steps.map((step: unknown, index) => {
    const path = `steps[${index}]`
    if (isOutside(step)) return planFrom(step, (field, fault) => problems.push({ path: `${path}.${field}`, fault }))
    problems.push({ path, fault: 'noStep' })
    return BLANK_PLAN
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, title: title as string, steps: plans }
}
