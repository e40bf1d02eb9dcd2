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
  /** These notes of the draft are shown, as the server says: they may have been changed since, so that nothing here tells. */
  reveal(drafts: ReadonlySet<string>): void
  close(): void
}

interface JoinOptions {
  /** New notes go into the draft meanwhile; afterwards its notes are fixed. */
  readonly isTaking: () => boolean
  /** Of what is revealed nothing says whose it was: names are never stored. */
  readonly isNameless?: boolean
}

/**
 * A draft note is left out as soon as a note of the canvas says that it was this one: then it was revealed. What only
 * looks like it says nothing. In a nameless round no note may say so: there it is one that nobody has written, of the
 * same words, at the same place, and put there no earlier; of others, which were changed since, the server tells (`reveal`).
 */
export function joinCanvases(
  canvas: Canvas,
  draft: Canvas,
  { isTaking, isNameless = false }: JoinOptions,
): JoinedCanvas {
  const revealed = new Set<string>()
  const isDraft = (id: string): boolean =>
    !revealed.has(id) && draft.notes.find(id) !== undefined && canvas.notes.find(id) === undefined
  const revealedBy = (note: Note): readonly string[] => {
    if (note.draft !== undefined) return [note.draft]
    if (!isNameless || note.author) return []
    return draft.notes.all().flatMap(mine => (mayHaveBeen(note, mine) ? [mine.id] : []))
  }
  const findRevealed = (changed: Iterable<string>): readonly string[] => {
    const notes = [...changed].flatMap(id => canvas.notes.find(id) ?? [])
    const found = notes.flatMap(revealedBy).filter(id => !revealed.has(id))
    for (const id of found) revealed.add(id)
    return found
  }
  findRevealed([...canvas.notes.all(), ...canvas.notes.binned()].map(({ id }) => id))
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
    reveal: drafts => {
      const found = new Set([...drafts].filter(id => !revealed.has(id)))
      for (const id of found) revealed.add(id)
      if (found.size > 0) notes.tell(found)
    },
    close: notes.close,
  }
}

const mayHaveBeen = ({ text, place: [area, x, y, at] }: Note, { place: mine, ...draft }: Note): boolean =>
  text === draft.text && area === mine[0] && x === mine[1] && y === mine[2] && at >= mine[3]

interface Joining {
  readonly isDraft: (id: string) => boolean
  /** Draft notes that these notes of the canvas reveal. */
  readonly findRevealed: (changed: Iterable<string>) => readonly string[]
}

function joinNotes(
  shared: Collection<Note>,
  draft: Collection<Note>,
  { isDraft, findRevealed }: Joining,
): Collection<Note> & { readonly tell: (ids: ReadonlySet<string>) => void; readonly close: () => void } {
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
    tell,
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
