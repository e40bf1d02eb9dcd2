/** A document nobody writes in, kept as bytes: thirty times smaller than a live one, and ready to be sent. */
import * as Y from 'yjs'
import type { Update } from './document.ts'

export interface QuietDocument {
  /** The whole document as one update. */
  readonly bytes: Update
  readonly vector: Uint8Array
  /** Does the document hold all of this update already? A viewer's step2 always arrives. Throws on malformed bytes. */
  contains(update: Update): boolean
  /** What a replica with this state vector lacks. Throws on a malformed vector. */
  since(vector: Uint8Array): Update
}

const EMPTY_VECTOR_LENGTH = 1

/** Keeps a document's bytes. One decode of them, without integrating, gives vector and delete ranges. */
export function quietDocument(bytes: Update): QuietDocument {
  const { structs, ds } = Y.decodeUpdate(bytes)
  const ends = new Map<number, number>()
  // A stored document has no holes: the last struct of a client says how far it goes.
  for (const { id, length } of structs) ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
  const snapshot = Y.createSnapshot(ds, ends)
  return {
    bytes,
    vector: Y.encodeStateVector(ends),
    contains: update => Y.snapshotContainsUpdate(snapshot, update),
    since: wanted => (wanted.length <= EMPTY_VECTOR_LENGTH ? bytes : Y.diffUpdate(bytes, wanted)),
  }
}
