/** Ballots: tables for what may be given, and properties over many random ones. */
import { expect, test } from 'vitest'
import type { Area } from '../canvas/blocks.ts'
import { openCanvas } from '../canvas/canvas.ts'
import { addGroup, addNote, binRecords, closeGroup, openGroup, putInGroup } from '../canvas/operations.ts'
import { seeded } from '../canvas/rehearsal.ts'
import { createDocument } from '../wire/document.ts'
import type { Ballot, Cast } from './ballots.ts'
import {
  candidatesOn,
  castFault,
  leftOf,
  NO_DOTS,
  rankedOf,
  shuffled,
  spentIn,
  topOf,
  totalsOf,
  withCast,
} from './ballots.ts'
import type { VoteSettings } from './step.ts'

const FIVE: VoteSettings = {
  dots: 5,
  perNote: 3,
  blocks: [],
  perBlock: null,
  live: false,
  named: false,
  shuffled: true,
}

const LIES: Readonly<Record<string, Area>> = {
  free: 'valuePropositions',
  fast: 'valuePropositions',
  ads: 'revenueStreams',
  fees: 'revenueStreams',
  brand: 'keyResources',
}
const lies = (id: string): Area | undefined => LIES[id]
const ballot = (dots: Readonly<Record<string, number>>): Ballot => new Map(Object.entries(dots))
const VOTED = ['valuePropositions', 'revenueStreams'] as const

test.each<
  [why: string, settings: Partial<VoteSettings>, has: Readonly<Record<string, number>>, cast: Cast, fault: string]
>([
  ['a first dot', {}, {}, { note: 'free', dots: 1 }, ''],
  ['as many as one note may have', {}, {}, { note: 'free', dots: 3 }, ''],
  ['more than one note may have', {}, {}, { note: 'free', dots: 4 }, 'perNote'],
  ['the last that is left', {}, { free: 3, fast: 1 }, { note: 'ads', dots: 1 }, ''],
  ['one more than is left', {}, { free: 3, fast: 2 }, { note: 'ads', dots: 1 }, 'noneLeft'],
  ['fewer, with none left', {}, { free: 3, fast: 2 }, { note: 'free', dots: 1 }, ''],
  ['the same again, with none left', {}, { free: 3, fast: 2 }, { note: 'free', dots: 3 }, ''],
  ['a note that is not there', {}, {}, { note: 'nowhere', dots: 1 }, 'gone'],
  ['taking back from one that is gone', {}, { nowhere: 2 }, { note: 'nowhere', dots: 0 }, ''],
  ['more on one that is gone', {}, { nowhere: 1 }, { note: 'nowhere', dots: 2 }, 'gone'],
  ['a block that is voted', { blocks: VOTED }, {}, { note: 'ads', dots: 1 }, ''],
  ['a block that is not', { blocks: VOTED }, {}, { note: 'brand', dots: 1 }, 'notVoted'],
  ['taking back where a note was moved to', { blocks: VOTED }, { brand: 2 }, { note: 'brand', dots: 1 }, ''],
  ['up to the quota of a block', { perBlock: 2 }, { free: 1 }, { note: 'fast', dots: 1 }, ''],
  ['over the quota of a block', { perBlock: 2 }, { free: 1, fast: 1 }, { note: 'fast', dots: 2 }, 'perBlock'],
  ['another block has its own quota', { perBlock: 2 }, { free: 1, fast: 1 }, { note: 'ads', dots: 2 }, ''],
  ['fewer than none', {}, { free: 1 }, { note: 'free', dots: -1 }, 'number'],
  ['half a dot', {}, {}, { note: 'free', dots: 0.5 }, 'number'],
  ['no number', {}, {}, { note: 'free', dots: NaN }, 'number'],
  ['more than there are', {}, {}, { note: 'free', dots: 1e308 }, 'number'],
])('[B7] %s', (_why, settings, has, cast, fault) => {
  expect(castFault({ ...FIVE, ...settings }, ballot(has), cast, lies) ?? '').toBe(fault)
})

test('[B7] what is left: in all, and in each voted block where blocks have a quota', () => {
  expect(leftOf(FIVE, ballot({ free: 2 }), lies)).toEqual({ dots: 3, areas: [] })
  const two = { ...FIVE, dots: 4, perBlock: 2, blocks: VOTED }
  expect(leftOf(two, ballot({ free: 1, fast: 1 }), lies)).toEqual({
    dots: 2,
    areas: [
      ['valuePropositions', 0],
      ['revenueStreams', 2],
    ],
  })
  expect(leftOf({ ...two, dots: 3 }, ballot({ free: 2 }), lies).areas[1]).toEqual(['revenueStreams', 1])
})

test('[B7] a closed group is one candidate and its notes are none; open, they are and it is not', () => {
  const canvas = openCanvas(createDocument())
  const put = (id: string, x: number): void =>
    addNote(canvas, { id, place: ['channels', x, 56, 1], text: id, color: 'straw', author: 'ana' })
  put('shop', 24)
  put('fair', 248)
  addGroup(canvas, { id: 'places', title: 'Places', block: 'channels' })
  closeGroup(canvas, 'places')
  const areas = () => ['shop', 'fair', 'places'].map(candidatesOn(canvas))
  expect(areas()).toEqual(['channels', 'channels', undefined])
  putInGroup(canvas, ['shop', 'fair'], 'places')
  expect(areas()).toEqual([undefined, undefined, 'channels'])
  openGroup(canvas, 'places')
  binRecords(canvas, 'notes', ['fair'])
  expect(areas()).toEqual(['channels', undefined, undefined])
})

test('[B7] totals are most first, equal ones share a rank and are said to be tied', () => {
  const totals = totalsOf([ballot({ free: 2, ads: 1 }), ballot({ free: 1, fees: 1 }), ballot({ ads: 1, brand: 1 })])
  expect(totals).toEqual([
    ['free', 3],
    ['ads', 2],
    ['brand', 1],
    ['fees', 1],
  ])
  const ranked = rankedOf(totals)
  expect(ranked.map(({ rank, isTied }) => [rank, isTied])).toEqual([
    [1, false],
    [2, false],
    [3, true],
    [3, true],
  ])
  expect(topOf(ranked, 2).map(({ note }) => note)).toEqual(['free', 'ads'])
  expect(topOf(ranked, 3).map(({ note }) => note)).toEqual(['free', 'ads', 'brand', 'fees'])
})

test('[P19] whatever is cast in whatever order, no limit is passed, and totals are the sum of the ballots', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = seeded(seed)
    const perNote = 1 + random(4)
    const settings: VoteSettings = {
      ...FIVE,
      dots: perNote + random(6),
      perNote,
      perBlock: random(2) ? 1 + random(5) : null,
      blocks: random(2) ? VOTED : [],
    }
    const ballots = [NO_DOTS, NO_DOTS, NO_DOTS]
    for (let n = 0; n < 60; n++) {
      const voter = random(3)
      const before = ballots[voter] ?? NO_DOTS
      const cast = { note: Object.keys(LIES)[random(5)] ?? '', dots: random(7) - 1 }
      if (castFault(settings, before, cast, lies)) continue
      const after = withCast(before, cast)
      ballots[voter] = after
      expect(after.get(cast.note) ?? 0).toBe(cast.dots)
      expect(leftOf(settings, after, lies).dots, `seed ${seed}`).toBe(settings.dots - spentIn(after))
      expect(Math.max(0, ...after.values())).toBeLessThanOrEqual(settings.perNote)
      for (const area of VOTED) {
        const spent = [...after].filter(([id]) => lies(id) === area).reduce((sum, [, dots]) => sum + dots, 0)
        expect(spent).toBeLessThanOrEqual(settings.perBlock ?? settings.dots)
      }
    }
    const given = ballots.reduce((sum, each) => sum + spentIn(each), 0)
    expect(totalsOf(ballots).reduce((sum, [, dots]) => sum + dots, 0)).toBe(given)
  }
})

test('[B7] each voter has an order of their own, which another note does not disturb', () => {
  const notes = [...Array(12).keys()].map(n => ({ id: `note${n}` }))
  const ids = (seed: string, of = notes) => shuffled(of, seed).map(({ id }) => id)
  expect(ids('round/ana')).toEqual(ids('round/ana', [...notes].reverse()))
  expect(ids('round/ana')).not.toEqual(ids('round/ben'))
  expect([...ids('round/ana')].sort()).toEqual(notes.map(({ id }) => id).sort())
  expect(ids('round/ana', [...notes, { id: 'late' }]).filter(id => id !== 'late')).toEqual(ids('round/ana'))
  const firsts = new Set([...Array(200).keys()].map(n => ids(`round/${n}`)[0]))
  expect(firsts.size).toBe(notes.length)
})
