/** The offline copy of a document: one IndexedDB database for each board, document, person, epoch and generation. */
import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { applyUpdates, encodeState, onUpdate } from '../../shared/wire/document.ts'

export interface Copy {
  /** Keeps nothing more. What is kept stays. */
  close(): Promise<void>
}

export interface Copies {
  /**
   * Brings what is kept under this name into the document, and keeps all that happens in it from now on. Resolves when
   * the document holds it. `isWanted` is asked when another tab deletes the database: if so, it is written anew.
   */
  open(name: string, document: BoardDocument, isWanted: () => boolean): Promise<Copy>
  remove(name: string): Promise<void>
}

const PROBE = 'nonagon/probe'

/** Copies in this browser, or undefined where it keeps none (private mode, storage switched off). */
export async function browserCopies(): Promise<Copies | undefined> {
  try {
    await new Promise((resolve, reject) => {
      const request = indexedDB.open(PROBE)
      request.onerror = () => reject(new Error('IndexedDB does not open here.'))
      request.onsuccess = () => {
        request.result.close()
        resolve(undefined)
      }
    })
  } catch {
    return undefined
  }
  return { open: openIndexed, remove: async name => void (await clearDocument(name)) }
}

/**
 * A tab that deletes a database closes it under every other tab that has it open: the next edit there would throw out
 * of the update event. So the loss is noticed at once, and the copy is written again from the document.
 */
async function openIndexed(name: string, document: BoardDocument, isWanted: () => boolean): Promise<Copy> {
  let isClosed = false
  let persistence: IndexeddbPersistence | undefined
  const open = async () => {
    const opened = new IndexeddbPersistence(name, document)
    persistence = opened
    const database = await opened._db
    const lost = () => {
      void opened.destroy()
      if (!isClosed && isWanted()) void open()
    }
    database.addEventListener('versionchange', lost)
    database.addEventListener('close', lost)
    await opened.whenSynced
  }
  await open()
  return {
    close: async () => {
      isClosed = true
      await persistence?.destroy()
    },
  }
}

/** Copies that live as long as this object: for tests, and for devices that keep nothing. */
export function memoryCopies(): Copies {
  const kept = new Map<string, Update[]>()
  return {
    open: async (name, document) => {
      const updates = kept.get(name) ?? []
      kept.set(name, updates)
      const before = encodeState(document)
      applyUpdates(document, updates, kept)
      updates.push(before)
      const close = onUpdate(document, update => updates.push(update))
      return { close: async () => close() }
    },
    remove: async name => void kept.delete(name),
  }
}
