/** Where the database lies in the data folder, and how another file takes its place. */
import { constants, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export const databaseIn = (folder: string): string => join(folder, 'nonagon.sqlite')

/** SQLite's own companions: the log of what is not yet in the file, and its index. */
const LOG = '-wal'
const INDEX = '-shm'

export function removeDatabase(file: string): void {
  for (const tail of ['', LOG, INDEX]) rmSync(file + tail, { force: true })
}

/** Makes a file, or in a folder a rename, outlive a power cut. */
export function syncFile(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Brings what is only in the log into the file itself. Says no when it cannot: then the two belong together. */
function foldLog(file: string): boolean {
  try {
    const db = new DatabaseSync(file)
    try {
      return db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}

/**
 * Puts `fresh`, a closed database without a log, in the place of the one in use; that one stays beside it as `kept`.
 * Nobody may have either open. `mustFold`: goes no further when what is in the old log cannot be brought into its file.
 */
export function replaceDatabase(
  folder: string,
  fresh: string,
  { kept, mustFold }: { readonly kept: string; readonly mustFold: boolean },
): void {
  const file = databaseIn(folder)
  if (existsSync(file)) {
    const folded = foldLog(file)
    if (mustFold && !folded) throw new Error('The log of the database cannot be read.')
    removeDatabase(kept)
    copyFileSync(file, kept, constants.COPYFILE_FICLONE)
    // A log that stayed behind would be played into the new file.
    if (existsSync(file + LOG)) renameSync(file + LOG, kept + LOG)
    rmSync(file + INDEX, { force: true })
  }
  renameSync(fresh, file)
  syncFile(dirname(file))
}
