/** Notes in hands, and how they settle when a hand opens. */
import { expect, test } from 'vitest'
import { around, movedBy } from '../../shared/base/geometry.ts'
import type { TestPerson } from '../editor/test-board.ts'
import { openTable } from '../editor/test-board.ts'
import { createHands } from './hands.ts'
import { glideMs } from '../../shared/workshop/pace.ts'
import { createSights } from './sights.ts'

/** Two people. */
const GLIDE = glideMs(2)

const CALM = 220

/** What the scene keeps of someone's screen, followed by hand. */
function screenOf(person: TestPerson, { calm = CALM } = {}) {
  const sights = createSights(person.editor, {
    measure: text => text.length / 2,
    initials: name => name,
    onlyYou: 'Only you',
    calm: () => calm,
  })
  const hands = createHands(sights)
  let now = 0
  person.editor.shown.subscribe(dirty => sights.follow(dirty, now))
  person.editor.hand.subscribe(hand => hands.feel(hand, now))
  person.board.presence.others.subscribe(others => hands.hear(others, now))
  return {
    sights,
    hands,
    pass: (ms: number) => {
      now += ms
      sights.settling(now)
    },
    /** Where a note is painted, in whoever's hand. */
    at: (text: string) => {
      const id = person.id(text)
      for (const hold of hands.at(now)) for (const { note, at } of hold.notes) if (note.id === id) return at
      const note = sights.get(id)
      return note && { x: note.atX, y: note.atY }
    },
  }
}

const corner = (person: TestPerson, text: string) => {
  const { x, y } = person.rect(text)
  return { x, y }
}

test('[B9] a note in my hand is where my hand is, and settles from there when I let go', () => {
  const ana = openTable().joins('Ana')
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ana)
  const from = corner(ana, 'Hosts')
  expect(screen.at('Hosts')).toEqual(from)
  ana.takes('Hosts', { to: ana.spot('channels', 200, 200) })
  ana.moves(ana.spot('channels', 10, 10))
  const held = screen.at('Hosts')
  expect(held).not.toEqual(from)
  ana.releases()
  expect(screen.at('Hosts')).toEqual(held)
  screen.pass(CALM / 2)
  const midway = screen.at('Hosts')
  expect(midway).not.toEqual(held)
  screen.pass(CALM)
  expect(screen.at('Hosts')).toEqual(corner(ana, 'Hosts'))
})

test('a note that is taken back by Escape settles where it was', () => {
  const ana = openTable().joins('Ana')
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ana)
  const from = corner(ana, 'Hosts')
  screen.at('Hosts')
  ana.takes('Hosts', { to: ana.spot('channels', 200, 200) })
  ana.editor.cancel()
  expect(screen.at('Hosts')).not.toEqual(from)
  screen.pass(CALM + 1)
  expect(screen.at('Hosts')).toEqual(from)
})

test('under reduced motion a note is at once where it belongs', () => {
  const ana = openTable().joins('Ana')
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ana, { calm: 0 })
  screen.at('Hosts')
  ana.drags('Hosts', { to: ana.spot('channels', 200, 200) })
  expect(screen.at('Hosts')).toEqual(corner(ana, 'Hosts'))
})

test('[B9] when another lets go nothing jumps: the drop comes first, the hand opens after it, the note settles', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ben)
  screen.at('Hosts')
  ana.takes('Hosts', { to: ana.spot('channels', 200, 200) })
  screen.pass(GLIDE)
  const held = screen.at('Hosts')
  expect(screen.hands.has(ben.id('Hosts'))).toBe(true)
  const seen: unknown[] = []
  const stop = ben.editor.shown.subscribe(() => seen.push(screen.at('Hosts')))
  ana.releases()
  stop()
  expect(seen).toEqual([held])
  expect(screen.hands.has(ben.id('Hosts'))).toBe(false)
  expect(screen.at('Hosts')).toEqual(held)
  screen.pass(CALM + 1)
  expect(screen.at('Hosts')).toEqual(corner(ben, 'Hosts'))
})

test('another’s hand glides from message to message', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ben)
  const from = corner(ben, 'Hosts')
  ben.board.presence.set({})
  screen.hands.hear([drag(ana, 'Hosts', 0)], 0)
  screen.hands.hear([drag(ana, 'Hosts', 80)], 0)
  screen.pass(GLIDE / 4)
  expect(screen.at('Hosts')?.x).toBeCloseTo(from.x + 20)
  screen.pass(GLIDE)
  expect(screen.at('Hosts')?.x).toBeCloseTo(from.x + 80)
})

test('what I grasp is in my hand, whoever else pulls at it', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  ana.adds('Hosts', { to: 'keyPartnerships' })
  const screen = screenOf(ben)
  screen.hands.hear([drag(ana, 'Hosts', 300)], 0)
  ben.takes('Hosts', { to: ben.spot('channels', 200, 200) })
  const holders = screen.hands.at(1000).filter(({ notes }) => notes.length > 0)
  expect(holders.map(({ person }) => person)).toEqual([undefined])
})

const drag = (who: TestPerson, text: string, dx: number) => ({
  tab: 0,
  person: who.board.me.value,
  pointing: { drag: { ids: [who.id(text)], by: [dx, 0] as const, over: null } },
})

test('[M20] of very many notes in a hand others see one note, a box round all of them and how many they are', () => {
  const table = openTable()
  const [ana, ben] = [table.joins('Ana'), table.joins('Ben')]
  for (let i = 0; i < 50; i++) ana.adds(`N${i}`, { to: 'costStructure' })
  const screens = [screenOf(ana), screenOf(ben)]
  ana.editor.select(ana.idsOf(...Array.from({ length: 50 }, (_, i) => `N${i}`)))
  const from = ana.middle('N7')
  ana.takes('N7', { to: { x: from.x + 600, y: from.y + 40 } })
  const seen = () => screens.map(({ hands }) => hands.at(GLIDE)[0])
  expect(seen().map(hold => [hold?.count, hold?.notes.length, hold?.notes[0]?.note.id])).toEqual([
    [50, 50, ana.id('N7')],
    [50, 1, ana.id('N7')],
  ])
  const by = ana.pointing.drag?.by ?? [0, 0]
  const whole = around([ana.rect('N0'), ana.rect('N4'), ana.rect('N49')])
  for (const hold of seen()) expect(hold?.box).toEqual(movedBy(whole, { x: by[0], y: by[1] }))
  // The last row is deleted under the hand; then all but twenty, which are lifted each.
  ben.editor.deleteNotes(ben.idsOf('N45', 'N46', 'N47', 'N48', 'N49'))
  const less = around([ana.rect('N0'), ana.rect('N4'), ana.rect('N44')])
  for (const hold of seen()) expect(hold?.box).toEqual(movedBy(less, { x: by[0], y: by[1] }))
  ben.editor.deleteNotes(ben.idsOf(...Array.from({ length: 25 }, (_, i) => `N${i + 20}`)))
  for (const hold of seen()) expect([hold?.box, hold?.notes.length]).toEqual([undefined, 20])
})
