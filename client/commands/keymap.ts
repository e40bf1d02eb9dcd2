/** From a key to the command it means. Pure: the page describes the key, this knows the tables. */
import { sayAny } from '../words/words.ts'
import type { Command, Family, Group } from './command.ts'
import { COMMANDS, commandsOf, titleOf } from './commands.ts'

/** A key as the page tells it. */
export interface KeyPress {
  /** `KeyboardEvent.key` and `.code`. */
  readonly key: string
  readonly code: string
  /** Ctrl, or ⌘ on Apple. */
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly inTextField: boolean
  /** The text field is the one of the note being written. */
  readonly writing?: boolean
  readonly boardHasFocus: boolean
}

export interface KeyOptions {
  /** The first key of a sequence that was pressed before. */
  readonly waiting?: string | undefined
  /** Off: keys without Ctrl or Alt that print a sign do nothing (WCAG 2.1.4). */
  readonly singleKeys?: boolean
}

export type KeyMeaning =
  | { readonly kind: 'command'; readonly command: Command }
  /** The first of two keys; hand `first` in as `waiting` with the next one. */
  | { readonly kind: 'waiting'; readonly first: string }
  | { readonly kind: 'nothing' }

const byKey = (commands: readonly Command[]): ReadonlyMap<string, Command> =>
  new Map(commands.flatMap(command => command.keys.map(key => [key, command] as const)))
const BY_KEY = byKey(COMMANDS.filter(({ scope }) => scope !== 'field'))
const IN_FIELD = byKey(COMMANDS.filter(({ scope }) => scope === 'field'))
const FIRST_KEYS: ReadonlyMap<string, Command> = new Map(
  [...BY_KEY].flatMap(([key, command]) => {
    const [first = '', second] = key.split(' ')
    return second === undefined ? [] : [[first, command] as const]
  }),
)

const SIGNS: Readonly<Record<string, string>> = { '+': 'Plus', '-': 'Minus', '−': 'Minus', '=': 'Equal' }

/** Letters and digits by where they are on the keyboard: other alphabets, French digits, and Alt on a Mac. */
const byCode = (code: string): string | undefined =>
  /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).join('')

/** The names a key may have in the tables, the likelier first. */
function namesOf({ key, code, mod, shift, alt }: KeyPress): readonly string[] {
  const bases = [SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key), byCode(code)]
  return [...new Set(bases)].flatMap(base => {
    if (!base || base === ' ') return []
    // Shift is part of a sign (`?`), but said of a letter, a digit or a named key.
    const withShift = shift && (base.length > 1 || /[A-Z0-9]/.test(base)) && !Object.values(SIGNS).includes(base)
    return `${mod ? 'Mod+' : ''}${alt ? 'Alt+' : ''}${withShift ? 'Shift+' : ''}${base}`
  })
}

/** Prints a sign, so that a person who dictates would press it by speaking. */
const isSingle = ({ key, mod, alt }: KeyPress): boolean => key.length === 1 && !mod && !alt

function acts({ scope, byBrowser }: Command, press: KeyPress, singleKeys: boolean): boolean {
  if (byBrowser) return false
  if (press.inTextField) return press.writing === true && scope === 'writing' && !isSingle(press)
  if (isSingle(press) && !singleKeys) return false
  return press.boardHasFocus || scope !== undefined
}

export function meaningOf(press: KeyPress, { waiting, singleKeys = true }: KeyOptions = {}): KeyMeaning {
  const names = namesOf(press)
  const written = press.writing ? names.flatMap(name => IN_FIELD.get(name) ?? [])[0] : undefined
  if (written) return { kind: 'command', command: written }
  const sequences = waiting === undefined ? [] : names.map(name => `${waiting} ${name}`)
  for (const name of [...sequences, ...names]) {
    const command = BY_KEY.get(name)
    if (command && acts(command, press, singleKeys)) return { kind: 'command', command }
  }
  for (const name of names) {
    const command = FIRST_KEYS.get(name)
    if (command && acts(command, press, singleKeys)) return { kind: 'waiting', first: name }
  }
  return { kind: 'nothing' }
}

const PRINTED: Readonly<Record<string, string>> = {
  ...{ ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  ...{ Plus: '+', Minus: '−', Equal: '=', Escape: 'Esc', Mod: 'Ctrl' },
}
const ON_APPLE: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Backspace: '⌫', Enter: '↩' }
/** Apple names its modifiers in this order. */
const APPLE_ORDER: readonly string[] = ['Alt', 'Shift', 'Mod']

interface Keyboard {
  readonly apple: boolean
}

/** A key of the tables as the caps to press: `Ctrl`, `Shift`, `Z`, on Apple `⇧`, `⌘`, `Z`. */
export function capsOf(key: string, { apple }: Keyboard): readonly string[] {
  const rank = (part: string) => (APPLE_ORDER.includes(part) ? APPLE_ORDER.indexOf(part) : APPLE_ORDER.length)
  return key.split(' ').flatMap(stroke => {
    const parts = stroke.split('+')
    if (apple) parts.sort((a, b) => rank(a) - rank(b))
    return parts.map(part => (apple ? ON_APPLE[part] : undefined) ?? PRINTED[part] ?? part)
  })
}

/** The keys to show beside a command, each as its caps. */
export const keysOf = ({ keys, shows }: Command, keyboard: Keyboard): readonly (readonly string[])[] =>
  (keys.length > 0 ? keys : (shows ?? [])).map(key => capsOf(key, keyboard))

/** A line of the sheet of keys. */
export interface KeyLine {
  readonly title: string
  readonly keys: readonly (readonly string[])[]
}

/** The lines of a group: commands that have keys, families as one. */
export function keyLinesOf(group: Group, keyboard: Keyboard): readonly KeyLine[] {
  const families = new Set<Family>()
  return commandsOf(group).flatMap(command => {
    const { family } = command
    if (command.keys.length === 0 || (family && families.has(family))) return []
    if (!family) return { title: titleOf(command), keys: keysOf(command, keyboard) }
    families.add(family)
    return { title: sayAny(family.title), keys: family.keys.map(key => capsOf(key, keyboard)) }
  })
}
