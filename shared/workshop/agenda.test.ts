import { describe, expect, test } from 'vitest'
import { createDocument } from '../wire/document.ts'
import { addSteps, inOrder, minutesOf, orderAt, stepAfter, stepBefore } from './agenda.ts'
import type { AgendaFault } from './agenda-json.ts'
import { agendaFromJSON, agendaToJSON } from './agenda-json.ts'
import type { ReadyStepId, StepWords } from './agendas.ts'
import { plansOf, READY_AGENDAS, stepsOf } from './agendas.ts'
import type { Step } from './step.ts'
import { BLANK_PLAN, isPlan } from './step.ts'
import { openWorkshop } from './workshop.ts'

const step = (id: string, order: number): Step => ({ ...BLANK_PLAN, id, order, title: id })
const three = [step('c', 3), step('a', 1), step('b', 2)]
/** Each step called by its own id. */
const WORDS = new Proxy({} as StepWords, { get: (_, id: ReadyStepId) => ({ title: id, instruction: '' }) })

test('[B3] steps stand in their order; of equal ones the id decides', () => {
  expect(inOrder([...three, step('aa', 2)]).map(each => each.id)).toEqual(['a', 'aa', 'b', 'c'])
})

test('[B3] what comes next and before follows the agenda as it is now', () => {
  expect(stepAfter(three, { step: null, order: null })?.id).toBe('a')
  expect(stepAfter(three, { step: 'a', order: 1 })?.id).toBe('b')
  expect(stepAfter(three, { step: 'c', order: 3 })).toBeUndefined()
  expect(stepBefore(three, { step: 'b', order: 2 })?.id).toBe('a')
  expect(stepBefore(three, { step: 'a', order: 1 })).toBeUndefined()
  expect(stepAfter([step('a', 9), step('b', 2)], { step: 'a', order: 1 }), 'it was moved to the end').toBeUndefined()
})

test('[B3] a step that was deleted while it ran, or put in between, keeps its place', () => {
  expect(stepAfter(three, { step: 'gone', order: 2 })?.id).toBe('b')
  expect(stepAfter(three, { step: null, order: 1 })?.id).toBe('b')
  expect(stepBefore(three, { step: null, order: 1 })?.id).toBe('a')
  expect(stepBefore(three, { step: null, order: null })).toBeUndefined()
})

test('[B3] a step is put anywhere between others', () => {
  const placed = (index: number) => inOrder([...three, step('x', orderAt(three, index))]).findIndex(s => s.id === 'x')
  expect([0, 1, 2, 3].map(placed)).toEqual([0, 1, 2, 3])
  expect(orderAt([], 0)).toBe(0)
})

describe('ready agendas', () => {
  test.each([
    ['sketch', 30],
    ['team', 60],
    ['full', 90],
    ['promiseFirst', 60],
    ['discoveryFirst', 60],
  ] as const)('[B3] %s takes %i minutes', (agenda, minutes) => {
    expect(minutesOf(stepsOf(agenda))).toBe(minutes)
  })

  test('[B3] all of them are there, and each of their steps is one that facilitators may write', () => {
    expect(READY_AGENDAS).toHaveLength(5)
    for (const agenda of READY_AGENDAS) for (const plan of plansOf(agenda, WORDS)) expect(isPlan(plan)).toBe(true)
  })

  test('[B3] added to a board they follow what is there', () => {
    const document = createDocument()
    const { steps } = openWorkshop(document)
    let next = 0
    const add = () => addSteps(document, steps.all(), plansOf('sketch', WORDS), () => `s${next++}`)
    document.transact(add)
    document.transact(add)
    const titles = stepsOf('sketch').map(each => each.id)
    expect(inOrder(steps.all()).map(each => each.title)).toEqual([...titles, ...titles])
  })
})

describe('agenda files', () => {
  test.each(READY_AGENDAS)('[B3] %s comes back from its file as it was', agenda => {
    const plans = plansOf(agenda, WORDS)
    const file: unknown = JSON.parse(JSON.stringify(agendaToJSON('Monday', plans)))
    expect(agendaFromJSON(file)).toEqual({ ok: true, title: 'Monday', steps: plans })
  })

  const file = (...steps: unknown[]) => ({ format: 'nonagon-agenda', version: 1, steps })

  test('[B3] what a step does not say is as in a blank one; rights that are not named are not given', () => {
    const read = agendaFromJSON(file({ title: 'Talk', rights: { comment: 'all' }, vote: { dots: 1 } }))
    expect(read).toMatchObject({
      ok: true,
      steps: [{ title: 'Talk', minutes: 10, rights: { comment: 'all', add: 'none' }, vote: { dots: 1, perNote: 1 } }],
    })
  })

  test.each<[string, unknown, string, AgendaFault]>([
    ['no object', 'steps', 'format', 'format'],
    ['nothing', null, 'format', 'format'],
    ['a canvas', { format: 'nonagon-canvas', version: 1 }, 'format', 'format'],
    ['a later version', { format: 'nonagon-agenda', version: 2, steps: [] }, 'version', 'version'],
    ['no steps', file(), 'steps', 'noSteps'],
    ['too many steps', file(...Array.from({ length: 101 }, () => ({}))), 'steps', 'manySteps'],
    ['a step that is none', file('a'), 'steps[0]', 'noStep'],
    ['minus one minute', file({}, { minutes: -1 }), 'steps[1].minutes', 'minutes'],
    ['10,000 minutes', file({ minutes: 10_000 }), 'steps[0].minutes', 'minutes'],
    ['half a minute', file({ minutes: 0.5 }), 'steps[0].minutes', 'minutes'],
    ['minutes in words', file({ minutes: '8' }), 'steps[0].minutes', 'minutes'],
    ['a block that is none', file({ focus: ['roof'] }), 'steps[0].focus', 'focus'],
    ['a block twice', file({ focus: ['channels', 'channels'] }), 'steps[0].focus', 'focus'],
    ['a right that is none', file({ rights: { fly: 'all' } }), 'steps[0].rights', 'rights'],
    ['an extent that is none', file({ rights: { add: 'some' } }), 'steps[0].rights', 'rights'],
    ['more dots on a note than there are', file({ vote: { dots: 2, perNote: 3 } }), 'steps[0].vote', 'vote'],
    ['a vote of a thousand dots', file({ vote: { dots: 1000 } }), 'steps[0].vote', 'vote'],
    ['a field that is none', file({ colour: 'red' }), 'steps[0].colour', 'noField'],
    [
      'a poisoned step',
      JSON.parse('{"format":"nonagon-agenda","version":1,"steps":[{"__proto__":{}}]}'),
      'steps[0].__proto__',
      'noField',
    ],
  ])('[B3] %s is refused, and it is said where and why', (_what, value, path, fault) => {
    const read = agendaFromJSON(value)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.problems[0]).toEqual({ path, fault })
  })
})
