/** [B21] axe finds nothing in any state of the page, by day and by night, on a screen and on a phone. */
import { changeRoleForGood } from '../support/role.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B21] axe: the first page, an invitation, and pages that say why there is no board',
  async ({ board, nonagon, person }) => {
    const eve = await person('Eve')
    await eve.opens(nonagon.url)
    await expect(eve.page.getByRole('button', { name: 'New board' })).toBeVisible()
    await eve.isAccessible('the first page')
    await eve.opens(board.links.participant)
    const join = eve.page.getByRole('button', { name: 'Join' })
    await join.click()
    await expect(eve.page.getByText('Write a name')).toBeVisible()
    await eve.isAccessible('an invitation, without a name')
    await eve.page.getByRole('textbox', { name: 'Your name' }).fill('Eve')
    await join.click()
    await eve.isSaved()
    await eve.opens(nonagon.url)
    await expect(eve.page.getByRole('heading', { name: 'On this device' })).toBeVisible()
    await eve.isAccessible('the first page with a board of before')
    await eve.opens(`${nonagon.url}/b/nothing#${'A'.repeat(22)}`)
    await expect(eve.page.getByRole('heading', { name: /no longer opens/ })).toBeVisible()
    await eve.isAccessible('a link that opens nothing')
  },
)

story('[B21] axe: the canvas, a chosen note, its menu, and the search for another', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
  const ben = await (await person('Ben')).returnsTo(board.links.participant)
  const { page } = ana
  const apps = (await ana.sheet()).middle('Mobile and desktop apps')
  await ben.clicks(apps)
  await ana.isAccessible('the canvas')
  await ana.clicks(apps)
  await expect(page.getByRole('group', { name: 'The chosen note' })).toBeVisible()
  await ana.isAccessible('a chosen note')
  await page.getByRole('button', { name: 'More for the note' }).click()
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await ana.isAccessible('the menu of a note')
  await ana.presses('Escape', 'l')
  await expect(page.getByRole('combobox')).toBeFocused()
  await ana.isAccessible('the search for a note to link')
})

story(
  '[B21] axe: block zoom while writing, a toast, and the sheet of keys',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const { page } = ana
    await ana.presses('3', 'ArrowRight', 'Enter')
    await expect(page.getByRole('textbox', { name: 'Note in Channels' })).toBeFocused()
    await ana.isAccessible('block zoom while writing')
    await ana.presses('Escape', 'Delete')
    await expect(page.getByText(/1 note deleted/).last()).toBeVisible()
    await ana.isAccessible('a toast')
    await ana.presses('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    await ana.isAccessible('the sheet of keys')
  },
)

story('[B21] axe: people, a question before somebody is removed, and sharing', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
  await (await person('Ben')).returnsTo(board.links.participant)
  const { page } = ana
  await page.getByRole('button', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Change Ben' }).click()
  await ana.isAccessible('the panel of people, with a menu')
  await page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  await expect(page.getByRole('button', { name: 'Remove Ben' })).toBeVisible()
  await ana.isAccessible('a question before somebody is removed')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('group', { name: 'Participant', exact: true }).getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('img', { name: 'QR code of a link for participants' })).toBeVisible()
  await ana.isAccessible('the share dialog')
})

story('[B21] axe: the chosen link, and an empty board', { tag: '@soak' }, async ({ emptyBoard, person }) => {
  const ana = await (await person('Ana')).returnsTo(emptyBoard.links.facilitator)
  await ana.isAccessible('an empty board')
  const sheet = await ana.sheet()
  await ana.writesAt(sheet.spot('channels', 140, 140), 'Website')
  await ana.writesAt(sheet.spot('customerSegments', 140, 140), 'Listeners')
  const [from, to] = [sheet.spot('channels', 140, 140), sheet.spot('customerSegments', 140, 140)]
  await ana.clicks(from)
  await ana.takes({ x: from.x + (104 + 3.5) * sheet.zoom, y: from.y }, to)
  await ana.letsGo()
  const half = 104 * sheet.zoom
  await ana.clicks({ x: (from.x + half + to.x - half) / 2, y: (from.y + to.y) / 2 })
  await expect(ana.page.getByRole('textbox', { name: 'Label of the link' })).toBeVisible()
  await ana.isAccessible('a chosen link')
})

story(
  '[B21] axe: the outline, its panel, a new note, a note being written, and an observer’s',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    await ana.isAccessible('the outline')
    await ana.note('Paying subscribers').getByRole('button').first().click()
    await ana.isAccessible('the panel of a note')
    await ana.beginsWriting('Paying subscribers', { in: 'Customer Segments' })
    await ana.isAccessible('a note being written')
    await ana.presses('Escape')
    await ana.addButton('Channels').click()
    await ana.isAccessible('the field for a new note')
    const eve = await (await person('Eve')).returnsTo(board.links.observer, { outline: true })
    await eve.isAccessible('the outline of an observer')
  },
)

story('[B21] axe: the outline on a phone', async ({ board, person }) => {
  const ana = await (await person('Ana', { phone: true })).returnsTo(board.links.facilitator)
  await ana.isAccessible('phone')
  await ana.page.getByRole('button', { name: 'Write a note' }).tap()
  await ana.isAccessible('phone, writing a note')
  await ana.presses('Escape')
  await ana.note('Paying subscribers').getByRole('button').first().tap()
  await ana.page.getByRole('button', { name: 'More for the note' }).tap()
  await ana.isAccessible('phone, the sheet of a note')
})

story('[B21] axe: offline, refused work, and removed', { tag: '@soak' }, async ({ board, nonagon, person }) => {
  const ana = await person('Ana', { ownLine: true })
  await ana.returnsTo(board.links.participant, { outline: true })
  ana.goesOffline()
  await ana.isOffline()
  await ana.adds('Too late', { to: 'Channels' })
  await ana.isAccessible('offline')
  await changeRoleForGood(nonagon, board, 'Ana', 'observer')
  await ana.comesBack()
  await expect(ana.region('Changes that were not taken')).toContainText('Too late', { timeout: 20_000 })
  await ana.isAccessible('refused work')
  await ana.presses('Escape')
  const ben = await (await person('Ben')).returnsTo(board.links.facilitator)
  await ben.page.getByRole('button', { name: 'People' }).click()
  await ben.page.getByRole('button', { name: 'Change Ana' }).click()
  await ben.page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  await ben.page.getByRole('button', { name: 'Remove Ana' }).click()
  await expect(ana.page.getByText('You were removed from this board.').first()).toBeVisible()
  await ana.isAccessible('removed')
})
