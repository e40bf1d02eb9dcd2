/** Makes notes and links of the bullets of a Markdown canvas, and finds the segments that its headings mean. */
import type { Area } from './blocks.ts'
import { AREAS, BLOCKS, blockOf } from './blocks.ts'
import { byReading } from './canvas.ts'
import { areaWidth, LAYOUTS } from './layouts.ts'
import { readAction } from './markdown-action.ts'
import { readGroups } from './markdown-group-lines.ts'
import { headingTag } from './markdown-groups.ts'
import type { Bullet, NoteBullet, Outline } from './markdown-lines.ts'
import { readTokens, unescape } from './markdown-text.ts'
import { freeSlots } from './placement.ts'
import { isTall } from './tall.ts'
import type { Action, CanvasContent, Link, Note } from './records.ts'
import { LIMITS } from './schema.ts'
import { firstLine, openSegmentNames } from './segment-names.ts'

export interface ImportedBy {
  readonly newId: () => string
  /** Server time, ms. */
  readonly now: number
  /** Person id, or empty. */
  readonly author: string
}

/** Parking has no code of its own. */
export const codeOf = (area: Area): string => (area === 'parking' ? 'P' : BLOCKS[area].code)
const areaOf = (code: string): Area | undefined => (code === 'P' ? 'parking' : blockOf(code)?.id)

type Report = (line: number, sentence: string) => void

/** A note that is being read. */
interface Draft {
  readonly id: string
  readonly bullet: NoteBullet
  text: string
  /** A name from `{= Name}`. */
  alias: string | undefined
  action: Action | undefined
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
  draft.action = undefined
  for (const { raw, before } of readTokens(lines.at(-1) ?? '')) {
    const alias = /^= (.+)/s.exec(raw)?.[1]
    const action = readAction(raw)
    if (alias !== undefined) draft.alias ??= unescape(alias)
    else if (action) draft.action ??= action
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

/** Notes, segments and links of an outline; what goes beyond the limits is reported. */
export function readContent(outline: Outline, by: ImportedBy, report: Report): CanvasContent {
  const { headings, bullets } = outline
  const drafts = bullets.map((bullet): Draft => ({
    id: by.newId(),
    bullet,
    text: '',
    alias: undefined,
    action: undefined,
    calledBy: undefined,
    tokens: [],
  }))
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
      const numbered = isNumber(raw) ? segmentOf(raw) : undefined
      const key = numbered ? undefined : kept.get(`${area} ${unescape(raw)}`)
      const segment = key === undefined ? (segmentOf(raw) ?? before(raw)) : undefined
      if (key !== undefined) marks.tags.add(headingTag(key))
      if (!segment) continue
      marks.segments.add(segment.id)
      if (!isNumber(raw)) segment.calledBy ??= { line, words: unescape(raw) }
    }
    return marks
  })
  const noteAt = openReferences(drafts)
  const { groups, groupOf } = readGroups(outline.groups, { noteAt, newId: by.newId, report })
  const inGroup = (note: Note): Note => {
    const group = groupOf.get(note.id)
    return group === undefined ? note : { ...note, group }
  }
  return {
    about: {
      title: outline.title,
      headings: Object.fromEntries([...kept].map(([words, key]) => [key, words.slice(words.indexOf(' ') + 1)])),
    },
    notes: toNotes(marked, by, report).map(inGroup).sort(byReading),
    links: readLinks(outline.links, noteAt, by, report),
    groups,
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
  const slots = new Map<Area, ReturnType<typeof freeSlots>>()
  return drafts.map(({ draft: { id, bullet, text, alias, action, calledBy }, segments, tags }) => {
    const { area, line } = bullet
    const next = slots.get(area) ?? freeSlots(new Map(), areaWidth(LAYOUTS.classic, area))
    slots.set(area, next)
    const { x, y } = next(isTall({ text }))
    if (text.length > LIMITS.noteLength) report(line, `A note has at most ${LIMITS.noteLength} characters.`)
    const isOther = calledBy && calledBy.words !== text && calledBy.words !== firstLine(text)
    const name = alias ?? (isOther ? calledBy.words : undefined)
    if (name && name.length > LIMITS.shortText)
      report(alias ? line : (calledBy?.line ?? line), `A name has at most ${LIMITS.shortText} characters.`)
    if (action && action.owner.length > LIMITS.shortText)
      report(line, `A name has at most ${LIMITS.shortText} characters.`)
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
      ...(action && { action }),
    }
  })
}

type NoteAt = (reference?: string) => { readonly id: string; readonly area: Area } | undefined

/** `CH2` is the second note of Channels in this file. */
function openReferences(drafts: readonly Draft[]): NoteAt {
  const lists = new Map(AREAS.map(area => [area, drafts.filter(draft => draft.bullet.area === area)]))
  return (reference = '') => {
    const [, code = '', number = ''] = /^(\D+)(\d+)$/.exec(reference) ?? []
    const area = areaOf(code.toUpperCase())
    const draft = area && lists.get(area)?.[Number(number) - 1]
    return area && draft && { id: draft.id, area }
  }
}

/** `CH2 → CS1: label`: the second note of Channels in this file, the first of Customer Segments. */
const LINK = /^([A-Z]{1,2}\$?\d{1,5})[ \t]*(?:→|->)[ \t]*([A-Z]{1,2}\$?\d{1,5})(?::[ \t]*(.*))?$/i

function readLinks(bullets: readonly Bullet[], noteAt: NoteAt, by: ImportedBy, report: Report): Link[] {
  return bullets.flatMap(({ line, lines }): Link[] => {
    const [, fromReference, toReference, rest = ''] = LINK.exec(lines.join('\n')) ?? []
    const from = noteAt(fromReference)
    const to = noteAt(toReference)
    const label = unescape(rest)
    if (!from || !to) report(line, 'A link reads like CH2 → CS1: the second channel, the first segment.')
    else if (label.length > LIMITS.shortText) report(line, `A label has at most ${LIMITS.shortText} characters.`)
    else return [{ id: by.newId(), from: from.id, to: to.id, label }]
    return []
  })
}
