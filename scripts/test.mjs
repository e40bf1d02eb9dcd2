/** `npm test`: every layer, two at a time, with its time beside its budget, what was skipped and why, and one closing line. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const reports = mkdtempSync(join(tmpdir(), 'nonagon-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const rows = []
const skips = []

/** Runs a command whose output is the layer's; `voice` says it when it is that layer's turn. */
function run(voice, command, args, env = {}) {
  const script = command === 'node' ? args : [bin(command), ...args]
  const color = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
  const stdio = ['ignore', 'pipe', 'pipe']
  const child = spawn(process.execPath, script, { stdio, env: { ...process.env, ...color, ...env } })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', bytes => voice.says(bytes))
  return new Promise(resolve => child.once('close', code => resolve(code === 0)))
}

/** One layer's output: kept until the layers before it have ended, then said as it comes. */
class Voice {
  #kept = []
  #hasTurn = false

  says(bytes) {
    if (this.#hasTurn) process.stdout.write(bytes)
    else this.#kept.push(bytes)
  }

  takesTurn() {
    this.#hasTurn = true
    for (const bytes of this.#kept) process.stdout.write(bytes)
    this.#kept = []
  }
}

const together = async (...runs) => (await Promise.all(runs)).every(ok => ok)

/** The script behind a package's command, so that a path with a space or another shell makes no difference. */
function bin(name) {
  const manifest = JSON.parse(readFileSync(`node_modules/${PACKAGES[name]}/package.json`, 'utf8'))
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[name]
  return join('node_modules', PACKAGES[name], file)
}
const PACKAGES = {
  vitest: 'vitest',
  playwright: '@playwright/test',
  eslint: 'eslint',
  prettier: 'prettier',
  knip: 'knip',
}

async function vitest(voice, project) {
  const report = join(reports, `${project}.json`)
  const ok = await run(voice, 'vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return false
  const result = JSON.parse(readFileSync(report, 'utf8'))
  totals.passed += result.numPassedTests
  totals.failed += result.numFailedTests
  for (const file of result.testResults)
    for (const test of file.assertionResults)
      if (test.status === 'skipped' || test.status === 'pending' || test.status === 'todo')
        skip(test.fullName, test.meta?.why)
  return ok
}

async function playwright(voice) {
  const report = join(reports, 'browsers.json')
  const ok = await run(voice, 'playwright', ['test'], { NONAGON_REPORT: report })
  if (!existsSync(report)) return false
  const visit = suite => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) {
        if (test.status === 'skipped')
          skip(spec.title, test.annotations.find(each => each.type === 'skip')?.description)
        else if (test.status === 'expected') totals.passed++
        else totals.failed++
      }
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of JSON.parse(readFileSync(report, 'utf8')).suites) visit(suite)
  return ok
}

function skip(name, why = 'no reason given') {
  totals.skipped++
  skips.push(`${name}: ${why}`)
}

/** In the order in which they are told. A budget is what a layer takes beside another. */
const LAYERS = [
  { name: 'types', budget: 30, work: voice => run(voice, 'node', ['node_modules/ts7/bin/tsc', '-b']) },
  {
    name: 'lint',
    budget: 280,
    work: voice =>
      together(
        run(voice, 'prettier', ['--check', '--log-level', 'warn', '.']),
        run(voice, 'eslint', ['.']),
        run(voice, 'knip', []),
      ),
  },
  { name: 'unit', budget: 190, work: voice => vitest(voice, 'unit') },
  { name: 'chaos', budget: 150, work: voice => vitest(voice, 'chaos') },
  { name: 'ops', budget: 40, work: voice => vitest(voice, 'ops') },
  { name: 'browsers', budget: 300, work: playwright },
].map(each => ({ ...each, voice: new Voice(), ended: Promise.withResolvers() }))

async function runs({ name, budget, work, voice, ended }) {
  const begun = performance.now()
  const ok = await work(voice)
  const seconds = (performance.now() - begun) / 1000
  rows.push({ name, seconds, budget, ok })
  if (!ok) process.exitCode = 1
  ended.resolve()
}

/** A lane runs one layer after the other. Browsers leave two fifths of two cores idle; all else takes them. */
async function lane(waiting) {
  for (let next = waiting.shift(); next; next = waiting.shift()) await runs(next)
}

async function tells() {
  for (const { name, voice, ended } of LAYERS) {
    console.log(`\n— ${name} —`)
    voice.takesTurn()
    await ended.promise
  }
}

const begun = performance.now()
const waiting = LAYERS.toSorted((a, b) => Number(b.name === 'browsers') - Number(a.name === 'browsers'))
await Promise.all([lane(waiting), lane(waiting), tells()])
const all = (performance.now() - begun) / 1000
rmSync(reports, { recursive: true, force: true })

const row = (name, seconds, budget) =>
  `${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} ${String(budget).padStart(7)}${seconds > budget ? '  over budget' : ''}`
console.log('\nlayer      seconds  budget')
for (const { name } of LAYERS) {
  const { seconds, budget, ok } = rows.find(each => each.name === name)
  console.log(`${row(name, seconds, budget)}${ok ? '' : '  FAILED'}`)
}
console.log(`${row('all', all, 480)}  (two layers run at a time)`)
for (const each of skips) console.log(`skipped: ${each}`)
console.log('Stories with the tag @soak (more sizes of screen, more ways to the same) run in `npm run soak`.')
if (process.exitCode) totals.failed = Math.max(1, totals.failed)
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
