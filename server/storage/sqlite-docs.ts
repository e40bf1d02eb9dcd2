/** The row of a document: its epoch, where its log stands, and a checksum over that. */
import { crc32 } from 'node:zlib'
import type { Sql } from './sqlite-file.ts'
import { StorageError, boardOf } from './storage.ts'

export interface DocRow {
  readonly id: number
  readonly name: string
  readonly epoch: number
  readonly schema: number
  /** Sequence of the snapshot; 0 before there is one. */
  readonly base: number
  /** Sequence of the last row. */
  readonly head: number
  /** Null: no snapshot. */
  readonly snapshotCrc: number | null
  readonly damaged: boolean
}

/** Bound to its place as well: a whole row in the wrong document, or at another sequence, is damage too. */
export const checksum = (doc: string, sequence: number, data: Uint8Array): number =>
  crc32(data, crc32(`${doc}#${sequence}`))

const seal = (doc: DocRow): number =>
  crc32([doc.id, doc.name, doc.epoch, doc.schema, doc.base, doc.head, doc.snapshotCrc, doc.damaged].join(' '))

/** A number that our writers can have put there, else 0. */
export function whole(value: unknown): number {
  const number = Number(value)
  return typeof value === 'bigint' && Number.isSafeInteger(number) && number >= 0 ? number : 0
}

/** The row as it is; one whose checksum fails is told as damaged. */
export function findDoc(sql: Sql, name: string): DocRow | undefined {
  const row = sql.get('SELECT * FROM docs WHERE name = ?', name)
  if (!row) return undefined
  const doc: DocRow = {
    id: whole(row['id']),
    name,
    epoch: whole(row['epoch']),
    schema: whole(row['schema']),
    base: whole(row['base']),
    head: whole(row['head']),
    snapshotCrc: row['snapshot_crc'] === null ? null : whole(row['snapshot_crc']),
    damaged: whole(row['damaged']) !== 0,
  }
  return whole(row['crc']) === seal(doc) ? doc : { ...doc, damaged: true }
}

/** The document that an entry is about. */
export function theDoc(sql: Sql, name: string): DocRow {
  const doc = findDoc(sql, name)
  if (!doc) throw new StorageError(`There is no document ${name}.`, { full: false })
  return doc
}

export function addDoc(sql: Sql, name: string, epoch: number, schema: number): void {
  sql.run(
    'INSERT INTO docs (name, board, epoch, schema, base, head, damaged, crc) VALUES (?, ?, ?, ?, 0, 0, 0, 0)',
    name,
    boardOf(name),
    epoch,
    schema,
  )
  setDoc(sql, theDoc(sql, name), { damaged: false })
}

export function setDoc(sql: Sql, doc: DocRow, change: Partial<Omit<DocRow, 'id' | 'name'>>): void {
  const next = { ...doc, ...change }
  sql.run(
    'UPDATE docs SET epoch = ?, schema = ?, base = ?, head = ?, snapshot_crc = ?, damaged = ?, crc = ? WHERE id = ?',
    next.epoch,
    next.schema,
    next.base,
    next.head,
    next.snapshotCrc,
    next.damaged ? 1 : 0,
    seal(next),
    next.id,
  )
}
