/** The table of keys has no conflicts, and keys mean what they say on every keyboard. */
import { expect, test } from 'vitest'
import { GROUPS } from './command.ts'
import { COMMANDS } from './commands.ts'
import type { KeyPress } from './keymap.ts'
import { capsOf, keyLinesOf, meaningOf } from './keymap.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  mod: false,
  shift: false,
  alt: false,
  inTextField: false,
  boardHasFocus: true,
  ...more,
})
const command = (...[key, more, options]: [string, Partial<KeyPress>?, Parameters<typeof meaningOf>[1]?]) => {
  const meaning = meaningOf(press(key, more), options)
  return meaning.kind === 'command' ? meaning.command.id : meaning.kind
}

test('no two commands have the same key, and no key is also the first of two', () => {
  const keys = COMMANDS.flatMap(({ id, keys, scope }) =>
    keys.map(key => ({ id, key: scope === 'field' ? `field ${key}` : key })),
  )
  const doubled = keys.filter(({ key }, i) => keys.findIndex(other => other.key === key) !== i)
  expect(doubled).toEqual([])
  const onBoard = keys.filter(({ key }) => !key.startsWith('field '))
  const firsts = new Set(onBoard.map(({ key }) => key.split(' ')).flatMap(([first, second]) => (second ? [first] : [])))
  expect(onBoard.filter(({ key }) => firsts.has(key))).toEqual([])
})

test('every key in the table can be pressed', () => {
  const one =
    /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9?/[\]]|Plus|Minus|Equal|Enter|Tab|Escape|Delete|Backspace|ContextMenu|F10|Arrow(Up|Down|Left|Right))$/
  for (const { keys } of COMMANDS)
    for (const key of keys) for (const stroke of key.split(' ')) expect(stroke).toMatch(one)
})

test('ids are unique, and what a button shows as its key belongs to a command', () => {
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  const keys = new Set(COMMANDS.flatMap(each => each.keys))
  for (const { shows = [] } of COMMANDS) for (const key of shows) expect(keys).toContain(key)
})

test('the keys of the look do what it says', () => {
  expect(command('v')).toBe('tool.select')
  expect(command('n')).toBe('note.add')
  expect(command('l')).toBe('link.add')
  expect(command('h')).toBe('tool.hand')
  expect(command('1')).toBe('view.goTo.customerSegments')
  expect(command('9')).toBe('view.goTo.costStructure')
  expect(command('0')).toBe('view.goTo.parking')
  expect(command('w')).toBe('view.whole')
  expect(command('k', { mod: true })).toBe('board.palette')
  expect(command('/')).toBe('view.find')
  expect(command('f', { mod: true })).toBe('view.find')
  expect(command('+', { shift: true, code: 'BracketRight' })).toBe('view.zoomIn')
  expect(command('-')).toBe('view.zoomOut')
  expect(command('ArrowLeft')).toBe('selection.left')
  expect(command('ArrowLeft', { alt: true })).toBe('note.order.left')
  expect(command('z', { mod: true })).toBe('history.undo')
  expect(command('Z', { mod: true, shift: true })).toBe('history.redo')
  expect(command('y', { mod: true })).toBe('history.redo')
  expect(command('Backspace')).toBe('selection.delete')
  expect(command('3', { alt: true })).toBe('note.color.rose')
  expect(command('?', { shift: true })).toBe('board.keys')
  expect(command('o')).toBe('board.outline')
  expect(command('j')).toBe('nothing')
  expect(command(' ')).toBe('nothing')
})

test('letters and digits are found on other alphabets, with Alt on a Mac, and on a French row of digits', () => {
  expect(command('т', { code: 'KeyN' })).toBe('note.add')
  expect(command('¡', { code: 'Digit1', alt: true })).toBe('note.color.straw')
  expect(command('&', { code: 'Digit1' })).toBe('view.goTo.customerSegments')
  expect(command('1', { code: 'Numpad1' })).toBe('view.goTo.customerSegments')
  // What is printed counts before where it is: Z of a German keyboard lies where others have Y.
  expect(command('z', { code: 'KeyY', mod: true })).toBe('history.undo')
  expect(command('-', { code: 'Digit6' })).toBe('view.zoomOut')
})

test('two keys one after the other move a note to a block', () => {
  const first = meaningOf(press('m'))
  expect(first).toEqual({ kind: 'waiting', first: 'M' })
  expect(command('3', {}, { waiting: 'M' })).toBe('note.moveTo.channels')
  expect(command('0', {}, { waiting: 'M' })).toBe('note.moveTo.parking')
  expect(command('w', {}, { waiting: 'M' })).toBe('view.whole')
})

test('single letters act only while the board has focus, and can be switched off', () => {
  expect(command('n', { boardHasFocus: false })).toBe('nothing')
  expect(command('n', { inTextField: true })).toBe('nothing')
  expect(command('n', {}, { singleKeys: false })).toBe('nothing')
  expect(command('?', {}, { singleKeys: false })).toBe('nothing')
  expect(command('m', {}, { singleKeys: false })).toBe('nothing')
  expect(command('ArrowUp', {}, { singleKeys: false })).toBe('selection.up')
  expect(command('2', { alt: true }, { singleKeys: false })).toBe('note.color.apricot')
})

test('undo works wherever one is, but in text fields only in that of the note being written', () => {
  expect(command('z', { mod: true, boardHasFocus: false })).toBe('history.undo')
  expect(command('z', { mod: true, inTextField: true })).toBe('nothing')
  expect(command('z', { mod: true, inTextField: true, writing: true })).toBe('history.undo')
  expect(command('Enter', { mod: true, inTextField: true, writing: true })).toBe('note.next')
  expect(command('Escape', { inTextField: true, writing: true })).toBe('selection.out')
  expect(command('Enter', { inTextField: true, writing: true })).toBe('note.below')
  expect(command('Enter', { inTextField: true, writing: true, shift: true })).toBe('nothing')
  expect(command('Tab', { inTextField: true, writing: true })).toBe('note.beside')
  expect(command('Tab', { inTextField: true })).toBe('nothing')
  expect(command('Tab')).toBe('nothing')
  expect(command('k', { mod: true, inTextField: true, writing: true })).toBe('board.palette')
  expect(command('/', { inTextField: true, writing: true })).toBe('nothing')
  expect(command('Delete', { inTextField: true, writing: true })).toBe('nothing')
  expect(command('a', { mod: true, inTextField: true, writing: true })).toBe('nothing')
  expect(command('a', { mod: true, boardHasFocus: false })).toBe('nothing')
})

test('keys are printed as the keyboard prints them', () => {
  expect(capsOf('Mod+Shift+Z', { apple: false })).toEqual(['Ctrl', 'Shift', 'Z'])
  expect(capsOf('Mod+Shift+Z', { apple: true })).toEqual(['⇧', '⌘', 'Z'])
  expect(capsOf('M 3', { apple: true })).toEqual(['M', '3'])
  expect(capsOf('Alt+ArrowUp', { apple: false })).toEqual(['Alt', '↑'])
  expect(capsOf('Minus', { apple: false })).toEqual(['−'])
})

test('the sheet of keys names every command that has keys once, families in one line', () => {
  const lines = GROUPS.flatMap(group => keyLinesOf(group, { apple: false }))
  expect(lines.find(({ title }) => title === 'Undo')?.keys).toEqual([['Ctrl', 'Z']])
  expect(lines.filter(({ keys }) => keys.some(caps => caps[0] === 'M'))).toHaveLength(1)
  const alone = COMMANDS.filter(each => each.keys.length > 0 && !each.family)
  const families = new Set(COMMANDS.flatMap(({ family }) => family ?? []))
  expect(lines).toHaveLength(alone.length + families.size)
})

test('the keys of the clipboard are shown, and left to the browser', () => {
  for (const key of ['c', 'x', 'v']) expect(command(key, { mod: true })).toBe('nothing')
  const shown = keyLinesOf('notes', { apple: false }).map(({ title, keys }) => `${title}: ${keys.join()}`)
  expect(shown).toEqual(expect.arrayContaining(['Copy: Ctrl,C', 'Cut: Ctrl,X', 'Paste: Ctrl,V']))
})
