/** What stock clients leave out and readers need: who made a note, and when it was put where it is. Written by the server in the same tick. */
import { isRecord } from '../../shared/base/collection.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Change } from '../../shared/wire/inspect.ts'

/** Stamps the notes that these changes made or moved, where they lack it. True when anything was written. */
export function stampNotes(
  document: BoardDocument,
  changes: readonly Change[],
  by: { readonly person: string; readonly now: number },
): boolean {
  const notes = document.getMap('notes')
  let wrote = false
  for (const change of changes) {
    if (change.root !== 'notes') continue
    const isNew = change.kind === 'add'
    const isMove = change.kind === 'set' && change.field === 'place'
    const note = isNew || isMove ? notes.get(change.record) : undefined
    if (!isRecord(note)) continue
    const place = note.get('place')
    if (Array.isArray(place) && place.length === 3) {
      note.set('place', [...(place as unknown[]), by.now])
      wrote = true
    }
    if (isNew && typeof note.get('author') !== 'string') {
      note.set('author', by.person)
      wrote = true
    }
  }
  return wrote
}
