/** The palette finds commands, blocks, notes and people, leaves out what cannot be done now, and goes where what is chosen is. */
import { expect, test } from 'vitest'
import { leastCost } from '../../e2e/support/pace.ts'
import { newId } from '../../shared/base/id.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { choose, closestOf, find } from './find.ts'
import { testShell } from './shell-kit.ts'

function finder(person: TestPerson) {
  const shell = testShell(id => person.canvas.notes.get(id)?.text ?? id)
  const context: Context = { editor: person.editor, shell }
  const texts = (typed: string, group?: string) =>
    find(context, typed)
      .filter(each => group === undefined || each.group === group)
      .flatMap(({ found }) => found.map(({ text }) => text))
  /** As Enter after these letters. */
  const chooses = (typed: string) => {
    const closest = closestOf(find(context, typed))
    if (closest) choose(context, closest.thing)
    return closest?.text
  }
  return { person, shell, context, texts, chooses }
}

function ana(...notes: readonly string[]) {
  const table = openTable()
  const person = table.joins('Ana', { role: 'facilitator' })
  for (const text of notes) person.adds(text, { to: 'channels' })
  return { table, ...finder(person) }
}

test('groups stand in the order commands, blocks, notes, people; each has its closest first', () => {
  const { table, context, texts } = ana('Revenue from a shop', 'Every revival')
  table.joins('Reva')
  const findings = find(context, 'rev')
  expect(findings.map(({ group }) => group)).toEqual(['blocks', 'notes', 'people'])
  expect(texts('rev')).toEqual(['Revenue Streams', 'Revenue from a shop', 'Every revival', 'Reva'])
  expect(texts('zoom', 'commands')).toEqual(['Zoom in', 'Zoom out'])
})

test('without a word commands, all blocks and the people here are offered, and no note', () => {
  const { table, context, texts } = ana('Shop')
  table.joins('Ben')
  expect(find(context, '').map(({ group }) => group)).toEqual(['commands', 'blocks', 'people'])
  expect(texts('', 'blocks')).toHaveLength(AREAS.length)
  expect(texts('', 'people')).toEqual(['Ben'])
})

test('what would do nothing now is left out, what is not allowed is there with its reason', () => {
  const { table, person, texts } = ana('Shop')
  expect(texts('delete')).not.toContain('Delete')
  person.editor.select(person.idsOf('Shop'))
  expect(texts('delete')).toContain('Delete')
  const eve = finder(table.joins('Eve', { role: 'observer' }))
  const [command] = find(eve.context, 'add a note')[0]?.found ?? []
  expect(command?.thing).toMatchObject({ kind: 'command', state: { kind: 'denied', why: 'role' } })
  eve.chooses('add a note')
  expect(eve.person.heard).toMatchObject([{ kind: 'notAllowed', right: 'add' }])
})

test('arrows, Escape and the keys of blocks are for the keyboard: blocks stand there themselves', () => {
  const { texts } = ana('Shop', 'Fair')
  for (const typed of ['next note', 'step out', 'go to', 'find or do']) expect(texts(typed, 'commands')).toEqual([])
})

test('Enter takes the closest of all groups, of equals the first', () => {
  const { chooses, person } = ana('Cost of everything')
  expect(chooses('cost s')).toBe('Cost Structure')
  expect(chooses('cost of')).toBe('Cost of everything')
  expect(chooses('whole')).toBe('Show the whole canvas')
  expect(person.editor.level.value).toBe('whole')
  expect(chooses('qqq')).toBeUndefined()
})

test('a block is gone to; a note is chosen and its block shown', () => {
  const { person, chooses } = ana('Shop')
  chooses('revenue')
  expect(person.editor.focus.value.area).toBe('revenueStreams')
  chooses('shop')
  expect(person.selected).toEqual(['Shop'])
  expect(person.editor.focus.value.area).toBe('channels')
})

test('a note of the closed parking lot is shown in it', () => {
  const { person, chooses } = ana()
  person.adds('Later', { to: 'parking' })
  chooses('later')
  expect(person.editor.shown.noteRect(person.id('Later'))).toBeDefined()
})

test('in the outline all of it goes there', () => {
  const { shell, chooses } = ana('Shop')
  shell.openOutline()
  chooses('shop')
  chooses('channels')
  expect(shell.asked).toEqual(['go to Shop in channels', 'go to channels'])
})

test('a person is shown where they write or point; when nobody knows where that is, among the people', () => {
  const { table, person, shell, chooses } = ana('Shop')
  const ben = table.joins('Ben')
  chooses('ben')
  expect(shell.asked).toEqual(['people'])
  ben.moves(ben.spot('keyResources', 50, 300))
  chooses('ben')
  expect(person.editor.focus.value.area).toBe('keyResources')
  ben.editor.select(ben.idsOf('Shop'))
  chooses('ben')
  expect(person.editor.focus.value.area).toBe('channels')
})

test('a key in the palette costs less than a frame among 5,000 notes', () => {
  const { person, context } = ana()
  const words = [
    'Paying',
    'subscribers',
    'größere',
    'Läden',
    'near',
    'music',
    'قنوات',
    'playlists',
    'everyone',
    'likes',
  ]
  const { canvas } = person
  change(canvas, undefined, () => {
    for (let i = 0; i < 5_000; i++) {
      const text = Array.from({ length: 12 }, (_, j) => words[(i * 7 + j * j) % words.length]).join(' ')
      addNote(canvas, {
        ...{ id: newId(), author: 'ana', color: 'straw', text: `${text} ${i}` },
        place: [AREAS[i % AREAS.length] ?? 'parking', 0, 0, i],
      })
    }
  })
  expect(find(context, 'likes 4999').at(-1)?.found).toHaveLength(1)
  const FRAME_MS = 16
  for (const typed of ['m', 'mu', 'mus', 'qzx', 'pl ev lik', 'grossere']) {
    expect
      .soft(
        leastCost(() => find(context, typed), FRAME_MS),
        typed,
      )
      .toBeLessThan(FRAME_MS)
  }
})
