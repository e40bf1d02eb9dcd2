/** What somebody has tried in a warm-up step, told by what they did: the last undo step has the name of its deed. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Board } from './board.ts'
import type { Session } from './workshop.ts'

export const PRACTICES = ['add', 'move', 'vote'] as const
export type Practice = (typeof PRACTICES)[number]

export interface WarmUp {
  /** Done since the running step began; empty outside of a warm-up. */
  readonly done: Watchable<ReadonlySet<Practice>>
  /** For what leaves no undo step. */
  did(practice: Practice): void
  destroy(): void
}

const NOTHING: ReadonlySet<Practice> = new Set()

export function followWarmUp({ history }: Pick<Board, 'history'>, session: Session): WarmUp {
  const done = new Value(NOTHING)
  const did = (practice: Practice) => {
    if (session.run.value?.plan.kind !== 'warmUp' || done.value.has(practice)) return
    done.set(new Set([...done.value, practice]))
  }
  const notice = () => {
    const practice = PRACTICES.find(each => each === history.value.undoTitle)
    if (practice) did(practice)
  }
  let unhear: Unsubscribe = history.value.subscribe(notice)
  const ends = [
    history.subscribe(next => {
      unhear()
      unhear = next.subscribe(notice)
    }),
    session.news.subscribe(({ kind }) => {
      if (kind === 'began' || kind === 'ended') done.set(NOTHING)
    }),
    () => unhear(),
  ]
  return {
    done,
    did,
    destroy: () => {
      for (const end of ends) end()
    },
  }
}
