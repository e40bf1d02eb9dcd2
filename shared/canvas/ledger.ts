/** Whose hand each state of a canvas shows, as far as undo must know it: a state is mine to take back only while it is the one I left. */
import * as Y from 'yjs'
import { isRecord } from '../base/collection.ts'
import type { Unsubscribe } from '../base/observable.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { Typing } from './letters.ts'
import { erasedOthers, hasOthersLetters, join, retract, typingIn } from './letters.ts'

const ROOTS = ['notes', 'links', 'groups', 'strokes', 'about'] as const
/** `about` is a register: its one record is the root itself and has the id ''. */
export type Root = (typeof ROOTS)[number]

/** One writing of a field. Two writings of the same value are two versions. */
interface Version {
  readonly mine: boolean
}

/** A field as it stood; an absent one is undefined. */
interface State {
  readonly value: unknown
  readonly version: Version
}

interface Where {
  readonly root: Root
  readonly id: string
  readonly field: string
}

/** A field that I set. Making a record counts as taking it out of the bin, so that taking it back loses nothing. */
interface FieldChange extends Where {
  readonly kind: 'field'
  readonly makes: boolean
  readonly before: State
  readonly after: State
  /** How much others had written in the record when I was done. */
  readonly seen: number
}

interface TextChange extends Where, Typing {
  readonly kind: 'text'
}

export type Change = FieldChange | TextChange

/** What came of reversing a step: what would reverse it back, and the records left whole because others have live work in them. */
export interface Reversal {
  readonly changes: readonly Change[]
  readonly kept: readonly string[]
}

export interface Ledger {
  /** Hears what a transaction of mine changed when it is over. To be called inside it. */
  expect(transaction: Y.Transaction, told: (changes: readonly Change[]) => void): void
  /** Writes the state before these changes, where the state after them still stands. To be called inside `transaction`. */
  reverse(transaction: Y.Transaction, changes: readonly Change[]): Reversal
  forget(): void
  close(): void
}

/** What is known of a record that I changed. */
interface Entry {
  readonly versions: Map<string, Version>
  readonly madeByMe: boolean
  /** Grows with everything that others write in the record. */
  others: number
  /** Did I put back letters that others had typed? They carry my client id now. */
  hasAdopted: boolean
}

/** A transaction of mine that is not over yet. */
interface Expected {
  readonly changes: Change[]
  readonly texts: Map<Y.Text, Where>
  readonly told: (changes: readonly Change[]) => void
}

const newEntry = (madeByMe: boolean): Entry => ({ versions: new Map(), madeByMe, others: 0, hasAdopted: false })
const keyOf = ({ root, id }: { readonly root: Root; readonly id: string }): string => `${root}/${id}`

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

/** The server completes what a stock client left out: the author, and when the note was put in its place. That is nobody's work. */
function isStamp(field: string, before: unknown, after: unknown): boolean {
  if (field === 'author') return true
  if (field !== 'place' || !Array.isArray(before) || !Array.isArray(after)) return false
  return before.length === 3 && after.length === 4 && before.every((part, index) => part === after[index])
}

export function openLedger(document: BoardDocument): Ledger {
  const entries = new Map<string, Entry>()
  const expected = new Map<Y.Transaction, Expected>()
  const reversing = new WeakSet<Y.Transaction>()

  const mapOf = ({ root, id }: { readonly root: Root; readonly id: string }): Y.Map<unknown> | undefined => {
    const map = document.getMap(root)
    if (root === 'about') return map
    const record = map.get(id)
    return isRecord(record) ? record : undefined
  }
  const textOf = (where: Where): Y.Text | undefined => {
    const text = mapOf(where)?.get(where.field)
    return text instanceof Y.Text ? text : undefined
  }
  const entryOf = (where: { readonly root: Root; readonly id: string }): Entry => {
    const entry = entries.get(keyOf(where)) ?? newEntry(false)
    entries.set(keyOf(where), entry)
    return entry
  }

  function madeByMe(root: Root, id: string): Change {
    const entry = newEntry(true)
    entries.set(keyOf({ root, id }), entry)
    const binned = { value: true, version: { mine: true } }
    const live = { value: undefined, version: { mine: true } }
    entry.versions.set('bin', live.version)
    return { kind: 'field', root, id, field: 'bin', makes: true, before: binned, after: live, seen: 0 }
  }
  function setByMe(where: Where, before: unknown, after: unknown): Change {
    const entry = entryOf(where)
    const old = entry.versions.get(where.field) ?? { mine: entry.madeByMe }
    const version = { mine: true }
    entry.versions.set(where.field, version)
    const states = { before: { value: before, version: old }, after: { value: after, version } }
    return { kind: 'field', ...where, makes: false, ...states, seen: entry.others }
  }
  function setByAnother(where: Where, isLocal: boolean): void {
    const entry = entries.get(keyOf(where))
    if (!entry) return
    entry.versions.set(where.field, { mine: isLocal })
    if (!isLocal) entry.others++
  }

  function follow(root: Root, events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    if (reversing.has(transaction)) return
    const mine = expected.get(transaction)
    for (const event of events) {
      const [id = '', field, ...deeper] = event.path.map(String)
      const isRoot = event.path.length === 0
      if (event.target instanceof Y.Text && field !== undefined && deeper.length === 0) {
        const where = { root, id, field }
        if (mine) mine.texts.set(event.target, where)
        else if (!transaction.local) countOthers(where)
      } else if (isRoot && root !== 'about') {
        for (const key of event.keys.keys()) {
          entries.delete(keyOf({ root, id: key }))
          if (mine && mapOf({ root, id: key })) mine.changes.push(madeByMe(root, key))
        }
      } else if (event.target instanceof Y.Map && field === undefined) {
        for (const [key, { oldValue }] of event.keys) {
          const where = { root, id, field: key }
          const value: unknown = event.target.get(key)
          if (!mine) {
            if (transaction.local || !isStamp(key, oldValue, value)) setByAnother(where, transaction.local)
          } else if (!(value instanceof Y.AbstractType || oldValue instanceof Y.AbstractType))
            mine.changes.push(setByMe(where, oldValue, value))
        }
      }
    }
  }
  const countOthers = (where: Where): void => {
    const entry = entries.get(keyOf(where))
    if (entry) entry.others++
  }

  function finish(transaction: Y.Transaction): void {
    const mine = expected.get(transaction)
    if (!mine) return
    expected.delete(transaction)
    for (const [text, typing] of typingIn(transaction, mine.texts.keys())) {
      const where = mine.texts.get(text)
      if (!where || typing.typed.length + typing.erased.length === 0) continue
      entryOf(where)
      mine.changes.push({ kind: 'text', ...where, ...typing })
    }
    mine.told(mine.changes)
  }

  /** Is anything live in this record from another hand, or put back for one? */
  function hasOthersWork(where: Where): boolean {
    const record = mapOf(where)
    const entry = entryOf(where)
    if (!record || entry.hasAdopted) return record !== undefined
    return [...record.entries()].some(([field, value]) => {
      if (field === 'author') return false
      if (value instanceof Y.Text && hasOthersLetters(value, document.clientID)) return true
      const version = entry.versions.get(field)
      return version ? !version.mine : record._map.get(field)?.id.client !== document.clientID
    })
  }
  const stands = (change: FieldChange): boolean =>
    mapOf(change) !== undefined && entries.get(keyOf(change))?.versions.get(change.field) === change.after.version
  /** A record never goes into the bin by undo or redo with work in it that others did since. */
  const wouldTakeOthersWork = (change: Change): boolean =>
    change.kind === 'field' &&
    change.field === 'bin' &&
    change.before.value === true &&
    stands(change) &&
    entryOf(change).others > change.seen &&
    hasOthersWork(change)

  function reverseField(change: FieldChange): Change | undefined {
    const map = mapOf(change)
    if (!map || !stands(change)) return undefined
    const entry = entryOf(change)
    if (change.before.value === undefined) map.delete(change.field)
    else map.set(change.field, change.before.value)
    entry.versions.set(change.field, change.before.version)
    return { ...change, before: change.after, after: change.before, seen: entry.others }
  }
  function reverseText(transaction: Y.Transaction, change: TextChange): Change | undefined {
    const text = textOf(change)
    const typing = text && retract(transaction, text, change)
    if (!typing) return undefined
    if (erasedOthers(change, document.clientID)) entryOf(change).hasAdopted = true
    return { ...change, ...typing }
  }

  const unobserve: Unsubscribe[] = ROOTS.map(root => {
    const map = document.getMap(root)
    const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) =>
      follow(root, events, transaction)
    map.observeDeep(observer)
    return () => map.unobserveDeep(observer)
  })
  document.on('afterTransaction', finish)

  return {
    expect: (transaction, told) => {
      if (!expected.has(transaction)) expected.set(transaction, { changes: [], texts: new Map(), told })
    },
    reverse: (transaction, changes) => {
      if (expected.has(transaction)) throw new Error('A command cannot undo')
      reversing.add(transaction)
      const keep = new Map(changes.filter(wouldTakeOthersWork).map(change => [keyOf(change), change.id]))
      const reversed = changes
        .toReversed()
        .filter(change => !keep.has(keyOf(change)))
        .map(change => (change.kind === 'field' ? reverseField(change) : reverseText(transaction, change)))
      return { changes: reversed.filter(change => change !== undefined), kept: [...keep.values()] }
    },
    forget: () => entries.clear(),
    close: () => {
      for (const stop of unobserve) stop()
      document.off('afterTransaction', finish)
    },
  }
}
