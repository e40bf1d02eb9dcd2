/**
 * A canvas as Markdown, for people and their other tools: texts, blocks, segments and links. (JSON has everything.)
 *
 *     # Title                      ### Hosts        the notes below belong to the segment "Hosts: owners …"
 *     ## Customer Segments         - Earn money {Guests}   … and this one to Guests as well
 *     - Hosts: owners and renters  ## Links
 *     - Guests {= Travellers}      - CH2 → CS1: every week     the second channel, the first segment
 *
 * Indented lines go on with the note above; `### #2` is the second segment, where no words tell it from another. What
 * `toMarkdown` writes, `fromMarkdown` reads back; both examples come back byte for byte.
 */
import type { Area } from './blocks.ts'
import { AREAS, areaName, BLOCKS, blockOf } from './blocks.ts'
import { byReading } from './canvas.ts'
import { areaWidth, LAYOUTS } from './layouts.ts'
import type { Composition, Home } from './markdown-groups.ts'
import { compose, headingTag } from './markdown-groups.ts'
import type { Bullet, MarkdownProblem, NoteBullet, Outline } from './markdown-lines.ts'
import { readOutline } from './markdown-lines.ts'
import { escapeLines, escapeName, escapeToken, readTokens, unescape } from './markdown-text.ts'
import { gridPlace } from './placement.ts'
import type { CanvasContent, Link, Note } from './records.ts'
import { LIMITS } from './schema.ts'
import { firstLine, openSegmentNames } from './segment-names.ts'

/** Parking has no code of its own. */
const codeOf = (area: Area): string => (area === 'parking' ? 'P' : BLOCKS[area].code)
const areaOf = (code: string): Area | undefined => (code === 'P' ? 'parking' : blockOf(code)?.id)

/** The words by which a reader will know a segment, or its number where none would do. */
function nameOf(home: Home, { means, number }: Composition, escape: (name: string) => string): string {
  if ('words' in home) return escape(home.words)
  const { segment } = home
  const { name, text } = segment
  const found = [name, text.includes('\n') ? undefined : text, firstLine(text)].find(
    words => words && means(words)?.note === segment,
  )
  return found ? escape(found) : `#${number.get(segment.id)}`
}

function noteLines(note: Note, composition: Composition): string {
  const lines = escapeLines(note.text)
  const tokens = composition.homesOf(note).others.map(home => `{${nameOf(home, composition, escapeToken)}}`)
  if (note.name && composition.written.has(note)) tokens.push(`{= ${escapeToken(note.name)}}`)
  const last = lines.length - 1
  lines[last] = [lines[last], ...tokens].filter(Boolean).join(' ')
  return lines.map((line, i) => (i === 0 ? (line ? `- ${line}\n` : '-\n') : line ? `  ${line}\n` : '\n')).join('')
}

function linkLines(content: CanvasContent, { number }: Composition): string[] {
  const areas = new Map(content.notes.map(note => [note.id, note.place[0]]))
  const end = (id: string): string | undefined => {
    const area = areas.get(id)
    return area && `${codeOf(area)}${number.get(id)}`
  }
  const order = (link: Link) =>
    [link.from, link.to].map(id => {
      const area = areas.get(id)
      return (area ? AREAS.indexOf(area) : 0) * 1e6 + (number.get(id) ?? 0)
    })
  return content.links
    .filter(link => areas.has(link.from) && areas.has(link.to))
    .map(link => ({ link, rank: order(link) }))
    .sort(
      ({ link: a, rank: [a0 = 0, a1 = 0] }, { link: b, rank: [b0 = 0, b1 = 0] }) =>
        a0 - b0 || a1 - b1 || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0),
    )
    .map(({ link }) => `- ${end(link.from)} → ${end(link.to)}${link.label ? `: ${escapeName(link.label)}` : ''}\n`)
}

/** Blocks without notes are left out; so is what Markdown has no words for: colours, authors, kinds, groups, ink. */
export function toMarkdown(content: CanvasContent): string {
  const composition = compose(content)
  const parts: string[] = content.about.title ? [`# ${escapeName(content.about.title)}\n`] : []
  for (const area of AREAS) {
    const groups = composition.groups.get(area) ?? []
    if (groups.length === 0) continue
    const lines = groups.flatMap(({ home, notes }) => [
      ...(home ? [`### ${nameOf(home, composition, escapeName)}\n`] : []),
      ...notes.map(note => noteLines(note, composition)),
    ])
    parts.push(`## ${areaName(area)}\n${lines.join('')}`)
  }
  const links = linkLines(content, composition)
  if (links.length > 0) parts.push(`## Links\n${links.join('')}`)
  return parts.join('\n')
}

export interface ImportedBy {
  readonly newId: () => string
  /** Server time, ms. */
  readonly now: number
  /** Person id, or empty. */
  readonly author: string
}

export type FromMarkdown =
  | { readonly ok: true; readonly content: CanvasContent }
  | { readonly ok: false; readonly problems: readonly MarkdownProblem[] }

/** Enough to see what is wrong. */
const MOST_PROBLEMS = 50

/** Reads a canvas from Markdown. Each note gets a slot of its block in the classic layout, in the order of the file. */
export function fromMarkdown(text: string, by: ImportedBy): FromMarkdown {
  const outline = readOutline(text)
  const problems = [...outline.problems]
  const note = outline.bullets[LIMITS.notes]
  if (note) problems.push({ line: note.line, sentence: `A canvas has at most ${LIMITS.notes} notes.` })
  const link = outline.links[LIMITS.links]
  if (link) problems.push({ line: link.line, sentence: `A canvas has at most ${LIMITS.links} links.` })
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }

  const content = readContent(outline, by, (line, sentence) => problems.push({ line, sentence }))
  if (problems.length > 0)
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS) }
  return { ok: true, content }
}

type Report = (line: number, sentence: string) => void

/** A note that is being read. */
interface Draft {
  readonly id: string
  readonly bullet: NoteBullet
  text: string
  /** A name from `{= Name}`. */
  alias: string | undefined
  /** The first heading that means this segment by other words than its own. */
  calledBy: { readonly line: number; readonly words: string } | undefined
  tokens: readonly string[]
}

/** A note with the ids of its segments, and the tags of kept headings. */
interface MarkedDraft {
  readonly draft: Draft
  readonly segments: Set<string>
  readonly tags: Set<string>
}

/** `#2` is the second segment. */
const isNumber = (raw: string): boolean => /^#\d+$/.test(raw)

/** Takes those tokens off the end of a note that mean something; the rest is text. */
function readDraft(draft: Draft, isKnown: (raw: string) => boolean): void {
  const lines = [...draft.bullet.lines]
  const tokens: string[] = []
  draft.alias = undefined
  for (const { raw, before } of readTokens(lines.at(-1) ?? '')) {
    const alias = /^= (.+)/s.exec(raw)?.[1]
    if (alias !== undefined) draft.alias ??= unescape(alias)
    else if (isKnown(raw)) tokens.push(raw)
    else break
    lines[lines.length - 1] = before
  }
  draft.tokens = tokens.reverse()
  draft.text = unescape(lines.join('\n'))
}

/** Raw words → the segment they mean, by number or by name. */
function openSegments(segments: readonly Draft[]): (raw: string) => Draft | undefined {
  const means = openSegmentNames(segments)
  return raw => (isNumber(raw) ? segments[Number(raw.slice(1)) - 1] : means(unescape(raw)))
}

function readContent(outline: Outline, by: ImportedBy, report: Report): CanvasContent {
  const { headings, bullets } = outline
  const drafts = bullets.map(
    (bullet): Draft => ({ id: by.newId(), bullet, text: '', alias: undefined, calledBy: undefined, tokens: [] }),
  )
  const written = new Set(headings.map(({ area, raw }) => `${area} ${unescape(raw)}`))
  const isHeading = (draft: Draft, raw: string) => written.has(`${draft.bullet.area} ${unescape(raw)}`)

  // What a segment is called depends on which braces at its end are text, and the other way round: all are tokens until
  // it turns out that they name nothing.
  const segments = drafts.filter(draft => draft.bullet.area === 'customerSegments')
  for (const draft of segments) readDraft(draft, () => true)
  const before = openSegments(segments)
  for (const draft of segments) readDraft(draft, raw => before(raw) !== undefined || isHeading(draft, raw))
  const segmentOf = openSegments(segments)
  for (const draft of drafts)
    if (draft.bullet.area !== 'customerSegments')
      readDraft(draft, raw => segmentOf(raw) !== undefined || isHeading(draft, raw))

  const kept = keepHeadings(outline, raw => segmentOf(raw) !== undefined, report)
  const marked = drafts.map((draft): MarkedDraft => {
    const { area, heading, line } = draft.bullet
    const marks: MarkedDraft = { draft, segments: new Set(), tags: new Set() }
    for (const raw of [...(heading ? [heading.raw] : []), ...draft.tokens]) {
      const key = kept.get(`${area} ${unescape(raw)}`)
      const segment = key === undefined ? (segmentOf(raw) ?? before(raw)) : undefined
      if (key !== undefined) marks.tags.add(headingTag(key))
      if (!segment) continue
      marks.segments.add(segment.id)
      if (!isNumber(raw)) segment.calledBy ??= { line, words: unescape(raw) }
    }
    return marks
  })
  return {
    about: {
      title: outline.title,
      headings: Object.fromEntries([...kept].map(([words, key]) => [key, words.slice(words.indexOf(' ') + 1)])),
    },
    notes: toNotes(marked, by, report).sort(byReading),
    links: readLinks(outline.links, drafts, by, report),
    groups: [],
    strokes: [],
  }
}

/** Headings that mean no segment, `<area> <words>` → `<area>:<n>`. */
function keepHeadings(outline: Outline, isSegment: (raw: string) => boolean, report: Report): Map<string, string> {
  const kept = new Map<string, string>()
  const counts = new Map<Area, number>()
  for (const { line, area, raw } of outline.headings) {
    const words = unescape(raw)
    if (isSegment(raw) || kept.has(`${area} ${words}`)) continue
    if (words.length > LIMITS.shortText) report(line, `A heading has at most ${LIMITS.shortText} characters.`)
    if (kept.size === LIMITS.groups)
      report(line, `A canvas has at most ${LIMITS.groups} headings that name no segment.`)
    const n = (counts.get(area) ?? 0) + 1
    counts.set(area, n)
    kept.set(`${area} ${words}`, `${area}:${n}`)
  }
  return kept
}

function toNotes(drafts: readonly MarkedDraft[], { now, author }: ImportedBy, report: Report): Note[] {
  const slots = new Map<Area, number>()
  return drafts.map(({ draft: { id, bullet, text, alias, calledBy }, segments, tags }) => {
    const { area, line } = bullet
    const slot = slots.get(area) ?? 0
    slots.set(area, slot + 1)
    const { x, y } = gridPlace(slot, areaWidth(LAYOUTS.classic, area))
    if (text.length > LIMITS.noteLength) report(line, `A note has at most ${LIMITS.noteLength} characters.`)
    const isOther = calledBy && calledBy.words !== text && calledBy.words !== firstLine(text)
    const name = alias ?? (isOther ? calledBy.words : undefined)
    if (name && name.length > LIMITS.shortText)
      report(alias ? line : (calledBy?.line ?? line), `A name has at most ${LIMITS.shortText} characters.`)
    return {
      id,
      place: [area, x, y, now],
      text,
      color: 'straw',
      author,
      segments: [...segments].sort(),
      kinds: [],
      tags: [...tags].sort(),
      ...(name && { name }),
    }
  })
}

/** `CH2 → CS1: label`: the second note of Channels in this file, the first of Customer Segments. */
const LINK = /^([A-Z]{1,2}\$?)(\d{1,5})[ \t]*(?:→|->)[ \t]*([A-Z]{1,2}\$?)(\d{1,5})(?::[ \t]*(.*))?$/i

function readLinks(bullets: readonly Bullet[], drafts: readonly Draft[], by: ImportedBy, report: Report): Link[] {
  const lists = new Map(AREAS.map(area => [area, drafts.filter(draft => draft.bullet.area === area)]))
  const noteAt = (code = '', number = '') => {
    const area = areaOf(code.toUpperCase())
    return area && lists.get(area)?.[Number(number) - 1]
  }
  return bullets.flatMap(({ line, lines }): Link[] => {
    const [, fromCode, fromNumber, toCode, toNumber, rest = ''] = LINK.exec(lines.join('\n')) ?? []
    const from = noteAt(fromCode, fromNumber)
    const to = noteAt(toCode, toNumber)
    const label = unescape(rest)
    if (!from || !to) report(line, 'A link reads like CH2 → CS1: the second channel, the first segment.')
    else if (label.length > LIMITS.shortText) report(line, `A label has at most ${LIMITS.shortText} characters.`)
    else return [{ id: by.newId(), from: from.id, to: to.id, label }]
    return []
  })
}
