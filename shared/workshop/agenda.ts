/** The agenda: its order, what comes before and after what runs, and changes to it. */
import type { BoardDocument } from '../wire/document.ts'
import type { Step, StepPlan } from './step.ts'
import { planOf } from './step.ts'
import { writeStep } from './workshop.ts'

export const inOrder = (steps: readonly Step[]): readonly Step[] =>
  [...steps].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Where a run stands: at its step, or where that was; null: before the first. */
export interface Standing {
  readonly step: string | null
  readonly order: number | null
}

/** By the step as it is now: it may have been moved since it began. */
function standingNow(steps: readonly Step[], { step, order }: Standing): Pick<Step, 'order' | 'id'> | undefined {
  const known = steps.find(each => each.id === step)
  if (known) return known
  // What is gone stood before all that has its order now; what was put in between, after it.
  return order === null ? undefined : { order, id: step === null ? '\uffff' : '' }
}

const isBehind = (a: Pick<Step, 'order' | 'id'>, b: Pick<Step, 'order' | 'id'>): boolean =>
  a.order > b.order || (a.order === b.order && a.id > b.id)

/** What follows in the agenda; the first step, where nothing has begun. */
export function stepAfter(steps: readonly Step[], from: Standing): Step | undefined {
  const at = standingNow(steps, from)
  return inOrder(steps).find(each => !at || isBehind(each, at))
}

/** What goes before it; for what was put in between, the step it came after. */
export function stepBefore(steps: readonly Step[], from: Standing): Step | undefined {
  const at = standingNow(steps, from)
  return at && inOrder(steps).findLast(each => isBehind(at, each))
}

/** An order for a step that is to stand at this index among the others. */
export function orderAt(others: readonly Step[], index: number): number {
  const sorted = inOrder(others)
  const before = sorted[index - 1]?.order
  const after = sorted[index]?.order
  if (before === undefined) return after === undefined ? 0 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}

/** Puts steps at the end of the agenda, in this order. */
export function addSteps(
  document: BoardDocument,
  steps: readonly Step[],
  plans: readonly StepPlan[],
  newId: () => string,
): readonly string[] {
  const first = orderAt(steps, steps.length)
  return plans.map((plan, index) => {
    const id = newId()
    writeStep(document, { id, order: first + index, ...planOf(plan) })
    return id
  })
}

/** Minutes of all steps that have a limit. */
export const minutesOf = (steps: readonly Pick<StepPlan, 'minutes'>[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0)
