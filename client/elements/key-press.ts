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

interface Pressed {
  /** From the innermost outwards. */
  readonly path: readonly HTMLElement[]
  /** What has the focus; undefined when nothing has. */
  readonly target: HTMLElement | undefined
}

/** Undefined for what belongs to a dialog, a menu or something outside of `board`. */
function pressedAt(event: Event, board: HTMLElement): Pressed | undefined {
  const path = event.composedPath().filter(isElement)
  const [target] = path
  const isNowhere = target === undefined || target === document.body || target === document.documentElement
  if (!isNowhere && !path.includes(board)) return undefined
  if (path.some(each => each instanceof HTMLDialogElement || each.matches(':popover-open'))) return undefined
  return { path, target: isNowhere ? undefined : target }
}

/** Was it meant for the board, and for no field on it? */
export function isAtBoard(event: Event, board: HTMLElement): boolean {
  const pressed = event.defaultPrevented ? undefined : pressedAt(event, board)
  return pressed !== undefined && !(pressed.target && isTextField(pressed.target))
}

/** Undefined for keys that are not the board's. */
export function readKey(event: KeyboardEvent, board: HTMLElement): KeyPress | undefined {
  const pressed = event.isComposing ? undefined : pressedAt(event, board)
  if (!pressed) return undefined
  const { path, target } = pressed
  const inTextField = target !== undefined && isTextField(target)
  const isSlip = path.some(each => each.localName === 'nn-slip')
  const isLink = target?.matches('a') === true
  const onControl = target !== undefined && (isLink || !isSlip) && target.matches('button, a, input, [role=tab]')
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
