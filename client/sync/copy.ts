/** The offline copy of a document, whatever keeps it: `indexed-copy.ts` in a browser, memory where nothing else is to be had. */
import * as Y from 'yjs'
import type { BoardDocument, Update } from '../../shared/wire/document.ts'
import { encodeState, onUpdate } from '../../shared/wire/document.ts'

export interface Copy {
  /** Keeps nothing more. What is kept stays. */
  close(): void
}

export interface CopyOptions {
  /** Another tab deleted the copy: is it to be written anew? */
  readonly isWanted: () => boolean
  /** From now on this device does not keep what happens. */
  readonly failed: () => void
}

export interface Copies {
  /**
   * Brings what is kept under this name into the document, and keeps all that happens in it from now on. Resolves when
   * the document holds it.
   */
  open(name: string, document: BoardDocument, options: CopyOptions): Promise<Copy>
  remove(name: string): Promise<void>
}

/** As from afar: nothing of it counts as a change of this tab. */
export function load(document: BoardDocument, updates: Iterable<Update>, origin: unknown): void {
  const apply = () => {
    for (const update of updates) Y.applyUpdate(document, update, origin)
  }
  Y.transact(document, apply, origin, false)
}

/** Copies that live as long as this object: for tests, and for devices that keep nothing. */
export function memoryCopies(): Copies {
  const kept = new Map<string, Update[]>()
  return {
    open: async (name, document) => {
      const updates = kept.get(name) ?? []
      const before = encodeState(document)
      load(document, updates, kept)
      kept.set(name, updates)
      updates.push(before)
      const close = onUpdate(document, update => updates.push(update))
      return { close }
    },
    remove: async name => void kept.delete(name),
  }
}
