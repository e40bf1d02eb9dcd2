/** Where on the page a menu is asked for, and about which spot of the canvas. */
import type { Spot } from '../editor/board.ts'
import type { Opening } from './nn-menu-list.ts'

export interface MenuAsked extends Pick<Opening, 'beside' | 'from'> {
  readonly spot?: Spot
}

/** Tells it to whoever has the menu. */
export function askMenu(asker: HTMLElement, asked: MenuAsked): void {
  asker.dispatchEvent(new CustomEvent<MenuAsked>('nn-menu', { detail: asked, bubbles: true, composed: true }))
}

/** A finger that rests so long asks for the menu. */
export const LONG_PRESS_MS = 500
