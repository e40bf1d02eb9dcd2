/** The clipboard: lists and cells become notes, notes go from board to board, and what holds a list is split. */
import type { Locator } from '@playwright/test'
import { pastes, putsOnClipboard, textOnClipboard } from '../support/clipboard.ts'
import { pngOf } from '../support/image-file.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const lines = (many: number): string => Array.from({ length: many }, (_, i) => `Note ${i + 1}`).join('\n')

/** Texts of the notes of a block, as the server has them. */
const textsIn = async (person: Person, area: string): Promise<readonly string[]> =>
  (await person.canvas()).notes.filter(({ place }) => place[0] === area).map(({ text }) => text)

const preview = ({ page }: Person, count: number): Locator =>
  page.getByRole('dialog', { name: `Paste ${count} notes`, exact: true })
const counts = ({ page }: Person, block: string): Locator =>
  page
    .locator('nn-paste')
    .getByRole('row', { name: new RegExp(`^${block}`) })
    .getByRole('cell')

/** Processor seconds of somebody's page so far. */
async function spent({ page }: Person): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  }
}

story(
  '[B14] lists and cells become notes where they belong, in less than a second and one step',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const { page } = ana
    await ana.presses('3')
    await pastes(ana, { text: lines(40) })
    await expect(preview(ana, 40)).toBeVisible()
    await expect(counts(ana, 'Channels')).toHaveText(['40'])
    await ana.isAccessible('the preview of what is pasted')
    const spentSoFar = await spent(ana)
    const before = await spentSoFar()
    await ana.presses('Enter')
    await expect(page.getByText('40 notes pasted.').first()).toBeVisible()
    expect((await spentSoFar()) - before).toBeLessThan(1)
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(lines(40).split('\n'))
    await ana.presses('Control+z')
    await expect.poll(async () => (await ana.canvas()).notes.length).toBe(0)

    // Cells, with a block in the first column; then all of them into one block that is chosen.
    const cells = 'Kanäle\tWebseite\r\nKey Partners\t"Banks\r\nand landlords"\r\n'
    await pastes(ana, { text: cells })
    await expect(counts(ana, 'Channels')).toHaveText(['1'])
    await expect(counts(ana, 'Key Partnerships')).toHaveText(['1'])
    await page.getByLabel('Into').selectOption('Cost Structure')
    await expect(counts(ana, 'Cost Structure')).toHaveText(['2'])
    await page.getByLabel('Into').selectOption('The blocks that are named in it')
    await page.getByRole('button', { name: 'Paste 2 notes' }).click()
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Webseite'])
    expect(await textsIn(ana, 'keyPartnerships')).toEqual(['Banks\nand landlords'])
    // A table of a page is read as cells, whatever its text says.
    const html = '<table><tr><td>Channels<td>Fair</tr><tr><td>Costs<td>Rent</tr></table>'
    await pastes(ana, { text: 'Channels\nFair\nCosts\nRent', html })
    await ana.presses('Enter')
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Webseite', 'Fair'])

    // A single line asks nothing; where somebody writes, it is text.
    await ana.presses('Escape', 'Escape', 'w')
    const sheet = await ana.sheet()
    const over = sheet.spot('revenueStreams', 300, 150)
    await page.mouse.move(over.x, over.y)
    await pastes(ana, { text: '  - Rent per night 👩‍👩‍👧\u0007  ' })
    await expect.poll(() => textsIn(ana, 'revenueStreams')).toEqual(['Rent per night 👩‍👩‍👧'])
    await ana.presses('Enter')
    await expect(page.getByRole('textbox', { name: 'Note in Revenue Streams' })).toBeFocused()
    await pastes(ana, { text: ', and\nper day' })
    await expect.poll(() => textsIn(ana, 'revenueStreams')).toEqual(['Rent per night 👩‍👩‍👧, and\nper day'])
    await ana.presses('Escape', 'Escape')

    // Text let go over a block goes into that block, wherever the keys would put it.
    const dataTransfer = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', 'Dropped here')
      return transfer
    })
    const at = sheet.spot('keyActivities', 110, 220)
    for (const type of ['dragover', 'drop'])
      await page.dispatchEvent('nn-stage', type, { dataTransfer, clientX: at.x, clientY: at.y })
    await expect.poll(() => textsIn(ana, 'keyActivities')).toEqual(['Dropped here'])

    // A file that is a table and no canvas is looked at like what is pasted.
    const table = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Key Partners, Costs\n"Banks, small", Rent\n'], 'a.csv', { type: 'text/csv' }))
      return transfer
    })
    for (const type of ['dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: table })
    await expect(preview(ana, 2)).toBeVisible()
    await ana.presses('Enter')
    await expect.poll(() => textsIn(ana, 'keyPartnerships')).toContain('Banks, small')
    await ana.presses('Escape', 'Escape')

    // A picture, too much, and nothing.
    await pastes(ana, { png: pngOf([12, 130, 120], { width: 40, height: 30 }) })
    await expect.poll(async () => (await ana.canvas()).notes.some(({ image }) => image !== undefined)).toBe(true)
    const toast = page.locator('nn-toast')
    await pastes(ana, { text: lines(10_000) })
    await expect(toast).toContainText('This is too much to paste: a canvas holds 5,000 notes.')
    await pastes(ana, { text: ' \n\t\n' })
    await expect(toast).toContainText('nothing on the clipboard')
    // A menu may ask the clipboard here, and puts its words where it was asked for.
    await putsOnClipboard(ana, { text: 'By menu' })
    const free = sheet.spot('costStructure', 700, 100)
    await page.mouse.click(free.x, free.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Paste' }).click()
    await expect.poll(() => textsIn(ana, 'costStructure')).toContain('By menu')

    const eve = await (await person('Eve')).returnsTo(emptyBoard.links.observer)
    await pastes(eve, { text: 'May I?' })
    await expect(eve.page.locator('nn-toast')).toContainText('Your role does not let you add notes.')
  },
)

story(
  '[B14] notes are copied and cut, and come to another board with colours, links, groups and pictures',
  async ({ board, emptyBoard, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant)
    const there = await (await person('Ana', { beside: ana })).returnsTo(emptyBoard.links.participant)
    const sheet = await ana.sheet()
    const [one, two] = ['Record labels', 'Telecom operators'] as const
    await ana.page.bringToFront()
    await ana.clicks(sheet.middle(one))
    await ana.page.keyboard.down('Shift')
    await ana.clicks(sheet.middle(two))
    await ana.page.keyboard.up('Shift')
    await ana.presses('g', 'Escape')
    await ana.clicks(sheet.middle(one))
    await ana.page.keyboard.down('Shift')
    await ana.clicks(sheet.middle(two))
    await ana.page.keyboard.up('Shift')
    await ana.presses('Alt+3', 'Control+c')
    await expect(ana.page.getByText('2 notes copied.').first()).toBeVisible()

    // As Markdown they come into any field, or to a board as what they were.
    await ana.page.getByRole('button', { name: 'More for the note' }).click()
    await ana.page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
    await expect.poll(() => textOnClipboard(ana)).toContain(`## Key Partnerships\n- ${one}\n- ${two}\n`)
    await ana.presses('Control+c')

    // On this board they come beside; other programs get words.
    await ana.presses('Control+v')
    await expect.poll(async () => (await textsIn(ana, 'keyPartnerships')).filter(text => text === one).length).toBe(2)
    await ana.presses('Control+z')
    await expect.poll(async () => (await textsIn(ana, 'keyPartnerships')).filter(text => text === one).length).toBe(1)
    await ana.presses('Control+f')
    const find = ana.page.getByRole('textbox', { name: 'Find notes' })
    await find.press('Control+v')
    await expect(find).toHaveValue(`${one} ${two}`)
    await ana.presses('Escape', 'Escape')

    await there.page.bringToFront()
    await there.presses('1', 'Control+v')
    await expect(there.page.getByText('2 notes pasted.').first()).toBeVisible()
    await expect.poll(() => textsIn(there, 'customerSegments')).toEqual([one, two])
    const came = await there.canvas()
    expect(new Set(came.notes.map(({ color, group }) => `${color} ${group}`))).toEqual(
      new Set([`rose ${came.groups[0]?.id}`]),
    )
    const before = await ana.canvas()
    expect(came.notes.some(({ id }) => before.notes.some(note => note.id === id))).toBe(false)
    await there.presses('Control+z')
    await expect.poll(async () => (await there.canvas()).notes.length).toBe(0)

    // What is cut is gone here, until undo; a menu does it as well as the keys.
    await ana.page.bringToFront()
    await ana.presses('w')
    await ana.clicks(sheet.middle('No ads'))
    await ana.presses('Control+x')
    await expect(ana.page.getByText(/1 note deleted/).first()).toBeVisible()
    await there.page.bringToFront()
    await there.presses('Control+v')
    await expect.poll(() => textsIn(there, 'customerSegments')).toEqual(['No ads'])
    await ana.page.bringToFront()
    await ana.presses('Control+z')
    await expect.poll(() => textsIn(ana, 'valuePropositions')).toContain('No ads')
    await ana.clicks(sheet.middle('No ads'))
    await ana.page.getByRole('button', { name: 'More for the note' }).click()
    await ana.page.getByRole('menuitem', { name: 'Copy', exact: true }).click()
    await expect(ana.page.getByText('1 note copied.').first()).toBeVisible()

    // A picture comes along, and the other board has it by itself.
    const pictures = async (who: Person) => (await who.canvas()).notes.flatMap(({ image }) => image ?? [])
    await ana.presses('Escape')
    await pastes(ana, { png: pngOf([12, 130, 120], { width: 40, height: 30 }) })
    await expect.poll(async () => (await pictures(ana)).length).toBe(1)
    await ana.presses('Control+c')
    await there.page.bringToFront()
    await there.presses('Control+v')
    await expect.poll(() => pictures(there)).toEqual(await pictures(ana))
    const [hash = ''] = await pictures(there)
    const kept = await there.page.request.get(`${nonagon.url}/api/boards/${emptyBoard.board}/images/${hash}`)
    expect(kept.status()).toBe(200)
    await ana.page.bringToFront()

    // An observer copies, and cuts nothing.
    const eve = await (await person('Eve')).returnsTo(board.links.observer)
    await eve.clicks(sheet.middle('No ads'))
    await eve.presses('Control+x')
    await expect(eve.page.locator('nn-toast')).toContainText('Your role does not let you delete notes.')
    await eve.presses('Control+c')
    await expect(eve.page.locator('nn-toast')).toContainText('1 note copied.')
  },
)

story(
  '[B14] a note that holds a list is split, and the outline takes lists, opens addresses and chooses by tags',
  { tag: '@soak' },
  async ({ emptyBoard, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const { page } = ana
    await ana.presses('3', 'n')
    const field = page.getByRole('textbox', { name: 'Note in Channels' })
    await field.fill('Website\n- Fair')
    const hint = page.getByRole('button', { name: /^Split into/ })
    await expect(hint).toBeHidden()
    await field.press('Shift+Enter')
    await field.pressSequentially('- Shop')
    await expect(hint).toHaveText(/^\s*Split into 3 notes/)
    await ana.isAccessible('a note that holds a list')
    await hint.click()
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Website', 'Fair', 'Shop'])
    await ana.presses('Control+z')
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Website\n- Fair\n- Shop'])

    // Much text is more than one idea, which is said beside it.
    const idea = page.getByText('One idea per note')
    await ana.presses('Escape', '4', 'n')
    const words = page.getByRole('textbox', { name: 'Note in Customer Relationships' })
    await words.fill(`${'Calls every Monday, and '.repeat(5)}letters`)
    await expect(idea).toBeVisible()
    await ana.isAccessible('a note that says much')
    await words.fill('Calls')
    await expect(idea).toHaveCount(0)

    await ana.presses('Escape', 'Escape', 'o')
    await ana.beginsWriting('Website', { in: 'Channels' })
    await expect(hint).toBeVisible()
    await ana.isAccessible('a note of the outline that holds a list')
    await ana.presses('Control+Shift+Enter')
    await expect.poll(() => textsIn(ana, 'channels')).toEqual(['Website', 'Fair', 'Shop'])
    await ana.sees('Shop', { in: 'Channels' })

    // Several lines in the field for a new note are asked about; one is text.
    await ana.adds('First #money', { to: 'Cost Structure' })
    const added = page.getByRole('textbox', { name: 'New note in Cost Structure' })
    await added.focus()
    const address = `${nonagon.url}/healthz`
    await pastes(ana, { text: `Rent #Money\n${address}, says #money\nOthers` })
    await expect(counts(ana, 'Cost Structure')).toHaveText(['3'])
    await ana.presses('Enter')
    await ana.sees('Rent #Money', { in: 'Cost Structure' })
    await added.focus()
    await pastes(ana, { text: 'One line' })
    await expect(added).toHaveValue('One line')

    // An address is a link, which also the keys follow; on the canvas the mouse opens it with Ctrl.
    const link = page.getByRole('link', { name: address, exact: true })
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    const opened = () => page.context().waitForEvent('page')
    const byKey = opened()
    await link.press('Enter')
    await expect.poll(async () => (await byKey).url()).toBe(address)
    await (await byKey).close()

    // A tag of the chosen note chooses all that have it.
    await ana.note('Rent #Money').getByRole('button').click()
    const tag = page.getByRole('button', { name: 'Select all notes with #money' })
    await ana.isAccessible('an outline with an address, and a note with tags in the panel')
    await tag.click()
    await expect(page.getByRole('listitem').locator('button[aria-pressed=true]')).toHaveCount(3)

    await ana.presses('Escape', 'o', 'w')
    const sheet = await ana.sheet()
    const byMouse = opened()
    await page.keyboard.down('Control')
    await ana.clicks(sheet.middle(address))
    await page.keyboard.up('Control')
    await expect.poll(async () => (await byMouse).url()).toBe(address)
  },
)
