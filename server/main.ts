/** `nonagon`: does what the command line asks; in most cases that is to serve until it is told to stop. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { painted } from '../shared/canvas/examples/paint.ts'
import { SPOTIFY } from '../shared/canvas/examples/spotify.ts'
import { fromMarkdown } from '../shared/canvas/markdown.ts'
import { newId } from '../shared/base/id.ts'
import { ROLES } from '../shared/workshop/roles.ts'
import type { Parsed } from './cli.ts'
import { parseCommand } from './cli.ts'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import type { Running } from './start.ts'
import { start } from './start.ts'
import { databaseIn } from './storage/place.ts'
import { openSqlite } from './storage/sqlite.ts'

const FAILED = 1
const LOOK_FOR_SHELL_MS = 500

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
const warn = (sentence: string): void => void process.stderr.write(`${sentence}\n`)

function stopWith(sentence: string): never {
  warn(sentence)
  process.exit(FAILED)
}

/** Of what Node says when a server cannot listen. */
const LISTENING: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ port }) => `Port ${port} is taken by another program. Choose another with PORT=…, or PORT=0 for any.`,
  EACCES: ({ port }) => `Port ${port} may not be used by this account. Choose one above 1023 with PORT=….`,
  EADDRNOTAVAIL: ({ host }) => `HOST is ${host}, which is no address of this machine.`,
  ENOTFOUND: ({ host }) => `HOST is ${host}, which is no address of this machine.`,
}

function sentenceOf(error: unknown, config: Config): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return LISTENING[code]?.(config) ?? (error instanceof Error ? error.message : String(error))
}

/** A new data folder gets a board to look at. */
async function makeDemo(running: Running): Promise<void> {
  const read = fromMarkdown(SPOTIFY, { newId, now: Date.now(), author: '' })
  if (!read.ok) return
  const { board, secrets, owner } = await running.makeBoard(painted(read.content))
  const line = (name: string, secret: string) => `  ${name.padEnd(12)} ${running.address}/b/${board}#${secret}`
  const lines = [line('owner', owner), ...[...ROLES].reverse().map(role => line(role, secrets[role]))]
  say(`A demo board is ready. Its links, shown only now:\n${lines.join('\n')}`)
}

async function serve(config: Config): Promise<void> {
  const pageDir = fileURLToPath(new URL('../client', import.meta.url))
  if (!existsSync(pageDir)) stopWith('The page has not been built. Run npm run build first.')
  // Asked of the file: a host who deleted all boards wants no other one.
  const isNew = !existsSync(databaseIn(config.dataDir))
  const storage = openSqlite(config.dataDir, { warn })
  const running = await start({ config, storage, pageDir })
  const stop = () => {
    // A second signal ends it at once: what was acknowledged is on disk.
    process.once('SIGTERM', () => process.exit(FAILED))
    process.once('SIGINT', () => process.exit(FAILED))
    void running.stop().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  if (config.isBehindShell) whenOrphaned(stop)
  if (isNew) await makeDemo(running)
  say(`Nonagon is at ${running.address}`)
}

/** A shell that is told to stop passes nothing on to what it runs: its end is taken as the word. */
function whenOrphaned(stop: () => void): void {
  const shell = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(timer)
    stop()
  }, LOOK_FOR_SHELL_MS).unref()
}

async function run({ command, asked, isJson }: Extract<Parsed, { kind: 'run' }>, config: Config): Promise<void> {
  const { text, json } = await command.run({ ...asked, config, now: Date.now() })
  // What is a file by itself ends as it does.
  say((isJson ? JSON.stringify(json, null, 2) : text).replace(/\n$/, ''))
}

async function main(): Promise<void> {
  const command = parseCommand(process.argv.slice(2))
  if (command.kind === 'wrong') stopWith(command.problem)
  if (command.kind === 'help') return void process.stdout.write(command.text)
  const read = readConfig(process.env)
  if (!read.ok) stopWith(read.problem)
  const { config } = read
  try {
    if (command.kind === 'serve') await serve(config)
    else await run(command, config)
  } catch (error) {
    stopWith(sentenceOf(error, config))
  }
}

void main()
