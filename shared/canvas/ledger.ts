/** Whose hand each state of my records shows: a state is mine to take back only while it is the one I left. */
import * as Y from 'yjs'
import type { BoardDocument } from '../wire/document.ts'
import type { FieldChange, FieldName, RecordName, Version } from './changes.ts'
import { keyOf, mapOf } from './changes.ts'
import { hasOthersLetters } from './letters.ts'
import { isHeldByOthers } from './references.ts'

/** What is known of a record that I changed. */
interface Entry {
  readonly versions: Map<string, Version>
  readonly madeByMe: boolean
  /** Grows with everything that others write in the record. */
  others: number
  /** Did I put back letters that others had typed? They carry my client id now. */
  hasAdopted: boolean
}

const newEntry = (madeByMe: boolean): Entry => ({ versions: new Map(), madeByMe, others: 0, hasAdopted: false })

/** Knows the records of my steps from the first change on; of all others it knows nothing. */
export class Ledger {
  readonly #document: BoardDocument
  readonly #entries = new Map<string, Entry>()

  constructor(document: BoardDocument) {
    this.#document = document
  }

  /** I changed nothing yet. */
  get isEmpty(): boolean {
    return this.#entries.size === 0
  }

  #entryOf(record: RecordName): Entry {
    const entry = this.#entries.get(keyOf(record)) ?? newEntry(false)
    this.#entries.set(keyOf(record), entry)
    return entry
  }

  made({ root, id }: RecordName): FieldChange {
    const entry = newEntry(true)
    this.#entries.set(keyOf({ root, id }), entry)
    const binned = { value: true, version: { mine: true } }
    const live = { value: undefined, version: { mine: true } }
    entry.versions.set('bin', live.version)
    return { kind: 'field', root, id, field: 'bin', makes: true, before: binned, after: live, seen: 0 }
  }

  set({ root, id, field }: FieldName, before: unknown, after: unknown): FieldChange {
    const entry = this.#entryOf({ root, id })
    const old = entry.versions.get(field) ?? { mine: entry.madeByMe }
    const version = { mine: true }
    entry.versions.set(field, version)
    const states = { before: { value: before, version: old }, after: { value: after, version } }
    return { kind: 'field', root, id, field, makes: false, ...states, seen: entry.others }
  }

  typed(record: RecordName): void {
    this.#entryOf(record)
  }

  /** A field was written, but not by a step of mine: by another, or in this tab outside of `run`. */
  overwritten({ root, id, field }: FieldName, { mine }: Version): void {
    const entry = this.#entries.get(keyOf({ root, id }))
    entry?.versions.set(field, { mine })
    if (entry && !mine) entry.others++
  }

  /** The server completed what somebody wrote: it stays theirs. */
  stamped({ root, id, field }: FieldName): void {
    const entry = this.#entries.get(keyOf({ root, id }))
    if (entry && !entry.versions.has(field)) entry.versions.set(field, { mine: entry.madeByMe })
  }

  /** Another typed in it, or made something point at it. */
  workedByAnother(record: RecordName): void {
    const entry = this.#entries.get(keyOf(record))
    if (entry) entry.others++
  }

  /** The record was removed or made anew: no step knows it any more. */
  gone(record: RecordName): void {
    this.#entries.delete(keyOf(record))
  }

  /** The state before this change was written again. Returns the change back. */
  reversed(change: FieldChange): FieldChange {
    const entry = this.#entryOf(change)
    entry.versions.set(change.field, change.before.version)
    return { ...change, before: change.after, after: change.before, seen: entry.others }
  }

  adopted(record: RecordName): void {
    this.#entryOf(record).hasAdopted = true
  }

  /** Is what this change left still there, untouched? */
  stands(change: FieldChange): boolean {
    const version = this.#entries.get(keyOf(change))?.versions.get(change.field)
    return version === change.after.version && mapOf(this.#document, change) !== undefined
  }

  /** Is there live work of others in the record, or something of theirs that points at it, and did any of it come since this change? */
  hasNewWork(change: FieldChange): boolean {
    if (this.#entryOf(change).others <= change.seen) return false
    return this.#hasOthersWork(change) || this.isHeld(change)
  }

  /** Did another put this note into a group that is there, and that since this change? */
  isNewlyGrouped(change: FieldChange): boolean {
    const entry = this.#entryOf(change)
    const note = mapOf(this.#document, change)
    const id = note?.get('group')
    if (entry.others <= change.seen || !note || typeof id !== 'string') return false
    return this.isLive({ root: 'groups', id }) && this.#isOthers(note, 'group', entry)
  }

  isLive(record: RecordName): boolean {
    const map = mapOf(this.#document, record)
    return map !== undefined && map.get('bin') !== true
  }

  isHeld(record: RecordName): boolean {
    return isHeldByOthers(this.#document, record, (referring, map, field) =>
      this.#isOthers(map, field, this.#entries.get(keyOf(referring))),
    )
  }

  #isOthers(map: Y.Map<unknown>, field: string, entry: Entry | undefined): boolean {
    const version = entry?.versions.get(field)
    return version ? !version.mine : map._map.get(field)?.id.client !== this.#document.clientID
  }

  #hasOthersWork(record: RecordName): boolean {
    const map = mapOf(this.#document, record)
    const entry = this.#entryOf(record)
    const me = this.#document.clientID
    if (!map || entry.hasAdopted) return map !== undefined
    return [...map.entries()].some(
      ([field, value]) => (value instanceof Y.Text && hasOthersLetters(value, me)) || this.#isOthers(map, field, entry),
    )
  }

  forget(): void {
    this.#entries.clear()
  }
}
