/** What SQLite's error codes mean to us: whether waiting helps, and whether the open file can still be trusted. */
import { StorageError } from './storage.ts'

const CODE = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  noDatabase: 26,
} as const
const PASSING: readonly unknown[] = [CODE.busy, CODE.locked, CODE.readOnly, CODE.io, CODE.full, CODE.cannotOpen]

/** The primary code; what is above the lowest byte tells only where it happened. */
function codeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

export const isBusy = (error: unknown): boolean => codeOf(error) === CODE.busy

/** After these the kernel may have dropped what was not yet written: nothing read through this handle can be trusted. */
export function spoilsHandle(error: unknown): boolean {
  const code = codeOf(error)
  return code === CODE.io || code === CODE.cannotOpen || code === CODE.readOnly
}

/** The file itself is broken. */
export function isCorrupt(error: unknown): boolean {
  const code = codeOf(error)
  return code === CODE.corrupt || code === CODE.noDatabase
}

/** A row that the tables do not take. */
export const isRefusedRow = (error: unknown): boolean => codeOf(error) === CODE.constraint

export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error
  const message = error instanceof Error ? error.message : 'The storage failed.'
  return new StorageError(message, { full: PASSING.includes(codeOf(error)), cause: error })
}
