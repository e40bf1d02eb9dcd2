/** Takes changes back where what they left still stands. What others did since stays, and where it is more than a field the whole record does. */
import type * as Y from 'yjs'
import type { Change, FieldChange, TextChange } from './changes.ts'
import { keyOf, mapOf, textOf } from './changes.ts'
import type { Ledger } from './ledger.ts'
import { erasedOthers, retract } from './letters.ts'

/** What came of it: what would reverse it back, and the records left whole because others have live work in them. */
export interface Reversal {
  readonly changes: readonly Change[]
  readonly kept: readonly string[]
}

/** Writes the state before these changes. To be called inside a transaction that the recorder ignores. */
export function reverseChanges(transaction: Y.Transaction, ledger: Ledger, changes: readonly Change[]): Reversal {
  const keep = new Map(
    changes.filter(change => wouldTakeNewWork(ledger, change)).map(change => [keyOf(change), change.id]),
  )
  const reversed = changes
    .toReversed()
    .filter(change => !keep.has(keyOf(change)))
    .map(change =>
      change.kind === 'field' ? reverseField(transaction, ledger, change) : reverseText(transaction, ledger, change),
    )
  return { changes: reversed.filter(change => change !== undefined), kept: [...keep.values()] }
}

/**
 * A record never goes into the bin by undo or redo with work in it, or links, marks and members, that came from others
 * since; nor does a group leave the block where others put notes into it, or a note that where others grouped it,
 * or a link a note that is there for one that is deleted.
 */
function wouldTakeNewWork(ledger: Ledger, change: Change): boolean {
  if (change.kind === 'text' || !ledger.stands(change)) return false
  const { root, field, before, after } = change
  if (field === 'bin') return before.value === true && ledger.hasNewWork(change)
  if (root === 'links')
    return (field === 'from' || field === 'to') && !ledger.isLive({ root: 'notes', id: String(before.value) })
  if (root === 'groups') return field === 'block' && ledger.hasNewWork(change) && ledger.isHeld(change)
  return field === 'place' && blockIn(before.value) !== blockIn(after.value) && ledger.isNewlyGrouped(change)
}

const blockIn = (place: unknown): unknown => (Array.isArray(place) ? place[0] : undefined)

function reverseField(transaction: Y.Transaction, ledger: Ledger, change: FieldChange): Change | undefined {
  const map = mapOf(transaction.doc, change)
  if (!map || !ledger.stands(change)) return undefined
  if (change.before.value === undefined) map.delete(change.field)
  else map.set(change.field, change.before.value)
  return ledger.reversed(change)
}

function reverseText(transaction: Y.Transaction, ledger: Ledger, change: TextChange): Change | undefined {
  const text = textOf(transaction.doc, change)
  const typing = text && retract(transaction, text, change)
  if (!typing) return undefined
  if (erasedOthers(change, transaction.doc.clientID)) ledger.adopted(change)
  return { ...change, ...typing }
}
