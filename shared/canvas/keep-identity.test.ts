/** What stays the same when a canvas goes out as Markdown, is changed, and comes back. */
import { expect, test } from 'vitest'
import type { ImportedBy } from './markdown-content.ts'
import { keepIdentity } from './keep-identity.ts'
import { fromMarkdown, toMarkdown } from './markdown.ts'
import type { CanvasContent } from './records.ts'

let count = 0
const by: ImportedBy = { newId: () => `id${count++}`, now: 1, author: '' }

function read(markdown: string): CanvasContent {
  const found = fromMarkdown(markdown, by)
  if (!found.ok) throw new Error(JSON.stringify(found.problems))
  return found.content
}

const BEFORE = `## Customer Segments
- Hosts
- Guests

## Channels
### Online
- Website
### On paper
- Leaflet

## Links
- CH1 → CS1: reaches
`

test('the same file again changes nothing', () => {
  const before = read(BEFORE)
  expect(keepIdentity(read(BEFORE), before)).toEqual(before)
})

test('what another file says of segments, headings and links is what then holds', () => {
  const before = read(BEFORE)
  const file = `## Customer Segments
- Hosts
- Guests

## Channels
### On paper
- Leaflet
- Website

## Links
- CH1 → CS1
- CH2 → CS1: reaches
`
  const after = keepIdentity(read(file), before)
  expect(toMarkdown(after)).toBe(file)
  const idOf = (content: CanvasContent, text: string) => content.notes.find(note => note.text === text)?.id
  for (const text of ['Hosts', 'Guests', 'Leaflet', 'Website']) expect(idOf(after, text)).toBe(idOf(before, text))
  expect(after.links.map(({ id }) => id)).toContain(before.links[0]?.id)
})

test('a file that names no links leaves those that are there', () => {
  const before = read(BEFORE)
  const after = keepIdentity(read(BEFORE.slice(0, BEFORE.indexOf('## Links'))), before)
  expect(after.links).toEqual(before.links)
})

test('new notes stand in the order of the file, and no known one moves', () => {
  let markdown = '## Channels\n- b\n- d\n'
  let content = read(markdown)
  const placeOf = (text: string) => content.notes.find(note => note.text === text)?.place
  const before = ['b', 'd'].map(placeOf)
  for (const file of [
    '## Channels\n- a\n- b\n- c\n- d\n- e\n',
    '## Channels\n- a\n- b\n- b2\n- c\n- d\n- d2\n- e\n- f\n',
  ]) {
    content = keepIdentity(read(file), content)
    markdown = toMarkdown(content)
    expect(markdown).toBe(file)
    expect(['b', 'd'].map(placeOf)).toEqual(before)
  }
})

test('[B23] groups of a file that names some are the file’s, under the ids they had; a file without any keeps those there are', () => {
  const file = '## Channels\n- A\n- B\n- C\n\n## Groups\n- CH1 + CH2: Old name\n'
  const before = read(file)
  const [group] = before.groups
  const groupsOf = (content: CanvasContent) =>
    content.groups.map(({ id, title }) => [
      id === group?.id,
      title,
      content.notes.filter(note => note.group === id).map(note => note.text),
    ])
  const renamed = file.replace('CH1 + CH2: Old name', 'CH2 + CH3: New name')
  expect(groupsOf(keepIdentity(read(renamed), before))).toEqual([[true, 'New name', ['B', 'C']]])
  expect(groupsOf(keepIdentity(read('## Channels\n- B\n- A\n'), before))).toEqual([[true, 'Old name', ['B', 'A']]])
})

test('[B13] what a file says is to be done holds, and a file that says nothing of it leaves what was', () => {
  const before = read('## Channels\n- Website {! Ana, 2026-12-04}\n- Leaflet\n')
  const actions = (file: string) => keepIdentity(read(file), before).notes.map(({ action }) => action?.owner)
  expect(actions('## Channels\n- Website\n- Leaflet\n')).toEqual(['Ana', undefined])
  expect(actions('## Channels\n- Website\n- Leaflet {! Ben}\n')).toEqual([undefined, 'Ben'])
})
