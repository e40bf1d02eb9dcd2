/** Reads a key as the table of commands wants it told: what was pressed, and where. */
import type { KeyPress } from '../commands/keymap.ts'
import { isApple } from './pointer.ts'

/** With these a focused button is pressed, or a list walked: there they are no commands. */
const CONTROL_KEYS: ReadonlySet<string> = new Set([
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
])

const isElement = (target: EventTarget): target is HTMLElement => target instanceof HTMLElement

const isTextField = (element: HTMLElement): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio'].includes(element.type)) ||
  element.isContentEditable

/** Undefined for keys that belong to a dialog, a menu or something outside of `board`. */
export function readKey(event: KeyboardEvent, board: HTMLElement): KeyPress | undefined {
  const path = event.composedPath().filter(isElement)
  const [target] = path
  const isNowhere = target === undefined || target === document.body || target === document.documentElement
  if (!isNowhere && !path.includes(board)) return undefined
  if (event.isComposing || path.some(each => each instanceof HTMLDialogElement || each.matches(':popover-open')))
    return undefined
  const inTextField = !isNowhere && isTextField(target)
  const isSlip = path.some(each => each.localName === 'nn-slip')
  const onControl = !isNowhere && !isSlip && target.matches('button, a, input, [role=tab]')
  return {
    key: event.key,
    code: event.code,
    mod: isApple ? event.metaKey : event.ctrlKey,
    shift: event.shiftKey,
    alt: event.altKey,
    inTextField,
    writing: inTextField && (isSlip || path.some(each => each.localName === 'nn-note-editor')),
    boardHasFocus: !onControl || !CONTROL_KEYS.has(event.key),
  }
}
