/** [B22] Whose hand is up, by raw clients: each for themselves, over a reload and a restart, until it is lowered or the session ends. */
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Raw } from '../../e2e/support/raw.ts'
import { MINUTE, plan, Sitting } from '../../e2e/support/sitting.ts'
import type { HandsNotice } from '../../shared/wire/messages.ts'
import type { Role } from '../../shared/workshop/roles.ts'
import { openMemory } from '../storage/memory.ts'
import { scratch } from '../storage/scratch.ts'

const files = scratch('hands')
afterAll(files.remove)

let sitting: Sitting
beforeEach(async () => {
  sitting = await Sitting.begin()
})
afterEach(() => sitting.end())

async function comes(name: string, role: Role = 'participant'): Promise<Raw> {
  const raw = sitting.line(role, name, 'workshop')
  await raw.synced()
  return raw
}
const ups = ({ notices }: Raw) =>
  notices.findLast((notice): notice is HandsNotice => notice.kind === 'hands')?.up.map(([, at]) => at)
const hears = (raw: Raw, ...up: readonly number[]) =>
  raw.until('the hands', () => JSON.stringify(ups(raw)) === JSON.stringify(up))
const hand = (
  name: string,
  body: { readonly up: boolean; readonly person?: string | undefined },
  role: Role = 'participant',
) => sitting.command('hand', body, { role, name })
const idOf = (raw: Raw) => raw.notices.flatMap(notice => (notice.kind === 'welcome' ? notice.person : []))[0]

test('it is up for everybody, over a reload and a restart, at the place it had', async () => {
  const [ben, ana] = [await comes('Ben'), await comes('Ana', 'facilitator')]
  await comes('Mei')
  const first = sitting.now
  expect((await hand('Ben', { up: true })).status).toBe(200)
  sitting.passes(MINUTE)
  await hand('Mei', { up: true })
  await hand('Ben', { up: true })
  await hears(ana, first, first + MINUTE)
  ben.cut()
  const file = files.next()
  await sitting.storage.backup(file)
  await sitting.restarts(openMemory({ from: file }))
  await hears(await comes('Ben'), first, first + MINUTE)
})

test('who comes back hears also that all hands went down meanwhile', async () => {
  await hand('Ben', { up: true })
  const before = await comes('Ben')
  await hears(before, sitting.now)
  before.cut()
  await hand('Ben', { up: false })
  await hears(await comes('Ben'))
})

test('only whose hand it is raises it, and only they or a facilitator lower it', async () => {
  const [ben, ana] = [await comes('Ben', 'observer'), await comes('Ana', 'facilitator')]
  const person = idOf(ben)
  expect((await hand('Ana', { up: true, person }, 'facilitator')).status).toBe(403)
  await hand('Ben', { up: true }, 'observer')
  await hears(ana, sitting.now)
  expect((await hand('Mei', { up: false, person })).status).toBe(403)
  await hears(ana, sitting.now)
  expect((await hand('Ana', { up: false, person }, 'facilitator')).status).toBe(200)
  await hears(ben)
})

test('it goes with the session, and with the day', async () => {
  const ana = await comes('Ana', 'facilitator')
  await sitting.does('step.start', { plan: plan('Open') })
  await hand('Ben', { up: true })
  await sitting.does('step.start', { plan: plan('Next') })
  await hears(ana, sitting.now)
  await sitting.does('session.end')
  await hears(ana)
  await hand('Ben', { up: true })
  sitting.passes(8 * 60 * MINUTE)
  await hears(await comes('Mei'))
  await hand('Mei', { up: true })
  await hears(ana, sitting.now)
})
