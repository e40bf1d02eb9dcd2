/** Brought and led: each screen fits what it is shown, and nobody is held for longer than somebody leads. */
import { expect, test, vi } from 'vitest'
import { runCommand } from '../commands/commands.ts'
import { doubtsNow } from '../commands/doubts.ts'
import { testShell } from '../commands/shell-kit.ts'
import type { Control, Focus, Run } from '../../shared/workshop/session.ts'
import { BLANK_PLAN, BLANK_VOTE } from '../../shared/workshop/step.ts'
import { writeSession } from '../../shared/workshop/workshop.ts'
import { openTable } from './test-board.ts'

function meet() {
  const table = openTable()
  const ana = table.joins('Ana', { role: 'facilitator' })
  const [ben, mei] = [table.joins('Ben'), table.joins('Mei', { role: 'facilitator' })]
  ana.adds('Shop', { to: 'channels' })
  const says = (key: 'run' | 'control' | 'bring', value: unknown) =>
    table.workshop.document.transact(() => writeSession(table.workshop.document, key, value))
  const now = () => table.clock.now()
  const tells = () => table.clock.pass(300)
  const control = (focus: Focus): Control => ({ by: 'ana', focus, since: now() })
  const run = (id: string, focus: Run['plan']['focus'], more: Partial<Run['plan']> = {}): Run => ({
    ...{ id, seq: 1, step: null, order: null, startedAt: now(), totalMs: 0, pausedAt: null, pausedMs: 0, round: null },
    plan: { ...BLANK_PLAN, focus, ...more },
  })
  tells()
  return { table, ana, ben, mei, says, now, tells, control, run }
}

test('[B8] everyone is brought to a block or a note, once, and then goes their own way', () => {
  const { ana, ben, says, now, tells } = meet()
  says('bring', { id: 'b1', by: 'ana', focus: { kind: 'areas', areas: ['channels'] }, at: now() })
  expect(ben.editor.focus.value).toEqual({ area: 'channels' })
  expect(ben.editor.broughtTo.value?.by?.id).toBe('ana')
  expect(ana.editor.level.value).toBe('whole')
  ben.editor.look('whole')
  tells()
  expect(ben.editor.level.value).toBe('whole')
  says('bring', { id: 'b2', by: 'ana', focus: { kind: 'note', note: ana.id('Shop') }, at: now() })
  expect(ben.editor.focus.value.note).toBe(ana.id('Shop'))
})

test('whoever comes later is not brought any more', () => {
  const { table, says, now } = meet()
  says('bring', { id: 'b1', by: 'ana', focus: { kind: 'areas', areas: ['channels'] }, at: now() })
  table.clock.pass(11_000)
  expect(table.joins('Kim').editor.level.value).toBe('whole')
})

test('[B8] led, I follow every view and cannot leave; co-facilitators are free; let go, I am where I am', () => {
  const { ana, ben, mei, says, tells, control } = meet()
  says('control', control({ kind: 'areas', areas: ['channels'] }))
  expect(ben.editor.following.value).toMatchObject({ leads: true, person: { id: 'ana' } })
  tells()
  ana.editor.look('block', 'keyPartnerships')
  tells()
  expect(ben.editor.focus.value).toEqual({ area: 'keyPartnerships' })
  const held = ben.editor.camera.value
  ben.editor.panBy(50, 50)
  ben.editor.zoomAt({ x: 1, y: 1 }, 2)
  ben.editor.look('whole')
  ben.editor.unfollow()
  ben.editor.follow('mei')
  expect(ben.editor.camera.value).toEqual(held)
  expect(ben.editor.following.value?.leads).toBe(true)
  expect(mei.editor.following.value).toBeUndefined()
  says('control', null)
  expect(ben.editor.following.value).toBeUndefined()
  expect(ben.editor.camera.value).toEqual(held)
  ben.editor.look('whole')
  expect(ben.editor.level.value).toBe('whole')
})

test.each([
  ['private', { visibility: 'private' }],
  ['silent', { visibility: 'silent' }],
  ['voting', { vote: BLANK_VOTE }],
] as const)('[B8] led in a %s step, I see what I am shown, and nothing of where the leader looks', (_kind, more) => {
  const { ana, ben, says, tells, control, run } = meet()
  says('run', run('r1', [], more))
  says('control', control({ kind: 'areas', areas: ['channels'] }))
  expect(ben.editor.focus.value).toEqual({ area: 'channels' })
  ana.editor.look('block', 'keyPartnerships')
  tells()
  expect(ben.editor.focus.value).toEqual({ area: 'channels' })
  says('control', control({ kind: 'note', note: ana.id('Shop') }))
  expect(ben.editor.focus.value.note).toBe(ana.id('Shop'))
  expect(ben.editor.following.value).toMatchObject({ leads: true, person: { id: 'ana' } })
  says('run', run('r2', []))
  tells()
  ana.editor.look('block', 'keyPartnerships')
  tells()
  expect(ben.editor.focus.value).toEqual({ area: 'keyPartnerships' })
})

test('who becomes a facilitator is no longer led', () => {
  const { ben, says, control } = meet()
  says('control', control({ kind: 'areas', areas: [] }))
  ben.becomes('facilitator')
  expect(ben.editor.following.value).toBeUndefined()
})

test('commands say where: the chosen note, else the block looked at, else the whole', () => {
  const { table, ana, ben, says, control } = meet()
  const does = (id: string, who = ana) => runCommand(id, { editor: who.editor, shell: testShell() })
  does('session.bring')
  ana.editor.look('block', 'channels')
  does('session.control')
  ana.editor.select(ana.idsOf('Shop'))
  does('session.bring')
  says('control', control({ kind: 'areas', areas: [] }))
  does('session.control')
  expect(does('session.bring', ben)).toBe(false)
  expect(table.commands.map(({ name, body }) => [name, body['focus']])).toEqual([
    ['bring', { kind: 'areas', areas: [] }],
    ['control.take', { kind: 'areas', areas: ['channels'] }],
    ['bring', { kind: 'note', note: ana.id('Shop') }],
    ['control.release', undefined],
  ])
})

test('[B22] done with a step, and not with the next; a hand goes up and down', () => {
  const { table, ana, ben, says, run } = meet()
  const does = (id: string) => runCommand(id, { editor: ben.editor, shell: testShell() })
  const his = () => ana.board.attendance.value.find(({ person }) => person.id === 'ben')
  expect(does('session.ready')).toBe(false)
  says('run', run('r1', []))
  does('session.ready')
  expect(his()?.ready).toBe('r1')
  ben.leavesTheLine()
  expect(his()).toBeUndefined()
  ben.comesBack()
  expect(his()?.ready).toBe('r1')
  does('session.hand')
  expect(his()?.handAt).toBeDefined()
  void ana.board.attendance.lowerHand('ben')
  expect(his()?.handAt).toBeUndefined()
  table.joins('Kim')
  expect(doubtsNow({ editor: ana.editor, shell: testShell() })).toEqual(['One person is not done yet.'])
  says('run', run('r2', []))
  expect(doubtsNow({ editor: ana.editor, shell: testShell() })).toEqual([])
  expect(his()?.ready).not.toBe('r2')
})

test('[B22] before a private step is left, the server is asked who still writes', async () => {
  const { table, ana, says, run } = meet()
  const asked: (readonly string[])[] = []
  const shell = { ...testShell(), askToLeave: (doubts: readonly string[]) => void asked.push(doubts) }
  const leaves = () => runCommand('session.end', { editor: ana.editor, shell })
  table.shows({ run: 'r1', now: 0, blocks: {}, writing: 2, waiting: 0, people: [] })
  says('run', run('r1', [], { visibility: 'private' }))
  leaves()
  await vi.waitFor(() => expect(asked).toEqual([['2 people are still writing.']]))
  says('run', run('r2', []))
  leaves()
  expect(asked).toHaveLength(2)
  expect(asked[1]).toEqual([])
})
