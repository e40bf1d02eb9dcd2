/** Saves what can be read of a file with broken pages into a fresh one. The broken file stays beside it. */
import { DatabaseSync } from 'node:sqlite'
import type { SQLInputValue } from 'node:sqlite'
import { databaseIn, removeDatabase, replaceDatabase } from './place.ts'
import { isCorrupt, isRefusedRow } from './sqlite-errors.ts'
import type { Row } from './sqlite-file.ts'
import { Sql } from './sqlite-file.ts'
import { migrate, tablesOf } from './sqlite-schema.ts'

const readRows = (from: DatabaseSync, sql: string, ...values: bigint[]): Iterable<Row> => {
  const statement = from.prepare(sql)
  statement.setReadBigInts(true)
  return statement.iterate(...values)
}

/** From both ends towards the break: a broken page in the middle costs only the rows on it. */
function* readableRows(from: DatabaseSync, table: string): Generator<Row> {
  let last = -(2n ** 63n)
  try {
    for (const row of readRows(from, `SELECT rowid AS "@", * FROM ${table} ORDER BY rowid`)) {
      if (typeof row['@'] === 'bigint') last = row['@']
      yield row
    }
    return
  } catch (error) {
    if (!isCorrupt(error)) throw error
  }
  try {
    yield* readRows(from, `SELECT rowid AS "@", * FROM ${table} WHERE rowid > ? ORDER BY rowid DESC`, last)
  } catch (error) {
    if (!isCorrupt(error)) throw error
  }
}

/** A row that the tables no longer take (a column of another type, a document that is lost) is left out. */
function copyTable(from: DatabaseSync, to: Sql, table: string): void {
  for (const { '@': _row, ...row } of readableRows(from, table)) {
    const columns = Object.keys(row)
    const marks = columns.map(() => '?').join(', ')
    const values: SQLInputValue[] = Object.values(row)
    try {
      to.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...values)
    } catch (error) {
      if (!isRefusedRow(error)) throw error
    }
  }
}

/** Answers where the broken file lies now. */
export function rebuild(folder: string): string {
  const file = databaseIn(folder)
  const fresh = `${file}.rebuilding`
  removeDatabase(fresh)
  const to = new Sql(fresh)
  const from = new DatabaseSync(file)
  try {
    migrate(to.db)
    to.transaction(() => {
      for (const table of tablesOf(to.db)) copyTable(from, to, table)
    })
  } finally {
    from.close()
    to.close()
  }
  const kept = `${file}.damaged`
  replaceDatabase(folder, fresh, { kept, mustFold: true })
  return kept
}
