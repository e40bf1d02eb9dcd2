/** Pasted notes come where they belong, in one step, as far as one may and the canvas holds them. */
import { expect, test } from 'vitest'
import { costOf } from '../../e2e/support/pace.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import type { Goal, Readable } from './paste.ts'
import { namesBlocks, onlyNote, planPaste, runPaste } from './paste.ts'
import { byMe } from './plan-file.ts'
import { readPasted } from './read-pasted.ts'

function read(person: TestPerson, text: string): Readable {
  const pasted = readPasted({ text, html: '' }, byMe(person.board))
  if (pasted.kind === 'nothing' || pasted.kind === 'tooMuch') throw new Error(pasted.kind)
  return pasted
}
const paste = (person: TestPerson, text: string, goal: Goal): readonly string[] | undefined =>
  runPaste(person.editor, planPaste(person.editor, read(person, text), goal))
const into = (area: Area): Goal => ({ area, sorted: false })
const lines = (many: number): string => Array.from({ length: many }, (_, i) => `Note ${i}`).join('\n')

const table = () => {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}

test('[B14] 40 lines are 40 notes in one update, in their order, in less than a second, and one undo takes them back', () => {
  const { ana, ben } = table()
  ana.adds('Here before', { to: 'channels' })
  const { sent } = ana
  let ids: readonly string[] | undefined
  expect(costOf(() => (ids = paste(ana, lines(40), into('channels'))))).toBeLessThan(1_000)
  expect(ids).toHaveLength(40)
  expect(ana.sent).toBe(sent + 1)
  expect(ben.sees('channels')).toEqual(['Here before', ...lines(40).split('\n')])
  expect(new Set(ben.canvas.notes.all().map(({ author }) => author))).toEqual(new Set(['ana']))
  ana.editor.undo()
  expect(ana.heard.at(-1)).toMatchObject({ kind: 'undone', title: 'paste' })
  expect(ben.sees('channels')).toEqual(['Here before'])
})

test('[B14] what names blocks goes there, or all of it where one says; what is there already comes once more', () => {
  const { ana } = table()
  const text = 'Kunden:\nHosts\nKey Partners:\nBanks\nBanks'
  expect(namesBlocks(read(ana, text))).toBe(true)
  paste(ana, text, { area: 'parking', sorted: true })
  paste(ana, text, { area: 'parking', sorted: true })
  expect([ana.sees('customerSegments'), ana.sees('keyPartnerships')]).toEqual([
    ['Hosts', 'Hosts'],
    ['Banks', 'Banks', 'Banks', 'Banks'],
  ])
  paste(ana, text, into('channels'))
  expect(ana.sees('channels')).toEqual(['Hosts', 'Banks', 'Banks'])
})

test('[B14] a canvas of which all goes to one block keeps its links there, and no heading of another', () => {
  const { ana } = table()
  const text = '## Channels\n- Website\n### Ours\n- Fair\n\n## Key Partners\n- Banks\n\n## Links\n- CH1 → KP1\n'
  paste(ana, text, into('parking'))
  const notes = ana.canvas.notes.all()
  expect(new Set(notes.map(({ place }) => place[0]))).toEqual(new Set(['parking']))
  expect(notes.flatMap(({ tags }) => tags)).toEqual([])
  expect(ana.canvas.about.value.headings).toEqual({})
  expect(ana.canvas.links.all()).toMatchObject([{ from: ana.id('Website'), to: ana.id('Banks') }])
})

test('[B14] a single note asks nothing', () => {
  const { ana } = table()
  expect(onlyNote(read(ana, ' - Hosts\n'))).toBe('Hosts')
  expect(onlyNote(read(ana, 'Hosts\nGuests'))).toBeUndefined()
  expect(onlyNote(read(ana, 'Channels\tWebsite'))).toBeUndefined()
})

test('[B14] a note holds what it holds, never half a sign', () => {
  const { ana } = table()
  paste(ana, `${'a'.repeat(LIMITS.noteLength - 1)}😀\nb`, into('channels'))
  const [long] = ana.sees('channels')
  expect(long).toBe('a'.repeat(LIMITS.noteLength - 1))
})

test('[B14] who may not add pastes nothing, which is said; so does a full canvas, and more than one update holds', () => {
  const { table: desk, ana } = table()
  ana.adds('Here before', { to: 'parking' })
  expect(paste(ana, lines(LIMITS.notes), into('parking'))).toBeUndefined()
  expect(ana.heard.at(-1)).toEqual({ kind: 'full', limit: LIMITS.notes })
  const { sent } = ana
  expect(paste(ana, Array.from({ length: 99 }, () => 'ä'.repeat(9_000)).join('\n'), into('parking'))).toBeUndefined()
  expect(ana.heard.at(-1)).toEqual({ kind: 'tooMuch' })
  desk.allows({ ...ALL_RIGHTS, add: 'none' })
  expect(paste(ana, lines(2), into('parking'))).toBeUndefined()
  expect(ana.heard.at(-1)).toMatchObject({ kind: 'notAllowed', right: 'add' })
  expect(ana.sent).toBe(sent)
})
