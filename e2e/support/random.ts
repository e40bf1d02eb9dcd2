/** Seeded randomness: a run that failed can be had again with NONAGON_SEED. */
export type Random = () => number

/** mulberry32: numbers in [0, 1) that follow from the seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

/** The seed of this run: NONAGON_SEED, or a new one, named in failures. */
export const runSeed = (): number => Number(process.env['NONAGON_SEED'] ?? Date.now() % 1_000_000)

export const isSoak = process.env['NONAGON_SOAK'] === '1'
