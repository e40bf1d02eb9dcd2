/** An open SQLite file: its settings, its prepared statements, which are kept, and its transactions. */
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite'
import { rollBack, WAIT } from './sqlite-node.ts'
import type { Faults } from './storage.ts'
import { StorageError } from './storage.ts'

export type Row = Record<string, SQLOutputValue>

const NO_PAGE_LIMIT = 0xfffffffe

export class Sql {
  readonly db: DatabaseSync
  readonly #faults: Faults | undefined
  readonly #statements = new Map<string, StatementSync>()
  #isClosed = false

  constructor(file: string, { faults }: { readonly faults?: Faults | undefined } = {}) {
    this.db = new DatabaseSync(file)
    this.#faults = faults
    try {
      this.db.exec(`${WAIT}; PRAGMA cell_size_check = ON`)
      this.#settle()
    } catch (error) {
      this.db.close()
      throw error
    }
  }

  #settle(): void {
    const mode = this.db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode']
    if (mode !== 'wal')
      throw new StorageError('The file system of the data folder cannot hold a database.', { full: false })
    this.db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON')
  }

  #statement(text: string): StatementSync {
    const known = this.#statements.get(text)
    if (known) return known
    const statement = this.db.prepare(text)
    // As a plain number, one that is too big would throw in the middle of a reading.
    statement.setReadBigInts(true)
    this.#statements.set(text, statement)
    return statement
  }

  get(text: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(text).get(...values)
  }

  all(text: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#statement(text).all(...values)
  }

  /** Writes, and says how many rows it changed. */
  run(text: string, ...values: SQLInputValue[]): number {
    this.#faults?.beforeStatement?.()
    return Number(this.#statement(text).run(...values).changes)
  }

  /** All of it or nothing, and on disk when this returns. */
  transaction(write: () => void): void {
    if (this.#faults) this.db.exec(`PRAGMA max_page_count = ${this.#faults.pageLimit ?? NO_PAGE_LIMIT}`)
    this.#statement('BEGIN IMMEDIATE').run()
    try {
      write()
      this.#faults?.beforeCommit?.()
      this.#statement('COMMIT').run()
    } catch (error) {
      rollBack(this.db)
      throw error
    }
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.db.close()
  }
}
