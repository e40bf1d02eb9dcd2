/** A copy of the whole database while the server goes on, tried out before it bears its name. */
import { existsSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { integrity } from '../integrity.ts'
import { databaseIn, removeDatabase, syncFile } from '../place.ts'
import { asStorageError, isCorrupt } from '../sqlite-errors.ts'
import { Sql } from '../sqlite-file.ts'
import { copyFile } from '../sqlite-node.ts'
import { readDocument } from '../sqlite-read.ts'
import { StorageError } from '../storage.ts'

export interface BackupReport {
  readonly file: string
  readonly bytes: number
  readonly boards: number
  readonly documents: number
  /** Documents among those tried out that are damaged in the copy, and so in the original. */
  readonly damaged: readonly string[]
}

/** Documents that are loaded to see whether a copy is good. */
const TRIED = 20

const count = (sql: Sql, table: string): number => Number(sql.get(`SELECT count(*) AS n FROM ${table}`)?.['n'])

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map(file => statSync(file, { throwIfNoEntry: false, bigint: true }))
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
}

/** Opens a closed database file that nobody else uses and tries it out. Throws when it is not whole. */
export async function tryOut(file: string): Promise<BackupReport> {
  const verdict = await integrity(file)
  if (verdict !== 'ok') throw new StorageError(`The copy is damaged: ${verdict}`, { full: false })
  const sql = new Sql(file)
  try {
    const damaged: string[] = []
    // One at a time, with a breath between: others share this thread.
    for (const row of sql.all('SELECT name FROM docs ORDER BY random() LIMIT ?', TRIED)) {
      const name = String(row['name'])
      if (readDocument(sql, name)?.stored.damaged) damaged.push(name)
      await setImmediate()
    }
    return {
      file,
      bytes: statSync(file).size,
      boards: count(sql, 'boards'),
      documents: count(sql, 'docs'),
      damaged,
    }
  } finally {
    sql.close()
  }
}

/**
 * Copies the database of a data folder to `target`, whether a server has it open or not. Reads on a connection and in a
 * thread of its own: it sees one moment, and holds no writer up. A file of that name exists only when it is whole.
 */
export async function copyDatabase(folder: string, target: string): Promise<BackupReport> {
  const source = databaseIn(folder)
  const part = `${target}.part`
  const no = (sentence: string) => new StorageError(sentence, { full: false })
  if (!existsSync(source)) throw no(`There is no database in ${folder}.`)
  if (!existsSync(dirname(target))) throw no(`There is no folder ${dirname(target)}.`)
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory()) throw no(`${target} is a folder, not a file.`)
  if (isSameFile(source, target)) throw no(`${target} is the database itself.`)
  try {
    removeDatabase(part)
    await copyFile(source, part)
    const report = await tryOut(part)
    syncFile(part)
    renameSync(part, target)
    syncFile(dirname(target))
    return { ...report, file: target }
  } catch (error) {
    removeDatabase(part)
    throw isCorrupt(error) ? no(`${source} is damaged and could not be copied.`) : asStorageError(error)
  }
}
