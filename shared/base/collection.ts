/** Records of one kind in a document, as frozen snapshots by id. Reads are cheap and stable; a change renews only what changed. */
import * as Y from 'yjs'
import type { Unsubscribe } from './observable.ts'
import { Signal } from './observable.ts'

/** Reads one record's map into a snapshot, or undefined when it holds nothing a reader could show. */
export type ReadRecord<T> = (id: string, record: Y.Map<unknown>) => T | undefined

export interface Collection<T> {
  /** The live record; undefined when there is none, it lies in the bin, or it cannot be read. */
  get(id: string): T | undefined
  /** Live records in order of their ids, the same array until something changes. */
  all(): readonly T[]
  /** Records in the bin. */
  binned(): readonly T[]
  /** The record wherever it is, bin included. */
  find(id: string): T | undefined
  readonly size: number
  /** Tells the ids that changed, once per transaction. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): Unsubscribe
}

interface Entry<T> {
  readonly snapshot: T
  readonly binned: boolean
}

/** A collection over a root map. It reads everything once and afterwards follows the document's events. */
export function openCollection<T extends { readonly id: string }>(
  root: Y.Map<unknown>,
  read: ReadRecord<T>,
): Collection<T> {
  const entries = new Map<string, Entry<T>>()
  const changed = new Signal<ReadonlySet<string>>()
  // Kept over changes: most bring no id and take none, and sorting 5,000 again for every move would be felt.
  let order: string[] | undefined
  let isOrdered = false
  let live: readonly T[] | undefined
  let bin: readonly T[] | undefined

  const renew = (id: string) => {
    const record = root.get(id)
    const snapshot = isRecord(record) ? read(id, record) : undefined
    if (!snapshot || !isRecord(record)) {
      if (entries.delete(id)) order = undefined
      return
    }
    if (!entries.has(id)) {
      order?.push(id)
      isOrdered = false
    }
    entries.set(id, { snapshot: Object.freeze(snapshot), binned: record.get('bin') === true })
  }
  const list = (binned: boolean) => {
    if (!order || !isOrdered) order = (order ?? [...entries.keys()]).sort()
    isOrdered = true
    const snapshots: T[] = []
    for (const id of order) {
      const entry = entries.get(id)
      if (entry?.binned === binned) snapshots.push(entry.snapshot)
    }
    return Object.freeze(snapshots)
  }

  for (const id of root.keys()) renew(id)
  root.observeDeep(events => {
    const ids = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (event.target === root) for (const key of event.keys.keys()) ids.add(key)
      else if (typeof id === 'string') ids.add(id)
    }
    for (const id of ids) renew(id)
    live = undefined
    bin = undefined
    changed.tell(ids)
  })

  return {
    get: id => {
      const entry = entries.get(id)
      return entry && !entry.binned ? entry.snapshot : undefined
    },
    find: id => entries.get(id)?.snapshot,
    all: () => (live ??= list(false)),
    binned: () => (bin ??= list(true)),
    get size() {
      return (live ??= list(false)).length
    },
    subscribe: listener => changed.subscribe(listener),
  }
}

/** Values written by other people's programs may be anything; only a map is a record. */
export const isRecord = (value: unknown): value is Y.Map<unknown> => value instanceof Y.Map
