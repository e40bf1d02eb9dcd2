/** My undo and redo over a canvas: one step a command, of which only what nobody changed since is taken back. */
import type { Unsubscribe } from '../base/observable.ts'
import { Signal } from '../base/observable.ts'
import { fieldRule } from '../wire/schema.ts'
import type { Right } from '../workshop/rights.ts'
import type { Canvas } from './canvas.ts'
import type { Change, Root } from './changes.ts'
import { joinChanges } from './changes.ts'
import { Ledger } from './ledger.ts'
import { openRecorder } from './recorder.ts'
import type { Reversal } from './reversal.ts'
import { reverseChanges } from './reversal.ts'
import { CANVAS_SCHEMA } from './schema.ts'

/** A right that reversing a step takes, and the records it is used on (for `own`). */
export interface Need {
  readonly right: Right
  readonly root: Root
  readonly ids: readonly string[]
}

/** A step that was passed over: the rights of now forbid it (it stays), or others changed all of it since (it is dropped). */
interface Skipped {
  readonly title: string
  readonly why: 'rights' | 'overtaken'
}

/**
 * What became of one undo or redo. `kept` are records left whole because others have live work in them; when that is
 * all there was, the kind is `kept` and nothing was written.
 */
export type Outcome =
  | {
      readonly kind: 'done' | 'kept'
      readonly title: string
      readonly kept: readonly string[]
      readonly skipped: readonly Skipped[]
    }
  | { readonly kind: 'nothing'; readonly skipped: readonly Skipped[] }

export interface History {
  /**
   * Runs a command as one transaction and one step; inside another `run` it belongs to that one's step. With `merge`
   * it goes on with the last step when that had the same key and ended less than a second ago: typing is one step a pause.
   */
  run<T>(title: string, write: () => T, options?: { readonly merge?: string }): T
  undo(): Outcome
  redo(): Outcome
  /** Takes the last step back as if it had never been: redo does not know it. */
  takeBack(): Outcome
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly undoTitle: string | undefined
  readonly redoTitle: string | undefined
  /** When the step that undo (redo) would take was done (undone), as `order` counts; of two histories the later one goes first. */
  readonly undoOrder: number | undefined
  readonly redoOrder: number | undefined
  /** Something was done elsewhere, after which nothing can be done once more. */
  forgetUndone(): void
  /** Tells whenever `canUndo`, `canRedo` or a title may have changed. */
  subscribe(listener: () => void): Unsubscribe
  /** Neither undo nor redo reaches back over this moment (a reveal). */
  fence(): void
  destroy(): void
}

export interface HistoryOptions {
  /** The origin of my transactions; nobody else's. */
  readonly origin: object
  /** Does the table of rights allow this now? */
  readonly allows: (need: Need) => boolean
  /** Any clock, in ms. */
  readonly now?: () => number
  /** Counts up over all histories of one person. */
  readonly order?: () => number
}

interface Step {
  readonly order: number
  readonly title: string
  readonly changes: readonly Change[]
}

/** A pause in typing that ends a step. */
const PAUSE_MS = 1_000
/** Nobody goes back farther, and a page may stay open for weeks: the oldest step goes. */
export const MOST_STEPS = 500

/** Taking back what I made while nobody else changed it needs the right to make it (M2). */
function rightOf(change: Change): Right | undefined {
  const root = CANVAS_SCHEMA.roots[change.root]
  if (change.kind === 'field' && change.makes) return root?.add
  return root && fieldRule(root, change.field)?.right
}

function needsOf(step: Step): readonly Need[] {
  const needs = new Map<string, { right: Right; root: Root; ids: Set<string> }>()
  for (const change of step.changes) {
    const right = rightOf(change)
    if (!right) continue
    const key = `${right} ${change.root}`
    const need = needs.get(key) ?? { right, root: change.root, ids: new Set() }
    need.ids.add(change.id)
    needs.set(key, need)
  }
  return [...needs.values()].map(need => ({ ...need, ids: [...need.ids] }))
}

function counter(): () => number {
  let count = 0
  return () => ++count
}

export function openHistory(
  canvas: Canvas,
  { origin, allows, now = Date.now, order = counter() }: HistoryOptions,
): History {
  const ledger = new Ledger(canvas.document)
  const recorder = openRecorder(canvas.document, ledger)
  const changed = new Signal()
  const done: Step[] = []
  const undone: Step[] = []
  let session: { readonly key: string; readonly until: number } | undefined

  function record(step: Step, merge: string | undefined): void {
    if (step.changes.length === 0) return
    const last = done.at(-1)
    const goesOn = merge !== undefined && session?.key === merge && now() < session.until
    if (last && goesOn) done[done.length - 1] = { ...step, changes: joinChanges(last.changes, step.changes) }
    else done.push(step)
    if (done.length > MOST_STEPS) done.shift()
    session = merge === undefined ? undefined : { key: merge, until: now() + PAUSE_MS }
    undone.length = 0
    changed.tell()
  }

  function run<T>(title: string, write: () => T, { merge }: { readonly merge?: string } = {}): T {
    return canvas.document.transact(transaction => {
      if (transaction.origin !== origin) throw new Error(`"${title}" cannot run inside another's transaction`)
      recorder.record(transaction, changes => record({ order: order(), title, changes }, merge))
      return write()
    }, origin)
  }

  const reverse = (step: Step): Reversal =>
    canvas.document.transact(transaction => {
      if (transaction.origin !== origin || recorder.isRecording(transaction))
        throw new Error(`"${step.title}" cannot be undone inside a transaction`)
      recorder.ignore(transaction)
      return reverseChanges(transaction, ledger, step.changes)
    }, origin)

  /** Reverses the topmost step of `from` that may and can be reversed, and puts it onto `to`. */
  function turn(from: Step[], to: Step[]): Outcome {
    session = undefined
    const skipped: Skipped[] = []
    for (const [index, step] of [...from.entries()].toReversed()) {
      const { title } = step
      if (!needsOf(step).every(allows)) {
        skipped.push({ title, why: 'rights' })
        continue
      }
      const { changes, kept } = reverse(step)
      from.splice(index, 1)
      if (changes.length > 0) to.push({ order: order(), title, changes })
      if (changes.length > 0 || kept.length > 0)
        return { kind: changes.length > 0 ? 'done' : 'kept', title, kept, skipped }
      skipped.push({ title, why: 'overtaken' })
    }
    return { kind: 'nothing', skipped }
  }
  const turned = (from: Step[], to: Step[]): Outcome => {
    const outcome = turn(from, to)
    changed.tell()
    return outcome
  }

  return {
    run,
    undo: () => turned(done, undone),
    redo: () => turned(undone, done),
    takeBack: () => turned(done, []),
    get canUndo() {
      return done.length > 0
    },
    get canRedo() {
      return undone.length > 0
    },
    get undoTitle() {
      return done.at(-1)?.title
    },
    get redoTitle() {
      return undone.at(-1)?.title
    },
    get undoOrder() {
      return done.at(-1)?.order
    },
    get redoOrder() {
      return undone.at(-1)?.order
    },
    forgetUndone: () => {
      if (undone.length === 0) return
      undone.length = 0
      changed.tell()
    },
    subscribe: listener => changed.subscribe(listener),
    fence: () => {
      done.length = 0
      undone.length = 0
      session = undefined
      ledger.forget()
      changed.tell()
    },
    destroy: () => recorder.close(),
  }
}
