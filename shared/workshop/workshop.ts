/**
 * The workshop document as everyone reads it: who ever joined, which canvases there are, the agenda, and what happens in the
 * session. Facilitators write agenda and settings, the server all else.
 */
import * as Y from 'yjs'
import type { Collection, ReadRecord } from '../base/collection.ts'
import { isRecord, openCollection } from '../base/collection.ts'
import type { Watchable } from '../base/observable.ts'
import { openRegister } from '../base/register.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { Ink, Role } from './roles.ts'
import { isInk, isRole } from './roles.ts'
import type { Ran, Results, Round, Session } from './session.ts'
import { isBring, isControl, isMoment, isRan, isResults, isReveal, isRound, isRun } from './session.ts'
import type { Step } from './step.ts'
import { readStep } from './step.ts'

/** Somebody who joined, present or not. */
export interface Joined {
  readonly id: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
  /** Until a facilitator admits them. */
  readonly waiting?: true
  /** Until a facilitator lets them write again. */
  readonly muted?: true
}

/** One canvas of the board; `epoch` is the present life of its document. */
export interface ListedCanvas {
  readonly id: string
  readonly title: string
  readonly epoch: number
}

export interface Settings {
  /** Who joins waits until a facilitator admits them. */
  readonly lobby: boolean
  /** Everybody sees who has not written or voted yet, not only facilitators. */
  readonly silentShown: boolean
}

/** Records of a session know their own id. */
type Known<T> = T & { readonly id: string }

export interface Workshop {
  readonly document: BoardDocument
  readonly people: Collection<Joined>
  readonly canvases: Collection<ListedCanvas>
  /** By id; `inOrder` sorts them. */
  readonly steps: Collection<Step>
  readonly settings: Watchable<Settings>
  readonly session: Watchable<Session>
  /** By run. */
  readonly ran: Collection<Ran>
  readonly rounds: Collection<Round>
  /** By round. */
  readonly results: Collection<Known<Results>>
}

const STANDINGS = ['waiting', 'muted'] as const

function readPerson(id: string, record: Y.Map<unknown>): Joined | undefined {
  const name = record.get('name')
  const color = record.get('color')
  const role = record.get('role')
  if (typeof name !== 'string' || !isInk(color) || !isRole(role)) return undefined
  const standing = Object.fromEntries(STANDINGS.filter(key => record.get(key) === true).map(key => [key, true]))
  return { id, name, color, role, ...standing }
}

function readCanvas(id: string, record: Y.Map<unknown>): ListedCanvas | undefined {
  const title = record.get('title')
  const epoch = record.get('epoch')
  return typeof title === 'string' && typeof epoch === 'number' ? { id, title, epoch } : undefined
}

const readSettings = (root: Y.Map<unknown>): Settings => ({
  lobby: root.get('lobby') === true,
  silentShown: root.get('silentShown') === true,
})

function readSession(root: Y.Map<unknown>): Session {
  const [run, ended, control, bring, reveal] = ['run', 'ended', 'control', 'bring', 'reveal'].map(key => root.get(key))
  return {
    ...(isRun(run) && { run }),
    ...(isMoment(ended) && { ended }),
    ...(isControl(control) && { control }),
    ...(isBring(bring) && { bring }),
    ...(isReveal(reveal) && { reveal }),
  }
}

const readShown =
  <T extends { readonly id: string }>(is: (value: unknown) => value is T): ReadRecord<T> =>
  (id, record) => {
    const value: unknown = { ...record.toJSON(), id }
    return is(value) ? value : undefined
  }

function readResults(id: string, record: Y.Map<unknown>): Known<Results> | undefined {
  const value: unknown = { ...record.toJSON(), round: id }
  return isResults(value) ? { ...value, id } : undefined
}

/** Opens the view. Cheap to keep: it lives as long as the document. */
export const openWorkshop = (document: BoardDocument): Workshop => ({
  document,
  people: openCollection(document.getMap('people'), readPerson),
  canvases: openCollection(document.getMap('canvases'), readCanvas),
  steps: openCollection(document.getMap('steps'), readStep),
  settings: openRegister(document.getMap('settings'), readSettings),
  session: openRegister(document.getMap('session'), readSession),
  ran: openCollection(document.getMap('ran'), readShown(isRan)),
  rounds: openCollection(document.getMap('rounds'), readShown(isRound)),
  results: openCollection(document.getMap('results'), readResults),
})

// Writing, inside a transaction -------------------------------------------------------------------------------------

/** Shows a person, or what changed about them. For the server. */
export const writePerson = (
  document: BoardDocument,
  { id, name, color, role }: Pick<Joined, 'id' | 'name' | 'color' | 'role'>,
): void => writeRecord(document, 'people', id, { name, color, role })

/** Shows what facilitators decided of a person who is shown already. For the server. */
export function writeStanding(
  document: BoardDocument,
  person: string,
  key: (typeof STANDINGS)[number],
  isSo: boolean,
): void {
  const record = document.getMap('people').get(person)
  if (!isRecord(record) || (record.get(key) === true) === isSo) return
  if (isSo) record.set(key, true)
  else record.delete(key)
}

/** Lists a canvas, or what changed about it. For the server. */
export const writeCanvas = (document: BoardDocument, { id, ...fields }: ListedCanvas): void =>
  writeRecord(document, 'canvases', id, fields)

/** Roots of what the server shows of a session, besides the session itself. */
export type ShownRoot = 'ran' | 'rounds' | 'results'

/** Shows a record, or what changed about it; null takes it away. For the server. */
export function writeShown(document: BoardDocument, root: ShownRoot, id: string, value: object | null): void {
  if (value) writeRecord(document, root, id, { ...value })
  else if (document.getMap(root).has(id)) document.getMap(root).delete(id)
}

/** Shows a value of the session; null takes it away. For the server. */
export function writeSession(document: BoardDocument, key: keyof Session, value: unknown): void {
  const session = document.getMap<unknown>('session')
  if (value === null) {
    if (session.has(key)) session.delete(key)
  } else if (!isSame(session.get(key), value)) session.set(key, value)
}

/** Puts a step into the agenda, or changes what differs of it. */
export const writeStep = (document: BoardDocument, { id, ...fields }: Step): void =>
  writeRecord(document, 'steps', id, { ...fields })

/** Takes steps out of the agenda. What runs of them goes on. */
export function removeSteps(document: BoardDocument, ids: readonly string[]): void {
  const steps = document.getMap('steps')
  for (const id of ids) if (steps.has(id)) steps.delete(id)
}

export function writeSetting(document: BoardDocument, key: keyof Settings, value: boolean): void {
  const settings = document.getMap<unknown>('settings')
  if ((settings.get(key) === true) !== value) settings.set(key, value)
}

function writeRecord(
  document: BoardDocument,
  root: 'people' | 'canvases' | 'steps' | ShownRoot,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const records = document.getMap<unknown>(root)
  const known = records.get(id)
  const record = isRecord(known) ? known : new Y.Map<unknown>()
  if (record !== known) records.set(id, record)
  for (const [field, value] of Object.entries(fields)) if (!isSame(record.get(field), value)) record.set(field, value)
}

/** Plain values, written by ourselves with their keys in one order. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
