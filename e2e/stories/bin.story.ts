/** [B5] What was deleted lies in the bin, and comes back from there: one thing or many, with links, by pointer and by keyboard. */
import { expect, story } from '../support/story.ts'

story('[B5] twenty deleted notes come back in two actions, and the other sees it', async ({ nonagon, person }) => {
  const names = Array.from({ length: 20 }, (_, i) => `Partner ${String.fromCharCode(65 + i)}`)
  const markdown = `# A\n\n## Key Partnerships\n${names.map(name => `- ${name}\n`).join('')}\n## Channels\n- Shop\n`
  const board = await nonagon.makeBoard({ markdown })
  const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
  const ben = await (await person('Ben')).returnsTo(board.links.participant)
  await ana.note('Partner A', { in: 'Key Partnerships' }).getByRole('button').click()
  await ana.presses('Control+a', 'Delete')
  await ana.doesNotSee('Partner')
  await ana.isSaved()
  await ben.stage.focus()
  await ben.presses('Shift+B')
  const bin = ben.page.getByRole('complementary', { name: 'Bin' })
  const rows = bin.getByRole('listitem')
  await expect(rows).toHaveCount(20)
  await expect(rows.first()).toContainText(/^\s*Partner A\s*Key Partnerships, Ana, /)
  await ben.isAccessible('the bin')
  await bin.getByRole('checkbox', { name: 'Select all' }).check()
  await bin.getByRole('button', { name: 'Restore 20' }).click()
  await expect(bin).toContainText('Nothing was deleted.')
  for (const name of names) await ana.sees(name, { in: 'Key Partnerships' })
})

story(
  '[B5] one thing is found in the bin and restored by keyboard, in the outline',
  { tag: '@soak' },
  async ({ nonagon, person }) => {
    const board = await nonagon.makeBoard({ markdown: '# A\n\n## Channels\n- Shop\n- Fair\n' })
    const mei = await (await person('Mei')).returnsTo(board.links.participant, { outline: true })
    for (const text of ['Shop', 'Fair']) {
      await mei.note(text, { in: 'Channels' }).getByRole('button').focus()
      await mei.presses('Delete')
      await mei.doesNotSee(text)
    }
    await mei.presses('Shift+B')
    const bin = mei.page.getByRole('complementary', { name: 'Bin' })
    await expect(bin.getByRole('listitem').first()).toContainText('Fair')
    await bin.getByRole('searchbox', { name: 'Search the bin' }).focus()
    await mei.page.keyboard.type('sho')
    await expect(bin.getByRole('listitem')).toHaveCount(1)
    await bin.getByRole('button', { name: 'Restore: Shop' }).focus()
    await mei.presses('Enter')
    await mei.sees('Shop', { in: 'Channels' })
    await expect(bin.getByRole('searchbox')).toBeFocused()
    const eve = await (await person('Eve')).returnsTo(board.links.observer, { outline: true })
    await eve.addButton('Channels').focus()
    await eve.presses('Shift+B')
    const seen = eve.page.getByRole('complementary', { name: 'Bin' })
    await expect(seen.getByRole('listitem')).toContainText('Fair')
    await expect(seen.getByRole('button', { name: /^Restore/ })).toHaveCount(0)
  },
)
