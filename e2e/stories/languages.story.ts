/** [B21] The page in three languages: chosen by the browser or in the menu, and read from the right where they are. */
import type { Page } from '@playwright/test'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const WRITTEN = 'متجر للكتب المستعملة'

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth)

/** How a note of the outline is laid out: its direction, and the side its stripe is at. */
const layoutOf = (person: Person, text: string) =>
  person
    .note(text)
    .getByRole('button')
    .evaluate(slip => {
      const stripe = slip.querySelector('.stripe')?.getBoundingClientRect()
      const { left, width } = slip.getBoundingClientRect()
      const side = stripe ? (stripe.left - left < width / 2 ? 'left' : 'right') : 'none'
      return { direction: getComputedStyle(slip).direction, stripe: side }
    })

/** Files of the Arabic typeface that this page has fetched. */
const arabicFiles = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('-arabic-')).length)

/** Comes in by a link, in Arabic. */
async function joinsInArabic(person: Person, link: string): Promise<void> {
  const { page, name } = person
  await person.opens(link)
  await page.getByRole('textbox', { name: 'اسمك' }).fill(name)
  await page.getByRole('button', { name: 'انضمام' }).click()
  await expect(page.getByRole('status', { name: 'حالة الحفظ' })).toContainText('محفوظ', { timeout: 15_000 })
}

story('[B21] a page in Arabic: join, write, outline and undo, read from the right', async ({ board, person }) => {
  const salma = await person('سلمى', { locale: 'ar' })
  const { page } = salma
  await salma.opens(board.links.participant)
  await expect(page.getByRole('textbox', { name: 'اسمك' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await salma.isAccessible('an invitation in Arabic')
  await joinsInArabic(salma, board.links.participant)
  expect(await fits(page)).toBe(true)
  // The rail is where reading begins; the blocks of the diagram lie as for everybody.
  const rail = await page.getByRole('toolbar', { name: 'الأدوات' }).boundingBox()
  expect(rail?.x).toBeGreaterThan(1300)
  await salma.presses('3', 'n')
  const field = page.getByRole('textbox', { name: 'ملاحظة في القنوات' })
  await page.keyboard.type(WRITTEN)
  expect(await field.evaluate(area => getComputedStyle(area).direction)).toBe('rtl')
  await salma.isAccessible('writing in Arabic')
  await salma.presses('Escape', 'Escape', 'o')
  await expect(page.getByRole('region', { name: 'القنوات', exact: true })).toContainText(WRITTEN)
  expect((await layoutOf(salma, WRITTEN)).direction).toBe('rtl')
  await salma.isAccessible('the outline in Arabic')
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await fits(page)).toBe(true)
  await page.setViewportSize({ width: 1440, height: 900 })
  await salma.presses('Control+z')
  await expect(page.getByText('تم التراجع').first()).toBeVisible()
  await expect(salma.note(WRITTEN)).toHaveCount(0)
})

story('[B21] each note is read in its own direction, on pages of both', { tag: '@soak' }, async ({ board, person }) => {
  const ana = await (await person('Ana')).joins(board.links.facilitator, { outline: true })
  expect(await arabicFiles(ana.page)).toBe(0)
  const salma = await person('سلمى', { locale: 'ar' })
  await joinsInArabic(salma, `${board.links.participant.replace('#', '?view=outline#')}`)
  await salma.page.getByRole('button', { name: 'إضافة ملاحظة إلى شرائح العملاء' }).click()
  await salma.page.getByRole('textbox', { name: 'ملاحظة جديدة في شرائح العملاء' }).fill(WRITTEN)
  await salma.page.keyboard.press('Enter')
  await ana.sees(WRITTEN, { in: 'Customer Segments' })
  for (const reader of [ana, salma]) {
    expect(await layoutOf(reader, WRITTEN)).toEqual({ direction: 'rtl', stripe: 'right' })
    expect(await layoutOf(reader, 'Paying subscribers')).toEqual({ direction: 'ltr', stripe: 'left' })
  }
  // Only for these letters another file of the typeface is fetched.
  await expect.poll(() => arabicFiles(ana.page)).toBeGreaterThan(0)
  // A name of the other direction leaves a sentence in order.
  await ana.page.getByRole('button', { name: 'People', exact: true }).click()
  await ana.page.getByRole('button', { name: /^Change .?سلمى/ }).click()
  await ana.page.getByRole('menuitem', { name: 'Remove from the board' }).click()
  await expect(ana.page.getByRole('heading', { name: 'Remove \u2068سلمى\u2069 from this board?' })).toBeVisible()
  await ana.isAccessible('an Arabic name in an English page')
})

story('[B21] a German browser gets German, before anything is shown', { tag: '@soak' }, async ({ nonagon, person }) => {
  const jan = await person('Jan', { locale: 'de-AT' })
  const { page } = jan
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('nn-app')) return
      observer.disconnect()
      document.documentElement.dataset['began'] = document.documentElement.lang
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto(nonagon.url)
  await expect(page.getByRole('button', { name: 'Neues Board' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-began', 'de')
  await jan.isAccessible('the first page in German')
  await page.setViewportSize({ width: 360, height: 740 })
  expect(await fits(page)).toBe(true)
  // On the pages without a board a button leads to the other languages, each named in itself.
  await page.getByRole('button', { name: 'Sprache: Deutsch' }).click()
  await page.getByRole('menuitemradio', { name: 'العربية' }).click()
  await expect(page.getByRole('button', { name: 'لوح جديد' })).toBeVisible()
  expect(await fits(page)).toBe(true)
})

story(
  '[B21] switching the language in the menu keeps the board, the view and what is not saved yet',
  { tag: '@soak' },
  async ({ board, person }) => {
    const ana = await person('Ana', { ownLine: true })
    await ana.joins(board.links.participant, { outline: true })
    const { page } = ana
    const address = page.url()
    ana.goesOffline()
    await ana.isOffline()
    await ana.adds('Written on a train', { to: 'Channels' })
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitemradio', { name: 'Language: Deutsch' }).click()
    await expect(page.getByText('The language changes once everything is saved').first()).toBeVisible()
    await ana.sees('Written on a train', { in: 'Channels' })
    await ana.comesBack()
    await expect(page.getByRole('status', { name: 'Speicherstand' })).toContainText('Gespeichert', { timeout: 20_000 })
    expect(page.url()).toBe(address)
    await ana.sees('Written on a train', { in: 'Kanäle' })
    // Kept on this device, whatever the browser asks for.
    await page.reload()
    await expect(page.getByRole('region', { name: 'Kundensegmente', exact: true })).toBeVisible()
  },
)
