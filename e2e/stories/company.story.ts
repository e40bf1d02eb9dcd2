/** Being here with others: following them, and what is said in passing with light, signs and a few words. */
import { expect, story } from '../support/story.ts'

const ACCENT = '15, 102, 80'

story(
  '[B8] I follow somebody from their avatar, see their laser and reaction, read and answer their words, and my own pan ends it',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
    const ben = await (await person('Ben')).returnsTo(board.links.participant)
    // What fades is neither colour for long; this way it is there, then gone.
    await ben.page.emulateMedia({ reducedMotion: 'reduce' })
    await ben.page.getByRole('button', { name: 'Follow Ana' }).click()
    const tag = ben.page.getByText('Following Ana. Move to stop.')
    await expect(tag).toBeVisible()
    await expect(ben.page.getByRole('button', { name: 'Follow Ana' })).toHaveAttribute('aria-pressed', 'true')
    await ben.isAccessible('following')

    await ana.stage.focus()
    await ana.presses('3')
    await expect(ben.page.getByRole('button', { name: 'Block', exact: true })).toHaveAttribute('aria-pressed', 'true')
    const sheet = await ben.sheet({ level: 'block', area: 'channels' })
    // A short way to and fro: however slow the machine, the light still lies on both sides of the middle.
    const [from, to] = [sheet.spot('channels', 180, 440), sheet.spot('channels', 280, 440)]
    const middle = sheet.spot('channels', 230, 440)
    await ana.presses('x')
    let shines = true
    const shining = (async () => {
      await ana.takes(from, to)
      while (shines) for (const each of [from, to]) await ana.page.mouse.move(each.x, each.y, { steps: 8 })
      await ana.letsGo()
    })()
    await expect.poll(() => ben.paintedAt(middle), { intervals: [30] }).toBe(ACCENT)
    shines = false
    await shining
    await expect.poll(() => ben.paintedAt(middle)).not.toBe(ACCENT)

    await ana.presses('q', '3')
    await expect(ben.page.getByText('Ana reacts: Idea.')).toBeAttached()
    await ana.presses('i')
    await ana.page.getByRole('textbox', { name: 'What you say at your cursor' }).pressSequentially('Three of these')
    await expect(ben.page.getByText('Ana says: Three of these')).toBeAttached()
    await ana.isAccessible('saying something')
    await ana.presses('Escape')
    await expect(ana.page.getByRole('textbox', { name: 'What you say at your cursor' })).toHaveCount(0)

    const { x, y, width, height } = (await ben.stage.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    await ben.page.mouse.move(x + width / 2, y + height / 2)
    await ben.page.mouse.wheel(0, 120)
    await expect(tag).toHaveCount(0)
    await expect(ben.page.getByText('You no longer follow Ana.')).toBeAttached()
    await ana.presses('w')
    await ben.isSaved()
    await expect(ben.page.getByRole('button', { name: 'Whole', exact: true })).toHaveAttribute('aria-pressed', 'false')
  },
)
