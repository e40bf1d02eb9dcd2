/** A session: a facilitator leads everybody through an agenda, and everybody knows what to do and how long still. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const WAITS = 'Who is new waits until a facilitator lets them in'

const steps = ({ page }: Person) => page.getByRole('list', { name: 'Steps' }).getByRole('listitem')
const opensAgenda = ({ page }: Person, text: string) =>
  page
    .locator('nn-agenda input[type=file]')
    .setInputFiles({ name: 'agenda.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** The second that a clock shows, once it shows one. */
async function secondsOf({ page }: Person): Promise<number> {
  const [minutes = 0, seconds = 0] = ((await page.getByRole('timer').textContent()) ?? '').trim().split(':').map(Number)
  return minutes * 60 + seconds
}

story(
  '[B3] [B6] a facilitator and a participant go through three steps, with a pause, more time, and back',
  async ({ board, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.facilitator)
    const ben = await (await person('Ben')).returnsTo(board.links.participant)
    const mei = await person('Mei', { phone: true })
    await ana.presses('a')
    await ana.page.getByRole('button', { name: /^The whole workshop/ }).click()
    await expect(ana.page.getByRole('list', { name: 'Steps' }).getByRole('listitem')).toHaveCount(12)
    await named(ana.page, 'Start the session').click()

    // The warm-up: it ticks itself, and the step lets people write.
    const step = ben.page.getByRole('complementary', { name: 'Step' })
    await expect(step.getByRole('heading', { name: 'Warm-up' })).toBeVisible()
    await expect(ben.page.getByRole('timer')).toHaveText(/^0[34]:\d\d$/)
    const first = step.getByRole('listitem').filter({ hasText: 'Add a note to the parking lot' })
    await expect(first).not.toContainText('Done')
    await ben.presses('0', 'n')
    await ben.page.keyboard.type('Hello')
    await ben.presses('Escape')
    await expect(first).toContainText('Done')

    // The next step changes what both see; what it does not allow is not offered. Who was writing just now may still seem to.
    const goesOn = async (title: string) => {
      await ana.presses(']')
      const heading = step.getByRole('heading', { name: title })
      const doubts = named(ana.page, 'Continue')
      await expect.poll(async () => (await doubts.isVisible()) || (await heading.isVisible())).toBe(true)
      if (await doubts.isVisible()) await doubts.click()
      await expect(heading).toBeVisible()
    }
    await goesOn('Segments: who exactly?')
    await expect(ana.page.getByRole('listitem').filter({ hasText: 'Segments: who exactly?' })).toHaveAttribute(
      'aria-current',
      'step',
    )
    await goesOn('Reveal, merge, give colours')
    await expect(step).toContainText('group notes')

    // Done with it holds over a reload, and the facilitator reads it.
    const row = ana.page.getByRole('row', { name: /^Ben/ })
    await ben.presses('r')
    await expect(row).toContainText('Ready')
    await ben.page.reload()
    await named(ben.page, 'Done. Undo').click()
    await expect(row).not.toContainText('Ready')

    // Paused, the clock stands; longer, it shows at once on every screen.
    await named(ana.page, 'Pause the timer').click()
    await expect(ben.page.getByText('Paused', { exact: true })).toBeVisible()
    const paused = await secondsOf(ben)
    await named(ana.page, 'Add 5 minutes').click()
    await expect.poll(() => secondsOf(ben)).toBe(paused + 300)
    await named(ana.page, 'Let the timer go on').click()
    await expect(ben.page.getByText('Paused', { exact: true })).toHaveCount(0)

    // Who comes late is in the running step, with the time that is left; on a phone as well, where nothing scrolls sideways.
    await mei.joins(board.links.participant)
    await expect(mei.page.getByRole('region', { name: 'Running step' })).toContainText('Step 3 of 12')
    expect(Math.abs((await secondsOf(mei)) - (await secondsOf(ana)))).toBeLessThanOrEqual(1)
    expect(await mei.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

    // There it is in one place that one is done, and has something to say.
    await expect(named(mei.page, 'I’m done')).toHaveCount(1)
    await named(mei.page, 'I’m done').click({ trial: true })
    await named(mei.page, 'Raise your hand').tap()
    await expect(named(mei.page, 'Lower your hand')).toHaveCount(2)
    await named(ana.page, 'Lower the hand of Mei').click()
    await expect(named(mei.page, 'Raise your hand')).toBeVisible()

    // The clock is seen over a dialog.
    await ben.presses('?')
    await expect(ben.page.getByRole('dialog')).toBeVisible()
    const clock = await ben.page.getByRole('timer', { includeHidden: true }).boundingBox()
    const dialog = await ben.page.getByRole('dialog').boundingBox()
    expect(dialog?.y ?? 0).toBeGreaterThan((clock?.y ?? 0) + (clock?.height ?? 0))
    await ben.presses('Escape')

    // Back takes input again, the end opens the board.
    await ana.presses('[')
    await expect(step.getByRole('heading', { name: 'Segments: who exactly?' })).toBeVisible()
    await named(ana.page, 'End the session').click()
    await expect(ben.page.getByRole('timer')).toHaveCount(0)
    await ana.isAccessible('the agenda')

    // What ran is in the report, and nothing of the warm-up.
    await named(ana.page, 'More').click()
    await ana.page.getByRole('menuitem', { name: 'Report of the session' }).click()
    const report = ana.page.getByRole('article')
    await expect(report.getByRole('listitem').filter({ hasText: 'Segments: who exactly?' }).first()).toContainText(
      '8 min planned',
    )
    await expect(report).not.toContainText('Warm-up')
    await expect(report).not.toContainText('Hello')
    await ana.isAccessible('the report')
  },
)

story(
  '[B3] an agenda is made, ordered and changed by keyboard alone, and others read it',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.facilitator)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant)
    const { page } = ana
    await ana.presses('a')
    await named(page, 'Begin with an empty step').press('Enter')
    await page.keyboard.type('Listen')
    await ana.presses('Escape')
    await expect(named(page, 'Listen')).toBeFocused()
    await named(page, 'Add a step').press('Enter')
    await page.keyboard.type('Write')
    await page.getByRole('spinbutton', { name: 'Minutes, 0 for no limit' }).fill('25')
    await ana.presses('Escape')
    await expect(named(page, 'Write')).toBeFocused()
    await ana.presses('Alt+ArrowUp')
    await expect(steps(ana)).toHaveText([/Write/, /Listen/])
    await expect(named(page, 'Write')).toBeFocused()
    await expect(page.getByText('35 minutes in all')).toBeVisible()

    // Minutes beyond all measure are put back.
    await ana.presses('Enter')
    const minutes = page.getByRole('spinbutton', { name: 'Minutes, 0 for no limit' })
    await minutes.fill('10000')
    await minutes.press('Tab')
    await expect(minutes).toHaveValue('25')
    await ana.presses('Escape')

    await ben.presses('a')
    await expect(steps(ben)).toHaveText([/Write/, /Listen/])
    await expect(ben.page.getByRole('button', { name: 'Add a step' })).toHaveCount(0)

    // What is undone in the agenda is the order, not what was set meanwhile.
    const lobby = page.getByRole('checkbox', { name: WAITS })
    await page.getByRole('tab', { name: 'People' }).click()
    await lobby.check()
    await page.getByRole('tab', { name: 'Agenda' }).click()
    await named(page, 'Undo in the agenda').click()
    await expect(steps(ben)).toHaveText([/Listen/, /Write/])
    await page.getByRole('tab', { name: 'People' }).click()
    await expect(lobby).toBeChecked()
  },
)

story(
  '[B3] who is new waits to be let in; a board is duplicated with its agenda, which a mouse orders and a file replaces',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.facilitator)
    const { page } = ana
    await ana.presses('a')
    await opensAgenda(ana, '## Listen\n- Minutes: 10\n## Write\n- Minutes: 25')
    await expect(steps(ana)).toHaveText([/Listen/, /Write/])
    await page.getByRole('tab', { name: 'People' }).click()
    await page.getByRole('checkbox', { name: WAITS }).check()

    // Who is new waits until a facilitator lets them in; who is muted reads only.
    const mei = await person('Mei')
    await mei.opens(emptyBoard.links.participant)
    await mei.page.getByRole('textbox', { name: 'Your name' }).fill('Mei')
    await named(mei.page, 'Join').click()
    await expect(mei.page.getByRole('heading', { name: 'You wait to be let in.' })).toBeVisible()
    await named(page, 'Let them in').click()
    await mei.isSaved()
    await page.getByRole('tab', { name: 'People' }).click()
    await named(page, 'Change Mei').click()
    await page.getByRole('menuitem', { name: 'Mute: let them read only' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Mei' })).toContainText('Muted: reads only')
    await expect(named(mei.page, 'Place a note')).toHaveAttribute('aria-disabled', 'true')
    await ana.isAccessible('who waits, and who is muted')

    // The same once more for another team: found by name, named, without notes; its agenda is there, and nobody of these.
    await ana.presses('Escape', 'Control+k')
    await page.getByRole('combobox').fill('duplicate this')
    await ana.presses('Enter')
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.type('Tuesday')
    await ana.presses('Tab', 'Space')
    await expect(page.getByRole('checkbox', { name: 'With its notes' })).not.toBeChecked()
    await ana.isAccessible('duplicating a board')
    await ana.presses('Tab', 'Enter')
    const way = page.getByRole('link', { name: 'Open Tuesday' })
    await expect(way).toBeFocused()
    await ana.isAccessible('a board that was duplicated')
    await page.goto(new URL((await way.getAttribute('href')) ?? '', page.url()).href)
    await ana.isSaved()
    await expect(named(page, 'Rename the board “Tuesday”')).toBeVisible()
    await ana.presses('a')
    await expect(steps(ana)).toHaveText([/Listen/, /Write/])

    // A mouse takes a step elsewhere, and back.
    await steps(ana).nth(1).dragTo(steps(ana).nth(0))
    await expect(steps(ana)).toHaveText([/Write/, /Listen/])
    await steps(ana).nth(0).dragTo(steps(ana).nth(1))
    await expect(steps(ana)).toHaveText([/Listen/, /Write/])

    // A file that is no agenda changes nothing and says why; one that is takes the place, and gives it back.
    await opensAgenda(ana, '## Talk\n- Minutes: 10000')
    await expect(page.getByText(/^This file is no agenda. Line 2: Minutes are a whole number/)).toBeVisible()
    await expect(steps(ana)).toHaveText([/Listen/, /Write/])
    await opensAgenda(ana, '## Talk\n- Minutes: 5')
    await expect(steps(ana)).toHaveText([/Talk/])
    await named(page, 'Undo in the agenda').click()
    await expect(steps(ana)).toHaveText([/Listen/, /Write/])
    await named(page, 'More for the agenda').click()
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Save as Markdown' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('Tuesday agenda.md')
    expect(await readFile(await saved.path(), 'utf8')).toBe(
      '# Tuesday\n\n## Listen\n\n- Minutes: 10\n\n## Write\n\n- Minutes: 25\n',
    )
  },
)
