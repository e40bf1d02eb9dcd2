/** Nothing I write goes onto the canvas before this page knows whether a private round is on: a note meant for me alone would come before everybody's eyes. */
import type { Unsubscribe, Watchable } from '../../shared/base/observable.ts'
import type { Round } from '../../shared/workshop/session.ts'
import type { Person } from '../editor/board.ts'
import type { KeptDocument } from './kept-document.ts'

interface OutgoingOptions {
  readonly canvas: KeptDocument
  readonly workshop: KeptDocument
  /** The private round that I take part in, as the workshop says. */
  readonly round: () => Round | undefined
  readonly me: Watchable<Person>
}

/** A record that came, not a field of one. */
const NEW_NOTE = /^notes\/[^/]+$/

/**
 * Each new line of a facilitator's canvas waits until the workshop spoke over its own line, which may have died as well
 * without a word. If new notes were written meanwhile and a round is open, they are given back to their author, as the
 * server gives back to others what a step forbids.
 */
export class Outgoing {
  #options: OutgoingOptions | undefined
  #isWhole = false
  #isKnown = false

  get isHeld(): boolean {
    return !this.#isKnown && this.#isTrusted
  }

  /** The server takes what a facilitator writes, whatever the step forbids; of all others it refuses that itself, and nothing need wait. */
  get #isTrusted(): boolean {
    return this.#options === undefined || this.#options.me.value.role === 'facilitator'
  }

  follow(options: OutgoingOptions): Unsubscribe {
    this.#options = options
    const { canvas, workshop, me } = options
    const letGo = () => this.isHeld || canvas.release()
    letGo()
    const stops = [
      me.subscribe(letGo),
      canvas.news.subscribe(({ kind }) => kind === 'open' && this.#ask()),
      workshop.news.subscribe(({ kind }) => {
        if (kind === 'synced') this.#isWhole = true
        if (kind === 'open') this.#isWhole = this.#isKnown = false
        if ((kind === 'synced' || kind === 'clock') && this.#isWhole) this.#know()
      }),
      workshop.line.subscribe(({ isOpen }) => {
        if (!isOpen) this.#isWhole = this.#isKnown = false
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  #ask(): void {
    this.#isKnown = false
    this.#options?.workshop.ask(0)
  }

  #know(): void {
    if (this.#isKnown || !this.#options) return
    this.#isKnown = true
    const { canvas, round } = this.#options
    const hasNew = [...canvas.unsent.touched].some(name => NEW_NOTE.test(name))
    if (hasNew && round()?.state === 'open') canvas.refuse('step')
    else canvas.release()
  }
}
