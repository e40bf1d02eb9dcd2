/** Who may come in and what they may do: what the page does not offer, the server refuses. */
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { secretOf } from '../support/nonagon.ts'
import { rawWith } from '../support/raw.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B2] an observer reads everything and changes nothing, by page and by raw client',
  async ({ board, nonagon, person }) => {
    const eve = await (await person('Eve')).returnsTo(board.links.observer, { outline: true })
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    await eve.sees('Record labels', { in: 'Key Partnerships' })
    const note = eve.note('Record labels', { in: 'Key Partnerships' })
    await expect(eve.addButton('Channels')).toHaveAttribute('aria-disabled', 'true')
    await note.getByRole('button').dblclick()
    await expect(eve.page.getByText('Your role does not let you write in notes.').first()).toBeVisible()
    await expect(eve.page.getByRole('textbox')).toHaveCount(0)
    await note.getByRole('button').press('Delete')
    await eve.presses('m', '3', 'Alt+2')
    await eve.sees('Record labels', { in: 'Key Partnerships' })
    // The same on the canvas: no note by a double click, none moved by a drag.
    const before = await ana.canvas()
    await eve.stage
      .or(eve.page.getByRole('button', { name: 'Whole' }))
      .first()
      .click()
    const sheet = await eve.sheet()
    await eve.doubleClicks(sheet.spot('costStructure', 900, 280))
    await expect(eve.page.getByText('Your role does not let you add notes.').first()).toBeVisible()
    await expect(eve.page.getByRole('textbox')).toHaveCount(0)
    await eve.takes(sheet.middle('Record labels'), sheet.spot('customerSegments', 240, 700))
    await eve.letsGo()
    await expect(eve.page.getByText('Your role does not let you move notes.').first()).toBeVisible()
    const raw = rawWith(secretOf(board.links.observer), 'Raw', { url: nonagon.url, path: `${board.board}/canvas/main` })
    await raw.synced()
    const canvas = openCanvas(raw.doc)
    change(canvas, 'raw', () =>
      addNote(canvas, { id: 'x', place: ['channels', 0, 0, 1], text: 'Smuggled', color: 'sky', author: '' }),
    )
    expect(await raw.ended()).toBe(4409)
    await ana.adds('Honest', { to: 'Channels' })
    await expect.poll(async () => (await eve.canvas()).notes.length).toBe(before.notes.length + 1)
    await ana.doesNotSee('Smuggled')
    const after = new Map((await ana.canvas()).notes.map(each => [each.id, each]))
    for (const each of before.notes) expect(after.get(each.id)).toEqual(each)
  },
)

story(
  'a facilitator removes a person: the board closes for them in one sentence, and their words stay',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    await ben.adds('From Ben', { to: 'Channels' })
    await ana.sees('From Ben', { in: 'Channels' })
    await ana.page.getByRole('button', { name: 'People' }).click()
    await ana.page.getByRole('button', { name: 'Change Ben' }).click()
    await ana.page.getByRole('menuitem', { name: 'Remove from the board' }).click()
    await ana.page.getByRole('button', { name: 'Remove Ben' }).click()
    await expect(ben.page.getByText('You were removed from this board.').first()).toBeVisible()
    await expect(ben.saveState).toHaveText(/Closed/)
    await expect(ana.page.getByRole('group', { name: 'Here now' }).getByRole('img')).toHaveCount(1)
    await ana.sees('From Ben', { in: 'Channels' })
    // The page of before does not come back.
    await ben.page.reload()
    await expect(ben.page.getByRole('heading', { name: 'This browser is not signed in to that board.' })).toBeVisible()
  },
)

story(
  'a role that changes while somebody works is said, and holds at once',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    await ana.page.getByRole('button', { name: 'People' }).click()
    await ana.page.getByRole('button', { name: 'Change Ben' }).click()
    await ana.page.getByRole('menuitemradio', { name: 'Observer' }).click()
    await expect(ben.page.getByText('Your role on this board is now: Observer.').first()).toBeVisible()
    await expect(ben.addButton('Channels')).toHaveAttribute('aria-disabled', 'true')
    await ana.page.getByRole('button', { name: 'Change Ben' }).click()
    await ana.page.getByRole('menuitemradio', { name: 'Participant' }).click()
    await expect(ben.addButton('Channels')).not.toHaveAttribute('aria-disabled', 'true')
    await ben.adds('Back at work', { to: 'Channels' })
    await ana.sees('Back at work', { in: 'Channels' })
  },
)

story(
  'a link revoked at work: the board closes with one clear sentence, and nobody comes in by it',
  { tag: '@soak' },
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    const api = `${nonagon.url}/api/boards/${board.board}/links`
    const headers = { authorization: `Bearer ${secretOf(board.links.facilitator)}` }
    const { links } = (await (await fetch(api, { headers })).json()) as { links: { id: string; role: string }[] }
    const link = links.find(each => each.role === 'participant')
    expect((await fetch(`${api}/${link?.id}`, { method: 'DELETE', headers })).ok).toBe(true)
    await expect(ana.page.getByText('You were removed from this board.').first()).toBeVisible()
    await expect(ana.saveState).toHaveText(/Closed/)
    const late = await person('Late')
    await late.opens(board.links.participant)
    await expect(late.page.getByRole('heading', { name: 'This link was revoked.' })).toBeVisible()
  },
)

story('[M18] it works on plain http under a name, where browsers offer less', async ({ board, nonagon, person }) => {
  const host = `board.test:${nonagon.port}`
  const ana = await (await person('Ana')).joins(board.links.facilitator, { outline: true, host })
  expect(new URL(ana.page.url()).host).toBe(host)
  expect(await ana.page.evaluate(() => window.isSecureContext)).toBe(false)
  const ben = await (await person('Ben')).joins(board.links.participant, { outline: true, host })
  await ana.adds('Without https', { to: 'Channels' })
  await ben.sees('Without https', { in: 'Channels' })
  // Copying has no clipboard here: the link is selected, and the keys are named.
  await ana.page.getByRole('button', { name: 'Share', exact: true }).click()
  const participant = ana.page.getByRole('group', { name: 'Participant', exact: true })
  await participant.getByRole('button', { name: 'Copy link' }).click()
  await expect(ana.page.getByText(/Copied|to copy the link/).first()).toBeVisible()
  const made = await ana.page.getByRole('textbox', { name: 'Participant link' }).inputValue()
  expect(new URL(made).host).toBe(host)
  await ana.page.reload()
  await ana.isSaved()
  await ana.sees('Without https', { in: 'Channels' })
  const cem = await (await person('Cem')).joins(made, { outline: true })
  await cem.sees('Without https', { in: 'Channels' })
})
