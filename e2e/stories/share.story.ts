/** [B1] Sharing: links that are copied at once, replaced, revoked; the sign for a room; a board deleted and taken back. */
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

async function shares({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('img', { name: 'QR code of a link for participants' })).toBeVisible()
}

const row = ({ page }: Person, name: string) => page.getByRole('group', { name, exact: true })

/** Chooses from the menu of a row. */
async function chooses(person: Person, name: string, entry: string): Promise<void> {
  await row(person, name)
    .getByRole('button', { name: /^More: / })
    .click()
  await person.page.getByRole('menuitem', { name: entry }).click()
}

async function copied({ page }: Person): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

story('[B1] a link is copied at once, labelled, and found among the others', async ({ nonagon, board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.facilitator)
  const { page } = ana
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nonagon.url })
  await shares(ana)
  await row(ana, 'Observer').getByRole('button', { name: 'Copy link' }).click()
  await expect(row(ana, 'Observer').getByRole('status')).toHaveText('Copied: the link for observers.')
  const link = await copied(ana)
  // The same link again, not one more.
  await row(ana, 'Observer').getByRole('button', { name: 'Copy link' }).click()
  expect(await copied(ana)).toBe(link)
  const eve = await (await person('Eve')).joins(link, { outline: true })
  await expect(eve.addButton('Channels')).toHaveAttribute('aria-disabled', 'true')
  await chooses(ana, 'Observer', 'Label it')
  await page.getByRole('textbox', { name: 'Label' }).fill('The board of directors')
  await ana.presses('Enter')
  await expect(row(ana, 'The board of directors')).toContainText('1 joined')
  await ana.isAccessible('the share dialog with a labelled link')
  await row(ana, 'The board of directors')
    .getByRole('button', { name: /^More: / })
    .click()
  await page.getByRole('menuitemradio', { name: 'Expires in a day' }).click()
  await expect(row(ana, 'The board of directors')).toContainText('expires')
  await chooses(ana, 'The board of directors', 'Show its QR code')
  await expect(page.getByRole('img', { name: 'QR code: The board of directors' })).toBeVisible()
  await ana.isAccessible('a link as a QR code')
  await ana.presses('Escape', 'Escape')
  await page.getByRole('button', { name: 'People' }).click()
  await expect(page.getByText('by “The board of directors”')).toBeVisible()
})

story(
  'a replaced link says so, and the new one is in the clipboard',
  { tag: '@soak' },
  async ({ nonagon, board, person }) => {
    const ana = await (await person('Ana')).joins(board.links.facilitator)
    await ana.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nonagon.url })
    await shares(ana)
    await chooses(ana, 'Participant', 'Replace it')
    await expect(row(ana, 'Participant').getByRole('status')).toContainText('The old one opens nothing any more.')
    const ben = await person('Ben')
    await ben.opens(board.links.participant)
    await expect(ben.page.getByRole('heading', { name: 'This link was replaced.' })).toBeVisible()
    await ben.joins(await copied(ana))
  },
)

story('a link revoked with its people removes them at work', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.facilitator)
  const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
  const { page } = ana
  await shares(ana)
  await expect(row(ana, 'Participant')).toContainText('1 joined')
  await chooses(ana, 'Participant', 'Revoke it')
  await page.getByRole('checkbox', { name: 'Also remove the one person who came by it' }).check()
  await ana.isAccessible('the question before a link is revoked')
  await page.getByRole('button', { name: 'Revoke the link' }).click()
  await expect(ben.page.getByText('You were removed from this board.').first()).toBeVisible()
  await expect(row(ana, 'Participant').getByRole('status')).toContainText('Revoked.')
  const late = await person('Late')
  await late.opens(board.links.participant)
  await expect(late.page.getByRole('heading', { name: 'This link was revoked.' })).toBeVisible()
})

story(
  '[B21] sharing by the keyboard alone, up to the sign for the room and back',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).joins(board.links.facilitator)
    const { page } = ana
    const open = page.getByRole('button', { name: 'Share', exact: true })
    await open.focus()
    await ana.presses('Enter')
    const copy = row(ana, 'Participant').getByRole('button', { name: 'Copy link' })
    await expect(copy).toBeVisible()
    for (let i = 0; i < 4 && !(await copy.evaluate(each => each.matches(':focus'))); i++) await ana.presses('Tab')
    await expect(copy).toBeFocused()
    await ana.presses('Enter')
    await expect(row(ana, 'Participant').getByRole('status')).toHaveText(/Copied|Press/)
    const full = page.getByRole('button', { name: 'Show full screen' })
    await full.focus()
    await ana.presses('Enter')
    await expect(page.getByRole('heading', { name: 'Join “Spotify”' })).toBeVisible()
    await ana.isAccessible('the sign for the room')
    await ana.presses('Escape')
    await expect(page.locator('nn-room-sign')).toHaveCount(0)
    await expect(full).toBeFocused()
    await ana.presses('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(open).toBeFocused()
  },
)

story(
  'the server starts anew while a code is shown: the next one shows itself',
  { tag: '@soak' },
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).joins(board.links.facilitator)
    await shares(ana)
    const code = ana.page.getByRole('status', { name: /^Code / })
    const before = await code.innerText()
    await nonagon.end('SIGKILL')
    await nonagon.start()
    await expect(code).not.toHaveText(before, { timeout: 30_000 })
    const ben = await person('Ben')
    await ben.opens(nonagon.url)
    await ben.page.getByRole('textbox', { name: 'Code' }).fill(await code.innerText())
    await ben.presses('Enter')
    await expect(ben.page.getByText('You join as a participant')).toBeVisible()
  },
)

story('[B1] an owner deletes the board while others work on it, and takes it back', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.owner)
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  await ben.adds('Still here', { to: 'Channels' })
  const { page } = ana
  await shares(ana)
  await page.getByRole('button', { name: 'Delete this board' }).click()
  await expect(page.getByText('Until')).toBeVisible()
  await ana.isAccessible('the question before a board is deleted')
  await page.getByRole('button', { name: 'Delete the board' }).click()
  await expect(page.getByRole('heading', { name: 'This board was deleted.' })).toBeVisible()
  await ana.isAccessible('a board that was deleted, for its owner')
  await expect(ben.page.getByText('This board is no longer there.').first()).toBeVisible()
  await ben.opens(board.links.participant)
  await expect(ben.page.getByText('an owner of the board can take it back')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Take the board back' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Take the board back' }).click()
  await ana.isSaved()
  await ben.opens(board.links.participant, { outline: true })
  await ben.isSaved()
  await ben.sees('Still here', { in: 'Channels' })
})
