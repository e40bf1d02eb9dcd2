import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { costOf } from '../../e2e/support/pace.ts'
import { applyUpdates, createDocument, encodeState, onUpdate } from '../wire/document.ts'
import type { Area } from './blocks.ts'
import { AREAS } from './blocks.ts'
import { byReading, contentOf, openCanvas } from './canvas.ts'
import { AIRBNB } from './examples/airbnb.ts'
import { SPOTIFY } from './examples/spotify.ts'
import { groupsAmong } from './groups.ts'
import { fromJSON, toJSON } from './json.ts'
import type { FromMarkdown } from './markdown.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'
import { addNote, binRecords, change, markNote, nameNote } from './operations.ts'
import { shownPlaces } from './placement.ts'
import type { CanvasContent, Note } from './records.ts'
import { writeContent } from './write-content.ts'

const SOAK = process.env.NONAGON_SOAK === '1'
const runs = (numRuns: number) => ({ numRuns: SOAK ? numRuns * 50 : numRuns, seed: 20_260 })

const NOW = 1_750_000_000_000
/** Ids in an order of their own, so that nothing can lean on it. */
const by = () => {
  let n = 0
  return { newId: () => `i${(++n * 7919) % 10_007}`, now: NOW, author: 'ana' }
}
const read = (text: string): CanvasContent => {
  const result = fromMarkdown(text, by())
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.content
}
const problemsOf = (result: FromMarkdown) => (result.ok ? [] : result.problems)
const textsIn = (content: CanvasContent, area: Area) =>
  content.notes.filter(note => note.place[0] === area).map(note => note.text)
const noteOf = (content: CanvasContent, text: string): Note | undefined =>
  content.notes.find(each => each.text === text)
const segmentsOf = (content: CanvasContent, text: string) =>
  noteOf(content, text)?.segments.map(id => content.notes.find(each => each.id === id)?.text ?? id)

const EXAMPLES = [
  ['airbnb', AIRBNB],
  ['spotify', SPOTIFY],
] as const

describe.each(EXAMPLES)('[M25] the example %s', (name, example) => {
  const copy = readFileSync(new URL(`./fixtures/${name}.md`, import.meta.url), 'utf8')

  test('is the file, byte for byte', () => {
    expect(example).toBe(copy)
  })

  test('comes back byte for byte', () => {
    expect(toMarkdown(read(copy))).toBe(copy)
  })

  test('comes back byte for byte by way of JSON', () => {
    const json: unknown = JSON.parse(JSON.stringify(toJSON(read(copy))))
    const result = fromJSON(json)
    expect(result.ok && toMarkdown(result.content)).toBe(copy)
  })

  test('comes back byte for byte from a document, and from a second one that heard of it in pieces', () => {
    const first = createDocument()
    const second = createDocument()
    const updates: Uint8Array[] = []
    onUpdate(first, update => updates.push(update))
    const canvas = openCanvas(first)
    const content = read(copy)
    change(canvas, null, () => writeContent(canvas, { ...content, notes: content.notes.slice(0, 9) }))
    for (const note of [...content.notes.slice(9)].reverse()) change(canvas, null, () => addNote(canvas, note))
    for (const update of updates.reverse()) applyUpdates(second, [update], null)
    expect(encodeState(second).length).toBe(encodeState(first).length)
    expect(toMarkdown(contentOf(canvas))).toBe(copy)
    expect(toMarkdown(contentOf(openCanvas(second)))).toBe(copy)
  })

  test('every note stands where its place says, in the order of the file', () => {
    const { notes } = read(copy)
    for (const area of AREAS) {
      const mine = notes.filter(note => note.place[0] === area)
      const shown = shownPlaces(mine, area === 'costStructure' || area === 'revenueStreams' ? 1200 : 480)
      for (const note of mine) expect(shown.get(note.id)).toEqual({ x: note.place[1], y: note.place[2] })
    }
  })
})

describe('[M25] segments', () => {
  test('a heading means the segment that it begins, and becomes its name', () => {
    const content = read(AIRBNB)
    expect(noteOf(content, 'Hosts: owners and renters with space to offer')?.name).toBe('Hosts')
    expect(noteOf(content, 'Business travellers after a personal or cheaper stay')?.name).toBeUndefined()
    expect(segmentsOf(content, 'Earn from spare space')).toEqual(['Hosts: owners and renters with space to offer'])
    expect(content.about.headings).toEqual({})
    const paying = noteOf(read(SPOTIFY), 'Paying subscribers')
    expect(paying).toBeDefined()
    expect(paying?.name).toBeUndefined()
  })

  test('segments may be told of after they are used', () => {
    const content = read('## Channels\n### Hosts\n- Website\n\n## Customer Segments\n- Hosts: owners\n')
    expect(segmentsOf(content, 'Website')).toEqual(['Hosts: owners'])
  })

  test('a word that merely begins with the heading is not meant', () => {
    const content = read('## CS\n- Hostels in towns\n\n## CH\n### Host\n- Website\n')
    expect(content.about.headings).toEqual({ 'channels:1': 'Host' })
    expect(noteOf(content, 'Website')?.tags).toEqual(['heading-channels-1'])
  })

  test('a heading that could mean two is kept as it is, with its notes below it', () => {
    const file =
      '## Customer Segments\n- Hosts in towns\n- Hosts by the sea\n\n## Channels\n- Shop\n### Hosts\n- Website\n'
    expect(read(file).about.headings).toEqual({ 'channels:1': 'Hosts' })
    expect(toMarkdown(read(file))).toBe(file)
  })

  test('kept headings survive JSON and a document, in their order, also when nothing stands below them', () => {
    const file = `## Channels
- Shop
### Weekdays
- Website
- Van
### Weekend
- Market

## Key Resources
### Weekdays
- Oven
### Later
`
    const content = read(file)
    const canvas = openCanvas(createDocument())
    change(canvas, null, () => writeContent(canvas, content))
    expect(toMarkdown(contentOf(canvas))).toBe(file)
    const json = fromJSON(toJSON(contentOf(canvas)))
    expect(json.ok && toMarkdown(json.content)).toBe(file)
  })

  test('a kept heading finds its segment once there is one', () => {
    const canvas = openCanvas(createDocument())
    change(canvas, null, () => {
      writeContent(canvas, read('## Channels\n### Hosts\n- Website\n'))
      addNote(canvas, { id: 'h', place: ['customerSegments', 0, 0, 1], text: 'Hosts, all', color: 'sky', author: '' })
    })
    const again = read(toMarkdown(contentOf(canvas)))
    expect(again.about.headings).toEqual({})
    expect(segmentsOf(again, 'Website')).toEqual(['Hosts, all'])
  })

  test('a note of two segments is listed under the first and names the other', () => {
    const file = `## Customer Segments
- Hosts: owners
- Guests

## Channels
### Hosts
- Website {Guests}
### Guests
- Shop
`
    const content = read(file)
    expect(segmentsOf(content, 'Website')?.sort()).toEqual(['Guests', 'Hosts: owners'])
    expect(toMarkdown(content)).toBe(file)
  })

  test('a name of a person’s own is written beside the text, one that the heading tells is not', () => {
    const canvas = openCanvas(createDocument())
    const before = '## Customer Segments\n- Owners of flats\n- Guests of any kind\n\n## Channels\n### Guests\n- Shop\n'
    change(canvas, null, () => writeContent(canvas, read(before)))
    const id = (text: string) => canvas.notes.all().find(note => note.text === text)?.id ?? ''
    change(canvas, null, () => {
      nameNote(canvas, id('Owners of flats'), 'Hosts')
      markNote(canvas, id('Shop'), `segment:${id('Owners of flats')}`, true)
    })
    const file = toMarkdown(contentOf(canvas))
    expect(file).toBe(
      '## Customer Segments\n- Owners of flats {= Hosts}\n- Guests of any kind\n\n## Channels\n### Hosts\n- Shop {Guests}\n',
    )
    expect(noteOf(read(file), 'Owners of flats')?.name).toBe('Hosts')
    expect(noteOf(read(file), 'Guests of any kind')?.name).toBe('Guests')
  })

  test('segments that no words tell apart go by their number', () => {
    const file = `## Customer Segments
- Guests
- Guests
-

## Channels
### #2
- Shop {#3}
`
    const content = read(file)
    const guests = content.notes.filter(note => note.text === 'Guests')
    expect(noteOf(content, 'Shop')?.segments).toContain(guests[1]?.id)
    expect(noteOf(content, 'Shop')?.segments).toHaveLength(2)
    expect(toMarkdown(content)).toBe(file)
  })

  test('a heading that reads like a number is not one', () => {
    const file = '## Customer Segments\n- Guests\n\n## Channels\n### \\#1\n- Shop\n### #1\n- Website\n'
    const content = read(file)
    expect(content.about.headings).toEqual({ 'channels:1': '#1' })
    expect(segmentsOf(content, 'Shop')).toEqual([])
    expect(segmentsOf(content, 'Website')).toEqual(['Guests'])
    expect(read(toMarkdown(content)).about.headings).toEqual({ 'channels:1': '#1' })
  })

  test('braces that turn out to be text do not take a segment from those who named it', () => {
    const content = read('## CS\n- Hosts {x}\n- Hosts by the sea\n- Families {Hosts}\n')
    expect(textsIn(content, 'customerSegments')).toEqual(['Hosts {x}', 'Hosts by the sea', 'Families'])
    expect(segmentsOf(content, 'Families')).toEqual(['Hosts {x}'])
    const file = toMarkdown(content)
    expect(segmentsOf(read(file), 'Families')).toEqual(['Hosts {x}'])
  })

  test('a segment in the bin takes its heading along and brings it back', () => {
    const canvas = openCanvas(createDocument())
    change(canvas, null, () => writeContent(canvas, read(AIRBNB)))
    const hosts = canvas.notes.all().find(note => note.name === 'Hosts')
    change(canvas, null, () => binRecords(canvas, 'notes', [hosts?.id ?? '']))
    expect(toMarkdown(contentOf(canvas))).not.toContain('### Hosts')
    expect(textsIn(contentOf(canvas), 'valuePropositions')).toHaveLength(6)
  })
})

describe('[B14] what people write', () => {
  test.each(['## Key Partners', '## key partnerships', '## KP', '## 8. Key Partnerships', '## Partners ##'])(
    '"%s" is the block',
    heading => {
      expect(textsIn(read(`${heading}\n* Banks\n`), 'keyPartnerships')).toEqual(['Banks'])
    },
  )

  test('any bullet is a note, also an indented one; other indented lines go on with the note', () => {
    const content = read('## Channels\r\n+ Shop\r\n  in town\r\n\r\n  open late\r\n\t* Website\r\n-\tVan\r\n')
    expect(textsIn(content, 'channels')).toEqual(['Shop\nin town\n\nopen late', 'Website', 'Van'])
  })

  test('notes stand in the grid of the classic layout in the order of the file', () => {
    const { notes } = read('## Parking lot\n- a\n- b\n\n## Channels\n- 1\n- 2\n- 3\n')
    expect(notes.map(note => [note.text, ...note.place])).toEqual(
      [
        ['1', 'channels', 24, 56, NOW],
        ['a', 'parking', 24, 56, NOW],
        ['2', 'channels', 248, 56, NOW],
        ['3', 'channels', 24, 200, NOW],
        ['b', 'parking', 24, 200, NOW],
      ].sort((x, y) => byReading(noteFor(notes, x[0]), noteFor(notes, y[0]))),
    )
    expect(notes.every(note => note.author === 'ana' && note.color === 'straw')).toBe(true)
  })

  test('[B13] what is to be done is said beside the note: by whom, until when, or that alone', () => {
    const file = `## Customer Segments
- Hosts

## Channels
- Ask Ben
  twice {! Ben}
- Print {! 2026-12-05}
- Think {!}
- Say {! \\{it\\}, 2026-12\\-04}
### Hosts
- Call ten hosts {! Ana, 2026-12-04}
`
    const content = read(file)
    expect(
      content.notes.flatMap(({ text: said, action }) => (action ? [[said, action.owner, action.due]] : [])),
    ).toEqual([
      ['Ask Ben\ntwice', 'Ben', ''],
      ['Print', '', '2026-12-05'],
      ['Think', '', ''],
      ['Say', '{it}, 2026-12-04', ''],
      ['Call ten hosts', 'Ana', '2026-12-04'],
    ])
    expect(toMarkdown(content)).toBe(file)
    const canvas = openCanvas(createDocument())
    change(canvas, null, () => writeContent(canvas, content))
    expect(toMarkdown(contentOf(canvas))).toBe(file)
  })

  test('[B13] a day that is none is part of a name, and a segment called ! is no action', () => {
    const content = read('## CS\n- ! Ana\n\n## Channels\n- a {! Ben, 2026-13-04}\n- b {\\! Ana}\n')
    expect(noteOf(content, 'a')?.action).toEqual({ owner: 'Ben, 2026-13-04', due: '' })
    expect(noteOf(content, 'b')?.action).toBeUndefined()
    expect(segmentsOf(content, 'b')).toEqual(['! Ana'])
    expect(read(toMarkdown(content)).notes.map(({ text: said, action }) => [said, action?.owner])).toEqual(
      content.notes.map(({ text: said, action }) => [said, action?.owner]),
    )
  })

  test('braces that name no segment are text, and come back as text', () => {
    const content = read('## CS\n- Fans {of jazz}\n\n## Channels\n- Write to {name}\n- {a} b {c\n- \\{Fans\\}\n')
    expect(textsIn(content, 'channels')).toEqual(['Write to {name}', '{a} b {c', '{Fans}'])
    expect(textsIn(content, 'customerSegments')).toEqual(['Fans {of jazz}'])
    expect(read(toMarkdown(content)).notes.map(note => note.text)).toEqual(content.notes.map(note => note.text))
  })

  test('an empty text is an empty canvas', () => {
    expect(read('').notes).toEqual([])
    expect(toMarkdown(read(''))).toBe('')
    expect(toMarkdown(read('# Ours\n'))).toBe('# Ours\n')
  })

  test('links go by code and number, and are exported only where there are some', () => {
    const file = `## Customer Segments
- Guests

## Channels
- Shop
- Website

## Revenue Streams
- Rent

## Parking lot
- Later

## Links
- CS1 → R$1
- CH2 → CS1: every week
- P1 → CH1
`
    const content = read(file)
    expect(content.links.map(link => link.label)).toEqual(['', 'every week', ''])
    expect(content.links[1]?.to).toBe(noteOf(content, 'Guests')?.id)
    expect(toMarkdown(content)).toBe(file)
    expect(read(file.replaceAll('→', '->')).links).toHaveLength(3)
  })
})

describe('what cannot be read is named with its line, and nothing is imported', () => {
  test.each([
    [3, '# A\n\nSome words\n'],
    [2, '# A\n- note\n'],
    [2, '# A\n# B\n'],
    [3, '## CS\n- a\n# A\n'],
    [1, '## Weather\n- sun\n### Rain\n- drops\n'],
    [1, '### Hosts\n'],
    [2, '## CS\n#### deep\n'],
    [2, '## CS\n###\n- a\n'],
    [2, '## CS\n1. one\n'],
    [3, '## CS\n- a\nlazy line\n'],
    [2, '## CS\n  indented below nothing\n'],
    [4, '## CS\n- a\n## Links\n- CS1 → CH1\n'],
    [4, '## CS\n- a\n## Links\n- Guests to Shop\n'],
    [4, '## CS\n- a\n## Links\n### Hosts\n'],
    [1, `# ${'x'.repeat(201)}\n`],
    [2, `## CS\n- ${'x'.repeat(10_001)}\n`],
    [2, `## CS\n### ${'x'.repeat(201)}\n- a\n`],
    [2, `## CS\n- a {= ${'x'.repeat(201)}}\n`],
    [5, `## CS\n- a\n- b\n## Links\n- CS1 → CS2: ${'x'.repeat(201)}\n`],
    [2, `## CS\n- a {! ${'x'.repeat(201)}}\n`],
    [5002, `## CS\n${'- a\n'.repeat(5001)}`],
  ])('line %i', (line, file) => {
    const problems = problemsOf(fromMarkdown(file, by()))
    expect(problems.map(problem => problem.line)).toEqual([line])
    expect(problems[0]?.sentence).toMatch(/\.$/)
  })
})

const OFTEN = [
  '\n',
  '\\',
  '{',
  '}',
  '{a}',
  ' {Hosts}',
  '{= b}',
  '{!}',
  '! ',
  ', 2026-12-04',
  '#',
  '#1',
  '&#32;',
  '&',
  ' ',
  '\t',
  '\r',
  '-',
  '- ',
  '* ',
  '## ',
  '→',
  'Hosts',
  'a',
  'ß',
  '\u00A0',
  '=',
  ': ',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...OFTEN), { maxLength: 8 }).map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Hosts', 'Hosts: owners', 'Guests', 'guests', ''),
)

const GROUPED = ['channels', 'customerSegments', 'parking'] as const

/** Canvases of any texts, several segments a note, names, links and headings that name no segment. */
const canvasesWith = (words: fc.Arbitrary<string>): fc.Arbitrary<CanvasContent> =>
  fc
    .record({
      title: text,
      notes: fc.array(
        fc.record({
          area: fc.oneof(fc.constant('customerSegments' as const), fc.constantFrom(...AREAS)),
          text,
          name: fc.option(text.filter(Boolean), { nil: undefined }),
          at: fc.nat(3),
          segments: fc.array(fc.nat(9), { maxLength: 3 }),
          group: fc.option(fc.nat(2), { nil: undefined }),
          action: fc.option(fc.record({ owner: text, due: fc.constantFrom('', '2026-12-04') }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 9 },
      ),
      groups: fc.array(fc.record({ area: fc.constantFrom(...GROUPED), title: text, closed: fc.boolean() }), {
        maxLength: 3,
      }),
      links: fc.array(fc.tuple(fc.nat(9), fc.nat(9), text), { maxLength: 3 }),
      headings: fc.array(fc.tuple(fc.constantFrom('channels', 'customerSegments', 'parking'), words, fc.nat(9)), {
        maxLength: 3,
      }),
    })
    .map(({ title, notes, links, headings, groups }) => {
      const id = (i: number) => `n${i % notes.length}`
      return {
        about: { title, headings: Object.fromEntries(headings.map(([area, words], i) => [`${area}:${i}`, words])) },
        notes: notes
          .map((note, i): Note => ({
            id: id(i),
            place: [note.area, 0, note.at, 0],
            text: note.text,
            color: 'sky',
            author: '',
            segments: [...new Set(note.segments.map(id))].sort(),
            kinds: [],
            tags: headings.flatMap(([area, , at], n) => (at === i ? [`heading-${area}-${n}`] : [])),
            ...(note.name && { name: note.name }),
            ...(note.group !== undefined && { group: `g${note.group}` }),
            ...(note.action && { action: note.action }),
          }))
          .sort(byReading),
        links: links.map(([from, to, label], i) => ({ id: `l${i}`, from: id(from), to: id(to), label })),
        groups: groups.map(({ area, title: name, closed }, i) => ({
          ...{ id: `g${i}`, title: name, block: area },
          ...(closed && { closed: true as const }),
        })),
        strokes: [],
      }
    })

/** What Markdown promises to keep, by texts, in an order of its own. */
function carried(content: CanvasContent) {
  const segments = new Map(
    content.notes.filter(note => note.place[0] === 'customerSegments').map(note => [note.id, note]),
  )
  const label = (id: string) => {
    const note = content.notes.find(each => each.id === id)
    return note ? [note.place[0], note.text, note.name ?? ''] : []
  }
  return {
    title: content.about.title,
    notes: content.notes
      .map(note =>
        [
          ...label(note.id),
          ...(note.action ? [note.action.owner, note.action.due, 'to do'] : []),
          note.segments
            .filter(id => segments.has(id))
            .map(label)
            .sort(),
          [...new Set(note.tags.map(tag => content.about.headings[tag.slice(8).replace('-', ':')] ?? ''))].sort(),
        ]
          .flat(2)
          .join('\u0000'),
      )
      .sort(),
    groups: groupsAmong(new Map(content.groups.map(group => [group.id, group])), content.notes)
      .map(({ group, notes }) =>
        [group.block, group.title, `${group.closed}`, ...notes.map(note => label(note.id).join()).sort()].join(
          '\u0000',
        ),
      )
      .sort(),
    links: content.links.map(link => [label(link.from), label(link.to), link.label].flat().join('\u0000')).sort(),
  }
}

describe('properties', () => {
  test('[B14] texts, names, segments, links and groups of any canvas survive, and the second export is the first', () => {
    fc.assert(
      fc.property(canvasesWith(text.map(words => `${words} own`)), content => {
        const file = toMarkdown(content)
        const again = read(file)
        expect(carried(again)).toEqual(carried(content))
        expect(toMarkdown(again)).toBe(file)
      }),
      runs(400),
    )
  })

  test('a heading may meanwhile name a segment, or two: texts survive, and nothing is refused', () => {
    fc.assert(
      fc.property(canvasesWith(text), content => {
        const texts = (of: CanvasContent) => AREAS.flatMap(area => textsIn(of, area).sort())
        expect(texts(read(toMarkdown(content)))).toEqual(texts(content))
      }),
      runs(100),
    )
  })

  test('texts keep their order within a block', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), texts => {
        const notes = texts.map((each, i): Note => ({
          id: `n${(i * 7919) % 10_007}`,
          place: ['channels', 24 + (i % 2), 56 + Math.floor(i / 2), 0],
          text: each,
          color: 'sky',
          author: '',
          segments: [],
          kinds: [],
          tags: [],
        }))
        const content = { about: { title: '', headings: {} }, notes, links: [], groups: [], strokes: [] }
        expect(textsIn(read(toMarkdown(content)), 'channels')).toEqual(texts)
      }),
      runs(200),
    )
  })

  test('[T24] any text is read or refused, never thrown; what is read is exported the same for ever', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# T',
        '## Channels',
        '## CS',
        '### Hosts',
        '### #1',
        '## Links',
        '- CH1 → CS1',
        '',
        '  more',
        '- ',
        '  - x',
      ),
      text.map(each => `- ${each}`),
      text.map(each => `### ${each}`),
      text,
    )
    const files = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(line, { maxLength: 14 }).map(lines => lines.join('\n')),
      fc
        .array(line, { maxLength: 14 })
        .map(lines => `## CS\n- Hosts\n${lines.filter(each => /^(- |### )[^\r\n]*$/.test(each)).join('\n')}`),
    )
    let readable = 0
    fc.assert(
      fc.property(files, file => {
        const result = fromMarkdown(file, by())
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0)
          return
        }
        readable++
        const exported = toMarkdown(result.content)
        expect(toMarkdown(read(exported))).toBe(exported)
      }),
      runs(600),
    )
    expect(readable).toBeGreaterThan(50)
  })

  test('a large hostile file takes no more time than its length', () => {
    const braces = `## CS\n- ${' {a}'.repeat(100_000)}\n`
    const blanks = `## CS\n- a${' '.repeat(300_000)}b\n`
    const headings = `## CS\n${'- aaaa\n'.repeat(4000)}${Array.from({ length: 40_000 }, (_, i) => `### a${i}\n`).join('')}`
    for (const file of [braces, blanks, headings]) {
      expect(costOf(() => fromMarkdown(file, by()))).toBeLessThan(1500)
    }
  })
})

const noteFor = (notes: readonly Note[], text: unknown): Note => {
  const found = notes.find(note => note.text === text)
  if (!found) throw new Error(`no note ${String(text)}`)
  return found
}

describe('[B23] groups', () => {
  const FILE = [
    '## Channels\n- Web shop\n- Radio\n- Fairs\n',
    '## Revenue Streams\n- Fees\n- Ads\n',
    '## Groups\n- CH1 + CH3: How they reach us\n- R$1 + R$2 (closed)\n',
  ].join('\n')

  test('are written after the links, by their notes, and come back, closed ones closed', () => {
    const content = read(FILE)
    expect(toMarkdown(content)).toBe(FILE)
    expect(content.groups.map(({ title, block, closed }) => [title, block, closed])).toEqual([
      ['How they reach us', 'channels', undefined],
      ['', 'revenueStreams', true],
    ])
    const inGroups = content.notes.filter(({ group }) => group !== undefined).map(each => each.text)
    expect(inGroups.sort()).toEqual(['Ads', 'Fairs', 'Fees', 'Web shop'])
  })

  test.each([
    ['- CH1 + R$1: apart', 'A group reads like CH1 + CH4: its name. Its notes are of one block.'],
    ['- CH9', 'A group reads like CH1 + CH4: its name. Its notes are of one block.'],
    ['- Web shop', 'A group reads like CH1 + CH4: its name. Its notes are of one block.'],
    ['- CH2\n- CH2 + CH1', 'A note is in one group at most.'],
    [`- CH2: ${'x'.repeat(201)}`, 'A name has at most 200 characters.'],
  ])('what is no group is told: %s', (line, sentence) => {
    const file = FILE.replace(/## Groups[^]*/, `## Groups\n${line}\n`)
    expect(problemsOf(fromMarkdown(file, by())).map(problem => problem.sentence)).toEqual([sentence])
  })
})
