/** Puts a backup in the place of what a data folder holds. No server may be running on it. */
import { copyFileSync, existsSync, statSync } from 'node:fs'
import { lockFolder } from '../lock.ts'
import { databaseIn, removeDatabase, replaceDatabase } from '../place.ts'
import { asStorageError, isCorrupt } from '../sqlite-errors.ts'
import { setDoc, theDoc } from '../sqlite-docs.ts'
import { Sql } from '../sqlite-file.ts'
import { migrate } from '../sqlite-schema.ts'
import { StorageError } from '../storage.ts'
import type { BackupReport } from './backup.ts'
import { tryOut } from './backup.ts'

export interface RestoreReport extends BackupReport {
  /** Where the replaced database lies now, if there was one. */
  readonly kept: string | undefined
}

/**
 * People may hold rows that are younger than the backup, so every document begins a new life. Its number is a time, as nobody
 * knows how many lives the replaced database had seen: those were counted up one by one.
 */
function raiseEpochs(sql: Sql, now: number): void {
  for (const row of sql.all('SELECT name FROM docs')) {
    const doc = theDoc(sql, String(row['name']))
    setDoc(sql, doc, { epoch: Math.max(doc.epoch + 1, Math.floor(now / 1000)) })
  }
}

export async function restore(
  folder: string,
  backup: string,
  { now }: { readonly now: number },
): Promise<RestoreReport> {
  const no = (sentence: string) => new StorageError(sentence, { full: false })
  if (!statSync(backup, { throwIfNoEntry: false })?.isFile()) throw no(`There is no file ${backup}.`)
  const lock = lockFolder(folder)
  const file = databaseIn(folder)
  const fresh = `${file}.restoring`
  try {
    removeDatabase(fresh)
    copyFileSync(backup, fresh)
    const sql = new Sql(fresh)
    try {
      migrate(sql.db)
      sql.transaction(() => raiseEpochs(sql, now))
    } finally {
      sql.close()
    }
    const report = await tryOut(fresh)
    const kept = `${file}.replaced-${new Date(now).toISOString().replaceAll(':', '')}`
    const isReplacing = existsSync(file)
    replaceDatabase(folder, fresh, { kept, mustFold: false })
    return { ...report, file, kept: isReplacing ? kept : undefined }
  } catch (error) {
    removeDatabase(fresh)
    throw isCorrupt(error) ? no(`${backup} is no backup of Nonagon, or it is damaged.`) : asStorageError(error)
  } finally {
    lock.release()
  }
}
