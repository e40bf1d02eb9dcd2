/** Storages that are slow, that lie, or that are watched: around a real one. */
import * as Y from 'yjs'
import type { Batch, Storage } from '../../../server/storage/storage.ts'

type Commit = (batch: Batch, really: (batch: Batch) => Promise<void>) => Promise<void>

/** Commits as told; answers everything else as before. */
export function withCommit(storage: Storage, commit: Commit): Storage {
  return new Proxy(storage, {
    get(target, key) {
      if (key === 'commit') return (batch: Batch) => commit(batch, each => target.commit(each))
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

/** Knows at each moment what is on disk, by hearing what was committed. */
export class Witness {
  readonly #documents = new Map<string, Y.Doc>()
  commits = 0

  /** To be called when the batch is on disk. */
  committed(batch: Batch): void {
    this.commits++
    for (const entry of batch)
      if (entry.kind === 'update' || entry.kind === 'snapshot') Y.applyUpdate(this.document(entry.doc), entry.data)
  }

  document(name: string): Y.Doc {
    const known = this.#documents.get(name) ?? new Y.Doc()
    this.#documents.set(name, known)
    return known
  }

  /** Is all of this update on disk? */
  holds(name: string, update: Uint8Array): boolean {
    return Y.snapshotContainsUpdate(Y.snapshot(this.document(name)), update)
  }

  /** Does a state vector count nothing that is not on disk? */
  reaches(name: string, vector: Uint8Array): boolean {
    const reached = Y.decodeStateVector(Y.encodeStateVector(this.document(name)))
    return [...Y.decodeStateVector(vector)].every(([client, clock]) => clock <= (reached.get(client) ?? 0))
  }
}
