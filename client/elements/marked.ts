/** A found text on one line, with the letters that fit set heavier. */
import { html } from 'lit'
import type { Span } from '../commands/match.ts'

/** What fits must be seen: a text where that is farther in begins a little before it. */
const SEEN = 48
const BEFORE = 16

export interface Part {
  readonly text: string
  readonly fits: boolean
}

export function partsOf(text: string, marks: readonly Span[]): readonly Part[] {
  const first = marks[0]?.[0] ?? 0
  let at = first > SEEN ? text.lastIndexOf(' ', first - BEFORE) + 1 : 0
  const parts: Part[] = at > 0 ? [{ text: '… ', fits: false }] : []
  const add = (to: number, fits: boolean) => {
    if (to > at) parts.push({ text: text.slice(at, to), fits })
    at = to
  }
  for (const [from, to] of marks) {
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return parts
}

export const marked = (text: string, marks: readonly Span[]) =>
  partsOf(text, marks).map(part => (part.fits ? html`<mark>${part.text}</mark>` : part.text))
