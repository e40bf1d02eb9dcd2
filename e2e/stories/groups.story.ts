/** [B23] Groups: put together by mouse, by keyboard and in the outline, closed and opened, and the same for two people. */
import type { Page } from '@playwright/test'
import { groupsAmong } from '../../shared/canvas/groups.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

/** Groups on the server's disk, a closed one in brackets. */
async function groupsOf(person: Person): Promise<readonly string[]> {
  const { notes, groups } = await person.canvas()
  const byId = new Map(groups.map(group => [group.id, group]))
  return groupsAmong(byId, notes).map(({ group, notes: inside }) => {
    const line = `${group.title}: ${inside
      .map(({ text }) => text)
      .sort()
      .join(', ')}`
    return group.closed ? `[${line}]` : line
  })
}
const ACCENT = '15, 102, 80'
const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name of the group' })

story(
  '[B23] a note held over another makes a group; named and closed, it is one paper that is dragged as one',
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant)
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant)
    const empty = await ana.sheet()
    await ana.writesAt(empty.spot('channels', 128, 120), 'Web shop')
    await ana.writesAt(empty.spot('channels', 352, 120), 'Online store')
    await ana.isSaved()
    const sheet = await ana.sheet()
    const under = sheet.middle('Web shop')
    await ana.takes(sheet.middle('Online store'), under)
    // The ring round the note below says that they will be one group. Its outer edge lies out of the shadow of what is held.
    await expect.poll(() => ana.paintedAt({ x: under.x, y: under.y - 68.5 * sheet.zoom })).toBe(ACCENT)
    await ana.letsGo()
    await expect.poll(() => groupsOf(ana)).toEqual([': Online store, Web shop'])
    await ana.presses('Escape')
    // By its name, which from here stands below its last row, the whole group is chosen.
    const last = (await ana.sheet()).note('Online store')
    await ana.clicks({ x: under.x, y: last.y + last.height + 12 * sheet.zoom })
    await nameField(ana.page).fill('Selling online')
    await nameField(ana.page).press('Enter')
    await ana.page.getByRole('button', { name: 'Close or open the group' }).click()
    await expect.poll(() => groupsOf(ana)).toEqual(['[Selling online: Online store, Web shop]'])
    // Ben takes the closed group to another block: both notes go, and the group with them.
    const spot = sheet.spot('keyResources', 128, 120)
    await ben.takes(under, spot)
    await ben.letsGo()
    await expect
      .poll(async () => (await ben.canvas()).notes.map(({ place }) => place[0]))
      .toEqual(['keyResources', 'keyResources'])
    expect(await groupsOf(ben)).toEqual(['[Selling online: Online store, Web shop]'])
    await ben.doubleClicks(spot)
    await expect.poll(() => groupsOf(ben)).toEqual(['Selling online: Online store, Web shop'])
    await ben.presses('Control+z', 'Control+z')
    await expect
      .poll(async () => (await ben.canvas()).notes.map(({ place }) => place[0]))
      .toEqual(['channels', 'channels'])
  },
)

story(
  '[B23] group, name, close, walk past, open and ungroup with the keyboard alone',
  async ({ emptyBoard, person }) => {
    const mei = await (await person('Mei')).returnsTo(emptyBoard.links.participant)
    const { keyboard } = mei.page
    await mei.presses('3', 'n')
    await keyboard.type('Web shop')
    await mei.presses('Control+Enter')
    await keyboard.type('Online store')
    await mei.presses('Control+Enter')
    await keyboard.type('Radio')
    await mei.presses('Escape', 'Control+a', 'g')
    await expect(nameField(mei.page)).toBeFocused()
    await keyboard.type('Reach')
    await mei.presses('Enter')
    await expect(mei.stage).toBeFocused()
    await mei.presses('Alt+g')
    await expect.poll(() => groupsOf(mei)).toEqual(['[Reach: Online store, Radio, Web shop]'])
    await mei.presses('Escape', 'ArrowRight')
    await expect(mei.page.getByText('Reach, a group of 3 notes')).toBeAttached()
    await mei.presses('Alt+g')
    await expect.poll(() => groupsOf(mei)).toEqual(['Reach: Online store, Radio, Web shop'])
    await mei.presses('Shift+G')
    await expect.poll(() => groupsOf(mei)).toEqual([])
    await mei.presses('Control+z')
    await expect.poll(() => groupsOf(mei)).toEqual(['Reach: Online store, Radio, Web shop'])
  },
)

story(
  '[B23] [B21] in the outline a group is a list under a heading, and another sees it come and go',
  { tag: '@soak' },
  async ({ emptyBoard, person }) => {
    const ana = await (await person('Ana')).returnsTo(emptyBoard.links.participant, { outline: true })
    const ben = await (await person('Ben')).returnsTo(emptyBoard.links.participant, { outline: true })
    for (const text of ['Web shop', 'Online store', 'Radio']) await ana.adds(text, { to: 'Channels' })
    await ana.presses('Escape')
    await ana.note('Web shop').getByRole('button').focus()
    await ana.presses('g')
    await expect(nameField(ana.page)).toBeFocused()
    await ana.page.keyboard.type('Reach')
    await ana.presses('Enter')
    const listOf = (who: Person) => who.region('Channels').getByRole('list', { name: /^Reach/ })
    await expect(listOf(ben).getByRole('listitem')).toHaveText([/Web shop/])
    // Ben puts a note into it by the panel.
    await ben.note('Online store').getByRole('button').click()
    await ben.page.getByRole('complementary').getByRole('button', { name: 'None' }).click()
    await ben.page.getByRole('menuitem', { name: 'Reach' }).click()
    await expect(listOf(ana).getByRole('listitem')).toHaveText([/Web shop/, /Online store/])
    await expect(ana.region('Channels').getByRole('heading', { name: /^Reach/ })).toBeVisible()
    await ana.isAccessible('a group in the outline')
    await ana.page.getByRole('button', { name: 'Close the group Reach' }).click()
    await expect(ben.note('Web shop')).toHaveCount(0)
    await expect(ben.region('Channels').getByText('Web shop')).toBeVisible()
    await ben.page.getByRole('button', { name: 'Open the group Reach' }).click()
    await ana.sees('Web shop', { in: 'Channels' })
    await ana.page.getByRole('button', { name: 'Ungroup Reach' }).click()
    await expect(ben.region('Channels').getByRole('heading', { name: /^Reach/ })).toHaveCount(0)
    await ben.sees('Web shop', { in: 'Channels' })
  },
)
