/** A collection shows the records of a root as frozen snapshots, and renews only what changed. */
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Collection } from './collection.ts'
import { isRecord, openCollection } from './collection.ts'

interface Card {
  readonly id: string
  readonly title: string
}
const readCard = (id: string, record: Y.Map<unknown>): Card | undefined => {
  const title = record.get('title')
  return typeof title === 'string' ? { id, title } : undefined
}

let root: Y.Map<unknown>
let cards: Collection<Card>
let told: string[][]

const doc = (): Y.Doc => root.doc ?? new Y.Doc()
const put = (id: string, title: unknown) => root.set(id, new Y.Map([['title', title]]))
const set = (id: string, field: string, value: unknown) => (root.get(id) as Y.Map<unknown>).set(field, value)
const ids = (list: readonly Card[]) => list.map(card => card.id)

beforeEach(() => {
  root = new Y.Doc().getMap('cards')
  put('b', 'two')
  put('a', 'one')
  cards = openCollection(root, readCard)
  told = []
  cards.subscribe(changed => told.push([...changed].sort()))
})

describe('reading', () => {
  test('what was there is read at once, in order of the ids, not of arrival', () => {
    expect(cards.all()).toEqual([
      { id: 'a', title: 'one' },
      { id: 'b', title: 'two' },
    ])
    expect(cards.size).toBe(2)
    put('aa', 'between')
    expect(ids(cards.all())).toEqual(['a', 'aa', 'b'])
  })

  test('snapshots and lists are frozen', () => {
    expect(Object.isFrozen(cards.get('a'))).toBe(true)
    expect(Object.isFrozen(cards.all())).toBe(true)
    expect(Object.isFrozen(cards.binned())).toBe(true)
  })

  test('a list is the same array and a record the same snapshot until it changes', () => {
    const list = cards.all()
    const a = cards.get('a')
    expect(cards.all()).toBe(list)
    set('b', 'title', 'new')
    expect(cards.all()).not.toBe(list)
    expect(cards.get('a')).toBe(a)
    expect(cards.all()[0]).toBe(a)
    expect(cards.get('b')?.title).toBe('new')
  })

  test('a binned record is in the bin and nowhere else, keeps what is written into it, and comes back the same', () => {
    set('a', 'bin', true)
    expect(cards.get('a')).toBeUndefined()
    expect(cards.find('a')?.title).toBe('one')
    expect([ids(cards.all()), ids(cards.binned()), cards.size]).toEqual([['b'], ['a'], 1])
    set('a', 'title', 'meanwhile')
    ;(root.get('a') as Y.Map<unknown>).delete('bin')
    expect([ids(cards.all()), cards.binned(), cards.get('a')?.title]).toEqual([['a', 'b'], [], 'meanwhile'])
  })

  test('only `true` is in the bin', () => {
    for (const junk of [false, 0, 1, 'true', null, {}]) {
      set('a', 'bin', junk)
      expect(cards.get('a')).toBeDefined()
    }
  })

  test('a record removed for good is gone everywhere; made again it is there again', () => {
    root.delete('a')
    expect([cards.get('a'), cards.find('a'), ids(cards.all())]).toEqual([undefined, undefined, ['b']])
    put('a', 'again')
    expect(ids(cards.all())).toEqual(['a', 'b'])
  })
})

describe('telling', () => {
  test('listeners hear once a transaction, with the ids that changed, when all can be read', () => {
    let seen: readonly Card[] = []
    cards.subscribe(() => {
      seen = cards.all()
    })
    doc().transact(() => {
      put('c', 'three')
      set('a', 'title', 'x')
      set('a', 'title', 'y')
      root.delete('b')
    })
    expect(told).toEqual([['a', 'b', 'c']])
    expect(seen.map(card => card.title)).toEqual(['y', 'three'])
  })

  test('nothing is told when nothing changed, or after leaving', () => {
    doc().transact(() => undefined)
    expect(told).toEqual([])
    let heard = 0
    cards.subscribe(() => heard++)()
    put('c', 'three')
    expect(heard).toBe(0)
  })

  test('a change deep inside a record is a change of it', () => {
    set('a', 'text', new Y.Text('x'))
    told.length = 0
    ;((root.get('a') as Y.Map<unknown>).get('text') as Y.Text).insert(1, 'y')
    expect(told).toEqual([['a']])
  })
})

describe('[T12] foreign junk', () => {
  const junk: readonly unknown[] = [
    null,
    7,
    'text',
    ['title'],
    { title: 'plain' },
    { observeDeep: 1, keys: 1, get: 1, entries: 1 },
    new Uint8Array(3),
  ]
  const types = () => [new Y.Array(), new Y.Text('title'), new Y.XmlElement('title'), new Y.XmlText(), new Y.Doc()]

  test('[T12] what is not a map, or cannot be read, is skipped, and nothing throws', () => {
    for (const [index, value] of [...junk, ...types()].entries()) {
      root.set(`junk${index}`, value)
      expect(isRecord(root.get(`junk${index}`))).toBe(false)
    }
    put('number', 7)
    root.set('empty', new Y.Map())
    expect(ids(cards.all())).toEqual(['a', 'b'])
    expect(ids(openCollection(root, readCard).all())).toEqual(['a', 'b'])
  })

  test('[T12] a record that becomes junk is gone, junk that becomes a record is there', () => {
    root.set('a', 7)
    set('b', 'title', 7)
    expect(cards.size).toBe(0)
    put('a', 'one')
    set('b', 'title', 'two')
    expect(cards.size).toBe(2)
  })
})
