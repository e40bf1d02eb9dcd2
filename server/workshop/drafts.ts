/** Drafts of private rounds: whose they are, what may be written in them and how long, what lies in them, and when they go. */
import type { Area } from '../../shared/canvas/blocks.ts'
import { draftNotes } from '../../shared/workshop/drafts.ts'
import type { DraftNote } from '../../shared/workshop/drafts.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights, NO_RIGHTS, RIGHTS } from '../../shared/workshop/rights.ts'
import { atLeast } from '../../shared/workshop/roles.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Member } from '../access/member.ts'
import { GRACE_MS } from '../access/member.ts'
import { draftName, parseDocumentName } from '../rooms/names.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Standing } from '../rooms/turn.ts'
import type { Storage } from '../storage/storage.ts'
import type { RoundHooks } from './rounds.ts'
import type { WorkshopState } from './state.ts'
import { NOW } from './state.ts'

/** So long the drafts of a revealed round are kept, for what came late. */
export const DRAFTS_KEPT_MS = 24 * 60 * 60 * 1000

export const draftHooks: RoundHooks = {
  opened: (round, plan) => [{ part: 'draft', key: round.id, value: { rights: ownOf(plan.rights), revealedAt: null } }],
  closed: () => [],
}

/** In a draft everything is its owner's. */
const ownOf = (rights: Rights): Rights =>
  Object.fromEntries(RIGHTS.map(right => [right, rights[right] === 'none' ? 'none' : 'own'])) as Rights

export function privateRound(state: WorkshopState, id: string): Round | undefined {
  const round = state.round.get(id)
  return round?.kind === 'private' ? round : undefined
}

const rowOf = (state: WorkshopState, round: string) => {
  const row = state.draft.get(round)
  return row && 'rights' in row ? row : undefined
}

/** When notes of the round were last revealed; null: never. */
const revealedAt = (state: WorkshopState, round: string): number | null => rowOf(state, round)?.revealedAt ?? null

/** As what somebody is judged in their draft: nobody is a facilitator there, and nothing is taken when the round is over. */
export function standingInDraft(state: WorkshopState, id: string, member: Member, now: number): Standing {
  const round = privateRound(state, id)
  // Where drafts go with the reveal nothing may come after it.
  const graceMs = round?.state === 'revealed' && round.names === 'never' ? 0 : GRACE_MS
  const isTaking = round && (round.state === 'open' || now < (round.closedAt ?? 0) + graceMs)
  const { role } = member.person
  if (!isTaking || !mayWriteDrafts(member)) return { role: 'participant', rights: NO_RIGHTS }
  const step = role === 'facilitator' ? undefined : rowOf(state, id)?.rights
  return { role: 'participant', rights: ownOf(effectiveRights('participant', step)) }
}

/** Who may come into a draft of this round, and whether one is made for who has none. */
export function draftAsked(state: WorkshopState, id: string, member: Member): 'open' | 'kept' | undefined {
  const round = privateRound(state, id)
  if (!round || !mayWriteDrafts(member)) return undefined
  return round.state === 'open' ? 'open' : 'kept'
}

// What lies in them ---------------------------------------------------------------------------------------------------

/** Names of the drafts of a round. */
export const draftsOf = (storage: Storage, board: string, round: string): readonly string[] =>
  storage.documents(board).filter(name => name.startsWith(draftName(board, round, '')))

const ownerOf = (name: string): string => {
  const parsed = parseDocumentName(name)
  return parsed?.kind === 'draft' ? parsed.person : ''
}

/** Reads the drafts of a round; each is read anew only when something was written in it. */
export class DraftReader {
  readonly #storage: Storage
  readonly #rooms: () => Rooms
  readonly #known = new Map<string, { readonly sequence: number; readonly notes: readonly DraftNote[] }>()

  constructor(storage: Storage, rooms: () => Rooms) {
    this.#storage = storage
    this.#rooms = rooms
  }

  notes(board: string, round: string): readonly DraftNote[] {
    return draftsOf(this.#storage, board, round).flatMap(name => this.#read(name))
  }

  forget(names: readonly string[]): void {
    for (const name of names) this.#known.delete(name)
  }

  #read(name: string): readonly DraftNote[] {
    const sequence = this.#rooms().open(name)?.document.sequence
    const known = this.#known.get(name)
    if (sequence === undefined) return []
    if (known?.sequence === sequence) return known.notes
    const notes = this.#rooms().read(name, document => draftNotes(document, ownerOf(name))) ?? []
    this.#known.set(name, { sequence, notes })
    return notes
  }
}

/** Where a row says that a note was revealed. Where names are never stored it names nobody. */
export const revealedKey = (round: Round, { person, id }: Pick<DraftNote, 'person' | 'id'>): string =>
  round.names === 'never' ? `${round.id}/${id}` : `${round.id}/${person}/${id}`

export const waitingIn = (state: WorkshopState, round: Round, notes: readonly DraftNote[]): readonly DraftNote[] =>
  notes.filter(note => !state.draft.has(revealedKey(round, note)))

export const keepsMarks = (state: WorkshopState, round: string): boolean =>
  [...state.draft.keys()].some(key => key.startsWith(`${round}/`))

/** The private round of the running step, else the last one. */
export function roundInMind(state: WorkshopState): Round | undefined {
  const running = privateRound(state, state.run.get(NOW)?.round ?? '')
  const last = [...state.round.values()]
    .filter(({ kind }) => kind === 'private')
    .reduce<Round | undefined>((a, b) => (a && a.openedAt > b.openedAt ? a : b), undefined)
  return running ?? last
}

export const mayWriteDrafts = (member: Member): boolean =>
  !member.isRemoved && atLeast(member.person.role, 'participant')

/** What everybody may know of a private round. */
export interface DraftProgress {
  readonly round: string
  /** People who have written, of those who may. */
  readonly done: number
  readonly of: number
  readonly blocks: Readonly<Partial<Record<Area, number>>>
  /** Only where names are shown: elsewhere how much somebody wrote would say whose the notes are. */
  readonly people?: Readonly<Record<string, number>>
}

export function progressIn(round: Round, waiting: readonly DraftNote[], of: number): DraftProgress {
  const people = counted(waiting, ({ person }) => person)
  return {
    round: round.id,
    done: Object.keys(people).length,
    of: Math.max(of, Object.keys(people).length),
    blocks: counted(waiting, ({ area }) => area),
    ...(round.names === 'shown' && { people }),
  }
}

export function counted<K extends string, N>(notes: readonly N[], by: (note: N) => K): Readonly<Record<K, number>> {
  const counts = new Map<K, number>()
  for (const note of notes) counts.set(by(note), (counts.get(by(note)) ?? 0) + 1)
  return Object.fromEntries(counts) as Record<K, number>
}

// Their end -----------------------------------------------------------------------------------------------------------

/** Rounds whose drafts are to go: those revealed a day ago, or at all where names are never stored. */
export const roundsOver = (state: WorkshopState, now: number): readonly Round[] =>
  [...state.round.values()].filter(round => {
    const at = revealedAt(state, round.id)
    if (round.kind !== 'private' || round.state !== 'revealed' || at === null) return false
    return round.names === 'never' || now >= at + DRAFTS_KEPT_MS
  })
