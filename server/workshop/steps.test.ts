/** A session over HTTP: what facilitators start, and what comes of everything else they or others could send. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE, plan, Sitting } from '../../e2e/support/sitting.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'
import type { Faults } from '../storage/storage.ts'

const files = scratch('steps')
afterAll(files.remove)

let sitting: Sitting
const faults: { -readonly [K in keyof Faults]: Faults[K] } = {}
beforeEach(async () => {
  faults.beforeCommit = undefined
  sitting = await Sitting.begin(openMemory({ faults }))
})
afterEach(() => sitting.end())

const titles = () => sitting.shown(({ session }) => session.value.run?.plan.title)

describe('the agenda runs', () => {
  test('[B3] next, back and skip go through it; what ran is kept with its times, and after the last step the board is open', async () => {
    await sitting.writes(plan('One', { minutes: 4 }), plan('Two'), plan('Three'))
    expect(titles()).toBeUndefined()
    const began = sitting.now
    await sitting.does('step.next')
    sitting.passes(3 * MINUTE)
    await sitting.does('step.next')
    await sitting.does('step.back')
    expect(titles()).toBe('One')
    sitting.passes(MINUTE)
    await sitting.does('step.next')
    await sitting.does('step.skip')
    expect(titles()).toBe('Three')
    expect(await sitting.does('step.next')).toBeNull()
    expect(sitting.shown(({ session }) => session.value)).toEqual({ ended: began + 4 * MINUTE })
    const ran = sitting.shown(workshop => workshop.ran.all())
    expect(ran.map(({ title, skipped }) => [title, skipped]).sort()).toEqual(
      [
        ['One', false],
        ['Two', false],
        ['One', false],
        ['Two', true],
        ['Three', false],
      ].sort(),
    )
    expect(ran.find(each => each.startedAt === began)).toMatchObject({
      ...{ title: 'One', endedAt: began + 3 * MINUTE, plannedMs: 4 * MINUTE },
    })
  })

  test('[B3] what runs is a copy: editing, moving or deleting its step disturbs nothing', async () => {
    const [one, two] = await sitting.writes(plan('One', { minutes: 4 }), plan('Two'))
    await sitting.does('step.start', { step: one?.id })
    const before = sitting.run
    const line = sitting.line('facilitator', 'Ana', 'workshop')
    await line.synced()
    line.doc.transact(() => {
      line.doc.getMap('steps').delete(one?.id ?? '')
      ;(line.doc.getMap('steps').get(two?.id ?? '') as { set(key: string, value: unknown): void }).set('minutes', 9)
    })
    await line.saved()
    expect(sitting.run).toEqual(before)
    expect(await sitting.does('step.next')).toMatchObject({ step: two?.id, totalMs: 9 * MINUTE })
  })

  test('[B3] a step is put in between, and the agenda goes on behind it', async () => {
    await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    expect(await sitting.does('step.start', { plan: plan('Coffee', { minutes: 0 }) })).toMatchObject({ totalMs: 0 })
    expect(await sitting.does('step.back')).toMatchObject({ plan: { title: 'One' } })
    await sitting.does('step.start', { plan: plan('Coffee', { minutes: 0 }) })
    expect(await sitting.does('step.next')).toMatchObject({ plan: { title: 'Two' } })
  })

  test('[B3] who comes late lands in the running step, with the time that is left', async () => {
    await sitting.writes(plan('One', { minutes: 10 }))
    await sitting.does('step.next')
    sitting.passes(4 * MINUTE)
    const late = sitting.line('participant', 'Late', 'workshop')
    await late.synced()
    const run = late.doc.getMap('session').get('run')
    expect(run).toEqual(sitting.run)
    expect(run).toMatchObject({ startedAt: sitting.now - 4 * MINUTE, totalMs: 10 * MINUTE })
  })

  test('[B6] a pause is not counted, minutes are added and taken', async () => {
    await sitting.writes(plan('One', { minutes: 10 }))
    await sitting.does('step.next')
    sitting.passes(MINUTE)
    expect(await sitting.does('step.pause')).toMatchObject({ pausedAt: sitting.now })
    expect(await sitting.does('step.pause'), 'again').toMatchObject({ pausedAt: sitting.now, seq: 2 })
    sitting.passes(5 * MINUTE)
    expect(await sitting.does('step.resume')).toMatchObject({ pausedAt: null, pausedMs: 5 * MINUTE })
    expect(await sitting.does('step.extend', { minutes: 5 })).toMatchObject({ totalMs: 15 * MINUTE })
    expect(await sitting.does('step.extend', { minutes: -1 })).toMatchObject({ totalMs: 14 * MINUTE })
  })

  test('[B3] the session is ended at any step', async () => {
    await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    await sitting.does('session.end')
    expect(sitting.shown(({ session }) => session.value)).toEqual({ ended: sitting.now })
    expect(await sitting.does('step.next'), 'another session').toMatchObject({ plan: { title: 'One' }, seq: 3 })
    expect(sitting.shown(({ session }) => session.value.ended)).toBeUndefined()
  })
})

describe('nothing happens twice, or by mistake', () => {
  test('[B3] two facilitators press next at once: one step, and the other is told what runs', async () => {
    await sitting.writes(plan('One'), plan('Two'), plan('Three'))
    await sitting.does('step.next')
    const both = await Promise.all(
      ['Ana', 'Ben'].map(name => sitting.command('step.next', { seq: 1 }, { role: 'facilitator', name })),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 409])
    expect(both[1]?.json).toMatchObject({ error: { code: 'stale' }, run: { seq: 2, plan: { title: 'Two' } } })
    expect(titles()).toBe('Two')
  })

  test('a command that is sent again is answered as before, also at the same moment, and done once', async () => {
    await sitting.writes(plan('One'), plan('Two'), plan('Three'))
    await sitting.does('step.next')
    const send = () => sitting.command('step.next', { seq: 1 }, { id: 'mine' })
    const replies = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(titles()).toBe('Two')
    const other = await sitting.command('step.next', { seq: 1 }, { id: 'mine', name: 'Ben' })
    expect(other.status, 'the id of another is not mine').toBe(409)
  })

  const seen = { seq: 1 }
  test.each<[string, string, object, number, string]>([
    ['a step that is not there', 'step.start', { ...seen, step: 'none' }, 404, 'noStep'],
    ['neither step nor plan', 'step.start', seen, 400, 'badRequest'],
    ['both step and plan', 'step.start', { ...seen, step: 'a', plan: plan('B') }, 400, 'badRequest'],
    ['a plan of −1 minutes', 'step.start', { ...seen, plan: plan('B', { minutes: -1 }) }, 400, 'badRequest'],
    ['a plan of 10,000 minutes', 'step.start', { ...seen, plan: plan('B', { minutes: 10_000 }) }, 400, 'badRequest'],
    ['half a plan', 'step.start', { ...seen, plan: { title: 'B' } }, 400, 'badRequest'],
    ['a seq that was', 'step.next', { seq: 0 }, 409, 'stale'],
    ['a seq to come', 'step.next', { seq: 2 }, 409, 'stale'],
    ['no seq', 'step.next', {}, 400, 'badRequest'],
    ['a seq in words', 'step.next', { seq: '1' }, 400, 'badRequest'],
    ['back from the first', 'step.back', seen, 409, 'noStep'],
    ['a thousand minutes', 'step.extend', { ...seen, minutes: 1_000 }, 400, 'badRequest'],
    ['no minutes', 'step.extend', { ...seen, minutes: 0 }, 400, 'badRequest'],
    ['half a minute', 'step.extend', { ...seen, minutes: 0.5 }, 400, 'badRequest'],
    ['more than is asked', 'step.pause', { ...seen, minutes: 1 }, 400, 'badRequest'],
    ['a command that is none', 'step.fly', seen, 400, 'badRequest'],
    ['notes for no step', 'notes.set', { step: 'none', text: 'Hm' }, 404, 'noStep'],
  ])('%s: a clear answer, and nothing changed', async (_what, command, body, status, code) => {
    await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    const before = [sitting.run, sitting.shown(({ document }) => document.toJSON())]
    const reply = await sitting.command(command, body)
    expect([reply.status, reply.json['error']]).toEqual([
      status,
      { code, message: expect.stringMatching(/\w{3}.+\.$/) as string },
    ])
    expect([sitting.run, sitting.shown(({ document }) => document.toJSON())]).toEqual(before)
  })

  test('where nothing runs nothing is paused, and an empty agenda has no next', async () => {
    for (const command of ['step.pause', 'step.back', 'step.skip', 'step.next', 'session.end'])
      expect([command, (await sitting.command(command, { seq: 0 })).json['error']]).toMatchObject([
        command,
        { code: 'noStep' },
      ])
  })

  test.each(['participant', 'commenter', 'observer'] as const)('[B2] a %s commands nothing', async role => {
    const [one] = await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    const before = sitting.run
    const asks: [string, object][] = [
      ...['step.next', 'step.back', 'step.skip', 'step.pause', 'step.resume', 'session.end'].map(
        (command): [string, object] => [command, { seq: 1 }],
      ),
      ['step.start', { seq: 1, step: one?.id }],
      ['step.extend', { seq: 1, minutes: 5 }],
      ['notes.set', { step: one?.id, text: 'Mine' }],
    ]
    for (const [command, body] of asks) {
      const reply = await sitting.command(command, body, { role, name: 'Ben' })
      expect([command, reply.status, reply.json['error']]).toMatchObject([command, 403, { code: 'role' }])
    }
    expect(sitting.run).toEqual(before)
    expect((await sitting.asks('GET', '/speaker-notes')).json).toEqual({ notes: {} })
  })

  test('a commit that fails changes nothing, in memory neither; sent again it is done', async () => {
    await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    const before = sitting.run
    faults.beforeCommit = () => {
      throw new Error('The disk is full.')
    }
    const reply = await sitting.command('step.next', { seq: 1 }, { id: 'mine' })
    expect([reply.status, reply.json['error']]).toMatchObject([503, { code: 'readOnly' }])
    expect(sitting.run).toEqual(before)
    expect(sitting.server.server.workshops.running(sitting.board.board).rights).toEqual(before?.plan.rights)
    faults.beforeCommit = undefined
    const again = async () => (await sitting.command('step.next', { seq: 1 }, { id: 'mine' })).status
    await expect.poll(again, { timeout: 10_000 }).toBe(200)
    expect(titles()).toBe('Two')
  })
})

describe('time goes on without anybody', () => {
  const advancing = (title: string, minutes: number) => plan(title, { minutes, overtime: 'advance' })
  const running = () => expect.poll(() => sitting.run?.plan.title ?? 'nothing')

  test('[B6] a step that goes on by itself does so with no room open, and the last one ends the session', async () => {
    await sitting.writes(advancing('One', 4), advancing('Two', 2))
    await sitting.does('step.next')
    sitting.passes(4 * MINUTE - 1)
    await sitting.does('step.extend', { minutes: 1 })
    sitting.passes(MINUTE)
    expect(sitting.run?.plan.title).toBe('One')
    sitting.passes(1)
    await running().toBe('Two')
    sitting.passes(2 * MINUTE)
    await running().toBe('nothing')
    expect(titles()).toBeUndefined()
  })

  test('[B6] one that counts up stays, and so does one that is paused', async () => {
    await sitting.writes(plan('One', { minutes: 1 }), advancing('Two', 1))
    await sitting.does('step.next')
    sitting.passes(60 * MINUTE)
    await sitting.does('step.next')
    await sitting.does('step.pause')
    sitting.passes(60 * MINUTE)
    await sitting.does('step.resume')
    expect(sitting.run?.plan.title).toBe('Two')
    sitting.passes(MINUTE)
    await running().toBe('nothing')
  })

  test('[B6] a server that comes back goes on with the time, and catches up with what ran out meanwhile', async () => {
    const file = files.next()
    await sitting.writes(advancing('One', 4), plan('Two', { minutes: 2 }))
    await sitting.does('step.next')
    sitting.passes(3 * MINUTE)
    const before = [sitting.run, sitting.shown(({ session }) => session.value)]
    await sitting.storage.backup(file)
    await sitting.restarts(openMemory({ from: file }))
    expect([sitting.run, sitting.shown(({ session }) => session.value)]).toEqual(before)
    await sitting.restarts(openMemory({ from: file }))
    sitting.passes(10 * MINUTE)
    await running().toBe('Two')
    expect(sitting.run?.startedAt).toBe(sitting.now)
  })

  test('the document only shows: what it lacks is there again after a restart, what it has too much is gone', async () => {
    const file = files.next()
    await sitting.writes(plan('One'), plan('Two'))
    await sitting.does('step.next')
    await sitting.does('step.next')
    const before = sitting.shown(workshop => [workshop.session.value, workshop.ran.all()])
    const { rooms } = sitting.server.server
    await rooms.edit(`${sitting.board.board}/workshop`, 'server', document => {
      document.getMap('session').clear()
      document.getMap('ran').clear()
      document.getMap('results').set('none', 'no result')
    })
    await sitting.storage.backup(file)
    await sitting.restarts(openMemory({ from: file }))
    const line = sitting.line('participant', 'Ben', 'workshop')
    await line.synced()
    await expect.poll(() => sitting.shown(workshop => [workshop.session.value, workshop.ran.all()])).toEqual(before)
    await line.until('the session', () => line.doc.getMap('session').has('run'))
    expect([...line.doc.getMap('results').keys()]).toEqual([])
  })
})

describe('speaker notes', () => {
  test('[B1] only facilitators receive them: no document holds them', async () => {
    const [one] = await sitting.writes(plan('One'))
    const secret = 'Mention the churn figures'
    const line = sitting.line('participant', 'Ben', 'workshop')
    await line.synced()
    await sitting.command('notes.set', { step: one?.id, text: secret })
    await sitting.does('step.next')
    await line.until('the step', () => line.doc.getMap('session').has('run'))
    expect((await sitting.asks('GET', '/speaker-notes')).json).toEqual({ notes: { [one?.id ?? '']: secret } })
    for (const role of ['participant', 'commenter', 'observer'] as const)
      expect((await sitting.asks('GET', '/speaker-notes', role, 'Ben')).status).toBe(403)
    const heard = Buffer.concat(line.received).toString('latin1')
    expect(heard).toContain('One')
    expect(heard).not.toContain('churn')
    await sitting.command('notes.set', { step: one?.id, text: '' })
    expect((await sitting.asks('GET', '/speaker-notes')).json).toEqual({ notes: {} })
  })
})
