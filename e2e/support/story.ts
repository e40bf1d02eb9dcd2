/** What every story stands on: a server, a board of its own, and people who each have a browser. */
import { test as base, expect } from '@playwright/test'
import type { ChaosProxy } from './chaos-proxy.ts'
import { lineTo } from './line.ts'
import type { MadeBoard } from './nonagon.ts'
import { Nonagon } from './nonagon.ts'
import { Person } from './person.ts'
import type { Screen } from './screen.ts'
import { screenOf } from './screen.ts'

export { expect } from '@playwright/test'

export interface BrowserOptions extends Screen {
  /** Another window of a browser that is open already. */
  readonly beside?: Person
  /** A line to the server that can be cut without cutting anybody else's. */
  readonly ownLine?: boolean
}

interface Fixtures {
  /** Stories share a server as strangers share one: none of them sees another's board. Some stop it and start it again. */
  readonly nonagon: Nonagon
  /** The Spotify example. */
  readonly board: MadeBoard
  /** A board on which nothing is written. */
  readonly emptyBoard: MadeBoard
  readonly person: (name: string, options?: BrowserOptions) => Promise<Person>
}

interface Shared {
  /** One for each of Playwright's workers, which run a story at a time. */
  readonly house: Nonagon
}

export const story = base.extend<Fixtures, Shared>({
  house: [
    async ({}, use) => {
      const nonagon = await new Nonagon().start()
      await use(nonagon)
      await nonagon.dispose()
    },
    { scope: 'worker' },
  ],
  nonagon: async ({ house }, use) => {
    // A story that failed may have left it stopped.
    if (!house.isUp) await house.start()
    await use(house)
  },
  board: async ({ nonagon }, use) => {
    await use(await nonagon.makeBoard({ example: 'spotify' }))
  },
  emptyBoard: async ({ nonagon }, use) => {
    await use(await nonagon.makeBoard({ title: 'Empty' }))
  },
  person: async ({ browser, nonagon }, use) => {
    const people: Person[] = []
    const lines: ChaosProxy[] = []
    await use(async (name, options = {}) => {
      const context = options.beside?.page.context() ?? (await browser.newContext(screenOf(options)))
      const line = options.ownLine ? await lineTo(nonagon) : undefined
      if (line) lines.push(line)
      const person = new Person(await context.newPage(), name, line)
      people.push(person)
      return person
    })
    const faults = people.flatMap(person => person.faults)
    for (const context of new Set(people.map(({ page }) => page.context()))) await context.close()
    for (const line of lines) await line.close()
    expect(faults).toEqual([])
  },
})

/** For what changes the server itself: nobody else is on it. */
export const storyAlone = story.extend({
  nonagon: async ({}, use) => {
    const nonagon = await new Nonagon().start()
    await use(nonagon)
    await nonagon.dispose()
  },
})
