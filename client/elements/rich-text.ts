/** What a facilitator writes to the others, in a little Markdown: bold, italics, lists, links. Parsed to plain values, shown without HTML. */
import type { TemplateResult } from 'lit'
import { html } from 'lit'

export type Span =
  | string
  | { readonly kind: 'bold' | 'italic'; readonly spans: readonly Span[] }
  | { readonly kind: 'link'; readonly to: string; readonly spans: readonly Span[] }

export type Passage =
  | { readonly kind: 'text' | 'heading'; readonly lines: readonly (readonly Span[])[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Span[])[] }

const SPAN =
  /\\([\\*_[\]#-])|\*\*(\S(?:[^*\n]*\S)?)\*\*|\*(\S(?:[^*\n]*\S)?)\*|(?<![\p{L}\p{N}])_(\S(?:[^_\n]*\S)?)_(?![\p{L}\p{N}])|\[([^[\]\n]+)\]\((https?:\/\/[^\s()]+)\)|\b(https?:\/\/[^\s<>"()]*[^\s<>"().,;:!?'’])/u

const BULLET = /^\s*[-*]\s+/u
const NUMBER = /^\s*\d{1,3}[.)]\s+/u
const HEADING = /^#{1,6}\s+/u

function spansOf(text: string): readonly Span[] {
  const spans: Span[] = []
  let rest = text
  for (let found = SPAN.exec(rest); found; found = SPAN.exec(rest)) {
    const [all, escaped, bold, star, dash, label, to, bare] = found
    if (found.index > 0) spans.push(rest.slice(0, found.index))
    const italic = star ?? dash
    if (escaped !== undefined) spans.push(escaped)
    else if (bold !== undefined) spans.push({ kind: 'bold', spans: spansOf(bold) })
    else if (italic !== undefined) spans.push({ kind: 'italic', spans: spansOf(italic) })
    else if (label !== undefined && to !== undefined) spans.push({ kind: 'link', to, spans: [label] })
    else if (bare !== undefined) spans.push({ kind: 'link', to: bare, spans: [bare] })
    rest = rest.slice(found.index + all.length)
  }
  if (rest) spans.push(rest)
  return spans
}

const kindOf = (line: string): Passage['kind'] =>
  BULLET.test(line) ? 'list' : NUMBER.test(line) ? 'steps' : HEADING.test(line) ? 'heading' : 'text'

const SIGN = { list: BULLET, steps: NUMBER, heading: HEADING, text: /^\s+/u } as const

/** Empty lines part passages; within one, a new line is a new line. What closes nothing stays as it was written. */
export function passagesOf(text: string): readonly Passage[] {
  const passages: Passage[] = []
  for (const part of text.split(/\n\s*\n/u)) {
    let kind: Passage['kind'] | undefined
    let lines: (readonly Span[])[] = []
    for (const line of part.split('\n').filter(each => each.trim())) {
      const now = kindOf(line)
      if (now !== kind) {
        lines = []
        passages.push(now === 'list' || now === 'steps' ? { kind: now, items: lines } : { kind: now, lines })
        kind = now
      }
      lines.push(spansOf(line.replace(SIGN[now], '').trimEnd()))
    }
  }
  return passages
}

type Shown = TemplateResult | string

function shownSpan(span: Span): Shown {
  if (typeof span === 'string') return span
  const inside = span.spans.map(shownSpan)
  if (span.kind !== 'link') return span.kind === 'bold' ? html`<b>${inside}</b>` : html`<i>${inside}</i>`
  return html`<a href=${span.to} target="_blank" rel="noopener noreferrer">${inside}</a>`
}

function shownPassage(passage: Passage): TemplateResult {
  switch (passage.kind) {
    case 'list':
      return html`<ul class="rich">${passage.items.map(spans => html`<li dir="auto">${spans.map(shownSpan)}</li>`)}</ul>`
    case 'steps':
      return html`<ol class="rich">${passage.items.map(spans => html`<li dir="auto">${spans.map(shownSpan)}</li>`)}</ol>`
    default: {
      const lines = passage.lines.map((spans, i) => [i > 0 ? html`<br />` : '', spans.map(shownSpan)])
      return html`<p class="rich" dir="auto">${passage.kind === 'heading' ? html`<b>${lines}</b>` : lines}</p>`
    }
  }
}

export const richText = (text: string): readonly TemplateResult[] => passagesOf(text).map(shownPassage)
