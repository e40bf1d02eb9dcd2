/** A bad network: a proxy between clients and a server that delays, tears, cuts and swallows what passes; seeded. */
import type { AddressInfo, Server, Socket } from 'node:net'
import { connect, createServer } from 'node:net'
import type { Random } from './random.ts'

/** What a line does to everything that passes it, in both directions. Bytes never overtake each other. */
export interface Weather {
  readonly delayMs: number
  /** Up to so much more, for each piece. */
  readonly jitterMs: number
  /** Pieces of one byte each. */
  readonly isTorn: boolean
}

export const CALM: Weather = { delayMs: 0, jitterMs: 0, isTorn: false }

/** A torn piece is torn this far; the rest of it follows in one. */
const TORN_BYTES = 300

/** What is on its way to one end, in order. */
interface Queue {
  readonly waiting: { readonly due: number; readonly act: () => void }[]
  timer: NodeJS.Timeout | undefined
  /** When the last piece leaves. */
  due: number
}

/** One client's connection, as long as it lasts. */
export class Line {
  weather: Weather
  readonly #client: Socket
  readonly #server: Socket
  readonly #random: Random
  readonly #queues: readonly Queue[]
  #isHole = false

  constructor(client: Socket, server: Socket, options: { readonly weather: Weather; readonly random: Random }) {
    this.#client = client
    this.#server = server
    this.weather = options.weather
    this.#random = options.random
    this.#queues = [this.#pass(client, server), this.#pass(server, client)]
  }

  #pass(from: Socket, to: Socket): Queue {
    const queue: Queue = { waiting: [], timer: undefined, due: 0 }
    from.setNoDelay(true)
    from.on('data', (bytes: Buffer) => this.#later(queue, () => this.#write(to, bytes)))
    from.on('end', () => this.#later(queue, () => to.end()))
    from.on('error', () => this.cut())
    from.on('close', () => this.#later(queue, () => to.destroy()))
    return queue
  }

  #later(queue: Queue, act: () => void): void {
    const { delayMs, jitterMs } = this.weather
    queue.due = Math.max(queue.due, performance.now() + delayMs + jitterMs * this.#random())
    queue.waiting.push({ due: queue.due, act })
    if (!queue.timer) this.#deliver(queue)
  }

  #deliver(queue: Queue): void {
    queue.timer = undefined
    for (let next = queue.waiting[0]; next; next = queue.waiting[0]) {
      const rest = next.due - performance.now()
      if (rest > 0) {
        queue.timer = setTimeout(() => this.#deliver(queue), rest)
        return
      }
      queue.waiting.shift()
      if (!this.#isHole) next.act()
    }
  }

  #write(to: Socket, bytes: Buffer): void {
    if (to.destroyed || to.writableEnded) return
    const torn = this.weather.isTorn ? Math.min(bytes.length, TORN_BYTES) : 0
    for (let i = 0; i < torn; i++) to.write(bytes.subarray(i, i + 1))
    if (torn < bytes.length) to.write(bytes.subarray(torn))
  }

  /** Both ends are told that it is over; what was under way is lost. */
  cut(): void {
    this.#stop()
    this.#client.destroy()
    this.#server.destroy()
  }

  /** As `cut`, but with a reset, as after a crash of a machine on the way. */
  reset(): void {
    this.#stop()
    this.#client.resetAndDestroy()
    this.#server.resetAndDestroy()
  }

  /** From now on nothing passes, and nobody is told. */
  blackHole(): void {
    this.#isHole = true
  }

  #stop(): void {
    this.#isHole = true
    for (const queue of this.#queues) clearTimeout(queue.timer)
  }
}

export interface ProxyOptions {
  /** The server's port; asked anew for each connection, as a restarted server may have another. */
  readonly target: () => number
  readonly random: Random
}

export class ChaosProxy {
  /** For lines that begin from now on. */
  weather: Weather = CALM
  /** Nobody gets through: each attempt is cut at once. */
  isShut = false
  readonly lines = new Set<Line>()
  readonly #server: Server
  readonly #options: ProxyOptions

  private constructor(options: ProxyOptions) {
    this.#options = options
    this.#server = createServer({ allowHalfOpen: true }, client => this.#take(client))
  }

  static async open(options: ProxyOptions): Promise<ChaosProxy> {
    const proxy = new ChaosProxy(options)
    await new Promise<void>(resolve => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  #take(client: Socket): void {
    if (this.isShut) return void client.destroy()
    const server = connect({ port: this.#options.target(), host: '127.0.0.1', allowHalfOpen: true })
    const line = new Line(client, server, { weather: this.weather, random: this.#options.random })
    this.lines.add(line)
    const isOver = () => client.destroyed && server.destroyed && this.lines.delete(line)
    client.once('close', isOver)
    server.once('close', isOver)
  }

  /** Every line there is, and those to come. */
  setWeather(weather: Weather): void {
    this.weather = weather
    for (const line of this.lines) line.weather = weather
  }

  cut(): void {
    for (const line of this.lines) line.cut()
  }

  async close(): Promise<void> {
    this.isShut = true
    this.cut()
    await new Promise(resolve => this.#server.close(resolve))
  }
}
