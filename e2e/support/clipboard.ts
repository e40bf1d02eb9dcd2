/** The clipboard of somebody's browser: filled as another program would, and pasted by the keys. */
import type { Page } from '@playwright/test'
import type { Person } from './person.ts'

export interface OnClipboard {
  readonly text?: string
  readonly html?: string
  readonly png?: Buffer
}

async function mayUse(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
}

export async function putsOnClipboard({ page }: Person, { text, html, png }: OnClipboard): Promise<void> {
  await mayUse(page)
  await page.evaluate(
    async ([text, html, base64]) => {
      const blobs: Record<string, Blob> = {}
      if (text !== undefined) blobs['text/plain'] = new Blob([text], { type: 'text/plain' })
      if (html !== undefined) blobs['text/html'] = new Blob([html], { type: 'text/html' })
      if (base64 !== undefined) {
        const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))
        blobs['image/png'] = new Blob([bytes], { type: 'image/png' })
      }
      await navigator.clipboard.write([new ClipboardItem(blobs)])
    },
    [text, html, png?.toString('base64')] as const,
  )
}

/** As another program would get it into a field of plain text. */
export async function textOnClipboard({ page }: Person): Promise<string> {
  await mayUse(page)
  return page.evaluate(() => navigator.clipboard.readText())
}

export async function pastes(person: Person, what: OnClipboard): Promise<void> {
  await putsOnClipboard(person, what)
  await person.presses('Control+v')
}
