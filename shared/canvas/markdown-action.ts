/** Something to do, beside the words of its note: `{! Ana, 2026-12-04}`, `{! Ana}`, `{! 2026-12-04}`, or `{!}`. */
import { escapeToken, unescape } from './markdown-text.ts'
import type { Action } from './records.ts'
import { isAction } from './schema.ts'

/** The owner, if one is named, and the day. */
const WITH_DAY = /^(?:([^]*), )?(\d{4}-\d\d-\d\d)$/

const dayAt = (raw: string): { readonly owner: string; readonly due: string } | undefined => {
  const [, owner = '', due = ''] = WITH_DAY.exec(raw) ?? []
  return due && isAction(['', due]) ? { owner, due } : undefined
}

export function actionToken({ owner, due }: Action): string {
  const name = escapeToken(owner)
  // Who is called like a day stays an owner.
  const safe = !due && dayAt(name) ? `${name.slice(0, -3)}\\${name.slice(-3)}` : name
  const said = [safe, due].filter(Boolean).join(', ')
  return said ? `{! ${said}}` : '{!}'
}

/** What stands between the braces; undefined where that is no action. */
export function readAction(raw: string): Action | undefined {
  if (raw !== '!' && !raw.startsWith('! ')) return undefined
  const { owner, due } = dayAt(raw.slice(2)) ?? { owner: raw.slice(2), due: '' }
  return { owner: unescape(owner), due }
}
