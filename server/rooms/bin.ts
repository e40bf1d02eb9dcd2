/** The bin: which records go for good, and when. People put records in and take them out; only the server empties it. */
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { BoardDocument } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument } from '../../shared/wire/document.ts'
import { writerOf } from '../../shared/wire/inspect-live.ts'
import type { Change } from '../../shared/wire/inspect.ts'
import type { StoredDocument } from '../storage/storage.ts'

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

/** A record in the bin. */
export interface Binned {
  /** `<root>/<id>`. */
  readonly record: string
  readonly at: number
  /** Who put it there; null when a renewal of the document has forgotten that. */
  readonly person: string | null
}

/** What lies in the bin of a document as it is on disk, newest first. */
export function listBin({ updates, clients, binned }: StoredDocument): readonly Binned[] {
  const document = createDocument()
  applyUpdates(document, updates, 'read')
  try {
    return [...binned]
      .map(([record, at]) => {
        const [root = '', id = ''] = record.split('/')
        const client = writerOf(document, { root, record: id, field: 'bin' })
        return { record, at, person: (client !== undefined && clients.get(client)) || null }
      })
      .sort((a, b) => b.at - a.at)
  } finally {
    document.destroy()
  }
}
