/** [B4] [B7] Sixty people through a private step, its reveal and a vote, with the server killed in each: all see all of it, nothing twice, and how long it took. */
import { afterAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newId } from '../../shared/base/id.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { NO_RIGHTS } from '../../shared/workshop/rights.ts'
import type { Run } from '../../shared/workshop/session.ts'
import type { StepPlan } from '../../shared/workshop/step.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import { quantile } from '../bench/measure.ts'
import type { Reply } from '../support/asks.ts'
import { askers, bearer } from '../support/asks.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'
import { plan } from '../support/sitting.ts'

const PEOPLE = 60
const NOTES = 5
const DOTS = 3
const AREA: Area = 'customerSegments'
const nonagon = new Nonagon()
afterAll(() => nonagon.dispose())

const { ask } = askers(() => nonagon.url)

/** One of sixty: their lines, which are dialled anew after a kill as a browser would. */
class Somebody {
  readonly name: string
  readonly #board: MadeBoard
  readonly #documents = new Map<string, Y.Doc>()
  readonly #lines = new Map<string, Raw>()

  constructor(board: MadeBoard, name: string) {
    this.#board = board
    this.name = name
  }

  async opens(path: string): Promise<Raw> {
    const doc = this.#documents.get(path)
    const raw = rawWith(secretOf(this.#board.links.participant), this.name, {
      ...{ url: nonagon.url, path: `${this.#board.board}/${path}` },
      ...(doc ? { doc } : {}),
    })
    this.#documents.set(path, raw.doc)
    this.#lines.set(path, raw)
    await raw.until('synced', () => raw.isSynced, 30_000)
    return raw
  }

  line(path: string): Raw {
    const raw = this.#lines.get(path)
    if (!raw) throw new Error(`${this.name} has no ${path} open.`)
    return raw
  }

  async comesBack(): Promise<void> {
    const paths = [...this.#lines.keys()]
    for (const raw of this.#lines.values()) raw.cut()
    await Promise.all(paths.map(path => this.opens(path)))
  }

  leaves(): void {
    for (const raw of this.#lines.values()) raw.cut()
  }

  command(command: string, body: object, id = newId()): Promise<Reply> {
    const headers = bearer(this.#board, 'participant', this.name)
    return ask('POST', `/api/boards/${this.#board.board}/commands`, { body: { id, command, ...body }, headers })
  }
}

/** Each after the other would measure the script. */
const each = <T>(people: readonly Somebody[], act: (somebody: Somebody, i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(people.map(act))

test(
  'sixty people write privately, are revealed, vote, and see the results; the server is killed in between',
  {
    timeout: 180_000,
  },
  async () => {
    await nonagon.start()
    const board = await nonagon.makeBoard({ title: 'Sixty' })
    const people = Array.from({ length: PEOPLE }, (_, i) => new Somebody(board, `P${i}`))
    let seq = 0
    const figures: string[] = []

    const leads = async (command: string, body: object, id = newId()): Promise<Reply> => {
      const reply = await ask('POST', `/api/boards/${board.board}/commands`, {
        body: { id, command, ...body },
        headers: bearer(board, 'facilitator', 'Ana'),
      })
      expect(reply.status, reply.text).toBe(200)
      return reply
    }
    const starts = async (step: StepPlan): Promise<Run> => {
      const run = (await leads('step.start', { seq, plan: step })).json['run'] as Run
      seq = run.seq
      return run
    }
    /** Milliseconds until the last, and until all but a hundredth, has seen it. */
    const spreads = async (what: string, path: string, seen: (doc: Y.Doc) => boolean, act: () => Promise<unknown>) => {
      const from = performance.now()
      const waiting = each(people, async somebody => {
        const raw = somebody.line(path)
        await raw.until(what, () => seen(raw.doc), 30_000)
        return performance.now() - from
      })
      await act()
      const took = await waiting
      figures.push(`${what}: p50 ${quantile(took, 0.5).toFixed(0)} ms, last ${Math.max(...took).toFixed(0)} ms`)
    }
    const isKilled = async () => {
      await nonagon.end('SIGKILL')
      const from = performance.now()
      await nonagon.start()
      await each(people, somebody => somebody.comesBack())
      figures.push(`killed, and all ${PEOPLE} back: ${(performance.now() - from).toFixed(0)} ms`)
    }
    const running = (doc: Y.Doc) => openWorkshop(doc).session.value.run

    const joined = performance.now()
    await each(people, async somebody => {
      await somebody.opens('workshop')
      await somebody.opens('canvas/main')
    })
    figures.push(`${PEOPLE} people in: ${(performance.now() - joined).toFixed(0)} ms`)

    // A private step ----------------------------------------------------------------------------------------------------
    let round = ''
    await spreads(
      'a step begins',
      'workshop',
      doc => doc.getMap('session').has('run'),
      async () => {
        round = (await starts(plan('Write', { visibility: 'private', focus: [AREA] }))).round ?? ''
      },
    )
    const draft = `draft/${round}`
    await each(people, async (somebody, i) => {
      const raw = await somebody.opens(draft)
      const canvas = openCanvas(raw.doc)
      for (let k = 0; k < NOTES; k++) {
        const note = { id: newId(), place: [AREA, 20, 60 + k * 144, 1] as const, color: 'straw', author: '' } as const
        change(canvas, 'me', () => addNote(canvas, { ...note, text: `Secret ${i}.${k}` }))
      }
      await raw.until('saved', () => raw.isSaved, 30_000)
    })
    await isKilled()
    for (const somebody of people) {
      expect(openCanvas(somebody.line('canvas/main').doc).notes.size).toBe(0)
      expect(running(somebody.line('workshop').doc)?.round).toBe(round)
    }

    // The reveal, asked for twice: two facilitators, and one of them impatient ------------------------------------------
    const key = newId()
    await spreads(
      `${PEOPLE * NOTES} notes are revealed`,
      'canvas/main',
      doc => doc.getMap('notes').size >= PEOPLE * NOTES,
      () =>
        Promise.all([
          leads('round.reveal', { round, all: true }, key),
          leads('round.reveal', { round, all: true }, key),
          leads('round.reveal', { round, all: true }),
        ]),
    )
    await isKilled()
    for (const somebody of people) {
      const texts = openCanvas(somebody.line('canvas/main').doc)
        .notes.all()
        .map(note => note.text)
      expect(new Set(texts).size).toBe(PEOPLE * NOTES)
      expect(texts).toHaveLength(PEOPLE * NOTES)
    }

    // A vote ------------------------------------------------------------------------------------------------------------
    const notes = openCanvas(people[0]?.line('canvas/main').doc as Y.Doc).notes.all()
    const vote = { ...BLANK_VOTE, dots: DOTS, perNote: 1, blocks: [AREA] }
    const voting = (await starts(plan('Vote', { vote, rights: { ...NO_RIGHTS, vote: 'all' } }))).round ?? ''
    const casts = (dots: readonly number[]) =>
      each(people, async (somebody, i) => {
        const took: number[] = []
        for (const k of dots) {
          const from = performance.now()
          const note = notes[(i * 7 + k * 11) % notes.length]?.id
          const reply = await somebody.command('vote.cast', { round: voting, note, dots: 1 })
          expect(reply.status, reply.text).toBe(200)
          took.push(performance.now() - from)
        }
        return took
      })
    const first = await casts([0, 1])
    await isKilled()
    const took = [...first, ...(await casts([2]))].flat()
    figures.push(
      `${took.length} dots: p50 ${quantile(took, 0.5).toFixed(0)} ms, p99 ${quantile(took, 0.99).toFixed(0)} ms`,
    )
    // A fourth dot is one too many, from whichever tab.
    const over = await people[0]?.command('vote.cast', { round: voting, note: notes[5]?.id, dots: 1 })
    expect(over?.status).toBe(409)
    await spreads(
      'the results',
      'workshop',
      doc => doc.getMap('results').has(voting),
      () => leads('vote.close', { round: voting }),
    )
    for (const somebody of people) {
      const results = openWorkshop(somebody.line('workshop').doc).results.get(voting)
      expect(results).toMatchObject({ voters: PEOPLE, dots: PEOPLE * DOTS })
      expect(results?.totals.reduce((sum, [, dots]) => sum + dots, 0)).toBe(PEOPLE * DOTS)
    }
    for (const somebody of people) somebody.leaves()
    console.log(figures.join('\n'))
  },
)
