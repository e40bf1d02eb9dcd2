/** All commands of the workshop, by name. */
import type { WorkshopCommand } from './command.ts'
import { draftCommands } from './reveal.ts'
import { voteCommands } from './ballots.ts'
import { attentionCommands } from './attention.ts'
import { handCommands } from './hands.ts'
import { noteCommands } from './notes.ts'
import { peopleCommands } from './people.ts'
import { readyCommands } from './ready.ts'
import { stepCommands } from './steps.ts'

export const WORKSHOP_COMMANDS: Readonly<Record<string, WorkshopCommand>> = {
  ...stepCommands,
  ...noteCommands,
  ...readyCommands,
  ...handCommands,
  ...draftCommands,
  ...peopleCommands,
  ...voteCommands,
  ...attentionCommands,
}
