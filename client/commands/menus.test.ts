/** Menus are tables of commands: they leave out what would do nothing, and say why something may not be. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { commandNamed, runCommand } from './commands.ts'
import type { MenuId } from './menus.ts'
import { menuNow, menuOf, MENUS } from './menus.ts'
import { testShell } from './shell-kit.ts'

function ana() {
  const table = openTable()
  const person = table.joins('Ana')
  person.adds('Shop', { to: 'channels' })
  person.adds('Fair', { to: 'channels' })
  const context: Context = { editor: person.editor, shell: testShell() }
  const ids = (menu: MenuId) => menuOf(menu, context).map(lines => lines.map(({ command }) => command.id))
  return { table, person, context, ids }
}

test('every line of a menu is a command', () => {
  for (const id of Object.values(MENUS).flat(2)) expect.soft(commandNamed(id), id).toBeDefined()
})

test('what would do nothing is left out, and a part without lines with it', () => {
  const { person, context, ids } = ana()
  expect(menuNow(context)).toBe('area')
  expect(ids('note')).toEqual([['link.add', 'note.addImage']])
  person.editor.select(person.idsOf('Shop'))
  expect(menuNow(context)).toBe('note')
  expect(ids('note')[0]).toEqual([
    'note.write',
    'link.add',
    'note.copy',
    'note.cut',
    'note.duplicate',
    'note.unpaper',
    'note.addImage',
    'view.note',
  ])
  expect(ids('note').flat()).not.toContain('note.moveTo.channels')
  expect(ids('note').flat()).toContain('note.moveTo.parking')
  person.editor.selectLink(person.links('Shop', 'Fair'))
  expect(menuNow(context)).toBe('link')
  expect(ids('link')).toEqual([['link.label', 'link.reverse'], ['selection.delete']])
})

test('what a step forbids stays with its reason, what a role never may is not offered', () => {
  const { table, person, context } = ana()
  table.allows({ ...ALL_RIGHTS, move: 'none' })
  person.editor.select(person.idsOf('Shop'))
  const moves = menuOf('note', context)
    .flat()
    .filter(({ command }) => command.id.startsWith('note.moveTo'))
  expect(new Set(moves.map(({ state }) => state.kind === 'denied' && state.why))).toEqual(new Set(['step']))
  person.becomes('observer')
  expect(
    menuOf('note', context)
      .flat()
      .map(({ command }) => command.id),
  ).toEqual(['note.copy', 'view.note', 'selection.sameColor', 'selection.sameAuthor'])
})

test('one of several holds: layout, theme, language', () => {
  const { context } = ana()
  const on = () =>
    menuOf('board', context)
      .flat()
      .flatMap(({ command }) => (command.isOn?.(context) ? command.id : []))
  expect(on()).toEqual(['view.layout.classic', 'board.theme.system', 'board.language.en'])
  runCommand('view.layout.grid', context)
  runCommand('board.theme.dark', context)
  expect(on()).toEqual(['view.layout.grid', 'board.theme.dark', 'board.language.en'])
})

test('a note asked for at a spot lies there, whatever is looked at', () => {
  const { person, context } = ana()
  person.editor.look('block', 'channels')
  runCommand('note.add', { ...context, spot: ['revenueStreams', 600, 200] })
  person.types('Fees')
  expect(person.sees('revenueStreams')).toEqual(['Fees'])
  const { x, y } = person.editor.shown.areaRect('revenueStreams')
  const rect = person.rect('Fees')
  expect(Math.abs(rect.x + rect.width / 2 - x - 600)).toBeLessThanOrEqual(112)
  expect(Math.abs(rect.y + rect.height / 2 - y - 200)).toBeLessThanOrEqual(72)
})
