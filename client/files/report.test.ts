import { expect, test } from 'vitest'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import type { ReportSource, ReportWords } from './report.ts'
import { reportMarkdown, reportOf } from './report.ts'

const AT = 1_790_000_000_000
const MINUTE = 60_000

const note = (id: string, text: string, part: Partial<Note> = {}): Note => ({
  ...{ id, text, place: ['channels', 0, 0, AT], color: 'straw', author: 'ana' },
  ...{ segments: [], kinds: [], tags: [], ...part },
})

const content = (notes: readonly Note[]): CanvasContent => ({
  ...{ about: { title: 'Hosts', headings: {} }, notes, links: [], groups: [], strokes: [] },
})

const ran = (id: string, step: string, from: number, to: number, plannedMinutes: number, part = {}) => ({
  ...{ id, step, order: 1, title: `Step ${step}`, startedAt: AT + from * MINUTE, endedAt: AT + to * MINUTE },
  ...{ plannedMs: plannedMinutes * MINUTE, round: null, skipped: false, ...part },
})

const source = (part: Partial<ReportSource> = {}): ReportSource => ({
  ...{ title: 'Hosts', now: AT, content: content([]), steps: [], ran: [], rounds: [], results: [] },
  ...{ people: ['Ana', 'Ben'], decisionTags: ['decision'], ...part },
})

const WORDS: ReportWords = {
  headings: {
    ...{ steps: 'Steps', decisions: 'Decisions', votes: 'Votes', actions: 'Actions', questions: 'Questions' },
    ...{ notes: 'Notes', people: 'People' },
  },
  credit: 'Business Model Canvas by Strategyzer',
  area: area => area,
  date: () => 'a day',
  step: ({ plannedMinutes, tookMinutes }) => `${plannedMinutes ?? 'no'} planned, ${tookMinutes} taken`,
  votes: ({ voters, dots }) => `${voters} voters, ${dots} dots`,
  row: ({ dots, tied }) => `${dots}${tied ? ' tied' : ''}`,
  who: ({ owner, due }) => [owner, due].filter(Boolean).join(', '),
}

test('[B13] steps stand with what was planned and what they took, in the order they ran; what was skipped does not', () => {
  const report = reportOf(
    source({ ran: [ran('b', '2', 8, 20, 10), ran('a', '1', 0, 8, 8), ran('c', '3', 20, 21, 0, { skipped: true })] }),
  )
  expect(report.steps).toEqual([
    { title: 'Step 1', startedAt: AT, plannedMinutes: 8, tookMinutes: 8 },
    { title: 'Step 2', startedAt: AT + 8 * MINUTE, plannedMinutes: 10, tookMinutes: 12 },
  ])
})

test('[B13] nothing of a warm-up is in the report: no step, no practice note, no vote', () => {
  const report = reportOf(
    source({
      content: content([
        note('practice', 'Hello', { place: ['parking', 0, 0, AT + MINUTE] }),
        note('parked', 'Later', { place: ['parking', 0, 0, AT - MINUTE] }),
      ]),
      steps: [{ ...BLANK_PLAN, kind: 'warmUp', id: 'w', order: 1 }],
      ran: [ran('r', 'w', 0, 4, 4, { round: 'practised' })],
      results: [{ round: 'practised', title: 'Warm-up', totals: [['practice', 3]], voters: 3, of: 4, dots: 3 }],
    }),
  )
  expect(report.steps).toEqual([])
  expect(report.votes).toEqual([])
  expect(report.areas).toEqual([{ area: 'parking', notes: ['Later'] }])
})

test('[B13] the best of a round stand with their dots, ties said, and no tie is cut in two', () => {
  const texts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => note(id, id.toUpperCase()))
  const totals = [
    ['a', 9],
    ['b', 7],
    ['c', 5],
    ['d', 4],
    ['e', 2],
    ['f', 2],
    ['g', 1],
  ] as const
  const [vote] = reportOf(
    source({ content: content(texts), results: [{ round: 'r', title: 'Value', totals, voters: 6, of: 6, dots: 30 }] }),
  ).votes
  expect(vote?.rows.map(({ text, dots, tied }) => `${text}${dots}${tied ? '=' : ''}`)).toEqual([
    ...['A9', 'B7', 'C5', 'D4', 'E2=', 'F2='],
  ])
})

test('[B13] decisions, open questions and actions are found among the notes', () => {
  const report = reportOf(
    source({
      content: content([
        note('1', 'Begin in Lisbon #decision'),
        note('2', 'Do hosts pay\nfor cleaning?'),
        note('3', 'Ask ten hosts', { action: { owner: 'Ben', due: '2026-12-04' } }),
      ]),
    }),
  )
  expect(report.decisions).toEqual(['Begin in Lisbon #decision'])
  expect(report.questions).toEqual(['Do hosts pay for cleaning?'])
  expect(report.actions).toEqual([{ text: 'Ask ten hosts', owner: 'Ben', due: '2026-12-04' }])
})

test('[B13] where names were never to be stored, nobody is named', () => {
  const round = { id: 'r', kind: 'private', run: 'x', canvas: 'main', state: 'revealed', vote: null } as const
  const rest = { openedAt: AT, closedAt: AT, title: 'Write' }
  expect(reportOf(source({ rounds: [{ ...round, ...rest, names: 'shown' }] })).people).toEqual(['Ana', 'Ben'])
  const silent = reportOf(source({ rounds: [{ ...round, ...rest, names: 'never' }] }))
  expect(silent.people).toBeUndefined()
  expect(reportMarkdown(silent, WORDS)).not.toContain('Ana')
})

test('[B13] as Markdown it is headings and lists, with words that stay words, and the credit', () => {
  const text = reportMarkdown(
    reportOf(
      source({
        title: 'Hosts *and* guests',
        content: content([note('1', '# no heading'), note('2', '- no list [x](y)'), note('3', '<b>bold</b>?')]),
        ran: [ran('a', '1', 0, 8, 10)],
      }),
    ),
    WORDS,
  )
  expect(text).toBe(`# Hosts \\*and\\* guests

a day

## Steps

- **Step 1**: 10 planned, 8 taken

## Questions

- \\<b\\>bold\\</b\\>?

## Notes

### channels

- \\# no heading
- \\- no list \\[x\\](y)
- \\<b\\>bold\\</b\\>?

## People

- Ana
- Ben

Business Model Canvas by Strategyzer
`)
})
