/** Why a file is no agenda, in one sentence. */
import { AREAS } from '../../shared/canvas/blocks.ts'
import { FORMAT, VERSION } from '../../shared/workshop/agenda-json.ts'
import type { AgendaLineFault } from '../../shared/workshop/agenda-markdown.ts'
import { EXTENTS, RIGHTS } from '../../shared/workshop/rights.ts'
import {
  NAMES_SHOWN,
  OVERTIMES,
  STEP_KINDS,
  STEP_LIMITS,
  VISIBILITIES,
  VOTE_CHECKS,
} from '../../shared/workshop/step.ts'
import type { AgendaFileProblem } from '../files/agenda-file.ts'
import type { Values } from '../words/words.ts'
import { say, sayAny } from '../words/words.ts'

/** Names as they stand in a file, which are the same in every language. */
const named = (names: readonly string[]): string => names.join(', ')

/** What the sentence about a fault of an agenda names. */
const SAID: { readonly [F in AgendaLineFault]?: Values } = {
  format: { format: FORMAT },
  version: { version: VERSION },
  manySteps: { most: STEP_LIMITS.steps },
  title: { most: STEP_LIMITS.title },
  instruction: { most: STEP_LIMITS.instruction },
  minutes: { most: STEP_LIMITS.minutes },
  focus: { names: named(AREAS) },
  rights: { extents: named(EXTENTS), names: named(RIGHTS) },
  visibility: { names: named(VISIBILITIES) },
  names: { names: named(NAMES_SHOWN) },
  vote: { most: STEP_LIMITS.dots, names: named(Object.keys(VOTE_CHECKS)) },
  overtime: { names: named(OVERTIMES) },
  kind: { names: named(STEP_KINDS) },
}

export function agendaFault(problem: AgendaFileProblem): string {
  if (problem.kind === 'notText') return say('agenda.notText')
  if (problem.kind === 'notJson') return say('agenda.notJson')
  if (problem.kind !== 'notAnAgenda') return say(`fault.${problem.kind}`)
  const { at, fault } = problem
  const sentence = sayAny(`agenda.fault.${fault}`, SAID[fault])
  return say('agenda.notOne', { path: typeof at === 'number' ? say('import.line', { line: at }) : at, sentence })
}
