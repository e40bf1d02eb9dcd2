/** [M8] Which of their notes are shown is told to their author alone, at once and when they come back, by raw clients. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Raw } from '../../e2e/support/raw.ts'
import { plan, Sitting } from '../../e2e/support/sitting.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote } from '../../shared/canvas/operations.ts'
import type { Names } from '../../shared/workshop/step.ts'

let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

const privately = async (names: Names) =>
  (await sitting.does('step.start', { plan: plan('Alone', { visibility: 'private', names }) }))?.round ?? ''

async function draftOf(name: string, round: string): Promise<Raw> {
  const raw = sitting.line('participant', name, `draft/${round}`)
  await raw.synced()
  return raw
}

async function writes(raw: Raw, id: string, area: Area): Promise<void> {
  raw.doc.transact(() =>
    addNote(openCanvas(raw.doc), { id, place: [area, 40, 16, 5], text: `${id}s words`, color: 'sky', author: '' }),
  )
  await raw.saved()
}

const told = ({ notices }: Raw) => notices.flatMap(notice => (notice.kind === 'revealed' ? [notice.notes] : []))

test('of a block that is shown, on every line of theirs and after a reload, and to nobody else', async () => {
  const round = await privately('never')
  const everybody = [sitting.line('facilitator', 'Ana', 'workshop'), sitting.line('observer', 'Eve')]
  for (const raw of everybody) await raw.synced()
  const [ben, mei] = [await draftOf('Ben', round), await draftOf('Mei', round)]
  await writes(ben, 'first', 'channels')
  await writes(ben, 'second', 'keyPartnerships')
  await writes(mei, 'hers', 'keyPartnerships')
  await sitting.command('round.reveal', { round, block: 'channels' })
  await ben.until('it', () => told(ben).length === 1)
  expect(told(ben)).toEqual([['first']])
  const again = await draftOf('Ben', round)
  expect(told(again)).toEqual([['first']])
  for (const raw of [mei, ...everybody]) {
    expect(told(raw)).toEqual([])
    expect(Buffer.concat(raw.received).toString('latin1')).not.toContain('first"')
  }
})

test('where notes say what they were, it needs no telling', async () => {
  const round = await privately('hidden')
  const ben = await draftOf('Ben', round)
  await writes(ben, 'first', 'channels')
  await sitting.command('round.reveal', { round, block: 'channels' })
  expect(told(await draftOf('Ben', round))).toEqual([])
})
