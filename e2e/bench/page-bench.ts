/** `npm run bench`, last part: the page as a person has it, a real browser at a real server: coming in, typing among others, staying for an hour. */
import type { Browser, CDPSession } from 'playwright'
import { chromium } from 'playwright'
import { BLOCK_IDS } from '../../shared/canvas/blocks.ts'
import { openCanvas } from '../../shared/canvas/canvas.ts'
import { toJSON } from '../../shared/canvas/json.ts'
import { change, moveNotes } from '../../shared/canvas/operations.ts'
import type { Place } from '../../shared/canvas/records.ts'
import { launchOptions } from '../support/browser.ts'
import type { MadeBoard } from '../support/nonagon.ts'
import { Nonagon, secretOf } from '../support/nonagon.ts'
import { Person } from '../support/person.ts'
import { rawWith } from '../support/raw.ts'
import { canvasContent } from './canvas.ts'
import type { Row } from './measure.ts'
import { median, printRows, quantile } from './measure.ts'

const VIEW = { width: 1440, height: 900 }
const OTHERS = 10
const LETTERS = 120
/** Acts in ten minutes of a busy person; an hour is six times that. */
const ACTS = 60
const TENTHS = 6

/** Spread over the nine blocks, as no canvas of thousands would fit into one. */
function spread(notes: number): unknown {
  const content = canvasContent(notes)
  const at = (i: number): Place => [
    BLOCK_IDS[i % BLOCK_IDS.length] ?? 'channels',
    (i % 3) * 224,
    Math.floor(i / 27) * 144,
    i,
  ]
  return toJSON({ ...content, notes: content.notes.map((note, i) => ({ ...note, place: at(i) })) })
}

async function withBoard(
  notes: number,
  run: (nonagon: Nonagon, board: MadeBoard, browser: Browser) => Promise<void>,
): Promise<void> {
  const nonagon = await new Nonagon().start()
  const browser = await chromium.launch(launchOptions)
  try {
    await run(nonagon, await nonagon.makeBoard({ json: spread(notes) }), browser)
  } finally {
    await browser.close()
    await nonagon.dispose()
  }
}

/** Resolves with the page's time (ms) at which paper is on the canvas: a note's colour on a line through its middle. */
const PAPER_SEEN = `new Promise(done => {
  const canvases = root => [...root.querySelectorAll('*')].flatMap(each =>
    each.localName === 'canvas' ? [each] : each.shadowRoot ? canvases(each.shadowRoot) : [])
  const isPaper = ([r, g, b, a]) => a === 255 && r > 230 && g > 200 && b < 190
  const look = () => {
    for (const canvas of canvases(document)) {
      if (canvas.width === 0 || canvas.height === 0) continue
      const { data } = canvas.getContext('2d').getImageData(0, Math.floor(canvas.height / 2), canvas.width, 1)
      for (let i = 0; i < data.length; i += 16) if (isPaper(data.subarray(i, i + 4))) return done(performance.now())
    }
    setTimeout(look, 30)
  }
  look()
})`

async function joins(rows: Row[]): Promise<void> {
  // Some less than a canvas may have, so that each round can write another.
  await withBoard(4_990, async (_nonagon, board, browser) => {
    const seen: number[] = []
    const usable: number[] = []
    for (let round = 0; round < 3; round++) {
      const context = await browser.newContext({ viewport: VIEW })
      const ana = new Person(await context.newPage(), 'Ana')
      const { page } = ana
      await ana.opens(board.links.participant)
      await page.getByRole('textbox', { name: 'Your name' }).fill('Ana')
      const from = await page.evaluate(() => performance.now())
      const [, at] = await Promise.all([
        page.getByRole('button', { name: 'Join' }).click(),
        page.evaluate<number>(PAPER_SEEN),
      ])
      seen.push(at - from)
      const field = page.getByRole('textbox', { name: /^Note in/ })
      while (!(await field.isVisible())) await ana.presses('Escape', '3', 'n')
      usable.push((await page.evaluate(() => performance.now())) - from)
      await context.close()
    }
    rows.push({
      what: 'join of 5,000 notes: the first paper is painted',
      figure: `${median(seen).toFixed(0)} ms`,
      budget: '≤ 1500 ms',
      isMet: median(seen) <= 1500,
    })
    rows.push({
      what: 'the same: a note can be written',
      figure: `${median(usable).toFixed(0)} ms`,
      budget: '≤ 3000 ms',
      isMet: median(usable) <= 3000,
    })
  })
}

/** Ten who move notes about, as fast as a hand does. */
function crowd(nonagon: Nonagon, board: MadeBoard): { readonly ready: Promise<unknown>; end(): void } {
  const raws = Array.from({ length: OTHERS }, (_, i) =>
    rawWith(secretOf(board.links.participant), `P${i}`, { url: nonagon.url, path: `${board.board}/canvas/main` }),
  )
  let beat = 0
  const timer = setInterval(() => {
    beat++
    raws.forEach((raw, i) => {
      if (!raw.isSynced || !raw.isOpen) return
      const canvas = openCanvas(raw.doc)
      const place = ['channels', (beat * 7 + i * 40) % 600, (beat * 5) % 400, beat] as const
      change(canvas, 'me', () => moveNotes(canvas, new Map([[`n${i}`, place]])))
    })
  }, 200)
  return {
    ready: Promise.all(raws.map(raw => raw.synced())),
    end: () => {
      clearInterval(timer)
      for (const raw of raws) raw.cut()
    },
  }
}

/** How long a letter takes from the key to the frame that shows it, by the browser's own account of events. */
async function typing(rows: Row[]): Promise<void> {
  await withBoard(1_000, async (nonagon, board, browser) => {
    const others = crowd(nonagon, board)
    await others.ready
    const context = await browser.newContext({ viewport: VIEW })
    const ana = await new Person(await context.newPage(), 'Ana').joins(board.links.participant)
    const { page } = ana
    await ana.stage.waitFor()
    await ana.presses('4', 'n')
    await page.getByRole('textbox', { name: /^Note in/ }).waitFor()
    await page.evaluate(() => {
      const told: number[] = []
      Object.assign(window, { told })
      new PerformanceObserver(list => {
        for (const { name, duration } of list.getEntries()) if (name === 'keydown') told.push(duration)
      }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
    })
    await page.keyboard.type('a quick word '.repeat(LETTERS / 13), { delay: 90 })
    const slow = await page.evaluate(() => (window as unknown as { told: number[] }).told)
    // What took less than the browser tells of took less than 16 ms.
    const all = [...slow, ...Array.from<number>({ length: Math.max(0, LETTERS - slow.length) }).fill(15)]
    others.end()
    await context.close()
    rows.push({
      what: 'a letter typed at 1,000 notes with ten at work, key to frame: p50, p95',
      figure: `${median(all).toFixed(0)}, ${quantile(all, 0.95).toFixed(0)} ms`,
      budget: '≤ 50 ms',
      isMet: quantile(all, 0.95) <= 50,
    })
  })
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

/** The same acts again and again; what they made is deleted, and the bin and the undo stack are what a person would have. */
async function staying(rows: Row[]): Promise<void> {
  await withBoard(300, async (_nonagon, board, browser) => {
    const context = await browser.newContext({ viewport: VIEW })
    const ana = await new Person(await context.newPage(), 'Ana').joins(board.links.participant)
    const { page } = ana
    await ana.stage.waitFor()
    const session = await context.newCDPSession(page)
    const heaps: number[] = []
    const notes = async () => (await ana.canvas()).notes.length
    const begun = await notes()
    for (let tenth = 0; tenth <= TENTHS; tenth++) {
      for (let act = 0; act < ACTS; act++) {
        await ana.presses('1', '3', 'n')
        await page.keyboard.type('Again')
        await ana.presses('Escape', 'Alt+ArrowUp', 'Delete', 'Control+z', 'Control+Shift+z', 'Escape')
        await page.mouse.move(400 + act * 3, 300 + act)
        await page.mouse.wheel(act % 2 ? 60 : -60, act % 3 ? 40 : -80)
        if (act % 10 === 0) await ana.presses('o', 'o', '?', 'Escape', 'Control+k', 'Escape')
      }
      await ana.isSaved()
      heaps.push(await heapOf(session))
    }
    const left = await notes()
    if (left !== begun) throw new Error(`${left - begun} notes were left: their weight is no leak.`)
    await context.close()
    // The first tenth of an hour fills what is kept on purpose: fonts, widths of words, the undo stack.
    const [first = 0] = heaps.slice(1)
    const last = heaps.at(-1) ?? 0
    rows.push({
      what: `heap of the page after ${ACTS * TENTHS} rounds of acts, over that after ${ACTS}`,
      figure: `${(first / 1e6).toFixed(1)} → ${(last / 1e6).toFixed(1)} MB, ${((last / first - 1) * 100).toFixed(0)} %`,
      budget: '≤ + 10 %',
      isMet: last <= first * 1.1,
    })
  })
}

const PARTS = { joins, typing, staying }
const wanted = process.argv.slice(2)
const rows: Row[] = []
for (const [name, part] of Object.entries(PARTS)) if (wanted.length === 0 || wanted.includes(name)) await part(rows)
printRows(rows)
