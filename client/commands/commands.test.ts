/** What commands do, run as a keyboard runs them. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { commandNamed, readinessOf, runCommand } from './commands.ts'
import { createKeyboard } from './keyboard.ts'
import type { KeyPress } from './keymap.ts'
import { testShell } from './shell-kit.ts'

/** A person at a keyboard, with a page around the board that only notes what was asked of it. */
function typist(person: TestPerson) {
  const shell = testShell(id => person.canvas.notes.get(id)?.text ?? person.canvas.groups.get(id)?.title ?? id)
  const context: Context = { editor: person.editor, shell }
  const keyboard = createKeyboard()
  /** Keys like `Mod+Shift+Z`, one after the other. */
  const keys = (...names: readonly string[]) =>
    names.map(name => {
      const parts = name.split('+')
      const key = parts.pop() || '+'
      const writing = person.editor.writing.value !== undefined
      const press: KeyPress = {
        ...{ key, code: '', inTextField: writing, writing, boardHasFocus: !writing },
        ...{ mod: parts.includes('Mod'), shift: parts.includes('Shift'), alt: parts.includes('Alt') },
      }
      return keyboard.press(press, context)
    })
  const readiness = (id: string) => {
    const command = commandNamed(id)
    return command && readinessOf(command, context)
  }
  return {
    person,
    asked: shell.asked,
    shell,
    context,
    keys,
    readiness,
    run: (id: string, argument?: string) => runCommand(id, context, argument),
  }
}

function ana(...notes: readonly string[]) {
  const table = openTable()
  const person = table.joins('Ana', { role: 'facilitator' })
  for (const text of notes) person.adds(text, { to: 'channels' })
  return { table, ...typist(person) }
}

test('a whole block is written by keyboard: go there, N, words, Ctrl Enter, words, Esc', () => {
  const { person, keys } = ana()
  keys('3', 'n')
  person.types('Shop')
  keys('Mod+Enter')
  person.types('Fair')
  keys('Mod+Enter', 'Escape')
  expect(person.sees('channels')).toEqual(['Shop', 'Fair'])
  expect(person.editor.writing.value).toBeUndefined()
})

test('Enter keeps and writes on below, Tab beside, on a free place; an empty note ends it, and each is one undo', () => {
  const { person, keys } = ana('A', 'B')
  person.editor.write(person.id('A'))
  keys('Enter')
  person.types('Below A')
  keys('Tab')
  person.types('Beside that')
  person.editor.write(person.id('B'))
  keys('Tab')
  person.types('Row full')
  expect(person.rect('Below A')).toMatchObject({ x: person.rect('A').x, y: person.rect('A').y + 144 })
  expect(person.rect('Beside that')).toMatchObject({ x: person.rect('B').x, y: person.rect('Below A').y })
  expect(person.sees('channels')).toEqual(['A', 'B', 'Below A', 'Beside that', 'Row full'])
  keys('Enter', 'Enter')
  expect(person.editor.writing.value).toBeUndefined()
  expect(person.sees('channels')).toHaveLength(5)
  keys('Mod+z')
  expect(person.sees('channels')).toEqual(['A', 'B', 'Below A', 'Beside that'])
})

test('Ctrl Alt with an arrow carries what is chosen to the block that way, in the outline to the one before or after', () => {
  const { person, keys, run } = ana('A', 'B')
  person.editor.select(person.idsOf('A', 'B'))
  keys('Mod+Alt+ArrowLeft')
  expect(person.sees('valuePropositions')).toEqual(['A', 'B'])
  keys('Mod+Alt+ArrowRight')
  expect(person.note('A').place[0]).toBe('channels')
  keys('Mod+Alt+ArrowRight')
  expect(person.sees('customerSegments')).toEqual(['A', 'B'])
  run('board.outline')
  keys('Mod+Alt+ArrowDown')
  expect(person.sees('valuePropositions')).toEqual(['A', 'B'])
})

test('Y tidies the block in mind, Shift Y the canvas', () => {
  const { person, keys } = ana()
  for (const to of ['channels', 'keyResources'] as const) person.adds(to, { to, at: { x: 90, y: 120 } })
  person.editor.select(person.idsOf('channels'))
  keys('y')
  expect(person.note('channels').place.slice(1, 3)).toEqual([24, 56])
  expect(person.note('keyResources').place.slice(1, 3)).toEqual([90, 120])
  keys('Shift+Y')
  expect(person.note('keyResources').place.slice(1, 3)).toEqual([24, 56])
})

test('all of a colour and all of an author are chosen from a note of theirs, across blocks', () => {
  const { table, person, run } = ana('A', 'B')
  person.adds('C', { to: 'keyResources' })
  const ben = table.joins('Ben')
  ben.adds('D', { to: 'keyResources' })
  person.editor.colorNotes(person.idsOf('B', 'D'), 'sky')
  person.editor.select(person.idsOf('B'))
  run('selection.sameColor')
  expect(person.selected).toEqual(['B', 'D'])
  person.editor.select(person.idsOf('C'))
  run('selection.sameAuthor')
  expect(person.selected).toEqual(['A', 'B', 'C'])
})

test('all notes of a tag are chosen from one that has it, and an address in a note is opened', () => {
  const { person, run, asked, readiness } = ana('Shop #risk #own', 'Fair', 'Price list https://a.example/prices. #RISK')
  person.editor.select(person.idsOf('Fair'))
  expect([readiness('selection.sameTag')?.kind, readiness('note.openAddress')?.kind]).toEqual(['idle', 'idle'])
  person.editor.select(person.idsOf('Shop #risk #own'))
  run('selection.sameTag', 'own')
  expect(person.selected).toEqual(['Shop #risk #own'])
  run('selection.sameTag')
  expect(person.selected).toEqual(['Price list https://a.example/prices. #RISK', 'Shop #risk #own'])
  person.editor.select(person.idsOf('Price list https://a.example/prices. #RISK'))
  run('note.openAddress')
  expect(asked).toEqual(['open https://a.example/prices'])
})

test('Tab leaves an empty note as it leaves any field, and Shift Enter is a line', () => {
  const { person, keys } = ana()
  keys('3', 'n')
  expect(keys('Tab', 'Shift+Enter')).toEqual([false, false])
  person.types('Shop')
  expect(keys('Shift+Enter', 'Tab')).toEqual([false, true])
})

test('who may write but not add keeps with Enter, and goes no further', () => {
  const { person, keys, table } = ana('A')
  person.becomes('participant')
  table.allows({ ...ALL_RIGHTS, add: 'none' })
  person.editor.write(person.id('A'))
  keys('Enter')
  expect(person.editor.writing.value).toBeUndefined()
  expect(person.heard).toEqual([])
})

test('the next note has the colour of the one before', () => {
  const { person, keys } = ana('Shop')
  person.editor.select(person.idsOf('Shop'))
  keys('Alt+5', 'Enter', 'Mod+Enter')
  person.types('Fair')
  expect(person.note('Fair').color).toBe('sky')
})

test('N adds in the block looked at, else below the pointer, else beside what is chosen, else takes the tool', () => {
  const { person, keys } = ana('Shop')
  keys('n')
  expect(person.editor.tool.value).toBe('note')
  keys('Escape')
  person.editor.select(person.idsOf('Shop'))
  keys('n')
  person.types('Fair')
  keys('Escape')
  person.moves(person.spot('keyResources', 100, 300))
  keys('n')
  person.types('Brand')
  keys('Escape', '5', 'n')
  person.types('Fees')
  expect(person.sees('channels')).toEqual(['Shop', 'Fair'])
  expect(person.sees('keyResources')).toEqual(['Brand'])
  expect(person.sees('revenueStreams')).toEqual(['Fees'])
})

test('arrows walk from note to note, and begin at the first', () => {
  const { person, keys } = ana('A', 'B', 'C')
  keys('ArrowRight')
  expect(person.selected).toEqual(['A'])
  keys('ArrowRight')
  expect(person.selected).toEqual(['B'])
  keys('ArrowLeft', 'ArrowDown')
  expect(person.selected).toEqual(['C'])
  keys('ArrowDown')
  expect(person.selected).toEqual(['C'])
})

test('after an arrow N is about the note chosen, wherever the mouse happens to lie', () => {
  const { person, keys } = ana('A')
  person.moves(person.spot('keyResources', 100, 300))
  keys('ArrowDown', 'n')
  person.types('B')
  expect(person.sees('channels')).toEqual(['A', 'B'])
})

test('Alt and an arrow change the order; in the outline that is the order of reading', () => {
  const { person, keys, shell } = ana('A', 'B', 'C')
  person.editor.select(person.idsOf('A'))
  keys('Alt+ArrowRight')
  expect(person.sees('channels')).toEqual(['B', 'A', 'C'])
  shell.openOutline()
  keys('Alt+ArrowDown')
  expect(person.sees('channels')).toEqual(['B', 'C', 'A'])
})

test('of several chosen notes the arrows move all, with Alt and without; a closed group alone is walked from', () => {
  const { person, keys } = ana('A', 'B', 'C')
  const places = () => ['A', 'B'].map(text => person.note(text).place.slice(1, 3))
  person.editor.select(person.idsOf('A', 'B'))
  keys('ArrowDown')
  expect(person.selected).toEqual(['A', 'B'])
  expect(places()).toEqual([
    [24, 344],
    [248, 344],
  ])
  keys('Alt+ArrowUp')
  expect(places()).toEqual([
    [24, 56],
    [248, 56],
  ])
  person.editor.closeGroup(person.editor.groupNotes(person.idsOf('A', 'B')) ?? '')
  keys('ArrowDown')
  expect(person.selected).toEqual(['C'])
})

test('M and a digit move what is chosen', () => {
  const { person, keys } = ana('A', 'B')
  person.editor.select(person.idsOf('A', 'B'))
  expect(keys('m', '6')).toEqual([true, true])
  expect(person.sees('keyResources')).toEqual(['A', 'B'])
  keys('m', '0')
  expect(person.sees('parking')).toEqual(['A', 'B'])
})

test('all in the block, duplicate, delete, undo, redo', () => {
  const { person, keys } = ana('A', 'B')
  person.editor.select(person.idsOf('A'))
  keys('Mod+a')
  expect(person.selected).toEqual(['A', 'B'])
  keys('Mod+d')
  expect(person.canvas.notes.size).toBe(4)
  expect(person.selected).toEqual(['A', 'B'])
  keys('Delete')
  expect(person.canvas.notes.size).toBe(2)
  keys('Mod+z', 'Mod+z')
  expect(person.canvas.notes.size).toBe(2)
  keys('Mod+Shift+Z')
  expect(person.canvas.notes.size).toBe(4)
})

test('Enter writes in a note, asks for the label of a link; Delete removes it', () => {
  const { person, keys, asked } = ana('A', 'B')
  person.editor.select(person.idsOf('A'))
  keys('Enter')
  expect(person.editor.writing.value).toBe(person.id('A'))
  keys('Escape')
  const link = person.links('A', 'B')
  person.editor.selectLink(link)
  keys('Enter')
  expect(asked).toEqual([`label ${link}`])
  keys('Backspace')
  expect(person.canvas.links.size).toBe(0)
})

test('L asks which note a link from the chosen one reaches; with none chosen it takes the tool', () => {
  const { person, keys, asked, run } = ana('A', 'B')
  keys('l')
  expect(person.editor.tool.value).toBe('link')
  keys('Escape')
  person.editor.select(person.idsOf('A'))
  keys('l')
  expect(asked).toEqual(['link from A'])
  run('link.add', person.id('B'))
  expect(person.canvas.links.all()).toMatchObject([{ from: person.id('A'), to: person.id('B') }])
})

test('a link to a note in the closed parking lot opens the lot, so that it is seen', () => {
  const { person, run } = ana('A', 'B')
  const parked = person.adds('Later', { to: 'parking' })
  person.editor.select(person.idsOf('A'))
  run('link.add', person.id('B'))
  expect(person.editor.parkingOpen.value).toBe(false)
  run('link.add', parked)
  expect(person.editor.parkingOpen.value).toBe(true)
  expect(new Set(person.editor.links.value.map(({ to }) => to))).toEqual(new Set(person.idsOf('B', 'Later')))
})

test('a link is turned around and stays chosen', () => {
  const { person, run } = ana('A', 'B')
  person.editor.selectLink(person.links('A', 'B'))
  run('link.reverse')
  run('link.label', 'because')
  const { value } = person.editor.selection
  const link = value.kind === 'link' ? person.canvas.links.get(value.id) : undefined
  expect(link).toMatchObject({ from: person.id('B'), to: person.id('A'), label: 'because' })
})

test('Escape goes one step out each time, to the whole and no further', () => {
  const { person, keys } = ana('A')
  person.editor.select(person.idsOf('A'))
  keys('z')
  expect(person.editor.level.value).toBe('note')
  keys('Enter')
  const steps = [
    () => person.editor.writing.value,
    () => person.editor.selection.value.kind === 'notes',
    () => person.editor.level.value === 'note',
    () => person.editor.level.value === 'block',
  ]
  for (const step of steps) {
    expect(step()).toBeTruthy()
    expect(keys('Escape')).toEqual([true])
    expect(step()).toBeFalsy()
  }
  expect(person.editor.level.value).toBe('whole')
  expect(keys('Escape')).toEqual([false])
})

test('Escape in mid-drag lets go and writes nothing', () => {
  const { person, keys } = ana('A')
  person.takes('A', { to: person.spot('keyResources', 200, 200) })
  const { sent } = person
  keys('Escape')
  person.releases()
  expect(person.sent).toBe(sent)
  expect(person.selected).toEqual(['A'])
})

test('digits look at blocks, B at the one in mind, + and − zoom around the middle', () => {
  const { person, keys } = ana('A')
  keys('7')
  expect(person.editor.focus.value).toEqual({ area: 'keyActivities' })
  keys('w')
  person.editor.select(person.idsOf('A'))
  keys('b')
  expect(person.editor.focus.value).toEqual({ area: 'channels' })
  const { zoom } = person.editor.camera.value
  keys('+')
  expect(person.editor.camera.value.zoom).toBeCloseTo(zoom * 1.25, 6)
  keys('-')
  expect(person.editor.camera.value.zoom).toBeCloseTo(zoom, 6)
})

test('the outline opens and closes, keys and share open; sharing and duplicating are the facilitator’s', () => {
  const { keys, shell, asked, run, person, readiness } = ana('A')
  keys('o')
  expect(shell.outlineOpen).toBe(true)
  expect(keys('ArrowDown')).toEqual([false])
  keys('o', '?')
  run('board.share')
  run('board.copy')
  expect(shell.outlineOpen).toBe(false)
  expect(asked).toEqual(['keys', 'share', 'board copy'])
  person.becomes('participant')
  for (const id of ['board.share', 'board.copy']) expect(readiness(id)).toEqual({ kind: 'idle' })
})

test('[M10] a button knows whether it may: the right of the role, of the step, and of what is chosen', () => {
  const table = openTable()
  const [a, b] = [table.joins('Ana'), table.joins('Ben')]
  a.adds('Mine', { to: 'channels' })
  b.adds('Theirs', { to: 'channels' })
  const { readiness, run } = typist(a)
  expect(readiness('selection.delete')).toEqual({ kind: 'idle' })
  table.allows({ ...ALL_RIGHTS, delete: 'own', add: 'none' })
  a.editor.select(a.idsOf('Theirs'))
  expect(readiness('selection.delete')).toEqual({ kind: 'denied', right: 'delete', why: 'notYours' })
  expect(run('selection.delete')).toBe(false)
  expect(a.heard).toEqual([{ kind: 'notAllowed', right: 'delete', why: 'notYours' }])
  a.editor.select(a.idsOf('Theirs', 'Mine'))
  expect(readiness('selection.delete')).toEqual({ kind: 'ready' })
  expect(readiness('tool.note')).toEqual({ kind: 'denied', right: 'add', why: 'step' })
  expect(run('tool.note')).toBe(false)
  expect(a.editor.tool.value).toBe('select')
  a.becomes('observer')
  expect(readiness('note.add')).toEqual({ kind: 'denied', right: 'add', why: 'role' })
})

test('an undo that has nothing to do is idle, yet keeps the browser from undoing in the note’s field', () => {
  const { person, keys, readiness } = ana('A')
  expect(readiness('history.undo')).toEqual({ kind: 'ready' })
  keys('Mod+z')
  expect(readiness('history.undo')).toEqual({ kind: 'idle' })
  expect(keys('Mod+z')).toEqual([false])
  const table = openTable()
  const other = typist(table.joins('Ben'))
  table.joins('Eve').adds('Hers', { to: 'channels' })
  other.person.editor.write(other.person.id('Hers'))
  expect(other.keys('Mod+z')).toEqual([true])
  expect(person.canvas.notes.size).toBe(0)
})

test('everybody may export, and who may add may import; a note being written is kept first', () => {
  const { person, run, asked, readiness } = ana('A')
  person.editor.write(person.id('A'))
  run('board.export')
  expect(person.editor.writing.value).toBeUndefined()
  run('board.import')
  expect(asked).toEqual(['export', 'import'])
  person.becomes('observer')
  expect(readiness('board.export')).toEqual({ kind: 'ready' })
  expect(readiness('board.import')).toEqual({ kind: 'denied', right: 'add', why: 'role' })
})
