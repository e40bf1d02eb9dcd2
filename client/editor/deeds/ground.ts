/** What deeds stand on: one undo step each, the rights, the limits, and what is said of them. */
import type { History } from '../../../shared/canvas/history.ts'
import type { BinnableRoot } from '../../../shared/canvas/operations.ts'
import { LIMITS } from '../../../shared/canvas/schema.ts'
import type { Right } from '../../../shared/workshop/rights.ts'
import type { Board } from '../board.ts'
import type { Saying } from '../editor.ts'
import { denialOf, mayI } from '../may.ts'
import { mineAmong } from '../mine.ts'
import { fullWith } from '../room.ts'
import type { ShownCanvas } from '../shown.ts'
import type { Deed } from './deeds.ts'

export interface Ground {
  readonly board: Board
  readonly shown: ShownCanvas
  say(saying: Saying): void
  readonly isActing: boolean
  /** Runs `write` as one undo step. */
  run<T>(deed: Deed, write: () => T, options?: { readonly merge?: string }): T
  /** Whatever `act` changes is my doing. */
  acting<T>(act: (history: History) => T): T
  /** True, or it has been said why not. */
  mayDo(right: Right, makers?: readonly string[]): boolean
  /** Of these live notes those to which I may do this; it is said when that is not all of them. */
  mineOf(ids: Iterable<string>, right: Right): readonly string[]
  hasRoomFor(count: number, kind: BinnableRoot): boolean
  /** One deed is one update, and the gate takes no larger ones: of more notes it is said, before anything is written. */
  fitsOneUpdate(count: number): boolean
}

/** Moved notes of which as many surely keep to `UPDATE_BYTES.ordinary`; a test weighs them. */
export const MOST_AT_ONCE = 700

/** The board, what is shown of it, and a mouth. */
export type Base = Pick<Ground, 'board' | 'shown' | 'say'>

export function createGround({ board, shown, say }: Base): Ground {
  const ground: { -readonly [K in keyof Ground]: Ground[K] } = {
    board,
    shown,
    say,
    isActing: false,
    acting: act => {
      const before = ground.isActing
      ground.isActing = true
      try {
        return act(board.history.value)
      } finally {
        ground.isActing = before
      }
    },
    run: (deed, write, options) => ground.acting(history => history.run(deed, write, options)),
    mayDo: (right, makers) => {
      const why = denialOf(board, right, makers)
      if (why) say({ kind: 'notAllowed', right, why })
      return why === undefined
    },
    mineOf: (ids, right) => {
      const { live, mine } = mineAmong({ board, shown }, ids, right)
      const fixed = mine.length === 0 && live.some(({ id }) => board.canvas.value.isFixed(id))
      if (fixed) say({ kind: 'notAllowed', right, why: 'step' })
      const other = mine.length === 0 && !fixed ? live.find(({ author }) => !mayI(board, right, [author])) : undefined
      if (other) ground.mayDo(right, [other.author])
      else if (!fixed && mine.length < live.length)
        say({ kind: 'partly', done: mine.length, left: live.length - mine.length })
      return mine
    },
    fitsOneUpdate: count => {
      if (count > MOST_AT_ONCE) say({ kind: 'tooMany', limit: MOST_AT_ONCE })
      return count <= MOST_AT_ONCE
    },
    hasRoomFor: (count, kind) => {
      const canvas = board.canvas.value
      const limit = LIMITS[kind]
      const full = canvas[kind].size + count > limit ? ({ kind: 'full', limit } as const) : undefined
      const fault = kind === 'notes' ? fullWith(canvas, count) : full
      if (fault) say(fault)
      return fault === undefined
    },
  }
  return ground
}
