/** Two and three people on one canvas: each other's words, hands and carets, and an undo that is one's own. */
import type { Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const STRAW = '251, 230, 155'
/** A spot of the paper that neither words nor cursors cover, from the middle of a note at whole zoom. */
const paperBeside = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x - 46, y: y + 26 })

story('[B1] [B5] a note written by one is read by the other, and undo is mine', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.facilitator, { outline: true })
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  await ana.adds('Car dashboards', { to: 'Channels' })
  await ben.sees('Car dashboards', { in: 'Channels' })
  await ben.adds('Smart speakers', { to: 'Channels' })
  await ana.sees('Smart speakers', { in: 'Channels' })
  await ana.presses('Escape', 'Control+z')
  await ben.doesNotSee('Car dashboards')
  await ana.sees('Smart speakers', { in: 'Channels' })
  await ana.presses('Control+Shift+z')
  await ben.sees('Car dashboards', { in: 'Channels' })
  await ana.isSaved()
})

story(
  '[B5] undo among others: what another wrote into my note stays, and is said',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant, { outline: true })
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    await ana.adds('Hotels', { to: 'Channels' })
    await ana.adds('Airports', { to: 'Channels' })
    await ana.presses('Escape')
    await ben.sees('Hotels', { in: 'Channels' })
    const field = await ben.beginsWriting('Hotels', { in: 'Channels' })
    await field.pressSequentially(' and hostels')
    await field.press('Enter')
    await ana.sees('Hotels and hostels', { in: 'Channels' })
    // The last step of Ana's is hers alone; in the one before Ben has live work.
    await ana.presses('Control+z')
    await ben.doesNotSee('Airports')
    await ana.presses('Control+z')
    await expect(ana.page.getByText('Not taken back: adding a note.').first()).toBeVisible()
    await ben.sees('Hotels and hostels', { in: 'Channels' })
    await ana.presses('Control+Shift+z')
    await ben.sees('Airports', { in: 'Channels' })
    // Ben takes back his words, not the note, which is Ana's.
    await ben.presses('Control+z')
    await expect(ana.note('Hotels and hostels')).toHaveCount(0)
    await ana.sees('Hotels', { in: 'Channels' })
  },
)

story(
  '[B9] a note made by a double click is read while it is written; a drag is seen live, and is in the document only at the drop',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant)
    const mei = await (await person('Mei')).returnsTo(emptyBoard.links.observer, { outline: true })
    const sheet = await ana.sheet()
    const [here, there] = [sheet.spot('keyPartnerships', 240, 500), sheet.spot('customerSegments', 240, 500)]
    await ana.doubleClicks(here)
    await ana.page.keyboard.type('Concert halls')
    await mei.sees('Concert halls', { in: 'Key Partnerships' })
    await ana.presses('Escape')
    await expect.poll(() => ben.paintedAt(paperBeside(here))).toBe(STRAW)
    expect(await ben.paintedAt(paperBeside(there))).not.toBe(STRAW)
    await ana.takes(here, sheet.spot('channels', 240, 250), there)
    await expect.poll(() => ben.paintedAt(paperBeside(there))).toBe(STRAW)
    await mei.sees('Concert halls', { in: 'Key Partnerships' })
    expect((await ana.canvas()).notes.map(note => note.place[0])).toEqual(['keyPartnerships'])
    await ana.letsGo()
    await mei.sees('Concert halls', { in: 'Customer Segments' })
    await expect.poll(() => ben.paintedAt(paperBeside(there))).toBe(STRAW)
    await ana.presses('Control+z')
    await mei.sees('Concert halls', { in: 'Key Partnerships' })
    await expect.poll(() => ben.paintedAt(paperBeside(there))).not.toBe(STRAW)
  },
)

story(
  '[B9] two people drop into one place at once: both notes are there, and both screens show the same',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant)
    const sheet = await ana.sheet()
    const [hers, his] = [sheet.spot('keyPartnerships', 240, 500), sheet.spot('keyActivities', 240, 250)]
    const there = sheet.spot('customerSegments', 240, 500)
    await ana.writesAt(hers, 'From Ana')
    await ben.writesAt(his, 'From Ben')
    await Promise.all([ana.takes(hers, there), ben.takes(his, there)])
    await Promise.all([ana.letsGo(), ben.letsGo()])
    const areas = async () => (await ana.canvas()).notes.map(note => note.place[0])
    await expect.poll(areas).toEqual(['customerSegments', 'customerSegments'])
    for (const each of [ana, ben]) {
      await each.presses('Escape')
      await each.page.mouse.move(0, 0)
      await expect.poll(() => each.paintedAt(paperBeside(there))).toBe(STRAW)
    }
    const look = async ({ stage }: Person) => (await stage.screenshot()).toString('base64')
    await expect.poll(async () => (await look(ana)) === (await look(ben))).toBe(true)
  },
)

story('a drag that ends with Escape writes nothing', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const before = await ana.canvas()
  const sheet = await ana.sheet()
  await ana.takes(sheet.middle('Record labels'), sheet.spot('customerSegments', 240, 700))
  await ana.presses('Escape')
  await ana.letsGo()
  await ana.isSaved()
  // What is written after it is on disk, and with it all that would have been before.
  await ana.writesAt(sheet.spot('customerSegments', 240, 850), 'Written after it')
  await expect.poll(async () => (await ana.canvas()).notes.length).toBe(before.notes.length + 1)
  const after = new Map((await ana.canvas()).notes.map(note => [note.id, note.place]))
  for (const note of before.notes) expect(after.get(note.id)).toEqual(note.place)
})

story(
  'notes are added by a key, into the block gone to, and one after the other',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const { keyboard } = ana.page
    await ana.presses('1', 'n')
    await keyboard.type('Commuters')
    await ana.presses('Control+Enter')
    await keyboard.type('Runners')
    await ana.presses('Escape')
    await ben.sees('Commuters', { in: 'Customer Segments' })
    await ben.sees('Runners', { in: 'Customer Segments' })
    // At whole zoom N takes the tool, and the click says where.
    await ana.presses('Escape', 'w', 'Escape')
    const sheet = await ana.sheet()
    await ana.page.getByRole('button', { name: 'Place a note' }).click()
    await ana.clicks(sheet.spot('revenueStreams', 500, 200))
    await keyboard.type('Day passes')
    await ana.presses('Escape')
    await ben.sees('Day passes', { in: 'Revenue Streams' })
  },
)

story(
  'many at once: a rectangle and Shift choose, then they are coloured, carried, deleted and brought back',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const { page } = ana
    const first = await ana.sheet()
    for (const [i, text] of ['Trains', 'Ferries', 'Trams'].entries())
      await ana.writesAt(first.spot('channels', 140, 140 + i * 146), text)
    await ben.sees('Trams', { in: 'Channels' })
    const sheet = await ana.sheet()
    await ana.takes(sheet.spot('channels', 380, 60), sheet.spot('channels', 60, 490))
    await ana.letsGo()
    const bar = (name: string) => page.getByRole('group', { name })
    await expect(bar('3 notes chosen')).toBeVisible()
    // The bar of the note above lies over it, and gives way while Shift is down.
    await ana.clicks(sheet.middle('Trains'))
    await expect(bar('The chosen note')).toBeVisible()
    await page.keyboard.down('Shift')
    for (const text of ['Ferries', 'Trams', 'Ferries']) await ana.clicks(sheet.middle(text))
    await page.keyboard.up('Shift')
    await bar('2 notes chosen').getByRole('button', { name: 'Leaf' }).click()
    await ben.note('Trains').getByRole('button').click()
    const colour = ben.page.getByRole('complementary').getByRole('button', { name: 'Leaf' })
    await expect(colour).toHaveAttribute('aria-pressed', 'true')
    await ana.takes(sheet.middle('Trains'), sheet.spot('keyActivities', 140, 140))
    await ana.letsGo()
    await ben.sees('Trains', { in: 'Key Activities' })
    await ben.sees('Trams', { in: 'Key Activities' })
    await ben.sees('Ferries', { in: 'Channels' })
    await ana.presses('Delete')
    await ben.doesNotSee('Trains')
    await ben.doesNotSee('Trams')
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await ben.sees('Trains', { in: 'Key Activities' })
    await ben.sees('Trams', { in: 'Key Activities' })
  },
)

story(
  '[B10] a link is drawn from a note’s edge, labelled, read by the other, deleted and brought back',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const { page } = ana
    const first = await ana.sheet()
    await ana.writesAt(first.spot('channels', 140, 140), 'Website')
    await ana.writesAt(first.spot('customerSegments', 140, 140), 'Listeners')
    await ben.sees('Listeners', { in: 'Customer Segments' })
    const sheet = await ana.sheet()
    await ana.clicks(sheet.middle('Website'))
    const { x, y, width, height } = sheet.note('Website')
    await ana.takes({ x: x + width + 2, y: y + height / 2 }, sheet.middle('Listeners'))
    await ana.letsGo()
    await ben.note('Website').getByRole('button').click()
    const panel = ben.page.getByRole('complementary')
    await expect(panel.getByText(/^Website \S.* Listeners$/)).toBeVisible()
    // A press on the line chooses the link.
    const [from, to] = [sheet.note('Website'), sheet.note('Listeners')]
    await ana.clicks({ x: (from.x + from.width + to.x) / 2, y: (from.y + to.y + from.height) / 2 })
    const label = page.getByRole('textbox', { name: 'Label of the link' })
    await label.fill('reaches')
    await label.press('Enter')
    await expect(panel.getByText('Website reaches Listeners')).toBeVisible()
    await page.getByRole('button', { name: 'Delete the link' }).click()
    await expect(panel.getByText('No links yet.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await expect(panel.getByText('Website reaches Listeners')).toBeVisible()
  },
)

story(
  'three people type into one note at once: carets have names, and no letter is lost',
  async ({ emptyBoard, person }) => {
    const people = await Promise.all(
      ['Ana', 'Ben', 'Mei'].map(async name => (await person(name)).returnsTo(emptyBoard.links.participant)),
    )
    const [ana, ben, mei] = people as [Person, Person, Person]
    const spot = (await ana.sheet()).spot('channels', 140, 140)
    const field = (page: Page) => page.getByRole('textbox', { name: 'Note in Channels' })
    await ana.doubleClicks(spot)
    await ana.page.keyboard.type('Here:')
    for (const each of [ben, mei]) {
      await expect.poll(() => each.paintedAt(paperBeside(spot))).toBe(STRAW)
      await each.doubleClicks(spot)
      await expect(field(each.page)).toHaveValue('Here:')
      // The words may have come after the caret was set.
      await each.presses('End')
    }
    for (const each of people)
      for (const other of people)
        if (other !== each) await expect(each.page.locator('nn-note-editor').getByText(other.name)).toBeVisible()
    const words = [' alpha', ' beta', ' gamma']
    await Promise.all(people.map(({ page }, i) => field(page).pressSequentially(words[i] ?? '', { delay: 12 })))
    const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
    const all = letters(`Here:${words.join('')}`)
    for (const { page } of people) await expect.poll(async () => letters(await field(page).inputValue())).toBe(all)
    const values = await Promise.all(people.map(({ page }) => field(page).inputValue()))
    expect(new Set(values).size).toBe(1)
    expect(values[0]?.startsWith('Here:')).toBe(true)
    await mei.presses('Escape')
    await expect(ana.page.locator('nn-note-editor').getByText('Mei')).toHaveCount(0)
  },
)

story(
  'two windows of one person are one person, and each has its own undo',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const left = await (await person('Ana')).returnsTo(emptyBoard.links.participant, { outline: true })
    const right = await person('Ana', { beside: left })
    // This browser is known here: no name is asked for.
    await right.opens(emptyBoard.links.participant, { outline: true })
    await right.isSaved()
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    await expect(ben.page.getByRole('group', { name: 'Here now' }).getByRole('img')).toHaveCount(2)
    await left.adds('From the left', { to: 'Channels' })
    await right.sees('From the left', { in: 'Channels' })
    await right.adds('From the right', { to: 'Channels' })
    await left.sees('From the right', { in: 'Channels' })
    await left.presses('Escape', 'Control+z')
    await ben.doesNotSee('From the left')
    await ben.sees('From the right', { in: 'Channels' })
    await right.page.close()
    await ben.adds('One window less', { to: 'Channels' })
    await left.sees('One window less', { in: 'Channels' })
    await expect(ben.page.getByRole('group', { name: 'Here now' }).getByRole('img')).toHaveCount(2)
  },
)
