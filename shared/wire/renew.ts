/** A document's content under one fresh client id: what remains of thousands of past tabs is only what they wrote. */
import * as Y from 'yjs'
import type { Update } from './document.ts'

const copied = (value: unknown): unknown => {
  if (value instanceof Y.Text) return new Y.Text(value.toJSON())
  if (value instanceof Y.Map) {
    const copy = new Y.Map<unknown>()
    for (const [key, inner] of value.entries()) copy.set(key, copied(inner))
    return copy
  }
  return value
}

/** The same root maps, records and texts, without history. */
export function renewed(bytes: Update): Update {
  const old = new Y.Doc()
  Y.applyUpdate(old, bytes)
  const fresh = new Y.Doc()
  fresh.transact(() => {
    for (const name of old.share.keys()) {
      const root = fresh.getMap<unknown>(name)
      for (const [key, value] of old.getMap<unknown>(name).entries()) root.set(key, copied(value))
    }
  })
  return Y.encodeStateAsUpdate(fresh)
}
