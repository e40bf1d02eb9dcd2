/** The command line: what may stand behind `node dist/server/main.js`, and the sentences with which backup and restore end. */
import { parseArgs } from 'node:util'
import type { BackupReport } from './storage/commands/backup.ts'
import { copyDatabase } from './storage/commands/backup.ts'
import { restore } from './storage/commands/restore.ts'

export type Command =
  | { readonly kind: 'serve' }
  | { readonly kind: 'backup' | 'restore'; readonly file: string }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly problem: string }

const HELP = `Nonagon, a whiteboard for the Business Model Canvas.

  node dist/server/main.js [serve]          runs the server
  node dist/server/main.js backup <file>    copies all that is kept into one file
  node dist/server/main.js restore <file>   puts such a copy in the place of what is kept

Settings come from the environment: PORT (8080), HOST (127.0.0.1), DATA_DIR (./data), PUBLIC_URL and what the README lists.
--help after a command says more about it.
`

const HELP_OF: Readonly<Record<string, string>> = {
  serve: `Runs the server until it gets SIGTERM or SIGINT; it then tells everybody, writes what waits and ends.
A second signal ends it at once. What was acknowledged is on disk in either case.
`,
  backup: `backup <file> copies all boards of the data folder into one file. A server that runs on it goes on meanwhile.
The copy is tried out before it gets its name; an older file of that name is replaced only then.
Keep it on another machine: a copy beside the original is lost with it.
`,
  restore: `restore <file> puts a backup in the place of what the data folder holds. The server must be stopped.
What was there is kept beside it. What people wrote since the backup and had acknowledged is in that file only;
what no server had acknowledged, their browsers offer them to add again.
`,
}

const wrong = (problem: string): Command => ({ kind: 'wrong', problem: `${problem} See --help.` })

/** Reads what follows the script's name. */
export function parseCommand(args: readonly string[]): Command {
  let read
  try {
    read = parseArgs({ args: [...args], allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } })
  } catch {
    return wrong(`The options ${args.filter(arg => arg.startsWith('-')).join(' ')} are not understood.`)
  }
  const [name = 'serve', file, ...more] = read.positionals
  const help = HELP_OF[name]
  if (help === undefined) return wrong(`There is no command "${name}".`)
  if (read.values.help) return { kind: 'help', text: read.positionals.length > 0 ? help : HELP }
  if (name === 'backup' || name === 'restore')
    return file === undefined || more.length > 0
      ? wrong(`The command ${name} needs the name of one file.`)
      : { kind: name, file }
  return file === undefined ? { kind: 'serve' } : wrong(`The command serve takes nothing more, not "${file}".`)
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

const content = ({ boards, documents, bytes }: BackupReport): string =>
  `${count(boards, 'board')} with ${count(documents, 'document')}, ${Math.ceil(bytes / 1024)} KiB`

const damage = ({ damaged }: BackupReport): string =>
  damaged.length === 0 ? '' : ` Damaged already, of those that were tried out: ${damaged.join(', ')}.`

/** Runs a backup or a restore; answers the sentence that says what was done. */
export async function runCommand(
  command: { readonly kind: 'backup' | 'restore'; readonly file: string },
  folder: string,
): Promise<string> {
  if (command.kind === 'backup') {
    const report = await copyDatabase(folder, command.file)
    return `Backed up to ${report.file}: ${content(report)}.${damage(report)}`
  }
  const report = await restore(folder, command.file, { now: Date.now() })
  const kept = report.kept ? ` What was there before is kept as ${report.kept}.` : ''
  return `Restored from ${command.file}: ${content(report)}.${damage(report)}${kept}`
}
