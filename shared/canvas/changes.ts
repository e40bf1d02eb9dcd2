/** What one step of mine changed, field by field and text by text, with what is needed to take it back. */
import * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { Typing } from './letters.ts'
import { join } from './letters.ts'

export const ROOTS = ['notes', 'links', 'groups', 'strokes', 'about'] as const
/** `about` is a register: its one record is the root itself and has the id ''. */
export type Root = (typeof ROOTS)[number]

export interface RecordName {
  readonly root: Root
  readonly id: string
}

export interface FieldName extends RecordName {
  readonly field: string
}

/** One writing of a field. Two writings of the same value are two versions. */
export interface Version {
  readonly mine: boolean
}

/** A field as it stood; the value of an absent one is undefined. */
interface State {
  readonly value: unknown
  readonly version: Version
}

export interface FieldChange extends FieldName {
  readonly kind: 'field'
  /** Making a record counts as taking it out of the bin, so that taking it back loses nothing. */
  readonly makes: boolean
  readonly before: State
  readonly after: State
  /** How much others had written in the record when I was done. */
  readonly seen: number
}

export interface TextChange extends FieldName, Typing {
  readonly kind: 'text'
}

export type Change = FieldChange | TextChange

export const keyOf = ({ root, id }: RecordName): string => `${root}/${id}`

/** The map that holds a record's fields; undefined when it is not there. */
export function mapOf(document: BoardDocument, { root, id }: RecordName): Y.Map<unknown> | undefined {
  const map = document.getMap(root)
  if (root === 'about') return map
  const record = map.get(id)
  return isRecord(record) ? record : undefined
}

export function textOf(document: BoardDocument, name: FieldName): Y.Text | undefined {
  const text = mapOf(document, name)?.get(name.field)
  return text instanceof Y.Text ? text : undefined
}

/** Two changes as one where they concern the same thing and nobody wrote in between; undefined otherwise. */
function joined(first: Change, then: Change): Change | undefined {
  if (keyOf(first) !== keyOf(then) || first.field !== then.field) return undefined
  if (first.kind === 'text') return then.kind === 'text' ? { ...first, ...join(first, then) } : undefined
  if (then.kind === 'text' || first.makes || first.after.version !== then.before.version) return undefined
  return { ...then, before: first.before }
}

/** The changes of one step and of the one after it as those of a single one. */
export function joinChanges(first: readonly Change[], then: readonly Change[]): readonly Change[] {
  const changes = [...first]
  for (const change of then) {
    const last = changes.at(-1)
    const both = last && joined(last, change)
    if (both) changes[changes.length - 1] = both
    else changes.push(change)
  }
  return changes
}
