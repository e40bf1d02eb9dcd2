/** Results of votes as files: what stands in them, and that nothing in a note becomes more than words. */
import { expect, test } from 'vitest'
import { areaName } from '../canvas/blocks.ts'
import type { Results } from './session.ts'
import type { Called } from './vote-files.ts'
import { latestFirst, resultsText } from './vote-files.ts'

const TEXTS: Readonly<Record<string, string>> = { a: 'No ads', b: '=SUM(A1) "now", or\nlater', c: '# *Loud*' }
const called: Called = {
  candidate: id =>
    TEXTS[id] === undefined ? undefined : { text: TEXTS[id], area: id === 'c' ? 'channels' : 'valuePropositions' },
  person: id => id.toUpperCase(),
  area: areaName,
}

const VOTE: Results = {
  round: 'r1',
  title: 'Strongest value',
  totals: [
    ['a', 3],
    ['b', 1],
    ['c', 1],
    ['gone', 1],
  ],
  voters: 3,
  of: 4,
  dots: 6,
}

test('[B13] CSV has a line for each note, quoted where it must be, and no formula comes through', () => {
  expect(resultsText('csv', [VOTE], called).split('\r\n')).toEqual([
    'number,vote,rank,tied,dots,block,note,by',
    '1,Strongest value,1,no,3,Value Propositions,No ads,',
    `1,Strongest value,2,yes,1,Value Propositions,"'=SUM(A1) ""now"", or\nlater",`,
    '1,Strongest value,2,yes,1,Channels,# *Loud*,',
    '1,Strongest value,2,yes,1,,,',
    '',
  ])
})

test('[B13] Markdown is by vote and block, most dots first, ties with their sign', () => {
  expect(resultsText('markdown', [VOTE], called)).toBe(`## Strongest value

### Value Propositions

- 3 · No ads
- 1 = · =SUM(A1) "now", or later

### Channels

- 1 = · \\# \\*Loud\\*

### –

- 1 = · –
`)
})

test('[B7] a named vote says who, in all three; rounds stand side by side, each with its number', () => {
  const named: Results = { ...VOTE, round: 'r2', title: 'Second', totals: [['a', 2]], names: [['a', 'ana', 2]] }
  expect(resultsText('csv', [named, VOTE], called).split('\r\n')[1]).toBe(
    '2,Second,1,no,2,Value Propositions,No ads,ANA 2',
  )
  expect(resultsText('markdown', [named], called)).toContain('- 2 · No ads (ANA 2)')
  expect(JSON.parse(resultsText('json', [named, VOTE], called))).toMatchObject({
    votes: [
      { number: 2, title: 'Second', notes: [{ text: 'No ads', by: [{ name: 'ANA', dots: 2 }] }] },
      { number: 1, title: 'Strongest value', dots: 6, voters: 3, of: 4 },
    ],
  })
  const rounds = [
    { id: 'r1', openedAt: 1 },
    { id: 'r2', openedAt: 2 },
  ]
  expect(latestFirst([VOTE, named], rounds)).toEqual([named, VOTE])
})
