/** Asks SQLite whether a database file is whole. It reads all of it, so it does that in a thread of its own. */
import { inThread } from './sqlite-node.ts'

const CHECK = `
  const { DatabaseSync } = require('node:sqlite')
  const { parentPort, workerData } = require('node:worker_threads')
  const db = new DatabaseSync(workerData)
  const { integrity_check } = db.prepare('PRAGMA integrity_check(1)').get()
  db.close()
  parentPort.postMessage(integrity_check)`

/** "ok", or the first thing that is wrong. Rejects when the file is no database. */
export async function integrity(file: string): Promise<string> {
  return String(await inThread(CHECK, file))
}
