/** Asks for something again and again while its element is there and somebody can see it, and never twice at once. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class Poll implements ReactiveController {
  readonly #ask: () => Promise<unknown>
  readonly #everyMs: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #isHere = false

  constructor(host: ReactiveControllerHost, everyMs: number, ask: () => Promise<unknown>) {
    this.#everyMs = everyMs
    this.#ask = ask
    host.addController(this)
  }

  hostConnected(): void {
    this.#isHere = true
    // The first time its fields are not set yet.
    queueMicrotask(() => void this.#run())
  }

  hostDisconnected(): void {
    this.#isHere = false
    clearTimeout(this.#timer)
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer)
    if (!this.#isHere) return
    if (!document.hidden) await this.#ask()
    clearTimeout(this.#timer)
    if (this.#isHere) this.#timer = setTimeout(() => void this.#run(), this.#everyMs)
  }
}
