/** The bin: which records go for good, and when. People put records in and take them out; only the server empties it. */
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { Change } from '../../shared/wire/inspect.ts'

const DAY_MS = 86_400_000
const LIFE_MS = LIMITS.binDays * DAY_MS

/** When this change put its record into the bin; null when it took it out, or away for good; undefined when neither. */
export function binChange(change: Change, now: number): number | null | undefined {
  if (change.kind === 'delete') return null
  if (change.kind === 'set' && change.field === 'bin') return now
  return change.kind === 'clear' && change.field === 'bin' ? null : undefined
}

/**
 * Records that have lain too long, and the oldest of more than may lie there; oldest first. What came within a day
 * stays however much it is: undoing an import or deleting all notes puts thousands there at once, and may be undone.
 */
export function dueInBin(binned: ReadonlyMap<string, number>, now: number): readonly string[] {
  const oldest = [...binned].sort(([, a], [, b]) => a - b)
  const surplus = Math.max(0, oldest.length - LIMITS.binned)
  return oldest.filter(([, at], index) => now - at > (index < surplus ? DAY_MS : LIFE_MS)).map(([record]) => record)
}

/** Deletes records named `<root>/<id>`; to be called inside a transaction. */
export function deleteRecords(document: BoardDocument, records: readonly string[]): void {
  for (const record of records) {
    const [root = '', id = ''] = record.split('/')
    document.getMap(root).delete(id)
  }
}
