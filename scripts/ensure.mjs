/** Makes the machine ready for a command: packages, then (if asked) a build and a browser. Runs on any Node; imports nothing that must first be installed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const wanted = new Set(process.argv.slice(2))
const windows = process.platform === 'win32'
const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: 'inherit', shell: windows, env: { ...process.env, ...env } }).status === 0
const stop = sentence => {
  console.error(sentence)
  process.exit(1)
}

/** A hash of every file that counts, so that a change of any of them is seen whatever its date says. */
const hashOf = paths => {
  const hash = createHash('sha256')
  const visit = path => {
    let entries
    try {
      entries = readdirSync(path, { withFileTypes: true })
    } catch {
      if (existsSync(path)) hash.update(path).update(readFileSync(path))
      return
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.isDirectory()) visit(join(path, entry.name))
      else if (!/\.(test\.ts|md)$/.test(entry.name))
        hash.update(join(path, entry.name)).update(readFileSync(join(path, entry.name)))
    }
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}
const stamped = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value
const stamp = (file, value) => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, value)
}

const lock = hashOf(['package-lock.json'])
if (!stamped('node_modules/.nonagon-installed', lock)) {
  console.log('Installing packages…')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    stop('The packages could not be installed. Is the package registry reachable?')
  stamp('node_modules/.nonagon-installed', lock)
}

const sources = hashOf([
  'client',
  'server',
  'shared',
  'package-lock.json',
  'vite.config.ts',
  'scripts/lighter.ts',
  'vite.server.config.ts',
  'tsconfig.base.json',
])
if (wanted.has('build') && !(stamped('dist/.built', sources) && existsSync('dist/server/main.js'))) {
  console.log('Building…')
  // The npm script has Node 24 on its path; this process may be an older one.
  if (!run('npm', ['run', '--silent', 'build'])) stop('The build failed.')
  stamp('dist/.built', sources)
}

if (wanted.has('browser')) {
  const { findBrowser } = await import('./browser.mjs')
  if (!(await findBrowser())) {
    console.log('Looking for a browser…')
    run('npx', ['playwright', 'install', 'chromium'])
    if (!(await findBrowser()) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      run('apt-get', ['update', '-qq'])
      const install = browser =>
        run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', browser, 'fonts-dejavu-core'], {
          DEBIAN_FRONTEND: 'noninteractive',
        })
      // The headless shell starts pages in half the time; not every release has one.
      if (!install('chromium-headless-shell')) install('chromium')
    }
    if (!(await findBrowser())) stop('No browser was found. Install Chromium, or say where one is with BROWSER_PATH.')
  }
}
