/** Leading a session: what is asked of the server, and what is asked of the facilitator first. */
import { expect, test } from 'vitest'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { writeSession, writeStep } from '../../shared/workshop/workshop.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { commandNamed, runCommand } from './commands.ts'
import { testShell } from './shell-kit.ts'

function session() {
  const table = openTable()
  const { document } = table.workshop
  document.transact(() => {
    for (const order of [1, 2, 3])
      writeStep(document, { ...BLANK_PLAN, id: `step${order}`, order, title: `Step ${order}` })
  })
  const person = table.joins('Ana', { role: 'facilitator' })
  const ben = table.joins('Ben')
  const shell = testShell()
  const context: Context = { editor: person.editor, shell }
  const shows = (step: string, seq: number, plan: StepPlan = BLANK_PLAN) => {
    const run = { id: `run${seq}`, seq, step, order: Number(step.slice(-1)), plan, startedAt: table.clock.now() }
    const time = { totalMs: 600_000, pausedAt: null, pausedMs: 0, round: null }
    document.transact(() => writeSession(document, 'run', { ...run, ...time }))
  }
  const asked = () => table.commands.map(({ name, body }) => `${name} ${JSON.stringify(body)}`)
  return { table, person, ben, shell, context, shows, asked }
}

const ready = (context: Context) =>
  ['start', 'next', 'back', 'skip', 'pause', 'more1', 'end'].filter(id => commandNamed(`session.${id}`)?.when(context))

test('[B3] what can be led depends on where the session is, and who asks', () => {
  const { context, shows, ben, shell } = session()
  expect(ready(context)).toEqual(['start'])
  shows('step1', 1)
  expect(ready(context)).toEqual(['next', 'skip', 'pause', 'more1', 'end'])
  shows('step2', 2)
  expect(ready(context)).toEqual(['next', 'back', 'skip', 'pause', 'more1', 'end'])
  shows('step3', 3)
  expect(ready(context)).toEqual(['back', 'pause', 'more1', 'end'])
  expect(ready({ editor: ben.editor, shell })).toEqual([])
})

test('[B3] a command names what was seen, so that two who press at once take one step', () => {
  const { context, shows, asked } = session()
  runCommand('session.start', context)
  shows('step1', 1)
  runCommand('session.next', context)
  runCommand('session.next', context)
  runCommand('session.more5', context)
  runCommand('session.pause', context)
  expect(asked()).toEqual([
    'step.start {"seq":0,"step":"step1"}',
    'step.next {"seq":1}',
    'step.next {"seq":1}',
    'step.extend {"seq":1,"minutes":5}',
    'step.pause {"seq":1}',
  ])
})

test('[B22] while people write the facilitator is asked before the step is left', () => {
  const { context, shows, asked, ben, shell } = session()
  shows('step1', 1)
  ben.editor.writeNew('channels')
  ben.types('Web')
  ben.editor.caret(3, 3)
  runCommand('session.next', context)
  expect(asked()).toEqual([])
  expect(shell.asked).toEqual(['leave although One person is still writing.'])
  ben.editor.endWriting()
  runCommand('session.next', context)
  expect(asked()).toEqual(['step.next {"seq":1}'])
})
