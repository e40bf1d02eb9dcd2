/** Private writing with browsers: each writes what only they see, others see counts, and the reveal shows it to all. */
import { BLANK_PLAN } from '../../shared/workshop/step.ts'
import { askers, bearer } from '../support/asks.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

async function startPrivately(url: string, board: MadeBoard): Promise<void> {
  const { ask } = askers(() => url)
  const plan = { ...BLANK_PLAN, title: 'Alone', visibility: 'private' }
  const { status } = await ask('POST', `/api/boards/${board.board}/commands`, {
    body: { id: 'begin', command: 'step.start', seq: 0, plan },
    headers: bearer(board, 'facilitator', 'Script'),
  })
  expect(status).toBe(200)
}

story(
  '[B4] two write in private and see counts of each other; a reload keeps it, the reveal shows it',
  async ({ nonagon, person }) => {
    const board = await nonagon.makeBoard()
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    const mei = await (await person('Mei')).returnsTo(board.links.participant)
    await startPrivately(nonagon.url, board)
    const strip = ben.page.getByRole('region', { name: 'Private writing' })
    await expect(strip).toContainText('Your name is kept with your notes, and shown.')
    await expect(mei.page.getByRole('region', { name: 'Private writing' })).toBeVisible()

    await ben.adds('Bens secret', { to: 'Channels' })
    await expect(ben.note('Bens secret')).toContainText('Only you see this')
    await mei.presses('3', 'n')
    const field = mei.page.getByRole('textbox', { name: 'Note in Channels' })
    await expect(field).toHaveAttribute('placeholder', /^Only you see this until the reveal\. Your name is shown/)
    await mei.page.keyboard.type('Meis secret')
    await mei.presses('Escape')
    await Promise.all([ben.isSaved(), mei.isSaved()])

    // Counts come on their beat; words do not.
    await expect(ana.region('Channels')).toContainText('2 notes, face down')
    await expect(ana.page.getByRole('list', { name: 'Hidden notes by person' })).toContainText('Ben: 1')
    await ana.doesNotSee('Bens secret')
    await ben.doesNotSee('Meis secret')
    await expect(ana.region('Channels').getByRole('listitem')).toHaveCount(0)

    // A facilitator reads who works how, and is asked before a reveal while somebody still writes.
    const row = (name: string) => ana.page.getByRole('row', { name: new RegExp(`^${name}`) })
    await mei.presses('Enter')
    await expect(row('Mei')).toHaveText(/Mei\s*1\s*Writing/)
    await ana.isAccessible('how people work')
    await ana.page.getByRole('button', { name: 'Reveal 2 notes' }).click()
    const ask = ana.page.getByRole('group', { name: 'Reveal anyway?' })
    await expect(ask).toContainText('One person is still writing.')
    await ask.getByRole('button', { name: 'Not yet' }).click()
    await mei.presses('Escape')
    await expect(row('Mei')).not.toContainText('Writing')

    await ben.page.reload()
    await ben.sees('Bens secret', { in: 'Channels' })
    await expect(ben.note('Bens secret')).toContainText('Only you see this')

    await expect(row('Ben')).toHaveText(/Ben\s*1\s*Here/)
    // One block, and of all else still nothing.
    await ben.adds('Bens partner', { to: 'Key Partnerships' })
    await ben.isSaved()
    await ana.page.getByRole('button', { name: 'Reveal a part' }).click()
    const part = (name: string) => ana.page.getByRole('button', { name, exact: true })
    await part('Reveal Key Partnerships (1)').click()
    await ana.sees('Bens partner', { in: 'Key Partnerships' })
    await expect(ana.region('Channels').getByRole('listitem')).toHaveCount(0)
    await expect(part('Reveal Key Partnerships (1)')).toHaveCount(0)
    // A chosen person, who is not the next: whose turn it is everybody sees, and of the other one still nothing.
    await part('Reveal Mei (1)').click()
    await ana.sees('Meis secret', { in: 'Channels' })
    await expect(strip).toContainText('It is the turn of Mei.')
    await ana.doesNotSee('Bens secret')
    await ana.addButton('Channels').focus()
    await ana.presses('Shift+E')
    await expect(strip).toContainText('It is your turn.')
    for (const each of [ana, ben]) {
      await each.sees('Bens secret', { in: 'Channels' })
      await expect(each.page.getByRole('listitem').filter({ hasText: 'Meis secret' })).toBeVisible()
    }
    // Somebody could write on; the facilitator says that it is over.
    await ana.page.getByRole('button', { name: 'End without notes' }).click()
    await expect(ben.page.getByRole('listitem').filter({ hasText: 'Bens secret' })).toHaveCount(1)
    await expect(ben.page.getByText('Only you see this')).toHaveCount(0)
    await expect(strip).toHaveCount(0)
    await mei.isSaved()
    // Nothing reaches back over it.
    await mei.presses('Control+z')
    await ana.sees('Bens secret', { in: 'Channels' })
    await expect(ana.page.getByRole('listitem').filter({ hasText: 'Meis secret' })).toBeVisible()
  },
)
