/** Storage in one SQLite file of the data folder. */
import { existsSync, statSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyDatabase } from './commands/backup.ts'
import type { Lock } from './lock.ts'
import { lockFolder } from './lock.ts'
import { databaseIn } from './place.ts'
import { asStorageError, isCorrupt, spoilsHandle } from './sqlite-errors.ts'
import { Sql } from './sqlite-file.ts'
import { quarantine } from './sqlite-quarantine.ts'
import * as read from './sqlite-read.ts'
import { rebuild } from './sqlite-rebuild.ts'
import { isCurrent, migrate } from './sqlite-schema.ts'
import { write } from './sqlite-write.ts'
import type { Batch, Faults, Storage, StorageStats, StoredDocument, WorkshopPart } from './storage.ts'
import { StorageError } from './storage.ts'

/** What has to happen before the file can be used again. */
type Trouble = 'none' | 'reopen' | 'rebuild'

export interface SqliteOptions {
  readonly faults?: Faults
  /** Takes a sentence for the host, where something was damaged. */
  readonly warn?: (sentence: string) => void
  /** Another process may have the file open: what is damaged is left to it. */
  readonly isGuest?: boolean
}

class SqliteStorage implements Storage {
  readonly #folder: string
  readonly #lock: Lock
  readonly #faults: Faults | undefined
  readonly #warn: (sentence: string) => void
  readonly #isGuest: boolean
  #sql: Sql
  #trouble: Trouble = 'none'
  #isHopeless: boolean
  #isClosed = false

  constructor(folder: string, lock: Lock, { faults, warn = () => undefined, isGuest = false }: SqliteOptions) {
    this.#folder = folder
    this.#lock = lock
    this.#faults = faults
    this.#warn = warn
    this.#isGuest = isGuest
    this.#isHopeless = isGuest
    this.#sql = this.#open()
  }

  #open(): Sql {
    const sql = new Sql(databaseIn(this.#folder), { faults: this.#faults })
    try {
      migrate(sql.db)
      return sql
    } catch (error) {
      sql.close()
      throw error
    }
  }

  /** The open file; opened again, or saved into a fresh one, when something was wrong with it. */
  #ready(): Sql {
    if (this.#isClosed) throw new StorageError('The storage is closed.', { full: false })
    if (this.#trouble === 'none') return this.#sql
    if (!existsSync(databaseIn(this.#folder)))
      throw new StorageError('The database is no longer in the data folder.', { full: true })
    if (this.#trouble === 'rebuild') this.#rebuild()
    this.#sql = this.#open()
    this.#trouble = 'none'
    return this.#sql
  }

  /** Tried once: what cannot be saved now will not be by trying at every read. */
  #rebuild(): void {
    if (this.#isHopeless) return
    this.#isHopeless = true
    const kept = rebuild(this.#folder)
    this.#isHopeless = false
    this.#warn(`The database is damaged. What can be read of it goes on in a fresh file; the damaged one is ${kept}.`)
  }

  /** Closed at once, so that a crash cannot bring back from the log what was refused. */
  #noted(error: unknown): StorageError {
    if (isCorrupt(error)) this.#trouble = 'rebuild'
    else if (spoilsHandle(error)) this.#trouble = 'reopen'
    if (this.#trouble !== 'none') this.#sql.close()
    if (this.#isGuest && isCorrupt(error))
      return new StorageError('The database is damaged. A server that starts on it saves what can be read.', {
        full: false,
        cause: error,
      })
    return asStorageError(error)
  }

  #ask<T>(question: (sql: Sql) => T): T {
    try {
      return question(this.#ready())
    } catch (error) {
      const noted = this.#noted(error)
      if (this.#trouble !== 'rebuild' || this.#isHopeless) throw noted
    }
    try {
      return question(this.#ready())
    } catch (error) {
      throw this.#noted(error)
    }
  }

  async commit(batch: Batch): Promise<void> {
    if (batch.length === 0) return
    try {
      const sql = this.#ready()
      sql.transaction(() => {
        for (const entry of batch) write(sql, entry)
      })
    } catch (error) {
      throw this.#noted(error)
    }
    if (batch.some(({ kind }) => kind === 'purge' || kind === 'endDocument')) this.#emptyLog()
  }

  /** Else what is gone could still be read in the log until that is written over. It is gone already, so a no is not an error. */
  #emptyLog(): void {
    try {
      this.#sql.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    } catch (error) {
      this.#noted(error)
    }
  }

  board = (id: string) => this.#ask(sql => read.board(sql, id))
  boards = () => this.#ask(read.boards)
  linkByHash = (board: string, hash: string) => this.#ask(sql => read.linkByHash(sql, board, hash))
  links = (board: string) => this.#ask(sql => read.links(sql, board))
  people = (board: string) => this.#ask(sql => read.people(sql, board))
  session = (hash: string) => this.#ask(sql => read.session(sql, hash))
  ticket = (hash: string) => this.#ask(sql => read.ticket(sql, hash))
  answer = (board: string, key: string) => this.#ask(sql => read.answer(sql, board, key))
  workshop = (board: string, part: WorkshopPart) => this.#ask(sql => read.workshop(sql, board, part))
  image = (board: string, hash: string) => this.#ask(sql => read.image(sql, board, hash))
  images = (board: string) => this.#ask(sql => read.images(sql, board))
  operators = () => this.#ask(read.operators)
  retention = () => this.#ask(read.retention)
  documents = (board: string) => this.#ask(sql => read.documents(sql, board))
  versions = (doc: string) => this.#ask(sql => read.versions(sql, doc))

  document(name: string): StoredDocument | undefined {
    const reading = this.#ask(sql => read.readDocument(sql, name))
    if (reading?.isNews && !this.#isGuest) this.#quarantine(reading)
    return reading?.stored
  }

  /** What was read stands, also when the disk has no room to say so; the next reading finds the same. */
  #quarantine(reading: read.Reading): void {
    try {
      const sql = this.#ready()
      sql.transaction(() => quarantine(sql, reading))
      this.#warn(`${reading.doc.name} is damaged: a part of it cannot be read and was put aside. The rest is open.`)
    } catch (error) {
      this.#noted(error)
    }
  }

  async backup(file: string): Promise<void> {
    await copyDatabase(this.#folder, file)
  }

  stats(): StorageStats {
    const file = databaseIn(this.#folder)
    const sizes = [file, `${file}-wal`].map(each => statSync(each, { throwIfNoEntry: false })?.size ?? 0)
    const { bavail, bsize } = statfsSync(this.#folder)
    return { bytes: sizes.reduce((sum, size) => sum + size, 0), freeBytes: bavail * bsize }
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    try {
      this.#sql.close()
    } finally {
      this.#lock.release()
    }
  }
}

/** Opens the data folder, which nobody else may then open. The file is made when there is none. */
export function openSqlite(folder: string, options: SqliteOptions = {}): Storage {
  return openWith(folder, lockFolder(folder), options)
}

/**
 * Opens it for a command, beside a server that may run on it: short transactions between the server's own. A file of an
 * older shape is brought up to date first, for which nobody else may have it open.
 */
export function openBeside(folder: string, { create = false }: { readonly create?: boolean } = {}): Storage {
  const file = databaseIn(folder)
  if (!existsSync(file) && !create) throw new StorageError(`There is no database in ${folder}.`, { full: false })
  if (!existsSync(file) || !isUpToDate(file)) openSqlite(folder).close()
  return openWith(folder, { release: () => undefined }, { isGuest: true })
}

function openWith(folder: string, lock: Lock, options: SqliteOptions): Storage {
  try {
    return new SqliteStorage(folder, lock, options)
  } catch (error) {
    lock.release()
    throw asOpeningError(folder, error)
  }
}

function isUpToDate(file: string): boolean {
  let sql: Sql | undefined
  try {
    sql = new Sql(file)
    return isCurrent(sql.db)
  } catch (error) {
    throw asOpeningError(dirname(file), error)
  } finally {
    sql?.close()
  }
}

function asOpeningError(folder: string, error: unknown): StorageError {
  if (!isCorrupt(error)) return asStorageError(error)
  const sentence = `${databaseIn(folder)} is damaged and cannot be opened. Restore a backup.`
  return new StorageError(sentence, { full: false, cause: error })
}
