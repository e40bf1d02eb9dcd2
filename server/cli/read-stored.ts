/** Looks into a document as it is on disk. */
import type { BoardDocument } from '../../shared/wire/document.ts'
import { applyUpdates, createDocument } from '../../shared/wire/document.ts'
import type { StoredDocument } from '../storage/storage.ts'

export function readStored<T>(stored: StoredDocument, look: (document: BoardDocument) => T): T {
  const document = createDocument()
  try {
    applyUpdates(document, stored.updates, 'read')
    return look(document)
  } finally {
    document.destroy()
  }
}
