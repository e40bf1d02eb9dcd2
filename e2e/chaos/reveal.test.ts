/** [P18] A reveal is whole or has not happened, and never happens twice, wherever in it the server is killed. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
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
const KILLS = isSoak ? 300 : 20

const nonagon = new Nonagon()
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

test(
  `[P18] ${KILLS} kills in a reveal: all notes or none, and never one twice`,
  { timeout: isSoak ? 1_800_000 : 300_000 },
  async () => {
    const seed = runSeed()
    const random = seeded(seed)
    const toll = { halves: 0, doubles: 0, lost: 0, before: 0, after: 0 }
    await nonagon.start()
    try {
      for (let kill = 0; kill < KILLS; kill++) {
        const made = await nonagon.makeBoard()
        const reveal = { id: 'mine', command: 'round.reveal', round: await prepare(made), all: true }
        const promised = command(made, reveal).then(
          ({ status }) => status === 200,
          () => false,
        )
        await pause(between(random, 0, 150))
        await nonagon.end('SIGKILL')
        const wasPromised = await promised
        await nonagon.start()
        const { length } = await shown(made)
        if (length !== 0 && length !== ALL) toll.halves++
        if (wasPromised && length === 0) toll.lost++
        toll[length === 0 ? 'before' : 'after']++
        // Sent again, as a page does that heard no answer; and by another who does not know.
        await command(made, reveal)
        await command(made, { ...reveal, id: 'hers' })
        const texts = await shown(made)
        if (texts.length > ALL) toll.doubles++
        if (new Set(texts).size !== ALL) toll.lost++
      }
      process.stdout.write(`P18: ${KILLS} kills, ${JSON.stringify(toll)} (seed ${seed})\n`)
      expect(toll, `seed ${seed}`).toMatchObject({ halves: 0, doubles: 0, lost: 0 })
      expect(toll.before, 'kills that came before the commit').toBeGreaterThan(0)
      expect(toll.after, 'kills that came after it').toBeGreaterThan(0)
    } finally {
      await nonagon.dispose()
    }
  },
)
