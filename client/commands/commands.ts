/** All commands, and how one is found, weighed and run. */
import { denialOf } from '../editor/may.ts'
import { sayAny } from '../words/words.ts'
import { attentionCommands } from './attention.ts'
import { boardCommands } from './board.ts'
import { clipboardCommands } from './clipboard.ts'
import type { Command, Context, Group, Readiness } from './command.ts'
import { fileCommands } from './files.ts'
import { groupCommands } from './groups.ts'
import { historyCommands } from './history.ts'
import { chosenLink, chosenNotes } from './in-mind.ts'
import { lineCommands } from './lines.ts'
import { linkCommands } from './links.ts'
import { noteCommands } from './notes.ts'
import { presenceCommands } from './presence.ts'
import { revealCommands } from './reveal.ts'
import { selectionCommands } from './selection.ts'
import { sessionCommands } from './session.ts'
import { toolCommands } from './tools.ts'
import { viewCommands } from './view.ts'
import { voteCommands } from './votes.ts'

export const COMMANDS: readonly Command[] = [
  ...toolCommands,
  ...noteCommands,
  ...clipboardCommands,
  ...groupCommands,
  ...lineCommands,
  ...linkCommands,
  ...historyCommands,
  ...selectionCommands,
  ...viewCommands,
  ...presenceCommands,
  ...attentionCommands,
  ...sessionCommands,
  ...revealCommands,
  ...boardCommands,
  ...fileCommands,
  ...voteCommands,
]

const BY_ID: ReadonlyMap<string, Command> = new Map(COMMANDS.map(command => [command.id, command]))

export const commandNamed = (id: string): Command | undefined => BY_ID.get(id)

export const commandsOf = (group: Group): readonly Command[] => COMMANDS.filter(command => command.group === group)

/** What it is called; with a context, what it would do now. */
export const titleOf = (command: Command, context?: Context): string =>
  sayAny((context && command.titleNow?.(context)) ?? command.title, command.values?.())

/** Whose the chosen things are: for each, the people that count as its makers. */
function makersOfChosen(context: Context): readonly (readonly string[])[] {
  const { notes } = context.editor.board.canvas.value
  const link = chosenLink(context)
  if (link) return [[link.from, link.to].map(id => notes.find(id)?.author ?? '')]
  return chosenNotes(context).map(({ author }) => [author])
}

/** How a button of the command stands. What I may do to a part of the selection is ready: the rest will be said. */
export function readinessOf(command: Command, context: Context): Readiness {
  if (!command.when(context)) return { kind: 'idle' }
  const right = typeof command.right === 'function' ? command.right(context) : command.right
  if (!right) return { kind: 'ready' }
  const { board } = context.editor
  const asked = command.on === 'selection' ? makersOfChosen(context) : [undefined]
  const denials = asked.map(makers => denialOf(board, right, makers))
  const why = denials[0]
  return why && !denials.includes(undefined) ? { kind: 'denied', right, why } : { kind: 'ready' }
}

/** Runs a command if it may run now; if it is not allowed, that is said. False when nothing was done. */
export function runCommand(id: string, context: Context, argument?: string): boolean {
  const command = commandNamed(id)
  const readiness = command && readinessOf(command, context)
  if (!command || readiness?.kind === 'idle') return false
  if (readiness?.kind === 'denied') {
    const { right, why } = readiness
    context.editor.say({ kind: 'notAllowed', right, why })
    return false
  }
  command.run(context, argument)
  return true
}
