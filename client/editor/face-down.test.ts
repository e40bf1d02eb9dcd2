/** What lies face down for me, and which of it turns up: by what the server counts and what the canvas then shows. */
import { expect, test } from 'vitest'
import { Value } from '../../shared/base/observable.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { joinCanvases } from '../../shared/canvas/joined.ts'
import { addNote, editText } from '../../shared/canvas/operations.ts'
import { createDocument } from '../../shared/wire/document.ts'
import type { Person, Progress } from './board.ts'
import { followFaceDown } from './face-down.ts'

const ME = { id: 'me', name: 'Ana', color: 'jade', role: 'participant' } as const satisfies Person

/** A private round as I see it: the shared canvas with my draft upon it, and what the server counts. */
function round() {
  const shared = openCanvas(createDocument())
  const draft = openCanvas(createDocument())
  const canvas = new Value<Canvas>(joinCanvases(shared, draft, { isTaking: () => true }))
  const progress = new Value<Progress | undefined>(undefined)
  const waiting = new Set<() => void>()
  const faceDown = followFaceDown({
    board: { canvas, progress, me: new Value<Person>(ME) },
    after: (_ms, run) => {
      waiting.add(run)
      return () => waiting.delete(run)
    },
  })
  const turned: string[] = []
  faceDown.turned.subscribe(ids => turned.push([...ids].sort().join(' ')))
  const put = (
    to: Canvas,
    author: string,
    ids: readonly string[],
    { area = 'channels', text = 'Words' }: { readonly area?: Area; readonly text?: string } = {},
  ) =>
    to.document.transact(() => {
      for (const [y, id] of ids.entries())
        addNote(to, { id, place: [area, 40, 200 * y, 1], text: text && `${text} ${id}`, color: 'sky', author })
    })
  return {
    ...{ shared, draft, canvas, progress, faceDown, turned, put },
    counts: (blocks: Progress['blocks']) => progress.set({ round: 'r', done: 1, of: 3, blocks }),
    counted: () => Object.fromEntries(faceDown.counts.value),
    pass: () => {
      for (const run of [...waiting]) run()
    },
  }
}

test('[B4] as many lie face down as the server counts, less my own', () => {
  const { counts, counted, put, draft, progress } = round()
  expect(counted()).toEqual({})
  counts({ channels: 3, costStructure: 1 })
  expect(counted()).toEqual({ channels: 3, costStructure: 1 })
  put(draft, '', ['mine'])
  put(draft, '', ['blank'], { text: '' })
  expect(counted()).toEqual({ channels: 2, costStructure: 1 })
  progress.set(undefined)
  expect(counted()).toEqual({})
})

test('[B4] a reveal turns up what lay face down, at once and once; mine lay open', () => {
  const { counts, counted, put, draft, shared, turned, faceDown } = round()
  put(draft, '', ['mine'])
  counts({ channels: 3, costStructure: 1 })
  shared.document.transact(() => {
    addNote(shared, { id: 'm', place: ['channels', 40, 0, 1], text: 'Words mine', color: 'sky', author: 'me' })
    for (const id of ['a', 'b'])
      addNote(shared, { id, place: ['channels', 40, 300, 1], text: id, color: 'sky', author: 'ben' })
  })
  expect(turned).toEqual(['a b'])
  expect(counted()).toEqual({ costStructure: 1 })
  expect(['a', 'b', 'm'].map(id => faceDown.isTurned(id))).toEqual([true, true, false])
  put(shared, 'ben', ['c'], { area: 'costStructure' })
  expect(turned).toEqual(['a b', 'c'])
  counts({})
  expect(counted()).toEqual({})
})

test('[B4] what somebody writes openly turns nothing up, nor does what is more than lay there', () => {
  const { counts, counted, put, shared, turned } = round()
  put(shared, 'ben', ['before'])
  counts({ channels: 1 })
  put(shared, 'ben', ['open'], { text: '' })
  shared.document.transact(() => editText(shared, 'open', 'Now it has words'))
  shared.document.transact(() => editText(shared, 'before', 'Other words'))
  put(shared, 'ben', ['elsewhere'], { area: 'keyResources' })
  expect([turned, counted()]).toEqual([[], { channels: 1 }])
  put(shared, '', ['a', 'b'])
  expect(turned).toEqual(['a'])
})

test('[B4] what turned up by mistake lies there again when the server has counted on', () => {
  const { counts, counted, put, shared, pass } = round()
  counts({ channels: 2 })
  put(shared, 'ben', ['restored'])
  expect(counted()).toEqual({ channels: 1 })
  pass()
  expect(counted()).toEqual({ channels: 2 })
})

test('[B4] another canvas, with or without my draft, is no reveal', () => {
  const { counts, counted, put, shared, canvas, turned } = round()
  counts({ channels: 2 })
  const fresh = openCanvas(createDocument())
  put(fresh, 'ben', ['x', 'y'])
  canvas.set(fresh)
  put(shared, 'ben', ['heard no more'])
  expect([turned, counted()]).toEqual([[], { channels: 2 }])
})

test('[B4] it turns up all the same when the server counts it no more before it comes', () => {
  const { counts, counted, put, shared, turned, pass } = round()
  counts({ channels: 3 })
  counts({ channels: 1 })
  put(shared, 'ben', ['a', 'b'])
  expect([turned, counted()]).toEqual([['a b'], { channels: 1 }])
  counts({})
  pass()
  put(shared, 'ben', ['much later'])
  expect(turned).toEqual(['a b'])
})
