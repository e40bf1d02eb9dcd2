/** The workshop document, as the server writes it and everyone reads it. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardDocument } from '../wire/document.ts'
import { applyUpdates, createDocument, encodeState, onUpdate } from '../wire/document.ts'
import { inspect } from '../wire/inspect.ts'
import { WORKSHOP_SCHEMA } from './schema.ts'
import type { Ran, Results, Round, Run } from './session.ts'
import type { Step } from './step.ts'
import { BLANK_PLAN, BLANK_VOTE } from './step.ts'
import {
  openWorkshop,
  removeSteps,
  writeCanvas,
  writePerson,
  writeSession,
  writeSetting,
  writeShown,
  writeStep,
} from './workshop.ts'

const ana = { id: 'ana', name: 'Ana', color: 'jade', role: 'facilitator' } as const

test('what the server writes about people and canvases, everyone reads', () => {
  const server = createDocument()
  const guest = createDocument()
  const workshop = openWorkshop(guest)
  const told: string[][] = []
  workshop.people.subscribe(ids => told.push([...ids]))

  server.transact(() => {
    writePerson(server, ana)
    writeCanvas(server, { id: 'main', title: 'Main', epoch: 1 })
  })
  applyUpdates(guest, [encodeState(server)], 'test')

  expect(workshop.people.all()).toEqual([ana])
  expect(workshop.canvases.get('main')).toEqual({ id: 'main', title: 'Main', epoch: 1 })
  expect(told).toEqual([['ana']])
})

test('a change of role keeps the record and writes that field only; the same again writes nothing', () => {
  const server = createDocument()
  writePerson(server, ana)
  const record = server.getMap('people').get('ana')
  const updates: Uint8Array[] = []
  onUpdate(server, update => updates.push(update))

  server.transact(() => writePerson(server, ana))
  expect(updates).toHaveLength(0)
  server.transact(() => writePerson(server, { ...ana, role: 'observer' }))
  expect(updates).toHaveLength(1)
  expect(server.getMap('people').get('ana')).toBe(record)
  expect(openWorkshop(server).people.get('ana')?.role).toBe('observer')
})

test('what no reader could show is not shown', () => {
  const document = createDocument()
  writePerson(document, { ...ana, role: 'king' as never })
  document.getMap('people').set('ben', 'Ben')
  expect(openWorkshop(document).people.all()).toEqual([])
})

describe('the session', () => {
  const run: Run = {
    ...{ id: 'r1', seq: 1, step: 's1', order: 0, plan: BLANK_PLAN, startedAt: 5, totalMs: 600_000 },
    ...{ pausedAt: null, pausedMs: 0, round: null },
  }
  const round: Round = {
    ...{ id: 'q1', kind: 'vote', run: 'r1', canvas: 'main', state: 'closed', names: 'shown', vote: BLANK_VOTE },
    ...{ openedAt: 5, closedAt: 9, title: 'Which?' },
  }
  const ran: Ran = {
    ...{ id: 'r0', step: null, order: null, title: 'Talk', startedAt: 1, endedAt: 4, plannedMs: 3, round: null },
    skipped: false,
  }
  const results: Results = { round: 'q1', title: 'Which?', totals: [['n1', 3]], voters: 2, of: 3, dots: 3 }

  test('what the server shows of it, everyone reads; what ended is gone', () => {
    const server = createDocument()
    const workshop = openWorkshop(server)
    const told: unknown[] = []
    workshop.session.subscribe(session => told.push(session))
    server.transact(() => {
      writeSession(server, 'run', run)
      writeShown(server, 'ran', ran.id, ran)
      writeShown(server, 'rounds', round.id, round)
      writeShown(server, 'results', results.round, results)
    })
    expect(workshop.session.value).toEqual({ run })
    expect(workshop.ran.all()).toEqual([ran])
    expect(workshop.rounds.all()).toEqual([round])
    expect(workshop.results.get('q1')).toEqual({ ...results, id: 'q1' })
    server.transact(() => {
      writeSession(server, 'run', null)
      writeSession(server, 'ended', 12)
      writeShown(server, 'ran', ran.id, null)
    })
    expect(workshop.session.value).toEqual({ ended: 12 })
    expect(workshop.ran.all()).toEqual([])
    expect(told).toEqual([{ run }, { ended: 12 }])
  })

  test('the same again writes nothing', () => {
    const server = createDocument()
    const write = () =>
      server.transact(() => {
        writeSession(server, 'run', structuredClone(run))
        writeShown(server, 'rounds', round.id, structuredClone(round))
        writeSession(server, 'control', null)
      })
    write()
    const updates: Uint8Array[] = []
    onUpdate(server, update => updates.push(update))
    write()
    expect(updates).toEqual([])
  })

  test('[T12] what is no run, no round and no result is not shown', () => {
    const document = createDocument()
    const session = document.getMap('session')
    session.set('run', { ...run, plan: { ...BLANK_PLAN, minutes: 10_000 } })
    session.set('control', { by: 'ana', focus: { kind: 'moon' }, since: 1 })
    session.set('ended', 'now')
    document.getMap('rounds').set('q1', 'a round')
    document.getMap('results').set('q1', new Y.Map(Object.entries({ ...results, totals: [['n1', -1]] })))
    const workshop = openWorkshop(document)
    expect(workshop.session.value).toEqual({})
    expect(workshop.rounds.all()).toEqual([])
    expect(workshop.results.all()).toEqual([])
  })
})

describe('the agenda', () => {
  test('[T12] a step whose fields are missing or wrong reads as a blank one; without an order it is none', () => {
    const document = createDocument()
    const steps = document.getMap('steps')
    steps.set(
      's1',
      new Y.Map<unknown>([
        ['order', 1],
        ['minutes', 'ten'],
        ['title', 'Talk'],
      ]),
    )
    steps.set('s2', new Y.Map<unknown>([['title', 'Nowhere']]))
    expect(openWorkshop(document).steps.all()).toEqual([{ ...BLANK_PLAN, id: 's1', order: 1, title: 'Talk' }])
  })

  const step: Step = { ...BLANK_PLAN, id: 's1', order: 1, title: 'Talk' }
  const writes: readonly [string, (document: BoardDocument) => void][] = [
    ['adds a step', document => writeStep(document, { ...step, id: 's2' })],
    ['changes a step', document => writeStep(document, { ...step, minutes: 8 })],
    ['deletes a step', document => removeSteps(document, ['s1', 'none'])],
    ['sets a setting', document => writeSetting(document, 'lobby', true)],
  ]
  const bad: readonly [string, (document: BoardDocument) => void][] = [
    ...(
      [
        ['minutes', -1],
        ['minutes', 10_000],
        ['title', 7],
        ['instruction', 'x'.repeat(4_001)],
        ['focus', ['roof']],
        ['rights', { add: 'all' }],
        ['vote', { dots: 3 }],
        ['order', 'first'],
        ['visibility', 'secret'],
        ['colour', 'red'],
      ] as const
    ).map(([field, value]): (typeof bad)[number] => [
      `writes ${JSON.stringify(value).slice(0, 20)} as ${field}`,
      document => record(document, 's1').set(field, value),
    ]),
    ['sets a setting that is none', document => document.getMap('settings').set('door', true)],
    ['sets a setting to a word', document => document.getMap('settings').set('lobby', 'yes')],
  ]
  const record = (document: BoardDocument, id: string) => document.getMap('steps').get(id) as Y.Map<unknown>

  const inspected = (write: (document: BoardDocument) => void) => {
    const server = createDocument()
    server.transact(() => writeStep(server, step))
    const mine = createDocument()
    applyUpdates(mine, [encodeState(server)], 'test')
    const updates: Uint8Array[] = []
    onUpdate(mine, update => updates.push(update))
    mine.transact(() => write(mine))
    const [update = new Uint8Array()] = updates
    return inspect(update, server, WORKSHOP_SCHEMA).kind
  }

  test.each(writes)('[B3] the schema knows who %s', (_what, write) => {
    expect(inspected(write)).toBe('changes')
  })

  test.each(bad)('[B3] the schema does not know who %s', (_what, write) => {
    expect(inspected(write)).toBe('unknown')
  })
})
