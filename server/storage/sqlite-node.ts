/** What `node:sqlite` learned after Node 22.13, done so that the older ones are served too. */
import { once } from 'node:events'
import * as sqlite from 'node:sqlite'
import type { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'

/** Long enough for a person who looks into the file with another program, short enough for those who write; ms. */
export const WAIT = 'PRAGMA busy_timeout = 2000'

/** Runs a script in a thread of its own, and gives the one thing it says. Rejects with what it throws. */
export async function inThread(script: string, workerData: unknown): Promise<unknown> {
  // As text, since the server is bundled into one file and a worker needs one of its own.
  const [said] = (await once(new Worker(script, { eval: true, workerData }), 'message')) as [unknown]
  return said
}

/** Ends a transaction, if one is open: a full disk makes SQLite end it by itself, and 22.13 cannot be asked. */
export function rollBack(db: DatabaseSync): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // There was none. The reader of this wants the error that led here, not this one.
  }
}

/** More pages than a file can have: the copy is made in one go, else every commit meanwhile would start it anew. */
const ALL_PAGES = 0x7fffffff

const VACUUM = `
  const { DatabaseSync } = require('node:sqlite')
  const { parentPort, workerData } = require('node:worker_threads')
  const db = new DatabaseSync(workerData.source, { readOnly: true })
  db.exec('${WAIT}')
  db.prepare('VACUUM INTO ?').run(workerData.target)
  db.close()
  parentPort.postMessage('done')`

/** Copies a database as it is at one moment to a file that is not there yet; holds no writer up. */
export async function copyFile(source: string, target: string): Promise<void> {
  const backup: typeof sqlite.backup | undefined = sqlite.backup
  if (!backup) return vacuumInto(source, target)
  const from = new sqlite.DatabaseSync(source, { readOnly: true })
  try {
    from.exec(WAIT)
    await backup(from, target, { rate: ALL_PAGES })
  } finally {
    from.close()
  }
}

/** The same, on a Node that has no backup. */
export async function vacuumInto(source: string, target: string): Promise<void> {
  await inThread(VACUUM, { source, target })
}
