/** What every story needs: a server of its own file, a browser, and people who do what people do. */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import type { MadeBoard } from './nonagon.ts'
import { Nonagon } from './nonagon.ts'

export { expect } from '@playwright/test'

export interface PersonOptions {
  /** Open with the outline instead of the canvas. */
  readonly outline?: boolean
  readonly context?: BrowserContext
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** The host under which the page is asked for, instead of the address. */
  readonly host?: string
}

/** Somebody with a browser of their own. */
export class Person {
  readonly page: Page
  readonly name: string
  /** Errors of the page and violations of its policy. A story ends with none. */
  readonly faults: string[] = []
  #linesAreCut = false
  readonly #lines = new Set<{ close(options?: { code?: number }): Promise<void> }>()

  constructor(page: Page, name: string) {
    this.page = page
    this.name = name
    page.on('pageerror', error => this.faults.push(`${name}: ${error.message}`))
    page.on('console', message => {
      if (
        message.type() === 'error' &&
        !/WebSocket connection|Failed to load resource|ERR_CONNECTION/.test(message.text())
      )
        this.faults.push(`${name}: ${message.text()}`)
    })
  }

  /** Passes this person's websockets through the test, so that their line can be cut. */
  async holdLines(): Promise<void> {
    await this.page.routeWebSocket(/\/sync\//, route => {
      if (this.#linesAreCut) {
        void route.close({ code: 1013 })
        return
      }
      route.connectToServer()
      this.#lines.add(route)
    })
  }

  async cutLines(): Promise<void> {
    this.#linesAreCut = true
    await Promise.all([...this.#lines].map(line => line.close({ code: 1013 })))
    this.#lines.clear()
  }

  mendLines(): void {
    this.#linesAreCut = false
  }

  async joins(link: string, options: PersonOptions = {}): Promise<this> {
    const url = new URL(link)
    if (options.host) url.host = options.host
    if (options.outline) url.searchParams.set('view', 'outline')
    await this.page.goto(url.href)
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name)
    await this.page.getByRole('button', { name: 'Join' }).click()
    await this.isSaved()
    return this
  }

  get saveState(): Locator {
    return this.page.getByRole('status', { name: 'Save state' })
  }

  async isSaved(): Promise<void> {
    await expect(this.saveState).toContainText('Saved', { timeout: 15_000 })
  }

  async isOffline(): Promise<void> {
    await expect(this.saveState).toContainText('Offline', { timeout: 20_000 })
  }

  /** The region of a block in the outline. */
  region(block: string): Locator {
    return this.page.getByRole('region', { name: block, exact: true })
  }

  note(text: string, where?: { readonly in: string }): Locator {
    const scope = where ? this.region(where.in) : this.page
    return scope.getByRole('listitem').filter({ hasText: text })
  }

  /** Adds a note by the outline's button. */
  async adds(text: string, where: { readonly to: string }): Promise<void> {
    const region = this.region(where.to)
    const field = region.getByRole('textbox', { name: `New note in ${where.to}` })
    if (!(await field.isVisible())) await region.getByRole('button', { name: `Add note to ${where.to}` }).click()
    await field.fill(text)
    await field.press('Enter')
    await expect(this.note(text, { in: where.to })).toBeVisible()
  }

  async sees(text: string, where: { readonly in: string }): Promise<void> {
    await expect(this.note(text, where)).toBeVisible()
  }

  async doesNotSee(text: string): Promise<void> {
    await expect(this.note(text)).toHaveCount(0)
  }

  async opensOutline(): Promise<void> {
    await this.page.getByRole('button', { name: 'Outline', exact: true }).first().click()
    await expect(this.region('Channels')).toBeVisible()
  }

  /** axe finds nothing in the present state. */
  async isAccessible(state: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
    expect(found, `axe, ${state}`).toEqual([])
  }
}

interface Fixtures {
  readonly nonagon: Nonagon
  readonly board: MadeBoard
  /** A person in a browser of their own. */
  readonly person: (name: string, options?: PersonOptions) => Promise<Person>
}

/** `nonagon` is a fresh server for each story; stories do not share anything. */
export const story = base.extend<Fixtures>({
  nonagon: async ({}, use) => {
    const nonagon = await new Nonagon().start()
    await use(nonagon)
    await nonagon.dispose()
  },
  board: async ({ nonagon }, use) => {
    await use(await nonagon.makeBoard({ example: 'spotify' }))
  },
  person: async ({ browser }, use) => {
    const people: Person[] = []
    const contexts: BrowserContext[] = []
    await use(async (name, options = {}) => {
      const context = options.context ?? (await contextFor(browser, options))
      if (!options.context) contexts.push(context)
      const person = new Person(await context.newPage(), name)
      people.push(person)
      return person
    })
    const faults = people.flatMap(person => person.faults)
    for (const context of contexts) await context.close()
    expect(faults).toEqual([])
  },
})

const contextFor = (browser: Browser, options: PersonOptions): Promise<BrowserContext> =>
  browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
