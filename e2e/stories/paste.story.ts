/** The clipboard: lists and cells become notes, notes go from board to board, and what holds a list is split. */
import type { Locator } from '@playwright/test'
import { pastes, putsOnClipboard } from '../support/clipboard.ts'
import { pngOf } from '../support/image-file.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const lines = (many: number): string => Array.from({ length: many }, (_, i) => `Note ${i + 1}`).join('\n')

/** Texts of the notes of a block, as the server has them. */
const textsIn = async (person: Person, area: string): Promise<readonly string[]> =>
  (await person.canvas()).notes.filter(({ place }) => place[0] === area).map(({ text }) => text)

const preview = ({ page }: Person, count: number): Locator =>
  page.getByRole('dialog', { name: `Paste ${count} notes`, exact: true })
const counts = ({ page }: Person, block: string): Locator =>
  page
    .locator('nn-paste')
    .getByRole('row', { name: new RegExp(`^${block}`) })
    .getByRole('cell')

/** Processor seconds of somebody's page so far. */
async function spent({ page }: Person): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
}

story(
  '[B14] lists and cells become notes where they belong, in less than a second and one step',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).joins(emptyBoard.links.participant)
    const { page } = ana
    await ana.presses('3')
    await pastes(ana, { text: lines(40) })
    await expect(preview(ana, 40)).toBeVisible()
    await expect(counts(ana, 'Channels')).toHaveText(['40'])
    await ana.isAccessible('the preview of what is pasted')
    const spentSoFar = await spent(ana)
    const before = await spentSoFar()
    await ana.presses('Enter')
    await expect(page.getByText('40 notes pasted.').first()).toBeVisible()
    expect((await spentSoFar()) - before).toBeLessThan(1)
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(lines(40).split('\n'))
    await ana.presses('Control+z')
    await expect.poll(async () => (await ana.canvas()).notes.length).toBe(0)

    // Cells, with a block in the first column; then all of them into one block that is chosen.
    const cells = 'Kanäle\tWebseite\r\nKey Partners\t"Banks\r\nand landlords"\r\n'
    await pastes(ana, { text: cells })
    await expect(counts(ana, 'Channels')).toHaveText(['1'])
    await expect(counts(ana, 'Key Partnerships')).toHaveText(['1'])
    await page.getByLabel('Into').selectOption('Cost Structure')
    await expect(counts(ana, 'Cost Structure')).toHaveText(['2'])
    await page.getByLabel('Into').selectOption('The blocks that are named in it')
    await page.getByRole('button', { name: 'Paste 2 notes' }).click()
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Webseite'])
    expect(await textsIn(ana, 'keyPartnerships')).toEqual(['Banks\nand landlords'])
    // A table of a page is read as cells, whatever its text says.
    const html = '<table><tr><td>Channels<td>Fair</tr><tr><td>Costs<td>Rent</tr></table>'
    await pastes(ana, { text: 'Channels\nFair\nCosts\nRent', html })
    await ana.presses('Enter')
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Webseite', 'Fair'])

    // A single line asks nothing; where somebody writes, it is text.
    await ana.presses('Escape', 'Escape', 'w')
    const sheet = await ana.sheet()
    const over = sheet.spot('revenueStreams', 300, 150)
    await page.mouse.move(over.x, over.y)
    await pastes(ana, { text: '  - Rent per night 👩‍👩‍👧\u0007  ' })
    await expect.poll(() => textsIn(ana, 'revenueStreams')).toEqual(['Rent per night 👩‍👩‍👧'])
    await ana.presses('Enter')
    await expect(page.getByRole('textbox', { name: 'Note in Revenue Streams' })).toBeFocused()
    await pastes(ana, { text: ', and\nper day' })
    await expect.poll(() => textsIn(ana, 'revenueStreams')).toEqual(['Rent per night 👩‍👩‍👧, and\nper day'])
    await ana.presses('Escape', 'Escape')

    // Text let go over a block goes into that block, wherever the keys would put it.
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', 'Dropped here')
      return transfer
    })
    const at = sheet.spot('keyActivities', 110, 220)
    for (const type of ['dragover', 'drop'])
      await page.dispatchEvent('nn-stage', type, { dataTransfer, clientX: at.x, clientY: at.y })
    await expect.poll(() => textsIn(ana, 'keyActivities')).toEqual(['Dropped here'])

    // A picture, too much, and nothing.
    await pastes(ana, { png: pngOf([12, 130, 120], { width: 40, height: 30 }) })
    await expect.poll(async () => (await ana.canvas()).notes.some(({ image }) => image !== undefined)).toBe(true)
    const toast = page.locator('nn-toast')
    await pastes(ana, { text: lines(10_000) })
    await expect(toast).toContainText('This is too much to paste: a canvas holds 5,000 notes.')
    await pastes(ana, { text: ' \n\t\n' })
    await expect(toast).toContainText('nothing on the clipboard')
    // A menu may ask the clipboard here, and puts its words where it was asked for.
    await putsOnClipboard(ana, { text: 'By menu' })
    const free = sheet.spot('costStructure', 700, 100)
    await page.mouse.click(free.x, free.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Paste' }).click()
    await expect.poll(() => textsIn(ana, 'costStructure')).toContain('By menu')

    const eve = await (await person('Eve')).joins(emptyBoard.links.observer)
    await pastes(eve, { text: 'May I?' })
    await expect(eve.page.locator('nn-toast')).toContainText('Your role does not let you add notes.')
  },
)
