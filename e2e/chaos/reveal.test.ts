/** [P18] A reveal is whole or has not happened, and never happens twice, wherever in it the server is killed. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../shared/base/id.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote } from '../../shared/canvas/operations.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import type { Reply } from '../support/asks.ts'
import { askers, bearer } from '../support/asks.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import { between, isSoak, runSeed, seeded } from '../support/random.ts'
import { rawWith } from '../support/raw.ts'

const PEOPLE = 4
const EACH = 50
const ALL = PEOPLE * EACH
const KILLS = isSoak ? 300 : 12

const nonagon = new Nonagon()
beforeAll(async () => {
  await nonagon.start()
})
afterAll(() => nonagon.dispose())
const { ask } = askers(() => nonagon.url)

const command = (made: MadeBoard, body: object): Promise<Reply> =>
  ask('POST', `/api/boards/${made.board}/commands`, { body, headers: bearer(made, 'facilitator', 'Ana') })

/** A board with a private round that people have written in; answers with the round. */
async function prepare(made: MadeBoard): Promise<string> {
  const plan = { ...BLANK_PLAN, title: 'Alone', visibility: 'private' }
  const { json } = await command(made, { id: 'begin', command: 'step.start', seq: 0, plan })
  const { round } = json['run'] as { round: string }
  const drafts = Array.from({ length: PEOPLE }, (_, i) =>
    rawWith(secretOf(made.links.participant), `W${i}`, { url: nonagon.url, path: `${made.board}/draft/${round}` }),
  )
  await Promise.all(drafts.map(raw => raw.synced()))
  for (const [person, raw] of drafts.entries()) {
    const canvas = openCanvas(raw.doc)
    raw.doc.transact(() => {
      for (let i = 0; i < EACH; i++)
        addNote(canvas, { id: `n${i}`, place: ['channels', 0, i, 1], text: `${person}-${i}`, color: 'sky', author: '' })
    })
    await raw.saved()
    raw.cut()
  }
  return round
}

/** Texts of the notes on the canvas, as they are on disk. */
async function shown(made: MadeBoard): Promise<readonly string[]> {
  const raw = rawWith(secretOf(made.links.observer), 'Eve', { url: nonagon.url, path: `${made.board}/canvas/main` })
  await raw.synced()
  const texts = openCanvas(raw.doc)
    .notes.all()
    .map(({ text }) => text)
  raw.cut()
  return texts
}

/** What kills did to reveals: each is looked at after the kill, and again when two more have asked. */
function openToll() {
  const toll = { halves: 0, doubles: 0, lost: 0, before: 0, after: 0 }
  return {
    toll,
    afterKill: ({ length }: readonly string[], wasPromised: boolean) => {
      if (length !== 0 && length !== ALL) toll.halves++
      if (wasPromised && length === 0) toll.lost++
      toll[length === 0 ? 'before' : 'after']++
    },
    atLast: (texts: readonly string[]) => {
      if (texts.length > ALL) toll.doubles++
      if (new Set(texts).size !== ALL) toll.lost++
    },
  }
}

/** Kills the server at a random moment of a reveal; it comes back. Answers whether the reveal had been promised. */
async function killIn(reveal: () => Promise<boolean>, wait: number): Promise<boolean> {
  const promised = reveal().catch(() => false)
  await pause(wait)
  await nonagon.end('SIGKILL')
  const wasPromised = await promised
  await nonagon.start()
  return wasPromised
}

test(
  `[P18] ${KILLS} kills in a reveal: all notes or none, and never one twice`,
  { timeout: isSoak ? 1_800_000 : 300_000 },
  async () => {
    const seed = runSeed()
    const random = seeded(seed)
    const { toll, afterKill, atLast } = openToll()
    // A kill that came too soon makes the next ones later, and one that came too late sooner: around the commit, on any machine.
    let reach = 150
    for (let kill = 0; kill < KILLS; kill++) {
      const made = await nonagon.makeBoard()
      const reveal = { id: 'mine', command: 'round.reveal', round: await prepare(made), all: true }
      const wasPromised = await killIn(
        () => command(made, reveal).then(({ status }) => status === 200),
        between(random, 0, Math.round(reach)),
      )
      const found = await shown(made)
      afterKill(found, wasPromised)
      reach *= found.length === 0 ? 1.5 : 1 / 1.5
      // Sent again, as a page does that heard no answer; and by another who does not know.
      await command(made, reveal)
      await command(made, { ...reveal, id: 'hers' })
      atLast(await shown(made))
    }
    process.stdout.write(`P18: ${KILLS} kills, ${JSON.stringify(toll)} (seed ${seed})\n`)
    expect(toll, `seed ${seed}`).toMatchObject({ halves: 0, doubles: 0, lost: 0 })
    expect(toll.before, 'kills that came before the commit').toBeGreaterThan(0)
    expect(toll.after, 'kills that came after it').toBeGreaterThan(0)
  },
)

/** A reveal as it must not be: a page copies the notes onto the canvas in two halves, and knows of no reveal before. */
async function revealInHalves(made: MadeBoard, { between: wait }: { readonly between: () => Promise<void> }) {
  const raw = rawWith(secretOf(made.links.facilitator), 'Ana', { url: nonagon.url, path: `${made.board}/canvas/main` })
  try {
    await raw.synced()
    const canvas = openCanvas(raw.doc)
    for (const half of [0, 1]) {
      raw.doc.transact(() => {
        for (let n = (half * ALL) / 2; n < ((half + 1) * ALL) / 2; n++) {
          const text = `${Math.floor(n / EACH)}-${n % EACH}`
          addNote(canvas, { id: newId(), place: ['channels', 0, n, 1], text, color: 'sky', author: '' })
        }
      })
      await raw.saved()
      if (half === 0) await wait()
    }
  } finally {
    raw.cut()
  }
}

test('[P18] negative control: the same looks find the halves and the doubles of a reveal in two steps', async () => {
  const { toll, afterKill, atLast } = openToll()
  const made = await nonagon.makeBoard()
  await revealInHalves(made, {
    between: async () => {
      await nonagon.end('SIGKILL')
      throw new Error('Killed.')
    },
  }).catch(() => undefined)
  await nonagon.start()
  afterKill(await shown(made), false)
  await revealInHalves(made, { between: () => Promise.resolve() })
  atLast(await shown(made))
  expect(toll).toMatchObject({ halves: 1, doubles: 1 })
  const lost = await nonagon.makeBoard()
  afterKill(await shown(lost), true)
  atLast(await shown(lost))
  expect(toll).toMatchObject({ lost: 2 })
})
