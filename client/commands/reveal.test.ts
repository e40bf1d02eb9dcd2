/** Leading a reveal: all, a block, or one person after the other, by commands. */
import { expect, test } from 'vitest'
import type { Value } from '../../shared/base/observable.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Names } from '../../shared/workshop/step.ts'
import { writeSession } from '../../shared/workshop/workshop.ts'
import type { Progress } from '../editor/board.ts'
import { nextTurn } from '../editor/revealing.ts'
import { openTable } from '../editor/test-board.ts'
import type { Context } from './command.ts'
import { COMMANDS, runCommand } from './commands.ts'
import { testShell } from './shell-kit.ts'

function privateStep(names: Names = 'shown') {
  const table = openTable()
  const people = ['Ana', 'Ben', 'Mei'].map(name =>
    table.joins(name, { role: name === 'Ana' ? 'facilitator' : 'participant' }),
  )
  const round: Round = {
    ...{ id: 'r', kind: 'private', run: 'run', canvas: 'main', state: 'open', names, vote: null },
    ...{ openedAt: 1, closedAt: null, title: 'Alone' },
  }
  const blocks = { channels: 3, costStructure: 1 }
  const progress: Progress = {
    round: 'r',
    done: 2,
    of: 3,
    blocks,
    ...(names === 'shown' && { people: { mei: 1, ben: 3 } }),
  }
  for (const { board } of people) {
    ;(board.privateRound as Value<Round | undefined>).set(round)
    ;(board.progress as Value<Progress | undefined>).set(progress)
  }
  const [ana, ben] = people.map(({ editor }): Context => ({ editor, shell: testShell() }))
  if (!ana || !ben) throw new Error('Nobody came.')
  const settled = () => new Promise(resolve => setImmediate(resolve))
  return {
    ...{ table, ana, ben },
    leads: async (id: string) => {
      const ran = runCommand(id, ana)
      await settled()
      return ran
    },
    turnOf: (person: string) =>
      table.workshop.document.transact(() =>
        writeSession(table.workshop.document, 'reveal', { round: 'r', person, notes: 1, at: 5 }),
      ),
    asked: () => table.commands.map(({ name, body }) => `${name} ${JSON.stringify(body)}`),
  }
}

const offered = (context: Context) =>
  COMMANDS.filter(({ id, when }) => id.startsWith('reveal.') && when(context)).map(({ id }) => id)

test('[B4] facilitators are offered all, the next person and the blocks that have notes; others nothing', () => {
  const { ana, ben } = privateStep()
  expect(offered(ana)).toEqual(['reveal.all', 'reveal.next', 'reveal.parts', 'reveal.channels', 'reveal.costStructure'])
  expect(offered(ben)).toEqual([])
})

test('[M8] where names are never stored no person is revealed', async () => {
  const { ana, leads, asked } = privateStep('never')
  expect(offered(ana)).not.toContain('reveal.next')
  expect(await leads('reveal.next')).toBe(false)
  expect(asked()).toEqual([])
})

test('[B4] a block, and one person after the other by one press each', async () => {
  const { leads, turnOf, asked } = privateStep()
  await leads('reveal.channels')
  await leads('reveal.next')
  turnOf('ben')
  await leads('reveal.next')
  expect(asked()).toEqual([
    'round.reveal {"round":"r","block":"channels"}',
    'round.reveal {"round":"r","person":"ben"}',
    'round.reveal {"round":"r","person":"mei"}',
  ])
})

test('[B22] whoever would reveal all is asked first while people write or are away, and may put it off', async () => {
  const { table, ana, leads, asked } = privateStep()
  const dashboard = { run: 'run', now: 0, blocks: {}, people: [] }
  table.shows({ ...dashboard, writing: 1, waiting: 2 })
  await leads('reveal.all')
  expect(ana.editor.revealing.doubts.value).toEqual({ writing: 1, waiting: 2 })
  ana.editor.revealing.putOff()
  expect(asked()).toEqual([])
  table.shows({ ...dashboard, writing: 0, waiting: 0 })
  await leads('reveal.all')
  expect(asked()).toEqual(['round.reveal {"round":"r","all":true}'])
})

test('[B4] turns go by name, pass over who has nothing, and come back to who wrote on', () => {
  const nameOf = (id: string) => ({ a: 'Zoe', b: 'Ana', c: 'Mei' })[id] ?? ''
  expect(nextTurn({ a: 1, b: 2, c: 3 }, null, nameOf)).toBe('b')
  expect(nextTurn({ a: 1, c: 3 }, 'b', nameOf)).toBe('c')
  expect(nextTurn({ a: 1, b: 1, c: 0 }, 'b', nameOf)).toBe('a')
  expect(nextTurn({ b: 1, c: 1 }, 'a', nameOf)).toBe('b')
  expect(nextTurn({ b: 1 }, 'b', nameOf)).toBe('b')
  expect(nextTurn({}, 'b', nameOf)).toBeUndefined()
})
