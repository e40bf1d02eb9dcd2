import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as operations from '../../shared/canvas/operations.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import { CANVAS_SCHEMA } from '../../shared/canvas/schema.ts'
import type { Update } from '../../shared/wire/document.ts'
import { hasPending } from '../../shared/wire/document.ts'
import type { Random } from './gate-fuzz-kit.ts'
import { createRandom } from './gate-fuzz-kit.ts'
import { Seat, TestRoom } from './gate-kit.ts'

const SEED = Number(process.env['NONAGON_SEED'] ?? 7)
const RUNS = process.env['NONAGON_SOAK'] === '1' ? 3_000 : 60
const DEEDS = 80
const WORDS = ['guests', ' and hosts', '😀', 'x', 'Größe ', '\n']

/** One person with undo, whose line is there or not. What they send goes through the gate in the order of sending. */
class Honest {
  readonly seat: Seat
  readonly #outbox: Update[] = []
  readonly #undo: Y.UndoManager
  readonly #random: Random
  #online = true
  #made = 0

  constructor(seat: Seat, random: Random) {
    this.seat = seat
    this.#random = random
    seat.document.on('update', (update: Update, origin: unknown) => {
      if (origin !== 'room' && this.#online) this.#outbox.push(update)
    })
    const roots = Object.keys(CANVAS_SCHEMA.roots).map(root => seat.document.getMap(root))
    this.#undo = new Y.UndoManager(roots, { captureTimeout: 0, trackedOrigins: new Set([seat]) })
  }

  /** Does one thing, sends what waits, or loses and finds the line. */
  live(): void {
    const random = this.#random
    if (random.chance(0.06)) this.#toggle()
    if (random.chance(0.3) && this.#online) this.seat.catchUp()
    if (random.chance(0.12)) this.#undo.undo()
    else if (random.chance(0.1)) this.#undo.redo()
    else this.seat.draft(() => this.#act())
    if (this.#online && random.chance(0.7)) this.send()
  }

  send(): void {
    for (const update of this.#outbox.splice(0)) expect(this.#answer(update, false)).toMatch(/^(accepted|nothing)$/)
  }

  /** Back on the line, with everything: what a provider's step2 brings. */
  return(): void {
    this.#online = true
    this.send()
    const { document, room } = this.seat
    expect(this.#answer(Y.encodeStateAsUpdate(document, Y.encodeStateVector(room.document)), true)).toMatch(
      /^(accepted|nothing)$/,
    )
    this.seat.catchUp()
  }

  #toggle(): void {
    if (!this.#online) return this.return()
    this.send()
    this.#online = false
  }

  #answer(update: Update, step2: boolean): string {
    const verdict = this.seat.room.take(update, this.seat, { step2 })
    return verdict.kind === 'refused' ? JSON.stringify(verdict) : verdict.kind
  }

  #act(): void {
    const { canvas, person } = this.seat
    const random = this.#random
    const ids = [...canvas.document.getMap('notes').keys()]
    const id = random.pick(ids.length > 0 ? ids : ['none'])
    const mine = ids.filter(each => each.startsWith(person))
    const deeds: readonly (() => void)[] = [
      () => {
        const place = ['channels', random.below(9), random.below(9), 1] as const
        operations.addNote(canvas, {
          id: `${person}${this.#made++}`,
          place,
          text: random.pick(WORDS),
          color: 'straw',
          author: person,
        })
      },
      () => this.#type(id),
      () => this.#type(id),
      () => this.#type(id),
      () => operations.moveNotes(canvas, new Map([[id, ['parking', random.below(9), 1, 1]]])),
      () => operations.colorNotes(canvas, [id, random.pick([id, ...ids])], random.pick(NOTE_COLORS)),
      () => operations.markNote(canvas, id, `segment:${random.pick(['a', 'b'])}`, random.chance(0.5)),
      () => operations.binRecords(canvas, 'notes', [id]),
      () => operations.restoreRecords(canvas, 'notes', [id]),
      () => operations.addLink(canvas, { id: `${person}l${this.#made++}`, from: id, to: id, label: '' }),
      () => operations.nameCanvas(canvas, random.pick(WORDS)),
      () => canvas.document.getMap('notes').delete(random.pick(mine.length > 0 ? mine : ['none'])),
    ]
    random.pick(deeds)()
  }

  #type(id: string): void {
    const record = this.seat.document.getMap<Y.Map<unknown>>('notes').get(id)
    const text = record?.get('text')
    if (!(text instanceof Y.Text)) return
    const random = this.#random
    const at = random.below(text.length + 1)
    if (random.chance(0.4)) text.delete(at, Math.min(text.length - at, 1 + random.below(3)))
    else text.insert(at, random.pick(WORDS))
  }
}

test(
  '[M4] [P8] whoever uses Yjs as it is meant to be is never refused, and all come to the same',
  { timeout: 3_600_000 },
  () => {
    for (let run = 0; run < RUNS; run++) {
      const seed = SEED + run
      const random = createRandom(seed)
      const room = new TestRoom()
      const people = ['ana', 'ben', 'cem'].map((person, i) => new Honest(new Seat(room, person, 100 + i), random))
      try {
        for (let deed = 0; deed < DEEDS; deed++) random.pick(people).live()
        for (const person of [...people, ...people]) person.return()
        expect(hasPending(room.document)).toBe(false)
        const shown = (document: Y.Doc) => Object.keys(CANVAS_SCHEMA.roots).map(root => document.getMap(root).toJSON())
        for (const { seat } of people) expect(shown(seat.document)).toEqual(shown(room.document))
      } catch (error) {
        throw new Error(`seed ${seed}`, { cause: error })
      }
    }
  },
)
