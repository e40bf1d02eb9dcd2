/** Which records and fields a transaction changed, by name: what can still be offered when the document itself has a new life. */
import * as Y from 'yjs'

/** `notes/<id>` for a record that came or went, `notes/<id>/<field>`, `about/<field>`. */
export function touchedBy(transaction: Y.Transaction): ReadonlySet<string> {
  const touched = new Set<string>()
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(type as unknown as Y.AbstractType<unknown>)
    for (const key of keys) touched.add(key === null ? path : `${path}/${key}`)
  }
  return touched
}

function pathOf(type: Y.AbstractType<unknown>): string {
  const item = type._item
  if (!item) return Y.findRootTypeKey(type)
  return `${pathOf(item.parent as Y.AbstractType<unknown>)}/${item.parentSub ?? ''}`
}
