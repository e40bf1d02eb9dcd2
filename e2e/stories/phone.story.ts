/** [B21] On a phone the board is its outline: big targets, nothing scrolls sideways, the sheet one tap away. */
import { expect, story } from '../support/story.ts'

story(
  '[B21] on a phone: the outline first, write, choose, move, and look at the whole sheet',
  async ({ board, person }) => {
    const ana = await (await person('Ana', { phone: true })).returnsTo(board.links.participant)
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    const { page } = ana
    await expect(ana.region('Customer Segments')).toBeVisible()
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
    expect(await fits()).toBe(true)
    await page.getByRole('button', { name: 'Write a note' }).tap()
    await page.getByRole('textbox', { name: /^New note in/ }).fill('Written on a phone')
    await page.keyboard.press('Enter')
    await expect(ben.note('Written on a phone')).toHaveCount(1)
    await page.keyboard.press('Escape')
    // A smaller one still fits.
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await fits()).toBe(true)
    const slip = ana.note('Written on a phone').getByRole('button')
    expect((await slip.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await slip.tap()
    await page.getByRole('button', { name: 'More for the note' }).tap()
    await page.getByRole('button', { name: 'Move to block' }).tap()
    await page.getByRole('menuitem', { name: 'Channels' }).tap()
    await ben.sees('Written on a phone', { in: 'Channels' })
    // The sheet as a whole is behind the menu, and the outline a tap away from it.
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).tap()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('menuitem', { name: 'Canvas', exact: true }).tap()
    await expect(ana.stage).toBeVisible()
    expect(await fits()).toBe(true)
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).tap()
    await ana.sees('Written on a phone', { in: 'Channels' })
  },
)
