/** The one shape in which anything in Nonagon tells that it changed. */
export type Unsubscribe = () => void

export interface Observable<T> {
  subscribe(listener: (news: T) => void): Unsubscribe
}

/** A list of listeners with a way to tell them. A listener that throws does not keep the others from hearing. */
export class Signal<T = void> implements Observable<T> {
  readonly #listeners = new Set<(news: T) => void>()

  subscribe(listener: (news: T) => void): Unsubscribe {
    // Wrapped, so that the same function subscribed twice is told twice and leaves once.
    const entry = (news: T) => listener(news)
    this.#listeners.add(entry)
    return () => {
      this.#listeners.delete(entry)
    }
  }

  tell(news: T): void {
    let failure: { error: unknown } | undefined
    for (const listener of [...this.#listeners]) {
      try {
        listener(news)
      } catch (error) {
        failure ??= { error }
      }
    }
    if (failure) throw failure.error
  }

  get isHeard(): boolean {
    return this.#listeners.size > 0
  }
}

/** A value that can be watched: `subscribe` tells each new value, `value` is the one of now. */
export class Value<T> implements Observable<T> {
  #value: T
  readonly #changed = new Signal<T>()

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    this.#changed.tell(value)
  }

  subscribe(listener: (news: T) => void): Unsubscribe {
    return this.#changed.subscribe(listener)
  }
}

/** A value that others may read and watch, but not set. */
export interface Watchable<T> extends Observable<T> {
  readonly value: T
}
