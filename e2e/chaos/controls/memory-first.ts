/** Negative control: a server that answers from memory and writes a little later, as relays do that store behind their clients' backs. */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../server/config.ts'
import { start } from '../../../server/start.ts'
import { openMemory } from '../../../server/storage/memory.ts'

const LATE_MS = 400

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problem)
const { config } = read
mkdirSync(config.dataDir, { recursive: true })
const file = join(config.dataDir, 'memory')
const storage = openMemory(existsSync(file) ? { from: file } : {})
setInterval(() => {
  void storage.backup(`${file}.part`).then(() => renameSync(`${file}.part`, file))
}, LATE_MS)
const running = await start({ config, storage })
process.stdout.write(`Nonagon is at ${running.local}\n`)
