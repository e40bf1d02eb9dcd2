/** `npm test`: every layer in turn, with its time beside its budget, what was skipped and why, and one closing line. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const reports = mkdtempSync(join(tmpdir(), 'nonagon-test-'))
const totals = { passed: 0, failed: 0, skipped: 0 }
const rows = []
const skips = []

function run(command, args, env = {}) {
  const script = command === 'node' ? args : [bin(command), ...args]
  const child = spawn(process.execPath, script, { stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise(resolve => child.once('exit', code => resolve(code === 0)))
}

/** On two cores, what uses one. */
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

async function layer(name, budget, work) {
  console.log(`\n— ${name} —`)
  const begun = performance.now()
  const ok = await work()
  const seconds = (performance.now() - begun) / 1000
  rows.push({ name, seconds, budget, ok })
  if (!ok) process.exitCode = 1
}

async function vitest(project) {
  const report = join(reports, `${project}.json`)
  const ok = await run('vitest', [
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

async function playwright() {
  const report = join(reports, 'browsers.json')
  const ok = await run('playwright', ['test'], { NONAGON_REPORT: report })
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

await layer('types', 30, () => run('node', ['node_modules/ts7/bin/tsc', '-b']))
await layer('lint', 60, () =>
  together(run('prettier', ['--check', '--log-level', 'warn', '.']), run('eslint', ['.']), run('knip', [])),
)
await layer('unit', 60, () => vitest('unit'))
await layer('chaos', 120, () => vitest('chaos'))
await layer('ops', 40, () => vitest('ops'))
await layer('browsers', 240, playwright)
rmSync(reports, { recursive: true, force: true })

console.log('\nlayer      seconds  budget')
for (const { name, seconds, budget, ok } of rows)
  console.log(
    `${name.padEnd(10)} ${seconds.toFixed(1).padStart(7)} ${String(budget).padStart(7)}${seconds > budget ? '  over budget' : ''}${ok ? '' : '  FAILED'}`,
  )
console.log(
  `${'all'.padEnd(10)} ${rows
    .reduce((sum, row) => sum + row.seconds, 0)
    .toFixed(1)
    .padStart(7)} ${String(480).padStart(7)}`,
)
for (const each of skips) console.log(`skipped: ${each}`)
console.log('Stories with the tag @soak (more sizes of screen, more ways to the same) run in `npm run soak`.')
if (process.exitCode) totals.failed = Math.max(1, totals.failed)
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
