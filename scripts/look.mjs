/** `npm run look [names…]`: pictures of the main views, from the built server, into .look/. Open them and judge them. */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright'
import { linkedBoard, PICTURES } from '../e2e/looks/pictures.ts'
import { launchOptions } from '../e2e/support/browser.ts'
import { lineTo } from '../e2e/support/line.ts'
import { Nonagon } from '../e2e/support/nonagon.ts'
import { Person } from '../e2e/support/person.ts'
import { screenOf } from '../e2e/support/screen.ts'

const wanted = process.argv.slice(2)
const chosen = PICTURES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
if (chosen.length === 0) {
  console.error(`There are pictures of: ${PICTURES.map(({ name }) => name).join(', ')}.`)
  process.exit(1)
}

mkdirSync('.look', { recursive: true })
const nonagon = await new Nonagon().start()
const browser = await chromium.launch(launchOptions)
try {
  for (const picture of chosen) await take(picture)
} finally {
  await browser.close()
  await nonagon.dispose()
}

async function take({ name, dark = false, phone = false, tablet = false, size, forced = false, locale, pose }) {
  const ends = []
  const person = async (who, { ownLine = false } = {}) => {
    const context = await browser.newContext({
      ...screenOf({ phone, tablet, locale }),
      ...(size && { viewport: size }),
      forcedColors: forced ? 'active' : 'none',
    })
    const line = ownLine ? await lineTo(nonagon) : undefined
    ends.push(context, ...(line ? [line] : []))
    return new Person(await context.newPage(), who, line)
  }
  try {
    const page = await pose({ nonagon, board: await linkedBoard(nonagon), person })
    for (const theme of dark ? ['light', 'dark'] : ['light']) {
      await page.emulateMedia({ colorScheme: theme })
      await settled(page)
      const path = `.look/look-${name}-${theme}.png`
      await page.screenshot({ path })
      console.log(path)
    }
  } finally {
    for (const end of ends) await end.close()
  }
}

/** Fonts are there, and cursors of others have arrived where they went. */
function settled(page) {
  return page.evaluate(async () => {
    await document.fonts.ready
    for (let i = 0; i < 30; i++) await new Promise(resolve => requestAnimationFrame(resolve))
  })
}
