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
 * The cheapest of many runs, in processor milliseconds: what it costs once it is compiled and neighbours leave the caches alone.
 * The first within its budget is proof enough.
 */
export function leastCost(run: () => unknown, budget: number): number {
  const until = spentMs() + 1_000
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; least >= budget && (i < 10 || spentMs() < until); i++) least = Math.min(least, costOf(run))
  return least
}
