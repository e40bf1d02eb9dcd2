/** Follows a canvas document: writes down what my transactions changed, and tells the ledger what others did. */
import * as Y from 'yjs'
import type { BoardDocument } from '../wire/document.ts'
import type { Change, Root } from './changes.ts'
import { mapOf, ROOTS } from './changes.ts'
import type { Ledger } from './ledger.ts'
import { typingIn } from './letters.ts'
import { referencesOf } from './references.ts'

type Event = Y.YEvent<Y.AbstractType<unknown>>

/** A transaction of mine that is not over yet. */
interface Recording {
  readonly changes: Change[]
  readonly texts: Map<Y.Text, { readonly root: Root; readonly id: string; readonly field: string }>
  readonly told: (changes: readonly Change[]) => void
}

export interface Recorder {
  /** Hears what a transaction changed when it is over. To be called inside it; only the first call counts. */
  record(transaction: Y.Transaction, told: (changes: readonly Change[]) => void): void
  isRecording(transaction: Y.Transaction): boolean
  /** The ledger is told by whoever writes in this one. */
  ignore(transaction: Y.Transaction): void
  close(): void
}

/** The server completes what a stock client left out: the author, and when the note was put in its place. That is nobody's work. */
function isStamp(field: string, before: unknown, after: unknown): boolean {
  if (field === 'author') return true
  if (field !== 'place' || !Array.isArray(before) || !Array.isArray(after)) return false
  return before.length === 3 && after.length === 4 && before.every((part, index) => part === after[index])
}

export function openRecorder(document: BoardDocument, ledger: Ledger): Recorder {
  const recordings = new Map<Y.Transaction, Recording>()
  const ignored = new WeakSet<Y.Transaction>()

  function followText(root: Root, event: Event, isLocal: boolean, recording: Recording | undefined): void {
    const [id, field, ...deeper] = event.path.map(String)
    if (!(event.target instanceof Y.Text) || id === undefined || field === undefined || deeper.length > 0) return
    if (recording) recording.texts.set(event.target, { root, id, field })
    else if (!isLocal) ledger.workedByAnother({ root, id })
  }
  /** What another made or changed here holds what it refers to. */
  function hold(root: Root, record: Y.Map<unknown>, field: string): void {
    for (const held of referencesOf(root, record, field)) ledger.workedByAnother(held)
  }
  function followRecords(root: Root, event: Event, isLocal: boolean, recording: Recording | undefined): void {
    for (const id of event.keys.keys()) {
      ledger.gone({ root, id })
      const record = mapOf(document, { root, id })
      if (recording && record) recording.changes.push(ledger.made({ root, id }))
      // A canvas of thousands comes before any step of mine: nothing can be held yet.
      else if (!isLocal && record && !ledger.isEmpty) for (const field of record.keys()) hold(root, record, field)
    }
  }
  function followFields(root: Root, event: Event, isLocal: boolean, recording: Recording | undefined): void {
    if (!(event.target instanceof Y.Map)) return
    const id = String(event.path[0] ?? '')
    for (const [field, { oldValue }] of event.keys) {
      const name = { root, id, field }
      const value: unknown = event.target.get(field)
      if (recording) {
        const isPlain = !(value instanceof Y.AbstractType || oldValue instanceof Y.AbstractType)
        if (isPlain) recording.changes.push(ledger.set(name, oldValue, value))
      } else if (isLocal || !isStamp(field, oldValue, value)) {
        ledger.overwritten(name, { mine: isLocal })
        if (!isLocal) hold(root, event.target, field)
      } else ledger.stamped(name)
    }
  }
  function follow(root: Root, events: readonly Event[], transaction: Y.Transaction): void {
    if (ignored.has(transaction)) return
    const recording = recordings.get(transaction)
    for (const event of events) {
      const depth = event.path.length + (root === 'about' ? 1 : 0)
      if (depth === 0) followRecords(root, event, transaction.local, recording)
      else if (depth === 1) followFields(root, event, transaction.local, recording)
      else followText(root, event, transaction.local, recording)
    }
  }
  function finish(transaction: Y.Transaction): void {
    const recording = recordings.get(transaction)
    if (!recording) return
    recordings.delete(transaction)
    for (const [text, typing] of typingIn(transaction, recording.texts.keys())) {
      const name = recording.texts.get(text)
      if (!name || typing.typed.length + typing.erased.length === 0) continue
      ledger.typed(name)
      recording.changes.push({ kind: 'text', ...name, ...typing })
    }
    recording.told(recording.changes)
  }

  const observed = ROOTS.map(root => {
    const map = document.getMap(root)
    const observer = (events: Event[], transaction: Y.Transaction) => follow(root, events, transaction)
    map.observeDeep(observer)
    return () => map.unobserveDeep(observer)
  })
  document.on('afterTransaction', finish)

  return {
    record: (transaction, told) => {
      if (!recordings.has(transaction)) recordings.set(transaction, { changes: [], texts: new Map(), told })
    },
    isRecording: transaction => recordings.has(transaction),
    ignore: transaction => {
      ignored.add(transaction)
    },
    close: () => {
      for (const leave of observed) leave()
      document.off('afterTransaction', finish)
    },
  }
}
