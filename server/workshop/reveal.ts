/** The reveal: notes of a private round come onto the canvas in one commit with the rows that say so; all or none, and never twice. */
import { z } from 'zod'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { DraftNote, RevealedNote } from '../../shared/workshop/drafts.ts'
import { revealNotes, writeRevealed } from '../../shared/workshop/drafts.ts'
import type { Reveal, Round } from '../../shared/workshop/session.ts'
import { canvasName } from '../rooms/names.ts'
import { Refusal } from '../routes/route.ts'
import type { Batch } from '../storage/storage.ts'
import type { Change, CommandContext } from './command.ts'
import { command } from './command.ts'
import { privateRound, revealedKey, waitingIn } from './drafts.ts'
import { closeRound } from './rounds.ts'
import type { Row } from './state.ts'
import { NOW } from './state.ts'

const ROUND = z.string().min(1).max(64)

interface Chosen {
  readonly all?: true | undefined
  readonly block?: Area | undefined
  readonly person?: string | undefined
}

function roundAsked({ state }: CommandContext, id: string): Round {
  const round = privateRound(state, id)
  if (!round) throw new Refusal(404, 'noRound', 'There is no such private round.')
  return round
}

function reveal(context: CommandContext, round: Round, chosen: Chosen): Change {
  const waiting = waitingIn(context.state, round, context.drafts(round.id))
  const notes = waiting.filter(note => isChosen(note, chosen))
  const isOver = chosen.all === true && round.state !== 'revealed'
  const isTurn = chosen.person !== undefined
  if (notes.length === 0 && !isOver && !isTurn) return { rows: [], answer: { revealed: 0 } }
  keepRoom(context, round, notes.length)
  const revealed = revealNotes(notes, { ...context, names: round.names })
  return {
    rows: [
      ...revealed.map(({ from }): Row => ({
        part: 'draft',
        key: revealedKey(round, from),
        value: { isRevealed: true },
      })),
      ...rowsOfRound(context, round, { isOver }),
      ...notOfThisStep(context, revealed),
      { part: 'reveal', key: NOW, value: lastReveal(context, round, chosen, notes.length) },
    ],
    entries: round.names === 'never' ? [] : makers(context, round, revealed),
    ...(notes.length > 0 && { canvas: { id: round.canvas, write: document => writeRevealed(document, revealed) } }),
    answer: { revealed: notes.length },
  }
}

const isChosen = (note: DraftNote, { all, block, person }: Chosen): boolean =>
  all === true || note.area === block || note.person === person

function keepRoom({ look }: CommandContext, round: Round, count: number): void {
  const there = look(round.canvas, document => openCanvas(document).notes.size) ?? 0
  if (there + count > LIMITS.notes)
    throw new Refusal(
      409,
      'full',
      `A canvas holds ${LIMITS.notes} notes; these do not fit any more. Reveal block by block.`,
    )
}

function rowsOfRound({ state, now }: CommandContext, round: Round, { isOver }: { isOver: boolean }): readonly Row[] {
  const row = state.draft.get(round.id)
  const over: Round = { ...round, state: 'revealed', closedAt: round.closedAt ?? now }
  return [
    ...(row && 'rights' in row ? [{ part: 'draft', key: round.id, value: { ...row, revealedAt: now } } as const] : []),
    ...(isOver ? [{ part: 'round', key: round.id, value: over } as const] : []),
  ]
}

/** What was written in private was written before. */
function notOfThisStep({ state }: CommandContext, revealed: readonly RevealedNote[]): readonly Row[] {
  const before = state.before.get(NOW)
  return before ? [{ part: 'before', key: NOW, value: [...before, ...revealed.map(({ id }) => id)] }] : []
}

const lastReveal = ({ now }: CommandContext, round: Round, { person }: Chosen, notes: number): Reveal => ({
  ...{ round: round.id, person: person ?? null, notes, at: now },
})

const makers = ({ board }: CommandContext, round: Round, revealed: readonly RevealedNote[]): Batch =>
  revealed.map(({ id, from: { person } }) => ({
    ...{ kind: 'maker', doc: canvasName(board, round.canvas), record: `notes/${id}`, person },
  }))

/** What came into the drafts while they were being revealed, before they go. */
export function revealRest(context: CommandContext, id: string): Change {
  const round = privateRound(context.state, id)
  return round?.state === 'revealed' ? reveal(context, round, { all: true }) : { rows: [] }
}

/** Drafts go with the rows that say what of them was revealed: with those alone it would be revealed again. */
export const endDrafts = ({ state }: CommandContext, id: string, drafts: readonly string[]): Change => ({
  entries: drafts.map(name => ({ kind: 'endDocument', name })),
  rows: [...state.draft.keys()]
    .filter(key => key.startsWith(`${id}/`))
    .map((key): Row => ({ part: 'draft', key, value: null })),
})

export const draftCommands = {
  'round.reveal': command({
    summary:
      'Shows everybody the notes of a private round: `all` of them, which ends it, those of a `block`, or those of a `person`, whose turn it then is.',
    floor: 'facilitator',
    body: z.object({
      round: ROUND,
      all: z.literal(true).optional(),
      block: z.enum(AREAS).optional(),
      person: z.string().min(1).max(64).optional(),
    }),
    run(context, { round: id, ...chosen }) {
      const round = roundAsked(context, id)
      if (Object.values(chosen).filter(each => each !== undefined).length !== 1)
        throw new Refusal(400, 'badRequest', 'Say one of `all`, `block` and `person`.')
      if (chosen.person !== undefined && round.names === 'never')
        throw new Refusal(
          409,
          'noNames',
          'Nobody knows whose notes these are, so they are shown by block or all at once.',
        )
      if (chosen.person !== undefined && !context.members().has(chosen.person))
        throw new Refusal(404, 'noPerson', 'There is no such person.')
      return reveal(context, round, chosen)
    },
  }),
  'round.close': command({
    summary: 'Ends the writing of a private round; what lies in the drafts can still be revealed.',
    floor: 'facilitator',
    body: z.object({ round: ROUND }),
    run: (context, { round }) => ({ rows: closeRound(roundAsked(context, round).id, context) }),
  }),
} as const
