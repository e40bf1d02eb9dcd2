/** `npm run lighthouse`: performance, accessibility and best practices of the first page and of a board, on the built server. Lighthouse comes from npm when it is asked for: it is larger than all else together. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchOptions } from '../e2e/support/browser.ts'
import { Nonagon } from '../e2e/support/nonagon.ts'
import { Person } from '../e2e/support/person.ts'

const VERSION = '13.5.0'
const WANTED = 95
const CATEGORIES = ['performance', 'accessibility', 'best-practices']

/** A port that was free a moment ago: Lighthouse finds the browser by it. */
const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const folder = mkdtempSync(join(tmpdir(), 'nonagon-lighthouse-'))
const profile = join(folder, 'profile')
const nonagon = await new Nonagon().start()
let browser
try {
  const board = await nonagon.makeBoard({ example: 'spotify' })
  // Who joined is at the board at once when the page is opened anew, as Lighthouse does.
  const context = await chromium.launchPersistentContext(profile, launchOptions)
  await new Person(await context.newPage(), 'Ana').joins(board.links.participant)
  await context.close()
  // Not Playwright's: that would hold each page that Lighthouse opens.
  const port = await freePort()
  const flags = [...launchOptions.args, '--headless', `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`]
  browser = spawn(launchOptions.executablePath, flags, { stdio: 'ignore' })
  await measure('first page', nonagon.url, port)
  await measure('board', `${nonagon.url}/b/${board.board}`, port)
} finally {
  browser?.kill()
  await nonagon.dispose()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function measure(name, url, port) {
  const file = join(folder, 'report.json')
  const options = [`--port=${port}`, '--preset=desktop', '--output=json', `--output-path=${file}`, '--quiet']
  const only = `--only-categories=${CATEGORIES.join()}`
  const args = ['--yes', `lighthouse@${VERSION}`, url, ...options, only, '--disable-storage-reset']
  const [code] = await once(spawn('npx', args, { stdio: 'inherit' }), 'exit')
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}.`)
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8'))
  const scores = CATEGORIES.map(id => [id, Math.round(categories[id].score * 100)])
  console.log(`${name}: ${scores.map(([id, score]) => `${id} ${score}`).join(', ')} (each ≥ ${WANTED})`)
  for (const id of CATEGORIES)
    for (const { id: audit, weight } of categories[id].auditRefs)
      if (weight > 0 && audits[audit].score !== null && audits[audit].score < 0.9)
        console.log(`  ${id}: ${audits[audit].title} ${audits[audit].displayValue ?? ''}`)
  if (scores.some(([, score]) => score < WANTED)) process.exitCode = 1
}
