/** What a role may not do, it is not offered; and what the page does not offer, the server refuses. */
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { addNote, change } from '../../shared/canvas/operations.ts'
import { secretOf } from '../support/nonagon.ts'
import { rawWith } from '../support/raw.ts'
import { expect, story } from '../support/story.ts'

story(
  '[B2] an observer reads everything and changes nothing, by page and by raw client',
  async ({ board, nonagon, person }) => {
    const eve = await (await person('Eve')).joins(board.links.observer, { outline: true })
    const ana = await (await person('Ana')).joins(board.links.participant, { outline: true })
    await eve.sees('Record labels', { in: 'Key Partnerships' })
    const add = eve.region('Channels').getByRole('button', { name: 'Add note to Channels' })
    await expect(add.or(eve.page.locator('nowhere'))).toHaveAttribute('aria-disabled', 'true')
    await eve.note('Record labels').dblclick()
    await expect(eve.page.getByRole('textbox', { name: /Text of the note/ })).toHaveCount(0)
    const raw = rawWith(secretOf(board.links.observer), 'Raw', { url: nonagon.url, path: `${board.board}/canvas/main` })
    await raw.synced()
    const canvas = openCanvas(raw.doc)
    change(canvas, 'raw', () =>
      addNote(canvas, { id: 'x', place: ['channels', 0, 0, 1], text: 'Smuggled', color: 'sky', author: '' }),
    )
    expect(await raw.ended()).toBe(4409)
    await ana.adds('Honest', { to: 'Channels' })
    await eve.sees('Honest', { in: 'Channels' })
    await ana.doesNotSee('Smuggled')
  },
)

story('it works on plain http under a name, where browsers offer less', async ({ board, nonagon, person }) => {
  const ana = await (await person('Ana')).joins(board.links.participant, {
    outline: true,
    host: `board.test:${nonagon.port}`,
  })
  expect(new URL(ana.page.url()).hostname).toBe('board.test')
  expect(await ana.page.evaluate(() => window.isSecureContext)).toBe(false)
  await ana.adds('Without https', { to: 'Channels' })
  await ana.isSaved()
  await ana.page.reload()
  await ana.isSaved()
  await ana.sees('Without https', { in: 'Channels' })
})

story('links that open nothing say so in one sentence', async ({ board, nonagon, person }) => {
  const eve = await person('Eve')
  for (const link of [
    `${nonagon.url}/b/${board.board}#wrong`,
    `${nonagon.url}/b/nothing#${secretOf(board.links.observer)}`,
    `${nonagon.url}/b/${board.board}`,
  ]) {
    await eve.page.goto(link)
    await expect(eve.page.getByText('This link no longer opens a board.')).toBeVisible()
  }
})
