/** What every story stands on: a server of its own, a board, and people who each have a browser. */
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
