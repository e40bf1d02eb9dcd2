/** Ready agendas in the language in use: from here on they are a facilitator's own. */
import type { ReadyAgendaId, ReadyStepId, StepWords } from '../../shared/workshop/agendas.ts'
import { plansOf, stepsOf } from '../../shared/workshop/agendas.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { say } from './words.ts'

const wordsOf = (id: ReadyStepId): StepWords[ReadyStepId] => ({
  title: say(`plan.${id}`),
  instruction: say(`plan.${id}.do`),
})

export function readyPlans(agenda: ReadyAgendaId): readonly StepPlan[] {
  const words = Object.fromEntries(stepsOf(agenda).map(({ id }) => [id, wordsOf(id)])) as StepWords
  return plansOf(agenda, words)
}
