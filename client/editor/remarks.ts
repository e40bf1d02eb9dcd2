/** What I say without a note: a reaction that floats from my cursor, and a few words beside it. Nothing of it is kept. */
import type { Point } from '../../shared/base/geometry.ts'
import type { Observable, Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import { Signal, Value } from '../../shared/base/observable.ts'
import type { ReactionKind } from '../../shared/workshop/remarks.ts'
import { remarkOf } from '../../shared/workshop/remarks.ts'
import type { Board, SeenReaction, Spot } from './board.ts'
import type { After } from './parts.ts'

export interface Remarks {
  /** What floats here because I reacted. */
  readonly reacted: Observable<SeenReaction>
  react(kind: ReactionKind): void
  /** My words at my cursor, as others read them. */
  readonly remark: Watchable<string>
  /** Says these words, and no longer the ones before. Without any more of it they go after a while, if `goes`. */
  saying(text: string, options?: { readonly goes?: boolean }): void
  destroy(): void
}

interface Ground {
  readonly board: Board
  readonly after: After
  /** Where I point or what I have chosen, in board units. */
  readonly here: () => Point
  readonly spotAt: (point: Point) => Spot
}

/** A reaction is over before the next: nobody fills a screen by leaning on a key. */
const PAUSE_MS = 350
/** As long others hear of it, should they look away for a moment. */
const REACTION_MS = 2_000
const REMARK_MS = 6_000

export function createRemarks({ board, after, here, spotAt }: Ground): Remarks {
  const reacted = new Signal<SeenReaction>()
  const remark = new Value('')
  let count = 0
  let quietUntil = Number.NEGATIVE_INFINITY
  let endReaction: Unsubscribe = () => undefined
  let endRemark: Unsubscribe = () => undefined

  const saying = (text: string, { goes = false } = {}) => {
    endRemark()
    const words = remarkOf(text)
    remark.set(words)
    board.presence.set({ chat: words.trim() === '' ? null : words })
    if (goes && words) endRemark = after(REMARK_MS, () => saying(''))
  }
  return {
    reacted,
    remark,
    saying,
    react: kind => {
      if (board.now() < quietUntil) return
      quietUntil = board.now() + PAUSE_MS
      endReaction()
      const reaction: SeenReaction = { kind, count: ++count, at: spotAt(here()) }
      board.presence.set({ reaction })
      endReaction = after(REACTION_MS, () => board.presence.set({ reaction: null }))
      reacted.tell(reaction)
    },
    destroy: () => {
      endReaction()
      endRemark()
    },
  }
}
