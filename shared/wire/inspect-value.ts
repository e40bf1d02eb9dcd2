/** Plain values that may stand in a document: what JSON knows, a few levels deep, with no key that reaches a prototype. */
import { isKey } from './schema.ts'

const DEPTH = 4

/** Bounded by `depth`, so it is safe on anything that a decoder made of foreign bytes. */
export function isPlain(value: unknown, depth = DEPTH): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true
    case 'number':
      return Number.isFinite(value)
    case 'object':
      if (value === null) return true
      if (depth === 0) return false
      if (Array.isArray(value)) return value.every(each => isPlain(each, depth - 1))
      // A `__proto__` key read by lib0 is no key: it has become the prototype.
      if (Object.getPrototypeOf(value) !== Object.prototype) return false
      return Object.entries(value).every(([key, each]) => isKey(key) && isPlain(each, depth - 1))
    default:
      return false
  }
}
