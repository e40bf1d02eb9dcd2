/** Waits until what an element last said is on the screen: long work that follows is then seen to have begun. */
import type { LitElement } from 'lit'

export async function seen(element: LitElement): Promise<void> {
  await element.updateComplete
  await new Promise<void>(resolve => requestAnimationFrame(() => setTimeout(resolve)))
}
