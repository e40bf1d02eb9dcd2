/** An open vote as values: what comes out of it is what was put in, through rows and back. */
import { expect, test } from 'vitest'
import type { Area } from '../../shared/canvas/blocks.ts'
import { seeded } from '../../shared/canvas/rehearsal.ts'
import { BLANK_VOTE } from '../../shared/workshop/step.ts'
import type { BallotRow } from './ballot-row.ts'
import type { OpenVote } from './open-vote.ts'
import {
  ballotKey,
  ballotRow,
  castIn,
  finishIn,
  mineIn,
  progressOf,
  resultsOf,
  standingOf,
  voteOf,
} from './open-vote.ts'

const areaOf = (id: string): Area | undefined => (id === 'gone' ? undefined : 'channels')

const opened: OpenVote = {
  ...{ round: 'r1', title: 'Strongest', given: new Map() },
  ...{ settings: { ...BLANK_VOTE, dots: 3, perNote: 2 }, roster: ['ana', 'ben', 'mei'] },
}

function cast(vote: OpenVote, person: string, note: string, dots: number): OpenVote {
  const next = castIn(vote, person, { note, dots }, areaOf)
  if (typeof next === 'string') throw new Error(next)
  return next
}

test('[B7] a voter is told their own ballot and what is left; who is none has nothing left', () => {
  const vote = cast(cast(opened, 'ana', 'a', 2), 'ben', 'a', 1)
  expect(mineIn(vote, 'ana', areaOf)).toEqual({ mine: [['a', 2]], left: 1, leftIn: [], isVoter: true, isDone: false })
  expect(mineIn(vote, 'late', areaOf)).toEqual({ mine: [], left: 0, leftIn: [], isVoter: false, isDone: false })
  expect(castIn(vote, 'ana', { note: 'b', dots: 2 }, areaOf)).toBe('noneLeft')
})

test('[B7] who is done counts, also without a dot, and may take that back', () => {
  const done = finishIn(cast(opened, 'ana', 'a', 1), 'ben', true)
  expect(progressOf(done)).toEqual({ done: 1, of: 3 })
  expect(progressOf(finishIn(done, 'ben', false))).toEqual({ done: 0, of: 3 })
  expect(standingOf(cast(done, 'ana', 'b', 2), areaOf)).toMatchObject({ done: 1, of: 3, withLeft: 2 })
})

test('[B7] results name people only where the vote is a named one', () => {
  const vote = cast(cast(cast(opened, 'ana', 'a', 2), 'ben', 'a', 1), 'ben', 'b', 1)
  const results = resultsOf(vote)
  expect(results).toEqual({
    ...{ round: 'r1', title: 'Strongest', voters: 2, of: 3, dots: 4 },
    totals: [
      ['a', 3],
      ['b', 1],
    ],
  })
  expect(JSON.stringify(results)).not.toMatch(/ana|ben/)
  expect(resultsOf({ ...vote, settings: { ...vote.settings, named: true } }).names).toEqual([
    ['a', 'ana', 2],
    ['a', 'ben', 1],
    ['b', 'ben', 1],
  ])
})

test('[P19] whatever is cast, rows read back give the same vote, and totals are what was acknowledged', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = seeded(seed)
    const ballot = new Map<string, BallotRow>()
    const acknowledged = new Map<string, number>()
    let vote = opened
    for (let n = 0; n < 80; n++) {
      const person = opened.roster[random(3)] ?? ''
      const wanted = { note: ['a', 'b', 'c', 'gone'][random(4)] ?? '', dots: random(5) - 1 }
      const next = castIn(vote, person, wanted, areaOf)
      if (typeof next !== 'string') {
        vote = next
        ballot.set(ballotKey('r1', person), ballotRow(vote, person))
        acknowledged.set(`${person} ${wanted.note}`, wanted.dots)
      }
      // The server stops and comes back.
      const round = { id: 'r1', title: 'Strongest', vote: opened.settings }
      const roster = new Map([['r1', opened.roster]])
      if (random(10) === 0) vote = voteOf(round, { roster, ballot }) ?? opened
    }
    const sums = new Map<string, number>()
    for (const [key, dots] of acknowledged) {
      const [, note = ''] = key.split(' ')
      if (dots > 0) sums.set(note, (sums.get(note) ?? 0) + dots)
    }
    expect(new Map(resultsOf(vote).totals), `seed ${seed}`).toEqual(sums)
  }
})
