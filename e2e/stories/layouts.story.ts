/** The layout is mine: it moves nobody's notes, holds on this device, and stays when the page comes anew. */
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const chooses = async (who: Person, layout: string) => {
  await who.page.getByRole('button', { name: 'More', exact: true }).click()
  await who.page.getByRole('menuitemradio', { name: layout }).click()
}
/** What is painted at a part of the stage. */
const colorAt = async (who: Person, x: number, y: number) => {
  const box = await who.stage.boundingBox()
  if (!box) throw new Error('There is no canvas.')
  return who.paintedAt({ x: box.x + x * box.width, y: box.y + y * box.height })
}

story(
  'another layout is for me alone, by menu or palette, and is kept for this board',
  { tag: '@soak' },
  async ({ board, emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const ben = await (await person('Ben')).returnsTo(board.links.participant)
    const before = await ana.canvas()
    const sheet = await ana.sheet()
    const note = sheet.middle('Record labels')
    const colored = await ana.paintedAt({ x: note.x, y: note.y + 20 })
    await chooses(ana, '3 × 3 layout')
    // Key Partnerships lie at the lower right there: where its note stood is another block now.
    await expect.poll(() => colorAt(ana, 0.06, 0.13)).not.toBe(colored)
    expect(await ben.paintedAt({ x: note.x, y: note.y + 20 })).toBe(colored)
    // The third from the left in the upper row is Channels: it is looked at by its key in either layout.
    await ana.presses('3')
    await expect(ana.page.getByRole('button', { name: '2 Value Propositions' })).toBeVisible()
    await ana.isAccessible('another layout')
    await ana.page.reload()
    await ana.isSaved()
    await ana.page.getByRole('button', { name: 'More', exact: true }).click()
    await expect(ana.page.getByRole('menuitemradio', { name: '3 × 3 layout' })).toBeChecked()
    await ana.presses('Escape')
    // Another board of the same device has its own.
    const other = await (await person('Ana', { beside: ana })).returnsTo(emptyBoard.links.participant)
    await other.page.getByRole('button', { name: 'More', exact: true }).click()
    await expect(other.page.getByRole('menuitemradio', { name: 'Classic layout' })).toBeChecked()
    await other.presses('Escape')
    await ana.presses('Control+k')
    await ana.page.getByRole('combobox').fill('classic')
    await ana.presses('Enter', 'w')
    await expect.poll(() => ana.paintedAt({ x: note.x, y: note.y + 20 })).toBe(colored)
    expect(await ana.canvas()).toEqual(before)
  },
)
