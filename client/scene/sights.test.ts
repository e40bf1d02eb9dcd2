/** What the scene keeps of notes, and when it renews it. */
import { expect, test } from 'vitest'
import { addLink, change, colorNotes, editText, markNote, moveNotes } from '../../shared/canvas/operations.ts'
import { openTable } from '../editor/test-board.ts'
import { createSights } from './sights.ts'

function withSights() {
  const ana = openTable().joins('Ana')
  ana.adds('Hosts', { to: 'customerSegments', at: { x: 24, y: 400 } })
  ana.adds('Website', { to: 'channels' })
  let measured = 0
  const measure = (text: string) => {
    measured++
    return text.length / 2
  }
  const sights = createSights(ana.editor, {
    measure,
    initials: name => name.slice(0, 2).toUpperCase(),
    onlyYou: 'Only you',
    calm: () => 220,
  })
  ana.editor.shown.subscribe(dirty => sights.follow(dirty, 0))
  const sight = (text: string) => {
    const found = sights.get(ana.id(text))
    if (!found) throw new Error(`no ${text}`)
    return found
  }
  return { ana, sights, sight, measured: () => measured }
}

test('[B9] text is laid out once, and anew only when words or the room for them change', () => {
  const { ana, sights, sight, measured } = withSights()
  const first = sights.fitOf(sight('Website'))
  const after = measured()
  expect(sights.fitOf(sight('Website'))).toBe(first)
  change(ana.canvas, 'test', () => colorNotes(ana.canvas, [ana.id('Website')], 'rose'))
  sights.in('channels')
  expect(sights.fitOf(sight('Website'))).toBe(first)
  expect(measured()).toBe(after)
  change(ana.canvas, 'test', () => editText(ana.canvas, ana.id('Website'), 'Websites'))
  expect(sights.fitOf(sight('Websites')).lines[0]?.text).toBe('Websites')
  const without = sights.fitOf(sight('Websites'))
  change(ana.canvas, 'test', () => markNote(ana.canvas, ana.id('Websites'), `segment:${ana.id('Hosts')}`, true))
  expect(sights.fitOf(sight('Websites'))).not.toBe(without)
})

test('[B10] a note wears its segments, and changes its stripe when the legend does', () => {
  const { ana, sight } = withSights()
  change(ana.canvas, 'test', () => markNote(ana.canvas, ana.id('Website'), `segment:${ana.id('Hosts')}`, true))
  expect(sight('Website').prints).toEqual([0])
  ana.adds('Guests', { to: 'customerSegments', at: { x: 0, y: 0 } })
  expect(sight('Website').prints).toEqual([1])
})

test('a note in the bin is no longer kept, and one that comes back is', () => {
  const { ana, sights, sight } = withSights()
  const id = ana.id('Website')
  expect(sight('Website').initials).toBe('AN')
  ana.editor.deleteNotes([id])
  expect(sights.get(id)).toBeUndefined()
  expect(sights.in('channels')).toEqual([])
  ana.editor.undo()
  expect(sights.get(id)?.note.text).toBe('Website')
})

test('the notes of an area are the same list until it changes', () => {
  const { ana, sights } = withSights()
  const before = sights.in('channels')
  expect(sights.in('channels')).toBe(before)
  ana.adds('App', { to: 'channels' })
  expect(sights.in('channels').map(({ note }) => note.text)).toEqual(['Website', 'App'])
})

test('links are counted at both ends', () => {
  const { ana, sights, sight } = withSights()
  ana.links('Website', 'Hosts')
  sights.forget('links')
  expect([sight('Website').links, sight('Hosts').links]).toEqual([1, 1])
})

test('a note has another look when it looks different, and the same one wherever it is moved', () => {
  const { ana, sights, sight } = withSights()
  const looks = () => sights.in('channels').map(({ look }) => look)
  const changes = [
    () => colorNotes(ana.canvas, [ana.id('Website')], 'rose'),
    () => editText(ana.canvas, ana.id('Website'), 'Websites'),
    () => markNote(ana.canvas, ana.id('Websites'), `segment:${ana.id('Hosts')}`, true),
    () => addLink(ana.canvas, { id: 'l', from: ana.id('Websites'), to: ana.id('Hosts'), label: '' }),
  ]
  for (const each of changes) {
    const before = looks()
    change(ana.canvas, 'test', each)
    sights.forget('links')
    expect(looks()).not.toEqual(before)
  }
  const before = looks()
  const id = ana.id('Websites')
  change(ana.canvas, 'test', () => moveNotes(ana.canvas, new Map([[id, ['channels', 24, 400, 1]]])))
  sights.forget('names')
  expect(looks()).toEqual(before)
  expect(sight('Websites').y - ana.editor.shown.areaRect('channels').y).toBe(400)
})
