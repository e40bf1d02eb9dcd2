/** Somebody with a browser of their own, who does at a board what people do. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Look } from '../../client/editor/view.ts'
import { fromJSON } from '../../shared/canvas/json.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import type { ChaosProxy } from './chaos-proxy.ts'
import { secretOf } from './nonagon.ts'
import type { At, Sheet } from './sheet.ts'
import { sheetOn } from './sheet.ts'

export interface JoinOptions {
  /** Open with the outline instead of the canvas. */
  readonly outline?: boolean
  /** The host under which the page is asked for, instead of the address. */
  readonly host?: string
}

export interface Fingers {
  down(...at: readonly At[]): Promise<void>
  move(...at: readonly At[]): Promise<void>
  up(): Promise<void>
}

/** The smaller of its two files; the builder has the other. */
const besideBuilder = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const AXE = `${readFileSync(besideBuilder.resolve('axe-core/axe.min.js'), 'utf8')}\n;0`

/** A line that breaks is said in the console by the browser itself. */
const OF_THE_LINE = /WebSocket connection|Failed to load resource|ERR_CONNECTION|ERR_INTERNET/

export class Person {
  readonly page: Page
  readonly name: string
  /** Errors of the page, violations of its policy, and requests to anybody else. A story ends with none. */
  readonly faults: string[] = []
  readonly #line: ChaosProxy | undefined

  /** `line`: what lies between this person alone and the server. */
  constructor(page: Page, name: string, line?: ChaosProxy) {
    this.page = page
    this.name = name
    this.#line = line
    page.on('pageerror', error => this.faults.push(`${name}: ${error.message}`))
    page.on('request', request => {
      const { protocol, origin } = new URL(request.url())
      const home = new URL(request.frame().url())
      const isElsewhere = protocol.startsWith('http') && home.protocol.startsWith('http') && origin !== home.origin
      if (isElsewhere && !request.isNavigationRequest()) this.faults.push(`${name} asked ${request.url()}`)
    })
    page.on('console', message => {
      if (message.type() === 'error' && !OF_THE_LINE.test(message.text()))
        this.faults.push(`${name}: ${message.text()}`)
    })
  }

  // Coming in, and the line -----------------------------------------------------------------------------------------

  async joins(link: string, options: JoinOptions = {}): Promise<this> {
    await this.opens(link, options)
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name)
    await this.page.getByRole('button', { name: 'Join' }).click()
    await this.isSaved()
    return this
  }

  /** As somebody who is a member already, so that there is no form: for stories about what comes after it, in half the time. */
  async returnsTo(link: string, options: JoinOptions = {}): Promise<this> {
    const { origin, pathname } = this.#addressOf(link, options)
    const answer = await this.page.request.post(`${origin}/api${pathname.replace('/b/', '/boards/')}/join`, {
      headers: { origin },
      data: { secret: secretOf(link), name: this.name },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    await this.opens(link, options)
    await this.isSaved()
    return this
  }

  async opens(link: string, options: JoinOptions = {}): Promise<void> {
    await this.page.goto(this.#addressOf(link, options).href)
  }

  #addressOf(link: string, { outline, host }: JoinOptions): URL {
    const url = new URL(link)
    if (host ?? this.#line) url.host = host ?? this.line.host
    if (outline) url.searchParams.set('view', 'outline')
    return url
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

  private get line(): { readonly proxy: ChaosProxy; readonly host: string } {
    if (!this.#line) throw new Error(`${this.name} has no line of their own.`)
    return { proxy: this.#line, host: new URL(this.#line.url).host }
  }

  /** Nothing gets through any more, to nobody's knowledge but that of who tries. */
  goesOffline(): void {
    const { proxy } = this.line
    proxy.isShut = true
    proxy.cut()
  }

  /** As when the wireless is there again: the browser tells the page. */
  async comesBack(): Promise<void> {
    this.line.proxy.isShut = false
    await this.page.evaluate(() => dispatchEvent(new Event('online')))
  }

  // The outline -----------------------------------------------------------------------------------------------------

  region(block: string): Locator {
    return this.page.getByRole('region', { name: block, exact: true })
  }

  note(text: string, where?: { readonly in: string }): Locator {
    return (where ? this.region(where.in) : this.page).getByRole('listitem').filter({ hasText: text })
  }

  addButton(block: string): Locator {
    return this.page.getByRole('button', { name: `Add note to ${block}`, exact: true })
  }

  async adds(text: string, where: { readonly to: string }): Promise<void> {
    const field = this.page.getByRole('textbox', { name: `New note in ${where.to}` })
    if (!(await field.isVisible())) await this.addButton(where.to).click()
    await field.fill(text)
    await field.press('Enter')
    await this.sees(text, { in: where.to })
  }

  /** Chooses a note of the outline and writes at its end; the writing goes on. */
  async beginsWriting(text: string, where: { readonly in: string }): Promise<Locator> {
    await this.note(text, where).getByRole('button').dblclick()
    const field = this.region(where.in).getByRole('textbox', { name: 'Text of the note' })
    await field.press('End')
    return field
  }

  async sees(text: string, where: { readonly in: string }): Promise<void> {
    await expect(this.note(text, where)).toBeVisible()
  }

  async doesNotSee(text: string): Promise<void> {
    await expect(this.note(text)).toHaveCount(0)
  }

  // The canvas ------------------------------------------------------------------------------------------------------

  get stage(): Locator {
    return this.page.getByRole('application', { name: 'Canvas' })
  }

  /** The canvas as the server has it on disk. */
  async canvas(): Promise<CanvasContent> {
    const { origin, pathname } = new URL(this.page.url())
    const board = pathname.split('/')[2]
    const answer = await this.page.request.get(`${origin}/api/boards/${board}/canvases/main.json`)
    const read = fromJSON(await answer.json())
    if (!read.ok) throw new Error(`That is no canvas: ${JSON.stringify(read)}`)
    return read.content
  }

  /** Where everything lies on this screen, as it is on the server's disk now. */
  async sheet(look?: Look): Promise<Sheet> {
    const box = await this.stage.boundingBox()
    if (!box) throw new Error(`${this.name} sees no canvas.`)
    return sheetOn(box, await this.canvas(), look)
  }

  /** Writes a new note by a double click, and leaves it: no longer chosen, no bar below it. */
  async writesAt(at: At, text: string): Promise<void> {
    await this.doubleClicks(at)
    await this.page.getByRole('textbox', { name: /^Note in/ }).fill(text)
    await this.presses('Escape', 'Escape')
  }

  async clicks({ x, y }: At): Promise<void> {
    await this.page.mouse.click(x, y)
  }

  /** With the times of a quick hand, however slow the machine is between the two. */
  async doubleClicks({ x, y }: At): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page)
    await this.page.mouse.move(x, y)
    const now = Date.now() / 1000
    for (const [i, type] of (['mousePressed', 'mouseReleased', 'mousePressed', 'mouseReleased'] as const).entries())
      await session.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        clickCount: i < 2 ? 1 : 2,
        timestamp: now + i * 0.03,
      })
    await session.detach()
  }

  /** Presses at one point and moves over others, without letting go. */
  async takes(from: At, ...over: readonly At[]): Promise<void> {
    const { mouse } = this.page
    await mouse.move(from.x, from.y)
    await mouse.down()
    for (const { x, y } of over) await mouse.move(x, y, { steps: 5 })
  }

  async letsGo(): Promise<void> {
    await this.page.mouse.up()
  }

  /** Fingers on the screen, as the browser gets them. */
  async fingers(): Promise<Fingers> {
    const session = await this.page.context().newCDPSession(this.page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly At[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints.map(({ x, y }, id) => ({ x, y, id })) })
    return {
      down: async (...at) => void (await send('touchStart', at)),
      move: async (...at) => void (await send('touchMove', at)),
      up: async () => void (await send('touchEnd', [])),
    }
  }

  /** The colour that is painted at a point of the page, as `r, g, b`. */
  async paintedAt({ x, y }: At): Promise<string> {
    return this.stage.locator('canvas').evaluateAll(
      (canvases, at) => {
        for (const canvas of canvases.reverse() as HTMLCanvasElement[]) {
          const { left, top, width } = canvas.getBoundingClientRect()
          if (width === 0) continue
          const ratio = canvas.width / width
          const data = canvas.getContext('2d')?.getImageData((at.x - left) * ratio, (at.y - top) * ratio, 1, 1).data
          if (data && data[3] === 255) return [...data.subarray(0, 3)].join(', ')
        }
        return 'nothing'
      },
      { x, y },
    )
  }

  // Everybody -------------------------------------------------------------------------------------------------------

  async presses(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Writes as an input method does: what it composes, sign by sign; the last is what was meant. */
  async inputMethod(): Promise<(...stages: readonly string[]) => Promise<void>> {
    const session = await this.page.context().newCDPSession(this.page)
    return async (...stages) => {
      for (const text of stages)
        await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await session.send('Input.insertText', { text: stages.at(-1) ?? '' })
    }
  }

  /** axe finds nothing in the present state, by day and by night. At night only the colours are others. */
  async isAccessible(state: string): Promise<void> {
    expect(await this.#violations(), `axe, ${state}`).toEqual([])
    await this.page.emulateMedia({ colorScheme: 'dark' })
    expect(await this.#violations(['color-contrast']), `axe, ${state}, dark`).toEqual([])
    await this.page.emulateMedia({ colorScheme: 'light' })
  }

  async #violations(rules?: string[]): Promise<readonly string[]> {
    // Brought once in a page, where the builder would bring it twice a look.
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(AXE)
    // The page has no frames, and what passes is not told: five times as fast.
    const axe = new AxeBuilder({ page: this.page, axeSource: '0' }).setLegacyMode(true)
    const { violations } = await axe
      .options({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
      .analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
  }
}
