/**
 * A canvas as Markdown, for people and their other tools: texts, blocks, segments and links. (JSON has everything.)
 *
 *     # Title                      ### Hosts        the notes below belong to the segment "Hosts: owners …"
 *     ## Customer Segments         - Earn money {Guests}   … and this one to Guests as well
 *     - Hosts: owners and renters  ## Links
 *     - Guests {= Travellers}      - CH2 → CS1: every week     the second channel, the first segment
 *
 *                              ## Groups
 *                              - CH1 + CH2 (closed): Online   two notes of a block, closed, and their name
 *
 * A note may be something to do: `- Call ten hosts {! Ana, 2026-12-04}`, each of the two where it is known.
 * Indented lines go on with the note above; `### #2` is the second segment, where no words tell it from another. What
 * `toMarkdown` writes, `fromMarkdown` reads back; both examples come back byte for byte.
 */
import { AREAS, areaName } from './blocks.ts'
import type { ImportedBy } from './markdown-content.ts'
import { codeOf, readContent } from './markdown-content.ts'
import type { Composition, Home } from './markdown-groups.ts'
import { actionToken } from './markdown-action.ts'
import { compose } from './markdown-groups.ts'
import { writeGroups } from './markdown-group-lines.ts'
import type { MarkdownProblem } from './markdown-lines.ts'
import { readOutline } from './markdown-lines.ts'
import { escapeLines, escapeName, escapeToken } from './markdown-text.ts'
import type { CanvasContent, Link, Note } from './records.ts'
import { LIMITS } from './schema.ts'
import { firstLine } from './segment-names.ts'

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
  if (note.action) tokens.push(actionToken(note.action))
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

/** Blocks without notes are left out; so is what Markdown has no words for: colours, authors, kinds, ink. */
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
  const number = ({ id }: Note) => composition.number.get(id) ?? 0
  const groups = writeGroups(content, { number, referenceTo: note => `${codeOf(note.place[0])}${number(note)}` })
  if (groups.length > 0) parts.push(`## Groups\n${groups.join('')}`)
  return parts.join('\n')
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
