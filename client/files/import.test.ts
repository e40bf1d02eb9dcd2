/** What a file would do is said before, done as one step, and undone as one. */
import { expect, test } from 'vitest'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { SPOTIFY } from '../../shared/canvas/examples/spotify.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import type { Plan, Way } from './import.ts'
import { denialFor, fitsOneChange, planImport, runImport } from './import.ts'
import { readCanvas } from './read-canvas.ts'

const NOTES = SPOTIFY.match(/^- /gm)?.length ?? 0
let count = 0
const newId = () => `new${count++}`

function plan(person: TestPerson, text: string, way: Way): Plan {
  const by = { newId, now: person.board.now(), author: person.board.me.value.id }
  const file = readCanvas(new TextEncoder().encode(text), by)
  if (!file.ok) throw new Error(JSON.stringify(file.problem))
  return planImport(file, contentOf(person.canvas), { ...by, way, layout: LAYOUTS.classic })
}
const run = (person: TestPerson, plan: Plan) => runImport(person.board.history.value, person.canvas, plan)
const imports = (person: TestPerson, text: string, way: Way) => run(person, plan(person, text, way))
const markdownOf = (person: TestPerson) => toMarkdown(contentOf(person.canvas))
const jsonOf = (person: TestPerson) => JSON.stringify(toJSON(contentOf(person.canvas)))

const table = () => {
  const table = openTable()
  return { table, ana: table.joins('Ana'), ben: table.joins('Ben') }
}

test('[B14] an example into an empty canvas: one update, the same for the others, byte for byte', () => {
  const { ana, ben } = table()
  const { sent } = ana
  const { total, areas, known } = plan(ana, SPOTIFY, 'replace')
  expect({ ...total, known, areas: areas.length }).toEqual({
    ...{ added: NOTES, changed: 0, removed: 0, stays: 0 },
    ...{ known: 0, areas: 9 },
  })
  imports(ana, SPOTIFY, 'replace')
  expect(ana.sent).toBe(sent + 1)
  expect(markdownOf(ben)).toBe(SPOTIFY)
  expect(new Set(ana.canvas.notes.all().map(({ id }) => id)).size).toBe(NOTES)
})

test('[B14] one undo takes all of it back, and redo brings it again', () => {
  const { ana, ben } = table()
  ana.adds('Shop', { to: 'channels' })
  ben.adds('Fair', { to: 'channels' })
  const before = jsonOf(ben)
  for (const way of ['add', 'replace'] as const) {
    imports(ana, SPOTIFY, way)
    const after = jsonOf(ben)
    expect(after).not.toBe(before)
    ana.editor.undo()
    expect(ana.heard.at(-1)).toMatchObject({ kind: 'undone', title: 'import' })
    expect(jsonOf(ben)).toBe(before)
    ana.editor.redo()
    expect(jsonOf(ben)).toBe(after)
    ana.editor.undo()
  }
})

test('[B14] adding leaves what is there, knows it again, and finds free places', () => {
  const { ana, ben } = table()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Website', { to: 'channels' })
  const [hosts, website] = [ana.id('Hosts'), ana.id('Website')]
  const file = `# Another title
## Customer Segments
- Hosts
- Guests

## Channels
- Website
### Hosts
- Fair
- Leaflet {Guests}

## Links
- CH1 → CS1: reaches
- CH2 → CS2
`
  const planned = plan(ana, file, 'add')
  expect(planned.total).toEqual({ added: 3, changed: 0, removed: 0, stays: 2 })
  expect(planned.known).toBe(2)
  expect(planned.areas).toEqual([
    { area: 'customerSegments', added: 1, changed: 0, removed: 0, stays: 1 },
    { area: 'channels', added: 2, changed: 0, removed: 0, stays: 1 },
  ])
  run(ana, planned)
  expect(ben.sees('customerSegments')).toEqual(['Hosts', 'Guests'])
  expect(ben.sees('channels')).toEqual(['Website', 'Fair', 'Leaflet'])
  expect([ben.id('Hosts'), ben.id('Website')]).toEqual([hosts, website])
  expect(ben.note('Fair').segments).toEqual([hosts])
  expect(ben.note('Leaflet').segments).toEqual([hosts, ben.id('Guests')].sort())
  expect(ben.canvas.links.all().map(({ from, to, label }) => [from, to, label])).toEqual([
    [website, hosts, 'reaches'],
    [ben.id('Fair'), ben.id('Guests'), ''],
  ])
  expect(ben.canvas.about.value.title).toBe('')
  expect(ben.note('Fair')).toMatchObject({ author: 'ana', place: ['channels', 248, 56, ana.board.now()] })
  // Once more: nothing is new.
  const again = plan(ana, file, 'add')
  expect(again.total.added + again.content.links.length).toBe(0)
})

test('[B14] the same words twice in a file are two notes; one that is there stands for one of them', () => {
  const { ana } = table()
  ana.adds('Shop', { to: 'channels' })
  imports(ana, '## Channels\n- Shop\n- Shop\n', 'add')
  expect(ana.sees('channels')).toEqual(['Shop', 'Shop'])
})

test('[B14] a canvas as JSON is added beside itself under fresh ids', () => {
  const { ana } = table()
  imports(ana, SPOTIFY, 'replace')
  const file = jsonOf(ana)
  const planned = plan(ana, file, 'add')
  expect([planned.total.added, planned.known]).toEqual([0, NOTES])
  ana.editor.deleteNotes(ana.canvas.notes.all().map(({ id }) => id))
  const ids = new Set(ana.canvas.document.getMap('notes').keys())
  imports(ana, file, 'add')
  expect(markdownOf(ana).replace(/^# .*\n\n/, '')).toBe(SPOTIFY.replace(/^# .*\n\n/, ''))
  for (const { id } of ana.canvas.notes.all()) expect(ids.has(id)).toBe(false)
})

test('[B14] drawings are added once, under my name, and one undo takes them back with the rest', () => {
  const { ana, ben } = table()
  ben.editor.drawStroke({
    anchor: ['channels', 10, 20],
    points: [0, 0, 50, 9, 9, 50],
    color: 'plum',
    width: 3,
    kind: 'pen',
  })
  const file = jsonOf(ana)
  expect(plan(ana, file, 'add').content.strokes).toEqual([])
  ben.editor.deleteStrokes(ben.canvas.strokes.all().map(({ id }) => id))
  imports(ana, file, 'add')
  const [stroke] = ben.canvas.strokes.all()
  expect(stroke).toMatchObject({ author: 'ana', points: [0, 0, 50, 9, 9, 50], kind: 'pen' })
  expect(ben.canvas.strokes.binned().map(({ id }) => id)).not.toContain(stroke?.id)
  ana.editor.undo()
  expect(ben.canvas.strokes.all()).toEqual([])
})

test('[B14] groups come with their notes; one of the same name is the same', () => {
  const { ana } = table()
  ana.adds('Shop', { to: 'channels' })
  const file = JSON.parse(jsonOf(ana)) as { blocks: { channels: object[] }; groups: object[] }
  const [shop] = file.blocks.channels
  file.blocks.channels = ['Fair', 'Market'].map(text => ({ ...shop, id: text, text, group: 'g' }))
  file.groups = [
    { id: 'g', title: 'Outdoors', block: 'channels' },
    { id: 'h', title: 'Unused', block: 'channels' },
  ]
  imports(ana, JSON.stringify(file), 'add')
  file.blocks.channels = [{ ...shop, id: 'Fair', text: 'Street', group: 'g' }]
  imports(ana, JSON.stringify(file), 'add')
  const [group, ...more] = ana.canvas.groups.all()
  expect([group?.title, more]).toEqual(['Outdoors', []])
  for (const text of ['Fair', 'Market', 'Street']) expect(ana.note(text).group).toBe(group?.id)
})

test('[B14] headings of the file come under numbers that are free here', () => {
  const { ana } = table()
  imports(ana, '## Channels\n### Online\n- Website\n', 'replace')
  imports(ana, '## Channels\n### On paper\n- Leaflet\n### Online\n- Shop\n', 'add')
  expect(markdownOf(ana)).toBe('## Channels\n### Online\n- Website\n- Shop\n### On paper\n- Leaflet\n')
})

test('[B14] replacing by Markdown keeps who is who; what the file lacks goes to the bin', () => {
  const { ana, ben } = table()
  imports(ana, SPOTIFY, 'replace')
  ben.editor.colorNotes(ben.idsOf('Record labels'), 'sky')
  const id = ben.id('Record labels')
  const file = markdownOf(ben)
    .replace('- Record labels\n', '- Record labels\n- Car makers\n')
    .replace(/- Brand\n/, '')
  const planned = plan(ana, file, 'replace')
  expect(planned.total).toEqual({ added: 1, changed: 0, removed: 1, stays: NOTES - 1 })
  run(ana, planned)
  expect(markdownOf(ben)).toBe(file)
  expect(ben.note('Record labels')).toMatchObject({ id, color: 'sky' })
  expect(ben.find('Brand')).toBeUndefined()
})

test('[B14] replacing by an older JSON tells what changes, and brings back what was deleted', () => {
  const { ana, ben } = table()
  ana.adds('Shop', { to: 'channels' })
  ana.adds('Fair', { to: 'channels' })
  const file = jsonOf(ana)
  const shop = ana.id('Shop')
  ben.editor.writeNote(shop, 'Shop in town')
  ben.editor.deleteNotes(ben.idsOf('Fair'))
  ben.adds('Web', { to: 'channels' })
  const planned = plan(ana, file, 'replace')
  expect(planned.total).toEqual({ added: 1, changed: 1, removed: 1, stays: 0 })
  run(ana, planned)
  expect(jsonOf(ben)).toBe(file)
  expect(ben.note('Shop').id).toBe(shop)
})

test('a file without a title leaves the one there is, one with a title gives it', () => {
  const { ana } = table()
  imports(ana, '# First\n## Channels\n- a\n', 'replace')
  imports(ana, '## Channels\n- b\n', 'replace')
  expect(ana.canvas.about.value.title).toBe('First')
  imports(ana, '# Second\n## Channels\n- b\n', 'replace')
  expect(ana.canvas.about.value.title).toBe('Second')
})

test('marks of a newer version are not written, and counted', () => {
  const { ana } = table()
  ana.adds('Shop', { to: 'channels' })
  const file = JSON.parse(jsonOf(ana)) as { blocks: { channels: { rest?: object }[] } }
  file.blocks.channels.push({ ...file.blocks.channels[0], ...{ id: 'future', text: 'Later', rest: { evidence: 3 } } })
  for (const way of ['add', 'replace'] as const) {
    const planned = plan(ana, JSON.stringify(file), way)
    expect(planned.unknownMarks).toBe(1)
    expect(planned.content.notes.some(({ rest }) => rest)).toBe(false)
  }
})

test('[M10] adding needs what it adds, replacing the right to all that others made', () => {
  const { table: board, ana } = table()
  ana.adds('Website', { to: 'channels' })
  const file = '## Customer Segments\n- Hosts\n## Channels\n- Website\n## Links\n- CH1 → CS1\n'
  const denials = () => (['add', 'replace'] as const).map(way => denialFor(ana.board, plan(ana, file, way)))
  expect(denials()).toEqual([undefined, undefined])
  board.allows({ ...ALL_RIGHTS, delete: 'own' })
  expect(denials()).toEqual([undefined, { right: 'delete', why: 'notYours' }])
  board.allows({ ...ALL_RIGHTS, link: 'none' })
  expect(denials()[0]).toEqual({ right: 'link', why: 'step' })
  ana.becomes('observer')
  expect(denials()[0]).toEqual({ right: 'add', why: 'role' })
})

const many = (notes: number, words: string) =>
  `## Channels\n${Array.from({ length: notes }, (_, i) => `- ${i} ${words}\n`).join('')}`

test('[T10] more than the server takes as one change is found out before anything is written', () => {
  const { ana } = table()
  const { sent } = ana
  const small = plan(ana, many(100, 'words'), 'add')
  const most = plan(ana, many(5_000, 'words'), 'add')
  const large = plan(ana, many(200, 'x'.repeat(6_000)), 'add')
  expect([small, most, large].map(each => fitsOneChange(ana.canvas, each))).toEqual([true, true, false])
  expect(ana.sent).toBe(sent)
  expect(ana.canvas.notes.size).toBe(0)
})

test('[T10] an import that only changes what is there is an ordinary change, and so is its undo', () => {
  const { ana } = table()
  imports(ana, many(1_000, 'words'), 'replace')
  const recoloured = (count: number): Plan => {
    const before = contentOf(ana.canvas)
    const notes = before.notes.map((note, i) => (i < count ? { ...note, name: 'x'.repeat(60) } : note))
    return planImport({ format: 'json', content: { ...before, notes } }, before, {
      ...{ newId, now: 1, author: 'ana', way: 'replace', layout: LAYOUTS.classic },
    })
  }
  expect(fitsOneChange(ana.canvas, recoloured(600))).toBe(true)
  expect(fitsOneChange(ana.canvas, recoloured(1_000))).toBe(false)
})

test('[T10] more notes than a canvas holds are not added', () => {
  const { ana } = table()
  imports(ana, many(4_990, 'a'), 'replace')
  expect(plan(ana, many(10, 'b'), 'add').isFull).toBe(false)
  expect(plan(ana, many(11, 'b'), 'add').isFull).toBe(true)
  expect(plan(ana, many(5_000, 'b'), 'replace').isFull).toBe(false)
})

test('[B13] what is to be done comes back from Markdown, and counts as a change', () => {
  const { ana } = table()
  imports(ana, '## Channels\n- a\n- b\n', 'replace')
  const planned = plan(ana, '## Channels\n- a {! Ben, 2026-12-04}\n- b\n', 'replace')
  expect(planned.total).toEqual({ added: 0, changed: 1, removed: 0, stays: 1 })
  run(ana, planned)
  expect(ana.note('a').action).toEqual({ owner: 'Ben', due: '2026-12-04' })
})
