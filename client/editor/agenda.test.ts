import { expect, test } from 'vitest'
import { inOrder } from '../../shared/workshop/agenda.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN, STEP_LIMITS } from '../../shared/workshop/step.ts'
import { removeSteps } from '../../shared/workshop/workshop.ts'
import { editAgenda } from './agenda.ts'
import { openTable } from './test-board.ts'

const plan = (title: string, part: Partial<StepPlan> = {}): StepPlan => ({ ...BLANK_PLAN, title, ...part })

function agendaOf(...titles: readonly string[]) {
  const { board } = openTable().joins('Ana', { role: 'facilitator' })
  const { workshop } = board
  const agenda = editAgenda(board)
  const ids = agenda.insert(
    titles.map(title => plan(title)),
    0,
  )
  const steps = () => inOrder(workshop.value.steps.all())
  const titlesNow = () =>
    steps()
      .map(({ title }) => title)
      .join(' ')
  return {
    agenda,
    ids,
    steps,
    titles: titlesNow,
    workshop,
    idOf: (title: string) => steps().find(step => step.title === title)?.id ?? '',
  }
}

test('[B3] steps are put in anywhere, moved, copied and taken out', () => {
  const { agenda, idOf, titles } = agendaOf('a', 'b', 'c')
  agenda.insert([plan('x'), plan('y')], 1)
  expect(titles()).toBe('a x y b c')
  agenda.move(idOf('c'), 0)
  agenda.move(idOf('a'), 4)
  expect(titles()).toBe('c x y b a')
  agenda.duplicate(idOf('x'))
  expect(titles()).toBe('c x x y b a')
  agenda.remove(idOf('b'))
  expect(titles()).toBe('c x x y a')
})

test('[B3] a move writes the step that moved, and no other', () => {
  const { agenda, idOf, workshop } = agendaOf('a', 'b', 'c', 'd')
  const changed: string[] = []
  workshop.value.steps.subscribe(ids => changed.push(...ids))
  agenda.move(idOf('d'), 1)
  expect(changed).toEqual([idOf('d')])
})

test('[B3] however often something is put between the same two, it finds room', () => {
  const { agenda, steps } = agendaOf('a', 'b')
  for (let i = 0; i < 80; i++) agenda.insert([plan(`${i}`)], 1)
  expect(steps().map(({ title }) => title)).toEqual(['a', ...Array.from({ length: 80 }, (_, i) => `${79 - i}`), 'b'])
})

test('[B3] there is a most', () => {
  const { agenda, steps } = agendaOf('a')
  agenda.insert(
    Array.from({ length: STEP_LIMITS.steps + 5 }, (_, i) => plan(`${i}`)),
    1,
  )
  expect(steps()).toHaveLength(STEP_LIMITS.steps)
  expect(agenda.isFull).toBe(true)
  expect(agenda.duplicate(steps()[0]?.id ?? '')).toBeUndefined()
})

test('[B3] each change can be taken back, in its turn', () => {
  const { agenda, idOf, titles } = agendaOf('a', 'b', 'c')
  agenda.move(idOf('c'), 0)
  agenda.change(idOf('a'), { title: 'A', minutes: 25 })
  agenda.remove(idOf('b'))
  agenda.replace([plan('new')])
  expect(titles()).toBe('new')
  const seen = Array.from({ length: 5 }, () => {
    agenda.undo()
    return titles()
  })
  expect(seen).toEqual(['c A', 'c A b', 'c a b', 'a b c', ''])
  expect(agenda.canUndo.value).toBe(false)
})

test('[B3] taking back leaves alone what another facilitator changed since', () => {
  const table = openTable()
  const [ana, ben] = ['Ana', 'Ben'].map(name => editAgenda(table.joins(name, { role: 'facilitator' }).board))
  const [id = '', other = ''] = ana?.insert([plan('a'), plan('b')], 0) ?? []
  ana?.change(id, { minutes: 20 })
  ben?.change(id, { title: 'Ben’s' })
  ana?.undo()
  expect(table.workshop.steps.get(id)).toMatchObject({ title: 'Ben’s', minutes: 20 })
  removeSteps(table.workshop.document, [other])
  ana?.undo()
  expect(table.workshop.steps.all().map(({ title }) => title)).toEqual(['Ben’s'])
})

test('[B3] what changes nothing is no change', () => {
  const { agenda, ids } = agendaOf('a')
  agenda.change(ids[0] ?? '', { title: 'a' })
  agenda.move(ids[0] ?? '', 0)
  agenda.undo()
  expect(agenda.canUndo.value).toBe(false)
})
