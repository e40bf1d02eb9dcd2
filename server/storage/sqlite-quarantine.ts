/** Takes what is damaged out of a document's way. Its bytes are kept: someone may still make sense of them. */
import { setDoc } from './sqlite-docs.ts'
import type { Sql } from './sqlite-file.ts'
import type { Reading } from './sqlite-read.ts'

/** Inside a transaction. From then on the document is known as damaged, until a snapshot says that it is healed. */
export function quarantine(sql: Sql, { doc, stored, badRows, isSnapshotBad }: Reading): void {
  for (const row of badRows) {
    sql.run('INSERT INTO quarantine SELECT doc, seq, data, crc FROM updates WHERE rowid = ?', row)
    sql.run('DELETE FROM updates WHERE rowid = ?', row)
  }
  if (isSnapshotBad) {
    sql.run(
      'INSERT INTO quarantine SELECT doc, ?, data, ? FROM snapshots WHERE doc = ?',
      doc.base,
      doc.snapshotCrc,
      doc.id,
    )
    sql.run('DELETE FROM snapshots WHERE doc = ?', doc.id)
  }
  setDoc(sql, doc, {
    head: stored.sequence,
    snapshotCrc: isSnapshotBad ? null : doc.snapshotCrc,
    damaged: true,
  })
}
