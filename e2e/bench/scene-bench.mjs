/** Measures what a frame of the scene costs the main thread, against a plain canvas loop in the same run. `node e2e/bench/scene-bench.mjs [words of a case]` */
import { chromium } from 'playwright'
import { browserFlags, findBrowser } from '../../scripts/browser.mjs'
import { serveHarness } from '../looks/scene-harness/serve.mjs'

const FRAMES = 60
const ROUNDS = 3
const VIEW = { width: 1280, height: 800 }
/** Where 100 % looks: into the blocks, where notes are. */
const NEAR = { x: 700, y: 60, zoom: 1 }
const MANY = [
  { notes: 200, budget: 2 },
  { notes: 1_000, budget: 1.5 },
  { notes: 10_000, budget: 2 },
]
// The plain loop draws no strokes: theirs is what they may cost besides.
const CASES = [
  ...MANY.map(({ notes, budget }) => ({ name: `pan 100 %, ${notes} notes`, notes, run: 'pan', budget })),
  ...MANY.map(({ notes, budget }) => ({ name: `drag 100 %, ${notes} notes`, notes, run: 'drag', budget })),
  { name: 'pan 100 %, 200 notes and 500 strokes', notes: 200, strokes: 500, run: 'pan', budget: 3 },
  { name: 'pan, whole canvas, 200 notes and 500 strokes', notes: 200, strokes: 500, run: 'panWhole', budget: 2 },
  { name: 'pan, whole canvas, 1000 notes', notes: 1_000, run: 'panWhole', budget: 1 },
  { name: 'pan, whole canvas, 5000 notes', notes: 5_000, run: 'panWhole', budget: 1 },
  { name: 'zoom from 20 % to 44 % and back, 5000 notes', notes: 5_000, run: 'zoom', budget: 2 },
]

/** Runs in the page: `act(i)` before each of the frames. */
const frames = (count, act) =>
  new Promise(done => {
    let i = 0
    const step = () => {
      if (i === count) return done()
      act(i++)
      requestAnimationFrame(step)
    }
    requestAnimationFrame(step)
  })

const SCENE = {
  pan: `harness.near(NEAR); await rest(); await measured(i => harness.editor.panBy(i % 2 ? -7 : -9, i % 20 < 10 ? -11 : 11))`,
  drag: `harness.near(NEAR); await rest(); harness.take(NEAR); await rest()
         await measured(i => harness.dragBy(40 + i * 3, 30 + (i % 20) * 4)); harness.editor.cancel()`,
  panWhole: `harness.editor.look('whole'); await rest(); await measured(i => harness.editor.panBy(i % 2 ? -3 : 3, i % 4 < 2 ? -2 : 2))`,
  zoom: `harness.near({ x: 0, y: 0, zoom: 0.2 }); await rest()
         await measured(i => harness.editor.zoomAt({ x: 300, y: 200 }, i % 20 < 10 ? 1.04 : 1 / 1.04))`,
}
const PLAIN = {
  pan: `yardstick.look(NEAR); await rest(); await measured(i => yardstick.pan(i % 2 ? -7 : -9, i % 20 < 10 ? -11 : 11))`,
  drag: `yardstick.look(NEAR); await rest(); await measured(i => yardstick.drag('n1', { x: 40 + i * 3, y: 30 + (i % 20) * 4 }))`,
  panWhole: `yardstick.whole(); await rest(); await measured(i => yardstick.pan(i % 2 ? -3 : 3, i % 4 < 2 ? -2 : 2))`,
  zoom: `let z = 0.2; yardstick.look({ x: 0, y: 0, zoom: z }); await rest()
         await measured(i => { z *= i % 20 < 10 ? 1.04 : 1 / 1.04; yardstick.look({ x: 0, y: 0, zoom: z }) })`,
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Main-thread time per frame in ms, and how long the page took to show its notes. */
async function measure(browser, address, script) {
  const page = await browser.newPage({ viewport: VIEW })
  const client = await page.context().newCDPSession(page)
  // Processor time of the main thread: what else the machine does is not counted.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  const busy = async () =>
    (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value
  const marks = []
  await page.exposeFunction('mark', async () => marks.push(await busy()))
  await page.goto(address)
  await page.waitForFunction(() => window.harness ?? window.yardstick)
  await page.evaluate(async () => {
    await document.fonts.ready
    await new Promise(done => setTimeout(done, 500))
  })
  await page.evaluate(`(async () => {
    const frames = ${frames}
    const NEAR = ${JSON.stringify(NEAR)}
    const rest = () => new Promise(done => setTimeout(done, 450))
    const measured = async act => { await frames(10, act); await mark(); await frames(${FRAMES}, act); await mark() }
    ${script}
  })()`)
  await page.close()
  return ((marks[1] - marks[0]) / FRAMES) * 1000
}

const { url, close } = await serveHarness()
const plainUrl = url.replace('looks/scene-harness/index.html', 'bench/plain.html')
const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserFlags })
let failed = false
try {
  const wanted = process.argv[2] ?? ''
  for (const { name, notes, strokes = 0, run, budget } of CASES.filter(each => each.name.includes(wanted))) {
    const scene = []
    const plain = []
    for (let round = 0; round < ROUNDS; round++) {
      plain.push(await measure(browser, `${plainUrl}?notes=${notes}`, PLAIN[run]))
      scene.push(await measure(browser, `${url}?bare&notes=${notes}&strokes=${strokes}`, SCENE[run]))
    }
    const ratio = median(scene) / median(plain)
    failed ||= ratio > budget
    console.log(
      `${name}: ${median(scene).toFixed(2)} ms against ${median(plain).toFixed(2)} ms, ${ratio.toFixed(2)} × (budget ${budget} ×)`,
    )
  }
} finally {
  await browser.close()
  await close()
}
process.exitCode = failed ? 1 : 0
