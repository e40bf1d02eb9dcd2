/** Menus are tables of commands: they leave out what would do nothing, and say why something may not be. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { writeSession } from '../../shared/workshop/workshop.ts'
import type { Table } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { commandNamed, runCommand } from './commands.ts'
import type { MenuId } from './menus.ts'
import { menuNow, menuOf, MENUS } from './menus.ts'
import { testShell } from './shell-kit.ts'

/** What the server would show. */
function runs({ workshop: { document }, clock }: Table, plan: StepPlan): void {
  const run = { id: 'run', seq: 1, step: null, order: null, plan, startedAt: clock.now(), totalMs: 60_000 }
  document.transact(() => writeSession(document, 'run', { ...run, pausedAt: null, pausedMs: 0, round: null }))
}

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
    'note.copyMarkdown',
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
  expect(ids('link')).toEqual([
    ['link.label', 'link.reverse', 'link.reattachHead', 'link.reattachTail'],
    ['selection.delete'],
  ])
})

test('[B2] what a step or a role does not allow is not offered, what another made stays with its reason', () => {
  const { table, person, context } = ana()
  const ben = table.joins('Ben')
  const moves = () =>
    menuOf('note', context)
      .flat()
      .filter(({ command }) => command.id.startsWith('note.moveTo'))
  table.allows({ ...ALL_RIGHTS, move: 'own' })
  person.editor.select([ben.adds('Ben’s', { to: 'channels' })])
  expect(new Set(moves().map(({ state }) => state.kind === 'denied' && state.why))).toEqual(new Set(['notYours']))
  const rights = { ...ALL_RIGHTS, move: 'none' } as const
  table.allows(rights)
  runs(table, { ...BLANK_PLAN, rights })
  expect(moves()).toEqual([])
  expect(menuOf('note', context).flat()).not.toEqual([])
  person.becomes('observer')
  expect(
    menuOf('note', context)
      .flat()
      .map(({ command }) => command.id),
  ).toEqual(['note.copy', 'note.copyMarkdown', 'view.note', 'selection.sameColor', 'selection.sameAuthor'])
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
