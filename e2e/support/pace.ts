/** What work costs in processor time: budgets fail for code, not for neighbours that keep the machine busy. */

const spentMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Processor milliseconds that one run takes. */
export function costOf(run: () => unknown): number {
  const before = spentMs()
  run()
  return spentMs() - before
}

/** The cheapest of many runs within a tenth of a second, in processor milliseconds: what it costs once it is compiled. */
export function leastCost(run: () => unknown): number {
  const until = performance.now() + 100
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3 || performance.now() < until; i++) least = Math.min(least, costOf(run))
  return least
}
