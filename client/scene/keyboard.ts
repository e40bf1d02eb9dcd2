/** Whether the stage has the focus by keyboard: then what is selected wears the accent, as everything focused does. */
import type { Watchable } from '../../shared/base/observable.ts'
import { Value } from '../../shared/base/observable.ts'

const NEWS = ['focusin', 'focusout', 'keydown', 'pointerdown'] as const

export interface Keyboard extends Watchable<boolean> {
  destroy(): void
}

/** `host` lies in the element that takes the focus, as its shadow content or as its child. */
export function watchKeyboard(host: HTMLElement): Keyboard {
  const root = host.getRootNode()
  const stage = root instanceof ShadowRoot ? root.host : host
  const value = new Value(false)
  // The browser decides after the event what is `:focus-visible`.
  const look = () => queueMicrotask(() => value.set(stage.matches(':focus-visible')))
  for (const news of NEWS) stage.addEventListener(news, look)
  return {
    get value() {
      return value.value
    },
    subscribe: listener => value.subscribe(listener),
    destroy: () => {
      for (const news of NEWS) stage.removeEventListener(news, look)
    },
  }
}
