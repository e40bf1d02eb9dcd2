/** Makes the deeds of an editor. */
import type { Deeds } from './deeds.ts'
import type { Base } from './ground.ts'
import { createGround } from './ground.ts'
import { createLinkDeeds } from './links.ts'
import { createNoteDeeds } from './notes.ts'
import { createUndoDeeds } from './undo.ts'

export function createDeeds(base: Base): Deeds {
  const ground = createGround(base)
  return {
    ...createNoteDeeds(ground),
    ...createLinkDeeds(ground),
    ...createUndoDeeds(ground),
    get isActing() {
      return ground.isActing
    },
  }
}
