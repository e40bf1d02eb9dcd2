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

/**
 * The cheapest of many runs, in processor milliseconds: what it costs once it is compiled. Runs are counted, not the time they
 * take, in which a busy machine would have room for few.
 */
export function leastCost(run: () => unknown): number {
  const until = spentMs() + 100
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 10 || spentMs() < until; i++) least = Math.min(least, costOf(run))
  return least
}
