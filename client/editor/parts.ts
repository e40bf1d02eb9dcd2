/** What tools and gestures reach of the editor: its parts, without its door. */
import type { Point } from '../../shared/base/geometry.ts'
import type { Unsubscribe, Value, Watchable } from '../../shared/base/observable.ts'
import type { Board, SeenLaser } from './board.ts'
import type { Deeds } from './deeds/deeds.ts'
import type { DrawnLink, Hand, Press, Saying, Target, ToolId } from './editor.ts'
import type { Nibs } from './ink.ts'
import type { Looking } from './looking.ts'
import type { Chosen } from './selection.ts'
import type { ShownCanvas } from './shown.ts'
import type { View } from './view.ts'
import type { Voting } from './voting.ts'
import type { Writing } from './writing.ts'

/** Calls once, later, unless it is taken back. */
export type After = (ms: number, run: () => void) => Unsubscribe

export interface Parts {
  readonly board: Board
  readonly shown: ShownCanvas
  readonly view: View
  /** What others look at, and whom I follow. */
  readonly looking: Looking
  readonly chosen: Chosen
  readonly deeds: Deeds
  /** Links as they are drawn now. */
  readonly links: Watchable<readonly DrawnLink[]>
  readonly writing: Writing
  readonly voting: Voting
  giveDots(candidate: string, more: number): void
  readonly tool: Value<ToolId>
  readonly nibs: Value<Nibs>
  /** A pen was seen at this board. */
  readonly hasPen: Value<boolean>
  readonly hand: Value<Hand>
  /** My laser while it can be seen. */
  readonly laser: Value<SeenLaser | undefined>
  /** Where my mouse or pen is over the board. */
  readonly pointer: Value<Point | undefined>
  readonly parkingOpen: Value<boolean>
  readonly after: After
  say(saying: Saying): void
  /** The board's point below a press. */
  pointOf(press: Press): Point
  targetAt(press: Press): Target
  /** Ends the gesture under way; nothing is written. */
  letGo(): void
}
