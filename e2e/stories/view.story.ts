/** Looking at the canvas: whole, block and note by keys and in the foot; panning and pinching; what is seen stays readable. */
import type { Locator } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const foot = ({ page }: Person, name: string): Locator =>
  page.getByRole('group', { name: 'View' }).getByRole('button', { name, exact: true })

async function percentOf({ page }: Person): Promise<number> {
  const name = await page.getByLabel(/^Zoom \d+ percent$/).getAttribute('aria-label')
  return Number(name?.replace(/\D/g, ''))
}

/** Where the bar of the chosen note is: it goes with the sheet. */
async function barOf({ page }: Person): Promise<{ readonly x: number; readonly y: number }> {
  const box = await page.getByRole('group', { name: 'The chosen note' }).boundingBox()
  return { x: Math.round(box?.x ?? 0), y: Math.round(box?.y ?? 0) }
}

story('[B9] whole, block and note, by keys and in the foot', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  await expect(foot(ana, 'Whole')).toHaveAttribute('aria-pressed', 'true')
  const whole = await percentOf(ana)
  await ana.presses('2')
  await expect(foot(ana, 'Block')).toHaveAttribute('aria-pressed', 'true')
  expect(await percentOf(ana)).toBeGreaterThan(whole)
  await foot(ana, '7 Key Activities').click()
  await expect(foot(ana, '2 Value Propositions')).toBeVisible()
  // Escape goes one step out; a note needs to be chosen to be looked at.
  await ana.stage.focus()
  await ana.presses('Escape')
  await expect(foot(ana, 'Whole')).toHaveAttribute('aria-pressed', 'true')
  await ana.presses('ArrowRight', 'z')
  await expect(foot(ana, 'Note')).toHaveAttribute('aria-pressed', 'true')
  expect(await percentOf(ana)).toBe(Math.round((480 / 208) * 100))
  await ana.presses('b')
  await expect(foot(ana, 'Block')).toHaveAttribute('aria-pressed', 'true')
  await foot(ana, 'Whole').click()
  expect(await percentOf(ana)).toBe(whole)
  await foot(ana, 'Note').click()
  await expect(foot(ana, 'Note')).toHaveAttribute('aria-pressed', 'true')
  await ana.presses('w')
  expect(await percentOf(ana)).toBe(whole)
  await ana.presses('+')
  expect(await percentOf(ana)).toBe(Math.round(whole * 1.25))
  await ana.presses('-')
  expect(await percentOf(ana)).toBe(whole)
})

story('a panel lies beside the sheet, which fits itself anew', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const whole = await percentOf(ana)
  const wide = await ana.stage.boundingBox()
  await ana.page.getByRole('button', { name: 'People' }).click()
  await expect.poll(() => percentOf(ana)).toBeLessThan(whole)
  const [panel, stage] = [
    await ana.page.getByRole('complementary', { name: 'People' }).boundingBox(),
    await ana.stage.boundingBox(),
  ]
  expect((stage?.x ?? 0) + (stage?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
  await ana.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => percentOf(ana)).toBe(whole)
  expect(await ana.stage.boundingBox()).toEqual(wide)
})

story(
  'the wheel pans, with Ctrl it zooms around the pointer; the space bar and the hand move the sheet',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const { mouse, keyboard } = ana.page
    const sheet = await ana.sheet()
    await ana.clicks(sheet.middle('Mobile and desktop apps'))
    const before = await barOf(ana)
    await mouse.wheel(30, 40)
    await expect.poll(() => barOf(ana)).toEqual({ x: before.x - 30, y: before.y - 40 })
    const free = sheet.spot('costStructure', 900, 300)
    await keyboard.down('Space')
    await ana.takes(free, { x: free.x + 50, y: free.y + 20 })
    await ana.letsGo()
    await keyboard.up('Space')
    await expect.poll(() => barOf(ana)).toEqual({ x: before.x + 20, y: before.y - 20 })
    await ana.presses('h')
    await ana.takes(free, { x: free.x - 20, y: free.y + 20 })
    await ana.letsGo()
    await expect.poll(() => barOf(ana)).toEqual(before)
    await ana.presses('v')
    const zoom = await percentOf(ana)
    await keyboard.down('Control')
    await mouse.wheel(0, -25)
    await keyboard.up('Control')
    await expect.poll(() => percentOf(ana)).toBe(Math.round(sheet.zoom * 100 * Math.exp(0.25)))
    expect(await percentOf(ana)).toBeGreaterThan(zoom)
    // By none of this a note was moved.
    await ana.presses('w')
    expect((await ana.sheet()).middle('Mobile and desktop apps')).toEqual(sheet.middle('Mobile and desktop apps'))
    // What is painted again and again is copied from then on: there is nothing to see of that.
    const notes = { ...sheet.spot('keyPartnerships', 0, 0), width: 500, height: 250 }
    const day = await ana.paintedAt(free)
    await ana.page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(() => ana.paintedAt(free)).not.toBe(day)
    await ana.page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(() => ana.paintedAt(free)).toBe(day)
    const painted = await ana.page.screenshot({ clip: notes })
    for (const by of [40, -40, 40, -40, 40, -40]) {
      const { x } = await barOf(ana)
      await mouse.wheel(by, 0)
      await expect.poll(() => barOf(ana)).toMatchObject({ x: x - by })
    }
    expect((await ana.page.screenshot({ clip: notes })).equals(painted)).toBe(true)
  },
)

story('two fingers pinch, one moves the paper, and one on a note carries it', async ({ board, person }) => {
  const ana = await (await person('Ana', { tablet: true })).returnsTo(board.links.participant)
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  const zoom = await percentOf(ana)
  const hand = await ana.fingers()
  const sheet = await ana.sheet()
  const { x, y } = sheet.spot('valuePropositions', 240, 700)
  await hand.down({ x: x - 40, y }, { x: x + 40, y })
  await hand.move({ x: x - 80, y }, { x: x + 80, y })
  await hand.up()
  await expect.poll(() => percentOf(ana)).toBe(zoom * 2)
  await ana.page.getByRole('button', { name: 'Whole', exact: true }).tap()
  await expect.poll(() => percentOf(ana)).toBe(zoom)
  const from = sheet.middle('Record labels')
  const to = sheet.spot('valuePropositions', 240, 850)
  await hand.down(from)
  await hand.move({ x: (from.x + to.x) / 2, y: to.y })
  await hand.move(to)
  await hand.up()
  await ben.sees('Record labels', { in: 'Value Propositions' })
  expect(await percentOf(ana)).toBe(zoom)
  const before = await barOf(ana)
  const free = sheet.spot('costStructure', 900, 280)
  await hand.down(free)
  await hand.move({ x: free.x - 30, y: free.y - 20 })
  await hand.up()
  await expect.poll(() => barOf(ana)).toEqual({ x: before.x - 30, y: before.y - 20 })
})
