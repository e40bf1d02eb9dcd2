/** What one tick does to one document: judges what waits in order of arrival, takes what may be, and gathers what is to be written and told. */
import type { Update } from '../../shared/wire/document.ts'
import { applyUpdates, onUpdate, transactTogether } from '../../shared/wire/document.ts'
import type { Change } from '../../shared/wire/inspect.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { DocumentSchema } from '../../shared/wire/schema.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import type { Member } from '../access/member.ts'
import type { Entry } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import { binChange } from './bin.ts'
import type { Live, RoomDocument } from './document.ts'
import type { Edit, EditOutcome } from './edit.ts'
import { scratchUpdate, SERVER_PERSON } from './edit.ts'
import type { Verdict } from './gate.ts'
import { judge } from './gate.ts'
import type { Frame, Peer } from './peer.ts'
import { stampRecords } from './stamp.ts'

/** Until it is on disk. */
export interface Turn {
  update: Update | undefined
  readonly entries: Entry[]
  /** What was written to: `notes/<id>`, or `about/title` in a register. */
  readonly changed: string[]
  /** Peers with frames that are done with when the commit is. */
  readonly served: Map<Peer, { count: number; since: number }>
  readonly refused: { readonly peer: Peer; readonly verdict: Extract<Verdict, { kind: 'refused' }> }[]
  readonly gone: { readonly peer: Peer; readonly records: readonly string[] }[]
  readonly outcomes: { readonly edit: Edit; readonly outcome: EditOutcome }[]
  /** The furthest row that somebody had seen who has now brought all they have. */
  filledTo: number
}

export const createTurn = (): Turn => ({
  update: undefined,
  entries: [],
  changed: [],
  served: new Map(),
  refused: [],
  gone: [],
  outcomes: [],
  filledTo: 0,
})

/** What a turn is taken in. */
export interface TurnRoom {
  readonly document: RoomDocument
  readonly schema: DocumentSchema
  readonly standing: (member: Member) => Standing
  readonly now: () => number
}

/** As what somebody is judged in a room at this moment. */
export interface Standing {
  readonly role: Role
  readonly rights: Rights
}

interface Work extends TurnRoom {
  readonly live: Live
  readonly turn: Turn
}

const TOO_BIG = { kind: 'refused', code: CLOSE.tooBig, reason: 'tooBig' } as const

/** While the document is quiet: frames that bring nothing new are done without waking it. Answers the rest. */
export function passQuietly(frames: readonly Frame[], document: RoomDocument, turn: Turn): readonly Frame[] {
  if (document.live) return frames
  const index = frames.findIndex(frame => !document.contains(frame.data))
  for (const frame of index < 0 ? frames : frames.slice(0, index)) pass(frame, turn)
  return index < 0 ? [] : frames.slice(index)
}

/** While storage fails nothing is taken: whoever brings something new keeps it and comes back. */
export function turnAway(frames: readonly Frame[], edits: readonly Edit[], document: RoomDocument, turn: Turn): void {
  for (const frame of frames) {
    if (document.contains(frame.data)) pass(frame, turn)
    else frame.peer.close(CLOSE.readOnly)
  }
  for (const edit of edits) edit.reject(new StorageError('Storage takes nothing at the moment.', { full: false }))
}

/** All of it in one transaction, which leaves one update: the row of this tick. */
export function write(frames: readonly Frame[], edits: readonly Edit[], room: TurnRoom, turn: Turn): void {
  const live = room.document.wake()
  const work = { ...room, live, turn }
  const updates: Update[] = []
  const forget = onUpdate(live.document, update => updates.push(update))
  try {
    transactTogether(live.document, room.document, () => {
      for (const frame of frames) judgeFrame(frame, work)
      for (const edit of edits) judgeEdit(edit, work)
    })
  } finally {
    forget()
  }
  const [update] = updates
  if (!update) return
  turn.update = update
  turn.entries.push(room.document.row(update, room.now()))
}

function judgeFrame(frame: Frame, work: Work): void {
  const { peer } = frame
  if (peer.isRefused || peer.member.isRemoved) return
  const verdict = work.document.isTooBig ? TOO_BIG : judgeAs(peer.member, frame.data, work, { step2: frame.step2 })
  switch (verdict.kind) {
    case 'nothing':
      return settle(frame, work)
    case 'gap':
      if (peer.hasSynced || frame.step2 || !peer.keep(frame)) peer.close(CLOSE.readOnly)
      return
    case 'refused':
      peer.isRefused = true
      work.turn.refused.push({ peer, verdict })
      return
    case 'accepted':
      take(verdict, peer.member, frame.data, work)
      if (verdict.gone.length > 0) work.turn.gone.push({ peer, records: verdict.gone })
      return settle(frame, work)
  }
}

function settle(frame: Frame, work: Work): void {
  pass(frame, work.turn)
  if (frame.step2) for (const kept of frame.peer.takeStash()) judgeFrame(kept, work)
}

function pass({ peer, at, step2 }: Frame, turn: Turn): void {
  const served = turn.served.get(peer) ?? { count: 0, since: at }
  served.count++
  turn.served.set(peer, served)
  if (!step2) return
  peer.hasSynced = true
  turn.filledTo = Math.max(turn.filledTo, peer.seen)
}

function judgeAs(member: Member, data: Update, work: Work, { step2 }: { readonly step2: boolean }): Verdict {
  const { document, live, schema } = work
  return judge(
    data,
    {
      document: live.document,
      schema,
      clients: live.clients,
      makers: live.makers,
      healing: document.isHealing,
      isDoubted: document.isDoubted,
    },
    { person: member.person.id, ...work.standing(member) },
    { step2 },
  )
}

/** Applies an accepted frame and remembers whose client ids and records it brought. */
function take(verdict: Extract<Verdict, { kind: 'accepted' }>, member: Member, data: Update, work: Work): void {
  const { document, live, turn } = work
  const person = member.person.id
  member.trace.acted(work.now())
  applyUpdates(live.document, [data], document)
  for (const client of verdict.claims) claim(client, person, work)
  for (const record of verdict.made) {
    if (live.makers.has(record)) continue
    live.makers.set(record, person)
    turn.entries.push({ kind: 'maker', doc: document.name, record, person })
  }
  // What came together happened at once: a bin sorts by this.
  const now = work.now()
  for (const change of verdict.changes) {
    turn.changed.push(subjectOf(change))
    followBin(change, now, work)
  }
  if (stampRecords(live.document, verdict.changes, { person, now })) claim(live.document.clientID, SERVER_PERSON, work)
}

const subjectOf = (change: Change): string =>
  `${change.root}/${change.record || ('field' in change ? change.field : '')}`

function claim(client: number, person: string, { document, live, turn }: Work): void {
  if (live.clients.has(client)) return
  live.clients.set(client, person)
  turn.entries.push({ kind: 'client', doc: document.name, client, person })
}

/** Remembers when a record went into the bin, which the document does not say. */
function followBin(change: Change, now: number, { document, live, turn }: Work): void {
  const at = binChange(change, now)
  const record = `${change.root}/${change.record}`
  if (at === undefined || (at === null && !live.binned.has(record))) return
  if (at === null) live.binned.delete(record)
  else live.binned.set(record, at)
  turn.entries.push({ kind: 'bin', doc: document.name, record, at })
}

/** An edit of the server's own, or one it makes for a person (PUT): judged like a frame of theirs. */
function judgeEdit(edit: Edit, work: Work): void {
  const { live, turn } = work
  if (edit.as === 'server') {
    edit.write(live.document)
    claim(live.document.clientID, SERVER_PERSON, work)
    for (const entry of edit.entries)
      if (entry.kind === 'maker' && entry.doc === work.document.name) live.makers.set(entry.record, entry.person)
    turn.entries.push(...edit.entries)
    turn.outcomes.push({ edit, outcome: { kind: 'done' } })
    return
  }
  const data = scratchUpdate(live.document, edit.write)
  const verdict = judgeAs(edit.as, data, work, { step2: true })
  if (verdict.kind === 'accepted') take(verdict, edit.as, data, work)
  const isDone = verdict.kind === 'accepted' || verdict.kind === 'nothing'
  if (isDone) turn.entries.push(...edit.entries)
  const outcome: EditOutcome = isDone
    ? { kind: 'done' }
    : { kind: 'refused', reason: verdict.kind === 'refused' ? verdict.reason : 'malformed' }
  turn.outcomes.push({ edit, outcome })
}
