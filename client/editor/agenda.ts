/** The agenda as facilitators edit it: one change at a time, each of which can be taken back as long as nobody changed it since. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import { newId } from '../../shared/base/id.ts'
import type { Step, StepPlan } from '../../shared/workshop/step.ts'
import { planOf, STEP_LIMITS } from '../../shared/workshop/step.ts'
import type { Workshop } from '../../shared/workshop/workshop.ts'
import { inOrder, orderAt } from '../../shared/workshop/agenda.ts'
import { removeSteps, writeStep } from '../../shared/workshop/workshop.ts'
import type { Board } from './board.ts'

export interface Agenda {
  readonly canUndo: Watchable<boolean>
  readonly isFull: boolean
  /** Puts steps in before the place `at` (0: first; the number of steps: last); answers the ids. */
  insert(plans: readonly StepPlan[], at: number): readonly string[]
  change(id: string, part: Partial<StepPlan>): void
  /** To the place it will have. */
  move(id: string, to: number): void
  duplicate(id: string): string | undefined
  remove(id: string): void
  /** Another agenda instead of this one. */
  replace(plans: readonly StepPlan[]): void
  /** Takes back the last change from here, but for steps that another changed since. */
  undo(): void
}

/** A step before and after; undefined: not there. */
interface Change {
  readonly id: string
  readonly was: Step | undefined
  readonly is: Step | undefined
}

export function editAgenda({ workshop }: Pick<Board, 'workshop'>): Agenda {
  const done: (readonly Change[])[] = []
  const canUndo = new Value(false)

  const steps = () => inOrder(workshop.value.steps.all())
  const write = ({ document }: Workshop, changes: readonly Change[]) =>
    document.transact(() => {
      for (const { is } of changes) if (is) writeStep(document, is)
      removeSteps(
        document,
        changes.flatMap(({ id, is }) => (is ? [] : [id])),
      )
    })
  const run = (changes: readonly Change[]) => {
    const real = changes.filter(({ was, is }) => !isSame(was, is))
    if (real.length === 0) return
    write(workshop.value, real)
    done.push(real)
    canUndo.set(true)
  }
  /** These steps in this order, and no others. */
  const arrange = (wanted: readonly Step[]): readonly Change[] => {
    const known = new Map(steps().map(step => [step.id, step]))
    const kept = withRoom(wanted).map(step => ({ id: step.id, was: known.get(step.id), is: step }))
    const gone = [...known.values()].filter(({ id }) => !wanted.some(step => step.id === id))
    return [...kept, ...gone.map(step => ({ id: step.id, was: step, is: undefined }))]
  }
  const placed = (others: readonly Step[], plan: StepPlan, id: string, at: number): readonly Step[] => [
    ...others.slice(0, at),
    { id, order: orderAt(others, at), ...planOf(plan) },
    ...others.slice(at),
  ]
  const insert = (plans: readonly StepPlan[], at: number) => {
    const now = steps()
    const added = plans.slice(0, STEP_LIMITS.steps - now.length).map(plan => ({ plan, id: newId() }))
    run(arrange(added.reduce((others, { plan, id }, i) => placed(others, plan, id, at + i), now)))
    return added.map(({ id }) => id)
  }

  return {
    canUndo,
    get isFull() {
      return steps().length >= STEP_LIMITS.steps
    },
    insert,
    change: (id, part) => {
      const was = workshop.value.steps.get(id)
      if (was) run([{ id, was, is: { ...was, ...part } }])
    },
    move: (id, to) => {
      const now = steps()
      const step = now.find(each => each.id === id)
      if (!step || now[to] === step) return
      run(
        arrange(
          placed(
            now.filter(each => each !== step),
            step,
            id,
            to,
          ),
        ),
      )
    },
    duplicate: id => {
      const now = steps()
      const at = now.findIndex(each => each.id === id)
      const step = now[at]
      return step && insert([step], at + 1)[0]
    },
    remove: id => {
      const was = workshop.value.steps.get(id)
      if (was) run([{ id, was, is: undefined }])
    },
    replace: plans =>
      run(arrange(plans.slice(0, STEP_LIMITS.steps).map((plan, order) => ({ id: newId(), order, ...planOf(plan) })))),
    undo: () => {
      const changes = done.pop() ?? []
      canUndo.set(done.length > 0)
      const mine = changes.filter(({ id, is }) => isSame(workshop.value.steps.get(id), is))
      write(
        workshop.value,
        mine.map(({ id, was, is }) => ({ id, was: is, is: was })),
      )
    },
  }
}

/** Halved too often two orders would touch: then all are given new ones. */
function withRoom(steps: readonly Step[]): readonly Step[] {
  const hasRoom = steps.every((step, i) => i === 0 || step.order > (steps[i - 1]?.order ?? 0))
  return hasRoom ? steps : steps.map((step, i) => ({ ...step, order: i }))
}

/** Snapshots have their keys in one order. */
const isSame = (a: Step | undefined, b: Step | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)
