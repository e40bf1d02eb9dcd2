/** Sentences are filled, plurals chosen, and every saying has words. */
import { expect, test } from 'vitest'
import { BLOCK_IDS, BLOCKS } from '../../shared/canvas/blocks.ts'
import { RIGHTS } from '../../shared/workshop/rights.ts'
import type { Denial, Saying } from '../editor/editor.ts'
import { deedName, sentenceOf } from './sayings.ts'
import type { Language, WordKey } from './words.ts'
import { english, say, sayAny, speak } from './words.ts'

test('slots are filled, numbers as the language writes them', () => {
  expect(say('command.goTo', { area: 'Channels' })).toBe('Go to Channels')
  expect(say('said.full', { limit: 5_000 })).toContain('5,000')
  expect(sayAny('command.goTo')).toBe('Go to {area}')
})

test('what a person wrote is not read as a slot', () => {
  expect(say('command.goTo', { area: '{area} $& {count}' })).toBe('Go to {area} $& {count}')
})

test('plural forms follow the language', () => {
  expect(say('said.deleted', { count: 1 })).toBe('1 note deleted.')
  expect(say('said.deleted', { count: 20 })).toBe('20 notes deleted.')
  const polish: Language = {
    ...english,
    'said.deleted': { one: 'a {count}', few: 'b {count}', many: 'c {count}', other: 'd' },
  }
  const { say: mów } = speak(polish, 'pl')
  expect([1, 3, 5].map(count => mów('said.deleted', { count }))).toEqual(['a 1', 'b 3', 'c 5'])
})

test('everything the editor may say has a sentence without open slots', () => {
  const whys: readonly Denial[] = ['role', 'step', 'notYours']
  const sayings: readonly Saying[] = [
    ...RIGHTS.flatMap(right => whys.map(why => ({ kind: 'notAllowed', right, why }) as const)),
    { kind: 'partly', done: 2, left: 1 },
    { kind: 'undone', title: 'move', kept: 0 },
    { kind: 'undone', title: 'add', kept: 2 },
    { kind: 'redone', title: 'Paste', kept: 0 },
    { kind: 'kept', title: 'add' },
    { kind: 'nothingToUndo' },
    { kind: 'nothingToRedo' },
    { kind: 'undoSkipped', titles: ['move', 'color'] },
    { kind: 'deleted', count: 1 },
    { kind: 'unlinked' },
    { kind: 'goneWhileWriting', id: 'x' },
    { kind: 'tooLong', limit: 10_000 },
    { kind: 'full', limit: 5_000 },
  ]
  for (const saying of sayings) expect(sentenceOf(saying)).toMatch(/^[A-Z0-9][^{}]+\.$/)
  expect(sentenceOf({ kind: 'notAllowed', right: 'move', why: 'notYours' })).toBe(
    'This step lets you move your own notes only.',
  )
  expect(deedName('constructor')).toBe('constructor')
})

test('blocks are called here as in shared', () => {
  for (const id of BLOCK_IDS) expect(sayAny(`area.${id}` satisfies WordKey)).toBe(BLOCKS[id].name)
})
