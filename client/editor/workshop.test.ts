import { expect, test } from 'vitest'
import type { Area } from '../../shared/canvas/blocks.ts'
import type { Run } from '../../shared/workshop/session.ts'
import { NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { writeSession, writeStep } from '../../shared/workshop/workshop.ts'
import type { Table } from './test-board.ts'
import { openTable } from './test-board.ts'

const MINUTE = 60_000

/** What the server would show. */
function shows({ workshop: { document }, clock }: Table, part: Partial<Run> & { readonly plan?: StepPlan }): Run {
  const run: Run = {
    ...{ id: 'run', seq: 1, step: 'one', order: 1, plan: BLANK_PLAN, startedAt: clock.now(), totalMs: 10 * MINUTE },
    ...{ pausedAt: null, pausedMs: 0, round: null, ...part },
  }
  document.transact(() => writeSession(document, 'run', run))
  return run
}

const about = (...focus: readonly Area[]): StepPlan => ({ ...BLANK_PLAN, focus })

test('[B6] half, one minute and the end are told at their time, also after a pause and an extension', () => {
  const table = openTable()
  const { editor } = table.joins('Ana')
  const heard: string[] = []
  editor.session.news.subscribe(news => heard.push(news.kind === 'last' ? `${news.seconds}` : news.kind))
  const run = shows(table, {})
  table.clock.pass(5 * MINUTE)
  expect(heard).toEqual(['began', 'half'])
  const paused = shows(table, { ...run, seq: 2, pausedAt: table.clock.now() })
  table.clock.pass(60 * MINUTE)
  const resumed = shows(table, { ...paused, seq: 3, pausedAt: null, pausedMs: 60 * MINUTE })
  shows(table, { ...resumed, seq: 4, totalMs: 11 * MINUTE })
  expect(heard).toEqual(['began', 'half', 'paused', 'resumed', 'extended'])
  expect(editor.session.rest()).toMatchObject({ leftMs: 6 * MINUTE, isOver: false })
  for (let i = 0; i < 6 * 60; i++) table.clock.pass(1_000)
  expect(heard.slice(5)).toEqual(['minute', '10', '9', '8', '7', '6', '5', '4', '3', '2', '1', 'end'])
})

test('[B3] who comes late is in the running step, with the time that is left', () => {
  const table = openTable()
  shows(table, { plan: about('channels') })
  table.clock.pass(4 * MINUTE)
  const { editor } = table.joins('Ben')
  expect(editor.session.rest()?.leftMs).toBe(6 * MINUTE)
  expect([editor.level.value, editor.focus.value.area]).toEqual(['block', 'channels'])
})

test('[B8] a step brings everybody to what it is about, once; afterwards they look where they like', () => {
  const table = openTable()
  const { editor } = table.joins('Ana')
  const run = shows(table, { plan: about('revenueStreams') })
  expect(editor.focus.value.area).toBe('revenueStreams')
  editor.look('whole')
  shows(table, { ...run, seq: 2, totalMs: 20 * MINUTE })
  expect(editor.level.value).toBe('whole')
  shows(table, { id: 'next', seq: 3, plan: about('valuePropositions', 'customerSegments') })
  expect(editor.focus.value.among).toEqual(['valuePropositions', 'customerSegments'])
  for (const area of ['valuePropositions', 'customerSegments'] as const) {
    const { x, y, width, height } = editor.shown.areaRect(area)
    const [from, to] = [editor.toScreen({ x, y }), editor.toScreen({ x: x + width, y: y + height })]
    expect(Math.min(from.x, from.y)).toBeGreaterThanOrEqual(0)
    expect(to.x).toBeLessThanOrEqual(1388)
    expect(to.y).toBeLessThanOrEqual(808)
  }
})

test('[B8] whoever writes is not moved away from it; the sheet goes when they are done', () => {
  const table = openTable()
  const ana = table.joins('Ana')
  ana.editor.writeNew('channels')
  ana.types('Web')
  const before = ana.editor.focus.value
  shows(table, { plan: about('costStructure') })
  expect(ana.editor.focus.value).toEqual(before)
  ana.editor.endWriting()
  expect(ana.editor.focus.value.area).toBe('costStructure')
})

test('[B3] the agenda has an order, and the running step a number in it', () => {
  const table = openTable()
  const { editor } = table.joins('Ana')
  const { document } = table.workshop
  document.transact(() => {
    writeStep(document, { ...BLANK_PLAN, id: 'b', order: 2, title: 'second' })
    writeStep(document, { ...BLANK_PLAN, id: 'a', order: 1, title: 'first' })
  })
  expect(editor.session.steps.value.map(({ title }) => title)).toEqual(['first', 'second'])
  expect(editor.session.numberOf('b')).toEqual({ number: 2, of: 2 })
  expect(editor.session.numberOf(null)).toBeUndefined()
})

test('[B3] what the server does not take is said', async () => {
  const table = openTable()
  const ana = table.joins('Ana', { role: 'facilitator' })
  table.answers(() => ({ kind: 'refused', code: 'stale', answer: {} }))
  expect(await ana.editor.session.lead('step.next', { seq: 1 })).toBe(false)
  table.answers(() => ({ kind: 'unreachable' }))
  await ana.editor.session.lead('step.next', { seq: 1 })
  expect(ana.heard).toEqual([
    { kind: 'notLed', why: 'stale' },
    { kind: 'notLed', why: 'unreachable' },
  ])
})

test('[B3] a warm-up ticks what somebody tried, and begins anew with its step', () => {
  const table = openTable()
  const ana = table.joins('Ana')
  ana.adds('Before', { to: 'parking' })
  expect([...ana.editor.warmUp.done.value]).toEqual([])
  const warm: StepPlan = { ...BLANK_PLAN, kind: 'warmUp', focus: ['parking'] }
  shows(table, { plan: warm })
  const id = ana.adds('Hello', { to: 'parking' })
  expect([...ana.editor.warmUp.done.value]).toEqual(['add'])
  ana.editor.moveTo([id], 'channels')
  ana.editor.warmUp.did('vote')
  expect([...ana.editor.warmUp.done.value]).toEqual(['add', 'move', 'vote'])
  shows(table, { id: 'again', seq: 2, plan: warm })
  expect([...ana.editor.warmUp.done.value]).toEqual([])
})

test('[B2] a tool that the step takes away is laid down, but by facilitators', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana', { role: 'facilitator' }), table.joins('Ben')]
  for (const { editor } of [ana, ben]) editor.tool.set('note')
  shows(table, { plan: { ...BLANK_PLAN, rights: NO_RIGHTS } })
  expect([ana.editor.tool.value, ben.editor.tool.value]).toEqual(['note', 'select'])
})
