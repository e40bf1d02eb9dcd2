import { expect, test } from 'vitest'
import { memoryStorage } from '../base/store.ts'
import type { KeptLink } from './kept-links.ts'
import { keepLinks, keptLinks, named } from './kept-links.ts'
import type { ShareLink } from './server.ts'
import { rowsOf } from './share-rows.ts'

const link = (id: string, more: Partial<ShareLink> = {}): ShareLink => ({
  id,
  role: 'participant',
  owner: false,
  label: '',
  createdAt: 0,
  expiresAt: null,
  revokedAt: null,
  people: 0,
  ...more,
})

const kept = (id: string, more: Partial<KeptLink> = {}): KeptLink => ({
  kind: 'participant',
  url: `http://board.test/b/b#${id}`,
  id,
  ...more,
})

const idOf = (links: readonly ShareLink[], known: readonly KeptLink[] = []) =>
  rowsOf(links, known, 100).kinds.find(({ kind }) => kind === 'participant')?.link?.id

test('[B1] a row speaks of the link that this browser knows, else of the first of its kind', () => {
  const links = [link('b', { createdAt: 2 }), link('a', { createdAt: 1 })]
  expect(idOf(links)).toBe('a')
  expect(idOf(links, [kept('b')])).toBe('b')
  expect(idOf(links, [kept('a'), kept('b')])).toBe('b')
})

test('a link that was revoked, has expired or was made for somebody stands for nobody else', () => {
  expect(idOf([link('a', { revokedAt: 50 })], [kept('a')])).toBeUndefined()
  expect(idOf([link('a', { expiresAt: 100 })], [kept('a')])).toBeUndefined()
  expect(idOf([link('a', { label: 'Marketing' })], [kept('a')])).toBeUndefined()
  expect(idOf([link('a', { expiresAt: 101 })], [kept('a')])).toBe('a')
})

test('what no row speaks of is listed below, and people are counted once', () => {
  const links = [
    link('a', { people: 3 }),
    link('old', { people: 1, revokedAt: 5 }),
    link('m', { people: 2, label: 'Marketing', createdAt: 1 }),
    link('o', { role: 'facilitator', owner: true, people: 1 }),
    link('f', { role: 'facilitator' }),
  ]
  const { kinds, others } = rowsOf(links, [kept('m')], 100)
  expect(others.map(row => [row.link.id, row.url !== undefined])).toEqual([['m', true]])
  expect(Object.fromEntries(kinds.map(row => [row.kind, row.people]))).toEqual({
    participant: 4,
    commenter: 0,
    observer: 0,
    facilitator: 0,
    owner: 1,
  })
})

test('the links of a board’s making get their names by their kinds', () => {
  const links = [
    link('p2', { createdAt: 9 }),
    link('p1'),
    link('f', { role: 'facilitator' }),
    link('o', { role: 'facilitator', owner: true }),
  ]
  const made = (['participant', 'facilitator', 'owner'] as const).map(kind => ({ kind, url: kind }))
  expect(named(made, links).map(({ id }) => id)).toEqual(['p1', 'f', 'o'])
  expect(named([kept('x')], links)).toEqual([kept('x')])
})

test.each(['', 'nonsense', '{}', '[1, null, {"kind": "king", "url": "x"}]'])(
  'what cannot be read is left out: %j',
  text => {
    expect(keptLinks({ getItem: () => text }, 'b')).toEqual([])
  },
)

test('links are kept for each board by itself', () => {
  const store = memoryStorage()
  keepLinks(store, 'b', [kept('a')])
  expect(keptLinks(store, 'b')).toEqual([kept('a')])
  expect(keptLinks(store, 'c')).toEqual([])
})
