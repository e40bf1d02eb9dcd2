/** What the tables say, as the contract's values. Nothing here writes. */
import { isImageType } from '../../shared/canvas/image-file.ts'
import { isInk, isRole } from '../../shared/workshop/roles.ts'
import type { DocRow } from './sqlite-docs.ts'
import { checksum, findDoc, whole } from './sqlite-docs.ts'
import { unpack } from './sqlite-snapshot.ts'
import type { Row, Sql } from './sqlite-file.ts'
import { isLinkKind } from './storage.ts'
import type {
  ImageFacts,
  StoredBoard,
  StoredDocument,
  StoredImage,
  StoredLink,
  StoredOperator,
  StoredPerson,
  StoredSession,
  StoredTicket,
  StoredVersion,
  WorkshopPart,
} from './storage.ts'

const text = (row: Row, column: string): string => String(row[column])
const number = (row: Row, column: string): number => Number(row[column])
const numberOrNull = (row: Row, column: string): number | null => (row[column] === null ? null : Number(row[column]))

const toBoard = (row: Row): StoredBoard => ({
  id: text(row, 'id'),
  title: text(row, 'title'),
  createdAt: number(row, 'created_at'),
  deletedAt: numberOrNull(row, 'deleted_at'),
  usedAt: number(row, 'used_at'),
})

export function board(sql: Sql, id: string): StoredBoard | undefined {
  const row = sql.get('SELECT * FROM boards WHERE id = ?', id)
  return row && toBoard(row)
}

export const boards = (sql: Sql): readonly StoredBoard[] =>
  sql.all('SELECT * FROM boards ORDER BY created_at, id').map(toBoard)

/** A role or a kind that is none opens nothing: the row is as good as gone. */
function toLink(row: Row): StoredLink[] {
  const { role, kind, person } = row
  if (!isRole(role) || !isLinkKind(kind)) return []
  return [
    {
      id: text(row, 'id'),
      board: text(row, 'board'),
      hash: text(row, 'hash'),
      kind,
      person: person === null ? null : String(person),
      role,
      label: text(row, 'label'),
      createdAt: number(row, 'created_at'),
      expiresAt: numberOrNull(row, 'expires_at'),
      revokedAt: numberOrNull(row, 'revoked_at'),
      isReplaced: number(row, 'replaced') !== 0,
    },
  ]
}

export const linkByHash = (sql: Sql, board: string, hash: string): StoredLink | undefined =>
  sql.all('SELECT * FROM links WHERE board = ? AND hash = ?', board, hash).flatMap(toLink)[0]

export const links = (sql: Sql, board: string): readonly StoredLink[] =>
  sql.all('SELECT * FROM links WHERE board = ? ORDER BY created_at, id', board).flatMap(toLink)

function toPerson(row: Row): StoredPerson[] {
  const { role, color } = row
  if (!isRole(role) || !isInk(color)) return []
  return [
    {
      id: text(row, 'id'),
      board: text(row, 'board'),
      name: text(row, 'name'),
      color,
      role,
      owner: number(row, 'owner') !== 0,
      link: text(row, 'link'),
      joinedAt: number(row, 'joined_at'),
      removedAt: numberOrNull(row, 'removed_at'),
    },
  ]
}

export const people = (sql: Sql, board: string): readonly StoredPerson[] =>
  sql.all('SELECT * FROM people WHERE board = ? ORDER BY joined_at, id', board).flatMap(toPerson)

export function session(sql: Sql, hash: string): StoredSession | undefined {
  const row = sql.get('SELECT * FROM sessions WHERE hash = ?', hash)
  if (!row) return undefined
  const members = sql.all('SELECT board, person FROM members WHERE session = ?', hash)
  return {
    hash,
    createdAt: number(row, 'created_at'),
    seenAt: number(row, 'seen_at'),
    people: Object.fromEntries(members.map(member => [text(member, 'board'), text(member, 'person')])),
  }
}

export function ticket(sql: Sql, hash: string): StoredTicket | undefined {
  const row = sql.get('SELECT * FROM tickets WHERE hash = ?', hash)
  if (!row) return undefined
  return {
    hash,
    board: text(row, 'board'),
    person: text(row, 'person'),
    room: row['room'] === null ? null : text(row, 'room'),
    madeAt: number(row, 'made_at'),
  }
}

export function answer(sql: Sql, board: string, key: string): string | undefined {
  const row = sql.get('SELECT answer FROM answers WHERE board = ? AND key = ?', board, key)
  return row && text(row, 'answer')
}

export const workshop = (sql: Sql, board: string, part: WorkshopPart): ReadonlyMap<string, string> => {
  const rows = sql.all('SELECT key, value FROM workshop WHERE board = ? AND part = ? ORDER BY key', board, part)
  return new Map(rows.map(row => [text(row, 'key'), text(row, 'value')]))
}

/** A row of another type than our own are is as good as gone: nothing is shown under a type that we do not know. */
function toImage(row: Row): ImageFacts[] {
  const { type } = row
  if (!isImageType(type)) return []
  return [
    {
      board: text(row, 'board'),
      hash: text(row, 'hash'),
      type,
      width: number(row, 'width'),
      height: number(row, 'height'),
      at: number(row, 'at'),
      size: number(row, 'size'),
    },
  ]
}

const FACTS = 'board, hash, type, width, height, at, length(bytes) AS size'

export const images = (sql: Sql, board: string): readonly ImageFacts[] =>
  sql.all(`SELECT ${FACTS} FROM images WHERE board = ? ORDER BY hash`, board).flatMap(toImage)

export function image(sql: Sql, board: string, hash: string): StoredImage | undefined {
  const row = sql.get(`SELECT ${FACTS}, bytes FROM images WHERE board = ? AND hash = ?`, board, hash)
  const bytes = row?.['bytes']
  const [found] = row ? toImage(row) : []
  if (!found || !(bytes instanceof Uint8Array)) return undefined
  const { size: _size, ...facts } = found
  return { ...facts, bytes }
}

export const operators = (sql: Sql): readonly StoredOperator[] =>
  sql.all('SELECT * FROM operators ORDER BY created_at, id').map(row => ({
    id: text(row, 'id'),
    hash: text(row, 'hash'),
    label: text(row, 'label'),
    createdAt: number(row, 'created_at'),
  }))

export function retention(sql: Sql): number | null {
  const row = sql.get('SELECT days FROM retention')
  return row ? number(row, 'days') : null
}

export const documents = (sql: Sql, board: string): readonly string[] =>
  sql.all('SELECT name FROM docs WHERE board = ? ORDER BY name', board).map(row => text(row, 'name'))

export function versions(sql: Sql, name: string): readonly StoredVersion[] {
  const rows = sql.all(
    'SELECT v.* FROM versions v JOIN docs d ON d.id = v.doc WHERE d.name = ? ORDER BY v.at, v.rowid',
    name,
  )
  return rows.map(row => ({
    id: text(row, 'id'),
    doc: name,
    at: number(row, 'at'),
    person: text(row, 'person'),
    reason: text(row, 'reason'),
    content: text(row, 'content'),
  }))
}

/** A document as far as it can be believed. */
export interface Reading {
  readonly doc: DocRow
  readonly stored: StoredDocument
  /** Row ids of log rows that failed. */
  readonly badRows: readonly number[]
  readonly isSnapshotBad: boolean
  /** The row of the document does not know yet how bad it is. */
  readonly isNews: boolean
}

interface Log {
  readonly good: readonly Uint8Array[]
  readonly badRows: readonly number[]
  readonly last: number
  readonly isWhole: boolean
}

function readLog(sql: Sql, doc: DocRow): Log {
  const good: Uint8Array[] = []
  const badRows: number[] = []
  let last = doc.base
  let isWhole = true
  for (const row of sql.all('SELECT rowid, seq, data, crc FROM updates WHERE doc = ? ORDER BY seq', doc.id)) {
    const sequence = whole(row['seq'])
    const data = row['data']
    if (sequence !== last + 1) isWhole = false
    last = Math.max(last, sequence)
    if (data instanceof Uint8Array && checksum(doc.name, sequence, data) === whole(row['crc'])) good.push(data)
    else badRows.push(number(row, 'rowid'))
  }
  return { good, badRows, last, isWhole: isWhole && badRows.length === 0 && last === doc.head }
}

function readSnapshot(sql: Sql, doc: DocRow): Uint8Array | 'bad' | undefined {
  const data = sql.get('SELECT data FROM snapshots WHERE doc = ?', doc.id)?.['data']
  if (data === undefined && doc.snapshotCrc === null) return undefined
  if (!(data instanceof Uint8Array) || checksum(doc.name, doc.base, data) !== doc.snapshotCrc) return 'bad'
  return unpack(data)
}

const owners = (sql: Sql, table: 'clients' | 'makers' | 'binned', doc: DocRow): readonly Row[] =>
  sql.all(`SELECT * FROM ${table} WHERE doc = ?`, doc.id)

/** Reads all of a document and checks every row of it. */
export function readDocument(sql: Sql, name: string): Reading | undefined {
  const doc = findDoc(sql, name)
  if (!doc) return undefined
  const snapshot = readSnapshot(sql, doc)
  const log = readLog(sql, doc)
  const isSnapshotBad = snapshot === 'bad'
  const sequence = Math.max(doc.head, log.last)
  const damaged = doc.damaged || isSnapshotBad || !log.isWhole
  return {
    doc,
    badRows: log.badRows,
    isSnapshotBad,
    isNews: isSnapshotBad || log.badRows.length > 0 || sequence !== doc.head || damaged !== doc.damaged,
    stored: {
      name,
      epoch: doc.epoch,
      schema: doc.schema,
      sequence,
      updates: snapshot instanceof Uint8Array ? [snapshot, ...log.good] : log.good,
      damaged,
      logRows: log.good.length,
      logBytes: log.good.reduce((sum, data) => sum + data.length, 0),
      clients: new Map(owners(sql, 'clients', doc).map(row => [number(row, 'client'), text(row, 'person')])),
      makers: new Map(owners(sql, 'makers', doc).map(row => [text(row, 'record'), text(row, 'person')])),
      binned: new Map(owners(sql, 'binned', doc).map(row => [text(row, 'record'), number(row, 'at')])),
    },
  }
}
