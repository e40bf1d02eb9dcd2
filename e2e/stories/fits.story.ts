/** [B21] Every size of screen holds the page: nothing scrolls sideways, nothing is cut off, targets are big enough. */
import type { Locator } from '@playwright/test'
import { misfits } from '../support/fits.ts'
import type { Person } from '../support/person.ts'
import type { Screen } from '../support/screen.ts'
import { expect, story } from '../support/story.ts'

/** Others than people have elsewhere; twice the size in the browser is half the room. */
const SIZES: readonly {
  readonly name: string
  readonly screen: Screen
  readonly width: number
  readonly height: number
  /** With every change; the others wait for `npm run soak`. */
  readonly isOften?: boolean
}[] = [
  { name: 'a small phone', screen: { phone: true }, width: 360, height: 640, isOften: true },
  { name: 'a tablet held upright', screen: { tablet: true }, width: 768, height: 1024 },
  { name: 'a laptop', screen: {}, width: 1440, height: 900 },
  { name: 'a wall', screen: {}, width: 3840, height: 2160 },
  { name: 'a laptop at 200 %', screen: {}, width: 720, height: 450, isOften: true },
]

const fits = async (who: Person, state: string) =>
  expect.soft(await misfits(who.page), `${who.name}, ${state}`).toEqual([])

/** By the palette, which every size has. */
const does = async (who: Person, title: string) => {
  await who.presses('Control+k')
  await who.page.getByRole('combobox').fill(title)
  await who.presses('Enter')
}

const closes = async (who: Person, what: Locator) => {
  await who.presses('Escape')
  await expect(what).toHaveCount(0)
}

for (const { name, screen, width, height, isOften } of SIZES)
  story(
    `[B21] ${name}, ${width} × ${height}, holds everything`,
    isOften ? {} : { tag: '@soak' },
    async ({ nonagon, board, person }) => {
      const ana = await person('Ana', screen)
      const { page } = ana
      await page.setViewportSize({ width, height })
      await ana.opens(nonagon.url)
      await page.getByRole('button', { name: 'New board' }).waitFor()
      await fits(ana, 'the first page')
      await ana.opens(board.links.facilitator)
      await page.getByRole('button', { name: 'Join' }).waitFor()
      await fits(ana, 'an invitation')
      await ana.returnsTo(board.links.facilitator, { outline: true })
      await ana.region('Channels').waitFor()
      await fits(ana, 'the outline')
      await ana.presses('o')
      await ana.stage.waitFor()
      await fits(ana, 'the board')
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem').first().waitFor()
      await fits(ana, 'a menu')
      await closes(ana, page.getByRole('menuitem'))
      await ana.presses('Control+k')
      await page.getByRole('combobox').fill('re')
      await fits(ana, 'the palette')
      await closes(ana, page.getByRole('combobox'))
      await ana.presses('/')
      await page.getByRole('search').getByRole('textbox').fill('re')
      await fits(ana, 'the find bar')
      await closes(ana, page.getByRole('search'))
      await ana.presses('p')
      await page.getByRole('group', { name: 'Pen and ink' }).waitFor()
      await fits(ana, 'the pen')
      await ana.presses('v')
      await does(ana, 'Share')
      await page.getByRole('img', { name: 'QR code of a link for participants' }).waitFor()
      await fits(ana, 'sharing')
      await closes(ana, page.getByRole('dialog'))
      await ana.presses('?')
      await page.getByRole('dialog').waitFor()
      await fits(ana, 'the sheet of keys')
      await closes(ana, page.getByRole('dialog'))
      await does(ana, 'People')
      await page.getByRole('button', { name: 'Change Ana' }).waitFor()
      await fits(ana, 'the people')
    },
  )

story(
  '[B21] axe: with colours of the system, and where nothing may move',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await person('Ana')
    const { page } = ana
    const media = [{ forcedColors: 'active' }, { forcedColors: 'none', reducedMotion: 'reduce' }] as const
    await ana.returnsTo(board.links.facilitator)
    await ana.presses('Control+k')
    await page.getByRole('combobox').fill('re')
    for (const each of media) {
      await page.emulateMedia(each)
      await ana.isAccessible(`the palette over the board, ${Object.values(each).join(', ')}`)
    }
  },
)
