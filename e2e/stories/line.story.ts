/** Lost lines, killed servers, closed pages, refused work: said in words, and nothing lost. */
import { fileURLToPath } from 'node:url'
import { openMemory } from '../../server/storage/memory.ts'
import type { Faults } from '../../server/storage/storage.ts'
import { startInProcess } from '../support/in-process.ts'
import { changeRole, changeRoleForGood } from '../support/role.ts'
import { expect, story } from '../support/story.ts'

story('[B5] offline and back: what was written meanwhile waits, and joins the others', async ({ board, person }) => {
  const ana = await person('Ana', { ownLine: true })
  await ana.returnsTo(board.links.participant, { outline: true })
  const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
  ana.goesOffline()
  await ana.isOffline()
  await expect(ana.page.getByText('No connection. Keep writing').first()).toBeVisible()
  await ana.adds('Written on a train', { to: 'Channels' })
  await expect(ana.saveState).toHaveText(/Offline, 1 change waiting/)
  await ana.adds('Written in a tunnel', { to: 'Channels' })
  await expect(ana.saveState).toHaveText(/Offline, 2 changes waiting/)
  await ben.adds('Written meanwhile', { to: 'Channels' })
  await ben.doesNotSee('Written on a train')
  await ana.comesBack()
  await ben.sees('Written on a train', { in: 'Channels' })
  await ben.sees('Written in a tunnel', { in: 'Channels' })
  await ana.sees('Written meanwhile', { in: 'Channels' })
  await ana.isSaved()
  await expect(ana.page.getByText('2 changes joined the board').first()).toBeVisible()
  // Undo still takes back what was done before the line was there again, and only mine.
  await ana.presses('Escape', 'Control+z')
  await ben.doesNotSee('Written in a tunnel')
  await ben.sees('Written meanwhile', { in: 'Channels' })
})

story(
  '[B5] what was moved and coloured offline on the canvas is so for everybody later',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await person('Ana', { ownLine: true })
    await ana.returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    const sheet = await ana.sheet()
    await ana.writesAt(sheet.spot('channels', 140, 140), 'Website')
    await ben.sees('Website', { in: 'Channels' })
    ana.goesOffline()
    await ana.isOffline()
    // While the banner is shown the stage is lower by its height; the keys find the note wherever it is.
    await ana.stage.focus()
    await ana.presses('ArrowRight', 'Alt+7', 'm', '9')
    await expect(ana.saveState).toHaveText(/Offline, 2 changes waiting/)
    await ana.comesBack()
    await ben.sees('Website', { in: 'Cost Structure' })
    await ana.isSaved()
    expect((await ana.canvas()).notes).toMatchObject([{ text: 'Website', color: 'leaf' }])
  },
)

story(
  '[B5] leaving with unsaved work asks first; it survives the closed page, and is sent when the board opens again',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    // A second window keeps the browser open.
    const window = await person('Ana', { beside: ana })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    await nonagon.end('SIGKILL')
    await ana.isOffline()
    await ana.adds('Survives', { to: 'Key Resources' })
    await expect(ana.saveState).toHaveText(/1 change waiting/)
    const asked = ana.page.waitForEvent('dialog')
    const closed = ana.page.waitForEvent('close')
    await ana.page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await closed
    await nonagon.start()
    await window.opens(board.links.participant, { outline: true })
    await window.isSaved()
    await window.sees('Survives', { in: 'Key Resources' })
    await ben.sees('Survives', { in: 'Key Resources' })
  },
)

story('leaving when everything is saved asks nothing', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
  await person('Ana', { beside: ana })
  await ana.adds('Kept', { to: 'Channels' })
  await expect.poll(async () => (await ana.canvas()).notes.some(note => note.text === 'Kept')).toBe(true)
  await ana.isSaved()
  const dialogs: string[] = []
  ana.page.on('dialog', dialog => {
    dialogs.push(dialog.type())
    void dialog.accept()
  })
  const closed = ana.page.waitForEvent('close')
  await ana.page.close({ runBeforeUnload: true })
  await closed
  expect(dialogs).toEqual([])
})

story(
  '[P1] the server is killed and restarted in mid-typing, and nobody loses a letter',
  async ({ board, nonagon, person }) => {
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    await ana.adds('Start', { to: 'Cost Structure' })
    await ana.presses('Escape')
    await ben.adds('Anfang', { to: 'Cost Structure' })
    await ben.presses('Escape')
    await ana.sees('Anfang', { in: 'Cost Structure' })
    const [hers, his] = await Promise.all([
      ana.beginsWriting('Start', { in: 'Cost Structure' }),
      ben.beginsWriting('Anfang', { in: 'Cost Structure' }),
    ])
    const both = (a: string, b: string) =>
      Promise.all([hers.pressSequentially(a, { delay: 10 }), his.pressSequentially(b, { delay: 10 })])
    await both(' before', ' vorher')
    await nonagon.end('SIGKILL')
    await both(' during', ' dabei')
    await nonagon.start()
    await both(' after', ' nachher')
    await hers.press('Escape')
    await his.press('Escape')
    await ben.sees('Start before during after', { in: 'Cost Structure' })
    await ana.sees('Anfang vorher dabei nachher', { in: 'Cost Structure' })
    await Promise.all([ana.isSaved(), ben.isSaved()])
  },
)

story(
  '[B2] refused work comes back as an offer, and is added again when that is allowed',
  async ({ board, nonagon, person }) => {
    const ana = await person('Ana', { ownLine: true })
    await ana.returnsTo(board.links.participant, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    ana.goesOffline()
    await ana.isOffline()
    await ana.adds('Written too late', { to: 'Channels' })
    await changeRoleForGood(nonagon, board, 'Ana', 'observer')
    await ana.comesBack()
    const tray = ana.region('Changes that were not taken')
    await expect(tray).toContainText('Written too late', { timeout: 20_000 })
    await expect(tray).toContainText('Your role no longer allows them.')
    await ana.doesNotSee('Written too late')
    await ben.doesNotSee('Written too late')
    await expect(ana.addButton('Channels')).toHaveAttribute('aria-disabled', 'true')
    // It outlives a reload.
    await ana.page.reload()
    await expect(tray).toContainText('Written too late')
    await changeRole(nonagon, board, 'Ana', 'participant')
    await expect(ana.addButton('Channels')).not.toHaveAttribute('aria-disabled', 'true')
    await tray.getByRole('button', { name: 'Add again' }).click()
    await expect(tray).toHaveCount(0)
    await ben.sees('Written too late', { in: 'Channels' })
    await ana.isSaved()
  },
)

story(
  '[P5] a disk that is full: the board says that it is read-only, and what waits joins it when there is room',
  { tag: '@soak' },
  async ({ person }) => {
    const faults: Faults = {}
    const pageDir = fileURLToPath(new URL('../../dist/client', import.meta.url))
    const server = await startInProcess({ storage: openMemory({ faults }), pageDir })
    const board = await server.makeBoardByHttp({ example: 'spotify' })
    const ana = await (await person('Ana')).returnsTo(board.links.participant, { outline: true })
    const ben = await (await person('Ben')).returnsTo(board.links.participant, { outline: true })
    faults.beforeCommit = () => {
      throw new Error('There is no room on the disk.')
    }
    await ana.adds('Waits', { to: 'Channels' })
    await expect(ana.saveState).toHaveText(/Read-only, 1 change waiting/)
    await expect(ana.page.getByText('The server cannot keep changes just now.').first()).toBeVisible()
    await expect(ben.saveState).toHaveText(/Read-only/)
    await ben.doesNotSee('Waits')
    await ana.isAccessible('read-only')
    faults.beforeCommit = undefined
    await ben.sees('Waits', { in: 'Channels' })
    await ana.isSaved()
    await ben.isSaved()
    await Promise.all([ana.page.close(), ben.page.close()])
    await server.stop()
  },
)
