/** A gesture: what lives from pointer down to up. It writes once, in `end`, or never. */
import type { Press } from '../editor.ts'

export interface Gesture {
  move(press: Press): void
  end(press: Press): void
  /** Escape, lost capture, another finger, another canvas: nothing is written. */
  cancel(): void
}
