import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDocument } from '../wire/document.ts'
import { isKey } from '../wire/schema.ts'
import { AREAS } from './blocks.ts'
import { byReading, contentOf, openCanvas } from './canvas.ts'
import type { CanvasJSON } from './json.ts'
import { fromJSON, migrate, toJSON } from './json.ts'
import { addLink, addNote, binRecords, change, nameCanvas } from './operations.ts'
import type { CanvasContent, Note } from './records.ts'
import { NOTE_COLORS, STROKE_KINDS } from './records.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,16}$/)
const key = id.filter(isKey)
const coordinate = fc.integer({ min: -1e6, max: 1e6 })
const short = fc.string({ maxLength: 200, unit: 'grapheme' }).filter(text => text.length <= 200)
const members = fc.uniqueArray(key, { maxLength: 3 }).map(list => list.sort())
const plain = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.constant(null),
  fc.array(fc.integer()),
  fc.dictionary(key, fc.string()),
)

const note: fc.Arbitrary<Note> = fc.record(
  {
    id: key,
    place: fc.tuple(fc.constantFrom(...AREAS), coordinate, coordinate, fc.nat()),
    text: fc.string({ unit: 'binary', maxLength: 40 }),
    color: fc.constantFrom(...NOTE_COLORS),
    paper: fc.constant('none' as const),
    image: fc.constant('a1'.repeat(32)),
    author: fc.oneof(fc.constant(''), id),
    segments: members,
    kinds: members,
    tags: members,
    name: short.filter(Boolean),
    group: id,
    action: fc.record({ owner: short, due: fc.constantFrom('', '2026-12-04') }),
    rest: fc.dictionary(
      key.map(word => `x${word}`),
      plain,
      { minKeys: 1, maxKeys: 3 },
    ),
  },
  { requiredKeys: ['id', 'place', 'text', 'color', 'author', 'segments', 'kinds', 'tags'] },
)
const byId = { selector: (record: { id: string }) => record.id, maxLength: 6 }
const content: fc.Arbitrary<CanvasContent> = fc.record({
  about: fc.record({ title: short, headings: fc.dictionary(fc.constantFrom('channels:1', 'parking:12'), short) }),
  notes: fc.uniqueArray(note, byId).map(notes => notes.sort(byReading)),
  links: fc.uniqueArray(fc.record({ id: key, from: id, to: id, label: short }), byId),
  groups: fc.uniqueArray(
    fc.record(
      { id: key, title: short, block: fc.constantFrom(...AREAS), closed: fc.constant(true as const) },
      { requiredKeys: ['id', 'title', 'block'] },
    ),
    byId,
  ),
  strokes: fc.uniqueArray(
    fc.record(
      {
        id: key,
        anchor: fc.tuple(fc.constantFrom(...AREAS), coordinate, coordinate),
        points: fc.array(coordinate, { maxLength: 8 }),
        color: short,
        width: coordinate,
        kind: fc.constantFrom(...STROKE_KINDS),
        author: id,
      },
      { requiredKeys: ['id', 'anchor', 'points', 'color', 'width'] },
    ),
    byId,
  ),
})

const SAMPLE = JSON.parse(readFileSync(new URL('./fixtures/canvas-v1.json', import.meta.url), 'utf8')) as CanvasJSON
const set = (target: unknown, path: readonly (string | number)[], value: unknown): void => {
  const [first = '', ...rest] = path
  const record = target as Record<string | number, unknown>
  if (rest.length > 0) set(record[first], rest, value)
  else Object.defineProperty(record, first, { value, enumerable: true, configurable: true, writable: true })
}
/** The sample with one part changed, as any program might send it. */
const broken = (path: readonly (string | number)[], value: unknown) => {
  const file: unknown = structuredClone(SAMPLE)
  set(file, path, value)
  return fromJSON(file)
}
const problemsOf = (result: ReturnType<typeof fromJSON>) => (result.ok ? [] : result.problems)
describe('[B13] JSON', () => {
  test('fromJSON(toJSON(c)) is c, also as text', () => {
    fc.assert(
      fc.property(content, c => {
        const back = fromJSON(JSON.parse(JSON.stringify(toJSON(c))))
        expect(back).toEqual({ ok: true, content: c })
        expect(fromJSON(toJSON(c))).toEqual(back)
      }),
      { seed: 1, numRuns: 200 },
    )
  })

  test('the file of version 1 can be read, and is written back the same', () => {
    const read = fromJSON(SAMPLE)
    expect(problemsOf(read)).toEqual([])
    if (!read.ok) return
    expect(read.content.about.title).toBe('Bakery')
    expect(read.content.notes).toHaveLength(4)
    expect(read.content.notes.find(each => each.name === 'Offices')?.text).toBe('Offices that order breakfast')
    expect(toJSON(read.content)).toEqual(SAMPLE)
  })

  test('keys are sorted, so two replicas export the same bytes', () => {
    const one = createDocument()
    const canvas = openCanvas(one)
    change(canvas, null, () => {
      nameCanvas(canvas, 'Bakery')
      for (const n of ['b', 'a', 'c'])
        addNote(canvas, { id: n, place: ['channels', 24, 56, 1], text: n, color: 'sky', author: '', tags: ['y', 'x'] })
      addLink(canvas, { id: 'l', from: 'a', to: 'b', label: '' })
    })
    const keys: string[] = []
    const text = JSON.stringify(toJSON(contentOf(canvas)), (k, v: unknown) => {
      if (typeof v === 'object' && v !== null && !Array.isArray(v)) keys.push(Object.keys(v).join())
      return v
    })
    for (const each of keys) expect(each).toBe(each.split(',').sort().join())
    expect(text.indexOf('"id":"a"')).toBeLessThan(text.indexOf('"id":"b"'))
  })

  test('what lies in the bin is not exported, nor what points to it', () => {
    const canvas = openCanvas(createDocument())
    change(canvas, null, () => {
      for (const n of ['a', 'b'])
        addNote(canvas, { id: n, place: ['channels', 24, 56, 1], text: n, color: 'sky', author: '' })
      addLink(canvas, { id: 'l', from: 'a', to: 'b', label: '' })
      binRecords(canvas, 'notes', ['a'])
    })
    const json = toJSON(contentOf(canvas))
    expect(json.blocks.channels.map(each => each.id)).toEqual(['b'])
    expect(json.links).toEqual([])
  })

  test('values that JSON cannot hold are left out of what is kept for newer schemas', () => {
    const odd: Note = {
      id: 'a',
      place: ['channels', 0, 0, 0],
      text: '',
      color: 'sky',
      author: '',
      segments: [],
      kinds: [],
      tags: [],
      rest: { bytes: new Uint8Array(2), status: 'fact', nothing: undefined },
    }
    const json = toJSON({ about: { title: '', headings: {} }, notes: [odd], links: [], groups: [], strokes: [] })
    expect(json.blocks.channels[0]?.rest).toEqual({ status: 'fact' })
  })
})

describe('[T24] what comes from outside is read wholly or not at all', () => {
  test.each([
    ['format', ['format'], 'another'],
    ['version', ['version'], 'one'],
    ['version', ['version'], 2],
    ['version', ['version'], 0],
    ['about.title', ['about', 'title'], 'x'.repeat(201)],
    ['about.headings', ['about', 'headings', 'bad key'], 'x'],
    ['blocks.channels', ['blocks', 'channels'], {}],
    ['blocks.weather', ['blocks', 'weather'], []],
    ['blocks.customerSegments[0].text', ['blocks', 'customerSegments', 0, 'text'], 'x'.repeat(10_001)],
    ['blocks.customerSegments[0].color', ['blocks', 'customerSegments', 0, 'color'], 'red'],
    ['blocks.customerSegments[0].image', ['blocks', 'customerSegments', 0, 'image'], '../me'],
    ['blocks.customerSegments[0].x', ['blocks', 'customerSegments', 0, 'x'], 1e7],
    ['blocks.customerSegments[0].x', ['blocks', 'customerSegments', 0, 'x'], Number.NaN],
    ['blocks.customerSegments[0].placedAt', ['blocks', 'customerSegments', 0, 'placedAt'], 1.5],
    ['blocks.customerSegments[0].id', ['blocks', 'customerSegments', 0, 'id'], '__proto__'],
    ['blocks.customerSegments[0].tags', ['blocks', 'customerSegments', 0, 'tags'], ['no spaces']],
    ['blocks.customerSegments[0].rest', ['blocks', 'customerSegments', 0, 'rest'], { color: 'red' }],
    ['blocks.customerSegments[0].rest', ['blocks', 'customerSegments', 0, 'rest'], { a: [[[[[1]]]]] }],
    ['blocks.customerSegments[0].mood', ['blocks', 'customerSegments', 0, 'mood'], 'good'],
    ['blocks.customerSegments[0]', ['blocks', 'customerSegments', 0], 'a note'],
    ['blocks.customerSegments[1].id', ['blocks', 'customerSegments', 1, 'id'], 'n1'],
    ['links[0].to', ['links', 0, 'to'], ''],
    ['groups[0].block', ['groups', 0, 'block'], 'weather'],
    ['strokes[0].points', ['strokes', 0, 'points'], ['a']],
    ['strokes[0].kind', ['strokes', 0, 'kind'], 'brush'],
    ['strokes', ['strokes'], undefined],
    ['__proto__', ['__proto__'], {}],
    ['about.headings', ['about', 'headings', '__proto__'], 'x'],
    ['blocks.__proto__', ['blocks', '__proto__'], []],
    ['blocks.customerSegments[1].rest', ['blocks', 'customerSegments', 1, 'rest', '__proto__'], { isAdmin: true }],
  ])('%s is refused with its path when %j is %j', (path, target, value) => {
    const problems = problemsOf(broken(target, value))
    expect(problems.map(problem => problem.path)).toEqual([path])
    expect(problems[0]?.sentence).toMatch(/^[A-Z].*\.$/)
  })

  test('a missing part is named', () => {
    const file: Partial<Record<keyof CanvasJSON, unknown>> = structuredClone(SAMPLE)
    delete file.links
    expect(problemsOf(fromJSON(file))).toEqual([{ path: 'links', sentence: 'This is missing.' }])
  })

  test('too many notes are refused', () => {
    const [first] = SAMPLE.blocks.customerSegments
    const notes = Array.from({ length: 5001 }, (_, i) => ({ ...first, id: `n${i}` }))
    const problems = problemsOf(broken(['blocks', 'channels'], notes))
    expect(problems.some(problem => problem.sentence.includes('5000'))).toBe(true)
  })

  test('anything at all is answered, never thrown', () => {
    const headed = fc
      .anything({ withNullPrototype: true })
      .map(value => ({ format: 'nonagon-canvas', version: 1, ...Object(value) }) as unknown)
    const dented = fc
      .tuple(fc.constantFrom(...Object.keys(SAMPLE)), fc.anything())
      .map(([k, value]) => ({ ...SAMPLE, [k]: value }))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), headed, dented), value => {
        const result = fromJSON(value)
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})

describe('migration', () => {
  const steps = {
    1: (file: Readonly<Record<string, unknown>>) => ({ ...file, version: 2, added: 'in 2' }),
    2: (file: Readonly<Record<string, unknown>>) => ({ ...file, version: 3 }),
  }

  test('an older file goes forward one version at a time', () => {
    expect(migrate({ version: 1 }, 1, { steps, to: 3 })).toEqual({ version: 3, added: 'in 2' })
    expect(migrate({ version: 3 }, 3, { steps, to: 3 })).toEqual({ version: 3 })
  })

  test('a version without a step, or of the future, cannot be read', () => {
    expect(migrate({}, 0, { steps, to: 3 })).toBeUndefined()
    expect(migrate({}, 4, { steps, to: 3 })).toBeUndefined()
  })
})

test('[B13] an action has an owner and a day, and nothing else', () => {
  const file = (action: unknown) => {
    const record: Note = {
      ...{ id: 'n', place: ['channels', 0, 0, 1], text: 'Ask ten hosts', color: 'straw', author: '' },
      ...{ segments: [], kinds: [], tags: [], action: { owner: 'Ben', due: '2026-12-04' } },
    }
    const about = { title: '', headings: {} }
    const json = structuredClone(toJSON({ about, notes: [record], links: [], groups: [], strokes: [] })) as unknown as {
      blocks: { channels: { action: unknown }[] }
    }
    for (const each of json.blocks.channels) each.action = action
    return fromJSON(json)
  }
  expect(file({ owner: 'Ben', due: '' })).toMatchObject({ ok: true })
  for (const action of [{ owner: 'Ben' }, { owner: 'Ben', due: 'soon' }, { owner: 1, due: '' }, ['Ben', ''], null])
    expect(file(action), JSON.stringify(action)).toMatchObject({
      ok: false,
      problems: [{ path: 'blocks.channels[0].action' }],
    })
})
