/**
 * Copies in IndexedDB. One database a copy, one row a second at most for what others do, at once for what I do: y-indexeddb
 * writes a row a frame, and in a busy room never comes to fold them.
 */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { encodeState } from '../../shared/wire/document.ts'
import type { Transaction } from 'yjs'
import type { Copies, Copy, CopyOptions } from './copy.ts'
import { load } from './copy.ts'
import type { Timers } from './timers.ts'

const STORE = 'updates'
const PROBE = 'nonagon/probe'
const PAUSE_MS = 1_000
/** So many rows are folded into one. */
const MOST_ROWS = 500
/** An update without structs and deletions. */
const EMPTY_LENGTH = 2

/** Undefined where the browser keeps nothing (private mode, storage switched off). */
export async function indexedCopies(timers: Timers): Promise<Copies | undefined> {
  try {
    const probe = await openDatabase(PROBE)
    probe.close()
  } catch {
    return undefined
  }
  return {
    open: async (name, document, options) => {
      const copy = new IndexedCopy(name, document, timers, options)
      await copy.open()
      return copy
    },
    remove: async name => void (await answer(indexedDB.deleteDatabase(name))),
  }
}

class IndexedCopy implements Copy {
  readonly #name: string
  readonly #document: BoardDocument
  readonly #timers: Timers
  readonly #options: CopyOptions
  #database: IDBDatabase | undefined
  /** Rows whose content this tab's document holds: only those may it fold. Another tab's are its own. */
  #keys: IDBValidKey[] = []
  #waiting: Update[] = []
  #stopWaiting: Unsubscribe | undefined
  #hasGap = false
  #isWriting = false
  #isClosed = false

  constructor(name: string, document: BoardDocument, timers: Timers, options: CopyOptions) {
    this.#name = name
    this.#document = document
    this.#timers = timers
    this.#options = options
  }

  async open(): Promise<void> {
    const database = await openDatabase(this.#name)
    const rows = await readRows(database)
    if (this.#isClosed) return database.close()
    database.onversionchange = () => this.#lose(database)
    database.onclose = () => this.#lose(database)
    const before = encodeState(this.#document)
    load(this.#document, rows.updates, this)
    this.#database = database
    this.#keys = rows.keys
    this.#document.on('update', this.#keep)
    if (before.length <= EMPTY_LENGTH) return
    this.#waiting = [before]
    this.#write()
  }

  close(): void {
    if (this.#waiting.length > 0) this.#write()
    this.#isClosed = true
    this.#leave()
  }

  readonly #keep = (update: Update, origin: unknown, _document: unknown, transaction: Transaction): void => {
    if (origin === this) return
    this.#waiting.push(update)
    if (transaction.local) this.#writeSoon()
    else this.#stopWaiting ??= this.#timers.after(PAUSE_MS, () => this.#write())
  }

  /** What one gesture changes in several transactions is one row. */
  #writeSoon(): void {
    if (this.#isWriting) return
    this.#isWriting = true
    queueMicrotask(() => {
      this.#isWriting = false
      if (this.#waiting.length > 0) this.#write()
    })
  }

  #write(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    const isFolding = this.#hasGap || this.#keys.length >= MOST_ROWS
    const row = isFolding ? [encodeState(this.#document)] : this.#waiting
    const folded = new Set(isFolding ? this.#keys : [])
    this.#waiting = []
    this.#hasGap = false
    try {
      const transaction = this.#database?.transaction(STORE, 'readwrite')
      if (!transaction) return
      const rows = transaction.objectStore(STORE)
      const added = rows.add(row)
      for (const key of folded) rows.delete(key)
      // Now, not when the browser sees that nothing follows: the page may be about to go.
      transaction.commit()
      transaction.oncomplete = () => {
        this.#keys = [...this.#keys.filter(key => !folded.has(key)), added.result]
      }
      transaction.onabort = () => this.#fail()
    } catch {
      this.#fail()
    }
  }

  /** The next row must not stand on one that is missing. */
  #fail(): void {
    this.#hasGap = true
    this.#options.failed()
  }

  /**
   * Another tab deletes the database, or the browser does. An edit after that would throw out of the update event, so
   * the copy is left at once, and written anew from the document if it is still wanted.
   */
  #lose(database: IDBDatabase): void {
    if (database !== this.#database) return
    this.#leave()
    if (!this.#isClosed && this.#options.isWanted()) this.open().catch(() => this.#options.failed())
  }

  #leave(): void {
    this.#document.off('update', this.#keep)
    this.#stopWaiting?.()
    this.#stopWaiting = undefined
    this.#waiting = []
    this.#database?.close()
    this.#database = undefined
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database did not answer.'))
  })

function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { autoIncrement: true })
  return answer(request)
}

async function readRows(database: IDBDatabase): Promise<{ keys: IDBValidKey[]; updates: Update[] }> {
  const rows = database.transaction(STORE).objectStore(STORE)
  const [keys, values] = await Promise.all([answer(rows.getAllKeys()), answer(rows.getAll() as IDBRequest<Update[][]>)])
  return { keys, updates: values.flat() }
}
