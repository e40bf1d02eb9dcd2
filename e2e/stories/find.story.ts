/** [B14] Notes are found on the canvas and in the outline, while another goes on writing. */
import type { Locator } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const bar = ({ page }: Person): Locator => page.getByRole('search', { name: 'Find' })
const field = (person: Person): Locator => bar(person).getByRole('textbox', { name: 'Find notes' })
/** Paper in a corner without words, stripe or foot. */
const paperOf = (at: { readonly x: number; readonly y: number }, zoom: number) => ({
  x: at.x + 80 * zoom,
  y: at.y - 50 * zoom,
})

story(
  '[B14] Ctrl F finds by words and authors: the rest is drained, Enter goes from one to the next, Escape gives it back',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const empty = await ana.sheet()
    await ana.writesAt(empty.spot('channels', 128, 120), 'Café')
    await ana.writesAt(empty.spot('keyResources', 128, 120), 'Bakery')
    await ana.isSaved()
    const sheet = await ana.sheet()
    const bakery = paperOf(sheet.middle('Bakery'), sheet.zoom)
    const plain = await ana.paintedAt(bakery)
    await ana.presses('Control+f')
    await expect(field(ana)).toBeFocused()
    await field(ana).fill('cafe')
    await expect(bar(ana)).toContainText('1 note')
    await expect.poll(() => ana.paintedAt(bakery)).not.toBe(plain)
    await ben.adds('Café by the sea', { to: 'Channels' })
    await expect(bar(ana)).toContainText('2 notes')
    await ana.presses('Enter')
    await expect(bar(ana)).toContainText('1 of 2')
    await ana.presses('Enter')
    await expect(bar(ana)).toContainText('2 of 2')
    await ana.presses('Shift+Enter')
    await expect(bar(ana)).toContainText('1 of 2')
    await ana.isAccessible('find bar')
    await field(ana).fill('cafe @ben')
    await expect(bar(ana)).toContainText('1 note')
    await ana.presses('Escape')
    await expect(bar(ana)).toHaveCount(0)
    await expect(ana.stage).toBeFocused()
    await expect.poll(() => ana.paintedAt(bakery)).toBe(plain)
  },
)

story(
  '[B14] the outline lists what was found, by colour and tag too, and stands on it afterwards',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant, { outline: true })
    await ana.adds('Late trains #risk', { to: 'Channels' })
    await ana.adds('Tickets', { to: 'Revenue Streams' })
    await ana.adds('Strikes #risk', { to: 'Key Partnerships' })
    await ana.presses('Escape')
    await ana.page.getByRole('heading', { name: 'Channels' }).click()
    await ana.presses('/')
    await field(ana).fill('#risk')
    await expect(bar(ana)).toContainText('2 notes')
    await ana.doesNotSee('Tickets')
    await ana.sees('Late trains', { in: 'Channels' })
    await ana.presses('Enter')
    await expect(bar(ana)).toContainText('1 of 2: Late trains #risk, Channels')
    await bar(ana).getByRole('button', { name: 'Rose' }).click()
    await expect(bar(ana)).toContainText('None found')
    await bar(ana).getByRole('button', { name: 'Rose' }).click()
    await expect(bar(ana)).toContainText('2 notes')
    await field(ana).press('Shift+Enter')
    await expect(bar(ana)).toContainText('2 of 2: Strikes #risk, Key Partnerships')
    await ana.isAccessible('find bar in the outline')
    await ana.presses('Escape')
    await ana.sees('Tickets', { in: 'Revenue Streams' })
    await expect(ana.note('Strikes', { in: 'Key Partnerships' }).getByRole('button')).toBeFocused()
  },
)
