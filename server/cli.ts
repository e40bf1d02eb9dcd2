/** The command line: a table of commands, and what is made of the words behind the program's name. */
import { parseArgs } from 'node:util'
import { backupCommand, restoreCommand } from './cli/backup.ts'
import { boardsCommand } from './cli/boards.ts'
import type { Asked, Command } from './cli/command.ts'
import { deleteCommand, undeleteCommand } from './cli/delete.ts'
import { exportCommand } from './cli/export.ts'
import { linksCommand } from './cli/links.ts'
import { operatorCommand } from './cli/operator.ts'
import { retentionCommand } from './cli/retention.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  backup: backupCommand,
  restore: restoreCommand,
  boards: boardsCommand,
  export: exportCommand,
  delete: deleteCommand,
  undelete: undeleteCommand,
  links: linksCommand,
  retention: retentionCommand,
  operator: operatorCommand,
}

export type Parsed =
  | { readonly kind: 'serve' }
  | {
      readonly kind: 'run'
      readonly command: Command
      readonly asked: Pick<Asked, 'args' | 'options'>
      readonly isJson: boolean
    }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly problem: string }

const LINES = [
  ['[serve]', 'runs the server'],
  ...Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary]),
]

const HELP = `Nonagon, a whiteboard for the Business Model Canvas.

${LINES.map(([name = '', summary = '']) => `  nonagon ${name.padEnd(11)}${summary}`).join('\n')}

Settings come from the environment: PORT (8080), HOST (127.0.0.1), DATA_DIR (./data), PUBLIC_URL and what the README lists.
--help after a command says more about it, --json answers for programs. All but restore work while the server runs.
`

const SERVE_HELP = `nonagon [serve]

Runs the server until it gets SIGTERM or SIGINT; it then tells everybody, writes what waits and ends.
A second signal ends it at once. What was acknowledged is on disk in either case.
`

const helpOf = (name: string, { usage, summary, help }: Command): string =>
  `nonagon ${name} ${usage}`.trimEnd() + `\n\nIt ${summary}.\n${help}\n`

const wrong = (problem: string): Parsed => ({ kind: 'wrong', problem: `${problem} See --help.` })

const EVERYWHERE = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

/** One id in 64 begins with a dash, and is no option for that. */
const DASHED_ID = /^-[\w-]{15}$/
const SHIELD = '\0'

/** Reads what follows the script's name. */
export function parseCommand(words: readonly string[]): Parsed {
  const typed = words.find(word => !word.startsWith('-'))
  const name = typed ?? 'serve'
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command && name !== 'serve') return wrong(`There is no command "${name}".`)
  const shielded = words.map(word => (DASHED_ID.test(word) ? SHIELD + word : word))
  let read
  try {
    read = parseArgs({ args: shielded, allowPositionals: true, options: { ...EVERYWHERE, ...command?.options } })
  } catch {
    return wrong(`The options ${words.filter(word => word.startsWith('-')).join(' ')} are not understood.`)
  }
  const { help, json, ...options } = read.values
  const args = read.positionals.slice(1).map(word => word.replace(SHIELD, ''))
  if (help) return { kind: 'help', text: command ? helpOf(name, command) : typed ? SERVE_HELP : HELP }
  if (!command)
    return args[0] === undefined ? { kind: 'serve' } : wrong(`The command serve takes nothing more, not "${args[0]}".`)
  const { least, most, words: needed } = command.takes
  if (args.length < least || args.length > most)
    return wrong(
      most === 0 ? `The command ${name} takes nothing more, not "${args[0]}".` : `The command ${name} needs ${needed}.`,
    )
  return { kind: 'run', command, asked: { args, options }, isJson: json === true }
}
