/** What happens to boards without anybody asking: a look each second, and a sweep at the start and each hour. */
import type { BoardLife } from './board-life.ts'
import { leaveDeleted, sweepBoards } from './board-life.ts'

/** How often it is looked, unless a test cannot wait so long, ms. */
const LOOK_MS = 1_000
const SWEEP_MS = 3_600_000

export function watchBoards(life: BoardLife, lookMs = LOOK_MS): { stop(): Promise<void> } {
  let sweepAt = 0
  let looking: Promise<void> | undefined

  const look = async (): Promise<void> => {
    await leaveDeleted(life)
    await life.codes.sweep()
    if (life.now() < sweepAt) return
    sweepAt = life.now() + SWEEP_MS
    await sweepBoards(life)
  }
  // A slow disk can make one look last longer than the time to the next.
  const begin = (): void => {
    looking ??= look()
      .catch(() => life.log.warn('boards.failed'))
      .finally(() => {
        looking = undefined
      })
  }
  begin()
  const timer = setInterval(begin, lookMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
