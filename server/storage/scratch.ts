/** For tests: folders in memory where the machine has that, as a test need not wait for the disk, else among the temporary ones. */
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** `next` gives a path where nothing is yet. */
export function scratch(name: string): { readonly next: () => string; readonly remove: () => void } {
  const root = mkdtempSync(join(isWritable(MEMORY) ? MEMORY : tmpdir(), `nonagon-${name}-`))
  let count = 0
  return {
    next: () => join(root, String(++count)),
    remove: () => rmSync(root, { recursive: true }),
  }
}
