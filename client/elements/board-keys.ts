/** Keys pressed at a board, wherever on it: they go to the table of commands, or into a note whose field is on its way. */
import type { Unsubscribe } from '../../shared/base/observable.ts'
import type { Context } from '../commands/command.ts'
import { createKeyboard } from '../commands/keyboard.ts'
import type { KeyPress } from '../commands/keymap.ts'
import type { Editor } from '../editor/editor.ts'
import { readKey } from './key-press.ts'

/** The board as its keys need it. */
export interface KeysGround {
  context(): Context
  singleKeysAct(): boolean
}

export function followKeys(board: HTMLElement, { context, singleKeysAct }: KeysGround): Unsubscribe {
  const keyboard = createKeyboard()
  const key = (event: KeyboardEvent) => {
    const press = event.defaultPrevented ? undefined : readKey(event, board)
    if (!press) return
    const isUsed =
      typesAhead(press, context().editor) || keyboard.press(press, context(), { singleKeys: singleKeysAct() })
    if (isUsed) event.preventDefault()
  }
  window.addEventListener('keydown', key)
  return () => window.removeEventListener('keydown', key)
}

/** Letters that come before the field is there, which in the outline may be on its way, are in the note all the same. */
function typesAhead({ key, mod, alt, inTextField }: KeyPress, editor: Editor): boolean {
  const id = editor.writing.value
  if (id === undefined || inTextField || mod || alt || [...key].length !== 1) return false
  editor.type((editor.board.canvas.value.notes.get(id)?.text ?? '') + key)
  return true
}
