/** `nonagon`: reads the configuration, opens the data folder, serves until it is told to stop. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { painted } from '../shared/canvas/examples/paint.ts'
import { SPOTIFY } from '../shared/canvas/examples/spotify.ts'
import { fromMarkdown } from '../shared/canvas/markdown.ts'
import { newId } from '../shared/base/id.ts'
import { ROLES } from '../shared/workshop/roles.ts'
import { readConfig } from './config.ts'
import type { Running } from './start.ts'
import { start } from './start.ts'
import { openSqlite } from './storage/sqlite.ts'

const FAILED = 1

function stopWith(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(FAILED)
}

const sentenceOf = (error: unknown, port: number): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose another with PORT=…, or PORT=0 for any.`
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with PORT=….`
  return error instanceof Error ? error.message : String(error)
}

/** A new data folder gets a board to look at. */
async function makeDemo(running: Running): Promise<void> {
  const read = fromMarkdown(SPOTIFY, { newId, now: Date.now(), author: '' })
  if (!read.ok) return
  const { board, secrets } = await running.makeBoard(painted(read.content))
  const lines = [...ROLES].reverse().map(role => `  ${role.padEnd(12)} ${running.address}/b/${board}#${secrets[role]}`)
  process.stdout.write(`A demo board is ready. Its links, shown only now:\n${lines.join('\n')}\n`)
}

async function main(): Promise<void> {
  const read = readConfig(process.env)
  if (!read.ok) stopWith(read.problem)
  const { config } = read
  const pageDir = fileURLToPath(new URL('../client', import.meta.url))
  if (!existsSync(pageDir)) stopWith('The page has not been built. Run npm run build first.')
  let running: Running
  let isNew: boolean
  try {
    const storage = openSqlite(config.dataDir)
    isNew = storage.boards().length === 0
    running = await start({ config, storage, pageDir })
  } catch (error) {
    stopWith(sentenceOf(error, config.port))
  }
  const stop = () => {
    // A second signal ends it at once: what was acknowledged is on disk.
    process.once('SIGTERM', () => process.exit(FAILED))
    process.once('SIGINT', () => process.exit(FAILED))
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (isNew) await makeDemo(running)
  process.stdout.write(`Nonagon is at ${running.address}\n`)
}

void main()
