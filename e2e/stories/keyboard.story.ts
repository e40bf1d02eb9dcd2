/** [B21] Everything with the keyboard alone: through the outline, and on the canvas. */
import { expect, story } from '../support/story.ts'

story(
  '[B21] join, write, change, move, order, link, label, delete and undo through the outline, without a pointer',
  async ({ board, person }) => {
    const mei = await person('Mei')
    const { page } = mei
    const { keyboard } = page
    await mei.opens(board.links.participant)
    // The name is asked for where the caret already is.
    await expect(page.getByRole('textbox', { name: 'Your name' })).toBeFocused()
    await keyboard.type('Mei')
    await mei.presses('Enter')
    await mei.isSaved()
    await expect(mei.stage).toBeFocused()
    // The first stop of the page is the way into the outline.
    await page.getByRole('link', { name: 'Skip to the outline' }).focus()
    await mei.presses('Enter')
    await expect(mei.region('Channels')).toBeVisible()
    await mei.addButton('Channels').focus()
    await mei.presses('Enter')
    await keyboard.type('Podcasts')
    await mei.presses('Enter')
    await keyboard.type('Cinemas')
    await mei.presses('Enter', 'Escape')
    await expect(mei.addButton('Channels')).toBeFocused()
    const channels = mei.region('Channels').getByRole('listitem')
    await expect(channels.nth(-2)).toContainText('Podcasts')
    await expect(channels.last()).toContainText('Cinemas')
    // Up and down walk the notes; Enter writes, Enter keeps.
    await channels.last().getByRole('button').focus()
    await mei.presses('ArrowUp', 'Enter', 'End')
    await keyboard.type(' and radio')
    await mei.presses('Enter')
    await mei.sees('Podcasts and radio', { in: 'Channels' })
    await expect(channels.nth(-2).getByRole('button')).toBeFocused()
    await mei.presses('Alt+ArrowDown')
    await expect(channels.last()).toContainText('Podcasts and radio')
    await expect(channels.last().getByRole('button')).toBeFocused()
    // M, then a digit: to the block of that number.
    await mei.presses('m', '8')
    await mei.sees('Podcasts and radio', { in: 'Key Partnerships' })
    const moved = mei.note('Podcasts and radio').getByRole('button')
    await expect(moved).toBeFocused()
    await mei.presses('Delete')
    await mei.doesNotSee('Podcasts and radio')
    await mei.presses('Control+z')
    await mei.sees('Podcasts and radio', { in: 'Key Partnerships' })
    // L, words of another note, Enter.
    await moved.focus()
    await mei.presses('l')
    await expect(page.getByRole('combobox')).toBeFocused()
    await keyboard.type('Artists who')
    await mei.presses('Enter')
    const panel = page.getByRole('complementary')
    await expect(panel.getByText(/^Podcasts and radio \S.* Artists who/)).toBeVisible()
    await panel.getByRole('button', { name: 'The chosen link' }).focus()
    await mei.presses('Enter', 'Enter')
    await expect(panel.getByRole('textbox', { name: 'Label of the link' })).toBeFocused()
    await keyboard.type('bring in')
    await mei.presses('Enter')
    await expect(panel.getByText(/Podcasts and radio bring in Artists who/)).toBeVisible()
    await mei.isSaved()
    // Its other end moves on, with the label.
    await panel.getByRole('button', { name: 'The chosen link' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Let the link reach another note' }).press('Enter')
    await keyboard.type('Paying sub')
    await mei.presses('Enter')
    await expect(panel.getByText(/Podcasts and radio bring in Paying subscribers/)).toBeVisible()
    // Several by Shift; a way through the palette, and to another block, leaves them chosen.
    const pressed = page.locator('nn-slip').getByRole('button', { pressed: true })
    await channels.last().getByRole('button').focus()
    await mei.presses('Shift+ArrowUp', 'Control+k', 'Escape')
    await expect(pressed).toHaveCount(2)
    await mei.presses('m', '0')
    const parked = mei.region('Parking lot').getByRole('listitem')
    await expect(parked).toHaveCount(2)
    await expect(pressed).toHaveCount(2)
    await expect(parked.getByRole('button').and(page.locator(':focus'))).toHaveCount(1)
    // In one closed group, one of them is found; then the name of the group stands for it.
    await mei.presses('g')
    await keyboard.type('Both')
    await mei.presses('Enter')
    await parked.first().getByRole('button').focus()
    await mei.presses('Control+a', 'Alt+g')
    await expect(parked).toHaveCount(0)
    await mei.presses('/')
    await keyboard.type('cinemas')
    await mei.presses('Enter', 'Escape')
    await expect(mei.region('Parking lot').getByRole('button', { name: 'Both 2 notes' })).toBeFocused()
    await mei.isSaved()
    await mei.presses('o')
    await expect(mei.region('Channels')).toHaveCount(0)
    await expect(mei.stage).toBeFocused()
  },
)

story(
  '[B21] on the canvas the same keys choose, write, carry, colour, link and delete',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const { keyboard } = ana.page
    await ana.presses('3', 'n')
    await keyboard.type('Website')
    await ana.presses('Control+Enter')
    await keyboard.type('Shop')
    await ana.presses('Escape', 'Escape', 'w')
    await ben.sees('Shop', { in: 'Channels' })
    await ana.presses('ArrowRight')
    await ana.presses('l')
    await keyboard.type('Shop')
    await ana.presses('Enter')
    await ben.note('Website').getByRole('button').click()
    await expect(ben.page.getByRole('complementary').getByText(/^Website \S.* Shop$/)).toBeVisible()
    await ana.presses('Enter', 'End')
    await keyboard.type(' and app')
    await ana.presses('Escape')
    await ben.sees('Website and app', { in: 'Channels' })
    await ana.presses('m', '1', 'Alt+3')
    await ben.sees('Website and app', { in: 'Customer Segments' })
    await expect.poll(async () => (await ben.canvas()).notes.map(note => note.color)).toContain('rose')
    await ana.presses('Control+d')
    await expect(ben.note('Website and app')).toHaveCount(2)
    await ana.presses('Delete')
    await expect(ben.note('Website and app')).toHaveCount(1)
    await ana.presses('Control+z', 'Control+z')
    await expect(ben.note('Website and app')).toHaveCount(1)
    await ana.presses('?')
    await expect(ana.page.getByRole('heading', { name: 'Keys' })).toBeInViewport()
    await ana.presses('Escape')
    await expect(ana.page.getByRole('dialog')).toHaveCount(0)
    await expect(ana.stage).toBeFocused()
  },
)

story(
  '[T1] notes are written one after the other: Enter goes on below, Tab beside, and an input method from the first sign on',
  async ({ board, person }) => {
    const mei = await person('Mei')
    // The scene comes late: nobody waits for it.
    let goesOn = () => undefined as void
    const late = new Promise<void>(resolve => (goesOn = resolve))
    await mei.page.route(/\/scene-[^/]*\.js/, route => late.then(() => route.continue()))
    await mei.returnsTo(board.links.participant)
    const before = new Set((await mei.canvas()).notes.map(({ id }) => id))
    await mei.stage.focus()
    await mei.presses('6', 'n')
    const composes = await mei.inputMethod()
    await composes('日', '日本', '日本語')
    await mei.page.keyboard.type(' too')
    goesOn()
    await expect(mei.stage.locator('canvas').first()).toBeAttached()
    await mei.presses('Enter')
    const field = mei.page.getByRole('textbox', { name: 'Note in Key Resources' })
    for (const [text, key] of [
      ['Brand', 'Enter'],
      ['Patents', 'Tab'],
      ['Staff', 'Shift+Enter'],
    ] as const) {
      await expect(field).toHaveValue('')
      await mei.page.keyboard.type(text)
      await mei.presses(key)
    }
    await mei.page.keyboard.type('and ours')
    await mei.presses('Enter')
    await composes('か', '可')
    await mei.presses('Enter', 'Escape')
    await expect(field).toHaveCount(0)
    await expect
      .poll(async () =>
        (await mei.canvas()).notes
          .filter(({ id }) => !before.has(id))
          .map(({ text }) => text)
          .sort(),
      )
      .toEqual(['Brand', 'Patents', 'Staff\nand ours', '可', '日本語 too'])
  },
)

story(
  '[B21] a block is tidied and notes are carried to the next block by keys, and Ctrl Z takes it back',
  { tag: '@soak' },
  async ({ nonagon, person }) => {
    const board = await nonagon.makeBoard({ markdown: '# A\n\n## Channels\n- Shop\n' })
    const mei = await (await person('Mei')).returnsTo(board.links.participant)
    const placeOf = async (text: string) =>
      (await mei.canvas()).notes.find(note => note.text === text)?.place.slice(0, 3)
    const sheet = await mei.sheet()
    const from = sheet.middle('Shop')
    await mei.takes(from, { x: from.x + 25, y: from.y + 60 })
    await mei.letsGo()
    await expect.poll(() => placeOf('Shop')).not.toEqual(['channels', 24, 56])
    const dragged = await placeOf('Shop')
    await mei.presses('y')
    await expect.poll(() => placeOf('Shop')).toEqual(['channels', 24, 56])
    await mei.presses('Control+z')
    await expect.poll(() => placeOf('Shop')).toEqual(dragged)
    await mei.presses('Control+Alt+ArrowLeft')
    await expect.poll(() => placeOf('Shop')).toEqual(['valuePropositions', 24, 56])
  },
)
