/** [B1] The front door: a board of one's own in two actions, in by a code, and oneself on another device. */
import type { Person } from '../support/person.ts'
import { expect, story, storyAlone } from '../support/story.ts'

const CANVAS = '# Courier co-op\n\n## Customer Segments\n\n- Restaurants\n- Florists\n\n## Channels\n\n- Telephone\n'

/** A file held over the page and let go. */
async function drops({ page }: Person, name: string, text: string): Promise<void> {
  await page.evaluate(
    ([name = '', text = '']) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text],
  )
}

story(
  '[B1] a new board is written on after two actions; the name is asked beside, and kept',
  async ({ nonagon, person }) => {
    const ana = await person('Ana')
    const { page } = ana
    await ana.opens(nonagon.url)
    await page.getByRole('button', { name: 'New board' }).click()
    await ana.isSaved()
    expect(new URL(page.url()).hash).toBe('')
    await expect(page.getByText('Others see you as Guest.')).toBeVisible()
    await ana.isAccessible('a new board that asks for a name')
    const name = page.getByRole('textbox', { name: 'Your name' })
    await name.fill('Ana')
    await page.getByRole('button', { name: 'Keep' }).click()
    await expect(name).toHaveCount(0)
    await expect(ana.stage).toBeFocused()
    await expect(page.getByRole('img', { name: 'Ana' })).toBeVisible()
    await ana.writesAt((await ana.sheet()).spot('channels', 140, 140), 'Website')
    await ana.isSaved()
    // The name holds for the next board, which does not ask.
    await ana.opens(nonagon.url)
    await page.getByRole('button', { name: 'Begin with an example' }).click()
    await page.getByRole('menuitem', { name: 'Airbnb' }).click()
    await ana.isSaved()
    await expect(page.getByRole('img', { name: 'Ana' })).toBeVisible()
    await expect(name).toHaveCount(0)
    await expect(page).toHaveTitle(/^Airbnb/)
  },
)

story('a door that does not come is said, and opens at the next try', async ({ board, nonagon, person }) => {
  const { page } = await person('Ben')
  await page.route('**/front-*.js', route => route.abort())
  const heading = page.getByRole('heading', { level: 1, name: 'The server cannot be reached.' })
  await page.goto(nonagon.url)
  await expect(heading).toBeVisible()
  await page.goto(board.links.participant)
  await expect(heading).toBeVisible()
  await page.unroute('**/front-*.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
})

story('the question for a name goes with Escape, and when writing begins', async ({ nonagon, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  const question = page.getByText('Others see you as Guest.')
  for (const leaves of [
    () => ana.presses('Escape'),
    async () => ana.doubleClicks((await ana.sheet()).spot('channels', 140, 140)),
  ]) {
    await ana.opens(nonagon.url)
    await page.getByRole('button', { name: 'New board' }).click()
    await ana.isSaved()
    await expect(question).toBeVisible()
    await leaves()
    await expect(question).toHaveCount(0)
  }
  await expect(page.getByRole('textbox', { name: 'Note in Channels' })).toBeFocused()
})

story(
  'a file becomes a board: dropped on the first page, or chosen there',
  { tag: '@soak' },
  async ({ nonagon, person }) => {
    const ana = await person('Ana')
    const { page } = ana
    await ana.opens(`${nonagon.url}/`)
    await expect(page.getByRole('button', { name: 'New board' })).toBeVisible()
    await drops(ana, 'co-op.md', CANVAS)
    await ana.isSaved()
    await expect(page).toHaveTitle(/^Courier co-op/)
    const { notes } = await ana.canvas()
    expect(notes.map(({ text }) => text).sort()).toEqual(['Florists', 'Restaurants', 'Telephone'])
    await ana.opens(`${nonagon.url}/`)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a file' }).click()
    await (await chooser).setFiles({ name: 'co-op.md', mimeType: 'text/markdown', buffer: Buffer.from(CANVAS) })
    await ana.isSaved()
    await expect(page).toHaveTitle(/^Courier co-op/)
    await ana.opens(`${nonagon.url}/`)
    await expect(page.getByRole('button', { name: 'New board' })).toBeVisible()
    await drops(ana, 'Our table.csv', 'Key Partners,Costs\n"Banks, small",Rent\n')
    await ana.isSaved()
    await expect(page).toHaveTitle(/^Our table/)
    const sorted = (await ana.canvas()).notes.map(({ text, place }) => `${place[0]}: ${text}`).sort()
    expect(sorted).toEqual(['costStructure: Rent', 'keyPartnerships: Banks, small'])
  },
)

story(
  '[B1] boards of before are a click away, are forgotten here, and not if one thinks again',
  { tag: '@soak' },
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).joins(board.links.participant)
    const { page } = ana
    await ana.opens(nonagon.url)
    const recent = page.getByRole('region', { name: 'On this device' })
    await expect(recent.getByRole('link', { name: 'Spotify' })).toContainText('today')
    await recent.getByRole('button', { name: 'Forget Spotify' }).click()
    await expect(recent.getByText('Spotify is forgotten here.')).toBeVisible()
    await expect(recent.getByRole('button', { name: 'Keep it' })).toBeFocused()
    await ana.isAccessible('the first page with a board that was forgotten')
    await ana.presses('Enter')
    await expect(recent.getByRole('button', { name: 'Forget Spotify' })).toBeFocused()
    await ana.presses('Enter')
    await page.reload()
    await expect(page.getByRole('button', { name: 'New board' })).toBeVisible()
    await expect(recent).toHaveCount(0)
    // Nothing of it is left on the device; on the board Ana is who she was.
    const left = await page.evaluate(async () => [
      ...Object.keys(localStorage),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ])
    expect(left.filter(name => name.includes(board.board))).toEqual([])
    await ana.opens(board.links.participant)
    await ana.isSaved()
  },
)

story(
  '[B1] in by the code that Ana shows: typed small and with a gap, on a telephone',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).joins(board.links.facilitator)
    await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
    const code = await ana.page.getByRole('status', { name: /^Code / }).innerText()
    expect(code).toMatch(/^[A-Z2-9]{3}-[A-Z2-9]{3}$/)
    const ben = await person('Ben', { phone: true })
    await ben.opens(nonagon.url)
    const field = ben.page.getByRole('textbox', { name: 'Code' })
    const join = ben.page.getByRole('button', { name: 'Join' })
    await join.tap()
    await expect(ben.page.getByText('Enter the six letters')).toBeVisible()
    await field.fill('AAA-AAA')
    await join.tap()
    await expect(ben.page.getByText('No board shows this code now.')).toBeVisible()
    await ben.isAccessible('a code that opens nothing')
    await field.fill(code.toLowerCase().replace('-', ' '))
    await join.tap()
    await expect(ben.page.getByText('You join as a participant')).toBeVisible()
    await ben.page.getByRole('textbox', { name: 'Your name' }).fill('Ben')
    await ben.page.getByRole('button', { name: 'Join' }).tap()
    await ben.isSaved()
    await ben.page.getByRole('button', { name: 'Write a note' }).tap()
    await ben.page.getByRole('textbox', { name: /^New note in/ }).fill('By code')
    await ben.presses('Enter')
    await expect.poll(async () => (await ana.canvas()).notes.some(({ text }) => text === 'By code')).toBe(true)
  },
)

story('[B1] Ana continues on another device: the same person, and her notes are hers', async ({ board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.participant, { outline: true })
  await ana.adds('From the laptop', { to: 'Channels' })
  await ana.page.getByRole('button', { name: 'People' }).click()
  await ana.page.getByRole('button', { name: 'Change Ana' }).click()
  await ana.page.getByRole('menuitem', { name: 'Continue on another device' }).click()
  await expect(ana.page.getByText('Whoever opens this link is Ana')).toBeVisible()
  await expect(ana.page.getByRole('img', { name: 'QR code of your link' })).toBeVisible()
  await ana.isAccessible('the link to another device')
  const link = await ana.page.getByRole('textbox', { name: 'Your link' }).inputValue()
  const tablet = await person('Ana', { tablet: true })
  await tablet.opens(link, { outline: true })
  await expect(tablet.page.getByRole('textbox')).toHaveCount(0)
  await tablet.isAccessible('a personal link')
  await tablet.page.getByRole('button', { name: 'Continue as Ana' }).click()
  await tablet.isSaved()
  await expect(tablet.page.getByRole('group', { name: 'Here now' }).getByRole('img')).toHaveCount(1)
  await tablet.adds('From the tablet', { to: 'Channels' })
  const { notes } = await ana.canvas()
  const [laptop, other] = ['From the laptop', 'From the tablet'].map(words => notes.find(({ text }) => text === words))
  expect(laptop?.author).toBeTruthy()
  expect(other?.author).toBe(laptop?.author)
})

storyAlone(
  'where only operators make boards, the page asks for their secret once',
  { tag: '@soak' },
  async ({ nonagon, person }) => {
    const secret = await nonagon.nameOperator('Olga')
    const ana = await person('Ana')
    const { page } = ana
    await ana.opens(nonagon.url)
    await page.getByRole('button', { name: 'New board' }).click()
    const field = page.getByRole('textbox', { name: 'Secret of an operator' })
    await expect(field).toBeFocused()
    await ana.isAccessible('the question for an operator’s secret')
    await field.fill('guessed')
    await ana.presses('Enter')
    await expect(page.getByText('The server does not know this secret.')).toBeVisible()
    await field.fill(secret)
    await page.getByRole('button', { name: 'Make the board' }).click()
    await ana.isSaved()
    await ana.opens(nonagon.url)
    await page.getByRole('button', { name: 'New board' }).click()
    await ana.isSaved()
  },
)

story('[B1] from a cold page to the first saved note on a slow laptop and a slow line', async ({ board, person }) => {
  const ana = await person('Ana')
  const { page } = ana
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const from = performance.now()
  await ana.joins(board.links.participant)
  await page.getByRole('application', { name: 'Canvas' }).waitFor()
  await ana.presses('3', 'n')
  await page.getByRole('textbox', { name: 'Note in Channels' }).fill('First')
  await expect.poll(async () => (await ana.canvas()).notes.some(({ text }) => text === 'First')).toBe(true)
  await ana.isSaved()
  const seconds = (performance.now() - from) / 1000
  console.log(`From a cold page to the first saved note: ${seconds.toFixed(1)} s, of 10 promised.`)
  // Ten are promised to a person with the machine to themselves; here other tests have it as well.
  expect(seconds).toBeLessThan(20)
})
