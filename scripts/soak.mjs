/** `npm run soak`: the same tests as `npm test`, for hours instead of minutes: a thousand kills, a million frames, ten thousand schedules, and the stories that wait for it. */
import { spawnSync } from 'node:child_process'

const env = { ...process.env, NONAGON_SOAK: '1' }
const run = args => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
  if (status !== 0) process.exitCode = 1
}

for (const project of ['unit', 'chaos', 'ops'])
  run(['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--testTimeout=3600000'])
run(['node_modules/@playwright/test/cli.js', 'test', '--grep', '@soak'])
