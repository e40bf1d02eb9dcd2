/** [B1] [B3] [B4] [B6] [B7] [B13] [B22] Ninety minutes in one go: a facilitator and four others, one of them with keyboard and outline only, one on a phone. The server's clock is moved on. */
import { fileURLToPath } from 'node:url'
import { scratch } from '../../server/storage/scratch.ts'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { InProcess } from '../support/in-process.ts'
import { startInProcess } from '../support/in-process.ts'
import type { Person } from '../support/person.ts'
import { expect, story } from '../support/story.ts'

const MINUTE = 60_000
const PAGE = fileURLToPath(new URL('../../dist/client', import.meta.url))

const button = ({ page }: Person, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
const saying = ({ page }: Person, words: string) =>
  page.getByText(words, { exact: true }).filter({ visible: true }).first()
const vote = ({ page }: Person) => page.getByRole('region', { name: 'Vote', exact: true })
const strip = ({ page }: Person) => page.getByRole('region', { name: 'Private writing' })

/** What the clock shows, in seconds; overtime is below nothing. */
async function secondsOf({ page }: Person): Promise<number> {
  const shown = ((await page.getByRole('timer').first().textContent()) ?? '').replace('−', '-')
  const [, sign = '', minutes = '0', seconds = '0'] = /([+-]?)(\d+):(\d\d)/.exec(shown) ?? []
  return (Number(minutes) * 60 + Number(seconds)) * (sign === '+' ? -1 : 1)
}

/** Has a page count the tones that it starts, by their pitch. */
const countsTones = ({ page }: Person) =>
  page.addInitScript(() => {
    const tones: number[] = []
    class Counted extends OscillatorNode {
      override start(at?: number): void {
        tones.push(this.frequency.value)
        super.start(at)
      }
    }
    Object.assign(window, { tones, OscillatorNode: Counted })
  })
const tonesOf = ({ page }: Person) => page.evaluate(() => (window as unknown as { tones: number[] }).tones)

/** A server whose clock a story moves, and which can be started anew at the same address. */
async function openHouse() {
  const files = scratch('workshop')
  const folder = files.next()
  let ahead = 0
  const begin = (port: number): Promise<InProcess> =>
    startInProcess({
      storage: openSqlite(folder),
      pageDir: PAGE,
      now: () => Date.now() + ahead,
      env: { PORT: String(port) },
    })
  let server = await begin(0)
  const { local } = server
  return {
    board: await server.makeBoardByHttp({ title: 'Bakery' }),
    /** Pages hear of it when they ask for the time again, as they do when their device wakes. */
    passes: async (ms: number, people: readonly Person[]) => {
      ahead += ms
      for (const { page } of people) await page.evaluate(() => dispatchEvent(new Event('online')))
    },
    restarts: async () => {
      await server.stop()
      server = await begin(Number(new URL(local).port))
    },
    stop: async () => {
      await server.stop()
      files.remove()
    },
  }
}

story('the whole workshop, from the warm-up to the report', { tag: '@soak' }, async ({ person }) => {
  story.setTimeout(300_000)
  const house = await openHouse()
  const { facilitator, participant } = house.board.links
  const ana = await (await person('Ana')).joins(facilitator)
  const [ben, kai] = [await person('Ben'), await person('Kai')]
  for (const who of [ben, kai]) await countsTones(who)
  await ben.joins(participant)
  await kai.joins(participant, { outline: true })
  const mei = await (await person('Mei', { phone: true })).joins(participant)
  const zoe = await (await person('Zoe')).joins(participant, { outline: true })
  const others = [ben, kai, mei, zoe]
  const all = [ana, ...others]

  const isAt = async (title: string) => {
    for (const who of all) await expect(saying(who, title)).toBeVisible()
  }
  /** On, whatever doubts there are. */
  const goesOn = async (title: string) => {
    await ana.stage.focus()
    await ana.presses(']')
    const doubts = button(ana, 'Continue')
    // Her own agenda lists all titles; the others see that of the running step.
    await expect.poll(async () => (await doubts.isVisible()) || (await saying(ben, title).isVisible())).toBe(true)
    if (await doubts.isVisible()) await doubts.click()
    await isAt(title)
  }

  /** Whoever seems to write, or is away, is asked about first. */
  const reveals = async (what: string) => {
    await button(ana, what).click()
    const anyway = button(ana, 'Reveal anyway')
    await expect.poll(async () => (await anyway.isVisible()) || !(await button(ana, what).isVisible())).toBe(true)
    if (await anyway.isVisible()) await anyway.click()
  }

  // The agenda, and the warm-up ----------------------------------------------------------------------------------------
  await ana.presses('a')
  await button(ana, /^The whole workshop/).click()
  await button(ana, 'Start the session').click()
  await isAt('Warm-up')
  await kai.adds('Hello', { to: 'Parking lot' })
  await kai.isSaved()

  // Segments, in private -----------------------------------------------------------------------------------------------
  await goesOn('Segments: who exactly?')
  for (const who of others) await expect(strip(who)).toBeVisible()
  await ben.stage.focus()
  await ben.presses('1', 'n')
  await ben.page.keyboard.type('Cafés nearby')
  await ben.presses('Escape', 'Escape')
  await kai.adds('Hotels', { to: 'Customer Segments' })
  await zoe.adds('Families', { to: 'Customer Segments' })
  await mei.adds('Offices', { to: 'Customer Segments' })
  for (const who of others) await who.isSaved()
  await kai.doesNotSee('Families')
  await zoe.doesNotSee('Hotels')
  await mei.doesNotSee('Hotels')
  await expect(kai.region('Customer Segments')).toContainText('3 notes, face down')

  // The same time on every screen, near the end of it and beyond
  await house.passes(7 * MINUTE, all)
  await expect
    .poll(async () => {
      const rests = await Promise.all(all.map(secondsOf))
      return Math.max(...rests) <= 60 && Math.max(...rests) - Math.min(...rests) <= 1
    })
    .toBe(true)

  // The last seconds sound, one tone each and another at the end; not where they were muted.
  await button(ben, 'More').click()
  await ben.page.getByRole('menuitem', { name: 'Mute the last ten seconds' }).click()
  await house.passes(((await secondsOf(kai)) - 8) * 1_000, all)
  await expect.poll(async () => new Set(await tonesOf(kai)).size, { timeout: 30_000 }).toBe(2)
  const [tap, ...tones] = await tonesOf(kai)
  expect(tones.filter(pitch => pitch !== tap)).toHaveLength(1)
  expect(tones.length).toBeGreaterThan(1)
  expect(tones.length).toBeLessThanOrEqual(10)
  expect(await tonesOf(ben)).toEqual([])
  await house.passes(MINUTE, all)
  await expect.poll(() => secondsOf(mei)).toBeLessThan(0)
  await button(ana, 'Add 5 minutes').click()
  await expect.poll(() => secondsOf(kai)).toBeGreaterThan(200)

  // The reveal
  await reveals('Reveal 4 notes')
  for (const text of ['Cafés nearby', 'Hotels', 'Families', 'Offices'])
    for (const who of [kai, zoe, mei]) await who.sees(text, { in: 'Customer Segments' })

  // Value, where somebody is offline at the reveal, and the rest of the market's side --------------------------------------
  await goesOn('Reveal, merge, give colours')
  await goesOn('Value per segment')
  await kai.adds('Warm bread at seven', { to: 'Value Propositions' })
  await zoe.adds('One bill a month', { to: 'Value Propositions' })
  await Promise.all([kai.isSaved(), zoe.isSaved()])
  await reveals('Reveal 2 notes')
  await mei.page.getByText('Warm bread at seven').first().waitFor()
  await goesOn('Channels, relationships, revenue')
  await ben.stage.focus()
  await ben.presses('5', 'n')
  await ben.page.keyboard.type('Weekly orders')
  await ben.presses('Escape', 'Escape')
  await ben.isSaved()
  await reveals('Reveal one note')
  await kai.sees('Weekly orders', { in: 'Revenue Streams' })

  // The vote; the server is started anew in the middle, and nobody loses a dot -----------------------------------------
  await goesOn('Vote: strongest value and revenue')
  await kai
    .region('Value Propositions')
    .getByRole('button', { name: 'Give a dot to Warm bread at seven' })
    .press('Enter')
  await expect(vote(kai)).toContainText(/Value Propositions\s*1 left/)
  await zoe.region('Value Propositions').getByRole('button', { name: 'Give a dot to Warm bread at seven' }).click()
  await house.restarts()
  for (const who of all) await who.isSaved()
  await expect(vote(kai)).toContainText(/Value Propositions\s*1 left/)
  await kai.region('Revenue Streams').getByRole('button', { name: 'Give a dot to Weekly orders' }).press('Enter')
  await expect(vote(kai)).toContainText(/Revenue Streams\s*1 left/)
  await vote(kai).getByRole('button', { name: 'I’m done' }).press('Enter')
  await expect(vote(ana)).toContainText('1 of 5 have finished')
  await ana.stage.focus()
  await ana.presses(']')
  await expect(ana.page.getByText('4 people have not finished voting.')).toBeVisible()
  await button(ana, 'Continue').click()
  await isAt('Activities, resources, partners')

  // Open again for everybody, to the end -------------------------------------------------------------------------------
  await mei.adds('Bakers', { to: 'Key Resources' })
  await goesOn('Costs and rough numbers')
  await kai.adds('Flour and rent', { to: 'Cost Structure' })
  await goesOn('Check: fix what hangs loose')
  await goesOn('Mark assumptions')
  await goesOn('Actions: test, owner, date')
  await goesOn('The story in three minutes')
  await button(ana, 'End the session').click()
  for (const { page } of all) await expect(page.getByRole('timer')).toHaveCount(0)

  // The report
  await button(ana, 'More').click()
  await ana.page.getByRole('menuitem', { name: 'Report of the session' }).click()
  const report = ana.page.getByRole('article')
  for (const text of ['Value per segment', 'Warm bread at seven', '2 dots', 'Flour and rent', 'Kai', 'Strategyzer'])
    await expect(report).toContainText(text)
  await expect(report).not.toContainText('Hello')
  for (const { page } of all) await page.close()
  await house.stop()
})
