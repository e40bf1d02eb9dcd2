/** The document wrapper: the only names under which the rest of the product knows Yjs bytes and transactions. */
import * as Y from 'yjs'
import type { Unsubscribe } from '../base/observable.ts'

/** Yjs V1 update bytes. */
export type Update = Uint8Array

export type BoardDocument = Y.Doc

/** A fresh document with a random client id. `gc` is always on: undo never needs deleted text of the server. */
export const createDocument = (): BoardDocument => new Y.Doc()

/** Applies updates in one transaction: many times faster than one by one, and one event. */
export function applyUpdates(document: BoardDocument, updates: Iterable<Update>, origin: unknown): void {
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update, origin)
  }, origin)
}

/** The whole document, or what is missing from a replica with this state vector. */
export const encodeState = (document: BoardDocument, vector?: Uint8Array): Update =>
  Y.encodeStateAsUpdate(document, vector)

export const stateVector = (document: BoardDocument): Uint8Array => Y.encodeStateVector(document)

/** Hears one update per transaction, with the origin given to it. */
export function onUpdate(document: BoardDocument, listener: (update: Update, origin: unknown) => void): Unsubscribe {
  document.on('update', listener)
  return () => document.off('update', listener)
}

/** Does the document hold structs that wait for others? A stored document never may. */
export const hasPending = (document: BoardDocument): boolean =>
  document.store.pendingStructs !== null || document.store.pendingDs !== null

/** Lets go of structs that wait for what never comes. */
export function dropPending({ store }: BoardDocument): void {
  store.pendingStructs = null
  store.pendingDs = null
}

/** As `encodeState`, without what waits for others: Yjs adds it, and who takes it over has the same hole. */
export function encodeWhole(document: BoardDocument, vector?: Uint8Array): Update {
  const { store } = document
  const { pendingStructs, pendingDs } = store
  dropPending(document)
  const update = encodeState(document, vector)
  store.pendingStructs = pendingStructs
  store.pendingDs = pendingDs
  return update
}

/**
 * One transaction for applied updates and own writes. Yjs takes own writes beside applied ones for somebody else's use
 * of our client id and would choose a new one each time; the gate has seen to it that nobody uses it.
 */
export function transactTogether(document: BoardDocument, origin: unknown, write: () => void): void {
  document.transact(transaction => {
    write()
    transaction.local = true
  }, origin)
}
