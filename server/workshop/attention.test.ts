/** Who is brought and who is led, as the server has it: by raw clients, with its clock in hand. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Sitting } from '../../e2e/support/sitting.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'
import { Leads } from './leads.ts'
import { loadState, NOW } from './state.ts'

const files = scratch('attention')
let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

const WHOLE = { kind: 'areas', areas: [] } as const
const CHANNELS = { kind: 'areas', areas: ['channels'] } as const
const shown = () => sitting.shown(({ session }) => session.value)
const takes = async (name = 'Ana') => {
  const reply = await sitting.command('control.take', { focus: WHOLE }, { name })
  expect(reply.status, reply.text).toBe(200)
}

test('[B8] everybody is told where to look, by whom, and each time anew', async () => {
  for (const focus of [CHANNELS, { kind: 'note', note: 'n1' }]) {
    expect((await sitting.command('bring', { focus })).status).toBe(200)
    expect(shown().bring).toMatchObject({ focus, at: sitting.now })
  }
})

test.each([
  ['no focus', {}],
  ['an area that is none', { focus: { kind: 'areas', areas: ['moon'] } }],
  ['half a note', { focus: { kind: 'note' } }],
  ['something beside it', { focus: { ...WHOLE, more: 1 } }],
])('[B8] %s is refused with 400, and nothing is shown', async (_what, body) => {
  expect((await sitting.command('bring', body)).status).toBe(400)
  expect((await sitting.command('control.take', body)).status).toBe(400)
  expect(shown()).toEqual({})
})

test('[B8] [T14] participants neither bring, lead nor let go', async () => {
  await takes()
  for (const [name, body] of [
    ['bring', { focus: WHOLE }],
    ['control.take', { focus: WHOLE }],
    ['control.release', {}],
  ] as const)
    expect((await sitting.command(name, body, { role: 'participant', name: 'Ben' })).status).toBe(403)
  expect(shown().control).toBeDefined()
  expect(shown().bring).toBeUndefined()
})

describe('[B8] while screens are led', () => {
  test('what participants write is refused once the grace is over, and taken again after', async () => {
    const { board, server } = sitting
    const rights = (role: 'participant' | 'facilitator') => {
      const member = [...server.server.access.members(board.board).values()].find(({ person }) => person.role === role)
      return member?.rights(server.server.workshops.running(board.board), sitting.now).add
    }
    const [ana, ben] = [sitting.line('facilitator', 'Ana'), sitting.line('participant', 'Ben')]
    await Promise.all([ana.synced(), ben.synced()])
    expect(rights('participant')).toBe('all')
    await takes()
    expect(rights('participant')).toBe('all')
    sitting.passes(2_001)
    expect([rights('participant'), rights('facilitator')]).toEqual(['none', 'all'])
    expect((await sitting.command('control.release')).status).toBe(200)
    expect(rights('participant')).toBe('all')
  })

  test('it ends by itself once whoever leads is gone, also after a restart', async () => {
    const file = files.next()
    const ana = sitting.line('facilitator', 'Ana')
    await ana.synced()
    await takes()
    await sitting.storage.backup(file)
    await sitting.restarts(openMemory({ from: file }))
    expect(shown().control).toBeDefined()
    sitting.passes(15_001)
    await expect.poll(() => shown().control).toBeUndefined()
  })
})

test('[B8] whoever leads may be away for less than 15 seconds, as often as lines drop', () => {
  const leads = new Leads()
  const control = { by: 'ana', focus: WHOLE, since: 0 }
  const state = { ...loadState(openMemory(), 'b'), control: new Map([[NOW, control]]) }
  const here = () => true
  const away = () => false
  leads.note('b', state, 0)
  expect(leads.gone(14_999, away)).toEqual([])
  expect(leads.gone(60_000, here)).toEqual([])
  leads.note('b', state, 70_000)
  expect(leads.gone(74_999, away)).toEqual([])
  expect(leads.gone(75_000, away)).toEqual([{ board: 'b', by: 'ana' }])
  leads.note('b', { ...state, control: new Map() }, 75_001)
  expect(leads.gone(1e9, away)).toEqual([])
})
