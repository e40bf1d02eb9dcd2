/** Whatever the lines do, everybody ends with the same canvas, and nobody's work is missing from it. */
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyUpdates, createDocument, encodeState, hasPending } from '../wire/document.ts'
import { fieldRule } from '../wire/schema.ts'
import { contentOf, openCanvas } from './canvas.ts'
import type { Rehearsal, Seat } from './rehearsal.ts'
import { act, flawsOf, lettersAt, rehearse, seeded } from './rehearsal.ts'
import { CANVAS_SCHEMA } from './schema.ts'

const SCHEDULES = process.env['NONAGON_SOAK'] ? 10_000 : 100
const COLLECTIONS = ['notes', 'links', 'groups', 'strokes'] as const

/** A way to look at a canvas; it must say the same wherever the same is known. */
type View = (seat: Seat) => unknown
const content: View = seat => contentOf(seat.canvas)

/** Work, cuts, late letters, restarts and days away, all chosen by the seed. */
function play(seed: number): Rehearsal {
  const random = seeded(seed)
  const people = 2 + random(5)
  const rehearsal = rehearse(people, { seed, star: random(2) === 0 })
  const { seats } = rehearsal
  const anyone = () => random(people)
  const everyone = [...seats.keys()]
  const work = (who: number) => {
    const seat = seats[who]
    if (seat) act(rehearsal, seat)
  }
  const happenings: readonly (() => void)[] = [
    () => rehearsal.cut(anyone(), anyone()),
    () => rehearsal.mend(anyone(), anyone()),
    () => rehearsal.restart(anyone(), { compact: random(2) === 0 }),
    () => {
      const who = anyone()
      for (const other of everyone) rehearsal.cut(who, other)
      for (let edits = 1 + random(60); edits > 0; edits--) work(who)
      if (random(2) === 0) for (const other of everyone) rehearsal.mend(who, other)
    },
  ]
  for (let turn = 30 + random(40); turn > 0; turn--) {
    if (random(12) === 0) happenings[random(happenings.length)]?.()
    else work(anyone())
    for (let arrivals = random(2 * people); arrivals > 0; arrivals--)
      rehearsal.deliver(anyone(), anyone(), { late: random(8) === 0 })
  }
  rehearsal.settle()
  return rehearsal
}

const vectorOf = (seat: Seat) => Y.decodeStateVector(Y.encodeStateVector(seat.document))
const deletesOf = (seat: Seat) => Y.createDeleteSetFromStructStore(seat.document.store)

/** The first thing that is not as it should be. */
function flawIn({ seats }: Rehearsal, view: View): string | undefined {
  const [first, ...others] = seats
  if (!first) return 'nobody came'
  for (const seat of others) {
    if (!isDeepStrictEqual(vectorOf(seat), vectorOf(first))) return `seat ${seat.number}: another state vector`
    if (!Y.equalDeleteSets(deletesOf(seat), deletesOf(first))) return `seat ${seat.number}: another delete set`
    if (!isDeepStrictEqual(view(seat), view(first))) return `seat ${seat.number}: another canvas`
  }
  for (const seat of seats) if (hasPending(seat.document)) return `seat ${seat.number}: structs that wait`
  const copy = createDocument()
  applyUpdates(copy, [encodeState(first.document)], 'copy')
  if (!isDeepStrictEqual(contentOf(openCanvas(copy)), contentOf(first.canvas))) return 'a fresh reading differs'
  return unreadableIn(first) ?? danglingIn(first)
}

function unreadableIn({ document, canvas }: Seat): string | undefined {
  for (const root of COLLECTIONS)
    for (const [id, record] of document.getMap<Y.Map<unknown>>(root)) {
      if (!canvas[root].find(id)) return `${root}/${id} cannot be read`
      for (const [field, value] of record) {
        const rule = CANVAS_SCHEMA.roots[root] && fieldRule(CANVAS_SCHEMA.roots[root], field)
        const isRight = rule?.kind === 'text' ? value instanceof Y.Text : rule?.accepts(value)
        if (!isRight) return `${root}/${id}/${field} is not what the schema says`
      }
    }
  return undefined
}

function danglingIn({ canvas }: Seat): string | undefined {
  const { notes, links, groups } = contentOf(canvas)
  const live = new Set(notes.map(note => note.id))
  const kept = new Set(groups.map(group => group.id))
  const link = links.find(each => !live.has(each.from) || !live.has(each.to))
  if (link) return `link ${link.id} dangles`
  const note = notes.find(
    each => each.segments.some(id => !live.has(id)) || (each.group !== undefined && !kept.has(each.group)),
  )
  return note && `note ${note.id} dangles`
}

describe('[P8] convergence', () => {
  test(`[P8] ${SCHEDULES} schedules with cuts, reorderings, restarts and days away end alike everywhere`, () => {
    expect(flawsOf(SCHEDULES, seed => flawIn(play(seed), content))).toEqual([])
  }, 3_600_000)

  test('[P8] control: a reader that shows notes in the order in which they arrived is caught', () => {
    const byArrival: View = seat => [...seat.document.getMap('notes').keys()]
    expect(flawsOf(20, seed => flawIn(play(seed), byArrival)).length).toBeGreaterThan(10)
  })

  test('[P8] control: a seat that misses one update is caught', () => {
    const rehearsal = rehearse(3, { seed: 1 })
    const [ana] = rehearsal.seats
    if (ana) for (let turn = 0; turn < 20; turn++) act(rehearsal, ana)
    rehearsal.cut(0, 1)
    rehearsal.cut(1, 2)
    expect(flawIn(rehearsal, content)).toBe('seat 1: another state vector')
  })
})

describe('[P9] offline', () => {
  test.each([1, 2, 3])(
    '[P9] two people away with 500 edits each lose and double nothing, and can still undo (%i)',
    seed => {
      const rehearsal = rehearse(2, { seed })
      const [ana, ben] = rehearsal.seats
      if (!ana || !ben) throw new Error('two people are needed')
      for (let turn = 0; turn < 30; turn++) act(rehearsal, turn % 2 === 0 ? ana : ben)
      rehearsal.settle()
      rehearsal.cut(0, 1)

      // A letter may be missing only where somebody took it away, and may be twice only where both did and both undid it.
      const typed = new Set([...lettersAt(ana).keys()])
      const takenBy = new Map<string, Set<Seat>>()
      for (const seat of [ana, ben])
        for (let edit = 0; edit < 500; edit++) {
          const before = lettersAt(seat)
          act(rehearsal, seat)
          const after = lettersAt(seat)
          for (const letter of after.keys()) typed.add(letter)
          for (const letter of before.keys())
            if (!after.has(letter)) takenBy.set(letter, (takenBy.get(letter) ?? new Set()).add(seat))
        }
      rehearsal.settle()
      expect(flawIn(rehearsal, content)).toBeUndefined()

      const there = lettersAt(ana)
      expect([...typed].filter(letter => !there.has(letter) && !takenBy.has(letter))).toEqual([])
      expect([...there].filter(([letter, times]) => times > 1 && takenBy.get(letter)?.size !== 2)).toEqual([])
      expect(typed.size).toBeGreaterThan(500)

      const outcomes = [ana, ben, ana, ben].map(seat => seat.history.undo().kind)
      expect(outcomes).toContain('done')
      rehearsal.settle()
      expect(flawIn(rehearsal, content)).toBeUndefined()
    },
  )
})
