/** Limits in time: token buckets, one or one for each address. */

/** Holds `burst` tokens and gains `perSecond`. Time is passed in, in ms. */
export class Bucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #at: number

  constructor(limit: { readonly perSecond: number; readonly burst: number }, now: number) {
    this.#perSecond = limit.perSecond
    this.#burst = limit.burst
    this.#tokens = limit.burst
    this.#at = now
  }

  /** Takes `count` tokens if they are there. */
  take(now: number, count = 1): boolean {
    this.#fill(now)
    if (this.#tokens < count) return false
    this.#tokens -= count
    return true
  }

  /** Is there a token, without taking it? */
  has(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= 1
  }

  isFull(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= this.#burst
  }

  #fill(now: number): void {
    this.#tokens = Math.min(this.#burst, this.#tokens + (Math.max(0, now - this.#at) * this.#perSecond) / 1000)
    this.#at = now
  }
}

/** A bucket for each key. Full buckets are forgotten, so that memory follows the traffic. */
export class Buckets {
  readonly #limit: { readonly perSecond: number; readonly burst: number }
  readonly #buckets = new Map<string, Bucket>()
  #sweepAt = 0

  constructor(limit: { readonly perSecond: number; readonly burst: number }) {
    this.#limit = limit
  }

  take(key: string, now: number): boolean {
    return this.#bucket(key, now).take(now)
  }

  has(key: string, now: number): boolean {
    return this.#bucket(key, now).has(now)
  }

  #bucket(key: string, now: number): Bucket {
    if (now >= this.#sweepAt) this.#sweep(now)
    let bucket = this.#buckets.get(key)
    if (!bucket) this.#buckets.set(key, (bucket = new Bucket(this.#limit, now)))
    return bucket
  }

  get size(): number {
    return this.#buckets.size
  }

  #sweep(now: number): void {
    this.#sweepAt = now + 60_000
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key)
  }
}

/** How many sockets may be open: a person's tabs, a board, an office behind one address, a server. */
export const SOCKET_LIMITS = { person: 32, board: 1_200, address: 1_500, server: 5_000 } as const

/** Frames of one socket (T21). Presence has its own. */
export const FRAME_LIMITS = {
  frames: { perSecond: 60, burst: 200 },
  bytes: { perSecond: 256 * 1024, burst: 2 * 1024 * 1024 },
  presence: { perSecond: 30, burst: 60 },
} as const
