/** The first minute: an empty board says where to begin, and hints go by doing what they tell, for good. */
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const hint = (who: Person) => who.page.getByRole('group', { name: 'Hint' })

story(
  'an empty board offers three ways to begin; N writes the first note where the slot is',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    await expect(hint(ana)).toContainText('Three ways to begin')
    await expect(ana.page.getByText(/^Start here: name a group of people/)).toBeVisible()
    await ana.isAccessible('an empty board')
    // An example shows what it brings, and one undo takes it away.
    await hint(ana).getByRole('button', { name: 'Look at Spotify' }).click()
    await expect(ana.page.getByRole('dialog', { name: 'Import a file' })).toBeVisible()
    await expect(ana.page.getByText('Spotify.md')).toBeVisible()
    await ana.presses('Escape')
    await hint(ana).getByRole('button', { name: 'Add a note' }).click()
    await ana.page.keyboard.type('Couriers')
    await ana.presses('Escape', 'Escape')
    await expect.poll(async () => (await ana.canvas()).notes.map(({ place }) => place[0])).toEqual(['customerSegments'])
    // What was done is not told: the next is to move.
    await expect(hint(ana)).toContainText('Drag a note')
  },
)

story(
  'hints go one after the other, by doing or by Escape, and never come again',
  { tag: '@soak' },
  async ({ board, emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    await expect(hint(ana)).toContainText('Double-click in any block')
    await ana.isAccessible('a hint')
    const sheet = await ana.sheet()
    await ana.writesAt(sheet.spot('customerSegments', 130, 600), 'Teachers')
    await expect(hint(ana)).toContainText('Drag a note')
    await ana.takes(sheet.middle('Record labels'), sheet.spot('keyPartnerships', 130, 700))
    await expect(hint(ana)).toHaveCount(0)
    await ana.letsGo()
    await expect(hint(ana)).toContainText('Link two notes')
    await ana.stage.focus()
    // One step out after the other; the hint is the last.
    await ana.presses('Escape', 'Escape')
    await expect(hint(ana)).toHaveCount(0)
    await ana.page.reload()
    await ana.isSaved()
    await expect(ana.page.getByRole('button', { name: 'Whole', exact: true })).toHaveAttribute('aria-pressed', 'true')
    await expect(hint(ana)).toHaveCount(0)
    const again = await (await person('Ana', { beside: ana })).returnsTo(emptyBoard.links.participant)
    await expect(hint(again)).toContainText('Three ways to begin')
    await hint(again).getByRole('button', { name: 'Put the hint away' }).click()
    await expect(hint(again)).toHaveCount(0)
  },
)

story('who may only read is told nothing', { tag: '@soak' }, async ({ emptyBoard, person }) => {
  const eve = await (await person('Eve')).returnsTo(emptyBoard.links.observer)
  await expect(eve.stage).toBeFocused()
  await expect(eve.page.getByText(/^Start here/)).toHaveCount(0)
  await expect(hint(eve)).toHaveCount(0)
})
