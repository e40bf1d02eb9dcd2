/** `npm run bench`: the budgets, server first, then the scene, then the page; each as a ratio in the same run or as a figure. */
import { spawnSync } from 'node:child_process'

const parts = [['--expose-gc', 'e2e/bench/relay-bench.ts'], ['e2e/bench/scene-bench.mjs'], ['e2e/bench/page-bench.ts']]
for (const args of parts) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
