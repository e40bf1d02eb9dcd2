/** One server per data folder. The kernel lets go of the lock when the process ends, however it ends. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asStorageError, isBusy, isCorrupt } from './sqlite-errors.ts'
import { StorageError } from './storage.ts'

export interface Lock {
  release(): void
}

const lockIn = (folder: string): string => join(folder, 'nonagon.lock')

/** Node has no file locks of its own, but SQLite has: an empty file beside the real one, held for as long as we live. */
function openLock(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return new DatabaseSync(lockIn(folder))
  } catch (cause) {
    throw new StorageError(`The data folder ${folder} cannot be written.`, { full: false, cause })
  }
}

export function lockFolder(folder: string): Lock {
  const file = openLock(folder)
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (isCorrupt(error))
      throw new StorageError(`${lockIn(folder)} is not the file it should be. Delete it.`, {
        full: false,
        cause: error,
      })
    if (!isBusy(error)) throw asStorageError(error)
    throw new StorageError('Another Nonagon is using this data folder.', { full: false, cause: error })
  }
}
