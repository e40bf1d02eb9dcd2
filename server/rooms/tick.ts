/** One turn of collect, apply, commit, send, for all rooms together: what anyone can see is on disk. */
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Batch, Entry, Storage } from '../storage/storage.ts'
import { StorageError } from '../storage/storage.ts'
import type { Room } from './room.ts'

/** While the server is busy a tick comes so often; after a pause the first frame does not wait. */
const TICK_MS = 20
const PROBE_MS = 1_000

/** Rows that belong to no document: a ticket, a session, a board. */
interface Job {
  readonly entries: Batch
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface TickOptions {
  readonly storage: Storage
  readonly now: () => number
  readonly metrics: Metrics
  readonly log: Log
  /** Storage began to fail, or takes rows again. */
  readonly failing: (isFailing: boolean) => void
}

export class Tick {
  readonly #options: TickOptions
  readonly #rooms = new Set<Room>()
  #jobs: Job[] = []
  #timer: NodeJS.Timeout | NodeJS.Immediate | undefined
  #running: Promise<void> | undefined
  #endedAt = 0
  #isFailing = false
  #probe: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(options: TickOptions) {
    this.#options = options
  }

  get isFailing(): boolean {
    return this.#isFailing
  }

  wake(room: Room): void {
    this.#rooms.add(room)
    this.#schedule()
  }

  /** Writes rows that belong to no document; resolves when they are on disk, rejects when they are not. */
  write(entries: Batch): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#jobs.push({ entries, resolve, reject })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#timer || this.#running || this.#isStopped) return
    const rest = this.#endedAt + TICK_MS - performance.now()
    const begin = () => {
      this.#timer = undefined
      this.#running = this.#run().finally(() => {
        this.#running = undefined
        this.#endedAt = performance.now()
        if (this.#rooms.size > 0 || this.#jobs.length > 0) this.#schedule()
      })
    }
    this.#timer = rest > 0 ? setTimeout(begin, rest) : setImmediate(begin)
  }

  async #run(): Promise<void> {
    const rooms = [...this.#rooms]
    const jobs = this.#jobs
    this.#rooms.clear()
    this.#jobs = []
    this.#options.metrics.tickFrames.observe(rooms.reduce((sum, room) => sum + room.frames, 0))
    const turns = rooms.flatMap(room => this.#turn(room))
    const batch = [...turns.flatMap(turn => turn.entries), ...jobs.flatMap(job => job.entries)]
    try {
      await this.#commit(batch)
    } catch (error) {
      return this.#oneByOne(turns, jobs, error)
    }
    for (const { room } of turns) this.#show(room)
    for (const job of jobs) job.resolve()
  }

  #turn(room: Room): { room: Room; entries: readonly Entry[] }[] {
    try {
      return [{ room, entries: room.turn({ readOnly: this.#isFailing }) }]
    } catch (error) {
      this.#crash(room, error)
      return []
    }
  }

  #show(room: Room): void {
    try {
      room.show()
    } catch (error) {
      this.#crash(room, error)
    }
  }

  /** A mistake of ours in one room must not stop the others: the room is dropped and loaded again from disk. */
  #crash(room: Room, error: unknown): void {
    this.#options.log.warn('room.crashed', {
      error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown',
    })
    room.fail(error)
  }

  async #commit(batch: Batch): Promise<void> {
    if (batch.length === 0) return
    const end = this.#options.metrics.commitSeconds.startTimer()
    await this.#options.storage.commit(batch)
    end()
  }

  /** A commit failed: each room tries alone, so that one bad row does not hurt the others. */
  async #oneByOne(
    turns: readonly { room: Room; entries: readonly Entry[] }[],
    jobs: readonly Job[],
    first: unknown,
  ): Promise<void> {
    this.#note(first)
    for (const { room, entries } of turns) {
      try {
        await this.#commit(entries)
        this.#show(room)
      } catch (error) {
        this.#note(error)
        room.fail(error)
      }
    }
    for (const job of jobs) {
      try {
        await this.#commit(job.entries)
        job.resolve()
      } catch (error) {
        job.reject(error)
      }
    }
    await this.#tryOut()
  }

  #note(error: unknown): void {
    this.#options.metrics.commitFailures.inc()
    this.#options.log.warn('commit.failed', { error: error instanceof Error ? error.message : 'unknown' })
  }

  /** Does storage take a row at all? Until it does, the server is read-only and asks again every second. */
  async #tryOut(): Promise<void> {
    try {
      await this.#options.storage.commit([{ kind: 'probe', at: this.#options.now() }])
      this.#setFailing(false)
    } catch (error) {
      if (!(error instanceof StorageError)) throw error
      this.#setFailing(true)
      clearTimeout(this.#probe)
      if (this.#isStopped) return
      this.#probe = setTimeout(() => void this.#tryOut(), PROBE_MS)
      this.#probe.unref()
    }
  }

  #setFailing(isFailing: boolean): void {
    if (this.#isFailing === isFailing) return
    this.#isFailing = isFailing
    this.#options.failing(isFailing)
  }

  /** Runs what still waits, then never again. */
  async stop(): Promise<void> {
    await this.#running
    while (this.#rooms.size > 0 || this.#jobs.length > 0) await this.#run()
    this.#isStopped = true
    clearTimeout(this.#probe)
    clearTimeout(this.#timer as NodeJS.Timeout)
    clearImmediate(this.#timer as NodeJS.Immediate)
  }
}
