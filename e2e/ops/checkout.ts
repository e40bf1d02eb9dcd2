/** The sources as a fresh clone has them, in a temporary folder: nothing built, the packages of this clone linked. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What .gitignore keeps out, and what only pictures and figures leave behind. */
const LEFT_OUT = new Set([
  '.git',
  'node_modules',
  'dist',
  'data',
  'test-results',
  'playwright-report',
  '.look',
  '.bench',
])

export const temporaryFolder = (name: string): string => mkdtempSync(join(tmpdir(), `nonagon-${name}-`))

/** One link for each package: whatever removes `node_modules` there, removes links. */
export function linkPackages(folder: string): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(folder, 'node_modules')]
  mkdirSync(to)
  for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name))
}

export function checkOut(folder: string): void {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: path => !(LEFT_OUT.has(basename(path)) && join(dirname(path), '/') === join(ROOT, '/')),
  })
  linkPackages(folder)
}

/** An environment that owes nothing to the npm which runs these tests. */
export const bareEnv = (home: string, nodeAt = dirname(process.execPath)): Record<string, string> => ({
  PATH: `${nodeAt}:${process.env['PATH'] ?? ''}`,
  HOME: home,
  npm_config_cache: join(home, '.npm'),
  npm_config_update_notifier: 'false',
})
