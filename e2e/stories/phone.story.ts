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
    // What the bar has no room for is in the menu: taking back, finding, and a reaction that others see.
    await page.getByRole('complementary').getByRole('button', { name: 'Close' }).tap()
    const more = async (name: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).tap()
      await page.getByRole('menuitem', { name, exact: true }).tap()
    }
    await more('Undo')
    await expect(ben.note('Written on a phone', { in: 'Channels' })).toHaveCount(0)
    await more('Redo')
    await ben.sees('Written on a phone', { in: 'Channels' })
    await more('React')
    await page.getByRole('menu').getByRole('menuitem', { name: 'Idea' }).tap()
    await expect(ben.page.getByText('Ana reacts: Idea').first()).toBeVisible()
    await more('Find notes')
    await page.getByRole('search').getByRole('textbox').fill('written on')
    await ana.doesNotSee('Artists')
    await page.getByRole('search').getByRole('button', { name: 'Close' }).tap()
    // A finger that rests on a note opens its menu, and presses nothing when it lifts.
    const box = await ana.note('Written on a phone').getByRole('button').boundingBox()
    const fingers = await ana.fingers()
    await fingers.down({ x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 20 })
    await expect(page.getByRole('menu', { name: 'Menu of the note' })).toBeVisible()
    await fingers.up()
    await page.getByRole('menuitem', { name: 'Duplicate' }).tap()
    await expect(ben.note('Written on a phone', { in: 'Channels' })).toHaveCount(2)
    await more('Undo')
    await expect(ben.note('Written on a phone', { in: 'Channels' })).toHaveCount(1)
    // The sheet as a whole is behind the menu, and the outline a tap away from it.
    await more('Canvas')
    await expect(ana.stage).toBeVisible()
    expect(await fits()).toBe(true)
    // Two taps write, near enough to be read.
    const at = (await ana.sheet()).middle('Written on a phone')
    await page.touchscreen.tap(at.x, at.y)
    await page.touchscreen.tap(at.x, at.y)
    const field = page.getByRole('textbox', { name: /^Note in/ })
    await expect(field).toBeFocused()
    await expect.poll(async () => (await field.boundingBox())?.width).toBeGreaterThan(100)
    await page.keyboard.press('Escape')
    await page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Outline' }).tap()
    await ana.sees('Written on a phone', { in: 'Channels' })
  },
)
