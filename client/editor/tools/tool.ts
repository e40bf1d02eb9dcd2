/** A tool: what a press means now. */
import type { Press, Target } from '../editor.ts'
import type { Gesture } from '../gestures/gesture.ts'

export interface Tool {
  press(press: Press, target: Target): Gesture | undefined
  /** The pointer moves with nothing pressed. */
  hover?(press: Press, target: Target): void
  /** Lets go of what it held between presses: another tool, Escape. */
  rest?(): void
}
