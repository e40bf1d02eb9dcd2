import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../../shared/workshop/rights.ts'
import { openTable } from '../test-board.ts'

const LIST = 'Hosts\n- Guests\n\n• Cities'

test('[B14] a note with a list is split in one step: its first line stays, the others look like it; one undo', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  const id = ana.adds(LIST, { to: 'channels' })
  ana.adds('Here before', { to: 'channels' })
  ana.editor.colorNotes([id], 'sky')
  const { sent } = ben
  ben.editor.splitNote(id)
  expect(ben.sent).toBe(sent + 1)
  expect(ana.sees('channels')).toEqual(['Hosts', 'Here before', 'Guests', 'Cities'])
  expect(ana.id('Hosts')).toBe(id)
  expect(ana.note('Guests')).toMatchObject({ color: 'sky', author: 'ben' })
  ben.editor.undo()
  expect(ben.heard.at(-1)).toMatchObject({ kind: 'undone', title: 'split' })
  expect(ana.sees('channels')).toEqual([LIST, 'Here before'])
})

test('the lines follow the note that held them, in their order, though places before it are free', () => {
  const ana = openTable().joins('Ana')
  ana.adds(LIST, { to: 'channels', at: { x: 24, y: 200 } })
  ana.adds('Here before', { to: 'channels', at: { x: 248, y: 200 } })
  ana.editor.splitNote(ana.id(LIST))
  expect(ana.sees('channels')).toEqual(['Hosts', 'Here before', 'Guests', 'Cities'])
})

test('[B14] one line is not split; who may not add, or not write in it, hears so', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  expect(ana.editor.splitNote(ana.adds('One line', { to: 'channels' }))).toEqual([])
  expect(ana.heard).toEqual([])
  const id = ana.adds(LIST, { to: 'channels' })
  for (const right of ['add', 'text'] as const) {
    table.allows({ ...ALL_RIGHTS, [right]: right === 'add' ? 'none' : 'own' })
    expect(ben.editor.splitNote(id)).toEqual([])
    expect(ben.heard.at(-1)).toMatchObject({ kind: 'notAllowed', right })
  }
  expect(ana.note(LIST).id).toBe(id)
})
