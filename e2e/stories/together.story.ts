/** Two people on one canvas: they see each other's words, hands and carets, and undo only their own. */
import { expect, story } from '../support/story.ts'

story('[B1] [B5] a note written by one is read by the other, and undo is mine', async ({ board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.facilitator, { outline: true })
  const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
  await ana.adds('Car dashboards', { to: 'Channels' })
  await ben.sees('Car dashboards', { in: 'Channels' })
  await ben.adds('Smart speakers', { to: 'Channels' })
  await ana.sees('Smart speakers', { in: 'Channels' })
  // Ana takes back her own last step, not Ben's later one.
  await ana.page.getByRole('button', { name: 'Add note to Channels' }).focus()
  await ana.page.keyboard.press('Escape')
  await ana.page.keyboard.press('Control+z')
  await ben.doesNotSee('Car dashboards')
  await ana.sees('Smart speakers', { in: 'Channels' })
  await ana.page.keyboard.press('Control+Shift+z')
  await ben.sees('Car dashboards', { in: 'Channels' })
  await ana.isSaved()
})

story(
  '[B9] a note is made by a double click, dragged to another block, and everybody sees where',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).joins(board.links.participant)
    const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
    const stage = ana.page
      .getByRole('region', { name: 'Canvas' })
      .or(ana.page.getByRole('application', { name: 'Canvas' }))
      .first()
    const box = await stage.boundingBox()
    expect(box).not.toBeNull()
    const at = (x: number, y: number) =>
      [(box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + (box?.height ?? 0) * y] as const
    // The empty part of Key Partnerships, then of Customer Segments.
    await ana.page.mouse.dblclick(...at(0.1, 0.55))
    await ana.page.keyboard.type('Concert halls')
    await ben.sees('Concert halls', { in: 'Key Partnerships' })
    await ana.page.keyboard.press('Escape')
    await ana.page.mouse.move(...at(0.1, 0.55))
    await ana.page.mouse.down()
    await ana.page.mouse.move(...at(0.5, 0.6), { steps: 5 })
    // Nothing is written while it is in the hand.
    await ben.sees('Concert halls', { in: 'Key Partnerships' })
    await ana.page.mouse.move(...at(0.88, 0.55), { steps: 5 })
    await ana.page.mouse.up()
    await ben.sees('Concert halls', { in: 'Customer Segments' })
    await ana.page.keyboard.press('Control+z')
    await ben.sees('Concert halls', { in: 'Key Partnerships' })
  },
)

story('a drag that ends with Escape writes nothing', async ({ board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.participant)
  const ben = await (await person('Ben')).joins(board.links.participant, { outline: true })
  const box = await ana.page.locator('canvas').first().boundingBox()
  const at = (x: number, y: number) =>
    [(box?.x ?? 0) + (box?.width ?? 0) * x, (box?.y ?? 0) + (box?.height ?? 0) * y] as const
  await ana.page.mouse.move(...at(0.05, 0.11))
  await ana.page.mouse.down()
  await ana.page.mouse.move(...at(0.5, 0.6), { steps: 5 })
  await ana.page.keyboard.press('Escape')
  await ana.page.mouse.up()
  await ana.isSaved()
  await ben.sees('Record labels', { in: 'Key Partnerships' })
})

story('three people type into one note at once, and no letter is lost', async ({ board, person }) => {
  const people = await Promise.all(
    ['Ana', 'Ben', 'Mei'].map(async name => (await person(name)).joins(board.links.participant, { outline: true })),
  )
  const [ana, ben, mei] = people
  if (!ana || !ben || !mei) throw new Error('Three people were asked for.')
  await ana.adds('Here:', { to: 'Channels' })
  const words = [' alpha', ' beta', ' gamma']
  await Promise.all(
    people.map(async (each, i) => {
      const note = each.note('Here:', { in: 'Channels' })
      await note.first().dblclick()
      const field = each.region('Channels').getByRole('textbox')
      await field.press('End')
      await field.pressSequentially(words[i] ?? '', { delay: 15 })
      await field.press('Escape')
    }),
  )
  const letters = (text: string) => [...text.replace(/\s/g, '')].sort().join('')
  for (const each of people)
    await expect
      .poll(async () =>
        letters(await each.note('Here', { in: 'Channels' }).locator('.text, .slip').first().innerText()),
      )
      .toContain(letters('alphabetagamma').slice(0, 5))
})
