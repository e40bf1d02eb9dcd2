/** Notes go over the clipboard to a board, this one or another, with what belongs to them and nothing of what does not. */
import { expect, test } from 'vitest'
import { ALL_RIGHTS } from '../../shared/workshop/rights.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { copyOf, readCopied } from './copied.ts'
import { planPaste, runPaste } from './paste.ts'
import { byMe } from './plan-file.ts'
import { readPasted } from './read-pasted.ts'

const nameOf = (area: string): string => area
const copy = (person: TestPerson, texts: readonly string[], board = 'board') =>
  copyOf(person.canvas, person.idsOf(...texts), { board, nameOf })

function paste(person: TestPerson, html: string, area?: 'parking') {
  const pasted = readPasted({ text: 'not this', html }, byMe(person.board))
  if (pasted.kind !== 'copied') throw new Error(pasted.kind)
  const goal = { area: area ?? 'channels', sorted: area === undefined } as const
  const plan = planPaste(person.editor, pasted, goal)
  return { ...plan.left, ids: runPaste(person.editor, plan) ?? [] }
}

function boards() {
  const ana = openTable().joins('Ana')
  const there = openTable()
  ana.adds('Hosts', { to: 'customerSegments' })
  ana.adds('Web <b>&"site"', { to: 'channels' })
  ana.adds('Fair\nin spring', { to: 'channels' })
  ana.adds('Banks', { to: 'keyPartnerships' })
  ana.editor.colorNotes([ana.id('Banks')], 'rose')
  ana.links('Web <b>&"site"', 'Hosts')
  ana.links('Banks', 'Hosts')
  ana.editor.groupNotes(ana.idsOf('Web <b>&"site"', 'Fair\nin spring'))
  return { ana, there, ben: there.joins('Ben') }
}
const ALL = ['Hosts', 'Web <b>&"site"', 'Fair\nin spring', 'Banks']

test('[B14] text for a text field, Markdown, and a list for other programs; of one block without its name', () => {
  const { ana } = boards()
  expect(copy(ana, ['Web <b>&"site"', 'Fair\nin spring']).text).toBe('Web <b>&"site"\nFair\nin spring')
  const { text, markdown, html } = copy(ana, ALL)
  expect(text).toContain('customerSegments:\nHosts\n\nchannels:\n')
  expect(markdown).toContain('## Key Partnerships\n- Banks\n')
  expect(html).toContain(
    '<h2>channels</h2><ul><li>Web &lt;b&gt;&amp;&quot;site&quot;</li><li>Fair<br>in spring</li></ul>',
  )
})

test('[B14] on another board: colours, links, groups, new ids, my name, one undo', () => {
  const { ana, ben } = boards()
  const before = new Set(ana.canvas.notes.all().map(({ id }) => id))
  const { ids } = paste(ben, copy(ana, ALL).html)
  expect(ids).toHaveLength(4)
  expect(ids.some(id => before.has(id))).toBe(false)
  expect(ben.note('Banks')).toMatchObject({ color: 'rose', author: 'ben' })
  expect(ben.sees('keyPartnerships')).toEqual(['Banks'])
  expect(ben.canvas.links.all().map(({ from, to }) => [from, to])).toEqual(
    expect.arrayContaining([ben.idsOf('Web <b>&"site"', 'Hosts'), ben.idsOf('Banks', 'Hosts')]),
  )
  expect(ben.groups('channels')).toEqual(['-: Web <b>&"site" Fair\nin spring'])
  expect(ben.sent).toBe(1)
  ben.editor.undo()
  expect([ben.canvas.notes.size, ben.canvas.links.size]).toEqual([0, 0])
})

test('[B14] part of a group comes without it, and a link only with both its ends; all can go to one block', () => {
  const { ana, ben } = boards()
  paste(ben, copy(ana, ['Web <b>&"site"', 'Banks']).html, 'parking')
  expect(ben.sees('parking')).toEqual(['Web <b>&"site"', 'Banks'])
  expect([ben.canvas.links.size, ben.canvas.groups.size]).toEqual([0, 0])
})

test('[B14] where it was copied, segments that were not copied stay; elsewhere they are left', () => {
  const { ana, ben } = boards()
  const segment = ana.id('Hosts')
  const { html } = copy(ana, ['Banks'])
  const marked = html.replace('&quot;text&quot;', `&quot;segments&quot;:[&quot;${segment}&quot;],&quot;text&quot;`)
  expect(ana.canvas.notes.get(paste(ana, marked).ids[0] ?? '')?.segments).toEqual([segment])
  expect(ben.canvas.notes.get(paste(ben, marked).ids[0] ?? '')?.segments).toEqual([])
})

test('[B14] pictures that did not come along stay with their board; links and groups only come where I may make them', () => {
  const { ana, there, ben } = boards()
  const image = 'a'.repeat(64)
  ana.editor.addNote('channels', { image })
  ana.editor.setImage(ana.id('Banks'), image)
  const html = copyOf(
    ana.canvas,
    ana.canvas.notes.all().map(({ id }) => id),
    { board: 'hers', nameOf },
  ).html
  there.allows({ ...ALL_RIGHTS, link: 'none', group: 'none' })
  const { images, ties } = paste(ben, html)
  expect({ images, ties }).toEqual({ images: 2, ties: 3 })
  expect(
    ben.canvas.notes
      .all()
      .map(({ text }) => text)
      .sort(),
  ).toEqual([...ALL].sort())
  expect(ben.canvas.notes.all().some(note => note.image)).toBe(false)
})

test('[B14] what is bent is read as text, never half', () => {
  const { ana } = boards()
  const { html } = copy(ana, ALL)
  expect(readCopied(html)?.content.notes).toHaveLength(4)
  for (const bent of [
    html.replace('&quot;rose&quot;', '&quot;red&quot;'),
    html.replace('&quot;notes&quot;', '&quot;__proto__&quot;').replace('nonagon-canvas', 'other'),
    html.slice(0, 400),
    html.replace('data-nonagon-board', 'data-board'),
    '<div data-nonagon-board="b" data-nonagon="{">',
    `<div data-nonagon-board="b" data-nonagon="${'['.repeat(100_000)}">`,
  ])
    expect(readCopied(bent)).toBeUndefined()
})
