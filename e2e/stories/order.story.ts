/** [B23] Putting notes in order: what is nearly the same is looked for, and what lies about is put in line. */
import { expect, story } from '../support/story.ts'

story(
  '[B23] near-duplicates are shown by keyboard, grouped or kept apart for good on this device; then all is aligned, and a channel asks for its segment',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const { page } = ana
    await ana.presses('3', 'n')
    for (const text of ['Web shop', 'Webshop', 'Our radio', 'Radio, ours', 'Fairs']) {
      await page.keyboard.type(text)
      await ana.presses('Enter')
    }
    await ana.presses('Escape', 'w')
    await ana.isSaved()

    const look = async () => {
      await ana.presses('Control+k')
      await page.getByRole('combobox').fill('near-dup')
      await ana.presses('Enter')
      await expect(page.getByRole('dialog', { name: 'Near-duplicates' })).toBeVisible()
    }
    await look()
    const count = page.getByRole('status').filter({ hasText: /pair|duplicates/ })
    await expect(count).toHaveText('2 pairs.')
    await ana.isAccessible('near-duplicates')
    await page.getByRole('button', { name: 'Group them: Web shop, Webshop' }).press('Enter')
    await expect(count).toHaveText('1 pair.')
    // Focus went on to the pair that is left.
    await expect(page.getByRole('button', { name: 'Group them: Radio, ours, Our radio' })).toBeFocused()
    await ana.presses('Tab', 'Enter')
    await expect(count).toHaveText('No near-duplicates.')
    await ana.presses('Escape')
    await expect
      .poll(async () => (await ana.canvas()).notes.filter(({ group }) => group !== undefined).map(({ text }) => text))
      .toEqual(expect.arrayContaining(['Web shop', 'Webshop']))
    expect((await ana.canvas()).groups).toHaveLength(1)

    await page.reload()
    await ana.isSaved()
    await look()
    await expect(count).toHaveText('No near-duplicates.')
    await ana.presses('Escape')

    // All of the block in one column, and back.
    await ana.clicks((await ana.sheet()).middle('Fairs'))
    await ana.presses('Control+a', 'Shift+F10')
    await page.getByRole('menuitem', { name: 'Align left edges' }).click()
    await expect.poll(async () => new Set((await ana.canvas()).notes.map(({ place }) => place[1])).size).toBe(1)
    await ana.presses('Control+z')
    await expect.poll(async () => new Set((await ana.canvas()).notes.map(({ place }) => place[1])).size).toBe(2)

    // In the outline a note that touches segments asks for one, and the search has it first.
    await ana.presses('Escape', 'o')
    await ana.adds('Shoppers', { to: 'Customer Segments' })
    await ana.presses('Escape')
    await ana.note('Fairs').getByRole('button').click()
    const lacks = page.getByRole('button', { name: 'Link to a segment?' })
    await expect(lacks).toBeVisible()
    await ana.isAccessible('a note without a segment')
    await lacks.click()
    await expect(page.getByRole('combobox')).toBeFocused()
    await ana.presses('Enter')
    await expect(page.getByRole('complementary').getByText(/^Fairs \S.* Shoppers$/)).toBeVisible()
    await expect(lacks).toHaveCount(0)
  },
)
