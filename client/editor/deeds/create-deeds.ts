/** Makes the deeds of an editor. */
import { createBinDeeds } from './bin.ts'
import type { Deeds } from './deeds.ts'
import type { Base } from './ground.ts'
import { createGround } from './ground.ts'
import { createGroupDeeds } from './groups.ts'
import { createLineDeeds } from './lines.ts'
import { createLinkDeeds } from './links.ts'
import { createNoteDeeds } from './notes.ts'
import { createNudgeDeeds } from './nudge.ts'
import { createSplitDeeds } from './split.ts'
import { createStrokeDeeds } from './strokes.ts'
import { createUndoDeeds } from './undo.ts'

/** With a way to ask whether one is under way: what changes then changes by my hand. */
export function createDeeds(base: Base): { readonly deeds: Deeds; readonly isActing: () => boolean } {
  const ground = createGround(base)
  return {
    deeds: {
      ...createNoteDeeds(ground),
      ...createSplitDeeds(ground),
      ...createLineDeeds(ground),
      ...createNudgeDeeds(ground),
      ...createLinkDeeds(ground),
      ...createStrokeDeeds(ground),
      ...createGroupDeeds(ground),
      ...createBinDeeds(ground),
      ...createUndoDeeds(ground),
    },
    isActing: () => ground.isActing,
  }
}
