import { expect, test } from 'vitest'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Note } from '../../shared/canvas/records.ts'
import { openTable } from '../editor/test-board.ts'
import { lacksSegment, linkChoices } from './link-choices.ts'

const note = (text: string, area: Area): Note => ({
  ...{ id: text, text, place: [area, 0, 0, 0], color: 'straw', author: '' },
  ...{ segments: [], kinds: [], tags: [] },
})
const NOTES = [
  note('Shared office', 'keyResources'),
  note('Our shops', 'channels'),
  note('Shoppers', 'customerSegments'),
]
const found = (words: string, from: Area) => linkChoices(NOTES, words, { from, most: 8 }).map(({ text }) => text)

test('of notes found alike those come first whose block the one to link from touches, segments before all', () => {
  expect(found('', 'valuePropositions')).toEqual(['Shoppers', 'Shared office', 'Our shops'])
  expect(found('', 'channels')).toEqual(['Shoppers', 'Shared office', 'Our shops'])
  expect(found('', 'parking')).toEqual(['Shared office', 'Our shops', 'Shoppers'])
})

test('how a note begins counts for more, and every word has to be in it', () => {
  expect(found('sho', 'channels')).toEqual(['Shoppers', 'Our shops'])
  expect(found('sh', 'channels')).toEqual(['Shoppers', 'Shared office', 'Our shops'])
  expect(found('our sho', 'channels')).toEqual(['Our shops'])
})

test('a note lacks a link to a segment while its block touches segments, there is one, and neither reaches the other', () => {
  const ana = openTable().joins('Ana')
  const lacks = (text: string) => lacksSegment(ana.canvas, ana.note(text))
  ana.adds('Web shop', { to: 'channels' })
  ana.adds('Servers', { to: 'keyResources' })
  expect(lacks('Web shop')).toBe(false)
  ana.adds('Shoppers', { to: 'customerSegments' })
  expect([lacks('Web shop'), lacks('Servers'), lacks('Shoppers')]).toEqual([true, false, false])
  const link = ana.links('Shoppers', 'Web shop')
  expect(lacks('Web shop')).toBe(false)
  ana.editor.deleteLink(link)
  ana.links('Web shop', 'Servers')
  expect(lacks('Web shop')).toBe(true)
  ana.editor.deleteNotes(ana.idsOf('Shoppers'))
  expect(lacks('Web shop')).toBe(false)
})
