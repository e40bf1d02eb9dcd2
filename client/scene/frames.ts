/** One paint per animation frame, and only of layers that something happened to. Nothing is asked of the browser while all is still. */

/** The browser's clock and frames; tests have their own. */
export interface Clock {
  now(): number
  /** Calls back before the next paint; the answer takes the wish back. */
  nextFrame(callback: () => void): () => void
  after(ms: number, callback: () => void): () => void
}

export const browserClock: Clock = {
  now: () => performance.now(),
  nextFrame: callback => {
    const id = requestAnimationFrame(callback)
    return () => cancelAnimationFrame(id)
  },
  after: (ms, callback) => {
    const id = setTimeout(callback, ms)
    return () => clearTimeout(id)
  },
}

export interface Frames<Layer extends string> {
  /** This layer is no longer what it should be. */
  mark(...layers: readonly Layer[]): void
  /** This layer moves until then: it is painted in each frame, the last time when all has arrived. */
  moves(layer: Layer, until: number): void
  /** This layer changes by itself at that time. Only the earliest time a layer was given counts. */
  wake(layer: Layer, at: number): void
  /** Paints what is dirty at once, as when a surface was emptied. */
  flush(): void
  stop(): void
}

export function createFrames<Layer extends string>(
  clock: Clock,
  paint: (dirty: ReadonlySet<Layer>, now: number) => void,
): Frames<Layer> {
  let dirty = new Set<Layer>()
  let takeBack: (() => void) | undefined
  const moving = new Map<Layer, number>()
  const alarms = new Map<Layer, { at: number; cancel: () => void }>()

  const ask = () => {
    takeBack ??= clock.nextFrame(frame)
  }
  const frame = () => {
    takeBack = undefined
    const now = clock.now()
    for (const [layer, until] of moving) {
      dirty.add(layer)
      if (now >= until) moving.delete(layer)
    }
    const due = dirty
    dirty = new Set()
    if (due.size > 0) paint(due, now)
    if (moving.size > 0) ask()
  }
  const mark = (...layers: readonly Layer[]) => {
    for (const layer of layers) dirty.add(layer)
    ask()
  }
  return {
    mark,
    moves: (layer, until) => {
      moving.set(layer, Math.max(until, moving.get(layer) ?? 0))
      ask()
    },
    wake: (layer, at) => {
      const alarm = alarms.get(layer)
      if (alarm && alarm.at <= at) return
      alarm?.cancel()
      const cancel = clock.after(Math.max(0, at - clock.now()), () => {
        alarms.delete(layer)
        mark(layer)
      })
      alarms.set(layer, { at, cancel })
    },
    flush: () => {
      takeBack?.()
      frame()
    },
    stop: () => {
      takeBack?.()
      for (const { cancel } of alarms.values()) cancel()
      moving.clear()
      alarms.clear()
      dirty.clear()
    },
  }
}
