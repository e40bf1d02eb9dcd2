/** [W4] Sixty people write through eleven changes of step, each by what their own page shows them, and nobody is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newId } from '../../shared/base/id.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import * as operations from '../../shared/canvas/operations.ts'
import { addSteps } from '../../shared/workshop/agenda.ts'
import type { ReadyStepId, StepWords } from '../../shared/workshop/agendas.ts'
import { plansOf } from '../../shared/workshop/agendas.ts'
import type { Rights } from '../../shared/workshop/rights.ts'
import { effectiveRights } from '../../shared/workshop/rights.ts'
import { rightsOnCanvas } from '../../shared/workshop/step.ts'
import { openWorkshop } from '../../shared/workshop/workshop.ts'
import { askers, bearer } from '../support/asks.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { secretOf } from '../support/nonagon.ts'
import type { Raw } from '../support/raw.ts'
import { rawWith } from '../support/raw.ts'

const PEOPLE = 60
/** To the last of the twelve steps, in which nobody writes. */
const CHANGES = 11
/** Each types so often, ms, and a step lasts so long: shorter than the grace, so that three of them overlap. */
const TYPING_MS = 250
const STEP_MS = 900

let server: InProcess
let made: MadeBoard
beforeAll(async () => {
  server = await startInProcess()
  made = await server.makeBoardByHttp()
})
afterAll(() => server.stop())

const come = (role: 'facilitator' | 'participant', name: string, document: string): Raw =>
  rawWith(secretOf(made.links[role]), name, { url: server.local, path: `${made.board}/${document}` })

/** Somebody at a page: two lines, and a note that they write in while they may. */
class Writer {
  readonly canvas: Raw
  readonly workshop: Raw
  /** Frames that were sent. */
  typed = 0
  readonly #rights: () => Rights
  #note: string | undefined

  constructor(name: string, { looks }: { readonly looks: boolean }) {
    this.canvas = come('participant', name, 'canvas/main')
    this.workshop = come('participant', name, 'workshop')
    const { session } = openWorkshop(this.workshop.doc)
    this.#rights = () => {
      const run = looks ? session.value.run : undefined
      return effectiveRights('participant', run && rightsOnCanvas(run.plan))
    }
  }

  async synced(): Promise<void> {
    // A hundred and twenty at once: how soon they are in is not the matter here.
    await Promise.all([this.canvas.synced(60_000), this.workshop.synced(60_000)])
  }

  types(): void {
    if (!this.canvas.isOpen) return
    const rights = this.#rights()
    const before = this.canvas.sent
    const text = this.#note && (this.canvas.doc.getMap('notes').get(this.#note) as Y.Map<unknown>).get('text')
    if (text instanceof Y.Text && text.length < 12) {
      if (rights.text !== 'none') text.insert(text.length, 'x')
    } else if (rights.add !== 'none') {
      this.#note = newId()
      const place = ['channels', (before % 9) * 40, (before % 7) * 40, 0] as const
      operations.addNote(openCanvas(this.canvas.doc), { id: this.#note, place, text: 'x', color: 'straw', author: '' })
    }
    this.typed += this.canvas.sent - before
  }

  get wasRefused(): boolean {
    return this.canvas.notices.some(({ kind }) => kind === 'refused')
  }
}

test('[W4] sixty people type through eleven changes of step: none is refused, and who does not look is', async () => {
  const { ask } = askers(() => server.local)
  const words = new Proxy({} as StepWords, { get: (_, id: ReadyStepId) => ({ title: id, instruction: '' }) })
  const agenda = come('facilitator', 'Ana', 'workshop')
  await agenda.synced()
  agenda.doc.transact(() => addSteps(agenda.doc, [], plansOf('full', words), newId))
  await agenda.saved()

  const people = Array.from({ length: PEOPLE }, (_, i) => new Writer(`Person ${i}`, { looks: true }))
  const blind = new Writer('Blind', { looks: false })
  await Promise.all([...people, blind].map(person => person.synced()))

  const timers = [...people, blind].map((person, i) =>
    setTimeout(() => timers.push(setInterval(() => person.types(), TYPING_MS)), (i * TYPING_MS) / PEOPLE),
  )
  const { session } = openWorkshop(agenda.doc)
  for (let change = 0; change <= CHANGES; change++) {
    await new Promise(resolve => setTimeout(resolve, STEP_MS))
    const seq = session.value.run?.seq ?? 0
    const body = { id: newId(), command: 'step.next', seq }
    const reply = await ask('POST', `/api/boards/${made.board}/commands`, {
      body,
      headers: bearer(made, 'facilitator', 'Ana'),
    })
    expect(reply.status, reply.text).toBe(200)
    await agenda.until('the next step', () => session.value.run?.seq === seq + 1)
  }
  // The last step lets nobody write: whoever goes on is refused as soon as the grace is over.
  await blind.canvas.until('control: who does not look is refused', () => blind.wasRefused)
  for (const timer of timers) clearTimeout(timer)
  await Promise.all(people.map(({ canvas }) => canvas.until('all is on disk', () => canvas.isSaved || !canvas.isOpen)))

  const typed = people.reduce((sum, person) => sum + person.typed, 0)
  const refused = people.filter(person => person.wasRefused || person.canvas.closed).length
  process.stdout.write(`steps: ${PEOPLE} people, ${CHANGES} changes, ${typed} frames typed, ${refused} refused\n`)
  expect(typed).toBeGreaterThan(PEOPLE * CHANGES)
  expect(refused).toBe(0)
  for (const person of [...people, blind]) [person.canvas, person.workshop].forEach(line => line.cut())
  agenda.cut()
})
