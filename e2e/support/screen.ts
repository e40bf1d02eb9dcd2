/** The screens that people have in stories and pictures, and the language of their browsers. */
import type { BrowserContextOptions } from '@playwright/test'

export interface Screen {
  /** A telephone held upright, or a tablet across: fingers instead of a mouse. */
  readonly phone?: boolean
  readonly tablet?: boolean
  readonly locale?: string
}

export const screenOf = ({ phone, tablet, locale = 'en-GB' }: Screen): BrowserContextOptions => ({
  locale,
  colorScheme: 'light',
  reducedMotion: 'reduce',
  viewport: phone ? { width: 390, height: 844 } : tablet ? { width: 1180, height: 820 } : { width: 1440, height: 900 },
  ...(phone || tablet ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
})
