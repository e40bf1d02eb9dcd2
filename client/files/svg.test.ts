/** The picture of a canvas: everything on it, nothing that runs, the same each time. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { areaName, BLOCK_IDS } from '../../shared/canvas/blocks.ts'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { fromMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { NOTE_COLORS } from '../../shared/canvas/records.ts'
import { INKS } from '../../shared/workshop/roles.ts'
import { outlineOf } from '../editor/strokes.ts'
import { DAY, FONT } from './day.ts'
import { pictureOf } from './picture.ts'
import type { Picture, PictureOptions } from './shapes.ts'
import { toSVG } from './svg.ts'
import { elementsIn, readXML, textIn } from './xml-kit.ts'

const OPTIONS: PictureOptions = {
  ...{ layout: 'classic', parking: false, links: false },
  // Letters that are all half an em wide.
  measure: () => text => text.length * 0.5,
  words: {
    ...{ area: areaName, credit: 'By Strategyzer', untitled: 'Untitled', date: '3 May', initials: () => 'AK' },
    group: { unnamed: 'Group', count: notes => `${notes} notes` },
  },
}

function spotify(): CanvasContent {
  let count = 0
  const read = fromMarkdown(SPOTIFY, { newId: () => `n${count++}`, now: 1, author: 'ana' })
  if (!read.ok) throw new Error('no canvas')
  return read.content
}

const EMPTY: CanvasContent = { about: { title: '', headings: {} }, notes: [], links: [], groups: [], strokes: [] }
const noteAt = (i: number, text: string, more: Partial<Note> = {}): Note => ({
  ...{ id: `n${i}`, text, color: 'straw', author: 'ana', segments: [], kinds: [], tags: [] },
  place: [BLOCK_IDS[i % 9] ?? 'channels', 24, 56, i],
  ...more,
})
const withNotes = (...texts: readonly string[]): CanvasContent => ({
  ...EMPTY,
  notes: texts.map((text, i) => noteAt(i, text)),
})

const svgOf = (content: CanvasContent, options: Partial<PictureOptions> = {}) =>
  toSVG(pictureOf(content, { ...OPTIONS, ...options }))
const drawn = (content: CanvasContent, options: Partial<PictureOptions> = {}) => readXML(svgOf(content, options))
const wordsIn = (content: CanvasContent, options: Partial<PictureOptions> = {}) =>
  [...elementsIn(drawn(content, options), 'text')].map(textIn)

test('[B13] the example as SVG: every note with its words, every block with number, name and count', () => {
  const content = spotify()
  const words = wordsIn(content)
  for (const { text } of content.notes) expect(words).toContain(text)
  for (const [i, id] of BLOCK_IDS.entries()) {
    const at = words.indexOf(areaName(id))
    const count = content.notes.filter(({ place }) => place[0] === id).length
    expect([words[at - 1], words[at + 1]]).toEqual([`${i + 1}`, `${count}`])
  }
  expect(words.filter(each => each === 'AK')).toHaveLength(content.notes.length)
  expect([words[0], words[1], words.at(-1)]).toEqual(['Spotify', '3 May', 'By Strategyzer'])
})

test('[B13] the same canvas is the same file, byte for byte', () => {
  const content = spotify()
  expect(svgOf(content)).toBe(svgOf(spotify()))
  expect(svgOf(content).length).toBeLessThan(60_000)
})

test('[T5] titles, notes and names are words, whatever they are written like', () => {
  const evil = [
    '<script>alert(1)</script>',
    '"><image href="https://evil.example/x.png"/>',
    '</text></g></svg><script/>',
    ']]>&lt;&#60;&evil;<!-- --><![CDATA[',
    "' onload='alert(1)",
    'javascript:alert(1)',
  ]
  const content = { ...withNotes(...evil), about: { title: evil.join(' '), headings: {} } }
  const root = drawn(content, { words: { ...OPTIONS.words, initials: () => '<b>' } })
  const names = new Set([...elementsIn(root)].map(({ name }) => name))
  expect([...names].sort()).toEqual(
    ['clipPath', 'defs', 'g', 'path', 'rect', 'svg', 'text', 'title', 'tspan', 'use'].sort(),
  )
  for (const { attributes } of elementsIn(root))
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|style/)
      if (key === 'href') expect(value).toMatch(/^#print-\d$/)
      else if (key !== 'xmlns') expect(value).not.toMatch(/:\/\/|alert|url\((?!#clip-)/)
    }
  // Note 5 stands in Customer Relationships, and so on: each is there letter by letter.
  const all = [...elementsIn(root, 'text')].map(textIn).join('\n')
  for (const text of evil) expect(all.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''))
})

test('signs that no XML may hold do not break it', () => {
  const words = wordsIn(withNotes('a\0b\x08c\x1fd', 'half \uD83C', '\uFFFE\uFFFF', 'tab\there'))
  expect(words).toEqual(expect.arrayContaining(['a\uFFFDb\uFFFDc\uFFFDd', 'half \uFFFD']))
})

test('[B9] right to left starts at the right, emoji stay whole', () => {
  const family = '👩‍👩‍👧‍👦'
  const root = drawn(withNotes('العملاء الذين يدفعون', family.repeat(40), 'Shop'))
  // The segment's note, and its name in the legend.
  const [arabic, legend] = [...elementsIn(root, 'text')].filter(({ attributes }) => attributes['direction'] === 'rtl')
  expect(legend && textIn(legend)).toBe('العملاء الذين يدفعون')
  expect(arabic && textIn(arabic)).toBe('العملاء الذين يدفعون')
  const [first] = arabic ? [...elementsIn(arabic, 'tspan')] : []
  expect(Number(first?.attributes['x'])).toBeGreaterThan(150)
  const families = [...elementsIn(root, 'text')].map(textIn).find(text => text.startsWith(family))
  expect(families?.replaceAll(family, '')).toBe('…')
})

test('[B9] what a note is too small for goes along as its title', () => {
  const text = 'word '.repeat(300).trim()
  const root = drawn(withNotes(text))
  const titles = [...elementsIn(root, 'title')].map(textIn)
  expect(titles).toEqual(['Untitled', text])
  expect([...elementsIn(root, 'text')].map(textIn).some(words => words.endsWith('…'))).toBe(true)
})

test('[B10] stripes are vectors of the segments a note belongs to, and the legend says whose', () => {
  const segments = Array.from({ length: 9 }, (_, i) =>
    noteAt(i, `Segment ${i + 1}`, { place: ['customerSegments', 24, 56 + i, i], segments: [] }),
  )
  const note = noteAt(20, 'For two', { place: ['channels', 24, 56, 20], segments: ['n1', 'n8'] })
  const root = drawn({ ...EMPTY, notes: [...segments, note] })
  const uses = [...elementsIn(root, 'use')].map(({ attributes }) => attributes['href'])
  // A ninth segment wears the first print again. Nine stripes, the two shares of the note, nine samples.
  expect(uses).toHaveLength(9 + 2 + 9)
  expect(uses.filter(href => href === '#print-1')).toHaveLength(5)
  const ids = new Set([...elementsIn(root)].map(({ attributes }) => attributes['id']))
  for (const { attributes } of elementsIn(root)) {
    const named = /#([\w-]+)/.exec(attributes['clip-path'] ?? attributes['href'] ?? '')?.[1]
    if (named) expect(ids.has(named)).toBe(true)
  }
})

test('links and the parking lot are drawn where they are wanted', () => {
  const content: CanvasContent = {
    ...withNotes('a', 'b', 'c'),
    links: [{ id: 'l', from: 'n0', to: 'n1', label: '' }],
  }
  const parked = { ...content, notes: [...content.notes, noteAt(9, 'Parked', { place: ['parking', 24, 56, 1] })] }
  const paths = (links: boolean) => [...elementsIn(drawn(content, { links }), 'path')].length
  expect(paths(true) - paths(false)).toBe(2)
  expect(wordsIn(parked)).not.toContain('Parked')
  expect(wordsIn(parked, { parking: true })).toEqual(expect.arrayContaining(['Parked', 'Parking lot']))
  const width = (parking: boolean) => Number(drawn(parked, { parking }).attributes['width'])
  expect(width(true) - width(false)).toBe(256 + 16)
})

test('an empty canvas is its blocks, in either layout', () => {
  for (const layout of ['classic', 'grid'] as const)
    expect(wordsIn(EMPTY, { layout })).toEqual(expect.arrayContaining(BLOCK_IDS.map(areaName)))
})

test('nothing lies beyond the edges of the picture', () => {
  const content = { ...spotify(), about: { title: 'T'.repeat(200), headings: {} } }
  const long = { ...content, notes: content.notes.map(note => ({ ...note, text: note.text.repeat(9) })) }
  for (const each of [content, long]) {
    const picture = pictureOf(each, OPTIONS)
    const { right, bottom } = reachOf(picture)
    expect(right).toBeLessThanOrEqual(picture.width - 40)
    expect(bottom).toBeLessThanOrEqual(picture.height - 40)
  }
})

/** How far words and boxes reach. */
function reachOf({ shapes }: Pick<Picture, 'shapes'>): { readonly right: number; readonly bottom: number } {
  const reaches = shapes.map(shape => {
    if (shape.kind === 'box') return { right: shape.x + shape.width, bottom: shape.y + shape.height }
    if (shape.kind === 'words') {
      const widest = Math.max(...shape.lines.map(({ width }) => width))
      return { right: shape.x + (shape.anchor === 'start' ? widest : 0), bottom: shape.y }
    }
    if (shape.kind !== 'group') return { right: 0, bottom: 0 }
    const { right, bottom } = reachOf(shape)
    return { right: shape.at.x + right, bottom: shape.at.y + bottom }
  })
  const most = (of: 'right' | 'bottom') => Math.max(0, ...reaches.map(reach => reach[of]))
  return { right: most('right'), bottom: most('bottom') }
}

test('[B12] what was drawn is there as the scene draws it, beneath the notes, clipped at the edge of the sheet', () => {
  const pen = {
    id: 's1',
    anchor: ['channels', 40, 60],
    points: [0, 0, 50, 90, 30, 80],
    color: 'plum',
    width: 6,
    kind: 'pen',
  }
  const highlighter = { ...pen, id: 's2', color: 'ink', kind: 'highlighter' }
  const strokes = [
    pen,
    highlighter,
    { ...pen, id: 's3', anchor: ['parking', 1, 1] },
  ] as unknown as CanvasContent['strokes']
  const svg = svgOf({ ...withNotes('Hosts'), strokes })
  const outlines = strokes.slice(0, 2).map(outlineOf)
  for (const outline of outlines) expect(svg).toContain(`d="${outline}"`)
  expect(svg.indexOf(outlines[1] ?? '')).toBeLessThan(svg.indexOf(outlines[0] ?? ''))
  expect(svg.indexOf(outlines[0] ?? '')).toBeLessThan(svg.indexOf('Hosts'))
  expect(svg).toContain(`fill="${DAY.inks.plum}"`)
  expect(svg).toMatch(/fill="#1e1d1a" opacity="0.3"/)
  const clips = svg.match(/clip-path="url/g)?.length ?? 0
  expect(svg).toContain('<rect width="2400" height="1344"/></clipPath>')
  const withLot = toSVG(pictureOf({ ...withNotes('Hosts'), strokes }, { ...OPTIONS, parking: true }))
  expect(withLot.match(/clip-path="url/g)).toHaveLength(clips + 1)
  expect(() => readXML(withLot)).not.toThrow()
})

test('a label has words and no paper', () => {
  const label = noteAt(0, 'Ideas', { paper: 'none', color: 'sky' })
  const svg = svgOf({ ...EMPTY, notes: [label] })
  expect(svg).toContain('Ideas')
  expect(svg).not.toContain(DAY.notes.sky.fill)
  expect(svgOf({ ...EMPTY, notes: [noteAt(0, 'Ideas', { color: 'sky' })] })).toContain(DAY.notes.sky.fill)
})

test('[T10] 5,000 notes take no more than a second', () => {
  const notes = Array.from({ length: 5_000 }, (_, i) =>
    noteAt(i, `${'words of a note '.repeat(1 + (i % 5))}${i}`, { segments: i % 3 ? [] : ['n0', 'n9'] }),
  )
  const content = { ...EMPTY, notes }
  let svg = ''
  // Time of the processor: what else runs on the machine does not count.
  const spans = Array.from({ length: 3 }, () => {
    const begin = process.cpuUsage()
    svg = svgOf(content)
    const { user, system } = process.cpuUsage(begin)
    return (user + system) / 1_000
  })
  expect(Math.min(...spans)).toBeLessThan(1_000)
  expect(svg.match(/<text /g)?.length).toBeGreaterThan(10_000)
})

test('the day of a picture is the light theme of the page', () => {
  const tokens = readFileSync(new URL('../elements/theme/tokens.css', import.meta.url), 'utf8')
  const light = tokens.slice(0, tokens.indexOf('[data-theme'))
  const token = (name: string) => new RegExp(`--${name}:\\s*([^;]+);`).exec(light)?.[1]?.replace(/\s+/g, ' ')
  const { desk, sheet, sheetEdge, ink, ink3, line2, noteInk, noteInk2, ground, notes, inks } = DAY
  const mine = { desk, sheet, 'sheet-edge': sheetEdge, ink, 'ink-3': ink3, 'line-2': line2 }
  const printed = { 'note-ink': noteInk, 'note-ink-2': noteInk2, 'p-ground': ground }
  for (const [name, value] of Object.entries({ ...mine, ...printed })) expect.soft(value, name).toBe(token(name))
  for (const color of NOTE_COLORS)
    expect.soft(notes[color], color).toEqual({ fill: token(color), edge: token(`${color}-edge`) })
  for (const color of INKS) expect.soft(inks[color], color).toBe(token(`p-${color}`))
  for (const name of token('font')?.split(', ') ?? []) expect(FONT).toContain(name)
})

/** Two groups in one block, one closed, one open, and a note by itself. */
function grouped(): CanvasContent {
  const at = (i: number, x: number, y: number, group?: string): Note =>
    noteAt(i, `Note ${i}`, { place: ['costStructure', x, y, i + 1], ...(group && { group }) })
  return {
    ...EMPTY,
    groups: [
      { id: 'closed', title: 'Put away', block: 'costStructure', closed: true },
      { id: 'open', title: '', block: 'costStructure' },
    ],
    notes: [
      at(0, 24, 56, 'closed'),
      at(1, 248, 56, 'closed'),
      at(2, 600, 56, 'open'),
      at(3, 824, 56, 'open'),
      at(4, 1000, 200),
    ],
    links: [{ id: 'l', from: 'n4', to: 'n1', label: '' }],
  }
}

test('[B23] a closed group is one paper with its name, its first lines and how many they are; all its words go along', () => {
  const words = wordsIn(grouped())
  expect(words).toEqual(expect.arrayContaining(['Put away', 'Note 0', 'Note 1', '2 notes', 'Note 2', 'Note 4']))
  expect(words.filter(word => word === 'Note 0')).toHaveLength(1)
  expect([...elementsIn(drawn(grouped()), 'title')].map(textIn)).toContain('Note 0\nNote 1')
  // One paper below it, one above: as many as on the board, besides those of the open notes.
  const papers = [...elementsIn(drawn(grouped()), 'rect')].filter(
    ({ attributes }) => attributes['fill'] === DAY.notes.straw.fill,
  )
  expect(papers).toHaveLength(2 + 3)
})

test('[B23] an open group has a dashed line round its notes and its name on it; links reach a closed one', () => {
  const root = drawn(grouped(), { links: true })
  const dashed = [...elementsIn(root, 'path')].filter(({ attributes }) => attributes['stroke-dasharray'] === '6 4')
  expect(dashed).toHaveLength(1)
  expect(dashed[0]?.attributes['stroke']).toBe(DAY.control)
  expect(wordsIn(grouped())).toContain('Group')
  const lines = [...elementsIn(root, 'path')].filter(({ attributes }) => attributes['stroke-width'] === '1.8')
  expect(lines).toHaveLength(1)
})
