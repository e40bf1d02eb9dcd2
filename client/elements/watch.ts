/** Joins an element to anything that tells when it changed: subscribes while connected, asks for an update at each news. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Unsubscribe } from '../../shared/base/observable.ts'

/** Whatever `subscribe` tells; a watch only needs to know that there is news. */
interface Tells {
  subscribe(listener: (news?: unknown) => void): Unsubscribe
}

type NewsOf<S> = S extends { subscribe(listener: (news: infer News) => void): Unsubscribe } ? News : never
type ValueOf<S> = S extends { readonly value: infer V } ? V : undefined

/**
 * The source is asked for again before each update, so that a source which was replaced (a canvas after a refusal) is
 * followed without more ado. `when` keeps news out that would change nothing on the screen.
 */
export class Watch<S extends Tells> implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #source: () => S
  readonly #when: (news: NewsOf<S>) => boolean
  #begun = false
  #followed: S | undefined
  #stop: Unsubscribe | undefined

  constructor(host: ReactiveControllerHost, source: () => S, when: (news: NewsOf<S>) => boolean = () => true) {
    this.#host = host
    this.#source = source
    this.#when = when
    host.addController(this)
  }

  get value(): ValueOf<S> {
    const source = this.#source()
    return ('value' in source ? source.value : undefined) as ValueOf<S>
  }

  /** Before its first update an element that was defined late does not have its properties yet. */
  hostConnected(): void {
    if (this.#begun) this.#follow()
  }

  hostUpdate(): void {
    this.#begun = true
    this.#follow()
  }

  hostDisconnected(): void {
    this.#stop?.()
    this.#stop = undefined
    this.#followed = undefined
  }

  #follow(): void {
    const source = this.#source()
    if (source === this.#followed) return
    this.#stop?.()
    this.#followed = source
    this.#stop = source.subscribe(news => {
      if (this.#when(news as NewsOf<S>)) this.#host.requestUpdate()
    })
  }
}
