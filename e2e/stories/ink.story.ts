/** Drawing by hand: seen as it goes, under the notes, kept, erased whole, counted in the outline; by mouse, pen and finger. */
import type { Page } from '@playwright/test'
import type { At } from '../support/sheet.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const way = (from: At, to: At, steps = 12): readonly At[] =>
  Array.from({ length: steps }, (_, i) => ({
    x: from.x + ((to.x - from.x) * (i + 1)) / steps,
    y: from.y + ((to.y - from.y) * (i + 1)) / steps,
  }))

const hasStrokes = (person: Person, count: number) =>
  expect.poll(async () => (await person.canvas()).strokes.length).toBe(count)

/** A stylus, as the browser gets it: its pressure rises on the way. */
async function stylus(page: Page) {
  const session = await page.context().newCDPSession(page)
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: At, force: number) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, force, pointerType: 'pen' })
  return async (from: At, to: At) => {
    await send('mousePressed', from, 0.1)
    const points = way(from, to)
    for (const [i, at] of points.entries()) await send('mouseMoved', at, (i + 1) / points.length)
    await send('mouseReleased', to, 0)
  }
}

story(
  '[B12] Ana draws, Ben sees the line as it goes, and the eraser takes it away whole',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const ben = await (await person('Ben')).returnsTo(board.links.participant)
    const before = (await ana.canvas()).strokes.length
    const sheet = await ana.sheet()
    const [from, to] = [sheet.spot('costStructure', 700, 300), sheet.spot('costStructure', 1100, 200)]
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    await ana.page.getByRole('button', { name: 'Pen', exact: true }).click()
    await ana.page.getByRole('button', { name: 'plum' }).click()
    await ana.page.getByRole('button', { name: 'Thick' }).click()
    await ana.takes(from, to)
    // Still in her hand, and on his screen.
    await expect.poll(() => ben.paintedAt(middle)).toBe('122, 42, 107')
    await hasStrokes(ana, before)
    await ana.letsGo()
    await hasStrokes(ana, before + 1)
    await expect.poll(() => ben.paintedAt(middle)).toBe('122, 42, 107')
    // Escape writes nothing.
    await ana.takes(sheet.spot('costStructure', 700, 100), sheet.spot('costStructure', 900, 100))
    await ana.presses('Escape')
    await ana.letsGo()
    await hasStrokes(ana, before + 1)
    // Whole strokes, into the bin; undo brings it back.
    await ben.presses('e')
    await ben.takes({ x: middle.x, y: middle.y - 40 }, { x: middle.x, y: middle.y + 40 })
    await ben.letsGo()
    await hasStrokes(ben, before)
    await ben.presses('Control+z')
    await hasStrokes(ben, before + 1)
  },
)

story(
  '[B12] the outline counts the drawings of a block and can delete them; observers cannot',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const mei = await (await person('Mei')).returnsTo(board.links.observer, { outline: true })
    const sheet = await ana.sheet()
    await ana.presses('p')
    for (const y of [240, 270]) {
      await ana.takes(sheet.spot('revenueStreams', 700, y), sheet.spot('revenueStreams', 900, y))
      await ana.letsGo()
    }
    await hasStrokes(ana, 2)
    const seen = mei.region('Revenue Streams')
    await expect(seen.getByText('Drawings: 2')).toBeVisible()
    await expect(seen.getByRole('button', { name: 'Delete the drawings' })).toHaveCount(0)
    await ana.presses('Escape', 'o')
    await ana.region('Revenue Streams').getByRole('button', { name: 'Delete the drawings' }).click()
    await expect(seen.getByText(/Drawings/)).toHaveCount(0)
    await hasStrokes(ana, 0)
  },
)

story(
  '[B21] on a tablet a pen draws with pressure; from then on a finger moves the sheet, and draws nothing',
  async ({ board, person }) => {
    const ana = await (await person('Ana', { tablet: true })).returnsTo(board.links.participant)
    const { page } = ana
    const tool = page.getByRole('button', { name: 'Pen', exact: true })
    expect((await tool.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await tool.tap()
    const swatch = page.getByRole('button', { name: 'cobalt' })
    expect((await swatch.boundingBox())?.width).toBeGreaterThanOrEqual(44)
    const sheet = await ana.sheet()
    const fingers = await ana.fingers()
    // Nobody has a pen yet: the finger draws.
    const [a, b] = [sheet.spot('costStructure', 700, 200), sheet.spot('costStructure', 1100, 200)]
    await fingers.down(a)
    for (const at of way(a, b)) await fingers.move(at)
    await fingers.up()
    await hasStrokes(ana, 1)
    const draws = await stylus(page)
    await draws(sheet.spot('costStructure', 700, 260), sheet.spot('costStructure', 1100, 260))
    await hasStrokes(ana, 2)
    const strokes = (await ana.canvas()).strokes
    const pressures = strokes.map(({ points }) => points.filter((_, i) => i % 3 === 2))
    expect(pressures.some(list => Math.max(...list) - Math.min(...list) > 30)).toBe(true)
    await fingers.down(a)
    for (const at of way(a, { x: a.x, y: a.y - 60 })) await fingers.move(at)
    await fingers.up()
    await expect(page.getByRole('group', { name: 'View' }).getByRole('button', { name: 'Whole' })).toHaveAttribute(
      'aria-pressed',
      'false',
    )
    await hasStrokes(ana, 2)
  },
)

story(
  'a text label stands on the sheet without paper, until it is given a colour',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    const { page } = ana
    const sheet = await ana.sheet()
    const at = sheet.spot('costStructure', 300, 260)
    await page.mouse.move(at.x, at.y)
    await ana.presses('t')
    await page.getByRole('textbox', { name: /^Note in/ }).fill('Once a year')
    await ana.presses('Escape', 'Escape')
    await page.mouse.move(5, 5)
    await ben.sees('Once a year', { in: 'Cost Structure' })
    await expect
      .poll(async () => (await ana.canvas()).notes.find(({ text }) => text === 'Once a year')?.paper)
      .toBe('none')
    const { x, y, width, height } = (await ana.sheet()).note('Once a year')
    const corner = { x: x + width - 12, y: y + height - 20 }
    await expect.poll(() => ana.paintedAt(corner)).toBe('253, 252, 249')
    await ana.clicks({ x: x + width / 2, y: y + 12 })
    await ana.presses('Alt+5')
    await expect.poll(() => ana.paintedAt(corner)).toBe('186, 214, 249')
    await ana.presses('Control+z')
    await expect.poll(() => ana.paintedAt(corner)).toBe('253, 252, 249')
  },
)
