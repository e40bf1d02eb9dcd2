/** Who I am at a board and which documents it has: asked of the server, and kept so that the board opens offline. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import { isInk, isRole } from '../../shared/workshop/roles.ts'
import type { Person } from '../editor/board.ts'
import type { Device } from './device.ts'
import type { Timers } from './timers.ts'

export interface Membership {
  readonly board: string
  readonly title: string
  readonly me: Person
  /** Mine to delete, and to take back. */
  readonly owner: boolean
  /** Name under `/sync/`, and the present life of the document. */
  readonly documents: readonly { readonly name: string; readonly epoch: number }[]
}

export type MembershipAnswer =
  | { readonly kind: 'member'; readonly membership: Membership }
  /** No such board, or nothing of ours there: the two are told apart for nobody. */
  | { readonly kind: 'stranger' }
  /** A facilitator has to let us in first. */
  | { readonly kind: 'waiting' }
  /** Can be taken back until `goneAt` (ms), by an owner. */
  | { readonly kind: 'deleted'; readonly goneAt: number; readonly owner: boolean }
  | { readonly kind: 'unreachable' }

export interface Asking {
  readonly origin: string
  readonly fetch: typeof fetch
}

export async function askMembership(board: string, { origin, fetch }: Asking): Promise<MembershipAnswer> {
  try {
    const answer = await fetch(`${origin}/api/boards/${board}`, { credentials: 'same-origin' })
    if (answer.status === 404 || answer.status === 401) return { kind: 'stranger' }
    if (answer.status === 410) return readDeleted(await answer.json())
    if (!answer.ok) return { kind: 'unreachable' }
    const json: unknown = await answer.json()
    if (asFields(asFields(json)['me'])['waiting'] === true) return { kind: 'waiting' }
    const membership = readMembership(json)
    return membership ? { kind: 'member', membership } : { kind: 'unreachable' }
  } catch {
    return { kind: 'unreachable' }
  }
}

/** A server that does not answer by then is not waited for where this device knows who I am. */
const PATIENCE_MS = 1_500

/** Asks the server, and falls back on what this device knows. Should that be wrong by now, the board's lines close and say so. */
export async function findMembership(
  board: string,
  asking: Asking & { readonly device: Device; readonly timers: Timers },
): Promise<MembershipAnswer> {
  const kept = keptMembership(asking.device, board)
  const asked = askMembership(board, asking)
  if (!kept) return asked
  let stop: Unsubscribe = () => undefined
  const late = new Promise<MembershipAnswer>(resolve => {
    stop = asking.timers.after(PATIENCE_MS, () => resolve({ kind: 'unreachable' }))
  })
  const answer = await Promise.race([asked, late])
  stop()
  return answer.kind === 'unreachable' ? { kind: 'member', membership: kept } : answer
}

const KEPT = 'me'

export const keptMembership = (device: Device, board: string): Membership | undefined =>
  readMembership(device.read(board, KEPT))

export const keepMembership = (device: Device, membership: Membership): void =>
  device.keep(membership.board, KEPT, membership)

export const dropMembership = (device: Device, board: string): void => device.drop(board, KEPT)

type Fields = Readonly<Record<string, unknown>>
const asFields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

function readMembership(value: unknown): Membership | undefined {
  const { board, title, me, owner, documents } = asFields(value)
  const person = readMe(me)
  if (typeof board !== 'string' || !person || !Array.isArray(documents)) return undefined
  return {
    board,
    // The server says it of me, this device of the board.
    owner: owner === true || asFields(me)['owner'] === true,
    title: typeof title === 'string' ? title : '',
    me: person,
    documents: documents
      .map(asFields)
      .flatMap(({ name, epoch }) => (typeof name === 'string' && typeof epoch === 'number' ? { name, epoch } : [])),
  }
}

function readDeleted(value: unknown): MembershipAnswer {
  const { goneAt, owner } = asFields(value)
  return { kind: 'deleted', goneAt: typeof goneAt === 'number' ? goneAt : 0, owner: owner === true }
}

function readMe(value: unknown): Person | undefined {
  const { id, name, color, role } = asFields(value)
  return typeof id === 'string' && typeof name === 'string' && isInk(color) && isRole(role)
    ? { id, name, color, role }
    : undefined
}
