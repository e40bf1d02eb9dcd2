/** The tables of the SQLite file, and the steps that bring an older file up to them. */
import type { DatabaseSync } from 'node:sqlite'
import { rollBack } from './sqlite-node.ts'
import { StorageError } from './storage.ts'

/** "Nona", in the header of the file: a file that says something else is not ours. */
const APPLICATION = 0x4e6f6e61

/**
 * One step per released shape of the file; `user_version` counts those that were taken. A released step never changes.
 * `docs.head` is the last row's sequence and `docs.base` that of the snapshot, so that a lost row is noticed.
 * A snapshot has a table of its own because SQLite writes a whole row again when one column of it changes.
 */
export const STEPS: readonly string[] = [
  `
  CREATE TABLE boards (id TEXT PRIMARY KEY, title TEXT NOT NULL, created_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;
  CREATE TABLE links (
    id TEXT PRIMARY KEY, board TEXT NOT NULL, hash TEXT NOT NULL, role TEXT NOT NULL, label TEXT NOT NULL,
    created_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER
  ) STRICT;
  CREATE INDEX links_by_hash ON links (board, hash);
  CREATE TABLE people (
    id TEXT NOT NULL, board TEXT NOT NULL, name TEXT NOT NULL, color TEXT NOT NULL, role TEXT NOT NULL,
    link TEXT NOT NULL, joined_at INTEGER NOT NULL, removed_at INTEGER, PRIMARY KEY (board, id)
  ) STRICT;
  CREATE TABLE sessions (hash TEXT PRIMARY KEY, created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL) STRICT;
  CREATE INDEX sessions_by_time ON sessions (seen_at);
  CREATE TABLE members (
    session TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE, board TEXT NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (session, board)
  ) STRICT;
  CREATE INDEX members_by_board ON members (board);
  CREATE TABLE tickets (
    hash TEXT PRIMARY KEY, board TEXT NOT NULL, person TEXT NOT NULL, room TEXT, made_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX tickets_by_time ON tickets (made_at);
  CREATE TABLE answers (
    board TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (board, key)
  ) STRICT;
  CREATE INDEX answers_by_time ON answers (at);
  CREATE TABLE docs (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, board TEXT NOT NULL, epoch INTEGER NOT NULL,
    schema INTEGER NOT NULL, base INTEGER NOT NULL, head INTEGER NOT NULL, snapshot_crc INTEGER,
    damaged INTEGER NOT NULL, crc INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX docs_by_board ON docs (board);
  CREATE TABLE snapshots (doc INTEGER PRIMARY KEY REFERENCES docs ON DELETE CASCADE, data BLOB NOT NULL) STRICT;
  CREATE TABLE updates (
    doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    data BLOB NOT NULL, crc INTEGER NOT NULL, PRIMARY KEY (doc, seq)
  ) STRICT;
  CREATE TABLE clients (
    doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, client INTEGER NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (doc, client)
  ) STRICT;
  CREATE TABLE makers (
    doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, record TEXT NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (doc, record)
  ) STRICT;
  CREATE TABLE binned (
    doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, record TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (doc, record)
  ) STRICT;
  CREATE TABLE versions (
    id TEXT PRIMARY KEY, doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, at INTEGER NOT NULL,
    person TEXT NOT NULL, reason TEXT NOT NULL, content TEXT NOT NULL
  ) STRICT;
  CREATE INDEX versions_by_doc ON versions (doc, at);
  CREATE TABLE quarantine (
    doc INTEGER NOT NULL REFERENCES docs ON DELETE CASCADE, seq INTEGER NOT NULL, data BLOB, crc INTEGER
  ) STRICT;
  CREATE INDEX quarantine_by_doc ON quarantine (doc);
  CREATE TABLE probe (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT;
  `,
  // Of a board made before, nobody knows when it was last used: it counts as used today.
  `
  ALTER TABLE boards ADD COLUMN used_at INTEGER NOT NULL DEFAULT 0;
  UPDATE boards SET used_at = unixepoch() / 86400 * 86400000;
  ALTER TABLE links ADD COLUMN kind TEXT NOT NULL DEFAULT 'shared';
  ALTER TABLE links ADD COLUMN person TEXT;
  ALTER TABLE links ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE people ADD COLUMN owner INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE operators (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL, label TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE retention (id INTEGER PRIMARY KEY CHECK (id = 1), days INTEGER NOT NULL) STRICT;
  `,
  `
  CREATE TABLE images (
    board TEXT NOT NULL, hash TEXT NOT NULL, type TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    at INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (board, hash)
  ) STRICT;
  `,
  `
  CREATE TABLE workshop (
    board TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (board, part, key)
  ) STRICT;
  `,
]

const pragma = (db: DatabaseSync, name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name]

/** The file has the newest shape, so that opening it changes nothing. */
export const isCurrent = (db: DatabaseSync): boolean => Number(pragma(db, 'user_version')) === STEPS.length

/** Brings the file to the newest shape, one transaction a step. A file of a newer Nonagon, or of another program, is refused. */
export function migrate(db: DatabaseSync, steps: readonly string[] = STEPS): void {
  const taken = Number(pragma(db, 'user_version'))
  const owner = Number(pragma(db, 'application_id'))
  const isNew = taken === 0 && owner === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
  if (!isNew && owner !== APPLICATION) throw new StorageError('This file was not written by Nonagon.', { full: false })
  if (taken > steps.length) throw new StorageError('This file was written by a newer Nonagon.', { full: false })
  for (const [index, step] of steps.entries()) {
    if (index < taken) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(step)
      db.exec(`PRAGMA user_version = ${index + 1}; PRAGMA application_id = ${APPLICATION}; COMMIT`)
    } catch (error) {
      rollBack(db)
      throw error
    }
  }
}

/** All our tables, those before that others refer to. */
export function tablesOf(db: DatabaseSync): readonly string[] {
  const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").all()
  return names.map(row => String(row['name'])).filter(name => !name.startsWith('sqlite_'))
}
