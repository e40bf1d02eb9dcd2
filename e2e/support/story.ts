/** What every story stands on: a server of its own, a board, and people who each have a browser. */
import type { Browser, BrowserContext } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import type { MadeBoard } from './nonagon.ts'
import { Nonagon } from './nonagon.ts'
import { Person } from './person.ts'

export { expect } from '@playwright/test'

export interface BrowserOptions {
  /** Another window of a browser that is open already. */
  readonly beside?: Person
  /** A telephone held upright, or a tablet across: fingers instead of a mouse. */
  readonly phone?: boolean
  readonly tablet?: boolean
}

interface Fixtures {
  /** A fresh server for each story; stories share nothing. */
  readonly nonagon: Nonagon
  /** The Spotify example. */
  readonly board: MadeBoard
  /** A board on which nothing is written. */
  readonly emptyBoard: MadeBoard
  readonly person: (name: string, options?: BrowserOptions) => Promise<Person>
}

export const story = base.extend<Fixtures>({
  nonagon: async ({}, use) => {
    const nonagon = await new Nonagon().start()
    await use(nonagon)
    await nonagon.dispose()
  },
  board: async ({ nonagon }, use) => {
    await use(await nonagon.makeBoard({ example: 'spotify' }))
  },
  emptyBoard: async ({ nonagon }, use) => {
    await use(await nonagon.makeBoard({ title: 'Empty' }))
  },
  person: async ({ browser }, use) => {
    const people: Person[] = []
    await use(async (name, options = {}) => {
      const context = options.beside?.page.context() ?? (await newContext(browser, options))
      const person = new Person(await context.newPage(), name)
      people.push(person)
      return person
    })
    const faults = people.flatMap(person => person.faults)
    for (const context of new Set(people.map(({ page }) => page.context()))) await context.close()
    expect(faults).toEqual([])
  },
})

const newContext = (browser: Browser, { phone, tablet }: BrowserOptions): Promise<BrowserContext> =>
  browser.newContext({
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    viewport: phone
      ? { width: 390, height: 844 }
      : tablet
        ? { width: 1180, height: 820 }
        : { width: 1440, height: 900 },
    ...(phone || tablet ? { hasTouch: true, isMobile: true } : {}),
  })
