/** What stock clients leave out and readers need: who made a note or a stroke, and when a note was put where it is. Written by the server in the same tick. */
import { isRecord } from '../../shared/base/collection.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Change } from '../../shared/wire/inspect.ts'

/** Stamps the notes and strokes that these changes made, and the notes they moved, where they lack it. True when anything was written. */
export function stampRecords(
  document: BoardDocument,
  changes: readonly Change[],
  by: { readonly person: string; readonly now: number },
): boolean {
  let wrote = false
  for (const change of changes) {
    if (change.root !== 'notes' && change.root !== 'strokes') continue
    const isNew = change.kind === 'add'
    const isMove = change.kind === 'set' && change.field === 'place'
    const record = isNew || isMove ? document.getMap(change.root).get(change.record) : undefined
    if (!isRecord(record)) continue
    const place = record.get('place')
    if (Array.isArray(place) && place.length === 3) {
      record.set('place', [...(place as unknown[]), by.now])
      wrote = true
    }
    if (isNew && typeof record.get('author') !== 'string') {
      record.set('author', by.person)
      wrote = true
    }
  }
  return wrote
}
