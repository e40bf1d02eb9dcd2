/** What a document may hold, as data: the gate reads it to judge, the offers read it to name what was refused. */
import type { Right } from '../workshop/rights.ts'

/** A field of a record (or a value of a register). `text` is a Y.Text that people type in together. */
export type FieldRule =
  | {
      readonly kind: 'value'
      readonly right: Right
      readonly accepts: (value: unknown) => boolean
      /** Whatever the rights: only the server writes this field. */
      readonly by?: 'server'
    }
  | { readonly kind: 'text'; readonly right: Right; readonly maxLength: number }

/**
 * A root map. `collection`: key → record (a Y.Map of fields). `register`: key → value.
 * `fields` are by name; `members` by prefix, for keys that people add independently (`segment:<id>`).
 * `by` says who may write here at all: whom the table of rights lets, facilitators, or the server alone.
 */
export interface RootRule {
  readonly kind: 'collection' | 'register'
  /** What one record is called, `note` for the root `notes`: the first half of a right's key. */
  readonly record: string
  readonly by: 'rights' | 'facilitators' | 'server'
  /** What adding a record needs; whoever may add it may give it all its fields. Without it nobody adds by right. */
  readonly add?: Right
  /** Fields that name records of other roots (field → root): who made one of those may treat this record as theirs. */
  readonly ends?: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, FieldRule>>
  readonly members?: Readonly<Record<string, FieldRule>>
  /** Most live records of this root; more are refused. */
  readonly max?: number
}

export interface DocumentSchema {
  /** Number of the schema, told to clients in notice 122; they write only fields of that schema. */
  readonly version: number
  readonly roots: Readonly<Record<string, RootRule>>
}

const KEY = /^[A-Za-z0-9:_-]{1,64}$/
const POISON = new Set(['__proto__', 'prototype', ...Object.getOwnPropertyNames(Object.prototype)])

/** Keys that may stand in a map of ours: by none of them a plain object gives what it inherits. */
export const isKey = (key: string): boolean => KEY.test(key) && !POISON.has(key)

/** The rule of a field, or undefined when this root knows no such field. */
export function fieldRule(root: RootRule, field: string): FieldRule | undefined {
  if (Object.hasOwn(root.fields, field)) return root.fields[field]
  const colon = field.indexOf(':')
  if (colon < 0 || !root.members) return undefined
  const prefix = field.slice(0, colon)
  return Object.hasOwn(root.members, prefix) && field.length > colon + 1 ? root.members[prefix] : undefined
}
