/** Voting as people do it, each with an editor of their own. */
import { expect, test, vi } from 'vitest'
import { openTable } from './test-board.ts'

/** Whatever was sent has come back. */
const settle = () => vi.waitFor(() => Promise.resolve())

function meeting() {
  const table = openTable()
  const ana = table.joins('Ana', { role: 'facilitator' })
  const ben = table.joins('Ben')
  ana.adds('Shop', { to: 'channels' })
  ana.adds('Fair', { to: 'channels' })
  ana.adds('Brand', { to: 'keyResources' })
  return { table, ana, ben, votes: table.votes }
}

const mine = (person: ReturnType<typeof meeting>['ben']): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...(person.editor.voting.now.value?.mine ?? [])].map(([id, dots]) => [
      person.canvas.notes.find(id)?.text ?? person.canvas.groups.get(id)?.title ?? id,
      dots,
    ]),
  )

test('[B7] a click in a vote is a dot, at the limit it says so, and Shift chooses only', async () => {
  const { ben, votes } = meeting()
  votes.opens({ dots: 3, perNote: 2 })
  await settle()
  ben.clicks(ben.middle('Shop')).clicks(ben.middle('Fair'), { shift: true })
  expect(mine(ben)).toEqual({ Shop: 1 })
  ben.doubleClicks(ben.middle('Shop'))
  expect(ben.editor.writing.value).toBeUndefined()
  expect(mine(ben)).toEqual({ Shop: 2 })
  expect(ben.heard.at(-1)).toEqual({ kind: 'noDot', fault: 'perNote', area: 'channels' })
  await vi.waitFor(() => expect(votes.of('ben')).toEqual({ [ben.id('Shop')]: 2 }))
})

test('[B7] a facilitator points at notes without giving dots, and gives them in words', async () => {
  const { ana, votes } = meeting()
  votes.opens()
  await settle()
  ana.clicks(ana.middle('Shop'))
  expect(mine(ana)).toEqual({})
  ana.editor.giveDots(ana.id('Shop'), 1)
  await vi.waitFor(() => expect(votes.of('ana')).toEqual({ [ana.id('Shop')]: 1 }))
})

test('[B7] notes outside of the voted blocks are no candidates, nor those under a closed group', async () => {
  const { ana, ben, votes } = meeting()
  votes.opens({ blocks: ['channels'] })
  await settle()
  expect(ben.editor.voting.isCandidate(ben.id('Brand'))).toBe(false)
  ben.clicks(ben.middle('Brand'))
  expect(mine(ben)).toEqual({})
  const group = ana.editor.groupNotes(ana.idsOf('Shop', 'Fair')) ?? ''
  ana.editor.nameGroup(group, 'Places')
  ana.editor.closeGroup(group)
  expect(ben.editor.voting.isCandidate(ben.id('Shop'))).toBe(false)
  const seat = ben.editor.shown.seatOf(ben.id('Shop'))
  if (!seat) throw new Error('The group stands nowhere.')
  ben.clicks({ x: seat.x + 100, y: seat.y + 60 })
  expect(mine(ben)).toEqual({ Places: 1 })
})

test('[B7] dots that are on their way are seen at once, and kept in the order in which they were given', async () => {
  const { ben, votes } = meeting()
  votes.opens({ dots: 5, perNote: 5 })
  await settle()
  const shop = ben.id('Shop')
  for (const more of [1, 1, 1, -1, 1]) ben.editor.giveDots(shop, more)
  expect(mine(ben)).toEqual({ Shop: 3 })
  expect(ben.editor.voting.now.value?.left.dots).toBe(2)
  await vi.waitFor(() => expect(votes.of('ben')).toEqual({ [shop]: 3 }))
  expect(mine(ben)).toEqual({ Shop: 3 })
})

test('[B7] a dot that does not get there is taken off again, and that is said', async () => {
  const { ben, votes } = meeting()
  votes.opens()
  await settle()
  votes.isOnline = false
  ben.editor.giveDots(ben.id('Shop'), 1)
  await vi.waitFor(() => expect(ben.heard.at(-1)).toEqual({ kind: 'dotFailed', why: 'unreachable' }))
  expect(mine(ben)).toEqual({})
})

test('[B7] who came later has no dots, and sees that', async () => {
  const { table, votes } = meeting()
  votes.opens({}, ['ana', 'ben'])
  const mei = table.joins('Mei')
  await settle()
  expect(mei.editor.voting.now.value).toMatchObject({ isVoter: false })
  mei.clicks(mei.middle('Shop'))
  expect(mine(mei)).toEqual({})
})

test('[B7] on another device the dots are spent already', async () => {
  const { table, ben, votes } = meeting()
  votes.opens({ dots: 2 })
  await settle()
  ben.editor.giveDots(ben.id('Shop'), 2)
  await vi.waitFor(() => expect(votes.of('ben')).toEqual({ [ben.id('Shop')]: 2 }))
  const again = table.joins('Ben')
  await vi.waitFor(() => expect(again.editor.voting.now.value?.left.dots).toBe(0))
})

test('[B7] badges: none while totals are hidden, live ones with the beat, results when it is closed, of the round one likes', async () => {
  const { ana, ben, votes } = meeting()
  const shown = () => ben.editor.voting.shown.value
  votes.opens({ live: true })
  await settle()
  ana.editor.giveDots(ana.id('Shop'), 2)
  await vi.waitFor(() => expect(votes.of('ana')).toEqual({ [ana.id('Shop')]: 2 }))
  expect(shown()).toBeUndefined()
  votes.beats()
  expect(shown()?.byNote.get(ana.id('Shop'))?.dots).toBe(2)
  votes.closes()
  expect(ben.editor.voting.now.value).toBeUndefined()
  expect(shown()?.byNote.get(ana.id('Shop'))?.dots).toBe(2)
  votes.opens()
  expect(shown()).toBeUndefined()
  votes.closes()
  expect(shown()?.round).toBe('round2')
  ben.editor.voting.show('round1')
  expect(shown()?.byNote.get(ana.id('Shop'))).toMatchObject({ rank: 1, isTied: false })
  ben.editor.voting.show(undefined)
  expect(shown()).toBeUndefined()
})

test('[B7] what I give on another device is mine here at once', async () => {
  const { ana, ben, votes } = meeting()
  votes.opens()
  await settle()
  votes.casts('ben', ben.id('Shop'), 2)
  expect(mine(ben)).toEqual({ Shop: 2 })
  expect(mine(ana)).toEqual({})
})
