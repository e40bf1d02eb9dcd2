/** [B21] The palette: anything by some of its letters, on the canvas and in the outline, with a keyboard, a mouse or a finger. */
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const field = (who: Person) => who.page.getByRole('combobox', { name: 'Commands, blocks, notes and people' })
const row = (who: Person, name: string | RegExp) => who.page.getByRole('option', { name })
const isChosen = (who: Person, name: string | RegExp) => expect(row(who, name)).toHaveAttribute('aria-selected', 'true')

story('[B21] a command, a block, a note and a person are found, and gone to', async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant)
  const ben = await (await person('Ben')).returnsTo(board.links.participant)
  await ana.presses('Control+k')
  await expect(field(ana)).toBeFocused()
  await ana.isAccessible('the palette without a word')
  await ana.page.keyboard.type('rev')
  await isChosen(ana, 'Revenue Streams')
  await ana.presses('Enter')
  await expect(ana.page.getByRole('combobox')).toHaveCount(0)
  await expect(ana.page.getByRole('button', { name: 'Block', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(ana.stage).toBeFocused()
  // Words of a note, and its bar is there: it is chosen.
  await ana.presses('Control+k')
  await ana.page.keyboard.type('paying sub')
  await isChosen(ana, /^Paying subscribers/)
  await ana.presses('Enter')
  await expect(ana.page.getByRole('group', { name: 'The chosen note' })).toBeVisible()
  // A command, by scattered letters.
  await ana.presses('Control+k')
  await ana.page.keyboard.type('stwc')
  await isChosen(ana, 'Show the whole canvas')
  await ana.presses('Enter')
  await expect(ana.page.getByRole('button', { name: 'Whole', exact: true })).toHaveAttribute('aria-pressed', 'true')
  // Ben holds a note of Key Resources: Ana comes to it.
  await ben.clicks((await ben.sheet()).middle('Brand'))
  await ana.presses('Control+k')
  await field(ana).fill('ben')
  await row(ana, /^Ben/).click()
  await expect(ana.page.getByRole('button', { name: 'Block', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(ana.page.getByRole('button', { name: /Key Activities|Value Propositions/ }).first()).toBeVisible()
})

story(
  '[B21] the closest is chosen, arrows go round, Escape changes nothing',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
    await ana.presses('Control+k')
    await field(ana).fill('ke')
    const options = ana.page.getByRole('option')
    const count = await options.count()
    expect(count).toBeGreaterThan(3)
    const active = async () => {
      const id = await field(ana).getAttribute('aria-activedescendant')
      return ana.page.locator(`#${id}`).textContent()
    }
    await isChosen(ana, 'Keys')
    const before = await active()
    await ana.presses('ArrowUp')
    await expect(options.last()).toHaveAttribute('aria-selected', 'true')
    await ana.presses('ArrowDown')
    expect(await active()).toBe(before)
    await field(ana).fill('zzzz')
    await expect(ana.page.getByText('Nothing fits. Try fewer letters.')).toBeVisible()
    await ana.isAccessible('the palette with nothing')
    await ana.presses('Enter', 'Escape')
    await expect(ana.page.getByRole('combobox')).toHaveCount(0)
    await expect(ana.stage).toBeFocused()
    // A dialog that a command opens stays open.
    await ana.presses('Control+k')
    await field(ana).fill('share')
    await ana.presses('Enter')
    await expect(ana.page.getByRole('dialog', { name: 'Share' })).toBeVisible()
  },
)

story('[B21] what my role does not let me do is there with the reason', { tag: '@soak' }, async ({ board, person }) => {
  const eve = await (await person('Eve')).returnsTo(board.links.observer)
  await eve.presses('Control+k')
  await field(eve).fill('add a note')
  await expect(row(eve, /^Add a note/)).toHaveAttribute('aria-disabled', 'true')
  await expect(row(eve, /^Add a note/)).toContainText('Your role does not let you add notes.')
  await eve.isAccessible('the palette of an observer')
})

story(
  '[B21] in the outline it goes to the note in its list, also by finger',
  { tag: '@soak' },
  async ({ board, person }) => {
    const mei = await (await person('Mei')).returnsTo(board.links.participant, { outline: true })
    await mei.presses('Control+k')
    await field(mei).fill('record lab')
    await mei.presses('Enter')
    await expect(mei.note('Record labels').getByRole('button')).toBeFocused()
    const tom = await (await person('Tom', { phone: true })).returnsTo(board.links.participant)
    await tom.page.getByRole('button', { name: 'More', exact: true }).tap()
    await tom.page.getByRole('menuitem', { name: 'Find or do anything' }).tap()
    await field(tom).fill('record lab')
    expect((await row(tom, /^Record labels/).boundingBox())?.height).toBeGreaterThanOrEqual(44)
    expect(await tom.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await tom.isAccessible('the palette on a phone')
    await row(tom, /^Record labels/).tap()
    await expect(tom.note('Record labels').getByRole('button')).toBeFocused()
    await expect(tom.note('Record labels')).toBeInViewport()
  },
)
