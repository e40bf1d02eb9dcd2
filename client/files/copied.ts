/** Chosen notes as the clipboard holds them: text, Markdown, a list for other programs, and in that list all that a board wants to know. */
import { groupOf, membersOf } from '../../shared/canvas/groups.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import type { Canvas } from '../../shared/canvas/canvas.ts'
import { contentOf } from '../../shared/canvas/canvas.ts'
import { fromJSON, toJSON } from '../../shared/canvas/json.ts'
import { headingTag } from '../../shared/canvas/markdown-groups.ts'
import { toMarkdown } from '../../shared/canvas/markdown.ts'
import type { CanvasContent } from '../../shared/canvas/records.ts'
import { unentity } from './html-pieces.ts'

export interface Copied {
  readonly text: string
  readonly markdown: string
  readonly html: string
}

export interface CopyOptions {
  /** Which board it is: images are kept by boards. */
  readonly board: string
  readonly nameOf: (area: Area) => string
}

/** The notes with the links among them and the groups of which all notes are copied. Who wrote them stays behind. */
function chosenOf(canvas: Canvas, ids: ReadonlySet<string>): CanvasContent {
  const { about, notes, links, groups } = contentOf(canvas)
  const headings = new Set(Object.keys(about.headings).map(headingTag))
  const whole = new Set(
    groups.flatMap(({ id }) => {
      const members = membersOf(canvas, id)
      return members.length > 0 && members.every(note => ids.has(note.id)) ? [id] : []
    }),
  )
  return {
    about: { title: '', headings: {} },
    notes: notes
      .filter(({ id }) => ids.has(id))
      .map(({ rest: _, group, ...note }) => ({
        ...note,
        author: '',
        tags: note.tags.filter(tag => !headings.has(tag)),
        ...(group !== undefined && whole.has(group) && groupOf(canvas.groups, { ...note, group }) && { group }),
      })),
    links: links.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    groups: groups.filter(({ id }) => whole.has(id)),
    strokes: [],
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => ENTITIES[sign] ?? '')

const OURS = 'data-nonagon'
const BOARD = 'data-nonagon-board'

export function copyOf(canvas: Canvas, ids: Iterable<string>, { board, nameOf }: CopyOptions): Copied {
  const content = chosenOf(canvas, new Set(ids))
  const parts = AREAS.flatMap(area => {
    const texts = content.notes.filter(({ place, text }) => place[0] === area && text).map(({ text }) => text)
    return texts.length > 0 ? [{ title: nameOf(area), texts }] : []
  })
  const isOne = parts.length === 1
  const list = parts.map(({ title, texts }) => {
    const items = texts.map(text => `<li>${escaped(text).replaceAll('\n', '<br>')}</li>`).join('')
    return `${isOne ? '' : `<h2>${escaped(title)}</h2>`}<ul>${items}</ul>`
  })
  return {
    text: parts.map(({ title, texts }) => [...(isOne ? [] : [`${title}:`]), ...texts].join('\n')).join('\n\n'),
    markdown: toMarkdown(content),
    html: `<div ${BOARD}="${escaped(board)}" ${OURS}="${escaped(JSON.stringify(toJSON(content)))}">${list.join('')}</div>`,
  }
}

export interface CopiedNotes {
  readonly content: CanvasContent
  readonly board: string
  /** Images of another board that are on this one by now. */
  readonly came?: ReadonlySet<string>
}

/** The twin: what comes from outside is read as a file is, wholly or not at all. */
export function readCopied(html: string): CopiedNotes | undefined {
  const json = attribute(html, OURS)
  const board = attribute(html, BOARD)
  if (json === undefined || board === undefined) return undefined
  try {
    const read = fromJSON(JSON.parse(json))
    return read.ok && read.content.notes.length > 0 ? { content: read.content, board } : undefined
  } catch {
    return undefined
  }
}

function attribute(html: string, name: string): string | undefined {
  const begin = html.indexOf(` ${name}="`)
  const from = begin + name.length + 3
  const end = begin < 0 ? -1 : html.indexOf('"', from)
  return end < 0 ? undefined : unentity(html.slice(from, end))
}
