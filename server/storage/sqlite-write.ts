/** What each kind of entry does to the tables. */
import { checksum, addDoc, findDoc, setDoc, theDoc } from './sqlite-docs.ts'
import { pack } from './sqlite-snapshot.ts'
import type { Sql } from './sqlite-file.ts'
import type { Entry } from './storage.ts'
import { KEPT, StorageError } from './storage.ts'

type Kind = Entry['kind']
type Writes = { readonly [K in Kind]: (sql: Sql, entry: Extract<Entry, { kind: K }>) => void }

const wrong = (message: string): StorageError => new StorageError(message, { full: false })

/** Puts the bytes where the snapshot is; the caller says in the row of the document what they stand for. */
function putSnapshot(sql: Sql, doc: number, name: string, sequence: number, data: Uint8Array): number {
  const packed = pack(data)
  sql.run('INSERT INTO snapshots VALUES (?, ?) ON CONFLICT (doc) DO UPDATE SET data = excluded.data', doc, packed)
  return checksum(name, sequence, packed)
}

const WRITES: Writes = {
  board: (sql, { board }) =>
    sql.run(
      `INSERT INTO boards (id, title, created_at, deleted_at, used_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET title = excluded.title, created_at = excluded.created_at,
       deleted_at = excluded.deleted_at, used_at = excluded.used_at`,
      board.id,
      board.title,
      board.createdAt,
      board.deletedAt,
      board.usedAt,
    ),
  changeBoard: (sql, { board, change: { title, deletedAt, usedAt } }) =>
    sql.run(
      `UPDATE boards SET title = coalesce(?, title), used_at = coalesce(?, used_at),
       deleted_at = iif(?, ?, deleted_at) WHERE id = ?`,
      title ?? null,
      usedAt ?? null,
      deletedAt === undefined ? 0 : 1,
      deletedAt ?? null,
      board,
    ),
  link: (sql, { link }) =>
    sql.run(
      `INSERT INTO links (id, board, hash, kind, person, role, label, created_at, expires_at, revoked_at, replaced)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET board = excluded.board, hash = excluded.hash, kind = excluded.kind, person = excluded.person,
       role = excluded.role, label = excluded.label, created_at = excluded.created_at,
       expires_at = excluded.expires_at, revoked_at = excluded.revoked_at, replaced = excluded.replaced`,
      link.id,
      link.board,
      link.hash,
      link.kind,
      link.person,
      link.role,
      link.label,
      link.createdAt,
      link.expiresAt,
      link.revokedAt,
      link.isReplaced ? 1 : 0,
    ),
  person: (sql, { person }) =>
    sql.run(
      `INSERT INTO people (id, board, name, color, role, owner, link, joined_at, removed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (board, id) DO UPDATE
       SET name = excluded.name, color = excluded.color, role = excluded.role, owner = excluded.owner,
       link = excluded.link, joined_at = excluded.joined_at, removed_at = excluded.removed_at`,
      person.id,
      person.board,
      person.name,
      person.color,
      person.role,
      person.owner ? 1 : 0,
      person.link,
      person.joinedAt,
      person.removedAt,
    ),
  session: (sql, { session }) => {
    sql.run('DELETE FROM sessions WHERE seen_at < ?', session.seenAt - KEPT.sessionMs)
    sql.run(
      `INSERT INTO sessions VALUES (?, ?, ?) ON CONFLICT (hash) DO UPDATE
       SET created_at = excluded.created_at, seen_at = excluded.seen_at`,
      session.hash,
      session.createdAt,
      session.seenAt,
    )
    sql.run('DELETE FROM members WHERE session = ?', session.hash)
    for (const [board, person] of Object.entries(session.people))
      sql.run('INSERT INTO members VALUES (?, ?, ?)', session.hash, board, person)
  },
  endSession: (sql, { hash }) => sql.run('DELETE FROM sessions WHERE hash = ?', hash),
  ticket: (sql, { ticket }) => {
    sql.run('DELETE FROM tickets WHERE made_at < ?', ticket.madeAt - KEPT.ticketMs)
    sql.run(
      `INSERT INTO tickets VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE
       SET board = excluded.board, person = excluded.person, room = excluded.room, made_at = excluded.made_at`,
      ticket.hash,
      ticket.board,
      ticket.person,
      ticket.room,
      ticket.madeAt,
    )
  },
  endTicket: (sql, { hash }) => sql.run('DELETE FROM tickets WHERE hash = ?', hash),
  endTickets: (sql, { board, person }) =>
    sql.run('DELETE FROM tickets WHERE board = ? AND person = coalesce(?, person)', board, person ?? null),

  document: (sql, { name, epoch, schema }) => {
    const doc = findDoc(sql, name)
    if (doc) setDoc(sql, doc, { epoch, schema })
    else addDoc(sql, name, epoch, schema)
  },
  update: (sql, { doc: name, sequence, at, data }) => {
    const doc = theDoc(sql, name)
    if (sequence !== doc.head + 1) throw wrong(`Row ${sequence} of ${name} cannot follow row ${doc.head}.`)
    sql.run('INSERT INTO updates VALUES (?, ?, ?, ?, ?)', doc.id, sequence, at, data, checksum(name, sequence, data))
    setDoc(sql, doc, { head: sequence })
  },
  client: (sql, { doc, client, person }) =>
    sql.run('INSERT INTO clients VALUES (?, ?, ?) ON CONFLICT DO NOTHING', theDoc(sql, doc).id, client, person),
  maker: (sql, { doc, record, person }) =>
    sql.run('INSERT INTO makers VALUES (?, ?, ?) ON CONFLICT DO NOTHING', theDoc(sql, doc).id, record, person),
  bin: (sql, { doc, record, at }) => {
    const { id } = theDoc(sql, doc)
    if (at === null) sql.run('DELETE FROM binned WHERE doc = ? AND record = ?', id, record)
    else
      sql.run(
        'INSERT INTO binned VALUES (?, ?, ?) ON CONFLICT (doc, record) DO UPDATE SET at = excluded.at',
        id,
        record,
        at,
      )
  },
  snapshot: (sql, { doc: name, sequence, data, healed }) => {
    const doc = theDoc(sql, name)
    if (sequence < doc.base || sequence > doc.head)
      throw wrong(`${name} has no row ${sequence} to fold into a snapshot.`)
    const snapshotCrc = putSnapshot(sql, doc.id, name, sequence, data)
    sql.run('DELETE FROM updates WHERE doc = ? AND seq <= ?', doc.id, sequence)
    setDoc(sql, doc, { base: sequence, snapshotCrc, damaged: doc.damaged && !healed })
  },
  renew: (sql, { doc: name, epoch, data }) => {
    const doc = theDoc(sql, name)
    const snapshotCrc = putSnapshot(sql, doc.id, name, doc.head, data)
    sql.run('DELETE FROM updates WHERE doc = ?', doc.id)
    sql.run('DELETE FROM clients WHERE doc = ?', doc.id)
    setDoc(sql, doc, { epoch, base: doc.head, snapshotCrc, damaged: false })
  },
  endDocument: (sql, { name }) => sql.run('DELETE FROM docs WHERE name = ?', name),
  version: (sql, { version }) => {
    const doc = theDoc(sql, version.doc)
    sql.run(
      `INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET doc = excluded.doc,
       at = excluded.at, person = excluded.person, reason = excluded.reason, content = excluded.content`,
      version.id,
      doc.id,
      version.at,
      version.person,
      version.reason,
      version.content,
    )
    sql.run(
      `DELETE FROM versions WHERE rowid IN
       (SELECT rowid FROM versions WHERE doc = ? ORDER BY at DESC, rowid DESC LIMIT -1 OFFSET ?)`,
      doc.id,
      KEPT.versions,
    )
  },

  answer: (sql, { board, key, at, answer }) => {
    sql.run('DELETE FROM answers WHERE at < ?', at - KEPT.answerMs)
    sql.run('INSERT INTO answers VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', board, key, at, answer)
  },
  workshop: (sql, { board, part, key, value }) =>
    value === null
      ? sql.run('DELETE FROM workshop WHERE board = ? AND part = ? AND key = ?', board, part, key)
      : sql.run(
          `INSERT INTO workshop SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM boards WHERE id = ?)
           ON CONFLICT (board, part, key) DO UPDATE SET value = excluded.value`,
          board,
          part,
          key,
          value,
          board,
        ),
  image: (sql, { image }) =>
    sql.run(
      `INSERT INTO images SELECT ?, ?, ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM boards WHERE id = ?)
       ON CONFLICT (board, hash) DO UPDATE SET type = excluded.type,
       width = excluded.width, height = excluded.height, at = excluded.at, bytes = excluded.bytes`,
      image.board,
      image.hash,
      image.type,
      image.width,
      image.height,
      image.at,
      image.bytes,
      image.board,
    ),
  wantImage: (sql, { board, hash, at }) =>
    sql.run('UPDATE images SET at = max(at, ?) WHERE board = ? AND hash = ?', at, board, hash),
  endImage: (sql, { board, hash, at }) =>
    sql.run('DELETE FROM images WHERE board = ? AND hash = ? AND at <= ?', board, hash, at),
  operator: (sql, { operator }) =>
    sql.run(
      `INSERT INTO operators VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
       SET hash = excluded.hash, label = excluded.label, created_at = excluded.created_at`,
      operator.id,
      operator.hash,
      operator.label,
      operator.createdAt,
    ),
  endOperator: (sql, { id }) => sql.run('DELETE FROM operators WHERE id = ?', id),
  retention: (sql, { days }) =>
    days === null
      ? sql.run('DELETE FROM retention')
      : sql.run('INSERT INTO retention VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET days = excluded.days', days),
  purge: (sql, { board, deletedBy }) => {
    const isStill = sql.get('SELECT 1 FROM boards WHERE id = ? AND deleted_at <= ?', board, deletedBy ?? 0)
    if (deletedBy !== undefined && !isStill) return
    for (const table of ['docs', 'links', 'people', 'members', 'tickets', 'answers', 'workshop', 'images'])
      sql.run(`DELETE FROM ${table} WHERE board = ?`, board)
    sql.run('DELETE FROM boards WHERE id = ?', board)
  },
  probe: (sql, { at }) =>
    sql.run('INSERT INTO probe VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at', at),
}

export function write<K extends Kind>(sql: Sql, entry: Extract<Entry, { kind: K }>): void {
  const statement: (sql: Sql, entry: Extract<Entry, { kind: K }>) => void = WRITES[entry.kind]
  statement(sql, entry)
}
