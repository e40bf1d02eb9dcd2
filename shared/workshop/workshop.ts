/** The workshop document as everyone reads it: who ever joined, and which canvases the board has. Only the server writes it. */
import * as Y from 'yjs'
import type { Collection } from '../base/collection.ts'
import { isRecord, openCollection } from '../base/collection.ts'
import type { BoardDocument } from '../wire/document.ts'
import type { Ink, Role } from './roles.ts'
import { isInk, isRole } from './roles.ts'

/** Somebody who joined, present or not. */
export interface Joined {
  readonly id: string
  readonly name: string
  readonly color: Ink
  readonly role: Role
}

/** One canvas of the board; `epoch` is the present life of its document. */
export interface ListedCanvas {
  readonly id: string
  readonly title: string
  readonly epoch: number
}

export interface Workshop {
  readonly document: BoardDocument
  readonly people: Collection<Joined>
  readonly canvases: Collection<ListedCanvas>
}

function readPerson(id: string, record: Y.Map<unknown>): Joined | undefined {
  const name = record.get('name')
  const color = record.get('color')
  const role = record.get('role')
  return typeof name === 'string' && isInk(color) && isRole(role) ? { id, name, color, role } : undefined
}

function readCanvas(id: string, record: Y.Map<unknown>): ListedCanvas | undefined {
  const title = record.get('title')
  const epoch = record.get('epoch')
  return typeof title === 'string' && typeof epoch === 'number' ? { id, title, epoch } : undefined
}

/** Opens the view. Cheap to keep: it lives as long as the document. */
export const openWorkshop = (document: BoardDocument): Workshop => ({
  document,
  people: openCollection(document.getMap('people'), readPerson),
  canvases: openCollection(document.getMap('canvases'), readCanvas),
})

/** Shows a person, or what changed about them. For the server, inside a transaction. */
export const writePerson = (document: BoardDocument, { id, name, color, role }: Joined): void =>
  writeRecord(document, 'people', id, { name, color, role })

/** Lists a canvas, or what changed about it. For the server, inside a transaction. */
export const writeCanvas = (document: BoardDocument, { id, title, epoch }: ListedCanvas): void =>
  writeRecord(document, 'canvases', id, { title, epoch })

function writeRecord(
  document: BoardDocument,
  root: 'people' | 'canvases',
  id: string,
  fields: Readonly<Record<string, string | number>>,
): void {
  const records = document.getMap<unknown>(root)
  const known = records.get(id)
  const record = isRecord(known) ? known : new Y.Map<unknown>()
  if (record !== known) records.set(id, record)
  for (const [field, value] of Object.entries(fields)) if (record.get(field) !== value) record.set(field, value)
}
