/** What this browser remembers between visits. Where it keeps nothing, the page remembers by itself until it is closed. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'

/** As `localStorage`. */
export type KeyStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

/** A storage that never throws. */
export interface Store extends KeyStorage {
  /** False from the first time that the browser would not keep something. */
  readonly isKept: Watchable<boolean>
}

/** Stands in where the browser keeps nothing (private mode, storage switched off). */
export function memoryStorage(): KeyStorage {
  const entries = new Map<string, string>()
  return {
    get length() {
      return entries.size
    },
    key: index => [...entries.keys()][index] ?? null,
    getItem: key => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: key => void entries.delete(key),
  }
}

/** The only place of the page that touches `localStorage`. `find` reads the property, which throws where cookies are switched off. */
export function openStore(find: () => KeyStorage = () => localStorage): Store {
  const isKept = new Value(true)
  let storage: KeyStorage
  try {
    storage = find()
    storage.setItem('nonagon', '')
  } catch {
    storage = memoryStorage()
    isKept.set(false)
  }
  return {
    isKept,
    get length() {
      return storage.length
    },
    key: index => storage.key(index),
    getItem: key => storage.getItem(key),
    setItem: (key, value) => {
      try {
        storage.setItem(key, value)
      } catch {
        isKept.set(false)
      }
    },
    removeItem: key => storage.removeItem(key),
  }
}
