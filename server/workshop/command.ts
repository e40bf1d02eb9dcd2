/** What a command of the workshop is: a question to the state, answered by the rows that change. It writes nothing itself. */
import type { z } from 'zod'
import type { BoardDocument } from '../../shared/wire/document.ts'
import type { DraftNote } from '../../shared/workshop/drafts.ts'
import type { AreaOf } from '../../shared/workshop/ballots.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Run } from '../../shared/workshop/session.ts'
import type { Step } from '../../shared/workshop/step.ts'
import type { Member } from '../access/member.ts'
import { Refusal } from '../routes/route.ts'
import type { Batch } from '../storage/storage.ts'
import type { Row, WorkshopState } from './state.ts'
import { runOf } from './state.ts'

export interface CommandContext {
  readonly board: string
  /** Who asks; undefined when the server does, because time is up. */
  readonly me: Member | undefined
  /** As the commands before this one leave it. */
  readonly state: WorkshopState
  readonly now: number
  readonly newId: () => string
  /** The agenda as it is now. */
  readonly steps: () => readonly Step[]
  /** Members of the board by id, removed ones too. */
  readonly members: () => ReadonlyMap<string, Member>
  /** Looks at a canvas as it is on disk. */
  readonly look: <T>(canvas: string, read: (document: BoardDocument) => T) => T | undefined
  /** What lies in the drafts of a round, as it is on disk. */
  readonly drafts: (round: string) => readonly DraftNote[]
  /** From 0 to below 1. */
  readonly random: () => number
  /** What can be voted on a canvas, and in which area it lies. */
  readonly areaOf: (canvas: string) => AreaOf
}

/** What a command comes to. All of it is one commit. */
export interface Change {
  readonly rows: readonly Row[]
  /** What else is written, of other kinds. */
  readonly entries?: Batch
  /** What the server writes on a canvas. Such a command is committed alone. */
  readonly canvas?: { readonly id: string; readonly write: (document: BoardDocument) => void }
  /** What the caller is told, and is told again when the command is sent once more. */
  readonly answer?: Readonly<Record<string, unknown>>
}

export interface WorkshopCommand<Body = never> {
  readonly summary: string
  /** The least that may ask. */
  readonly floor: Role
  readonly body: z.ZodObject
  /** Throws a Refusal; then nothing was changed. */
  run(context: CommandContext, body: Body): Change
  /** What only the caller may know: told after the commit, kept nowhere, and asked anew when the command is sent once more. */
  tell?(context: CommandContext, body: Body): Readonly<Record<string, unknown>>
}

/** Gives a command its types: the body is what the schema says. */
export const command = <S extends z.ZodObject>(
  definition: Omit<WorkshopCommand, 'run' | 'tell' | 'body'> & {
    readonly body: S
    run(context: CommandContext, body: z.infer<S>): Change
    tell?(context: CommandContext, body: z.infer<S>): Readonly<Record<string, unknown>>
  },
): WorkshopCommand => definition

/** What runs, if it is what the caller saw; nothing runs where they saw 0. */
export function runSeen({ state }: CommandContext, seq: number): Run | undefined {
  const run = runOf(state)
  if ((run?.seq ?? 0) === seq) return run
  throw new Refusal(409, 'stale', 'The session has moved on since you looked. What runs now stands beside.', {
    run: run ?? null,
  })
}

/** What runs and was seen; refused where nothing runs. */
export function theRun(context: CommandContext, seq: number): Run {
  const run = runSeen(context, seq)
  if (run) return run
  throw new Refusal(409, 'noStep', 'No step runs at the moment.')
}
