/** The values of one root map as a frozen snapshot. It is read anew when something in the map changes, and only then. */
import type * as Y from 'yjs'
import type { Watchable } from './observable.ts'
import { Value } from './observable.ts'

/** Opens the view; `read` makes the snapshot of whatever stands there. */
export function openRegister<T extends object>(root: Y.Map<unknown>, read: (root: Y.Map<unknown>) => T): Watchable<T> {
  const value = new Value(Object.freeze(read(root)))
  root.observe(() => value.set(Object.freeze(read(root))))
  return value
}
