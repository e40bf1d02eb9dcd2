/** Cursors of others between their messages. */
import { expect, test } from 'vitest'
import type { Other, Spot } from '../editor/board.ts'
import { openTable } from '../editor/test-board.ts'
import { createPointers, flagged, nameBearer } from './pointers.ts'
import { createSights } from './sights.ts'

const other = (tab: number, cursor: Spot | undefined, role: 'participant' | 'facilitator' = 'participant'): Other => ({
  tab,
  person: { id: `p${tab}`, name: `P ${tab}`, color: 'jade', role },
  pointing: cursor ? { cursor } : {},
})
const onDesk = ([, x, y]: Spot) => ({ x, y })
const at = (pointers: ReturnType<typeof createPointers>, now: number) => pointers.at(now, onDesk, 100)

test('a cursor that appears is where it is, and glides from then on', () => {
  const pointers = createPointers()
  pointers.hear([other(1, ['desk', 100, 100])], 0)
  expect(at(pointers, 1)[0]?.at).toEqual({ x: 100, y: 100 })
  expect(pointers.hear([other(1, ['desk', 180, 100])], 1000)).toBe(1080)
  expect(at(pointers, 1000)[0]?.at).toEqual({ x: 100, y: 100 })
  expect(at(pointers, 1040)[0]?.at).toEqual({ x: 140, y: 100 })
  expect(at(pointers, 1080)[0]?.at).toEqual({ x: 180, y: 100 })
})

test('a message that comes in mid-glide turns the cursor from where it is', () => {
  const pointers = createPointers()
  pointers.hear([other(1, ['desk', 0, 0])], 0)
  pointers.hear([other(1, ['desk', 80, 0])], 100)
  pointers.hear([other(1, ['desk', 40, 80])], 140)
  expect(at(pointers, 140)[0]?.at).toEqual({ x: 40, y: 0 })
  expect(at(pointers, 180)[0]?.at).toEqual({ x: 40, y: 40 })
})

test('among sixty people, who speak five times a second, a cursor glides from one message to the next', () => {
  const pointers = createPointers()
  const crowd = (x: number) => Array.from({ length: 59 }, (_, i) => other(i, ['desk', x, i]))
  pointers.hear(crowd(0), 0)
  pointers.hear(crowd(240), 1000)
  expect(at(pointers, 1120)[0]?.at.x).toBe(120)
  expect(at(pointers, 1200)[0]?.at.x).toBe(200)
})

test('a message that says the same does not start anything', () => {
  const pointers = createPointers()
  pointers.hear([other(1, ['desk', 0, 0])], 0)
  expect(pointers.hear([other(1, ['desk', 0, 0])], 5000)).toBe(80)
})

test('the flag fades four seconds after the last move, the cursor goes after a minute', () => {
  const pointers = createPointers()
  pointers.hear([other(1, ['desk', 0, 0])], 0)
  expect(at(pointers, 3999)[0]?.flag).toBe(1)
  expect(at(pointers, 4050)[0]?.flag).toBeCloseTo(0.5)
  expect(at(pointers, 4200)[0]?.flag).toBe(0)
  expect(pointers.next(1, 100)).toBe(4000)
  expect(pointers.next(4000, 100)).toBe(4001)
  expect(pointers.next(4099, 100)).toBe(4100)
  expect(pointers.next(4100, 100)).toBe(60_000)
  expect(at(pointers, 60_000)).toEqual([])
  expect(pointers.next(60_000, 100)).toBeUndefined()
})

test('who stops pointing is gone at once, and a spot that cannot be shown here is not', () => {
  const pointers = createPointers()
  pointers.hear([other(1, ['desk', 0, 0]), other(2, ['parking', 5, 5])], 0)
  expect(pointers.at(1, spot => (spot[0] === 'parking' ? undefined : onDesk(spot)), 0)).toHaveLength(1)
  pointers.hear([other(1, undefined), other(2, ['parking', 5, 5])], 10)
  expect(at(pointers, 10)).toHaveLength(1)
})

test('in a crowd only facilitators and the six nearest to the middle wear flags', () => {
  const pointers = createPointers()
  const people = Array.from({ length: 20 }, (_, i) =>
    other(i, ['desk', i * 10, 0], i === 19 ? 'facilitator' : 'participant'),
  )
  pointers.hear(people.slice(0, 12), 0)
  expect(flagged(at(pointers, 1), { x: 0, y: 0 }).size).toBe(12)
  pointers.hear(people, 0)
  const named = [...flagged(at(pointers, 1), { x: 0, y: 0 })].map(({ person }) => person.id)
  expect(named).toEqual(['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p19'])
})

test('of many notes that another has chosen one bears the name: the first that is in view', () => {
  const ana = openTable().joins('Ana')
  for (let i = 0; i < 30; i++) ana.adds(`N${i}`, { to: 'costStructure' })
  const sights = createSights(ana.editor, {
    ...{ measure: text => text.length / 2, initials: name => name, onlyYou: 'Only you', calm: () => 0 },
  })
  const chosen = ana.idsOf('N22', 'N7', 'N6', 'N0').flatMap(id => sights.get(id) ?? [])
  const all = ana.editor.shown.areaRect('costStructure')
  const bears = (view: typeof all) => nameBearer(chosen, view)?.note.text
  expect(bears(all)).toBe('N0')
  const from = (text: string) => ({ ...all, y: ana.rect(text).y })
  expect(bears(from('N6'))).toBe('N6')
  expect(bears(from('N22'))).toBe('N22')
  expect(bears(from('N29'))).toBeUndefined()
})
