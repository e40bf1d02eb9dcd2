/** Negative control: a server that answers from memory and writes edits a little later, as relays do that store behind their clients' backs. */
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../../../server/config.ts'
import { start } from '../../../server/start.ts'
import { openMemory } from '../../../server/storage/memory.ts'
import { withCommit } from '../kit/storages.ts'

const LATE_MS = 400

const read = readConfig(process.env)
if (!read.ok) throw new Error(read.problem)
const { config } = read
mkdirSync(config.dataDir, { recursive: true })
const file = join(config.dataDir, 'memory')
const memory = openMemory(existsSync(file) ? { from: file } : {})
const save = async () => {
  await memory.backup(`${file}.part`)
  renameSync(`${file}.part`, file)
}
setInterval(() => void save(), LATE_MS)
const storage = withCommit(memory, async (batch, really) => {
  await really(batch)
  // Who came is known when they come again, and so is their board; what is edited comes late.
  if (batch.some(({ kind }) => kind === 'person')) await save()
})
const running = await start({ config, storage })
process.stdout.write(`Nonagon is at ${running.local}\n`)
