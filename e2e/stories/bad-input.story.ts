/** [B1] Whatever does not work is said in one sentence, with what to do about it. */
import type { Person } from '../support/person.ts'
import { secretOf } from '../support/nonagon.ts'
import { expect, story } from '../support/story.ts'

const says = (person: Person, heading: string) =>
  expect(person.page.getByRole('heading', { level: 1, name: heading })).toBeVisible()

story('a link that opens nothing says why', async ({ board, nonagon, person }) => {
  const eve = await person('Eve')
  const headers = {
    authorization: `Bearer ${secretOf(board.links.facilitator)}`,
    'content-type': 'application/json',
  }
  const api = `${nonagon.url}/api/boards/${board.board}/links`
  const { links } = (await (await fetch(api, { headers })).json()) as { links: { id: string; role: string }[] }
  const change = async (role: string, method: string, path = '', body: unknown = {}) => {
    const link = links.find(each => each.role === role)
    const answer = await fetch(`${api}/${link?.id}${path}`, { method, headers, body: JSON.stringify(body) })
    expect(answer.ok).toBe(true)
  }
  await change('participant', 'POST', '/rotate')
  await change('commenter', 'DELETE', '?people=keep')
  await change('observer', 'PATCH', '', { expiresAt: 1 })
  const whole = board.links.facilitator
  const cases = [
    [whole.slice(0, -5), 'A part of this link is missing.'],
    [`${nonagon.url}/b/${board.board}`, 'This browser is not signed in to that board.'],
    [`${whole.slice(0, -5)}AAAAA`, 'This link no longer opens a board.'],
    [`${nonagon.url}/b/nothing#${secretOf(whole)}`, 'This link no longer opens a board.'],
    [board.links.participant, 'This link was replaced.'],
    [board.links.commenter, 'This link was revoked.'],
    [board.links.observer, 'This link has expired.'],
  ] as const
  for (const [link, heading] of cases) {
    await eve.opens(link)
    await says(eve, heading)
  }
  await eve.isAccessible('a link that has expired')
  await eve.opens(`${nonagon.url}/nowhere`)
  await says(eve, 'There is no such page.')
  await eve.page.getByRole('link', { name: 'Go to the first page' }).click()
  await expect(eve.page.getByRole('button', { name: 'New board' })).toBeVisible()
})

story('a file that is no canvas makes no board, and says what is wrong with it', async ({ nonagon, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  await ana.opens(nonagon.url)
  await expect(page.getByRole('button', { name: 'New board' })).toBeVisible()
  const field = page.locator('input[type="file"]')
  const alert = page.getByRole('alert').filter({ hasText: /\S/ })
  for (const [name, text, sentence] of [
    ['photo.png', '\x89PNG\r\n\x1a\n\0\0', 'This is not a text file.'],
    ['list.json', '{"groceries": []', 'This begins like JSON'],
    ['list.md', 'Milk and bread', 'This text is not a canvas.'],
    ['nothing.md', '', 'This file is empty.'],
  ] as const) {
    await field.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text, 'latin1') })
    await expect(alert).toContainText(sentence)
  }
  expect(new URL(page.url()).pathname).toBe('/')
  await ana.isAccessible('a file that is no canvas')
})

story('a browser that keeps nothing: everything works, and what is not kept is said', async ({ board, person }) => {
  const ana = await person('Ana')
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  await ana.page.addInitScript(() => {
    for (const name of ['localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  await ana.returnsTo(board.links.participant, { outline: true })
  await expect(ana.page.getByText('anything else lasts only while this page is open').first()).toBeVisible()
  await ana.isAccessible('a browser that keeps nothing')
  await ana.page.getByRole('main').getByRole('button', { name: 'Close' }).click()
  await ana.adds('From nowhere', { to: 'Channels' })
  await ben.sees('From nowhere', { in: 'Channels' })
  await ana.isSaved()
  await ana.page.reload()
  await ana.sees('From nowhere', { in: 'Channels' })
})

story('a browser that refuses the cookie is told so after joining', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  await page.route('**/join', async route => {
    const response = await route.fetch()
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie')
    // What the browser would have been given is thrown away, as one with blocked cookies does.
    await page.context().clearCookies()
    await route.fulfill({ response, headers: Object.fromEntries(headers) })
  })
  await ana.opens(board.links.participant)
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
  await page.getByRole('button', { name: 'Join' }).click()
  await says(ana, 'This browser did not keep you signed in.')
  await ana.isAccessible('a browser without cookies')
})

story('without JavaScript the page says what it needs', async ({ browser, nonagon }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(nonagon.url)
  await expect(page.getByRole('heading', { name: 'Nonagon needs JavaScript to show a board.' })).toBeVisible()
  expect(
    await page
      .locator('.without')
      .first()
      .evaluate(each => getComputedStyle(each).maxWidth),
  ).toBe('720px')
  await context.close()
})

story(
  'a browser that is too old is told which ones work, and nothing else is tried',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await person('Ana')
    await ana.page.addInitScript(() => void Reflect.deleteProperty(HTMLElement.prototype, 'popover'))
    await ana.opens(board.links.participant)
    await says(ana, 'This browser is too old for Nonagon.')
    await expect(ana.page.getByText('Chrome and Edge from 114')).toBeVisible()
    await expect(ana.page.locator('nn-app')).toHaveCount(0)
  },
)
