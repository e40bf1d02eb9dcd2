/** Lost lines, killed servers, refused work: said in words, and nothing lost. */
import { secretOf } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B5] offline and back: what was written meanwhile is kept, waits, and joins the others',
  async ({ board, person }) => {
    const ana = await person('Ana')
    await ana.holdLines()
    await ana.joins(board.links.participant, { outline: true })
    const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
    await ana.cutLines()
    await ana.isOffline()
    await ana.adds('Written on a train', { to: 'Channels' })
    await expect(ana.saveState).toContainText(/Offline, \d+ changes? waiting/)
    await ben.adds('Written meanwhile', { to: 'Channels' })
    await ben.doesNotSee('Written on a train')
    ana.mendLines()
    await ben.sees('Written on a train', { in: 'Channels' })
    await ana.sees('Written meanwhile', { in: 'Channels' })
    await ana.isSaved()
  },
)

story(
  '[B5] offline work survives a closed page, and is sent when the board is opened again',
  async ({ board, nonagon, person, browser }) => {
    const context = await browser.newContext()
    const ana = await person('Ana', { context })
    await ana.joins(board.links.participant, { outline: true })
    await nonagon.end('SIGKILL')
    await ana.isOffline()
    await ana.adds('Survives', { to: 'Key Resources' })
    await expect(ana.saveState).toContainText(/1 change waiting/)
    // Leaving with unsaved work asks first.
    const asked = ana.page.waitForEvent('dialog')
    const closing = ana.page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await closing
    await nonagon.start()
    const again = await person('Ana', { context })
    await again.page.goto(`${new URL(board.links.participant).href.replace('#', '?view=outline#')}`)
    await again.isSaved()
    await again.sees('Survives', { in: 'Key Resources' })
    const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
    await ben.sees('Survives', { in: 'Key Resources' })
    await context.close()
  },
)

story(
  '[P1] the server is killed and restarted in mid-typing, and nobody loses a letter',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).joins(board.links.participant, { outline: true })
    const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
    await ana.adds('Start', { to: 'Cost Structure' })
    await ben.sees('Start', { in: 'Cost Structure' })
    await ana.note('Start', { in: 'Cost Structure' }).dblclick()
    const field = ana.region('Cost Structure').getByRole('textbox', { name: /Text of the note/ })
    await field.press('End')
    await field.pressSequentially(' before', { delay: 10 })
    await nonagon.end('SIGKILL')
    await field.pressSequentially(' during', { delay: 10 })
    await nonagon.start()
    await field.pressSequentially(' after', { delay: 10 })
    await field.press('Escape')
    await ana.isSaved()
    await ben.sees('Start before during after', { in: 'Cost Structure' })
  },
)

story(
  '[B2] refused work comes back as an offer, and can be added again when it is allowed',
  async ({ board, nonagon, person }) => {
    const api = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`${nonagon.url}/api/boards/${board.board}${path}`, {
        method,
        headers: { authorization: `Bearer ${secretOf(board.links.facilitator)}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      return (await response.json()) as { people: { id: string; name: string }[] }
    }
    const ana = await person('Ana')
    await ana.holdLines()
    await ana.joins(board.links.participant, { outline: true })
    await ana.cutLines()
    await ana.isOffline()
    await ana.adds('Written too late', { to: 'Channels' })
    const { people } = await api('GET', '/people')
    const me = people.find(each => each.name === 'Ana')
    await api('PATCH', `/people/${me?.id}`, { role: 'observer' })
    // For two seconds the old rights still hold; the server's own clock says when they are over.
    const over = Date.now() + 2_100
    await expect.poll(() => Date.now() > over, { intervals: [100], timeout: 5_000 }).toBe(true)
    ana.mendLines()
    const tray = ana.page
      .getByRole('region', { name: 'Changes that were not taken' })
      .or(ana.page.getByRole('complementary', { name: 'Changes that were not taken' }))
    await expect(tray.first()).toContainText('Written too late', { timeout: 20_000 })
    await ana.doesNotSee('Written too late')
    await ana.isAccessible('tray of refused work')
    await api('PATCH', `/people/${me?.id}`, { role: 'participant' })
    await tray
      .getByRole('button', { name: /Add again|parking lot/ })
      .first()
      .click()
    await expect(ana.note('Written too late')).toHaveCount(1)
    await ana.isSaved()
  },
)

story('a link revoked at work: the board closes with one clear sentence', async ({ board, nonagon, person }) => {
  const ana = await (await person('Ana')).joins(board.links.participant, { outline: true })
  const headers = { authorization: `Bearer ${secretOf(board.links.facilitator)}` }
  const links = (await (await fetch(`${nonagon.url}/api/boards/${board.board}/links`, { headers })).json()) as {
    links: { id: string; role: string }[]
  }
  const link = links.links.find(each => each.role === 'participant')
  await fetch(`${nonagon.url}/api/boards/${board.board}/links/${link?.id}`, { method: 'DELETE', headers })
  await expect(ana.page.getByText('You were removed from this board.').first()).toBeVisible()
  const late = await person('Late')
  await late.page.goto(board.links.participant)
  await expect(late.page.getByText('This link no longer opens a board.')).toBeVisible()
  await late.isAccessible('a link that opens nothing')
})
