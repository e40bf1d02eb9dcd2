/** A session's attention: whose hand is up, and a facilitator who shows everybody where to look. */
import { expect, story } from '../support/story.ts'

story(
  '[B8] [B22] a participant in the outline raises a hand, is brought to a block and led, and can write again afterwards',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    await ana.stage.focus()
    await ana.presses('u')
    await expect(ben.page.getByRole('region', { name: 'Hands up' })).toContainText('Ana')
    await ana.presses('u')
    await expect(ben.page.getByRole('region', { name: 'Hands up' })).toHaveCount(0)
    await ben.presses('u')
    await expect(ana.page.getByRole('region', { name: 'Hands up' })).toContainText('Ben')
    await ben.page.reload()
    await expect(ben.page.getByRole('region', { name: 'Hands up' })).toContainText('Ben')
    await ana.isAccessible('a hand is up')
    await ana.page.getByRole('button', { name: 'Lower the hand of Ben' }).click()
    await expect(ben.page.getByText('Your hand is down.')).toBeAttached()

    await ana.stage.focus()
    await ana.presses('3', 'f')
    await expect(ben.page.getByText('Ana brought you here.')).toBeAttached()
    await ana.presses('Shift+F')
    await expect(ana.page.getByText('Everyone sees what you show.')).toBeVisible()
    await expect(ben.page.getByText('Ana is showing you this.', { exact: true })).toBeVisible()
    await expect(ben.addButton('Channels')).toBeDisabled()
    await ben.isAccessible('led')
    await ana.page.getByRole('button', { name: 'Let everyone go' }).click()
    await expect(ben.page.getByText('Ana is showing you this.', { exact: true })).toHaveCount(0)
    await ben.adds('Written again', { to: 'Channels' })
  },
)
