/** Negative control: a server whose storage says "done" before anything is written. The chaos tests must catch it. */
import { readConfig } from '../../../server/config.ts'
import { start } from '../../../server/start.ts'
import { openSqlite } from '../../../server/storage/sqlite.ts'
import type { Batch, Storage } from '../../../server/storage/storage.ts'

/** Keeps batches for a while in memory, as servers do that store behind their clients' backs. */
function lazily(storage: Storage): Storage {
  let waiting: Batch[] = []
  setInterval(() => {
    const batches = waiting
    waiting = []
    for (const batch of batches) void storage.commit(batch)
  }, 100)
  return new Proxy(storage, {
    get(target, key) {
      if (key === 'commit')
        return async (batch: Batch) => {
          // What is asked for by name must be found again at once; only document rows are late.
          if (batch.some(entry => entry.kind !== 'update')) await target.commit(batch)
          else waiting.push(batch)
        }
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problem)
const running = await start({ config: read.config, storage: lazily(openSqlite(read.config.dataDir)) })
process.stdout.write(`Nonagon is at ${running.local}\n`)
