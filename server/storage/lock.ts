/** One server per data folder. The kernel lets go of the lock when the process ends, however it ends. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asStorageError, isBusy } from './sqlite-errors.ts'
import { StorageError } from './storage.ts'

export interface Lock {
  release(): void
}

/** Node has no file locks of its own, but SQLite has: an empty file beside the real one, held for as long as we live. */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(folder, 'nonagon.lock'), { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!isBusy(error)) throw asStorageError(error)
    throw new StorageError('Another Nonagon is using this data folder.', { full: false, cause: error })
  }
  return { release: () => file.close() }
}
