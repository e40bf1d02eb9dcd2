/** Judges every write that people send: whose client ids, whose records, what role and step allow. It changes nothing itself. */
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import type { Change, Inspection } from '../../shared/wire/inspect.ts'
import { inspect } from '../../shared/wire/inspect.ts'
import { clientsIn, valueIn } from '../../shared/wire/inspect-live.ts'
import type { CloseCode, RefusalReason } from '../../shared/wire/messages.ts'
import { CLOSE } from '../../shared/wire/messages.ts'
import type { DocumentSchema, RootRule } from '../../shared/wire/schema.ts'
import { fieldRule } from '../../shared/wire/schema.ts'
import { UPDATE_BYTES } from '../../shared/wire/sizes.ts'
import type { Right, Rights } from '../../shared/workshop/rights.ts'
import { allows, ROLE_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { SERVER_PERSON } from './edit.ts'

/** What the gate knows of a document. The maps are to hold what earlier verdicts of the same tick claimed and made. */
export interface GateRoom {
  readonly document: BoardDocument
  readonly schema: DocumentSchema
  /** Yjs client id → person. */
  readonly clients: ReadonlyMap<number, string>
  /** `<root>/<record>` → person who made it first. */
  readonly makers: ReadonlyMap<string, string>
  /** Something was lost here: a step2 may bring back what others wrote. */
  readonly healing: boolean
  /** Only a client's word says that something was lost: ids known to be another's stay theirs. */
  readonly isDoubted?: boolean
}

export interface GatePeer {
  readonly person: string
  readonly role: Role
  /** Role ∩ step, as they hold at this moment. */
  readonly rights: Rights
  /** The server's own writes: form and schema are looked at, rights are not. */
  readonly isServer?: boolean
}

export interface Refused {
  readonly kind: 'refused'
  readonly code: CloseCode
  readonly reason: RefusalReason
  readonly right?: Right
  /** What was not known, for logs. */
  readonly why?: string
}

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'accepted'
      readonly changes: readonly Change[]
      /** Client ids that are this person's from now on. */
      readonly claims: readonly number[]
      /** `<root>/<record>` of records that this person made first. In healing only those that name no other author. */
      readonly made: readonly string[]
      /** `<root>/<record>` of what was written to without effect; '' where nobody can tell which record it was. */
      readonly gone: readonly string[]
    }
  | Refused

/** Bytes of a step2 that heals. */
const HEALING = 16 * 1024 * 1024
/** Tabs that one person can have written in before they come back. Each id weighs on every later join. */
const MAX_CLAIMS = 256

const refused = (reason: RefusalReason, more: Pick<Refused, 'right' | 'why'> = {}): Refused => ({
  kind: 'refused',
  code: reason === 'malformed' ? CLOSE.malformed : reason === 'tooBig' ? CLOSE.tooBig : CLOSE.refused,
  reason,
  ...more,
})

/** One question: who asks, about what, and whether an earlier state of the document is being brought back. */
interface Question {
  readonly room: GateRoom
  readonly peer: GatePeer
  readonly rights: Rights
  readonly heals: boolean
}

/** A frame is taken or refused as a whole. To be asked inside the room's transaction, in the order of arrival. */
export function judge(frame: Update, room: GateRoom, peer: GatePeer, { step2 }: { readonly step2: boolean }): Verdict {
  const heals = room.healing && step2
  if (frame.length > (heals ? HEALING : UPDATE_BYTES.large)) return refused('tooBig')
  const inspection = inspect(frame, room.document, room.schema)
  switch (inspection.kind) {
    case 'nothing':
    case 'gap':
      return inspection
    case 'unknown':
      return refused('unknown', { why: inspection.why })
    case 'changes':
      if (!step2 && frame.length > UPDATE_BYTES.ordinary && !inspection.recordsComeOrGo) return refused('tooBig')
      // What others wrote before it was lost, they wrote under the rights of then.
      return judgeChanges(inspection, { room, peer, heals, rights: heals ? ROLE_RIGHTS[peer.role] : peer.rights })
    default:
      return refused(inspection.kind)
  }
}

type Changes = Extract<Inspection, { kind: 'changes' }>

function judgeChanges({ changes, clients, gone }: Changes, question: Question): Verdict {
  if (question.peer.isServer) return { kind: 'accepted', changes, claims: [], made: [], gone }
  if (changes.length === 0 && !mayWrite(question)) return refused('role')
  const claims = claimsOf(clients, question)
  if ('kind' in claims) return claims
  for (const change of changes) {
    const fault = faultOf(change, question)
    if (fault) return fault
  }
  return { kind: 'accepted', changes, claims, made: madeBy(changes, question), gone }
}

/** Does this role write in such a document at all? What comes to nothing needs no right, and still leaves a trace. */
function mayWrite({ room, peer, rights }: Question): boolean {
  const holds = (right: Right): boolean => rights[right] !== 'none' || ROLE_RIGHTS[peer.role][right] !== 'none'
  return Object.values(room.schema.roots).some(root => {
    if (root.by === 'server') return false
    return peer.role === 'facilitator' || (root.by === 'rights' && rightsOf(root).some(holds))
  })
}

const rightsOf = (root: RootRule): readonly Right[] => [
  ...(root.add ? [root.add] : []),
  ...Object.values({ ...root.members, ...root.fields }).map(rule => rule.right),
]

/** Client ids are mine or nobody's. While healing, others' are let through, and nobody's stay so. */
function claimsOf(clients: readonly number[], { room, peer, heals }: Question): readonly number[] | Refused {
  if (heals && !room.isDoubted) return []
  const claims: number[] = []
  for (const client of clients) {
    const owner = client === room.document.clientID ? SERVER_PERSON : room.clients.get(client)
    if (owner === undefined) claims.push(client)
    else if (owner !== peer.person) return refused('foreignClient')
  }
  if (heals) return []
  return claims.length > MAX_CLAIMS ? refused('tooMany') : claims
}

function madeBy(changes: readonly Change[], { room, peer, heals }: Question): readonly string[] {
  const made: string[] = []
  for (const change of changes) {
    // A key may have been there and have no maker: made and deleted away from the line, it never lived here.
    if (!('fields' in change) || room.makers.has(nameOf(change))) continue
    if (!heals || (change.fields.get('author') ?? peer.person) === peer.person) made.push(nameOf(change))
  }
  return made
}

const nameOf = ({ root, record }: Pick<Change, 'root' | 'record'>): string => `${root}/${record}`

// Rights ----------------------------------------------------------------------------------------------------------------

function faultOf(change: Change, question: Question): Refused | undefined {
  const { room, peer } = question
  const root = room.schema.roots[change.root]
  if (!root || root.by === 'server') return refused('role')
  if (root.by === 'facilitators' && peer.role !== 'facilitator') return refused('role')
  const fault = question.heals ? undefined : (serverFieldFault(change, root) ?? authorFault(change, root, question))
  return fault ?? (peer.role === 'facilitator' ? undefined : rightFault(change, root, question))
}

function serverFieldFault(change: Change, root: RootRule): Refused | undefined {
  const written = 'fields' in change ? [...change.fields.keys()] : 'field' in change ? [change.field] : []
  const isServers = (field: string): boolean => {
    const rule = fieldRule(root, field)
    return rule?.kind === 'value' && rule.by === 'server'
  }
  return written.some(isServers) ? refused('role') : undefined
}

/** An author is who made the record first, and never changes. Where none is written the server writes it. */
function authorFault(change: Change, root: RootRule, { room, peer }: Question): Refused | undefined {
  if (!Object.hasOwn(root.fields, 'author')) return undefined
  const maker = room.makers.get(nameOf(change))
  const foreign = refused('foreignAuthor')
  switch (change.kind) {
    case 'add':
    case 'restore': {
      const author = change.fields.get('author')
      return author === undefined || author === (maker ?? peer.person) ? undefined : foreign
    }
    case 'set':
      return change.field !== 'author' || change.value === maker ? undefined : foreign
    case 'clear':
      return change.field === 'author' ? foreign : undefined
    default:
      return undefined
  }
}

function rightFault(change: Change, root: RootRule, question: Question): Refused | undefined {
  const maker = question.room.makers.get(nameOf(change))
  const isMine = isOwn(change, root, question)
  switch (change.kind) {
    case 'add':
    case 'restore':
      if (maker === undefined || maker === question.peer.person) return lacking(root.add, { mine: true }, question)
      // A key that was somebody else's: like taking it out of the bin, and writing each of its fields.
      return (
        lacking(removalRight(root), { mine: false }, question) ??
        firstOf(change.fields.keys(), field => lacking(fieldRule(root, field)?.right, { mine: false }, question))
      )
    case 'delete':
      return removalFault(change, root, isMine, question)
    default:
      if (change.field === 'bin' && root.kind === 'collection') return removalFault(change, root, isMine, question)
      return lacking(fieldRule(root, change.field)?.right, { mine: isMine }, question)
  }
}

const removalRight = (root: RootRule): Right | undefined => fieldRule(root, 'bin')?.right ?? root.add

/** Taking away, or bringing back, what I made and nobody else changed belongs to adding. */
function removalFault(change: Change, root: RootRule, isMine: boolean, question: Question): Refused | undefined {
  const fault = lacking(removalRight(root), { mine: isMine }, question)
  if (!fault || question.room.makers.get(nameOf(change)) !== question.peer.person) return fault
  const mayAsMaker = isUntouched(change, question) && !lacking(root.add, { mine: true }, question)
  return mayAsMaker ? undefined : fault
}

/** Nothing that lives in the record is of another person. What the server stamped does not count. */
function isUntouched({ root, record }: Change, { room, peer }: Question): boolean {
  for (const client of clientsIn(room.document, root, record)) {
    const owner = room.clients.get(client) ?? SERVER_PERSON
    if (owner !== peer.person && owner !== SERVER_PERSON) return false
  }
  return true
}

/** Made by this person, or tied to what they made: a link is also theirs who made one of its ends. */
function isOwn(change: Change, root: RootRule, { room, peer }: Question): boolean {
  if (room.makers.get(nameOf(change)) === peer.person) return true
  return Object.entries(root.ends ?? {}).some(([field, home]) => {
    const end = valueIn(room.document, change.root, change.record, field)
    return typeof end === 'string' && room.makers.get(nameOf({ root: home, record: end })) === peer.person
  })
}

function lacking(right: Right | undefined, record: { mine: boolean }, { peer, rights }: Question): Refused | undefined {
  if (right === undefined) return refused('role')
  if (allows(rights, right, record)) return undefined
  if (rights[right] === 'own') return refused('notYours', { right })
  return refused(ROLE_RIGHTS[peer.role][right] === 'none' ? 'role' : 'step', { right })
}

function firstOf<T, R>(items: Iterable<T>, find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
