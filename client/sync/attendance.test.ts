/** Attendance over presence: two tabs, a new life of the document, and people who send anything at all. */
import { expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { Value } from '../../shared/base/observable.ts'
import { createDocument } from '../../shared/wire/document.ts'
import type { CommandOutcome, Person } from '../editor/board.ts'
import { SyncedAttendance } from './attendance.ts'

const ana: Person = { id: 'ana', name: 'Ana', color: 'jade', role: 'facilitator' }
const ben: Person = { id: 'ben', name: 'Ben', color: 'brick', role: 'participant' }

function lines(person: unknown) {
  const [mine, theirs] = [new Awareness(createDocument()), new Awareness(createDocument())]
  let now = 1_000
  let answered = 0
  const sent: { readonly ready: unknown; readonly answer: (outcome: CommandOutcome) => void }[] = []
  const command = (_name: string, { ready }: Readonly<Record<string, unknown>>) =>
    new Promise<CommandOutcome>(answer => sent.push({ ready, answer }))
  const attendance = new SyncedAttendance({ me: new Value(ana), now: () => now++, command })
  attendance.follow(mine)
  const says = (state: Record<string, unknown> | null) => {
    theirs.setLocalState(state && { ...state, person })
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'line')
  }
  const asked = () => sent.map(({ ready }) => ready)
  const answers = async (outcome: CommandOutcome) => {
    const count = ++answered
    await vi.waitFor(() => expect(sent.length).toBe(count))
    sent.at(-1)?.answer(outcome)
  }
  return { mine, attendance, says, asked, answers, close: () => [mine, theirs].forEach(each => each.destroy()) }
}

const TOLD = { kind: 'ready', run: 'r1', ready: 1, of: 2, mine: false } as const

test('[B22] my word holds at once, and until the server has another; what it did not take is taken back', async () => {
  const { attendance, answers, close } = lines(ben)
  attendance.hear(TOLD)
  const said = attendance.ready('r1', true)
  expect(attendance.value[0]?.ready).toBe('r1')
  await answers({ kind: 'done', answer: {} })
  await said
  expect(attendance.value[0]?.ready).toBe('r1')
  attendance.hear({ ...TOLD, run: 'r2' })
  expect(attendance.value[0]?.ready).toBeUndefined()
  expect(attendance.readiness.value).toEqual({ run: 'r2', ready: 1, of: 2 })
  const lost = attendance.ready('r2', true)
  expect(attendance.value[0]?.ready).toBe('r2')
  await answers({ kind: 'unreachable' })
  await lost
  await Promise.resolve()
  expect(attendance.value[0]?.ready).toBeUndefined()
  close()
})

test('[B22] pressed twice, the second word is sent after the first, and holds', async () => {
  const { attendance, asked, answers, close } = lines(ben)
  attendance.hear(TOLD)
  const [first, second] = [attendance.ready('r1', true), attendance.ready('r1', false)]
  expect(attendance.value[0]?.ready).toBeUndefined()
  await Promise.resolve()
  expect(asked()).toEqual([true])
  await answers({ kind: 'done', answer: {} })
  await first
  await answers({ kind: 'done', answer: {} })
  await second
  expect(attendance.value[0]?.ready).toBeUndefined()
  expect(attendance.readiness.value).toEqual({ run: 'r1', ready: 1, of: 2 })
  close()
})

test('[B22] a hand is up at once, stays in a new life of the workshop, and goes where the server does not take it', async () => {
  const { attendance, says, answers, close } = lines(ben)
  says({})
  const up = () => attendance.value.flatMap(({ person, handAt }) => (handAt === undefined ? [] : [person.id]))
  const raised = attendance.raiseHand(true)
  expect(up()).toEqual(['ana'])
  await answers({ kind: 'done', answer: {} })
  await raised
  expect(up()).toEqual(['ana'])
  attendance.hear({
    kind: 'hands',
    up: [
      ['ben', 5],
      ['ana', 9],
    ],
  })
  const lowered = attendance.lowerHand('ben')
  expect(up()).toEqual(['ana'])
  await answers({ kind: 'refused', code: 'role', answer: {} })
  await lowered
  await Promise.resolve()
  expect(up()).toEqual(['ana', 'ben'])
  const next = new Awareness(createDocument())
  attendance.follow(next)
  expect([up(), next.getLocalState()]).toEqual([['ana'], { here: { focus: 'main' } }])
  next.destroy()
  close()
})

test('[T12] what another sends beside their name is not believed', () => {
  const { attendance, says, close } = lines(ben)
  for (const odd of [{ ready: 'r1', hand: { on: true, at: 1 } }, { handAt: 5 }]) {
    says(odd)
    expect(attendance.value).toEqual([{ person: ana }, { person: ben }])
  }
  close()
})
