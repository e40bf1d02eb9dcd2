/** Pointing at each other, with people who send anything at all. */
import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { createDocument } from '../../shared/wire/document.ts'
import type { Other } from '../editor/board.ts'
import { fakeTimers } from './fake-timers.ts'
import { CanvasPresence, peopleHere } from './presence.ts'

const ben = { id: 'ben', name: 'Ben', color: 'brick', role: 'participant' }

/** Two tabs on one line; what the first says reaches the second with the person that the server stamps. */
function tabs(person: unknown = ben) {
  const theirs = new Awareness(createDocument())
  const mine = new Awareness(createDocument())
  const says = (state: Record<string, unknown> | null) => {
    theirs.setLocalState(state && { ...state, ...(person ? { person } : {}) })
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'line')
  }
  return { theirs, mine, says, close: () => [theirs, mine].forEach(each => each.destroy()) }
}

test('I see where another points, and no longer when they have left', () => {
  const { mine, theirs, says, close } = tabs()
  const presence = new CanvasPresence(fakeTimers())
  presence.follow(mine)
  const told: (readonly Other[])[] = []
  presence.others.subscribe(others => told.push(others))
  says({ cursor: ['channels', 40, 16], selection: ['n1'], drag: { ids: ['n1'], more: 3, by: [4, 5], over: 'parking' } })
  expect(presence.others.value).toEqual([
    {
      tab: theirs.clientID,
      person: ben,
      pointing: {
        cursor: ['channels', 40, 16],
        selection: ['n1'],
        drag: { ids: ['n1'], more: 3, by: [4, 5], over: 'parking' },
      },
    },
  ])
  says(null)
  expect(presence.others.value).toEqual([])
  expect(told).toHaveLength(2)
  close()
})

test('[T10] what another sends is read once and believed nothing', () => {
  const { mine, theirs, says, close } = tabs()
  const presence = new CanvasPresence(fakeTimers())
  presence.follow(mine)
  for (const odd of [
    { cursor: ['nowhere', 1, 2], selection: 'n1', drag: { ids: ['n1'] }, caret: { note: 7 } },
    { cursor: ['channels', '1', null], selection: { length: 9 }, drag: { ids: 'n1', by: [1, 2] }, caret: [] },
    { cursor: { 0: 'channels' }, drag: { ids: ['a'], by: [Number.NaN, 1] }, caret: { note: 'x'.repeat(300) } },
  ]) {
    says(odd)
    const [other] = presence.others.value
    expect({ ...other?.pointing, selection: undefined }).toEqual({ selection: undefined })
  }
  says({ selection: [1, 'n1', null, 'x'.repeat(999)], drag: { ids: ['n1', 4], by: [1, 2], over: 'king', more: -1 } })
  expect(presence.others.value[0]?.pointing).toEqual({
    selection: ['n1'],
    drag: { ids: ['n1'], by: [1, 2], over: null },
  })
  expect(presence.others.value[0]?.tab).toBe(theirs.clientID)
  close()
})

test('[T10] a state without a stamped person is nobody', () => {
  for (const person of [null, { ...ben, role: 'king' }, 'ben', { ...ben, color: '#ff0000' }]) {
    const { mine, says, close } = tabs(person)
    const presence = new CanvasPresence(fakeTimers())
    presence.follow(mine)
    says({ cursor: ['channels', 1, 2] })
    expect(presence.others.value).toEqual([])
    expect(peopleHere(mine)).toEqual([])
    close()
  }
})

test('[T12] a stroke that somebody draws is believed as far as it can be read', () => {
  const { mine, says, close } = tabs(ben)
  const presence = new CanvasPresence(fakeTimers())
  presence.follow(mine)
  const stroke = { anchor: ['channels', 10, 20], kind: 'pen', color: 'plum', width: 3, tail: [0, 0, 5, 5] }
  says({ stroke })
  expect(presence.others.value[0]?.pointing).toEqual({ stroke })
  for (const odd of [
    { ...stroke, anchor: ['nowhere', 1, 2] },
    { ...stroke, kind: 'brush' },
    { ...stroke, tail: [0, null] },
    { ...stroke, tail: Array(10_000).fill(1) },
    { ...stroke, width: '3' },
    'pen',
  ]) {
    says({ stroke: odd })
    expect(presence.others.value[0]?.pointing).toEqual({})
  }
  close()
})

test('[T12] lasers, views, reactions and remarks are believed as far as they can be read', () => {
  const { mine, says, close } = tabs(ben)
  const presence = new CanvasPresence(fakeTimers())
  presence.follow(mine)
  const good = {
    laser: { anchor: ['desk', 1, 2], trail: [0, 0, 5] },
    view: { at: 'free', middle: ['channels', 3, 4], width: 500, height: 300 },
    reaction: { kind: 'idea', count: 2, at: ['channels', 1, 2] },
    chat: 'Look here',
  }
  says(good)
  expect(presence.others.value[0]?.pointing).toEqual(good)
  for (const odd of [
    { laser: { anchor: ['nowhere', 1, 2], trail: [] }, view: { at: 'moon' }, reaction: { kind: 'curse' }, chat: 7 },
    { laser: { anchor: ['desk', 1, 2], trail: Array(2_000).fill(0) }, view: { at: 'block', area: 'king' } },
    { laser: { anchor: ['desk', 1, 2], trail: ['1'] }, view: { ...good.view, width: 0 }, chat: 'x'.repeat(61) },
    { laser: [], view: { ...good.view, height: 1e9 }, reaction: { ...good.reaction, at: 'here' }, chat: 'two\nlines' },
  ]) {
    says(odd)
    expect(presence.others.value[0]?.pointing).toEqual({})
  }
  close()
})

test('mine goes out at once, then at most 25 times a second, and the latest wins', () => {
  const timers = fakeTimers()
  const awareness = new Awareness(createDocument())
  const presence = new CanvasPresence(timers)
  presence.follow(awareness)
  timers.pass(1_000)
  const sent: unknown[] = []
  awareness.on('update', () => sent.push(awareness.getLocalState()?.['cursor']))
  for (let x = 0; x < 100; x++) {
    presence.set({ cursor: ['channels', x, 0] })
    timers.pass(10)
  }
  timers.pass(100)
  expect(sent.length).toBeGreaterThanOrEqual(25)
  expect(sent.length).toBeLessThanOrEqual(27)
  expect(sent[0]).toEqual(['channels', 0, 0])
  expect(sent.at(-1)).toEqual(['channels', 99, 0])
  awareness.destroy()
})

test('among sixty people mine goes out five times a second', () => {
  const timers = fakeTimers()
  const awareness = new Awareness(createDocument())
  for (let tab = 1; tab < 60; tab++) awareness.states.set(tab, { person: { ...ben, id: `p${tab}` } })
  const presence = new CanvasPresence(timers)
  presence.follow(awareness)
  let sent = 0
  awareness.on('update', () => sent++)
  for (let at = 0; at < 2_000; at += 10) {
    presence.set({ cursor: ['channels', at, 0] })
    timers.pass(10)
  }
  expect(sent).toBeGreaterThanOrEqual(9)
  expect(sent).toBeLessThanOrEqual(11)
  awareness.destroy()
})

test('a part that is null is taken away, the others stay', () => {
  const timers = fakeTimers()
  const awareness = new Awareness(createDocument())
  const presence = new CanvasPresence(timers)
  presence.follow(awareness)
  presence.set({ cursor: ['desk', 1, 2], selection: ['n1'] })
  presence.set({ cursor: null })
  timers.pass(100)
  expect(awareness.getLocalState()).toEqual({ selection: ['n1'] })
  awareness.destroy()
})

test('a new life of the canvas hears at once where I point', () => {
  const presence = new CanvasPresence(fakeTimers())
  const [first, second] = [new Awareness(createDocument()), new Awareness(createDocument())]
  presence.follow(first)
  presence.set({ selection: ['n1'] })
  presence.follow(second)
  expect(second.getLocalState()).toEqual({ selection: ['n1'] })
  ;[first, second].forEach(each => each.destroy())
})

test('[M20] all of it fits 2 KB, however much is selected and held', () => {
  const timers = fakeTimers()
  const awareness = new Awareness(createDocument())
  const presence = new CanvasPresence(timers)
  presence.follow(awareness)
  const ids = Array.from({ length: 500 }, (_, n) => `note-${String(n).padStart(11, '0')}`)
  presence.set({
    cursor: ['customerRelationships', 123.456, 654.321],
    selection: ids,
    drag: { ids: ids.slice(0, 20), more: 480, by: [1.5, 2.5], over: 'customerRelationships' },
    caret: { note: 'x'.repeat(16), anchor: { item: { client: 4_294_967_295, clock: 1e9 }, assoc: -1 }, head: null },
    view: { at: 'free', middle: ['customerRelationships', -1234, 5678], width: 12345, height: 12345 },
    reaction: { kind: 'question', count: 12345, at: ['customerRelationships', 1234, 5678] },
    chat: '🎺'.repeat(60),
  })
  timers.pass(100)
  expect(JSON.stringify(awareness.getLocalState()).length).toBeLessThan(2_048)
  awareness.destroy()
})

test('each person is here once, whatever the number of their tabs', () => {
  const mine = new Awareness(createDocument())
  for (const [tab, person] of [
    [1, ben],
    [2, { ...ben, id: 'ana', name: 'Ana' }],
    [3, ben],
  ] as const)
    mine.states.set(tab, { here: {}, person })
  expect(peopleHere(mine).map(person => person.name)).toEqual(['Ana', 'Ben'])
  mine.destroy()
})
