/** Pasted notes on their way onto the canvas: what would come where, and doing it as one step. */
import { newId } from '../../shared/base/id.ts'
import type { Area } from '../../shared/canvas/blocks.ts'
import { AREAS } from '../../shared/canvas/blocks.ts'
import { contentOf, isPrivate } from '../../shared/canvas/canvas.ts'
import { LAYOUTS } from '../../shared/canvas/layouts.ts'
import type { ImportedBy } from '../../shared/canvas/markdown-content.ts'
import { headingTag } from '../../shared/canvas/markdown-groups.ts'
import type { CanvasContent, Note } from '../../shared/canvas/records.ts'
import { LIMITS } from '../../shared/canvas/schema.ts'
import type { Board } from '../editor/board.ts'
import type { Editor } from '../editor/editor.ts'
import { cut } from '../editor/note-length.ts'
import { mayI } from '../editor/may.ts'
import type { CopiedNotes } from './copied.ts'
import type { Plan } from './import.ts'
import { denialFor, fitsOneChange, planImport, runImport } from './import.ts'
import type { Pasted } from './read-pasted.ts'

export type Readable = Exclude<Pasted, { kind: 'nothing' | 'tooMuch' }>

/** Where notes go: all into this area, or `sorted`, into it only those of which nothing says where. */
export interface Goal {
  readonly area: Area
  readonly sorted: boolean
}

export const byMe = (board: Board): ImportedBy => ({ newId, now: board.now(), author: board.me.value.id })

/** Does something beside the notes say where they go? */
export const namesBlocks = (pasted: Readable): boolean =>
  pasted.kind !== 'notes' || pasted.notes.some(({ area }) => area !== undefined)

/** The words of the only note there is, if nothing says where it goes. */
export const onlyNote = (pasted: Readable): string | undefined =>
  pasted.kind === 'notes' && pasted.notes.length === 1 && !namesBlocks(pasted) ? pasted.notes[0]?.text : undefined

function contentFor(pasted: Readable, { area, sorted }: Goal): CanvasContent {
  if (pasted.kind !== 'notes') return sorted ? pasted.content : allIn(area, pasted.content)
  const notes = pasted.notes.map(({ text, area: named }, i): Note => ({
    id: String(i),
    place: [(sorted && named) || area, 0, 0, 0],
    text: cut(text),
    color: 'straw',
    author: '',
    ...{ segments: [], kinds: [], tags: [] },
  }))
  return { about: { title: '', headings: {} }, notes, links: [], groups: [], strokes: [] }
}

const byArea = (a: Note, b: Note): number => AREAS.indexOf(a.place[0]) - AREAS.indexOf(b.place[0])

/** Headings of a block say nothing in another. */
function allIn(area: Area, { about, notes, groups, ...content }: CanvasContent): CanvasContent {
  const headings = new Set(Object.keys(about.headings).map(headingTag))
  return {
    ...content,
    about: { ...about, headings: {} },
    notes: [...notes].sort(byArea).map(note => ({
      ...note,
      place: [area, 0, 0, 0],
      tags: note.tags.filter(tag => !headings.has(tag)),
    })),
    groups: groups.map(group => ({ ...group, block: area })),
  }
}

/** What pasting would add, reckoned against the canvas as it is now. */
export function planPaste({ board, layout }: Editor, pasted: Readable, goal: Goal): Plan {
  const options = { ...byMe(board), way: 'add', again: true, layout: LAYOUTS[layout.value] } as const
  return planImport({ format: 'json', content: contentFor(pasted, goal) }, contentOf(board.canvas.value), options)
}

export interface Left {
  readonly copied: Readable
  /** Pictures that only the other board has. */
  readonly images: number
  /** Links and groups that I may not make now. */
  readonly ties: number
}

/** Of copied notes what can come here, and what is left behind. */
export function takeCopied({ board }: Editor, { content, board: from }: CopiedNotes): Left {
  const images = from === board.id ? 0 : content.notes.filter(({ image }) => image).length
  const notes = content.notes.map(({ image, ...note }) => (image && images === 0 ? { ...note, image } : note))
  // Links and groups are everybody's, and would tell of what one writes for oneself.
  const isHeld = isPrivate(board.canvas.value)
  const links = mayI(board, 'link') && !isHeld ? content.links : []
  const groups = mayI(board, 'group') && !isHeld ? content.groups : []
  const ties = content.links.length - links.length + content.groups.length - groups.length
  // A picture without words would be an empty note.
  const kept = notes.filter(({ text }, i) => images === 0 || text || !content.notes[i]?.image)
  return { copied: { kind: 'copied', content: { ...content, notes: kept, links, groups }, board: from }, images, ties }
}

/** The new notes; undefined when nothing was done, which has then been said. */
export function runPaste(editor: Editor, plan: Plan): readonly string[] | undefined {
  const { canvas, history } = editor.board
  const denial = denialFor(editor.board, plan)
  if (denial) editor.say({ kind: 'notAllowed', ...denial })
  else if (plan.isFull) editor.say({ kind: 'full', limit: LIMITS.notes })
  else if (!fitsOneChange(canvas.value, plan)) editor.say({ kind: 'tooMuch' })
  else {
    runImport(history.value, canvas.value, plan, 'paste')
    return plan.content.notes.map(({ id }) => id)
  }
  return undefined
}
