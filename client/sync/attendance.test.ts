/** Attendance over presence: two tabs, a new life of the document, and people who send anything at all. */
import { expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { Value } from '../../shared/base/observable.ts'
import { createDocument } from '../../shared/wire/document.ts'
import type { Person } from '../editor/board.ts'
import { SyncedAttendance } from './attendance.ts'

const ana: Person = { id: 'ana', name: 'Ana', color: 'jade', role: 'facilitator' }
const ben: Person = { id: 'ben', name: 'Ben', color: 'brick', role: 'participant' }

function lines(person: unknown) {
  const [mine, theirs] = [new Awareness(createDocument()), new Awareness(createDocument())]
  let now = 1_000
  const attendance = new SyncedAttendance({ me: new Value(ana), now: () => now++ })
  attendance.follow(mine)
  const says = (state: Record<string, unknown> | null) => {
    theirs.setLocalState(state && { ...state, person })
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'line')
  }
  return { mine, attendance, says, close: () => [mine, theirs].forEach(each => each.destroy()) }
}

test('[B22] what my other tab said later holds here too', () => {
  const { attendance, says, close } = lines(ana)
  attendance.ready('r1', true)
  expect(attendance.value).toEqual([{ person: ana, ready: 'r1' }])
  says({ ready: { run: 'r1', on: false, at: 5_000 } })
  expect(attendance.value).toEqual([{ person: ana }])
  says(null)
  expect(attendance.value).toEqual([{ person: ana, ready: 'r1' }])
  close()
})

test('a new life of the workshop hears what I said', () => {
  const { attendance, close } = lines(ben)
  attendance.raiseHand(true)
  const next = new Awareness(createDocument())
  attendance.follow(next)
  expect(next.getLocalState()).toMatchObject({ here: { focus: 'main' }, hand: { on: true } })
  next.destroy()
  close()
})

test('[T12] what another sends is believed as far as it can be read', () => {
  const { attendance, says, close } = lines(ben)
  for (const odd of [
    { ready: 'yes', hand: true, lowered: 'ana' },
    { ready: { run: 7, on: true, at: 1 }, hand: { on: 'up', at: 1 }, lowered: [1, 2] },
    { ready: { run: 'r1', on: true, at: Number.NaN }, hand: { on: true, at: -1 }, lowered: { ana: 'now' } },
  ]) {
    says(odd)
    expect(attendance.value).toEqual([{ person: ana }, { person: ben }])
  }
  attendance.raiseHand(true)
  says({ lowered: { ana: 9e9 } })
  expect(attendance.value[0]?.handAt).toBeDefined()
  close()
})
