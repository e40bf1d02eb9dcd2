/** What of a page does not fit: it scrolls sideways, or a control is cut off or too small for a finger or a pointer. */
import type { Page } from '@playwright/test'

/** Least sizes of targets, in pixels. */
const LEAST = { pointer: 24, finger: 44 } as const

/** Sentences, one for each misfit; none when all is well. */
export function misfits(page: Page): Promise<readonly string[]> {
  return page.evaluate(least => {
    const wanted = matchMedia('(pointer: coarse)').matches ? least.finger : least.pointer
    const found: string[] = []
    if (document.documentElement.scrollWidth > innerWidth) found.push('The page scrolls sideways.')
    const parentOf = (element: Element): Element | null => {
      const root = element.getRootNode()
      return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
    }
    const isInScroller = (element: Element): boolean => {
      for (let each = parentOf(element); each; each = parentOf(each))
        if (/auto|scroll/.test(getComputedStyle(each).overflowX) && each.scrollWidth > each.clientWidth) return true
      return false
    }
    const isSeen = (element: HTMLElement): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('[inert]')
    const nameOf = (element: HTMLElement): string =>
      `${element.localName} “${element.ariaLabel ?? element.textContent?.trim().slice(0, 40)}”`
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot)
        if (!element.matches('button, a[href], input:not([type=file]), select, [role=option]') || !isSeen(element))
          continue
        // A link among words is as high as its line.
        if (getComputedStyle(element).display === 'inline') continue
        const { left, right, width, height } = element.getBoundingClientRect()
        if (width <= 1) continue
        const isOff = left < -0.5 || right > innerWidth + 0.5
        if (isOff && !isInScroller(element)) found.push(`${nameOf(element)} is cut off: ${left} to ${right}.`)
        // The label around a box to tick is its target.
        const target = element.matches('[type=checkbox], [type=radio]') ? element.closest('label') : undefined
        const size = target?.getBoundingClientRect() ?? { width, height }
        if (Math.min(size.width, size.height) < wanted - 0.5)
          found.push(`${nameOf(element)} is ${size.width} × ${size.height}.`)
        const style = getComputedStyle(element)
        const isCut = element.scrollWidth > element.clientWidth + 1 && style.textOverflow !== 'ellipsis'
        if (isCut && element.matches('button') && style.overflow !== 'visible')
          found.push(`${nameOf(element)} cuts its text.`)
      }
    }
    look(document)
    return found
  }, LEAST)
}
