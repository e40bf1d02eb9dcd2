/** Renders an element again when the figures of its timer change, and not in between. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Rest } from '../../shared/workshop/timer.ts'
import { untilNextFigure } from '../words/clock.ts'

export class ClockTick implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #rest: () => Rest | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, rest: () => Rest | undefined) {
    this.#host = host
    this.#rest = rest
    host.addController(this)
  }

  hostUpdated(): void {
    this.hostDisconnected()
    const rest = this.#rest()
    if (!rest || rest.isPaused) return
    this.#timer = setTimeout(() => this.#host.requestUpdate(), untilNextFigure(rest) + 1)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }
}
