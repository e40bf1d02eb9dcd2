/** Edits that come by HTTP or from the server itself: entries of the tick like frames, judged as their person. */
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument, encodeState, stateVector } from '../../shared/wire/document.ts'
import type { RefusalReason } from '../../shared/wire/messages.ts'
import type { Member } from '../access/member.ts'
import type { Batch } from '../storage/storage.ts'

/** Whose client ids the server's own writes carry. No person can have this id. */
export const SERVER_PERSON = 'server'

export type EditOutcome = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: RefusalReason }

export interface Edit {
  readonly as: Member | 'server'
  readonly write: (document: BoardDocument) => void
  /** Written in the same commit, if the edit is taken. */
  readonly entries: Batch
  readonly resolve: (outcome: EditOutcome) => void
  readonly reject: (error: unknown) => void
}

/** What `write` would send if a client made it: on a copy, so that a refusal leaves no trace. */
export function scratchUpdate(document: BoardDocument, write: (document: BoardDocument) => void): Update {
  const copy = createDocument()
  applyUpdates(copy, [encodeState(document)], 'copy')
  const before = stateVector(copy)
  copy.transact(() => write(copy))
  const update = encodeState(copy, before)
  copy.destroy()
  return update
}
