/** Writing in a note: from the first key to a click elsewhere. A new note that stays empty was never there. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { isPrivate } from '../../shared/canvas/canvas.ts'
import { caretAt } from '../../shared/canvas/caret.ts'
import type { Board } from './board.ts'
import type { AddedNote, Deeds } from './deeds/deeds.ts'
import type { Saying } from './editor.ts'
import { denialOf } from './may.ts'
import type { Chosen } from './selection.ts'

export interface Writing {
  readonly note: Watchable<string | undefined>
  begin(id: string): void
  /** Puts a new note into an area and writes in it at once. */
  beginNew(area: Area, note?: AddedNote): void
  type(text: string): void
  caret(anchor: number, head: number): void
  end(): void
  /** The note may be gone: another deleted it, undo took it back, the canvas was replaced. Or it is not for everybody now. */
  check(): void
}

interface Parts {
  readonly board: Board
  readonly deeds: Deeds
  readonly chosen: Chosen
  /** My own deed changes the canvas just now. */
  readonly isActing: () => boolean
  say(saying: Saying): void
}

export function createWriting({ board, deeds, chosen, isActing, say }: Parts): Writing {
  const note = new Value<string | undefined>(undefined)
  let isNew = false
  const textOf = (id: string): string | undefined => board.canvas.value.notes.get(id)?.text

  function open(id: string, options: { readonly isNew: boolean }): void {
    isNew = options.isNew
    chosen.select([id])
    note.set(id)
  }
  function close(): void {
    board.presence.set({ caret: null })
    note.set(undefined)
  }
  function end(): void {
    const id = note.value
    if (id === undefined) return
    close()
    if (isNew && textOf(id) === '') deeds.takeBack(id)
  }

  /** A new note without words yet, when one begins to write for oneself: what is typed now is not for everybody's eyes. */
  function bringHome(id: string): void {
    const { value } = board.canvas
    const begun = value.notes.get(id)
    if (!isNew || !begun || begun.text !== '' || isPrivate(value, id) || !isPrivate(value)) return
    const [area, x, y] = begun.place
    const { color, paper } = begun
    end()
    const made = deeds.addNote(area, { at: { x, y }, color, ...(paper && { paper }) })
    if (made !== undefined) open(made, { isNew: true })
  }

  return {
    note,
    end,
    begin: id => {
      if (note.value === id) return
      const found = board.canvas.value.notes.get(id)
      if (!found) return
      const why = board.canvas.value.isFixed(id) ? 'step' : denialOf(board, 'text', [found.author])
      if (why) return say({ kind: 'notAllowed', right: 'text', why })
      end()
      open(id, { isNew: false })
    },
    beginNew: (area, added) => {
      end()
      const id = deeds.addNote(area, added)
      if (id !== undefined) open(id, { isNew: true })
    },
    type: text => {
      if (note.value !== undefined) deeds.writeNote(note.value, text, { makes: isNew })
    },
    caret: (anchor, head) => {
      if (note.value === undefined) return
      board.presence.set({ caret: caretAt(board.canvas.value, note.value, anchor, head) ?? null })
    },
    check: () => {
      const id = note.value
      if (id === undefined) return
      if (textOf(id) !== undefined) return bringHome(id)
      close()
      if (!isActing() && board.canvas.value.notes.find(id)) say({ kind: 'goneWhileWriting', id })
    },
  }
}
