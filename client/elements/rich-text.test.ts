import { expect, test } from 'vitest'
import { passagesOf } from './rich-text.ts'

test('[B3] bold, italics, links and lists are what they say', () => {
  expect(
    passagesOf('Write **one promise** a note.\nGive it *a stripe*.\n\n- who\n* what\n\n1. first\n2) second'),
  ).toEqual([
    {
      kind: 'text',
      lines: [
        ['Write ', { kind: 'bold', spans: ['one promise'] }, ' a note.'],
        ['Give it ', { kind: 'italic', spans: ['a stripe'] }, '.'],
      ],
    },
    { kind: 'list', items: [['who'], ['what']] },
    { kind: 'steps', items: [['first'], ['second']] },
  ])
  expect(passagesOf('See [the brief](https://example.org/a) or https://example.org/b.')).toEqual([
    {
      kind: 'text',
      lines: [
        [
          'See ',
          { kind: 'link', to: 'https://example.org/a', spans: ['the brief'] },
          ' or ',
          { kind: 'link', to: 'https://example.org/b', spans: ['https://example.org/b'] },
          '.',
        ],
      ],
    },
  ])
})

test('[B3] nothing but the web can be linked, and markup stays words', () => {
  for (const text of [
    '[click](javascript:alert(1))',
    '[click](data:text/html,x)',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
  ])
    expect(passagesOf(text)).toEqual([{ kind: 'text', lines: [[text]] }])
})

test('[B3] what closes nothing, and names with signs in them, stay as written', () => {
  for (const text of ['2 * 3 * 4', 'snake_case_name', '**open', '[no](ftp://example.org)'])
    expect(passagesOf(text)).toEqual([{ kind: 'text', lines: [[text]] }])
  expect(passagesOf('\\*not\\* italic')).toEqual([{ kind: 'text', lines: [['*', 'not', '*', ' italic']] }])
})

test('[B3] a long run of signs costs no time', () => {
  const started = performance.now()
  passagesOf('*'.repeat(5_000) + '[('.repeat(2_000) + '_a'.repeat(2_000))
  expect(performance.now() - started).toBeLessThan(1_000)
})
