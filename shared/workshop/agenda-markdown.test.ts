/** Agendas as Markdown: how they read, that all of them come back, and what is said of text that is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costOf } from '../../e2e/support/pace.ts'
import { AREAS } from '../canvas/blocks.ts'
import { agendaFromJSON, agendaToJSON } from './agenda-json.ts'
import type { AgendaLineFault } from './agenda-markdown.ts'
import { agendaFromMarkdown, agendaToMarkdown } from './agenda-markdown.ts'
import type { ReadyStepId, StepWords } from './agendas.ts'
import { plansOf, READY_AGENDAS } from './agendas.ts'
import type { Rights } from './rights.ts'
import { EXTENTS, NO_RIGHTS, RIGHTS } from './rights.ts'
import type { StepPlan, VoteSettings } from './step.ts'
import {
  BLANK_PLAN,
  BLANK_VOTE,
  isPlan,
  NAMES_SHOWN,
  OVERTIMES,
  STEP_KINDS,
  STEP_LIMITS,
  VISIBILITIES,
} from './step.ts'

const FILE = `# Monday

## Write what you know

- Minutes: 8
- Focus: Channels, Parking lot
- Rights: add, text (own), vote
- Writing: private
- Names: never

One idea on each note.

- Short
- **Plain**

## Choose

- Minutes: no limit
- Overtime: advance
- Vote:
  - Dots: 3
  - On one note: 1
  - Blocks: Channels
  - In each block: 2
  - Shuffled: no

## Coffee

- Minutes: 10
`

const STEPS: readonly StepPlan[] = [
  {
    ...BLANK_PLAN,
    ...{ title: 'Write what you know', instruction: 'One idea on each note.\n\n- Short\n- **Plain**', minutes: 8 },
    ...{ focus: ['channels', 'parking'], visibility: 'private', names: 'never' },
    rights: { ...NO_RIGHTS, add: 'all', text: 'own', vote: 'all' },
  },
  {
    ...BLANK_PLAN,
    ...{ title: 'Choose', minutes: 0, overtime: 'advance' },
    vote: { ...BLANK_VOTE, dots: 3, perNote: 1, blocks: ['channels'], perBlock: 2, shuffled: false },
  },
  { ...BLANK_PLAN, title: 'Coffee' },
]

test('[B3] an agenda reads as headings, a few fields, and the instruction as it stands', () => {
  expect(agendaToMarkdown('Monday', STEPS)).toBe(FILE)
  expect(agendaFromMarkdown(FILE)).toEqual({ ok: true, title: 'Monday', steps: STEPS })
})

test('[B3] what people write by hand is read as well: other bullets, codes of blocks, no fields at all', () => {
  const read = agendaFromMarkdown(
    '\uFEFF## Talk\r\n\r\n* minutes:  5\r\n* FOCUS: CH, Key Activities\r\n\r\nHello\r\n\r\n##   Walk \n- to the wall\n- and back\n',
  )
  expect(read).toEqual({
    ...{ ok: true, title: '' },
    steps: [
      { ...BLANK_PLAN, title: 'Talk', minutes: 5, focus: ['channels', 'keyActivities'], instruction: 'Hello' },
      { ...BLANK_PLAN, title: 'Walk', instruction: '- to the wall\n- and back' },
    ],
  })
})

const WORDS = new Proxy({} as StepWords, { get: (_, id: ReadyStepId) => ({ title: id, instruction: `Do ${id}.` }) })

test.each(READY_AGENDAS)('[B3] the ready agenda %s comes back from Markdown as it was', agenda => {
  const steps = plansOf(agenda, WORDS)
  expect(agendaFromMarkdown(agendaToMarkdown('Ours', steps))).toEqual({ ok: true, title: 'Ours', steps })
})

// Any agenda ----------------------------------------------------------------------------------------------------------

const OFTEN = [
  '\n',
  '\r',
  '# ',
  '## ',
  '##',
  '\\',
  '- Minutes: 3',
  '- Vote:',
  '&#10;',
  '&',
  'amp;',
  ' ',
  '\t',
  '\u2028',
  '\0',
  '\ud800',
  'ß',
  ': ',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...OFTEN), { maxLength: 9 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 20 }),
)
const areas = fc.uniqueArray(fc.constantFrom(...AREAS), { maxLength: 4 })
const vote: fc.Arbitrary<VoteSettings> = fc
  .record({
    dots: fc.integer({ min: 1, max: 50 }),
    perNote: fc.integer({ min: 1, max: 50 }),
    blocks: areas,
    perBlock: fc.option(fc.integer({ min: 1, max: 50 })),
    ...{ live: fc.boolean(), named: fc.boolean(), shuffled: fc.boolean() },
  })
  .map(({ dots, perNote, perBlock, ...rest }) => ({
    ...{ dots, perNote: Math.min(dots, perNote) },
    ...{ perBlock: perBlock === null ? null : Math.min(dots, perBlock), ...rest },
  }))
const rights = fc.record(
  Object.fromEntries(RIGHTS.map(right => [right, fc.constantFrom(...EXTENTS)])),
) as unknown as fc.Arbitrary<Rights>
const plan: fc.Arbitrary<StepPlan> = fc.record({
  ...{ title: text, instruction: text, minutes: fc.integer({ min: 0, max: 480 }), focus: areas },
  rights: fc.oneof(rights, fc.constant(BLANK_PLAN.rights), fc.constant(NO_RIGHTS)),
  visibility: fc.constantFrom(...VISIBILITIES),
  names: fc.constantFrom(...NAMES_SHOWN),
  vote: fc.option(vote),
  questions: fc.boolean(),
  overtime: fc.constantFrom(...OVERTIMES),
  kind: fc.constantFrom(...STEP_KINDS),
})
const agenda = fc.tuple(text, fc.array(plan, { minLength: 1, maxLength: 4 }))

describe('properties', () => {
  test('[B3] any agenda comes back letter by letter, from Markdown as from JSON', () => {
    fc.assert(
      fc.property(agenda, ([title, steps]) => {
        expect(steps.every(isPlan)).toBe(true)
        const same = { ok: true, title, steps }
        expect(agendaFromMarkdown(agendaToMarkdown(title, steps))).toEqual(same)
        expect(agendaFromJSON(JSON.parse(JSON.stringify(agendaToJSON(title, steps))))).toEqual(same)
      }),
      { seed: 5, numRuns: 400 },
    )
  })

  test('[T24] any text is read or refused with its line, never thrown; what is read stays the same for ever', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# T',
        '## Talk',
        '',
        '- Minutes: 5',
        '- Minutes: no limit',
        '- Focus: CH',
        '- Vote:',
        '  - Dots: 2',
      ),
      fc.constantFrom(
        '  - On one note: 1',
        '- Rights: add, text (own)',
        '- Questions: yes',
        '- __proto__: 1',
        '- x',
        '```',
      ),
      text,
    )
    const files = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(line, { maxLength: 14 }).map(lines => lines.join('\n')),
      fc.array(line, { maxLength: 14 }).map(lines => ['## Talk', '- Minutes: 1', ...lines].join('\n')),
    )
    let readable = 0
    fc.assert(
      fc.property(files, file => {
        const read = agendaFromMarkdown(file)
        if (!read.ok) {
          for (const { line: at } of read.problems) expect(at).toBeGreaterThan(0)
          expect(read.problems.length).toBeGreaterThan(0)
          return
        }
        readable++
        expect(agendaFromMarkdown(agendaToMarkdown(read.title, read.steps))).toEqual(read)
      }),
      { seed: 6, numRuns: 600 },
    )
    expect(readable).toBeGreaterThan(50)
  })

  test('a large hostile file takes no more time than its length', () => {
    const files = [
      `## A\n- ${' '.repeat(300_000)}b\n`,
      `## A\n- Focus: ${'a,'.repeat(150_000)}\n`,
      `## A\n${'&amp;'.repeat(60_000)}\n`,
      `## ${' '.repeat(300_000)}b\n`,
      '## A\n\n\\'.repeat(50_000),
    ]
    for (const file of files) expect(costOf(() => agendaFromMarkdown(file))).toBeLessThan(1500)
  })
})

const steps = (count: number) => '## Step\n\n- Minutes: 1\n\n'.repeat(count)

test('[B3] a hundred steps are an agenda, five hundred are not', () => {
  expect(agendaFromMarkdown(steps(STEP_LIMITS.steps))).toMatchObject({ ok: true })
  expect(agendaFromMarkdown(steps(500))).toEqual({
    ok: false,
    problems: [{ line: 4 * STEP_LIMITS.steps + 1, fault: 'manySteps' }],
  })
})

test.each<[string, number, string, AgendaLineFault]>([
  ['nothing', 1, '', 'noHeading'],
  ['words', 1, 'Dear all', 'noBegin'],
  ['a canvas', 2, '## Channels\n- Minutes: a lot\n', 'minutes'],
  ['a title alone', 1, '# Monday\n', 'noHeading'],
  ['words before the first step', 3, '# Monday\n\nDear all\n\n## Talk\n', 'noBegin'],
  ['two titles', 3, '# Monday\n## Talk\n# Tuesday\n', 'titleTwice'],
  ['10,000 minutes', 4, '## Talk\n\n\n- Minutes: 10000\n', 'minutes'],
  ['−1 minutes', 2, '## Talk\n- Minutes: -1\n', 'minutes'],
  ['half a minute', 2, '## Talk\n- Minutes: 0.5\n', 'minutes'],
  ['a block that is none', 3, '## Talk\n- Minutes: 1\n- Focus: Roof\n', 'focus'],
  ['a block twice', 2, '## Talk\n- Focus: CH, Channels\n', 'focus'],
  ['a right that is none', 2, '## Talk\n- Rights: fly\n', 'rights'],
  ['a right nobody has', 2, '## Talk\n- Rights: __proto__, constructor\n', 'rights'],
  ['an extent that is none', 2, '## Talk\n- Rights: add (some)\n', 'rights'],
  ['a field that is none', 3, '## Talk\n- Minutes: 1\n- Colour: red\n', 'noSetting'],
  ['a field twice', 3, '## Talk\n- Minutes: 1\n- Minutes: 2\n', 'fieldTwice'],
  ['a vote in words', 2, '## Talk\n- Vote: yes\n', 'vote'],
  ['a setting that is none', 4, '## Talk\n- Vote:\n  - Dots: 2\n  - Colour: red\n', 'noSetting'],
  ['more dots on a note than there are', 4, '## Talk\n- Vote:\n  - Dots: 2\n  - On one note: 3\n', 'vote'],
  ['an answer that is neither yes nor no', 2, '## Talk\n- Questions: maybe\n', 'questions'],
  ['a title too long', 2, `\n## ${'x'.repeat(201)}\n`, 'title'],
  ['an instruction too long', 4, `## Talk\n- Minutes: 1\n\n${'x'.repeat(4_001)}\n`, 'instruction'],
  ['a title of the agenda too long', 1, `# ${'x'.repeat(201)}\n## Talk\n`, 'title'],
])('[B3] %s is refused with its line', (_what, line, file, fault) => {
  const read = agendaFromMarkdown(file)
  expect(read.ok ? read : read.problems).toEqual([{ line, fault }])
})
