/** A canvas with what one person writes for themselves laid upon it: two documents that read and are written as one. */
import type { Collection } from '../base/collection.ts'
import type { Unsubscribe } from '../base/observable.ts'
import { Signal } from '../base/observable.ts'
import type { Canvas } from './canvas.ts'
import type { History } from './history.ts'
import type { Note } from './records.ts'

export interface JoinedCanvas extends Canvas {
  /** Is this one of the notes that only their author sees? */
  isDraft(id: string): boolean
  close(): void
}

/**
 * New notes go into `draft` while `isTaking`; afterwards its notes are fixed. A draft note is left out as soon as the
 * canvas shows the same words at the same place: then it was revealed.
 */
export function joinCanvases(
  canvas: Canvas,
  draft: Canvas,
  { isTaking }: { readonly isTaking: () => boolean },
): JoinedCanvas {
  const revealed = new Set<string>()
  const isDraft = (id: string): boolean =>
    !revealed.has(id) && draft.notes.find(id) !== undefined && canvas.notes.find(id) === undefined
  const findRevealed = (changed: Iterable<string>): readonly string[] => {
    const seen = new Set([...changed].flatMap(id => signOf(canvas.notes.get(id))))
    const found = draft.notes.all().filter(note => !revealed.has(note.id) && signOf(note).some(sign => seen.has(sign)))
    for (const { id } of found) revealed.add(id)
    return found.map(({ id }) => id)
  }
  findRevealed(canvas.notes.all().map(({ id }) => id))
  const notes = joinNotes(canvas.notes, draft.notes, { isDraft, findRevealed })
  return {
    ...canvas,
    notes,
    homeOf: (root, id) => {
      if (root !== 'notes') return canvas.homeOf(root, id)
      if (isDraft(id)) return draft.document
      return canvas.document.getMap('notes').has(id) || !isTaking() ? canvas.document : draft.document
    },
    isFixed: id => isDraft(id) && !isTaking(),
    isDraft,
    close: notes.close,
  }
}

const signOf = (note: Note | undefined): readonly string[] =>
  note ? [JSON.stringify([note.text, ...note.place.slice(0, 3)])] : []

interface Joining {
  readonly isDraft: (id: string) => boolean
  /** Draft notes that these notes of the canvas reveal. */
  readonly findRevealed: (changed: Iterable<string>) => readonly string[]
}

function joinNotes(
  shared: Collection<Note>,
  draft: Collection<Note>,
  { isDraft, findRevealed }: Joining,
): Collection<Note> & { readonly close: () => void } {
  const changed = new Signal<ReadonlySet<string>>()
  let live: readonly Note[] | undefined
  let bin: readonly Note[] | undefined
  const tell = (ids: ReadonlySet<string>) => {
    live = undefined
    bin = undefined
    changed.tell(ids)
  }
  const ends: readonly Unsubscribe[] = [
    shared.subscribe(ids => tell(new Set([...ids, ...findRevealed(ids)]))),
    draft.subscribe(tell),
  ]
  const both = (of: (notes: Collection<Note>) => readonly Note[]): readonly Note[] =>
    Object.freeze([...of(shared), ...of(draft).filter(({ id }) => isDraft(id))].sort((a, b) => (a.id < b.id ? -1 : 1)))
  return {
    get: id => shared.get(id) ?? (isDraft(id) ? draft.get(id) : undefined),
    find: id => shared.find(id) ?? (isDraft(id) ? draft.find(id) : undefined),
    all: () => (live ??= both(notes => notes.all())),
    binned: () => (bin ??= both(notes => notes.binned())),
    get size() {
      return (live ??= both(notes => notes.all())).length
    },
    subscribe: listener => changed.subscribe(listener),
    close: () => {
      for (const end of ends) end()
    },
  }
}

/** One undo over both: of the last steps of the two the later goes first. Both are to count by the same `order`. */
export function joinHistories(shared: History, draft: History): History {
  const later = (a: number | undefined, b: number | undefined): History => ((b ?? 0) > (a ?? 0) ? draft : shared)
  const toUndo = () => later(shared.undoOrder, draft.undoOrder)
  const toRedo = () => later(shared.redoOrder, draft.redoOrder)
  return {
    run: (title, write, options) => {
      const [ofShared, ofDraft] = [shared.undoOrder, draft.undoOrder]
      const result = shared.run(title, () => draft.run(title, write, options), options)
      if (shared.undoOrder !== ofShared) draft.forgetUndone()
      if (draft.undoOrder !== ofDraft) shared.forgetUndone()
      return result
    },
    undo: () => toUndo().undo(),
    redo: () => toRedo().redo(),
    takeBack: () => toUndo().takeBack(),
    get canUndo() {
      return toUndo().canUndo
    },
    get canRedo() {
      return toRedo().canRedo
    },
    get undoTitle() {
      return toUndo().undoTitle
    },
    get redoTitle() {
      return toRedo().redoTitle
    },
    get undoOrder() {
      return toUndo().undoOrder
    },
    get redoOrder() {
      return toRedo().redoOrder
    },
    forgetUndone: () => {
      shared.forgetUndone()
      draft.forgetUndone()
    },
    subscribe: listener => {
      const ends = [shared.subscribe(listener), draft.subscribe(listener)]
      return () => {
        for (const end of ends) end()
      }
    },
    fence: () => {
      shared.fence()
      draft.fence()
    },
    destroy: () => draft.destroy(),
  }
}
