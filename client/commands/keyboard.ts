/** The keyboard at work: remembers the first of two keys, and runs what a key means. */
import type { Context } from './command.ts'
import { runCommand } from './commands.ts'
import type { KeyPress } from './keymap.ts'
import { meaningOf } from './keymap.ts'

export interface Keyboard {
  /** Runs what the key means; true when the key has been used and should do nothing else. */
  press(press: KeyPress, context: Context, options?: { readonly singleKeys?: boolean }): boolean
}

export function createKeyboard(): Keyboard {
  let waiting: string | undefined
  return {
    press: (press, context, { singleKeys = true } = {}) => {
      // A modifier on its way down is no key yet.
      if (MODIFIERS.has(press.key)) return false
      const meaning = meaningOf(press, { waiting, singleKeys })
      waiting = meaning.kind === 'waiting' ? meaning.first : undefined
      // In the note's field the browser's own undo must not run when ours has nothing to do; Tab must, or nobody gets out.
      if (meaning.kind === 'command')
        return runCommand(meaning.command.id, context) || (press.writing === true && press.key !== 'Tab')
      return meaning.kind === 'waiting'
    },
  }
}

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'])
